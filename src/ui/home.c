/* SPDX-License-Identifier: ISC */
/*
 * home - a shelf as a view
 *
 * A row is as high as lets all of them be seen at once, and no higher than
 *
 *      Pinto beans and gut health         The gutread authors · 6 min
 *      A plain bean with a lot of fibre: what is in it, what studies
 *      have seen, how to cook it safely, and how to get along with …
 *
 * with an empty line below; at worst it is the first line alone. The height
 * depends on the number of all rows, so that nothing jumps while a filter is
 * typed. The rows remember the ids of their articles, because the shelf may
 * have put them in another order when it is looked at again.
 */
#include "ui/home.h"

#include "app/install.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/list.h"
#include "ui/page.h"
#include "ui/tui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_COLS = 96,
    MAX_LINES = 4,    /* of a row */
    LEAST_TITLE = 24, /* cells of a title that facts may not take */
    LEAST_LINE = 34,  /* cells of a line that has any facts */
    GAP = 2,          /* cells between title and facts */
    FEW_ROWS = 12     /* of a list that has no room for air */
};

struct home {
    struct list_view base;
    const struct theme *theme;
    const struct shelf *shelf;
    shelf_id *ids; /* owned: of each row */
    uint32_t n_ids;
    const struct feed *feed; /* that all articles are entries of, or NULL */
    struct buf heading;      /* what the articles have in common */
    struct home_host host;
};

/* What the articles have in common. */

/* Returns the real folder that the file is in, empty for other sources. */
static struct str
folder_of(const struct source *s)
{
    const char *slash = s->kind == SOURCE_FILE ? strrchr(s->key, '/') : NULL;

    if (!slash)
        return (struct str){0};
    return (struct str){s->key, (size_t)(slash - s->key)};
}

/* Returns what follows the last slash of path. */
static struct str
last_name(struct str path)
{
    for (size_t i = path.len; i > 0; i--)
        if (path.ptr[i - 1] == '/')
            return str_slice(path, i, path.len);
    return path;
}

/* Returns the feed that all articles are entries of, or NULL. */
static const struct feed *
common_feed(const struct home *h)
{
    const struct shelf_item *first = NULL;

    for (uint32_t row = 0; row < h->n_ids; row++) {
        const struct shelf_item *item = shelf_item(h->shelf, h->ids[row]);
        if (row == 0)
            first = item;
        if (!item->feed || item->batch != first->batch)
            return NULL;
    }
    return first ? first->feed : NULL;
}

/* Tells whether the bundled articles are in folder. */
static bool
is_bundled(struct str folder)
{
    char *path = install_find_articles();
    char *real = path ? realpath(path, NULL) : NULL;
    bool is_same = real && str_eq(str_of(real), folder);

    free(real);
    free(path);
    return is_same;
}

/* Calls the list by the folder that all articles are in. */
static void
put_heading(struct home *h)
{
    struct str folder = {0};

    if (h->feed) {
        struct str title = feed_fact(h->feed, FEED_TITLE);
        buf_add_str(&h->heading, title.len > 0 ? title : STR("Feed"));
        return;
    }
    for (uint32_t row = 0; row < h->n_ids; row++) {
        struct str other =
            folder_of(&shelf_item(h->shelf, h->ids[row])->source);
        if (row > 0 && !str_eq(folder, other))
            other.len = 0;
        folder = other;
        if (folder.len == 0)
            break;
    }
    if (folder.len == 0)
        buf_add_text(&h->heading, "Articles");
    else if (is_bundled(folder))
        buf_add_text(&h->heading, "Bundled articles");
    else
        utf8_add_clean(&h->heading, last_name(folder));
}

/* Rows. */

static const struct shelf_item *
item_at(const struct home *h, uint32_t row)
{
    return shelf_item(h->shelf, h->ids[row]);
}

/* Appends text, if it is known, behind a blank. */
static void
add_words(struct buf *out, const char *text)
{
    if (text) {
        buf_add_char(out, ' ');
        buf_add_text(out, text);
    }
}

static void
add_text(void *user, uint32_t row, struct buf *out)
{
    const struct home *h = user;
    const struct shelf_item *item = item_at(h, row);

    buf_add_text(out, shelf_title(h->shelf, h->ids[row]));
    add_words(out, item->byline);
    add_words(out, item->excerpt);
}

/* Appends one of several facts, parted by dots; nothing when it is unknown. */
static void
add_fact(struct buf *out, struct str fact)
{
    if (fact.len == 0)
        return;
    if (out->len > 0)
        buf_add_text(out, " · ");
    buf_add_str(out, fact);
}

