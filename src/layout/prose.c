/* SPDX-License-Identifier: ISC */
/*
 * prose - the text of one paragraph as it is shown
 *
 * The text is copied, which costs little and lets the line breaker see one
 * unbroken text. A word joiner, which takes no room and is never shown, keeps a
 * number with the word before it.
 *
 * Superscripts and subscripts get a sign in front: without it, ten to the sixth
 * would read as a hundred and six where the terminal cannot raise a letter.
 */
#include "prose.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "model/plate.h"

#include <stdlib.h>

#define WORD_JOINER "\xE2\x81\xA0"

enum {
    MAX_INLINE = 500, /* cells of an address in the text */
};

void
prose_clear(struct prose *p)
{
    buf_cut(&p->text, 0);
    p->n_pieces = 0;
    p->cursor = 0;
}

static void
add_piece(struct prose *p, struct str text, struct piece piece)
{
    if (text.len == 0)
        return;
    piece.from = (uint32_t)p->text.len;
    MEM_GROW(p->pieces, p->cap_pieces, p->n_pieces + 1);
    p->pieces[p->n_pieces++] = piece;
    buf_add_str(&p->text, text);
}

void
prose_add_own(struct prose *p, struct str text, struct look look)
{
    add_piece(p, text, (struct piece){.look = look, .kind = PIECE_OWN});
}

void
prose_add_text(struct prose *p, const struct article *a, struct text_ref text,
    struct look look, enum piece_kind kind)
{
    add_piece(p, article_str(a, text),
        (struct piece){.at = text.at, .look = look, .kind = (uint8_t)kind});
}

/*
 * Returns where a span leads: an image that is no link leads to the picture.
 */
static link_ix
target_of(const struct span *span)
{
    if (span->link == LINK_NONE && (span->roles & ROLE_IMAGE))
        return span->image;
    return span->link;
}

/*
 * Tells whether s reads the same raised or not: an ordinal or a mark that has
 * brackets already.
 */
static bool
is_plain_script(struct str s)
{
    static const struct str ordinals[] = {STR_INIT("st"), STR_INIT("nd"),
        STR_INIT("rd"), STR_INIT("th"), STR_INIT("er"), STR_INIT("re")};

    for (size_t i = 0; i < sizeof ordinals / sizeof ordinals[0]; i++)
        if (str_eq_nocase(s, ordinals[i]))
            return true;
    return s.len == 0 || s.ptr[0] == '[' || s.ptr[0] == '(';
}

/*
 * Returns what a span needs in front of its text, if the span before it (which
 * may be NULL) has not begun the same.
 */
static struct str
opening_of(
    const struct article *a, const struct span *span, const struct span *before)
{
    uint32_t fresh = span->roles & ~(before ? before->roles : 0);
    struct str text = article_str(a, span->text);

    if ((span->roles & ROLE_IMAGE) &&
        ((fresh & ROLE_IMAGE) || before->image != span->image))
        return STR("[▣ ");
    if (span->roles & ROLE_NOTE_REF)
        return str_starts(text, STR("[")) ? (struct str){0}
                                          : STR(WORD_JOINER "[");
    if ((fresh & ROLE_SUP) && !is_plain_script(text))
        return STR("^");
    if ((fresh & ROLE_SUB) && !is_plain_script(text))
        return STR("_");
    return (struct str){0};
}

/*
 * Returns what a span needs behind its text, before the span after it (which
 * may be NULL).
 */
static struct str
closing_of(
    const struct article *a, const struct span *span, const struct span *after)
{
    bool is_going_on = after && (after->roles & ROLE_IMAGE) &&
                       (span->roles & ROLE_IMAGE) &&
                       after->image == span->image;

    if (span->roles & ROLE_IMAGE)
        return is_going_on ? (struct str){0} : STR("]");
    if (span->roles & ROLE_NOTE_REF)
        return str_starts(article_str(a, span->text), STR("["))
                   ? (struct str){0}
                   : STR("]");
    return (struct str){0};
}

/*
 * Tells whether there is something to say of a link with that text.
 */
