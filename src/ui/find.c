/* SPDX-License-Identifier: ISC */
/*
 * find - searching in the text of an article
 *
 * Plain text is searched in a copy of the article's text that was folded as the
 * pattern asks: all leaves one after the other with a NUL behind each, which no
 * pattern has. Where folding changes the length of a grapheme cluster, a patch
 * says so; everything between two patches is as long as it was, so that a place
 * in the copy finds its place in the article by bisection. Most text needs few
 * patches.
 *
 * glibc's regexec() is fast where the expression is tame and can be exponential
 * where it is not; pieces, the clock and refused back-references bound it.
 */
#include "ui/find.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <regex.h>
#include <stdlib.h>
#include <time.h>

enum {
    PIECE = 16 << 10, /* bytes that an expression looks at */
    MAX_MILLISECONDS = 1000,
    MAX_REPEATS = 1000, /* product of all bounds in an expression */
};

/* How a text is folded before it is compared. */
enum folding {
    FOLDING_ALL, /* neither case nor accents count */
    FOLDING_CASE,
    FOLDING_NONE,
    N_FOLDINGS
};

/* A piece whose length differs in the copy. */
struct patch {
    uint32_t copy_at, copy_len;
    uint32_t at, len; /* in the article */
};

struct copy {
    struct buf text;
    struct patch *patches; /* owned, by place */
    uint32_t n_patches, cap_patches;
    bool is_made;
};

struct find {
    const struct article *article;
    struct copy copies[N_FOLDINGS];
};

struct find *
find_new(const struct article *a)
{
    struct find *f = mem_alloc_zero(1, sizeof *f);
    f->article = a;
    return f;
}

void
find_free(struct find *f)
{
    if (!f)
        return;
    for (int i = 0; i < N_FOLDINGS; i++) {
        buf_done(&f->copies[i].text);
        free(f->copies[i].patches);
    }
    free(f);
}

void
find_hits_done(struct find_hits *hits)
{
    free(hits->items);
    *hits = (struct find_hits){0};
}

static void
add_hit(struct find_hits *hits, uint32_t at, uint32_t len)
{
    if (hits->n_items >= FIND_MAX_HITS) {
        hits->is_cut = true;
        return;
    }
    MEM_GROW(hits->items, hits->cap_items, hits->n_items + 1);
    hits->items[hits->n_items++] = (struct find_hit){at, len};
}

/* Returns what people type for cp, 0 if that is cp itself, UINT32_MAX if it is
 * nothing. */
static uint32_t
typed_for(uint32_t cp)
{
    switch (cp) {
    case 0x2018:
    case 0x2019:
        return '\'';
    case 0x201C:
    case 0x201D:
        return '"';
    case 0x2010:
    case 0x2011:
        return '-';
    case 0x00AD: /* soft hyphen */
    case 0x200B: /* zero width space */
    case 0x2060: /* word joiner */
        return UINT32_MAX;
    default:
        return 0;
    }
}

static void
add_cluster(struct buf *out, struct str cluster, enum folding folding)
{
    uint32_t cp;
    size_t len = utf8_decode(cluster.ptr, cluster.len, &cp);
    uint32_t typed = len == cluster.len ? typed_for(cp) : 0;

    if (folding == FOLDING_ALL && typed == UINT32_MAX)
        return;
    if (folding == FOLDING_ALL && typed)
        utf8_add_cp(out, typed);
    else if (folding == FOLDING_ALL)
        utf8_add_folded(out, cluster);
    else if (folding == FOLDING_CASE)
        utf8_add_lower(out, cluster);
    else
        buf_add_str(out, cluster);
}

static void
add_patch(struct copy *c, size_t copy_at, uint32_t at, uint32_t len)
{
    MEM_GROW(c->patches, c->cap_patches, c->n_patches + 1);
    c->patches[c->n_patches++] = (struct patch){
        (uint32_t)copy_at, (uint32_t)(c->text.len - copy_at), at, len};
}

/* Returns how many bytes at the start of s are characters of their own. */
static size_t
plain_len(struct str s)
{
    size_t len = 0;
    while (len < s.len && (unsigned char)s.ptr[len] < 0x80)
        len++;
    return len < s.len && len > 0 ? len - 1 : len;
}

static void
add_plain(struct buf *out, struct str s, enum folding folding)
{
    char *to = buf_reserve(out, s.len);
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '\n')
            c = ' ';
        else if (folding != FOLDING_NONE && c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        to[i] = c;
    }
    out->len += s.len;
}

/* Appends the text of a leaf that begins at the place at. */
static void
add_leaf(struct copy *c, struct str s, uint32_t at, enum folding folding)
{
    while (s.len > 0) {
        size_t len = plain_len(s);
        if (len > 0) {
            add_plain(&c->text, str_slice(s, 0, len), folding);
        } else {
            size_t copy_at = c->text.len;
            len = utf8_grapheme(s);
            add_cluster(&c->text, str_slice(s, 0, len), folding);
            if (c->text.len - copy_at != len)
                add_patch(c, copy_at, at, (uint32_t)len);
        }
        at += (uint32_t)len;
        s = str_slice(s, len, s.len);
    }
}

