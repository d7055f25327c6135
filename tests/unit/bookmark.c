/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/bookmark.h.
 *
 * The property is tried on texts of words from a small vocabulary, so that
 * every word stands in many places, and every word has a number that only the
 * test knows: where it was and where it is in an edited text.
 */
#include "model/bookmark.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "model/build.h"
#include "story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum {
    N_PARAS = 40,
    N_WORDS = 50, /* of a paragraph */
    N_VOCABULARY = 400,
    ALL_WORDS = N_PARAS * N_WORDS,
    TOLERANCE = 60 /* bytes that a place may be off next to an edit */
};

struct draft {
    uint16_t words[2 * ALL_WORDS]; /* numbers; the text has others, too */
    uint16_t n_words[2 * N_PARAS];
    int n_paras;
};

static uint32_t
chance(uint64_t *seed, uint32_t n)
{
    /* splitmix64 */
    uint64_t z = *seed += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ (z >> 31)) % n);
}

/* Appends the word with that number: two or three syllables by chance. */
static void
add_word(struct buf *out, unsigned number)
{
    static const char *const syllables[] = {"ba", "ke", "li", "mo", "nu", "ra",
        "se", "ti", "vo", "\xC3\xBC", "sch", "dor", "qu", "fal", "gri", "hen"};
    uint64_t seed = number;

    seed = chance(&seed, N_VOCABULARY);
    unsigned n_parts = 2 + chance(&seed, 2);
    for (unsigned i = 0; i < n_parts; i++)
        buf_add_text(out, syllables[chance(&seed, 16)]);
}

/* Makes the article, and where each word is in its text; 0: nowhere. */
static struct article *
print(const struct draft *d, uint32_t *out_at)
{
    struct build *b = build_new();
    const uint16_t *word = d->words;
    struct buf text = {0};
    uint32_t at = 0;

    memset(out_at, 0, UINT16_MAX * sizeof *out_at);
    build_open(b, BLOCK_PARA);
    build_text(b, STR("-"), SPAN_PLAIN);
    build_close(b);
    at = 1;
    for (int i = 0; i < d->n_paras; i++) {
        buf_cut(&text, 0);
        for (int k = 0; k < d->n_words[i]; k++, word++) {
            if (k > 0)
                buf_add_char(&text, ' ');
            out_at[*word] = at + (uint32_t)text.len;
            add_word(&text, *word);
        }
        if (text.len == 0)
            continue;
        build_open(b, BLOCK_PARA);
        build_text(b, buf_str(&text), SPAN_PLAIN);
        build_close(b);
        at += (uint32_t)text.len;
    }
    buf_done(&text);
    return build_finish(b);
}

static struct draft
write_draft(void)
{
    struct draft d = {.n_paras = N_PARAS};

    for (int i = 0; i < ALL_WORDS; i++)
        d.words[i] = (uint16_t)(i + 1);
    for (int i = 0; i < N_PARAS; i++)
        d.n_words[i] = N_WORDS;
    return d;
}

/* Changes the draft paragraph by paragraph. */
static struct draft
edit(const struct draft *old, uint64_t *seed)
{
    struct draft d = {0};
    const uint16_t *word = old->words;
    uint16_t *to = d.words, fresh = ALL_WORDS + 1;

    for (int i = 0; i < old->n_paras; word += old->n_words[i], i++) {
        uint32_t what = chance(seed, 10);
        uint16_t *start = to;
        if (what == 0)
            continue; /* taken out */
        if (what == 1) {
            for (int k = 0; k < 30; k++)
                *to++ = fresh++; /* a new one in front */
            d.n_words[d.n_paras++] = 30;
            start = to;
        }
        for (int k = 0; k < old->n_words[i]; k++) {
            if (what == 2 && chance(seed, 12) == 0)
                *to++ = fresh++; /* words put in */
            if (what == 3 && chance(seed, 12) == 0)
                continue; /* words taken out */
            *to++ = word[k];
        }
        d.n_words[d.n_paras++] = (uint16_t)(to - start);
    }
    return d;
}

/*
 * Returns how far got is from the word, or from one of the four before or
 * behind it: the ends of a paragraph may go with the next one.
 */
static int
gap_to(const uint32_t *at, uint16_t word, uint32_t got)
{
    int best = abs((int)got - (int)at[word]);

    for (int w = word - 4; w <= word + 4; w++)
        if (w > 0 && at[w] > 0 && abs((int)got - (int)at[w]) < best)
            best = abs((int)got - (int)at[w]);
    return best;
}