/* Appends who, when and how long: the last n of the three. */
static void
add_facts(const struct shelf_item *item, int n, struct buf *out)
{
    char minutes[32] = "";

    if (item->words > 0)
        snprintf(
            minutes, sizeof minutes, "%u min", article_minutes(item->words));
    if (n > 2)
        add_fact(out, str_of(item->byline));
    if (n > 1)
        add_fact(out, article_day(str_of(item->published)));
    add_fact(out, str_of(minutes));
}

/* Appends what stands at the right of a title that has line.cols cells with it.
 * The last fact may shorten the title, unless the line is short itself. */
static void
add_side(const struct shelf_item *item, struct str title, struct rect line,
    struct buf *out)
{
    int room = line.cols - (int)utf8_cols(title) - GAP;

    if (room > line.cols - LEAST_TITLE - GAP)
        room = line.cols - LEAST_TITLE - GAP;
    if (item->failure && line.rows == 1) {
        buf_add_text(out, item->failure);
        return;
    }
    for (int n = 3; n > 0; n--) {
        buf_cut(out, 0);
        add_facts(item, n, out);
        if ((int)utf8_cols(buf_str(out)) <= room)
            return;
    }
    if (line.cols < LEAST_LINE)
        buf_cut(out, 0);
}

/*
 * Draws what the article is about, or why it cannot be read, below its title.
 */
static void
draw_more(const struct home *h, const struct shelf_item *item, struct canvas *c,
    struct rect line, bool is_here)
{
    enum theme_key key = item->failure ? THEME_NOTICE : THEME_BYLINE;
    struct attrs attrs = list_attrs(&h->base.list, key, is_here);
    struct str rest = str_of(item->failure ? item->failure : item->excerpt);

    for (int i = 1; i < line.rows && rest.len > 0; i++) {
        struct str part = str_trim(rest);
        if (i + 1 < line.rows)
            part = page_cut_line(&rest, line.cols);
        canvas_put_short(c, line,
            (struct rect){line.col, line.row + i, line.cols, 1}, part, attrs);
    }
}

static void
draw_item(
    void *user, uint32_t row, struct canvas *c, struct rect area, bool is_here)
{
    const struct home *h = user;
    const struct shelf_item *item = item_at(h, row);
    struct str title = str_of(shelf_title(h->shelf, h->ids[row]));
    struct rect line = {area.col + 1, area.row, area.cols - 2, area.rows};
    enum theme_key key = item->failure ? THEME_NOTICE : THEME_BYLINE;
    int end = line.col + line.cols;
    struct buf side = {0};

    add_side(item, title, line, &side);
    int cols = (int)utf8_cols(buf_str(&side));
    if (item->failure && cols > line.cols / 2)
        cols = line.cols / 2;
    canvas_put_short(c, line, (struct rect){end - cols, line.row, cols, 1},
        buf_str(&side), list_attrs(&h->base.list, key, is_here));
    buf_done(&side);

    if (cols > 0)
        end -= cols + GAP;
    canvas_put_short(c, line,
        (struct rect){line.col, line.row, end - line.col, 1}, title,
        list_attrs(&h->base.list, THEME_TITLE, is_here));
    draw_more(h, item, c, line, is_here);
}

static view_reaction
open_item(void *user, uint32_t row)
{
    struct home *h = user;

    return h->host.open(h->host.user, h->ids[row]);
}

static const struct list_ops list_ops = {draw_item, add_text, open_item, NULL};

/* The view. */

/* Says what gutread could be given to read. */
static void
draw_empty(const struct home *h, struct canvas *c, struct rect body)
{
    static const char *const lines[] = {
        "There is nothing to read here yet: the articles that come",
        "with gutread were not found. Name a file, several, or a",
        "folder, in Markdown or plain text:",
        "",
        "    gutread article.md",
        "    gutread notes/",
        "    gutread - < article.md",
    };

    for (int i = 0; i < (int)(sizeof lines / sizeof *lines); i++)
        canvas_put_short(c, body,
            (struct rect){body.col + 1, body.row + i, body.cols - 1, 1},
            str_of(lines[i]), h->theme->keys[THEME_TEXT]);
}

/* Gives rows the height that lets all be seen, if there is one. What is new in a
 * feed stands at its top, so that there the excerpt matters more. */
static void
fit_rows(struct home *h, int rows)
{
    int lines = h->n_ids > 0 ? rows / (int)h->n_ids : 1;
    int least = !h->feed ? 1 : rows < FEW_ROWS ? 2 : 3;

    if (lines < least)
        lines = least;

    if (lines > MAX_LINES)
        lines = MAX_LINES;
    h->base.list.lines = lines > 1 ? lines : 1;
    h->base.list.gap = lines > 2;
}