/* Returns the copy, made when first asked for. The NUL before each leaf is a
 * patch that stands for what lies between it and the leaf before. */
static const struct copy *
copy_of(struct find *f, enum folding folding)
{
    struct copy *c = &f->copies[folding];
    const struct article *a = f->article;
    uint32_t end = 0;

    for (block_ix b = 0; !c->is_made && b < a->n_blocks; b++) {
        struct str s = article_text(a, b);
        if (s.len == 0)
            continue;
        uint32_t at = (uint32_t)(s.ptr - a->text);
        buf_add_char(&c->text, '\0');
        add_patch(c, c->text.len - 1, end, at - end);
        add_leaf(c, s, at, folding);
        end = at + (uint32_t)s.len;
    }
    c->is_made = true;
    return c;
}

/* Returns the last patch that begins at or before copy_at; there is one. */
static const struct patch *
patch_before(const struct copy *c, uint32_t copy_at)
{
    uint32_t low = 0, high = c->n_patches;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (c->patches[middle].copy_at <= copy_at)
            low = middle;
        else
            high = middle;
    }
    return &c->patches[low];
}

/* Finds the piece of the article that the byte at copy_at stands for: a whole
 * cluster where it was changed, else one byte. */
static void
place_of(
    const struct copy *c, uint32_t copy_at, uint32_t *out_at, uint32_t *out_end)
{
    const struct patch *p = patch_before(c, copy_at);
    uint32_t behind = p->copy_at + p->copy_len;
    if (copy_at < behind) {
        *out_at = p->at;
        *out_end = p->at + p->len;
    } else {
        *out_at = p->at + p->len + (copy_at - behind);
        *out_end = *out_at + 1;
    }
}

/* Tells whether folding leaves s as it is. */
static bool
is_folded(struct str s, enum folding folding)
{
    struct copy c = {0};
    add_leaf(&c, s, 0, folding);
    bool is_same = str_eq(buf_str(&c.text), s);
    buf_done(&c.text);
    free(c.patches);
    return is_same;
}

/* Tells whether what stands at the place of the copy goes on with a word. */
static bool
is_in_word(struct str text, size_t at)
{
    const char c = at > 0 ? text.ptr[at - 1] : ' ';
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Adds the places that have the pattern; is_word: at which it begins a word. */
static void
search_copy(const struct copy *c, struct str pattern, bool is_word,
    struct find_hits *hits)
{
    struct str text = buf_str(&c->text);
    size_t at = str_find(text, pattern, 0);
    for (; at < text.len && !hits->is_cut;
         at = str_find(text, pattern, at + pattern.len)) {
        uint32_t first, last, end, ignored;
        if (is_word && is_in_word(text, at))
            continue;
        place_of(c, (uint32_t)at, &first, &ignored);
        place_of(c, (uint32_t)(at + pattern.len - 1), &last, &end);
        add_hit(hits, first, end - first);
    }
}

static void
search_text(struct find *f, struct str pattern, struct find_hits *hits)
{
    enum folding folding = FOLDING_NONE;
    if (is_folded(pattern, FOLDING_ALL))
        folding = FOLDING_ALL;
    else if (is_folded(pattern, FOLDING_CASE))
        folding = FOLDING_CASE;
    search_copy(copy_of(f, folding), pattern, false, hits);
}

/* Multiplies the bounds of all repeats; refuses what glibc would refuse only
 * after it has taken all memory. */
static bool
check_expression(struct str s, struct err *err)
{
    unsigned long product = 1;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\\' && i + 1 < s.len) {
            i++;
            if (s.ptr[i] >= '1' && s.ptr[i] <= '9')
                return err_set(
                    err, ERR_BAD_DATA, "back-references are not supported");
            continue;
        }
        if (s.ptr[i] != '{')
            continue;
        unsigned long bound = 0, number = 0;
        for (i++; i < s.len && s.ptr[i] != '}'; i++) {
            bool is_digit = s.ptr[i] >= '0' && s.ptr[i] <= '9';
            number = is_digit && number < MAX_REPEATS
                         ? number * 10 + (unsigned long)(s.ptr[i] - '0')
                     : is_digit ? number
                                : 0;
            bound = number > bound ? number : bound;
        }
        product *= bound > 1 ? bound : 1;
        if (product > MAX_REPEATS)
            return err_set(err, ERR_BAD_DATA, "too many repetitions");
    }
    return true;
}

/* Tells whether the expression asks for the case: a capital that is not an
 * escape such as \W. */
