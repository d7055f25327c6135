/* SPDX-License-Identifier: ISC */
/*
 * headline - the title of an article without the name of its site
 *
 * Titles are made for windows, results and cards, and carry the name of the
 * site, a section or an author behind a separator; and they are often written
 * anew for search engines, while the heading of the page is what its readers
 * see. So, from the best: a heading that is one of the parts of the title; the
 * heading of the page if it says much the same in other words; the title
 * without what the site is called. A heading that is in a menu or leads home
 * is the name of the site. Only when nothing tells is a title left as it is.
 */
#include "headline.h"

#include "base/utf8.h"
#include "base/words.h"

#include <stdlib.h>

enum {
    MAX_WORDS = 64, /* of a title that are compared */
    MAX_SITE_WORDS = 6,
};

static const struct str separators[] = {
    STR_INIT(" | "),
    STR_INIT(" - "),
    STR_INIT(" – "),
    STR_INIT(" — "),
    STR_INIT(" » "),
    STR_INIT(" « "),
    STR_INIT(" :: "),
    STR_INIT(" : "),
    STR_INIT(" · "),
    STR_INIT(" • "),
    STR_INIT(" / "),
    STR_INIT(" › "),
    STR_INIT("｜"),
    STR_INIT(" |"),
    STR_INIT("| "),
    STR_INIT(" ~ "),
    STR_INIT(": "), /* these only where a heading shows that they are */
    STR_INIT(" ["),
};

enum {
    N_SEPARATORS = sizeof separators / sizeof *separators,
    N_SURE = N_SEPARATORS - 2,
};

/*
 * Appends the letters and digits of s, folded: "The New-York Times" becomes
 * "thenewyorktimes".
 */
static void
add_bare(struct buf *out, struct str s)
{
    struct buf folded = {0};

    utf8_add_folded(&folded, s);
    for (size_t i = 0; i < folded.len; i++) {
        unsigned char c = (unsigned char)folded.ptr[i];
        bool is_mark = c == 0xE2 && i + 2 < folded.len &&
                       (unsigned char)folded.ptr[i + 1] == 0x80;
        if (is_mark)
            i += 2;
        else if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            buf_add_char(out, (char)c);
    }
    buf_done(&folded);
}

bool
headline_is_same(struct str a, struct str b)
{
    struct buf left = {0}, right = {0};

    add_bare(&left, a);
    add_bare(&right, b);
    bool is_same = left.len > 0 && str_eq(buf_str(&left), buf_str(&right));
    buf_done(&left);
    buf_done(&right);
    return is_same;
}

/*
 * Returns the name in a host: "example" of "www.example.co.uk".
 */
static struct str
name_of_host(struct str host)
{
    if (str_starts_nocase(host, STR("www.")))
        host = str_slice(host, 4, host.len);
    size_t end = host.len, n_dots = 0;
    for (size_t i = 0; i < host.len; i++)
        n_dots += host.ptr[i] == '.';
    if (n_dots == 0)
        return host;
    while (end > 0 && host.ptr[end - 1] != '.')
        end--;
    return str_slice(host, 0, end > 0 ? end - 1 : 0);
}

/*
 * Tells whether part is what the first letters of the words in site make.
 */
static bool
is_initials(struct str part, struct str site)
{
    size_t n = 0;

    for (size_t i = 0; i < site.len; i++) {
        if (i > 0 && site.ptr[i - 1] != ' ')
            continue;
        if (n >= part.len || site.ptr[i] != part.ptr[n] || site.ptr[i] < 'A' ||
            site.ptr[i] > 'Z')
            return false;
        n++;
    }
    return n >= 2 && n == part.len;
}

bool
headline_is_site(struct str part, struct str site, struct str host)
{
    struct buf bare = {0}, name = {0}, home = {0};

    add_bare(&bare, part);
    add_bare(&name, site);
    add_bare(&home, name_of_host(host));
    struct str b = buf_str(&bare), n = buf_str(&name), h = buf_str(&home);
    bool is_site = b.len > 0 && (str_eq(b, n) || str_eq(b, h));
    if (!is_site && b.len >= 4 && n.len >= 4)
        is_site = str_find(b, n, 0) < b.len || str_find(n, b, 0) < n.len;
    if (!is_site && b.len >= 4 && h.len >= 4)
        is_site = str_find(h, b, 0) < h.len || str_find(b, h, 0) < b.len;
    if (!is_site)
        is_site = is_initials(part, site);
    buf_done(&bare);
    buf_done(&name);
    buf_done(&home);
    return is_site && words_count(part) <= MAX_SITE_WORDS;
}

/*
 * Finds the last of the first n separators in text, or the first. Returns false
 * if none is.
 */
static bool
find_separator(
    struct str text, size_t n, bool is_last, size_t *out_at, size_t *out_len)
{
    bool is_found = false;

