/* SPDX-License-Identifier: ISC */
/*
 * ledger - bookmarks as they are found
 *
 * Bookmark files are HTML that no browser closes ("<DT><A HREF=...>"), OPML is
 * XML that often is none. Both are mended (mend.h) and then read as XML, where
 * names are told whatever their case; an element that was never closed only
 * lies deeper, which costs nothing here.
 */
#include "ledger.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "entity.h"
#include "mend.h"
#include "model/plate.h"
#include "model/url.h"

#include <expat.h>
#include <stdlib.h>
#include <time.h>

enum {
    MAX_NAMED = 10, /* entries that are left out and named */
    MAX_COLS = 60   /* of such a name */
};

/* What the text that comes belongs to. */
enum sink {
    SINK_NONE,
    SINK_HEADING,
    SINK_TITLE,
    SINK_FOLDER,
    SINK_EXCERPT
};

/* A folder that is open, at a depth of the document. */
struct folder {
    char *name; /* owned */
    uint32_t depth;
};

struct reader {
    struct ledger *ledger;
    struct folder *folders; /* owned */
    uint32_t n_folders, cap_folders;
    uint32_t depth;
    enum sink sink;
    struct buf heading; /* of the whole list */
    struct buf folder;  /* of the list in it that comes next */
};

/* Appends text with its entities, on one line. */
static void
put(struct buf *out, struct str text)
{
    size_t start = out->len;

    entity_add(out, text);
    buf_replace(out, start, '\n', ' ');
}

static void
reset(struct ledger_entry *e)
{
    buf_cut(&e->url, 0);
    buf_cut(&e->title, 0);
    buf_cut(&e->excerpt, 0);
    buf_cut(&e->tags, 0);
    e->added_at = 0;
    e->what = NULL;
}

/* Says when the entry was added, if that is a time that can be. */
static void
add_date(struct collect *c, int64_t seconds)
{
    char text[32];
    time_t t = (time_t)seconds;
    struct tm tm;

    if (seconds > 0 && seconds < 253402300800 && gmtime_r(&t, &tm) &&
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm) > 0)
        collect_entry_fact(c, FEED_ENTRY_PUBLISHED, str_of(text));
}

/* Says what is left out, and of what there is much of that, how much. */
static void
note_refused(struct ledger *l)
{
    struct str url = buf_str(&l->entry.url), title = buf_str(&l->entry.title);
    struct buf shown = {0}, note = {0};
    size_t cols;

    if (++l->n_refused > MAX_NAMED)
        return;
    if (url.len > 0)
        plate_add(&shown, url);
    else
        buf_add_str(&shown, title);
    struct str begin = utf8_fit(buf_str(&shown), MAX_COLS, &cols);
    buf_add_format(&note, "left out, as it is no address of the web: '%.*s%s'",
        STR_ARG(begin), begin.len < shown.len ? "\u2026" : "");
    collect_note(l->collect, buf_str(&note));
    buf_done(&shown);
    buf_done(&note);
}

void
ledger_finish(struct ledger *l)
{
    struct ledger_entry *e = &l->entry;
    struct buf url = {0}, id = {0};

    if (e->what && url_is_web(str_trim(buf_str(&e->url))) &&
        url_resolve((struct str){0}, buf_str(&e->url), &url) &&
        collect_entry(l->collect)) {
        buf_add_format(&id, "%s %s", e->what, url.ptr);
        collect_entry_fact(l->collect, FEED_ENTRY_URL, buf_str(&url));
        collect_entry_fact(l->collect, FEED_ENTRY_ID, buf_str(&id));
        collect_entry_fact(l->collect, FEED_ENTRY_TITLE, buf_str(&e->title));
        collect_entry_fact(
            l->collect, FEED_ENTRY_EXCERPT, buf_str(&e->excerpt));
        collect_entry_fact(l->collect, FEED_ENTRY_BYLINE, buf_str(&e->tags));
        add_date(l->collect, e->added_at);
    } else if (e->what && e->url.len + e->title.len > 0) {
        note_refused(l);
    }
    buf_done(&url);
    buf_done(&id);
    reset(e);
}

