/* SPDX-License-Identifier: ISC */
/*
 * wrap - breaks one paragraph into lines
 *
 * The paragraph becomes boxes: pieces of text between two places where a line
 * may end, measured in cells. A greedy line takes what fits. Balanced lines are
 * the cheapest way through the boxes (Knuth and Plass 1981): first the fewest
 * lines, then the least sum of squares of the room left over. That order can be
 * added up line by line, so the best way to a place is the best way to the
 * place one line before it, plus a line; and since a box takes a cell at least,
 * there are at most as many places to look at as a line has cells.
 *
 * A paragraph of very many boxes is done in batches. A batch ends where greedy
 * lines end, from where the rest never needs more lines than from elsewhere.
 */
#include "layout/wrap.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "breaks.h"

#include <stdlib.h>

#ifndef WRAP_BATCH
#    define WRAP_BATCH (1 << 15)
#endif

enum {
    MAX_BALANCED = 500, /* wider lines are always greedy */
};

/* A piece of text that no line breaks. */
struct wrap_box {
    uint32_t from, to; /* without the blanks that follow */
    uint32_t left;     /* cells from the start of the paragraph */
    uint32_t right;
    bool has_hyphen; /* ends in a soft hyphen */
};

/* A place between boxes, and the best way to it. */
struct wrap_node {
    uint64_t cost;
    uint32_t n_lines;
    uint32_t back; /* the place one line before it */
};

/* One text on its way into lines. */
struct wrapping {
    struct wrap *w;
    struct str text;
    struct wrap_opts opts;
    bool is_measuring;
    bool is_first; /* the first line is still to come */
    uint32_t word; /* measured so far */
    uint32_t line;
    uint32_t n_torn;     /* boxes of this batch that are parts of one word */
    struct wrap_box box; /* the one that grows */
    uint32_t col;        /* behind the last cluster */
};

/* One grapheme cluster. */
struct cluster {
    uint32_t len, cols;
    bool is_blank;
};

static struct cluster
cluster_at(struct str text, size_t i)
{
    struct str rest = {text.ptr + i, text.len - i};
    struct cluster cluster = {1, 1, rest.ptr[0] == ' '};
    uint32_t cp;

    if ((rest.ptr[0] & 0x80) == 0 &&
        (rest.len == 1 || (rest.ptr[1] & 0x80) == 0))
        return cluster;

    cluster.len = (uint32_t)utf8_grapheme(rest);
    cluster.cols = (uint32_t)utf8_cols(str_slice(rest, 0, cluster.len));
    size_t len = utf8_decode(rest.ptr, rest.len, &cp);
    cluster.is_blank = len == cluster.len && utf8_is_space(cp);
    return cluster;
}

static bool
ends_in_soft_hyphen(struct str text, uint32_t to)
{
    return to >= 2 && memcmp(text.ptr + to - 2, "\xC2\xAD", 2) == 0;
}

/*
 * Returns the cells that a line may have which begins with box i.
 */
static uint32_t
room_from(const struct wrapping *g, uint32_t i)
{
    bool is_hanging = i > 0 || !g->is_first;

    return is_hanging ? g->opts.cols - g->opts.hang : g->opts.cols;
}

/*
 * Returns the cells of the line from box i up to, not including, box k.
 */
static uint32_t
cols_of_line(const struct wrap *w, uint32_t i, uint32_t k)
{
    return w->boxes[k - 1].right - w->boxes[i].left;
}

static void
add_line(
    struct wrap_line *line, const struct wrapping *g, uint32_t i, uint32_t k)
{
    const struct wrap_box *last = &g->w->boxes[k - 1];
    uint32_t cols = cols_of_line(g->w, i, k);
    bool has_hyphen = last->has_hyphen && cols < room_from(g, i);

    *line = (struct wrap_line){
        .from = g->w->boxes[i].from,
        .to = last->to,
        .cols = cols + has_hyphen,
        .has_hyphen = has_hyphen,
    };
}

/*
 * Takes the first n boxes away, which are in lines now.
 */
static void
drop_boxes(struct wrapping *g, uint32_t n)
{
    struct wrap *w = g->w;

    if (n > 0)
        g->is_first = false;
    w->n_boxes -= n;
    memmove(w->boxes, w->boxes + n, w->n_boxes * sizeof *w->boxes);
}

/*
 * Makes lines that take what fits; the last one only if the paragraph ends.
 */
