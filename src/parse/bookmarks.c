/* SPDX-License-Identifier: ISC */
/*
 * bookmarks - what other programs have kept, from the files that they export
 *
 * A file that begins with '<' is markup; one whose first line names a column
 * "url" is a table (RFC 4180, but line ends of any kind); everything else is
 * lines with an address in each.
 */
#include "parse/bookmarks.h"

#include "base/utf8.h"
#include "ledger.h"
#include "model/mention.h"
#include "model/url.h"

#include <limits.h>

/* The columns that are known, of Pocket and of Instapaper. */
enum column {
    COLUMN_URL,
    COLUMN_TITLE,
    COLUMN_ADDED,
    COLUMN_TAGS,
    COLUMN_FOLDER,
    COLUMN_STATUS,
    COLUMN_EXCERPT,
    COLUMN_OTHER
};

enum {
    MAX_COLUMNS = 32
};

static enum column
find_column(struct str name)
{
    static const struct {
        struct str name;
        enum column column;
    } names[] = {
        {STR_INIT("url"), COLUMN_URL},
        {STR_INIT("title"), COLUMN_TITLE},
        {STR_INIT("time_added"), COLUMN_ADDED},
        {STR_INIT("timestamp"), COLUMN_ADDED},
        {STR_INIT("tags"), COLUMN_TAGS},
        {STR_INIT("folder"), COLUMN_FOLDER},
        {STR_INIT("status"), COLUMN_STATUS},
        {STR_INIT("selection"), COLUMN_EXCERPT},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(str_trim(name), names[i].name))
            return names[i].column;
    return COLUMN_OTHER;
}

/*
 * Cuts the next field off *rest into field, and says whether it was the last of
 * its row. False at the end of the table.
 */
static bool
next_field(struct str *rest, struct buf *field, bool *out_is_last)
{
    size_t i = 0;
    bool is_quoted = rest->len > 0 && rest->ptr[0] == '"';

    buf_cut(field, 0);
    if (rest->len == 0)
        return false;
    for (i = is_quoted; i < rest->len; i++) {
        char c = rest->ptr[i];
        if (is_quoted && c == '"') {
            is_quoted = i + 1 < rest->len && rest->ptr[i + 1] == '"';
            i += is_quoted;
            if (!is_quoted)
                continue;
        } else if (!is_quoted && (c == ',' || c == '\n' || c == '\r')) {
            break;
        }
        buf_add_char(field, c);
    }
    *out_is_last = i == rest->len || rest->ptr[i] != ',';
    if (i + 1 < rest->len && rest->ptr[i] == '\r' && rest->ptr[i + 1] == '\n')
        i++;
    *rest = str_slice(*rest, i + 1, rest->len);
    return true;
}

/* Pocket has "a|b", Instapaper a list of JSON. */
static void
take_tags(struct ledger *l, struct str value)
{
    struct buf tags = {0};
    char separator = ',';

    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] == '|')
            separator = '|';
        if (!strchr("[]\"", value.ptr[i]))
            buf_add_char(&tags, value.ptr[i]);
    }
    ledger_add_tags(l, buf_str(&tags), separator);
    buf_done(&tags);
}

static void
take_field(struct ledger *l, enum column column, struct str value)
{
    struct ledger_entry *e = &l->entry;

    switch (column) {
    case COLUMN_URL:
        buf_add_str(&e->url, value);
        break;
    case COLUMN_TITLE:
        buf_add_str(&e->title, value);
        break;
    case COLUMN_ADDED:
        e->added_at = ledger_seconds(value);
        break;
    case COLUMN_TAGS:
        take_tags(l, value);
        break;
    case COLUMN_FOLDER:
        if (str_eq_nocase(value, STR("archive")))
            e->what = "done";
        else if (str_eq_nocase(value, STR("starred")))
            e->what = "star";
        else if (!str_eq_nocase(value, STR("unread")))
            ledger_add_tags(l, value, ',');
        break;
    case COLUMN_STATUS:
        if (str_eq_nocase(value, STR("archive")))
            e->what = "done";
        break;
    case COLUMN_EXCERPT:
        buf_add_str(&e->excerpt, value);
        break;
    case COLUMN_OTHER:
        break;
    }
}

/* Reads the first row, and says whether one of its columns is "url". */
static bool
read_columns(struct str *rest, enum column *columns, uint32_t *out_n)
{
    struct buf field = {0};
    bool is_last = false, has_url = false;
    uint32_t n = 0;

    while (!is_last && n < MAX_COLUMNS && next_field(rest, &field, &is_last)) {
        columns[n] = find_column(buf_str(&field));
        has_url = has_url || columns[n] == COLUMN_URL;
        n++;
    }
    buf_done(&field);
    *out_n = n;
    return has_url;
}

/* Reads a table; false when text is none. */
static bool
read_table(struct ledger *l, struct str text)
{
    enum column columns[MAX_COLUMNS];
    uint32_t n_columns;
    struct buf field = {0};
    bool is_last = true;
    uint32_t i = 0;

    if (!read_columns(&text, columns, &n_columns))
        return false;
    while (next_field(&text, &field, &is_last)) {
        if (i == 0)
            l->entry.what = "page";
        if (i < n_columns)
            take_field(l, columns[i], buf_str(&field));
        i++;
        if (!is_last)
            continue;
        ledger_finish(l);
        i = 0;
    }
    ledger_finish(l);
    buf_done(&field);
    return true;
}

static void
take_address(struct ledger *l, struct str url, struct str title)
{
    l->entry.what = "page";
    buf_add_str(&l->entry.url, url);
    buf_add_str(&l->entry.title, title);
    ledger_finish(l);
}

/* Reads lines; what follows an address is its title, '#' begins a remark. In
 * other lines are the addresses that they mention. */
static void
read_lines(struct ledger *l, struct str text)
{
    struct str line, url;

    while ((line = str_next_line(&text)).ptr) {
        const struct str whole = str_trim(line);
        struct str rest = whole, word = str_next_word(&rest);
        if (word.len == 0 || word.ptr[0] == '#')
            continue;
        if (url_is_web(word)) {
            take_address(l, word, str_trim(rest));
            continue;
        }
        url = mention_next(&line);
        if (url.len == 0)
            take_address(l, whole, (struct str){0});
        for (; url.len > 0; url = mention_next(&line))
            take_address(l, url, (struct str){0});
    }
}

/* Tells whether text begins with a tag; an address may stand in such brackets,
 * too. */
static bool
is_markup(struct str text)
{
    return text.len > 0 && text.ptr[0] == '<' &&
           !url_is_web(str_slice(text, 1, text.len));
}

struct feed *
bookmarks_parse(struct str text, struct err *err)
{
    struct ledger l = {.collect = collect_new()};

    text = str_trim(text);
    if (text.len > INT_MAX / 8)
        text.len = 0;
    if (is_markup(text))
        ledger_read_markup(&l, text);
    else if (!read_table(&l, text))
        read_lines(&l, text);
    ledger_done(&l);
    if (collect_count(l.collect) > 0)
        return collect_finish(l.collect);
    collect_free(l.collect);
    err_set(err, ERR_BAD_DATA, "there is no address in it");
    return NULL;
}