static void
test_bookmark_finds_its_word_in_edited_texts(void **state)
{
    struct draft old = write_draft();
    uint32_t *before = mem_alloc(UINT16_MAX * sizeof *before);
    uint32_t *after = mem_alloc(UINT16_MAX * sizeof *after);
    struct article *a = print(&old, before);
    uint64_t seed = 1;
    unsigned n_tried = 0, n_exact = 0;
    (void)state;

    for (int round = 0; round < 60; round++) {
        struct draft new = edit(&old, &seed);
        struct article *b = print(&new, after);
        for (int i = 0; i < 40; i++) {
            uint16_t word = (uint16_t)(1 + chance(&seed, ALL_WORDS));
            struct bookmark mark = bookmark_make(a, before[word]);
            uint32_t got = bookmark_find(b, &mark);
            assert_true(got <= b->n_text);
            if (after[word] == 0)
                continue;
            n_tried++;
            n_exact += got == after[word];
            if (gap_to(after, word, got) > TOLERANCE)
                fail_msg("round %d: word %u is at %u, not at %u", round, word,
                    after[word], got);
        }
        article_free(b);
    }
    if (n_exact < n_tried * 19 / 20)
        fail_msg("only %u of %u are exact", n_exact, n_tried);
    article_free(a);
    free(before);
    free(after);
}

static void
test_bookmark_finds_its_paragraph_wherever_it_was_moved(void **state)
{
    struct draft old = write_draft(), new = {.n_paras = N_PARAS};
    uint32_t *before = mem_alloc(UINT16_MAX * sizeof *before);
    uint32_t *after = mem_alloc(UINT16_MAX * sizeof *after);
    unsigned n_exact = 0;
    (void)state;

    for (int i = 0; i < N_PARAS; i++) {
        int from = (i * 7 + 3) % N_PARAS;
        memcpy(new.words + i *N_WORDS, old.words + from * N_WORDS,
            N_WORDS * sizeof *new.words);
        new.n_words[i] = N_WORDS;
    }
    struct article *a = print(&old, before), *b = print(&new, after);
    for (uint16_t word = 1; word != ALL_WORDS + 1; word++) {
        struct bookmark mark = bookmark_make(a, before[word]);
        uint32_t got = bookmark_find(b, &mark);
        if (gap_to(after, word, got) > 0)
            fail_msg("word %u is at %u, not at %u", word, after[word], got);
        n_exact += got == after[word];
    }
    if (n_exact < ALL_WORDS - 10)
        fail_msg("only %u are exact", n_exact);
    article_free(a);
    article_free(b);
    free(before);
    free(after);
}

static uint32_t
offset(const struct article *a, const char *words)
{
    struct str text = {a->text, a->n_text};
    size_t at = str_find(text, str_of(words), 0);

    assert_true(at < text.len);
    return (uint32_t)at;
}

static void
expect(const char *old, const char *new, const char *words, const char *want)
{
    struct article *a = story_new(old), *b = story_new(new);
    struct bookmark mark = bookmark_make(a, offset(a, words));
    uint32_t got = bookmark_find(b, &mark);

    if (got != offset(b, want))
        fail_msg("'%s' became '%.20s'", words, b->text + got);
    article_free(a);
    article_free(b);
}

static void
test_bookmark_takes_no_heed_of_punctuation_and_blanks(void **state)
{
    (void)state;
    expect("New here\nHe said: \"the words, that are read\" and went on",
        "He said:  \xE2\x80\x9Cthe words that are read\xE2\x80\x9D\n"
        "and went on",
        "words", "words");
}

static void
test_bookmark_goes_to_the_section_when_the_words_are_gone(void **state)
{
    (void)state;
    expect("# One\nfirst text here\n# Two\nall of this was written anew",
        "# Zero\nsomething that was not there before, and quite long it is\n"
        "# One\nno, other words\n# Two\nzzzzzzzzzzzzzzz yyyyyyy",
        "written", "yyyyyy");
    expect("# One\nfirst text here\n# Two\nall of this was written anew",
        "# Two\nx\n# One\nfirst text here", "written", "x");
}