    for (size_t i = 0; i < n; i++) {
        size_t from = 0;
        for (;;) {
            size_t at = str_find(text, separators[i], from);
            if (at == text.len)
                break;
            bool is_better =
                !is_found || (is_last ? at > *out_at : at < *out_at);
            if (is_better && at > 0 && at + separators[i].len < text.len) {
                *out_at = at;
                *out_len = separators[i].len;
                is_found = true;
            }
            from = at + 1;
        }
    }
    return is_found;
}

/*
 * Tells whether heading is the last part of the title of the window, which is
 * where the name of the site stands, and the title on cards is another one.
 * Where the title is a path, "Site » Title", and there are no cards, the name
 * must be no longer than what is before it.
 */
static bool
is_tail(const struct headline *h, struct str heading)
{
    size_t at = 0, len = 0;

    if (!find_separator(h->window, N_SURE, true, &at, &len) ||
        !headline_is_same(
            heading, str_slice(h->window, at + len, h->window.len)))
        return false;
    struct str sign = str_slice(h->window, at, at + len);
    bool is_path = str_eq(sign, STR(" » ")) || str_eq(sign, STR(" › ")) ||
                   str_eq(sign, STR(" :: "));
    if (is_path && h->given.len == 0)
        return words_count(heading) <= words_count(str_slice(h->window, 0, at));
    return !headline_is_same(heading, h->given);
}

/*
 * Tells whether a heading is the name of the site: it leads to the front page,
 * ends the title, or is in a menu and no title begins with it.
 */
static bool
is_name(const struct headline *h, const struct heading *heading)
{
    return heading->is_home || is_tail(h, heading->text) ||
           (heading->is_menu && !str_starts_nocase(h->given, heading->text) &&
               !str_starts_nocase(h->window, heading->text));
}

/*
 * Tells whether part is just what the site calls itself, there or in a heading.
 */
static bool
is_exact(const struct headline *h, struct str part)
{
    if (headline_is_same(part, h->site))
        return true;
    for (size_t i = 0; i < h->n_headings; i++)
        if (is_name(h, &h->headings[i]) &&
            headline_is_same(part, h->headings[i].text))
            return true;
    return false;
}

/*
 * Tells whether part is a name of the site, whole or in some form.
 */
static bool
is_site(const struct headline *h, struct str part)
{
    return is_exact(h, part) || headline_is_site(part, h->site, h->host);
}

/*
 * Returns text without blanks and marks that would part it from nothing.
 */
static struct str
trim_marks(struct str s)
{
    s = str_trim(s);
    while (s.len > 0 && strchr("|-:~", s.ptr[0]) &&
           (s.len == 1 || s.ptr[1] == ' '))
        s = str_trim(str_slice(s, 1, s.len));
    while (
        s.len > 1 && strchr("|-~", s.ptr[s.len - 1]) && s.ptr[s.len - 2] == ' ')
        s = str_trim(str_slice(s, 0, s.len - 1));
    return s;
}

/*
 * Returns text without parts at its end or start that are names of the site.
 */
static struct str
strip(const struct headline *h, struct str text)
{
    size_t at = 0, len = 0;
    bool had_mark = text.len > 0 && strchr("|-", text.ptr[0]);

    text = trim_marks(text);
    size_t whole = text.len;
    if (had_mark && is_site(h, text))
        return (struct str){0};
    for (int i = 0; i < 3; i++) {
        if (!find_separator(text, N_SURE, true, &at, &len))
            break;
        if (!is_site(h, str_slice(text, at + len, text.len)))
            break;
        text = str_trim(str_slice(text, 0, at));
    }
    if (find_separator(text, N_SURE, false, &at, &len) &&
        is_site(h, str_slice(text, 0, at)))
        text = str_trim(str_slice(text, at + len, text.len));
    at = str_find(text, STR(": "), 0);
    if (text.len == whole && at < text.len &&
        is_exact(h, str_slice(text, 0, at)))
        text = str_trim(str_slice(text, at + 1, text.len));
    return text;
}

/*
 * Tells how well heading is known from text: 3 if it is all of it without the
 * name of the site, 2 if it is its beginning, 1 if it is another part between
 * separators, else 0. out_part is that part.
 */
static int
rate_part(const struct headline *h, struct str heading, struct str text,
    struct str *out_part)
{
    struct str all = strip(h, text);
    size_t at = 0, len = 0, rest = 0;
    int first = 2;

    if (headline_is_same(heading, all)) {
        *out_part = all;
        return 3;
    }
    while (text.len > 0) {
        *out_part = text;
        if (headline_is_same(heading, text))
            return first;
        if (!find_separator(text, N_SEPARATORS, true, &at, &len))
            return 0;
        /* What is before a colon may be the name of the site. */
        if (!find_separator(text, N_SURE, true, &rest, &len) || rest != at)
            first = 1;
        find_separator(text, N_SEPARATORS, true, &at, &len);
        *out_part = str_slice(text, at + len, text.len);
        if (headline_is_same(heading, *out_part))
            return 1;
        text = str_slice(text, 0, at);
    }
    return 0;
}

