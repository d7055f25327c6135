/* SPDX-License-Identifier: ISC */
/*
 * terms - a text as the words that a search knows
 *
 * ASCII, most of what is read, takes a short way. A word that is longer than
 * TERM_MAX is cut, in texts and queries alike: what is longer is no word.
 *
 * To FTS5 a sign of ASCII parts words, so its wide form stands for it. A sign
 * that belongs to a word is a word of its own beside it: whoever looks for the
 * word alone finds it, and who looks for both finds them in a row.
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
    PART_SIGN,
    PART_INVISIBLE
};

enum {
    JOINER = 0x200D,
    REPLACEMENT = 0xFFFD, /* what was no text */
    WIDE = 0xFF01 - '!'   /* from a character of ASCII to its wide form */
};

/* Tells soft hyphens and joiners, which part no word. */
static bool
is_invisible(uint32_t cp)
{
    return cp == 0xAD || (cp >= 0x200B && cp <= 0x200D) || cp == 0x2060;
}

/* Tells a symbol, or what will be one in the planes of emoji. */
static bool
is_sign(uint32_t cp)
{
    return (cp >= 0x1F000 && cp <= 0x1FAFF) ||
           (cp != REPLACEMENT && uc_is_general_category_withtable(cp,
                                     UC_CATEGORY_MASK_So | UC_CATEGORY_MASK_Sm |
                                         UC_CATEGORY_MASK_Sc));
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
        return is_sign(cp) ? PART_SIGN : PART_NONE;
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
    return (struct terms){.text = text, .version = TERMS_VERSION};
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

/* Tells what only changes how the sign before it looks. */
static bool
is_ornament(uint32_t cp)
{
    return cp == 0xFE0E || cp == 0xFE0F || cp == 0x20E3 ||
           (cp >= 0x1F3FB && cp <= 0x1F3FF) || /* tones of skin */
           (cp >= 0xE0020 && cp <= 0xE007F);   /* tags of flags */
}

/* Tells half of a flag. */
static bool
is_regional(uint32_t cp)
{
    return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

/* Returns the character at byte at and its length; 0 at the end. */
static uint32_t
peek(const struct terms *t, size_t at, size_t *out_len)
{
    uint32_t cp = 0;

    *out_len = 0;
    if (at < t->text.len)
        *out_len = utf8_decode(t->text.ptr + at, t->text.len - at, &cp);
    return cp;
}

/* Takes the sign at t->at with all that is joined to it, and its repetitions. */
static bool
take_sign(struct terms *t)
{
    size_t len, end;
    const uint32_t first = peek(t, t->at, &len);
    bool is_single = true;

    utf8_add_cp(&t->folded, first);
    for (end = t->at + len;; end += len) {
        size_t behind;
        const uint32_t cp = peek(t, end, &len);
        const uint32_t next = peek(t, end + len, &behind);
        const bool is_joined =
            cp == JOINER && behind > 0 && part_of(next) == PART_SIGN;
        const bool is_flag = is_single && is_regional(first) && is_regional(cp);
        if (!is_joined && !is_flag && !is_ornament(cp) &&
            !(is_single && cp == first))
            break;
        if (is_joined || is_flag) {
            utf8_add_cp(&t->folded, is_joined ? next : cp);
            is_single = false;
            len += is_joined ? behind : 0;
        }
    }
    t->is_sign = true;
    t->next = end;
    return settle(t, end);
}

static bool
is_word_at(const struct terms *t, size_t at)
{
    return at < t->text.len &&
           (is_ascii_letter(t->text.ptr[at]) || (t->text.ptr[at] & 0x80) != 0);
}

/*
 * Returns how many bytes of ASCII at t->at are a sign that belongs to the word
 * before it ("C++", "C#") or behind it ("#tag", ".NET", "@ann").
 */
static size_t
find_ascii_sign(const struct terms *t)
{
    const size_t at = t->at;
    const char c = t->text.ptr[at];
    const char before = at > 0 ? t->text.ptr[at - 1] : ' ';
    size_t len = 1;

    if (c != '+' && c != '#' && c != '.' && c != '@')
        return 0;
    if (strchr(" \t\n([{\"'", before))
        return c != '+' && is_word_at(t, at + 1) ? 1 : 0;
    if (!is_ascii_letter(before) || c == '.' || c == '@')
        return 0;
    while (at + len < t->text.len && t->text.ptr[at + len] == c)
        len++;
    if (len > (c == '+' ? 2 : 1) || (len == 1 && is_word_at(t, at + 1)))
        return 0;
    return len;
}

static bool
take_ascii_sign(struct terms *t, size_t len)
{
    for (size_t i = 0; i < len; i++)
        utf8_add_cp(&t->folded, (uint32_t)t->text.ptr[t->at] + WIDE);
    t->is_sign = t->is_ascii = true;
    t->next = t->at + len;
    return settle(t, t->next);
}

/* Takes the word at t->at, if one begins there; else goes on behind it. */
static bool
take(struct terms *t)
{
    size_t len;
    enum part part = read_part(t->text, t->at, &len);
    const bool has_signs = t->version > TERMS_WITHOUT_SIGNS;

    if (part == PART_LETTER)
        return take_word(t);
    if (part == PART_UNSPACED)
        return take_pair(t);
    if (part == PART_SIGN && has_signs)
        return take_sign(t);
    t->next = t->at + len;
    if (part != PART_NONE || len > 1 || !has_signs)
        return false;
    len = find_ascii_sign(t);
    return len > 0 && take_ascii_sign(t, len);
}

/* Tells whether nothing that parts words stands between two places. */
static bool
is_whole(struct str text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (strchr(" \t\n,;", text.ptr[i]))
            return false;
    return true;
}

bool
terms_next(struct terms *t)
{
    bool was_pair = t->is_pair && !t->is_last;
    size_t from = t->next;

    while (t->next < t->text.len) {
        buf_cut(&t->folded, 0);
        t->at = t->next;
        t->is_pair = t->is_last = t->is_sign = t->is_ascii = false;
        t->is_continued = was_pair && t->at == from;
        if (take(t)) {
            t->is_attached = from > 0 && is_whole(t->text, from, t->at);
            return true;
        }
    }
    return false;
}

bool
terms_is_beginning(const struct terms *t, bool is_typing)
{
    const bool is_typed =
        is_typing && t->at + t->len == t->text.len && !t->is_pair;

    /* An emoji that is joined to others begins with it. */
    return t->is_last || (t->is_sign && !t->is_ascii) ||
           (is_typed && (t->is_sign || t->term.len >= PREFIX_MIN));
}

void
terms_add(struct str text, int version, struct buf *out)
{
    struct terms t = terms_of(text);

    t.version = version;
    while (terms_next(&t)) {
        buf_add_str(out, t.term);
        buf_add_char(out, ' ');
    }
    terms_done(&t);
}

/* A query as it is being written. */
struct writing {
    const struct terms_query *query;
    struct buf *out;
    struct buf held; /* a single character at the end of a run, which is only
                         there when more follows */
    bool is_quoted;  /* what is written is one phrase */
    bool is_end;     /* and the end of the query */
    bool is_within;  /* a phrase */
    bool is_open;    /* its last word may go on */
};

/* Ends the phrase, if there is one. */
static void
end_phrase(struct writing *w)
{
    if (w->is_within)
        buf_add_text(w->out, w->is_open ? "\" *" : "\"");
    w->is_within = false;
    buf_cut(&w->held, 0);
}

static void
add_to_phrase(struct writing *w, struct str term)
{
    if (!w->is_within && w->out->len > 0)
        buf_add_char(w->out, ' ');
    buf_add_char(w->out, w->is_within ? ' ' : '"');
    buf_add_str(w->out, term);
    w->is_within = true;
}

/* Tells whether the word is in one phrase with that before it. */
static bool
is_joined(const struct writing *w, const struct terms *t)
{
    return w->is_quoted || t->is_continued ||
           (w->query->is_exact && t->is_attached);
}

/* Appends what finds the words of a piece of the query. */
static void
add_piece(struct writing *w, struct str text)
{
    struct terms t = terms_of(text);

    while (terms_next(&t)) {
        if (t.is_ascii && !w->is_quoted && !w->query->is_exact)
            continue;
        if (!is_joined(w, &t))
            end_phrase(w);
        else if (w->held.len > 0)
            add_to_phrase(w, buf_str(&w->held));
        buf_cut(&w->held, 0);
        if (t.is_last && t.is_continued) {
            buf_add_str(&w->held, t.term);
            continue;
        }
        add_to_phrase(w, t.term);
        w->is_open = !w->is_quoted &&
                     terms_is_beginning(&t, w->query->is_typing && w->is_end);
    }
    end_phrase(w);
    terms_done(&t);
}

bool
terms_add_query(const struct terms_query *query, struct buf *out)
{
    struct buf parts = {0};
    struct writing w = {.query = query, .out = &parts};

    for (size_t at = 0; at <= query->text.len; w.is_quoted = !w.is_quoted) {
        size_t quote = str_find(query->text, STR("\""), at);
        w.is_end = quote == query->text.len;
        add_piece(&w, str_slice(query->text, at, quote));
        at = quote + 1;
    }
    bool has_words = parts.len > 0;
    buf_add_str(out, buf_str(&parts));
    buf_done(&parts);
    buf_done(&w.held);
    return has_words;
}
