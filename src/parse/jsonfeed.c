/* SPDX-License-Identifier: ISC */
/*
 * jsonfeed - reads feeds in JSON (jsonfeed.org, versions 1 and 1.1)
 *
 * Of a document that is cut off, or broken somewhere, the part before is read,
 * with what is open around it closed.
 */
#include "jsonfeed.h"

#include "base/mem.h"
#include "enclosure.h"
#include "salvage.h"

#include <jansson.h>
#include <stdlib.h>

enum {
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
 * Tells whether a document says that it is a feed.
 */
static bool
has_version(const json_t *feed)
{
    struct str version = text_of(feed, "version");

    return str_find(version, STR("jsonfeed.org/"), 0) < version.len;
}

/*
 * Returns what can be read of JSON that is good up to the byte that why tells
 * of, owned, or NULL.
 */
static json_t *
load_broken(struct desk *d, struct str json, const json_error_t *why)
{
    struct buf clean = {0}, part = {0}, note = {0};
    json_error_t end;

    buf_add_str(&clean, json);
    for (size_t i = 0; i < clean.len; i++)
        if ((unsigned char)clean.ptr[i] < ' ')
            clean.ptr[i] = ' ';
    json_t *feed = json_loadb(clean.ptr, clean.len, FLAGS, &end);
    if (!feed) {
        salvage_add(&part, str_slice(buf_str(&clean), 0, (size_t)end.position));
        feed = json_loadb(part.ptr ? part.ptr : "", part.len, FLAGS, NULL);
    }
    buf_add_format(&note,
        "this feed is broken (%s in line %d): it is shown as far as it goes",
        why->text, why->line);
    desk_note(d, buf_str(&note));
    buf_done(&clean);
    buf_done(&part);
    buf_done(&note);
    return feed;
}

bool
jsonfeed_read(struct desk *d, struct str json, struct err *err)
{
    json_error_t why;

    json_set_alloc_funcs(mem_alloc, free);
    json_t *feed = json_loadb(json.ptr, json.len, FLAGS, &why);
    const bool is_broken = !feed;
    if (is_broken)
        feed = load_broken(d, json, &why);
    const json_t *items = json_object_get(feed, "items");
    const bool is_feed = is_broken
                             ? json_array_size(items) > 0 || has_version(feed)
                             : json_is_array(items);
    if (!is_feed) {
        json_decref(feed);
        return is_broken
                   ? err_set(err, ERR_BAD_DATA,
                         "this is no JSON: %s in line %d", why.text, why.line)
                   : err_set(err, ERR_BAD_DATA, "this JSON is no feed");
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