static void
break_greedily(struct wrapping *g, bool is_end)
{
    struct wrap *w = g->w;
    uint32_t i = 0;

    while (i < w->n_boxes) {
        uint32_t room = room_from(g, i);
        uint32_t best = i + 1, k = i + 1;
        for (; k <= w->n_boxes && cols_of_line(w, i, k) <= room; k++)
            if (cols_of_line(w, i, k) + w->boxes[k - 1].has_hyphen <= room)
                best = k;
        if (k > w->n_boxes && !is_end)
            break;
        MEM_GROW(w->lines, w->cap_lines, w->n_lines + 1);
        add_line(&w->lines[w->n_lines++], g, i, best);
        i = best;
    }
    drop_boxes(g, i);
}

/*
 * Returns what the line from box i to box k costs. The last line costs nothing
 * unless it holds a single short word.
 */
static uint64_t
cost_of_line(const struct wrapping *g, uint32_t i, uint32_t k, bool is_last)
{
    uint64_t room = room_from(g, i);
    uint64_t cols = cols_of_line(g->w, i, k);

    if (is_last)
        return k - i == 1 && i > 0 && cols * 6 < room ? room * room / 16 : 0;

    uint64_t slack = cols < room ? room - cols : 0;
    uint64_t hyphen = g->w->boxes[k - 1].has_hyphen ? room * room / 36 : 0;
    return slack * slack + hyphen;
}

/*
 * Finds the best way to place k; those to all places before it are known.
 */
static void
find_way(const struct wrapping *g, uint32_t k, bool is_last)
{
    const struct wrap *w = g->w;
    struct wrap_node best = {UINT64_MAX, UINT32_MAX, k - 1};
    bool has_hyphen = w->boxes[k - 1].has_hyphen && !is_last;

    for (uint32_t i = k; i-- > 0;) {
        uint32_t cols = cols_of_line(w, i, k);
        bool is_alone = i == k - 1;
        if (cols > g->opts.cols && !is_alone)
            break;
        if (cols + has_hyphen > room_from(g, i) && !is_alone)
            continue;

        struct wrap_node way = {
            .cost = w->nodes[i].cost + cost_of_line(g, i, k, is_last),
            .n_lines = w->nodes[i].n_lines + 1,
            .back = i,
        };
        if (way.n_lines < best.n_lines ||
            (way.n_lines == best.n_lines && way.cost < best.cost))
            best = way;
    }
    w->nodes[k] = best;
}

/*
 * Makes lines along the best way to place end.
 */
static void
add_way(struct wrapping *g, uint32_t end)
{
    struct wrap *w = g->w;
    uint32_t n_lines = w->nodes[end].n_lines;

    MEM_GROW(w->lines, w->cap_lines, w->n_lines + n_lines);
    w->n_lines += n_lines;
    for (uint32_t k = end, n = w->n_lines; k > 0; k = w->nodes[k].back)
        add_line(&w->lines[--n], g, w->nodes[k].back, k);
    drop_boxes(g, end);
}

/*
 * Makes balanced lines. When the paragraph goes on, the last line is left for
 * the next batch.
 */
static void
break_balanced(struct wrapping *g, bool is_end)
{
    struct wrap *w = g->w;
    uint32_t n = w->n_boxes;

    MEM_GROW(w->nodes, w->cap_nodes, n + 1);
    w->nodes[0] = (struct wrap_node){0};
    for (uint32_t k = 1; k <= n; k++)
        find_way(g, k, is_end && k == n);

    uint32_t end = n;
    while (!is_end && end > 0 && w->nodes[end].n_lines == w->nodes[n].n_lines)
        end--;
    add_way(g, end);
}

static void
break_boxes(struct wrapping *g, bool is_end)
{
    struct wrap *w = g->w;

    if (w->n_boxes == 0)
        return;
    bool is_one_line =
        is_end && cols_of_line(w, 0, w->n_boxes) <= room_from(g, 0);
    /* A word of many lines is filled into them; there is nothing to balance. */
    bool is_torn = g->n_torn > w->n_boxes / 2;
    g->n_torn = 0;
    if (g->opts.is_greedy || g->opts.cols > MAX_BALANCED || is_one_line ||
        is_torn)
        break_greedily(g, is_end);
    else
        break_balanced(g, is_end);
}

static void
add_box(struct wrapping *g, struct wrap_box box)
{
    struct wrap *w = g->w;

    MEM_GROW(w->boxes, w->cap_boxes, w->n_boxes + 1);
    w->boxes[w->n_boxes++] = box;
    if (w->n_boxes % WRAP_BATCH == 0)
        break_boxes(g, false);
}

