/* SPDX-License-Identifier: ISC */
/*
 * channel - reads feeds in XML: Atom and RSS, all versions of both
 *
 * One reader for all of them, because they are mixed in the wild: what a word
 * means does not depend on the root. Outside of entries and in them, elements
 * are words of the table, or are skipped with all that they hold. What a word
 * holds is collected as text; elements in it, be it XHTML by right or HTML that
 * nobody escaped, become HTML again.
 *
 * A DOCTYPE is not read: nothing in a feed may define entities.
 */
#include "channel.h"

#include "base/mem.h"
#include "bases.h"
#include "enclosure.h"
#include "inlay.h"
#include "model/url.h"
#include "vocabulary.h"

#include <expat.h>
#include <stdlib.h>

struct channel {
    XML_Parser parser;
    struct desk *desk;
    struct spaces spaces;
    struct bases bases;
    uint32_t depth;    /* of the innermost open element; the root has 1 */
    uint32_t skipped;  /* depth of the element that is skipped, or 0 */
    uint32_t taken;    /* depth of the element whose text is taken, or 0 */
    uint32_t entry;    /* depth of the entry, or 0 */
    enum word word;    /* that is taken */
    struct piece text; /* of it */
    bool has_markup;   /* it had elements, and is HTML now */
    bool is_atom;      /* text is plain unless it says something else */
    bool is_mended;    /* see channel.h */
    bool has_doctype;
    bool is_permalink; /* the id that is taken may be an address */
    bool has_title, has_site, has_excerpt; /* the feed has said it */
    struct buf permalink; /* of the entry, if it has no better one */
    struct post post;
};

static struct str
attr_of(const XML_Char **attrs, const char *name)
{
    for (; attrs[0]; attrs += 2)
        if (strcmp(attrs[0], name) == 0)
            return str_trim(str_of(attrs[1]));
    return (struct str){0};
}

static void
put(struct buf *out, struct str value)
{
    buf_cut(out, 0);
    buf_add_str(out, value);
}

static void
put_once(struct buf *out, struct str value)
{
    value = str_trim(value);
    if (out->len == 0)
        buf_add_str(out, value);
}

/*
 * Puts the address that ref means where it stands, if there is none yet.
 */
static void
put_address(const struct channel *c, struct buf *out, struct str ref)
{
    struct buf url = {0};

    if (c->bases.n > 0 &&
        url_resolve(bases_top(&c->bases), str_trim(ref), &url))
        ref = buf_str(&url);
    put_once(out, ref);
    buf_done(&url);
}

/*
 * Makes HTML of the text taken so far: an element begins in it.
 */
static void
begin_markup(struct channel *c)
{
    struct buf plain = c->text.text;

    c->text.text = (struct buf){0};
    if (c->text.is_html)
        buf_add_str(&c->text.text, buf_str(&plain));
    else
        inlay_add_text(&c->text.text, buf_str(&plain), c->is_mended);
    buf_done(&plain);
    c->has_markup = true;
    c->text.is_html = true;
}

/* What was taken. */

static void
add_person(struct channel *c, struct str name)
{
    name = str_trim(name);
    if (name.len == 0)
        return;
    if (c->entry == 0) {
        desk_name(c->desk, name);
        return;
    }
    buf_add_str(&c->post.names, name);
    buf_replace(&c->post.names, c->post.names.len - name.len, '\n', ' ');
    buf_add_char(&c->post.names, '\n');
}

/*
 * Moves the text taken to where it belongs, unless something is there.
 */
static void
move_text(struct channel *c, struct piece *to)
{
    if (to->text.len > 0 || str_trim(buf_str(&c->text.text)).len == 0)
        return;
    desk_clear_piece(to);
    *to = c->text;
    c->text = (struct piece){0};
}

static void
tell_once(struct channel *c, bool *is_told, enum feed_fact fact)
{
    if (!*is_told && str_trim(buf_str(&c->text.text)).len > 0) {
        desk_fact(c->desk, fact, &c->text, bases_top(&c->bases));
        *is_told = true;
    }
}

static void
take_feed_word(struct channel *c)
{
    bool is_told = false;

    switch (c->word) {
    case WORD_TITLE:
        tell_once(c, &c->has_title, FEED_TITLE);
        break;
    case WORD_LINK:
        tell_once(c, &c->has_site, FEED_SITE);
        break;
    case WORD_SUMMARY:
        tell_once(c, &c->has_excerpt, FEED_EXCERPT);
        break;
    case WORD_LANG:
        tell_once(c, &is_told, FEED_LANG);
        break;
    case WORD_PERSON:
        add_person(c, buf_str(&c->text.text));
        break;
    default:
        break;
    }
}