void
ledger_add_tags(struct ledger *l, struct str tags, char separator)
{
    struct buf *out = &l->entry.tags;
    const char mark[] = {separator, '\0'};

    for (size_t at = 0; at <= tags.len;) {
        size_t end = str_find(tags, str_of(mark), at);
        struct str tag = str_trim(str_slice(tags, at, end));
        if (tag.len > 0 && out->len > 0)
            buf_add_text(out, ", ");
        put(out, tag);
        at = end + 1;
    }
}

int64_t
ledger_seconds(struct str text)
{
    int64_t number = 0;

    text = str_trim(text);
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || number > INT64_MAX / 100)
            return 0;
        number = number * 10 + (text.ptr[i] - '0');
    }
    /* Some count more finely. */
    while (number > 100000000000)
        number /= 1000;
    return number;
}

void
ledger_done(struct ledger *l)
{
    if (l->n_refused > MAX_NAMED) {
        struct buf note = {0};
        buf_add_format(&note,
            "left out %u more that are no addresses of the web",
            l->n_refused - MAX_NAMED);
        collect_note(l->collect, buf_str(&note));
        buf_done(&note);
    }
    buf_done(&l->entry.url);
    buf_done(&l->entry.title);
    buf_done(&l->entry.excerpt);
    buf_done(&l->entry.tags);
}

/* Returns the value of an attribute; empty when there is none. */
static struct str
attribute(const XML_Char **attrs, const char *name)
{
    for (; attrs[0]; attrs += 2)
        if (str_eq_nocase(str_of(attrs[0]), str_of(name)))
            return str_of(attrs[1]);
    return (struct str){0};
}

static void
open_folder(struct reader *r, struct str name)
{
    MEM_GROW(r->folders, r->cap_folders, r->n_folders + 1);
    r->folders[r->n_folders++] = (struct folder){
        mem_copy_text(name.ptr ? name.ptr : "", name.len), r->depth};
}

/* Adds the names of the folders that are open, but for the root's. */
static void
add_folders(struct reader *r)
{
    for (uint32_t i = 0; i < r->n_folders; i++)
        ledger_add_tags(r->ledger, str_of(r->folders[i].name), ',');
}

static void
begin_outline(struct reader *r, const XML_Char **attrs)
{
    struct ledger_entry *e = &r->ledger->entry;
    struct str feed = attribute(attrs, "xmlUrl"), url = attribute(attrs, "url");
    struct str name = attribute(attrs, "title");

    if (name.len == 0)
        name = attribute(attrs, "text");
    if (url.len == 0)
        url = attribute(attrs, "htmlUrl");
    if (feed.len == 0 && url.len == 0) {
        open_folder(r, name);
        return;
    }
    ledger_finish(r->ledger);
    e->what = feed.len > 0 ? "feed" : "page";
    buf_add_str(&e->url, feed.len > 0 ? feed : url);
    put(&e->title, name);
    put(&e->excerpt, attribute(attrs, "description"));
    add_folders(r);
    ledger_finish(r->ledger);
}

/*
 * Returns what the links below the heading are, as Pocket and Instapaper call
 * what was not read, was read, or liked; NULL where it is a person's own name.
 */
static const char *
find_what(const struct reader *r)
{
    static const struct {
        struct str heading;
        const char *what;
    } known[] = {
        {STR_INIT("Unread"), "page"},
        {STR_INIT("Read Archive"), "done"},
        {STR_INIT("Archive"), "done"},
        {STR_INIT("Starred"), "star"},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq_nocase(buf_str(&r->heading), known[i].heading))
            return known[i].what;
    return NULL;
}