static bool
is_worth_telling(struct str address, struct str text)
{
    if (address.len == 0 || address.ptr[0] == '#' || str_eq(address, text))
        return false;
    return !str_starts(address, STR("mailto:")) ||
           !str_eq(str_slice(address, 7, address.len), text);
}

/*
 * Adds an address in brackets. What would fill pages, a picture inside of its
 * address for instance, is cut.
 */
static void
add_cut(struct buf *text, struct str address)
{
    size_t cols;
    struct str shown = utf8_fit(address, MAX_INLINE, &cols);
    const char *more = shown.len < address.len ? "…" : "";

    buf_add_format(text, " <%.*s%s>", STR_ARG(shown), more);
}

/*
 * Adds the number or the address of a link behind its text, if asked for.
 */
static void
add_address(
    struct prose *p, struct refs *refs, link_ix link, struct str address)
{
    struct look look = {link, 0, THEME_ADDRESS};
    struct buf text = {0};

    if (refs->mode == LAYOUT_LINKS_END)
        buf_add_format(&text, WORD_JOINER "[%u]", refs_number(refs, link));
    else
        add_cut(&text, address);
    prose_add_own(p, buf_str(&text), look);
    buf_done(&text);
}

bool
prose_is_picture(const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];

    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[block->first_span + i];
        struct str text = article_str(a, span->text);
        if (!(span->roles & (ROLE_IMAGE | ROLE_PLAYER)) &&
            str_trim(text).len > 0)
            return false;
    }
    return block->n_spans > 0;
}

/*
 * Returns text without the blank in front, if one is there already: a picture
 * that is not told stood between them.
 */
static struct text_ref
close_gap(const struct prose *p, const struct article *a, struct text_ref text)
{
    bool has_blank = p->text.len == 0 || p->text.ptr[p->text.len - 1] == ' ';

    if (has_blank && str_starts(article_str(a, text), STR(" "))) {
        text.at++;
        text.len--;
    }
    return text;
}

void
prose_add_leaf(struct prose *p, const struct article *a, block_ix b,
    enum theme_key key, struct refs *refs)
{
    const struct span *first = &a->spans[a->blocks[b].first_span];
    const struct span *end = first + a->blocks[b].n_spans;
    uint32_t link_at = 0; /* where the text of the link begins */
    bool has_pictures = !p->is_text || prose_is_picture(a, b);

    for (const struct span *span = first; span < end; span++) {
        const struct span *before = span > first ? span - 1 : NULL;
        const struct span *after = span + 1 < end ? span + 1 : NULL;
        link_ix link = target_of(span);
        struct look look = {link, span->roles, (uint8_t)key};

        if (!has_pictures && (span->roles & ROLE_IMAGE))
            continue;
        if (!before || target_of(before) != link)
            link_at = span->text.at;
        struct text_ref text = span->text;
        if (!has_pictures && before && (before->roles & ROLE_IMAGE))
            text = close_gap(p, a, text);
        prose_add_own(p, opening_of(a, span, before), look);
        prose_add_text(p, a, text, look, PIECE_BODY);
        prose_add_own(p, closing_of(a, span, after), look);

        if (refs->mode == LAYOUT_LINKS_NONE || link == LINK_NONE ||
            (after && target_of(after) == link))
            continue;
        struct buf shown = {0};
        struct text_ref label = {
            link_at, span->text.at + span->text.len - link_at};
        plate_add(&shown, article_link(a, link));
        if (is_worth_telling(buf_str(&shown), article_str(a, label)))
            add_address(p, refs, link, buf_str(&shown));
        buf_done(&shown);
    }
}

uint32_t
prose_add_label(struct prose *p, const struct article *a, block_ix b,
    enum theme_key key, uint32_t cols)
{
    const struct block *block = &a->blocks[b];

    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[block->first_span + i];
        struct look look = {target_of(span), span->roles, (uint8_t)key};
        size_t used;
        struct str part = utf8_fit(article_str(a, span->text), cols, &used);
        struct text_ref ref = {span->text.at, (uint32_t)part.len};

