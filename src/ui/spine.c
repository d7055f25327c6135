/* SPDX-License-Identifier: ISC */
/*
 * spine - what a row of the library looks like
 *
 * A narrow screen loses facts from the left: the last one says most. Why a feed
 * fails is shortened before it is lost.
 */
#include "spine.h"

#include "base/buf.h"
#include "base/utf8.h"

enum {
    MARGIN = 1,        /* cells on both sides */
    MARK_COLS = 2,     /* of what is before a title */
    GAP = 2,           /* cells between title and facts */
    LEAST_TITLE = 20,  /* cells of a title that facts may not take */
    LEAST_REASON = 16, /* cells of what is shortened */
    MAX_FACTS = 3,
    WHOLE = 1000, /* of progress */
};

/* What stands at the right, from the least to the most that it says. */
struct facts {
    struct buf texts[MAX_FACTS];
    int n;
    bool is_elastic; /* the first may be shortened */
};

struct line {
    struct str mark, title;
    bool is_bold;
    struct facts facts;
};

static struct buf *
add_fact(struct facts *f)
{
    return &f->texts[f->n++];
}

/* Shortens the first fact, so that all have room in that many cells. */
static void
shorten_first(struct facts *f, int room)
{
    struct buf *first = &f->texts[0];
    size_t unused;

    for (int i = 1; i < f->n; i++)
        room -=
            (int)utf8_cols(STR(" · ")) + (int)utf8_cols(buf_str(&f->texts[i]));
    if (room < LEAST_REASON || (int)utf8_cols(buf_str(first)) <= room)
        return;
    buf_cut(first, utf8_fit(buf_str(first), (size_t)room - 1, &unused).len);
    buf_add_text(first, "…");
}

/* Draws the facts that have room and returns where they begin. */
static int
draw_facts(struct facts *f, struct canvas *c, struct rect line, int title_cols,
    struct attrs attrs)
{
    struct buf text = {0};
    int room =
        line.cols - GAP - (title_cols < LEAST_TITLE ? title_cols : LEAST_TITLE);
    int end = line.col + line.cols;

    if (f->is_elastic)
        shorten_first(f, line.cols - GAP - title_cols);
    for (int first = 0; first < f->n; first++) {
        buf_cut(&text, 0);
        for (int i = first; i < f->n; i++) {
            if (f->texts[i].len == 0)
                continue;
            buf_add_text(&text, text.len > 0 ? " · " : "");
            buf_add_str(&text, buf_str(&f->texts[i]));
        }
        int cols = (int)utf8_cols(buf_str(&text));
        bool fits = cols <= room &&
                    (cols <= line.cols - GAP - title_cols || first + 1 >= f->n);
        if (fits && cols > 0) {
            end -= cols;
            canvas_put(c, line, end, line.row, buf_str(&text), attrs);
            end -= GAP;
            break;
        }
    }
    buf_done(&text);
    return end;
}

static void
facts_done(struct facts *f)
{
    for (int i = 0; i < f->n; i++)
        buf_done(&f->texts[i]);
}

/* Draws a row and releases it. */
static void
draw_line(const struct spine *s, struct canvas *c, struct rect area,
    bool is_here, struct line *row)
{
    enum theme_key key = row->is_bold ? THEME_TITLE : THEME_TEXT;
    const struct str title = row->title;
    struct rect line = {area.col + MARGIN + MARK_COLS, area.row,
        area.cols - 2 * MARGIN - MARK_COLS, 1};
    int end = draw_facts(&row->facts, c, line, (int)utf8_cols(title),
        list_attrs(s->list, THEME_BYLINE, is_here));

    canvas_put(c, area, area.col + MARGIN, area.row, row->mark,
        list_attrs(s->list, THEME_MARKER, is_here));
    canvas_put_short(c, line,
        (struct rect){line.col, line.row, end - line.col, 1}, title,
        list_attrs(s->list, key, is_here));
    facts_done(&row->facts);
}