static void
take_entry_word(struct channel *c)
{
    const struct str text = buf_str(&c->text.text);

    switch (c->word) {
    case WORD_TITLE:
        move_text(c, &c->post.title);
        break;
    case WORD_LINK:
        put_address(c, &c->post.url, text);
        break;
    case WORD_ORIGINAL:
        put(&c->post.url, str_trim(text));
        break;
    case WORD_ID:
        put_once(&c->post.id, text);
        if (c->is_permalink && url_is_web(str_trim(text)))
            put(&c->permalink, str_trim(text));
        break;
    case WORD_PUBLISHED:
        put_once(&c->post.published, text);
        break;
    case WORD_MODIFIED:
        put_once(&c->post.modified, text);
        break;
    case WORD_SUMMARY:
        move_text(c, &c->post.summary);
        break;
    case WORD_CONTENT:
        move_text(c, &c->post.content);
        break;
    case WORD_PERSON:
        add_person(c, text);
        break;
    default:
        break;
    }
}

/*
 * Ends the taking of a text.
 */
static void
finish_text(struct channel *c)
{
    if (c->entry > 0)
        take_entry_word(c);
    else
        take_feed_word(c);
    desk_clear_piece(&c->text);
    c->taken = 0;
}

static void
finish_entry(struct channel *c)
{
    put_once(&c->post.url, buf_str(&c->permalink));
    buf_cut(&c->permalink, 0);
    desk_post(c->desk, &c->post);
    c->entry = 0;
}

/* Elements that are words. */

/*
 * Reads a link as Atom has it: all in attributes.
 */
static void
read_link(struct channel *c, const XML_Char **attrs)
{
    struct str href = attr_of(attrs, "href");
    struct str rel = attr_of(attrs, "rel");
    struct str type = attr_of(attrs, "type");
    bool is_page = type.len == 0 || str_find(type, STR("html"), 0) < type.len;

    c->skipped = c->depth;
    if (str_eq_nocase(rel, STR("enclosure"))) {
        enclosure_add(&c->post.media, href, type, attr_of(attrs, "title"));
        return;
    }
    if (rel.len > 0 && !str_eq_nocase(rel, STR("alternate")) &&
        !str_eq_nocase(rel, STR("self")))
        return;
    bool is_self = str_eq_nocase(rel, STR("self"));
    if (c->entry > 0) {
        if (!is_self && (is_page || c->post.url.len == 0))
            put_address(c, &c->post.url, href);
        return;
    }
    struct piece piece = {0};
    buf_add_str(&piece.text, href);
    if (is_self)
        desk_fact(c->desk, FEED_URL, &piece, bases_top(&c->bases));
    else if (is_page && !c->has_site)
        desk_fact(c->desk, FEED_SITE, &piece, bases_top(&c->bases));
    c->has_site = c->has_site || (!is_self && is_page && href.len > 0);
    desk_clear_piece(&piece);
}

static void
read_media(struct channel *c, const XML_Char **attrs)
{
    c->skipped = c->depth;
    if (c->entry > 0)
        enclosure_add(&c->post.media, attr_of(attrs, "url"),
            attr_of(attrs, "type"), (struct str){0});
}

/*
 * Begins to take the text of a word.
 */
static void
begin_text(
    struct channel *c, enum word word, enum space space, const XML_Char **attrs)
{
    struct str type = attr_of(attrs, "type");
    bool is_other = str_find(type, STR("/"), 0) < type.len &&
                    !str_starts_nocase(type, STR("text/")) &&
                    str_find(type, STR("xml"), 0) == type.len;

    if (word == WORD_CONTENT &&
        (is_other || attr_of(attrs, "src").len > 0 ||
            str_eq_nocase(attr_of(attrs, "mode"), STR("base64")))) {
        c->skipped = c->depth;
        return;
    }
    c->taken = c->depth;
    c->word = word;
    c->has_markup = false;
    c->text.is_html = type.len > 0 ? str_find(type, STR("html"), 0) < type.len
                                   : !c->is_atom && space != SPACE_MEDIA;
    c->is_permalink =
        !str_eq_nocase(attr_of(attrs, "isPermaLink"), STR("false"));
    if (word == WORD_CONTENT || c->post.base.len == 0)
        put(&c->post.base, bases_top(&c->bases));
}

static void
begin_entry(struct channel *c, const XML_Char **attrs)
{
    struct str about = attr_of(attrs, "rdf:about");

    if (c->taken > 0)
        finish_text(c);
    if (c->entry > 0)
        finish_entry(c);
    desk_clear_post(&c->post);
    c->skipped = 0;
    c->entry = c->depth;
    put(&c->post.id, about);
    if (url_is_web(about))
        put(&c->permalink, about);
    put(&c->post.base, bases_top(&c->bases));
}

static enum word
find_word(const struct channel *c, const char *name, enum space *out_space)
{
    const char *local;

    *out_space = space_of(&c->spaces, name, &local);
    return vocabulary_find(*out_space, local);
}

/*
 * Takes in what an element declares for all in it.
 */
static void
read_frame(struct channel *c, const XML_Char **attrs)
{
    bases_enter(
        &c->bases, c->depth, attr_of(attrs, "xml:base"), desk_base(c->desk));
    for (const XML_Char **a = attrs; a[0]; a += 2)
        if (strncmp(a[0], "xmlns:", 6) == 0)
            space_declare(&c->spaces, c->depth, a[0] + 6, a[1]);
}