static void
draw(struct view *v, struct canvas *c, struct rect area)
{
    struct home *h = (struct home *)v;
    struct page page = {h->theme, STR("gutread"), {0}, MAX_COLS};
    struct rect body = page_draw(&page, c, area);

    if (h->n_ids == 0) {
        draw_empty(h, c, body);
        return;
    }
    canvas_put_short(c, body,
        (struct rect){body.col + 1, body.row, body.cols - 2, 1},
        buf_str(&h->heading), h->theme->keys[THEME_HEADING2]);
    int air = body.rows >= 3 * (int)h->n_ids + 2;
    body.row += 1 + air;
    body.rows -= 1 + air;
    fit_rows(h, body.rows);
    list_draw(&h->base.list, c, body);
}

/* Has something done with the feed that the selected article is an entry of. */
static view_reaction
act_feed(const struct home *h, home_open_fn fn)
{
    const uint32_t row = list_row(&h->base.list);

    if (row == LIST_NONE || !shelf_item(h->shelf, h->ids[row])->feed)
        return VIEW_IGNORED;
    return fn(h->host.user, h->ids[row]);
}

/* Tells whether the action puts an article away, which the library has to have. */
static bool
is_filing(enum action action)
{
    return action == ACTION_SAVE || action == ACTION_FAVORITE ||
           action == ACTION_ARCHIVE || action == ACTION_TAGS ||
           action == ACTION_LISTS;
}

static view_reaction
act(struct view *v, enum action action, unsigned count)
{
    struct home *h = (struct home *)v;
    view_reaction reaction = list_act(&h->base.list, action, count);

    if (reaction == VIEW_IGNORED && action == ACTION_CLOSE)
        return VIEW_CLOSE;
    if (reaction == VIEW_IGNORED && action == ACTION_RELOAD)
        return act_feed(h, h->host.reload);
    if (reaction == VIEW_IGNORED && action == ACTION_SAVE)
        reaction = act_feed(h, h->host.subscribe);
    if (reaction != VIEW_IGNORED || !is_filing(action))
        return reaction;
    tui_notice(v->tui, "open the article first");
    return VIEW_DRAW;
}

static void
status(struct view *v, struct buf *left, struct buf *right)
{
    struct home *h = (struct home *)v;

    buf_add_str(left, buf_str(&h->heading));
    list_add_place(&h->base.list, right);
}

static void
free_home(struct view *v)
{
    struct home *h = (struct home *)v;

    h->host.close(h->host.user);
    list_done(&h->base.list);
    buf_done(&h->heading);
    free(h->ids);
    free(h);
}

static const enum action hints[] = {
    ACTION_FIND, ACTION_HELP, ACTION_CLOSE, ACTION_NONE};

static const struct view_ops ops = {
    .name = "home",
    .hints = hints,
    .draw = draw,
    .act = act,
    .key = list_view_key,
    .paste = list_view_paste,
    .mouse = list_view_mouse,
    .status = status,
    .free = free_home,
};

struct view *
home_new(const struct theme *theme, const struct shelf *shelf,
    const struct home_host *host)
{
    struct home *h = mem_alloc_zero(1, sizeof *h);

    h->base.view.ops = &ops;
    h->theme = theme;
    h->shelf = shelf;
    h->host = *host;
    list_init(&h->base.list, theme, &list_ops, h, 0);
    home_refresh(&h->base.view);
    return &h->base.view;
}

/* Returns the row of the article id, 0 when it is not there. */
static uint32_t
row_of(const struct home *h, shelf_id id)
{
    uint32_t place = id == SHELF_NONE ? 0 : shelf_place(h->shelf, id);

    return place < h->n_ids ? place : 0;
}

void
home_refresh(struct view *home)
{
    struct home *h = (struct home *)home;
    uint32_t row = h->base.list.wanted;
    shelf_id id = row > 0 && row < h->n_ids ? h->ids[row] : SHELF_NONE;

    h->n_ids = shelf_count(h->shelf);
    h->ids = mem_resize(h->ids, h->n_ids + 1, sizeof *h->ids);
    for (uint32_t place = 0; place < h->n_ids; place++)
        h->ids[place] = shelf_at(h->shelf, place);
    const struct feed *feed = common_feed(h);
    if (feed != h->feed)
        buf_cut(&h->heading, 0);
    h->feed = feed;
    if (h->heading.len == 0 && h->n_ids > 0)
        put_heading(h);
    list_reset(&h->base.list, h->n_ids, row_of(h, id));
}

void
home_select(struct view *home, shelf_id id)
{
    struct home *h = (struct home *)home;

    home_refresh(home); /* reading may have changed the order */
    const uint32_t row = row_of(h, id);
    if (row < h->n_ids && h->ids[row] == id)
        list_reset(&h->base.list, h->n_ids, row);
}