static bool
has_capital(struct str s)
{
    struct buf letters = {0};
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\\')
            i++;
        else
            buf_add_char(&letters, s.ptr[i]);
    }
    bool has = !is_folded(buf_str(&letters), FOLDING_CASE);
    buf_done(&letters);
    return has;
}

static long long
milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Adds the hits in one piece of a leaf; at is its place. */
static void
match_piece(const regex_t *re, struct str s, uint32_t at,
    struct find_hits *hits, long long deadline)
{
    size_t from = 0;
    for (uint32_t i = 1; from < s.len && !hits->is_cut; i++) {
        regmatch_t m = {(regoff_t)from, (regoff_t)s.len};
        if (regexec(re, s.ptr, 1, &m, REG_STARTEND) != 0)
            break;
        uint32_t len = (uint32_t)(m.rm_eo - m.rm_so);
        if (len > 0)
            add_hit(hits, at + (uint32_t)m.rm_so, len);
        from = (size_t)m.rm_eo;
        if (len == 0 && from < s.len)
            from += utf8_grapheme(str_slice(s, from, s.len));
        else if (len == 0)
            break;
        if (i % 64 == 0 && milliseconds() > deadline)
            hits->is_cut = true;
    }
}

/* Returns the length of the next piece of s, cut at a blank if there is one. */
static size_t
piece_len(struct str s)
{
    if (s.len <= PIECE)
        return s.len;
    size_t len = PIECE;
    while (len > PIECE / 2 && s.ptr[len] != ' ' && s.ptr[len] != '\n')
        len--;
    if (len > PIECE / 2)
        return len;
    len = PIECE;
    while ((s.ptr[len] & 0xC0) == 0x80)
        len--;
    return len;
}

static bool
search_expression(
    struct find *f, struct str pattern, struct find_hits *hits, struct err *err)
{
    const struct article *a = f->article;
    int flags = REG_EXTENDED | REG_NEWLINE;
    regex_t re;

    if (!check_expression(pattern, err))
        return false;
    if (!has_capital(pattern))
        flags |= REG_ICASE;
    char *text = mem_copy_text(pattern.ptr, pattern.len);
    int failure = regcomp(&re, text, flags);
    free(text);
    if (failure != 0) {
        char why[120];
        regerror(failure, &re, why, sizeof why);
        return err_set(err, ERR_BAD_DATA, "%s", why);
    }

    long long deadline = milliseconds() + MAX_MILLISECONDS;
    for (block_ix b = 0; b < a->n_blocks && !hits->is_cut; b++) {
        struct str s = article_text(a, b);
        while (s.len > 0 && !hits->is_cut) {
            size_t len = piece_len(s);
            match_piece(&re, str_slice(s, 0, len), (uint32_t)(s.ptr - a->text),
                hits, deadline);
            s = str_slice(s, len, s.len);
            if (milliseconds() > deadline)
                hits->is_cut = true;
        }
    }
    regfree(&re);
    return true;
}

bool
find_search(
    struct find *f, struct str pattern, struct find_hits *hits, struct err *err)
{
    struct find_hits found = {0};
    if (pattern.len > 1 && pattern.ptr[0] == '&') {
        if (!search_expression(
                f, str_slice(pattern, 1, pattern.len), &found, err))
            return false;
    } else if (pattern.len > 0 && pattern.ptr[0] != '&') {
        search_text(f, pattern, &found);
    }
    find_hits_done(hits);
    *hits = found;
    return true;
}

static int
compare(const void *a, const void *b)
{
    const struct find_hit *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (x->len < y->len) - (x->len > y->len);
}

/* Puts the hits in order, and leaves out those that stand over others. */
static void
settle(struct find_hits *hits)
{
    uint32_t n = 0;
    if (hits->n_items > 1)
        qsort(hits->items, hits->n_items, sizeof *hits->items, compare);
    for (uint32_t i = 0; i < hits->n_items; i++) {
        const struct find_hit *last = n > 0 ? &hits->items[n - 1] : NULL;
        if (!last || hits->items[i].at >= last->at + last->len)
            hits->items[n++] = hits->items[i];
    }
    hits->n_items = n;
}

void
find_words(struct find *f, struct str words, struct find_hits *hits)
{
    struct str word;
    struct buf folded = {0};
    find_hits_done(hits);
    while ((word = str_next_word(&words)).len > 0) {
        buf_cut(&folded, 0);
        utf8_add_folded(&folded, word);
        buf_replace(&folded, 0, '"', ' ');
        word = str_trim(buf_str(&folded));
        if (word.len > 0)
            search_copy(copy_of(f, FOLDING_ALL), word, true, hits);
    }
    buf_done(&folded);
    settle(hits);
}

uint32_t
find_hit_at(const struct find_hits *hits, uint32_t at)
{
    uint32_t low = 0, high = hits->n_items;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (hits->items[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