        prose_add_text(p, a, ref, look, PIECE_ASIDE);
        if (part.len < span->text.len) {
            prose_add_own(p, STR("…"), look);
            return 0;
        }
        cols -= (uint32_t)used;
    }
    return cols;
}

/*
 * Moves the cursor to the piece that holds byte i, or is the last.
 */
static void
seek(struct prose *p, uint32_t i)
{
    while (p->cursor > 0 && p->pieces[p->cursor].from > i)
        p->cursor--;
    while (p->cursor + 1 < p->n_pieces && p->pieces[p->cursor + 1].from <= i)
        p->cursor++;
}

static uint32_t
end_of_piece(const struct prose *p, uint32_t piece)
{
    return piece + 1 < p->n_pieces ? p->pieces[piece + 1].from
                                   : (uint32_t)p->text.len;
}

struct place
prose_place(struct prose *p, uint32_t from, uint32_t to)
{
    struct place place = {PROSE_NOWHERE, PROSE_NOWHERE};

    seek(p, from);
    for (uint32_t i = p->cursor; i < p->n_pieces; i++) {
        const struct piece *piece = &p->pieces[i];
        uint32_t end = end_of_piece(p, i);
        if (piece->from >= to && i > p->cursor)
            break;
        if (piece->kind != PIECE_BODY)
            continue;
        if (place.from == PROSE_NOWHERE)
            place.from =
                piece->at + (from > piece->from ? from - piece->from : 0);
        place.to = piece->at + (to < end ? to : end) - piece->from;
    }
    return place;
}

/*
 * Returns how many bytes at the start of s are one character that is not shown:
 * a soft hyphen, a zero width space, a word joiner. 0: it is shown.
 */
static size_t
unseen_len(struct str s)
{
    if (s.len >= 2 && memcmp(s.ptr, "\xC2\xAD", 2) == 0)
        return 2;
    if (s.len >= 3 && (memcmp(s.ptr, "\xE2\x80\x8B", 3) == 0 ||
                          memcmp(s.ptr, WORD_JOINER, 3) == 0))
        return 3;
    return 0;
}

/*
 * Returns how many bytes of s come before the next character that is not shown.
 */
static size_t
seen_len(struct str s)
{
    size_t i = 0;

    while (i < s.len && ((unsigned char)s.ptr[i] < 0xC2 ||
                            unseen_len(str_slice(s, i, s.len)) == 0))
        i++;
    return i;
}

/*
 * Adds the run of text, which is of the article and begins at byte at of it, or
 * is the layout's own. Returns the column behind it.
 */
static uint32_t
put_run(struct sheet *sheet, struct str text, const struct piece *piece,
    uint32_t at, uint32_t col)
{
    bool is_own = piece->kind == PIECE_OWN;
    struct run run = {
        .at = is_own ? sheet_keep(sheet, text).at : at,
        .len = (uint32_t)text.len,
        .col = col,
        .cols = (uint32_t)utf8_cols(text),
        .link = piece->look.link,
        .roles = piece->look.roles,
        .key = piece->look.key,
        .is_own = is_own,
    };

    sheet_add_run(sheet, run);
    return col + run.cols;
}

void
prose_put(struct prose *p, struct sheet *sheet, uint32_t from, uint32_t to,
    uint32_t col)
{
    seek(p, from);
    for (uint32_t i = from; i < to;) {
        const struct piece *piece = &p->pieces[p->cursor];
        uint32_t end = end_of_piece(p, p->cursor);
        struct str rest = str_slice(buf_str(&p->text), i, end < to ? end : to);

        size_t len = seen_len(rest);
        if (len > 0)
            col = put_run(sheet, str_slice(rest, 0, len), piece,
                piece->at + (i - piece->from), col);
        len += unseen_len(str_slice(rest, len, rest.len));
        i += (uint32_t)len;
        if (i == end && p->cursor + 1 < p->n_pieces)
            p->cursor++;
    }
}

struct look
prose_look(struct prose *p, uint32_t i)
{
    seek(p, i);
    return p->pieces[p->cursor].look;
}

void
prose_done(struct prose *p)
{
    buf_done(&p->text);
    free(p->pieces);
    *p = (struct prose){0};
}