static void
draw_item(const struct spine *s, struct canvas *c, struct rect area,
    const struct item *item, enum rows_part part, bool is_here)
{
    struct line line = {0};
    struct str who = item->site.len > 0 ? item->site : item->byline;
    const bool is_done =
        item->is_finished || (item->is_archived && part == ROWS_NAMES);

    if (part != ROWS_UNFINISHED)
        buf_add_str(add_fact(&line.facts), who);
    bool is_begun = item->progress > 0 && !item->is_finished;
    if (is_begun)
        buf_add_format(
            add_fact(&line.facts), "%u%%", item->progress * 100 / WHOLE);
    if (item->words > 0) {
        uint32_t left = item->words;
        if (is_begun)
            left =
                (uint32_t)((uint64_t)left * (WHOLE - item->progress) / WHOLE);
        buf_add_format(add_fact(&line.facts), "%u min%s", article_minutes(left),
            is_begun ? " left" : "");
    } else if (!item->has_text && item->kind == ITEM_PAGE) {
        buf_add_text(add_fact(&line.facts),
            item->read_at > 0 ? "not kept" : "not loaded yet");
    }
    line.title = item->title;
    line.is_bold = item->is_new;
    line.mark = item->is_favorite ? STR("★")
                : item->is_new    ? STR("●")
                : is_done         ? STR("✓")
                                  : STR(" ");
    draw_line(s, c, area, is_here, &line);
}

static void
draw_number(const struct spine *s, struct canvas *c, struct rect area,
    const struct row *row, bool is_here)
{
    struct item_list list = {0};
    struct line gone = {.mark = STR(" "), .title = STR("(deleted)")};
    struct err err;

    if (s->db && lists_load_item(s->db, row->id, &list, &err)) {
        /* Outside of feeds all but what was read is new; that says nothing. */
        struct item item = list.items[0];
        item.is_new = item.is_new && row->n > 0;
        draw_item(s, c, area, &item, row->part, is_here);
    } else {
        draw_line(s, c, area, is_here, &gone);
    }
    item_list_done(&list);
}

/*
 * Returns where that begins of a snippet which is shown in so many cells: as many
 * words behind its beginning as it takes for the first that was found to be
 * there, too.
 */
static size_t
find_shown(const struct snippet *snippet, int cols)
{
    const struct str text = snippet->text;
    size_t start = 0;

    if (snippet->n_marks == 0 || (int)utf8_cols(text) <= cols)
        return 0;
    const size_t first = snippet->marks[0].at;
    const size_t end = first + snippet->marks[0].len;
    cols -= 2; /* dots at both ends */
    while (
        start < first && (int)utf8_cols(str_slice(text, start, end)) > cols) {
        const size_t blank = str_find(text, STR(" "), start);
        start = blank < first ? blank + 1 : first;
    }
    return start;
}

static void
draw_snippet(const struct spine *s, struct canvas *c, struct rect area,
    const struct snippet *snippet)
{
    const struct theme *theme = s->list->theme;
    const struct attrs attrs = theme->keys[THEME_BYLINE];
    struct rect line = {area.col + MARGIN + 2 * MARK_COLS, area.row,
        area.cols - 2 * MARGIN - 2 * MARK_COLS, 1};
    const struct str text = snippet->text;
    const size_t start = find_shown(snippet, line.cols);

    if (start > 0) {
        const int col =
            canvas_put(c, line, line.col, line.row, STR("…"), attrs);
        line.cols -= col - line.col;
        line.col = col;
    }
    int end = canvas_put_short(
        c, line, line, str_slice(text, start, text.len), attrs);
    if (end > line.col + line.cols)
        end = line.col + line.cols;
    for (uint32_t i = 0; i < snippet->n_marks; i++) {
        const struct snippet_mark *m = &snippet->marks[i];
        struct str before = str_slice(text, start, m->at);
        struct str word = str_slice(text, m->at, m->at + m->len);
        int col = line.col + (int)utf8_cols(before);
        if (col + (int)utf8_cols(word) < end)
            canvas_put(c, line, col, line.row, word, theme->keys[THEME_MATCH]);
    }
}

/* Adds what a feed is about: that it is asked or, if that is over, why it could
 * not be had. What could be done then is too much for a row. */
static void
add_state(const struct spine *s, const struct feeds_item *feed, struct facts *f)
{
    enum harvest_stage stage = HARVEST_OVER;

    if (s->host && s->host->asking)
        stage = s->host->asking(s->host->user, feed->id);
    if (stage != HARVEST_OVER) {
        buf_add_text(
            add_fact(f), stage == HARVEST_LOADING ? "asking …" : "waiting");
    } else if (feed->failure.len > 0) {
        buf_add_str(add_fact(f),
            str_slice(feed->failure, 0, str_find(feed->failure, STR("; "), 0)));
        f->is_elastic = true;
    }
}

