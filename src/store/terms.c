/* SPDX-License-Identifier: ISC */
/*
 * terms - a text as the words that a search knows
 *
 * ASCII, most of what is read, takes a short way. A word that is longer than
 * TERM_MAX is cut, in texts and queries alike: what is longer is no word.
 */
#include "terms.h"

#include "base/utf8.h"

#include <unictype.h>

enum {
    TERM_MAX = 64, /* bytes */
    PREFIX_MIN = 3 /* bytes of a last word that may go on */
};

/* What a character is for a search. */
enum part {
    PART_NONE,
    PART_LETTER,
    PART_UNSPACED, /* of a script without blanks between words */
    PART_INVISIBLE
};

/* Tells soft hyphens and joiners, which part no word. */
static bool
is_invisible(uint32_t cp)
{
    return cp == 0xAD || (cp >= 0x200B && cp <= 0x200D) || cp == 0x2060;
}

static enum part
part_of(uint32_t cp)
{
    static const struct {
        uint32_t first, last;
    } unspaced[] = {
        {0x0E00, 0x0EFF},   /* Thai, Lao */
        {0x1000, 0x109F},   /* Myanmar */
        {0x1780, 0x17FF},   /* Khmer */
        {0x2E80, 0x2FDF},   /* radicals */
        {0x3005, 0x3007},   /* marks that stand for Han */
        {0x3040, 0x30FF},   /* kana */
        {0x31F0, 0x31FF},   /* more kana */
        {0x3400, 0x4DBF},   /* Han */
        {0x4E00, 0x9FFF},   /* Han */
        {0xAC00, 0xD7A3},   /* Hangul */
        {0xF900, 0xFAFF},   /* Han */
        {0xFF66, 0xFF9F},   /* kana of half the width */
        {0x1AFF0, 0x1B16F}, /* more kana */
        {0x20000, 0x3FFFF}, /* Han */
    };

    if (is_invisible(cp))
        return PART_INVISIBLE;
    if (!uc_is_general_category_withtable(
            cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N))
        return PART_NONE;
    for (size_t i = 0; i < sizeof unspaced / sizeof *unspaced; i++)
        if (cp >= unspaced[i].first && cp <= unspaced[i].last)
            return PART_UNSPACED;
    return PART_LETTER;
}

static bool
is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

/* Returns what stands at byte at, and its length. */
static enum part
read_part(struct str text, size_t at, size_t *out_len)
{
    uint32_t cp;

    if ((unsigned char)text.ptr[at] < 0x80) {
        *out_len = 1;
        return is_ascii_letter(text.ptr[at]) ? PART_LETTER : PART_NONE;
    }
    *out_len = utf8_decode(text.ptr + at, text.len - at, &cp);
    return part_of(cp);
}

/* Appends the folded piece, without what would part it and what is not seen. */
static void
add_folded(struct buf *out, struct str piece)
{
    size_t start = out->len, to = start, len;

    utf8_add_folded(out, piece);
    for (size_t from = start; from < out->len; from += len) {
        uint32_t cp;
        len = utf8_decode(out->ptr + from, out->len - from, &cp);
        if (cp < 0x80 ? !is_ascii_letter((char)cp) : is_invisible(cp))
            continue;
        memmove(out->ptr + to, out->ptr + from, len);
        to += len;
    }
    buf_cut(out, to);
}

struct terms
terms_of(struct str text)
{
    return (struct terms){.text = text};
}

void
terms_done(struct terms *t)
{
    buf_done(&t->folded);
    *t = (struct terms){0};
}

/* Makes the folded piece the term, cut to what a word may have. */
static bool
settle(struct terms *t, size_t end)
{
    size_t len = t->folded.len;

    if (len > TERM_MAX) {
        len = TERM_MAX;
        while ((t->folded.ptr[len] & 0xC0) == 0x80)
            len--;
    }
    t->len = end - t->at;
    t->term = (struct str){t->folded.ptr, len};
    return len > 0;
}

/*
 * Finds the next character of the script at or after byte at; its folded form
 * is appended. Returns where it ends; 0 when the run ends before it.
 */
static size_t
add_unspaced(struct terms *t, size_t at)
{
    while (at < t->text.len) {
        size_t len, before = t->folded.len;
        enum part part = read_part(t->text, at, &len);
        if (part != PART_UNSPACED && part != PART_INVISIBLE)
            return 0;
        if (part == PART_UNSPACED) {
            add_folded(&t->folded, str_slice(t->text, at, at + len));
            if (t->folded.len > before)
                return at + len;
        }
        at += len;
    }
    return 0;
}

