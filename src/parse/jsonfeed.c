/* SPDX-License-Identifier: ISC */
/*
 * jsonfeed - reads feeds in JSON (jsonfeed.org, versions 1 and 1.1)
 *
 * Of a document that is cut off, or broken somewhere, the part up to the last
 * object that ended is read, with what is open around it closed.
 */
#include "jsonfeed.h"

#include "enclosure.h"

#include <jansson.h>
#include <stdlib.h>

enum {
    MAX_OPEN = 64, /* objects and arrays in one another */
    FLAGS = JSON_ALLOW_NUL
};

static struct str
text_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);

    if (!json_is_string(value))
        return (struct str){0};
    return (struct str){json_string_value(value), json_string_length(value)};
}

static void
tell(struct desk *d, enum feed_fact fact, const json_t *feed, const char *key)
{
    struct piece piece = {0};

    buf_add_str(&piece.text, text_of(feed, key));
    desk_fact(d, fact, &piece, (struct str){0});
    desk_clear_piece(&piece);
}

/*
 * Appends the names of those who wrote what object says, one a line.
 */
static void
add_names(struct buf *out, const json_t *object)
{
    const json_t *list = json_object_get(object, "authors");
    const json_t *one = json_object_get(object, "author");

    if (json_array_size(list) == 0 && one) {
        buf_add_str(out, text_of(one, "name"));
        buf_add_char(out, '\n');
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        buf_add_str(out, text_of(json_array_get(list, i), "name"));
        buf_add_char(out, '\n');
    }
}

/*
 * Appends the id, which should be a string but may be a number.
 */
static void
add_id(struct buf *out, const json_t *item)
{
    const json_t *id = json_object_get(item, "id");

    if (json_is_integer(id))
        buf_add_format(out, "%lld", (long long)json_integer_value(id));
    else
        buf_add_str(out, text_of(item, "id"));
}

static void
read_item(struct desk *d, const json_t *item)
{
    const json_t *files = json_object_get(item, "attachments");
    struct str html = text_of(item, "content_html");
    struct post post = {0};

    if (!json_is_object(item))
        return;
    add_id(&post.id, item);
    buf_add_str(&post.title.text, text_of(item, "title"));
    buf_add_str(&post.url, text_of(item, "url"));
    if (post.url.len == 0)
        buf_add_str(&post.url, text_of(item, "external_url"));
    buf_add_str(&post.summary.text, text_of(item, "summary"));
    post.content.is_html = html.len > 0;
    buf_add_str(&post.content.text,
        html.len > 0 ? html : text_of(item, "content_text"));
    buf_add_str(&post.published, text_of(item, "date_published"));
    buf_add_str(&post.modified, text_of(item, "date_modified"));
    add_names(&post.names, item);
    if (post.names.len == 1)
        buf_cut(&post.names, 0);
    for (size_t i = 0; i < json_array_size(files); i++) {
        const json_t *file = json_array_get(files, i);
        enclosure_add(&post.media, text_of(file, "url"),
            text_of(file, "mime_type"), text_of(file, "title"));
    }
    desk_post(d, &post);
}

/*
 * Appends to out the part of json up to the last object that ended, and the ends
 * of what is open around it; nothing when none ended.
 */
static void
add_whole_part(struct buf *out, struct str json)
{
    char open[MAX_OPEN], kept[MAX_OPEN];
    unsigned n_open = 0, n_kept = 0;
    bool is_text = false;
    size_t end = 0;

    for (size_t i = 0; i < json.len; i++) {
        char c = json.ptr[i];
        if (is_text) {
            i += c == '\\';
            is_text = c != '"';
        } else if (c == '"') {
            is_text = true;
        } else if (c == '{' || c == '[') {
            if (n_open == MAX_OPEN)
                break;
            open[n_open++] = c == '{' ? '}' : ']';
        } else if (c == '}' || c == ']') {
            if (n_open == 0 || open[--n_open] != c)
                break;
            if (c == '}' && n_open <= 2) {
                memcpy(kept, open, n_open);
                n_kept = n_open;
                end = i + 1;
            }
        }
    }
    buf_add_str(out, str_slice(json, 0, end));
    while (end > 0 && n_kept > 0)
        buf_add_char(out, kept[--n_kept]);
}

bool
jsonfeed_read(struct desk *d, struct str json, struct err *err)
{
    json_error_t why;
    json_t *feed = json_loadb(json.ptr, json.len, FLAGS, &why);

    if (!feed) {
        struct buf part = {0};
        add_whole_part(&part, json);
        feed = json_loadb(part.ptr ? part.ptr : "", part.len, FLAGS, NULL);
        buf_done(&part);
        desk_note(
            d, STR("this feed is broken JSON, so that its end may be missing"));
    }
    const json_t *items = json_object_get(feed, "items");
    if (!json_is_array(items)) {
        json_decref(feed);
        return feed ? err_set(err, ERR_BAD_DATA, "this JSON is no feed")
                    : err_set(err, ERR_BAD_DATA,
                          "this is no JSON: %s in line %d", why.text, why.line);
    }
    struct buf names = {0};
    tell(d, FEED_TITLE, feed, "title");
    tell(d, FEED_SITE, feed, "home_page_url");
    tell(d, FEED_URL, feed, "feed_url");
    tell(d, FEED_EXCERPT, feed, "description");
    tell(d, FEED_LANG, feed, "language");
    add_names(&names, feed);
    desk_name(d, str_trim(buf_str(&names)));
    for (size_t i = 0; i < json_array_size(items); i++)
        read_item(d, json_array_get(items, i));
    json_decref(feed);
    buf_done(&names);
    return true;
}