static void
test_bookmark_goes_to_the_same_part_when_nothing_is_left(void **state)
{
    struct article *a = story_new("0123456789012345678901234567890123456789");
    struct article *b = story_new("abcdefghijabcdefghij");
    struct bookmark mark = bookmark_make(a, 20);
    (void)state;

    assert_int_equal(bookmark_find(b, &mark), 10);
    article_free(a);
    a = story_new("");
    assert_int_equal(bookmark_find(a, &mark), 0);
    mark = bookmark_make(a, 77);
    assert_int_equal(mark.at, 0);
    assert_int_equal(bookmark_find(b, &mark), 0);
    article_free(a);
    article_free(b);
}

static void
test_bookmark_never_lands_inside_a_character(void **state)
{
    struct article *a = story_new("\xE4\xB8\x96\xE7\x95\x8C\xE4\xB8\x96 one "
                                  "\xE4\xB8\x96\xE7\x95\x8C two three four"),
                   *b = story_new("x\xE4\xB8\x96\xE7\x95\x8C two \xE7\x95\x8C"
                                  " three four \xE4\xB8\x96\xE7\x95\x8C");
    (void)state;

    for (uint32_t at = 0; at <= a->n_text; at++) {
        struct bookmark mark = bookmark_make(a, at);
        assert_int_not_equal(a->text[mark.at] & 0xC0, 0x80);
        uint32_t got = bookmark_find(b, &mark);
        assert_true(got <= b->n_text);
        if (got < b->n_text)
            assert_int_not_equal(b->text[got] & 0xC0, 0x80);
    }
    article_free(a);
    article_free(b);
}

static void
test_bookmark_stays_at_the_nearest_of_what_repeats(void **state)
{
    struct buf old = {0}, new = {0};
    (void)state;

    for (int i = 0; i < 500; i++)
        buf_add_text(&old, "the same line again\n");
    buf_add_text(&new, "one line more\n");
    buf_add_str(&new, buf_str(&old));
    struct article *a = story_new(old.ptr), *b = story_new(new.ptr);
    struct bookmark mark = bookmark_make(a, a->n_text / 2);
    uint32_t got = bookmark_find(b, &mark);
    assert_true(abs((int)got - (int)mark.at) < 200);
    article_free(a);
    article_free(b);
    buf_done(&old);
    buf_done(&new);
}

static void
test_bookmark_comes_back_from_its_bytes(void **state)
{
    struct article *a = story_new("# One\nsome text\n# Two\nand more of it");
    struct bookmark mark = bookmark_make(a, offset(a, "more")), back;
    struct buf bytes = {0};
    (void)state;

    bookmark_encode(&mark, &bytes);
    assert_true(bookmark_decode(buf_str(&bytes), &back));
    assert_memory_equal(&back, &mark, sizeof mark);
    for (size_t len = 0; len < bytes.len; len++)
        assert_false(bookmark_decode((struct str){bytes.ptr, len}, &back));
    bytes.ptr[0]++;
    assert_false(bookmark_decode(buf_str(&bytes), &back));
    buf_done(&bytes);
    article_free(a);
}

static void
test_bookmark_believes_no_bytes(void **state)
{
    struct article *a = story_new("# One\nsome text\n# Two\nand more of it");
    struct bookmark mark = bookmark_make(a, 5);
    struct buf bytes = {0};
    uint64_t seed = 7;
    (void)state;

    for (int i = 0; i < 20000; i++) {
        buf_cut(&bytes, 0);
        bookmark_encode(&mark, &bytes);
        for (int k = 0; k < 3; k++)
            bytes.ptr[chance(&seed, (uint32_t)bytes.len)] =
                (char)chance(&seed, 256);
        struct bookmark back;
        if (bookmark_decode(buf_str(&bytes), &back))
            assert_true(bookmark_find(a, &back) <= a->n_text);
    }
    buf_done(&bytes);
    article_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bookmark_finds_its_word_in_edited_texts),
        cmocka_unit_test(
            test_bookmark_finds_its_paragraph_wherever_it_was_moved),
        cmocka_unit_test(test_bookmark_takes_no_heed_of_punctuation_and_blanks),
        cmocka_unit_test(
            test_bookmark_goes_to_the_section_when_the_words_are_gone),
        cmocka_unit_test(
            test_bookmark_goes_to_the_same_part_when_nothing_is_left),
        cmocka_unit_test(test_bookmark_never_lands_inside_a_character),
        cmocka_unit_test(test_bookmark_stays_at_the_nearest_of_what_repeats),
        cmocka_unit_test(test_bookmark_comes_back_from_its_bytes),
        cmocka_unit_test(test_bookmark_believes_no_bytes),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
