/* SPDX-License-Identifier: ISC */
/*
 * frontmatter - what a Markdown document says of itself in YAML
 *
 * Events of libyaml are taken as they come, and only scalars that stand under a
 * known key, at most two levels below it, are kept. So depth costs nothing, and
 * an alias, which is one event and not what it stands for, cannot explode.
 * Facts are told to the builder when all of it was read without an error.
 */
#include "parse/frontmatter.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "byline.h"
#include "fence.h"
#include "model/url.h"
#include "parse/date.h"

#include <stdlib.h>
#include <yaml.h>

enum {
    MAX_KEY = 24,
    MAX_TAGS = 256,
    MAX_DEPTH = 32, /* libyaml takes quadratic time for it */
    KEEP_DEPTH = 3  /* scalars below that are not looked at */
};

/* How the value of a key is taken. */
enum form {
    FORM_TEXT,
    FORM_DATE,
    FORM_NUMBER,
    FORM_ADDRESS,
    FORM_PEOPLE, /* one or more, each a name or a mapping with one */
    FORM_TAGS,   /* one or more */
    FORM_LINK    /* an address, or a mapping with title and address */
};

/* Keys in lower case without '-', '_' and blanks. For FORM_LINK the fact is the
 * address, and the one before it the title. */
static const struct key {
    const char *name;
    uint8_t fact;
    uint8_t form;
} keys[] = {
    {"title", FACT_TITLE, FORM_TEXT},
    {"author", FACT_BYLINE, FORM_PEOPLE},
    {"authors", FACT_BYLINE, FORM_PEOPLE},
    {"byline", FACT_BYLINE, FORM_PEOPLE},
    {"creator", FACT_BYLINE, FORM_PEOPLE},
    {"date", FACT_PUBLISHED, FORM_DATE},
    {"published", FACT_PUBLISHED, FORM_DATE},
    {"publishdate", FACT_PUBLISHED, FORM_DATE},
    {"publishedat", FACT_PUBLISHED, FORM_DATE},
    {"pubdate", FACT_PUBLISHED, FORM_DATE},
    {"created", FACT_PUBLISHED, FORM_DATE},
    {"updated", FACT_MODIFIED, FORM_DATE},
    {"updatedat", FACT_MODIFIED, FORM_DATE},
    {"modified", FACT_MODIFIED, FORM_DATE},
    {"lastmod", FACT_MODIFIED, FORM_DATE},
    {"lastmodified", FACT_MODIFIED, FORM_DATE},
    {"lastupdated", FACT_MODIFIED, FORM_DATE},
    {"lang", FACT_LANG, FORM_TEXT},
    {"language", FACT_LANG, FORM_TEXT},
    {"locale", FACT_LANG, FORM_TEXT},
    {"tags", FACT_TAGS, FORM_TAGS},
    {"tag", FACT_TAGS, FORM_TAGS},
    {"keywords", FACT_TAGS, FORM_TAGS},
    {"categories", FACT_TAGS, FORM_TAGS},
    {"category", FACT_TAGS, FORM_TAGS},
    {"summary", FACT_EXCERPT, FORM_TEXT},
    {"description", FACT_EXCERPT, FORM_TEXT},
    {"excerpt", FACT_EXCERPT, FORM_TEXT},
    {"abstract", FACT_EXCERPT, FORM_TEXT},
    {"prev", FACT_PREV_URL, FORM_LINK},
    {"previous", FACT_PREV_URL, FORM_LINK},
    {"next", FACT_NEXT_URL, FORM_LINK},
    {"page", FACT_PAGE, FORM_TEXT},
    {"order", FACT_ORDER, FORM_NUMBER},
    {"weight", FACT_ORDER, FORM_NUMBER},
    {"navorder", FACT_ORDER, FORM_NUMBER},
    {"sidebarposition", FACT_ORDER, FORM_NUMBER},
    {"site", FACT_SITE, FORM_TEXT},
    {"sitename", FACT_SITE, FORM_TEXT},
    {"url", FACT_URL, FORM_ADDRESS},
    {"permalink", FACT_URL, FORM_ADDRESS},
    {"canonical", FACT_URL, FORM_ADDRESS},
    {"canonicalurl", FACT_URL, FORM_ADDRESS},
    {"image", FACT_IMAGE, FORM_ADDRESS},
    {"cover", FACT_IMAGE, FORM_ADDRESS},
    {"thumbnail", FACT_IMAGE, FORM_ADDRESS},
};

_Static_assert(FACT_PREV_TITLE + 1 == FACT_PREV_URL, "title before address");
_Static_assert(FACT_NEXT_TITLE + 1 == FACT_NEXT_URL, "title before address");

/* The part of a mapping in a value that a scalar stands for. */
enum part {
    PART_OTHER,
    PART_NAME,
    PART_ADDRESS
};

/* A sequence or mapping that is open. */
struct level {
    bool is_mapping;
    bool has_key; /* mapping: a key waits for its value */
    bool is_key;  /* it is a key itself */
};