/* Takes two characters at t->at, and goes on behind the first. */
static bool
take_pair(struct terms *t)
{
    size_t first = add_unspaced(t, t->at);

    if (first == 0) {
        /* A mark alone, which folds to nothing. */
        size_t len;
        read_part(t->text, t->at, &len);
        t->next = t->at + len;
        t->is_continued = false;
        return false;
    }
    size_t second = add_unspaced(t, first);
    t->is_pair = true;
    t->is_last = second == 0;
    t->next = first;
    return settle(t, second > 0 ? second : first);
}

/* Takes the word at t->at. */
static bool
take_word(struct terms *t)
{
    size_t end = t->at, len;
    bool is_ascii = true;

    for (; end < t->text.len; end += len) {
        enum part part = read_part(t->text, end, &len);
        if (part != PART_LETTER && part != PART_INVISIBLE)
            break;
        is_ascii = is_ascii && len == 1;
    }
    t->next = end;
    if (is_ascii)
        for (size_t i = t->at; i < end; i++)
            buf_add_char(&t->folded, str_lower(t->text.ptr[i]));
    else
        add_folded(&t->folded, str_slice(t->text, t->at, end));
    return settle(t, end);
}

bool
terms_next(struct terms *t)
{
    bool was_pair = t->is_pair && !t->is_last;
    size_t from = t->next;

    while (t->next < t->text.len) {
        size_t len;
        enum part part = read_part(t->text, t->next, &len);
        buf_cut(&t->folded, 0);
        t->at = t->next;
        t->is_pair = t->is_last = false;
        t->is_continued = was_pair && t->at == from;
        if (part == PART_LETTER && take_word(t))
            return true;
        if (part == PART_UNSPACED && take_pair(t))
            return true;
        if (part == PART_NONE || part == PART_INVISIBLE)
            t->next += len;
    }
    return false;
}

void
terms_add(struct str text, struct buf *out)
{
    struct terms t = terms_of(text);

    while (terms_next(&t)) {
        buf_add_str(out, t.term);
        buf_add_char(out, ' ');
    }
    terms_done(&t);
}

/* Opens a phrase, or goes on in one. */
static void
add_to_phrase(struct buf *out, struct str term, bool is_first)
{
    if (is_first && out->len > 0)
        buf_add_char(out, ' ');
    buf_add_char(out, is_first ? '"' : ' ');
    buf_add_str(out, term);
}

/* Appends the words between quotes as one phrase. */
static void
add_quoted(struct str text, struct buf *out)
{
    struct terms t = terms_of(text);
    struct buf held = {0};
    bool is_first = true;

    while (terms_next(&t)) {
        if (held.len > 0)
            add_to_phrase(out, buf_str(&held), false);
        buf_cut(&held, 0);
        /* The single character at the end is only there when more follows. */
        if (t.is_last && t.is_continued) {
            buf_add_str(&held, t.term);
            continue;
        }
        add_to_phrase(out, t.term, is_first);
        is_first = false;
    }
    if (!is_first)
        buf_add_char(out, '"');
    buf_done(&held);
    terms_done(&t);
}

/* Appends the words that stand without quotes. */
static void
add_loose(struct str text, bool is_end, struct buf *out)
{
    struct terms t = terms_of(text);

    while (terms_next(&t)) {
        if (t.is_last && t.is_continued)
            continue;
        if (t.is_continued) {
            buf_cut(out, out->len - 1);
            add_to_phrase(out, t.term, false);
            buf_add_char(out, '"');
            continue;
        }
        add_to_phrase(out, t.term, true);
        buf_add_char(out, '"');
        bool is_open = is_end && t.at + t.len == text.len && !t.is_pair &&
                       t.term.len >= PREFIX_MIN;
        if (is_open || t.is_last)
            buf_add_text(out, " *");
    }
    terms_done(&t);
}

bool
terms_add_query(struct str query, bool is_typing, struct buf *out)
{
    struct buf parts = {0};
    bool is_quoted = false;

    for (size_t at = 0; at <= query.len; is_quoted = !is_quoted) {
        size_t quote = str_find(query, STR("\""), at);
        struct str piece = str_slice(query, at, quote);
        if (is_quoted)
            add_quoted(piece, &parts);
        else
            add_loose(piece, is_typing && quote == query.len, &parts);
        at = quote + 1;
    }
    bool has_words = parts.len > 0;
    buf_add_str(out, buf_str(&parts));
    buf_done(&parts);
    return has_words;
}