/*
 * Adds box cluster by cluster. One without cells stays with the one before it.
 */
static void
add_clusters(struct wrapping *g, struct wrap_box box)
{
    struct wrap_box part = box;

    part.has_hyphen = false;
    part.to = part.from;
    part.right = part.left;
    while (part.to < box.to) {
        struct cluster cluster = cluster_at(g->text, part.to);
        if (cluster.cols > 0 && part.right > part.left) {
            g->n_torn++;
            add_box(g, part);
            part.from = part.to;
            part.left = part.right;
        }
        part.to += cluster.len;
        part.right += cluster.cols;
    }
    part.has_hyphen = box.has_hyphen;
    add_box(g, part);
}

/*
 * Adds a box, in parts if it is wider than a line.
 */
static void
add_fitting(struct wrapping *g, struct wrap_box box)
{
    uint32_t room = g->opts.cols - g->opts.hang;
    struct wrap_box part = box;

    if (box.right - box.left <= room) {
        add_box(g, box);
        return;
    }

    part.has_hyphen = false;
    part.right = part.left;
    for (part.to = box.from; part.to < box.to;) {
        struct cluster cluster = cluster_at(g->text, part.to);
        part.to += cluster.len;
        part.right += cluster.cols;
        if (part.to < box.to && !breaks_after(g->text, part.to))
            continue;

        part.has_hyphen = part.to == box.to && box.has_hyphen;
        if (part.right - part.left <= room)
            add_box(g, part);
        else
            add_clusters(g, part);
        part.from = part.to;
        part.left = part.right;
    }
}

static void
begin_box(struct wrapping *g, uint32_t i)
{
    g->box = (struct wrap_box){i, i, g->col, g->col, false};
}

/*
 * Ends the box that grows at byte i. One without cells goes on growing, so that
 * every box but an empty line's has a cell.
 */
static void
end_box(struct wrapping *g, uint32_t i, bool is_line_end)
{
    if (g->box.right == g->box.left && !is_line_end)
        return;
    if (g->is_measuring) {
        uint32_t cols = g->box.right - g->box.left;
        g->word = cols > g->word ? cols : g->word;
    } else {
        g->box.has_hyphen =
            !is_line_end && g->box.to == i && ends_in_soft_hyphen(g->text, i);
        add_fitting(g, g->box);
    }
    begin_box(g, i);
}

static void
end_line(struct wrapping *g, uint32_t i)
{
    uint32_t cols = g->box.right;

    end_box(g, i, true);
    if (!g->is_measuring)
        break_boxes(g, true);
    g->line = cols > g->line ? cols : g->line;
    g->col = 0;
}

/*
 * Goes through the text once.
 */
static void
wrap(struct wrapping *g)
{
    struct str text = g->text;
    const char *breaks = breaks_find(text, &g->w->breaks, &g->w->cap_breaks);
    bool is_wrapping = g->opts.cols > 0 || g->is_measuring;

    for (uint32_t i = 0; i < text.len;) {
        if (text.ptr[i] == '\n') {
            end_line(g, i++);
            begin_box(g, i);
            continue;
        }
        if (is_wrapping && breaks[i] == BREAKS_MAY)
            end_box(g, i, false);

        struct cluster cluster = cluster_at(text, i);
        i += cluster.len;
        g->col += cluster.cols;
        if (!cluster.is_blank) {
            g->box.to = i;
            g->box.right = g->col;
        }
    }
    if (text.len > 0 && text.ptr[text.len - 1] != '\n')
        end_line(g, (uint32_t)text.len);
}

void
wrap_text(struct wrap *w, struct str text, struct wrap_opts opts)
{
    struct wrapping g = {.w = w, .text = text, .opts = opts, .is_first = true};

    if (opts.hang >= opts.cols)
        g.opts.hang = 0;
    if (opts.cols == 0)
        g.opts.cols = UINT32_MAX;
    w->n_lines = 0;
    w->n_boxes = 0;
    wrap(&g);
}

void
wrap_measure(
    struct wrap *w, struct str text, uint32_t *out_word, uint32_t *out_line)
{
    struct wrapping g = {.w = w, .text = text, .is_measuring = true};

    wrap(&g);
    *out_word = g.word;
    *out_line = g.line;
}

void
wrap_done(struct wrap *w)
{
    free(w->lines);
    free(w->boxes);
    free(w->nodes);
    free(w->breaks);
    *w = (struct wrap){0};
}