struct reader {
    struct str base_url;
    struct buf facts[FACT_COUNT];
    struct level levels[KEEP_DEPTH + 1];
    uint32_t depth;
    const struct key *key; /* of the outermost mapping, NULL if unknown */
    enum part part;        /* of the innermost mapping in a value */
    bool is_mapping;       /* all of it is one */
};

/*
 * Brings a key to the form that the table has. Returns false for one that is
 * too long to be there.
 */
static bool
fold_key(struct str s, char out[MAX_KEY])
{
    size_t n = 0;

    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '-' || c == '_' || c == ' ')
            continue;
        if (n + 1 == MAX_KEY)
            return false;
        out[n++] = str_lower(c);
    }
    out[n] = '\0';
    return true;
}

static const struct key *
find_key(struct str s)
{
    char name[MAX_KEY];

    for (size_t i = 0; fold_key(s, name) && i < sizeof keys / sizeof *keys; i++)
        if (strcmp(name, keys[i].name) == 0)
            return &keys[i];
    return NULL;
}

static enum part
find_part(struct str s)
{
    static const char *const names[] = {"name", "title", "text", "label"};
    static const char *const addresses[] = {
        "url", "link", "href", "path", "src"};
    char name[MAX_KEY];

    if (!fold_key(s, name))
        return PART_OTHER;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return PART_NAME;
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
        if (strcmp(name, addresses[i]) == 0)
            return PART_ADDRESS;
    return PART_OTHER;
}

/*
 * Tells whether one of the tags in out is tag, or there are so many that there
 * is no use for another.
 */
static bool
has_tag(const struct buf *out, struct str tag)
{
    struct str rest = buf_str(out);
    struct str line;
    unsigned n = 0;

    while ((line = str_next_line(&rest)).ptr)
        if (str_eq(line, tag) || ++n == MAX_TAGS)
            return true;
    return false;
}

/*
 * Adds a tag, or several that are parted by commas.
 */
static void
add_tags(struct buf *out, struct str s)
{
    while (s.len > 0) {
        size_t comma = str_find(s, STR(","), 0);
        struct str tag = str_trim(str_slice(s, 0, comma));
        s = str_slice(s, comma + 1, s.len);
        if (tag.len == 0 || has_tag(out, tag))
            continue;
        if (out->len > 0)
            buf_add_char(out, '\n');
        for (size_t i = 0; i < tag.len; i++) {
            if (tag.ptr[i] == '\n')
                buf_add_char(out, ' ');
            else
                buf_add_char(out, tag.ptr[i]);
        }
    }
}

static void
add_number(struct buf *out, struct str s)
{
    size_t i = s.ptr[0] == '-' || s.ptr[0] == '+';
    size_t digits = i;

    while (i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9')
        i++;
    if (i == s.len && i > digits && i - digits < 10)
        buf_add_str(out, str_slice(s, s.ptr[0] == '+', s.len));
}

/*
 * Tells whether the value of a link is a title rather than an address: it has
 * blanks and nothing that looks like a path.
 */
static bool
is_title(struct str s)
{
    return str_find(s, STR(" "), 0) < s.len &&
           str_find(s, STR("/"), 0) == s.len &&
           str_find(s, STR("."), 0) == s.len;
}

/*
 * Appends a date, which is read as it would be shown: of a text that is long for
 * its blanks alone, no more may be understood another time.
 */
static void
add_date(struct buf *out, struct str s)
{
    struct buf clean = {0}, line = {0};

    utf8_add_clean(&clean, s);
    byline_collapse(&line, buf_str(&clean));
    date_add(out, buf_str(&line));
    buf_done(&clean);
    buf_done(&line);
}

/*
 * Takes the scalar s as the value of r's key, or as part of it.
 */
static void
take_value(struct reader *r, struct str s)
{
    struct buf *out = &r->facts[r->key->fact];
    enum form form = r->key->form;

    if (form == FORM_TAGS) {
        add_tags(out, s);
        return;
    }
    if (form == FORM_PEOPLE && r->part != PART_ADDRESS) {
        if (out->len > 0)
            buf_add_text(out, ", ");
        buf_add_str(out, s);
        return;
    }
    if (form == FORM_LINK && (r->part == PART_NAME || is_title(s))) {
        out = &r->facts[r->key->fact - 1];
        form = FORM_TEXT;
    }
    if (out->len > 0)
        return;
    if (form == FORM_TEXT)
        buf_add_str(out, s);
    else if (form == FORM_DATE)
        add_date(out, s);
    else if (form == FORM_NUMBER)
        add_number(out, s);
    else if (form != FORM_PEOPLE && !url_resolve(r->base_url, s, out))
        return;
}

/*
 * Tells whether a scalar without quotes means that there is nothing.
 */
static bool
is_nothing(const yaml_event_t *event, struct str s)
{
    static const struct str words[] = {
        STR_INIT("~"),
        STR_INIT("null"),
        STR_INIT("false"),
    };

    if (s.len == 0)
        return true;
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(s, words[i]))
            return true;
    return false;
}