static void
begin_link(struct reader *r, const XML_Char **attrs)
{
    struct ledger_entry *e = &r->ledger->entry;
    struct str added = attribute(attrs, "add_date");

    ledger_finish(r->ledger);
    if (added.len == 0)
        added = attribute(attrs, "time_added");
    e->what = find_what(r);
    if (!e->what)
        e->what = "page";
    /* Firefox marks what is a feed. */
    struct str feed = attribute(attrs, "feedurl");
    if (feed.len > 0)
        e->what = "feed";
    buf_add_str(&e->url, feed.len > 0 ? feed : attribute(attrs, "href"));
    e->added_at = ledger_seconds(added);
    add_folders(r);
    ledger_add_tags(r->ledger, attribute(attrs, "tags"), ',');
    r->sink = SINK_TITLE;
}

static void
on_start(void *user, const XML_Char *element, const XML_Char **attrs)
{
    struct reader *r = user;
    struct str name = str_of(element);

    r->depth++;
    r->sink = SINK_NONE;
    if (str_eq_nocase(name, STR("outline"))) {
        begin_outline(r, attrs);
    } else if (str_eq_nocase(name, STR("a"))) {
        begin_link(r, attrs);
    } else if (str_eq_nocase(name, STR("h1"))) {
        ledger_finish(r->ledger);
        buf_cut(&r->heading, 0);
        r->sink = SINK_HEADING;
    } else if (str_eq_nocase(name, STR("h3"))) {
        ledger_finish(r->ledger);
        buf_cut(&r->folder, 0);
        r->sink = SINK_FOLDER;
    } else if (str_eq_nocase(name, STR("dd"))) {
        r->sink = SINK_EXCERPT;
    } else if (str_eq_nocase(name, STR("dl"))) {
        open_folder(r, buf_str(&r->folder));
        buf_cut(&r->folder, 0);
    } else if (str_eq_nocase(name, STR("ol")) && !find_what(r)) {
        /* Instapaper has a list for each folder, browsers have no such list. */
        open_folder(r, buf_str(&r->heading));
    }
}

static void
on_end(void *user, const XML_Char *element)
{
    struct reader *r = user;
    (void)element;

    while (r->n_folders > 0 && r->folders[r->n_folders - 1].depth == r->depth)
        free(r->folders[--r->n_folders].name);
    if (r->sink != SINK_EXCERPT)
        r->sink = SINK_NONE;
    r->depth--;
}

static void
on_text(void *user, const XML_Char *text, int len)
{
    struct reader *r = user;
    struct ledger_entry *e = &r->ledger->entry;
    struct str s = {text, (size_t)len};

    if (r->sink == SINK_TITLE)
        put(&e->title, s);
    else if (r->sink == SINK_HEADING)
        put(&r->heading, s);
    else if (r->sink == SINK_FOLDER)
        put(&r->folder, s);
    else if (r->sink == SINK_EXCERPT && e->what)
        put(&e->excerpt, s);
}

void
ledger_read_markup(struct ledger *l, struct str text)
{
    struct reader r = {.ledger = l};
    XML_Parser parser = XML_ParserCreate("UTF-8");
    struct buf mended = {0};

    if (!parser)
        mem_exhausted();
    mend_add(&mended, text);
    /* In the sandbox nobody can be asked for a random number. */
    XML_SetHashSalt(parser, (unsigned long)(uintptr_t)&r | 1);
    XML_SetUserData(parser, &r);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    if (XML_Parse(parser, mended.ptr, (int)mended.len, XML_TRUE) !=
            XML_STATUS_OK &&
        XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY)
        mem_exhausted();
    /* Else what was read until then is what there is. */
    ledger_finish(l);
    XML_ParserFree(parser);
    while (r.n_folders > 0)
        free(r.folders[--r.n_folders].name);
    free(r.folders);
    buf_done(&r.heading);
    buf_done(&r.folder);
    buf_done(&mended);
}