static void
read_element(struct channel *c, const char *name, const XML_Char **attrs)
{
    enum space space;
    enum word word = find_word(c, name, &space);
    struct str lang = attr_of(attrs, "xml:lang");

    if (word == WORD_ENTRY) {
        begin_entry(c, attrs);
    } else if (word == WORD_FEED || word == WORD_FRAME || c->depth == 1) {
        c->is_atom = c->is_atom || word == WORD_FEED;
        if (c->entry == 0 && lang.len > 0) {
            struct piece piece = {0};
            buf_add_str(&piece.text, lang);
            desk_fact(c->desk, FEED_LANG, &piece, (struct str){0});
            desk_clear_piece(&piece);
        }
    } else if (word == WORD_LINK && attr_of(attrs, "href").len > 0) {
        read_link(c, attrs);
    } else if (word == WORD_MEDIA) {
        read_media(c, attrs);
    } else if (word != WORD_NONE) {
        begin_text(c, word, space, attrs);
    } else {
        c->skipped = c->depth;
    }
}

/* What expat calls. */

static void
on_start(void *user, const XML_Char *name, const XML_Char **attrs)
{
    struct channel *c = user;
    enum space space;

    c->depth++;
    read_frame(c, attrs);
    /* An entry begins also where something before it was never closed. */
    bool is_lost = c->skipped > 0 || c->taken > 0;
    if (is_lost && find_word(c, name, &space) == WORD_ENTRY &&
        (c->entry == 0 || c->is_mended)) {
        begin_entry(c, attrs);
    } else if (c->skipped > 0) {
        return;
    } else if (c->taken > 0 && c->word == WORD_PERSON) {
        if (strcmp(inlay_local_name(name), "name") != 0)
            c->skipped = c->depth;
    } else if (c->taken > 0) {
        if (!c->has_markup)
            begin_markup(c);
        inlay_add_start(&c->text.text, name, attrs, c->is_mended);
    } else {
        read_element(c, name, attrs);
    }
}

static void
on_end(void *user, const XML_Char *name)
{
    struct channel *c = user;

    if (c->skipped > 0) {
        if (c->skipped == c->depth)
            c->skipped = 0;
    } else if (c->taken == c->depth) {
        finish_text(c);
    } else if (c->taken > 0 && c->word != WORD_PERSON) {
        inlay_add_end(&c->text.text, name);
    } else if (c->entry == c->depth) {
        finish_entry(c);
    }
    space_leave(&c->spaces, c->depth);
    bases_leave(&c->bases, c->depth);
    c->depth--;
}

static void
on_text(void *user, const XML_Char *text, int len)
{
    struct channel *c = user;
    const struct str s = {text, (size_t)len};

    if (c->taken == 0 || c->skipped > 0)
        return;
    if (c->has_markup)
        inlay_add_text(&c->text.text, s, c->is_mended);
    else
        buf_add_str(&c->text.text, s);
}

static void
on_doctype(void *user, const XML_Char *name, const XML_Char *sysid,
    const XML_Char *pubid, int has_internal_subset)
{
    struct channel *c = user;
    (void)name, (void)sysid, (void)pubid, (void)has_internal_subset;

    c->has_doctype = true;
    XML_StopParser(c->parser, XML_FALSE);
}

bool
channel_read(struct desk *d, struct str xml, bool is_mended, struct err *err)
{
    struct channel *c = mem_alloc_zero(1, sizeof *c);

    c->desk = d;
    c->is_mended = is_mended;
    c->parser = XML_ParserCreate("UTF-8");
    if (!c->parser)
        mem_exhausted();
    /* In the sandbox nobody can be asked for a random number; where the memory
     * is nobody else knows. */
    XML_SetHashSalt(c->parser, (unsigned long)(uintptr_t)c | 1);
    XML_SetUserData(c->parser, c);
    XML_SetElementHandler(c->parser, on_start, on_end);
    XML_SetCharacterDataHandler(c->parser, on_text);
    XML_SetStartDoctypeDeclHandler(c->parser, on_doctype);
    bool ok =
        XML_Parse(c->parser, xml.ptr, (int)xml.len, XML_TRUE) == XML_STATUS_OK;
    if (!ok && XML_GetErrorCode(c->parser) == XML_ERROR_NO_MEMORY)
        mem_exhausted();
    if (!ok && c->has_doctype)
        err_set(err, ERR_NONE, "it has a DOCTYPE");
    else if (!ok)
        err_set(err, ERR_BAD_DATA, "%s in line %lu",
            XML_ErrorString(XML_GetErrorCode(c->parser)),
            (unsigned long)XML_GetCurrentLineNumber(c->parser));
    XML_ParserFree(c->parser);
    bases_leave(&c->bases, 0);
    desk_clear_piece(&c->text);
    desk_clear_post(&c->post);
    buf_done(&c->permalink);
    free(c);
    return ok;
}