/*
 * Tells whether text is written in capitals throughout.
 */
static bool
is_shouted(struct str text)
{
    size_t n_capitals = 0, n_small = 0;

    for (size_t i = 0; i < text.len; i++) {
        n_capitals += text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
        n_small += text.ptr[i] >= 'a' && text.ptr[i] <= 'z';
    }
    return n_capitals > 3 && n_small == 0;
}

/*
 * Finds the heading that is a part of the title. Returns it as it is written
 * best, empty if there is none. Those of lower rank count only if there is none
 * of the first that can be the title.
 */
static struct str
find_part(const struct headline *h, bool has_first)
{
    const struct str texts[] = {h->given, h->window};
    struct str best = {0};
    int best_rate = 0;

    for (size_t i = 0; i < h->n_headings; i++) {
        struct str heading = h->headings[i].text, part = {0};
        if (has_first && h->headings[i].is_small)
            continue;
        for (size_t j = 0; j < 2 && !is_name(h, &h->headings[i]); j++) {
            int rate = rate_part(h, heading, texts[j], &part);
            bool is_better = rate > best_rate &&
                             (rate > 1 || !is_site(h, heading)) &&
                             (rate > 1 || !h->headings[i].is_small);
            if (!is_better)
                continue;
            best_rate = rate;
            best = is_shouted(heading) && !is_shouted(part) ? part : heading;
        }
    }
    return best;
}

/*
 * Fills hashes with one number for each word of text, any order and case.
 */
static size_t
hash_words(struct str text, uint32_t hashes[MAX_WORDS])
{
    struct buf folded = {0};
    size_t n = 0;
    uint32_t hash = 0;

    utf8_add_folded(&folded, text);
    for (size_t i = 0; i <= folded.len && n < MAX_WORDS; i++) {
        unsigned char c = i < folded.len ? (unsigned char)folded.ptr[i] : ' ';
        bool is_letter =
            c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_letter)
            hash = (hash ? hash : 2166136261u) * 16777619u ^ c;
        else if (hash != 0) {
            hashes[n++] = hash;
            hash = 0;
        }
    }
    buf_done(&folded);
    return n;
}

/*
 * Tells whether two titles say much the same: half of all words are in both, in
 * the same order, and nearly all of one.
 */
static bool
is_like(struct str left, struct str right)
{
    uint32_t l[MAX_WORDS], r[MAX_WORDS];
    size_t n_left = hash_words(left, l), n_right = hash_words(right, r);
    size_t longest[MAX_WORDS + 1] = {0}; /* common to l so far and r up to j */

    for (size_t i = 0; i < n_left; i++)
        for (size_t j = 0, above_left = 0; j < n_right; j++) {
            size_t above = longest[j + 1];
            if (l[i] == r[j])
                longest[j + 1] = above_left + 1;
            else if (longest[j] > above)
                longest[j + 1] = longest[j];
            above_left = above;
        }
    size_t n_both = longest[n_right];
    size_t n_least = n_left < n_right ? n_left : n_right;
    return n_both >= 2 && 4 * n_both >= n_left + n_right &&
           5 * n_both >= 4 * n_least;
}

/*
 * Returns the only heading of the page that can be its title, empty if there
 * are none or more.
 */
static struct str
find_alone(const struct headline *h)
{
    struct str found = {0};

    for (size_t i = 0; i < h->n_headings; i++) {
        const struct heading *heading = &h->headings[i];
        if (heading->is_piece || heading->is_small || is_name(h, heading) ||
            is_site(h, heading->text) || headline_is_same(heading->text, found))
            continue;
        if (found.len > 0)
            return (struct str){0};
        found = heading->text;
    }
    return found;
}

/*
 * Tells whether heading is what text says, or its beginning, in other words.
 */
static bool
is_version(struct str heading, struct str text)
{
    size_t at = 0, len = 0;

    for (;;) {
        if (is_like(heading, text))
            return true;
        if (!find_separator(text, N_SEPARATORS, true, &at, &len))
            return false;
        text = str_slice(text, 0, at);
    }
}

void
headline_add(struct buf *out, const struct headline *h)
{
    struct str given = strip(h, h->given);
    struct str window = strip(h, h->window);
    struct str title = given.len > 0 ? given : window;
    struct str alone = find_alone(h), part = find_part(h, alone.len > 0);
    size_t at = 0, len = 0;

    if (part.len > 0) {
        buf_add_str(out, strip(h, part));
        return;
    }
    if (alone.len > 0 && !is_shouted(alone) &&
        (title.len == 0 || is_version(alone, given) ||
            is_version(alone, window)))
        title = strip(h, alone);
    else if (given.len == 0 && find_separator(title, N_SURE, true, &at, &len) &&
             words_count(str_slice(title, 0, at)) >= 2 &&
             words_count(str_slice(title, at + len, title.len)) <= 4)
        title = str_trim(str_slice(title, 0, at));
    buf_add_str(out, title.len > 0 ? title : alone);
}
