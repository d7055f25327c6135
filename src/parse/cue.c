/* SPDX-License-Identifier: ISC */
/*
 * cue - what the names that authors give to elements say
 *
 * A name is cut into words at whatever is not a letter and where a capital
 * follows a small letter ("relatedPosts", "post__share-bar"), and each word
 * and each pair of neighbors is looked up. Words that deny or announce
 * ("no-sidebar", "has-comments") take back what the name says, since they stand
 * on what is around the thing, not on it. A name of many words is a sentence,
 * made from a heading, and says nothing; what a tool puts behind a name to make
 * it unique is no word.
 */
#include "cue.h"

#include <stdbool.h>
#include <string.h>

enum {
    MAX_WORD = 32,
    MAX_WORDS = 5,    /* a longer name is a sentence */
    MAX_ID_WORDS = 3, /* many ids are made of headings */
    MIN_MARK = 5,     /* letters and digits that make a name unique */
    MAX_MARK = 8,
};

/* Words that say that a name is not about the element itself. */
static const char *const denials[] = {
    "has",
    "hasno",
    "attached",
    "no",
    "not",
    "with",
    "without",
    "layout",
    "enabled",
    "is",
};

static bool
is_denial(const char *word)
{
    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++)
        if (word[0] == denials[i][0] && strcmp(word, denials[i]) == 0)
            return true;
    return false;
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/*
 * Cuts the next word off *s into word, in small letters. Returns its length, 0
 * at the end; a word too long for the table is cut.
 */
static size_t
next_word(struct str *s, char word[MAX_WORD])
{
    size_t i = 0, n = 0;

    while (i < s->len && !is_letter(s->ptr[i]))
        i++;
    for (; i < s->len && is_letter(s->ptr[i]); i++) {
        if (n > 0 && is_capital(s->ptr[i]) && !is_capital(s->ptr[i - 1]))
            break;
        if (n + 1 < MAX_WORD)
            word[n++] = (char)(s->ptr[i] | 0x20);
    }
    /* Letters in a number, as in "0243ad1", are no word. */
    bool is_number = n < 4 && ((i < s->len && is_digit(s->ptr[i])) ||
                                  (i > n && is_digit(s->ptr[i - n - 1])));
    if (is_number)
        memset(word, '?', n);
    word[n] = '\0';
    *s = str_slice(*s, i, s->len);
    return n;
}

/*
 * Returns name without the mark that a tool puts behind it to make it unique, as
 * in "Post_comments__x3KzQ".
 */
static struct str
cut_mark(struct str name)
{
    size_t at = name.len, n_signs = 0;

    for (;
         at > 0 && (is_letter(name.ptr[at - 1]) || is_digit(name.ptr[at - 1]));
         at--)
        n_signs +=
            at > 1 &&
            (is_digit(name.ptr[at - 1]) ||
                (is_capital(name.ptr[at - 1]) && name.ptr[at - 2] != '_'));
    size_t n = name.len - at;
    bool is_mark = n >= MIN_MARK && n <= MAX_MARK && n_signs > 0 && at > 2 &&
                   name.ptr[at - 1] == '_' && name.ptr[at - 2] == '_';
    return is_mark ? str_slice(name, 0, at - 2) : name;
}

/*
 * Returns what a name without blanks says.
 */
static uint32_t
read_name(struct str name, size_t max_words)
{
    char word[MAX_WORD], pair[2 * MAX_WORD] = "";
    size_t n, n_last = 0, n_words = 0;
    uint32_t cues = 0;

    /* "print:hidden" is about looks. */
    if (name.len == 0 || memchr(name.ptr, ':', name.len) ||
        memchr(name.ptr, '[', name.len))
        return 0;
    name = cut_mark(name);
    while ((n = next_word(&name, word)) > 0) {
        if (is_denial(word))
            return 0;
        cues |= cuewords_find(word);
        memcpy(pair + n_last, word, n + 1);
        if (n_last > 0)
            cues |= cuewords_find(pair);
        memcpy(pair, word, n + 1);
        n_last = n;
        n_words += word[0] != '?';
    }
    if (strcmp(pair, "answer") == 0)
        cues &= ~(uint32_t)CUE_RELATED; /* "suggestedAnswer" */
    return n_words > max_words ? 0 : cues;
}

static uint32_t
read_names(struct str name, size_t max_words)
{
    uint32_t cues = 0;
    struct str next;

    while ((next = str_next_word(&name)).len > 0)
        cues |= read_name(next, max_words);
    return cues;
}

uint32_t
cue_of(struct str name)
{
    return read_names(name, MAX_WORDS);
}

/*
 * Returns what the names in a class say, from m if they were read before.
 */
static uint32_t
read_class(struct cue_memory *m, struct str names)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < names.len; i++)
        hash = (hash ^ (unsigned char)names.ptr[i]) * 16777619u;
    size_t slot = hash % CUE_SLOTS;
    if (!str_eq(m->slots[slot].names, names)) {
        m->slots[slot].cues = read_names(names, MAX_WORDS);
        m->slots[slot].names = names;
    }
    return m->slots[slot].cues;
}

uint32_t
cue_read(struct cue_memory *m, const GumboVector *attributes)
{
    static const char *const names[] = {
        "id", "role", "itemprop", "data-testid", "data-component", "data-test"};
    uint32_t cues = 0;

    for (unsigned i = 0; i < attributes->length; i++) {
        const GumboAttribute *attr = attributes->data[i];
        if (strcmp(attr->name, "class") == 0) {
            cues |= read_class(m, str_of(attr->value));
            continue;
        }
        for (size_t j = 0; j < sizeof names / sizeof *names; j++)
            if (attr->name[0] == names[j][0] &&
                strcmp(attr->name, names[j]) == 0)
                cues |= read_names(
                    str_of(attr->value), j == 0 ? MAX_ID_WORDS : MAX_WORDS);
    }
    return cues;
}