static void
draw_feed(const struct spine *s, struct canvas *c, struct rect area,
    const struct feeds_item *feed, bool is_here)
{
    struct line line = {.mark = STR(" ")};

    add_state(s, feed, &line.facts);
    if (feed->n_unread > 0)
        buf_add_format(
            add_fact(&line.facts), "%lld unread", (long long)feed->n_unread);
    else if (feed->checked_at == 0)
        buf_add_text(add_fact(&line.facts), "not loaded yet");
    line.title = feed->title;
    line.is_bold = feed->n_unread > 0;
    if (feed->n_unread > 0)
        line.mark = STR("●");
    if (line.facts.is_elastic)
        line.mark = STR("!");
    draw_line(s, c, area, is_here, &line);
}

static void
draw_list(const struct spine *s, struct canvas *c, struct rect area,
    const struct name *list, bool is_here)
{
    const bool is_done = list->n_finished == list->n_items;
    struct line line = {.mark = is_done ? STR("✓") : STR("≡")};
    struct buf *fact = add_fact(&line.facts);

    if (list->n_finished > 0 && !is_done)
        buf_add_format(fact, "%lld of ", (long long)list->n_finished);
    buf_add_format(fact, "%lld", (long long)list->n_items);
    if (list->n_finished > 0)
        buf_add_text(fact, " read");
    line.title = list->name;
    draw_line(s, c, area, is_here, &line);
}

static void
draw_bundled(const struct spine *s, struct canvas *c, struct rect area,
    shelf_id id, bool is_here)
{
    const struct shelf_item *item = shelf_item(s->bundled, id);
    struct line line = {.mark = STR(" ")};

    if (item->words > 0)
        buf_add_format(
            add_fact(&line.facts), "%u min", article_minutes(item->words));
    line.title = str_of(shelf_title(s->bundled, id));
    draw_line(s, c, area, is_here, &line);
}

/* Appends what a glance at all feeds would tell. */
static void
add_totals(const struct feeds_list *feeds, struct buf *out)
{
    int64_t n_unread = 0;
    uint32_t n_failing = 0;

    for (uint32_t i = 0; i < feeds->n_items; i++) {
        n_unread += feeds->items[i].n_unread;
        n_failing += feeds->items[i].failure.len > 0;
    }
    if (n_unread > 0)
        buf_add_format(out, " · %lld unread", (long long)n_unread);
    if (n_failing > 0)
        buf_add_format(out, " · %u failing", n_failing);
}

static void
draw_heading(const struct spine *s, struct canvas *c, struct rect area,
    const struct row *row)
{
    const struct theme *theme = s->list->theme;
    struct buf count = {0};
    int col = canvas_put(c, area, area.col + MARGIN, area.row,
        str_of(rows_title(row->part)), theme->keys[THEME_HEADING2]);

    buf_add_format(&count, "%u", row->n);
    if (row->part == ROWS_FEEDS && row->n == s->rows->feeds.n_items)
        add_totals(&s->rows->feeds, &count);
    canvas_put(c, area, col + GAP, area.row, buf_str(&count),
        theme->keys[THEME_BYLINE]);
    buf_done(&count);
}

void
spine_draw(const struct spine *s, uint32_t row, struct canvas *c,
    struct rect area, bool is_here)
{
    const struct row *r = &s->rows->items[row];
    const struct name *name;
    struct item item;
    struct line line = {.mark = STR(" ")};
    struct buf more = {0};

    switch (r->kind) {
    case ROWS_GAP:
        break;
    case ROWS_HEADING:
        draw_heading(s, c, area, r);
        break;
    case ROWS_ITEM:
        draw_number(s, c, area, r, is_here);
        break;
    case ROWS_HIT:
        item = s->rows->hits.list.items[r->n];
        item.is_new = false;
        draw_item(s, c, area, &item, r->part, is_here);
        break;
    case ROWS_SNIPPET:
        draw_snippet(s, c, area, &s->rows->hits.snippets[r->n]);
        break;
    case ROWS_FEED:
        draw_feed(s, c, area, &s->rows->feeds.items[r->n], is_here);
        break;
    case ROWS_LIST:
        draw_list(s, c, area, &s->rows->lists.items[r->n], is_here);
        break;
    case ROWS_TAG:
        name = &s->rows->tags.items[r->n];
        buf_add_format(add_fact(&line.facts), "%lld", (long long)name->n_items);
        line.title = name->name;
        line.mark = STR("#");
        draw_line(s, c, area, is_here, &line);
        break;
    case ROWS_BUNDLED:
        draw_bundled(s, c, area, r->n, is_here);
        break;
    case ROWS_MORE:
        buf_add_format(&more, "… %u more", r->n);
        line.title = buf_str(&more);
        draw_line(s, c, area, is_here, &line);
        buf_done(&more);
        break;
    }
}