/*
 * Tells whether what comes next is a key.
 */
static bool
wants_key(const struct reader *r)
{
    return r->depth > 0 && r->depth <= KEEP_DEPTH &&
           r->levels[r->depth - 1].is_mapping &&
           !r->levels[r->depth - 1].has_key;
}

/*
 * Notes that a key, which is not known, or a value or an item is over.
 */
static void
end_node(struct reader *r, bool is_key)
{
    if (r->depth == 0 || r->depth > KEEP_DEPTH)
        return;
    r->levels[r->depth - 1].has_key = is_key;
    if (is_key && r->depth == 1)
        r->key = NULL;
    r->part = PART_OTHER;
}

static void
take_scalar(struct reader *r, const yaml_event_t *event)
{
    struct str s = str_trim((struct str){
        (const char *)event->data.scalar.value, event->data.scalar.length});

    if (r->depth == 0 || r->depth > KEEP_DEPTH)
        return;
    struct level *level = &r->levels[r->depth - 1];
    if (wants_key(r)) {
        level->has_key = true;
        if (r->depth == 1)
            r->key = find_key(s);
        else
            r->part = find_part(s);
        return;
    }
    if (!level->is_mapping || r->depth == 1)
        r->part =
            r->key && r->key->form == FORM_LINK ? PART_ADDRESS : PART_NAME;
    if (r->key && r->part != PART_OTHER && !is_nothing(event, s))
        take_value(r, s);
    end_node(r, false);
}

static void
take_event(struct reader *r, const yaml_event_t *event)
{
    struct level level = {.is_key = wants_key(r)};

    switch (event->type) {
    case YAML_MAPPING_START_EVENT:
        r->is_mapping = r->is_mapping || r->depth == 0;
        level.is_mapping = true;
        /* fall through */
    case YAML_SEQUENCE_START_EVENT:
        if (r->depth <= KEEP_DEPTH)
            r->levels[r->depth] = level;
        r->depth++;
        break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        r->depth--;
        end_node(r, r->depth <= KEEP_DEPTH && r->levels[r->depth].is_key);
        break;
    case YAML_SCALAR_EVENT:
        take_scalar(r, event);
        break;
    case YAML_ALIAS_EVENT:
        end_node(r, level.is_key);
        break;
    default:
        break;
    }
}

/*
 * Reads all of yaml. Returns false, with a note in b if is_likely, when it is
 * no mapping.
 */
static bool
read_yaml(struct reader *r, struct build *b, struct str yaml, bool is_likely)
{
    yaml_parser_t parser;
    yaml_event_t event;
    bool is_over = false, is_good = true;
    const char *problem = NULL;
    size_t line = 0;

    if (!yaml_parser_initialize(&parser))
        mem_exhausted();
    yaml_parser_set_input_string(
        &parser, (const unsigned char *)yaml.ptr, yaml.len);
    while (is_good && !is_over) {
        is_good = yaml_parser_parse(&parser, &event);
        if (!is_good && parser.error == YAML_MEMORY_ERROR)
            mem_exhausted();
        if (!is_good) {
            problem = parser.problem ? parser.problem : "it is no YAML";
            line = parser.problem_mark.line + 2;
            break;
        }
        is_over = event.type == YAML_STREAM_END_EVENT;
        take_event(r, &event);
        yaml_event_delete(&event);
        if (r->depth > MAX_DEPTH) {
            problem = "it is nested too deep";
            is_good = false;
        }
    }
    if (is_good && !r->is_mapping)
        problem = "it has no keys";
    if (problem && is_likely && line > 0)
        build_note(b, "the front matter cannot be read: %s in line %zu",
            problem, line);
    else if (problem && is_likely)
        build_note(b, "the front matter cannot be read: %s", problem);
    yaml_parser_delete(&parser);
    return is_good && r->is_mapping;
}

struct frontmatter
frontmatter_parse(struct build *b, struct str text, struct str base_url)
{
    struct reader r = {.base_url = base_url};
    struct fence fence = fence_find(text);
    struct frontmatter found = {.len = fence.len, .yaml = fence.content};

    if (fence.len == 0) {
        if (fence.is_likely)
            build_note(b, "the front matter has no end");
        return found;
    }
    if (str_trim(found.yaml).len == 0)
        return found;

    if (read_yaml(&r, b, found.yaml, fence.is_likely)) {
        for (int fact = 0; fact < FACT_COUNT; fact++)
            if (r.facts[fact].len > 0)
                build_fact(b, fact, buf_str(&r.facts[fact]));
    } else if (fence.is_likely) {
        found.is_broken = true;
    } else {
        found = (struct frontmatter){0};
    }
    for (int fact = 0; fact < FACT_COUNT; fact++)
        buf_done(&r.facts[fact]);
    return found;
}
