/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/changes.h.
 */
#include "changes.h"

#include "base/buf.h"
#include "model/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Returns an article with a paragraph for each word. */
static struct article *
make(const char *words)
{
    struct build *b = build_new();
    struct str rest = str_of(words), word;

    while ((word = str_next_word(&rest)).len > 0) {
        build_open(b, BLOCK_PARA);
        build_text(b, word, SPAN_PLAIN);
        build_close(b);
    }
    return build_finish(b);
}

static void
test_changes_are_what_is_new_and_where_something_is_gone(void **state)
{
    /* '+' is new, '^' has something gone before it, '_' behind it. */
    static const struct {
        const char *old, *new, *marks;
    } cases[] = {
        {"a b c", "a b c", "   "},
        {"a c", "a b c", " + "},
        {"a b c", "a c", " ^"},
        {"a b c d e", "a e", " ^"},
        {"a b c", "b c", "^ "},
        {"a b c", "a b", " _"},
        {"a b c", "a B c", " + "},
        {"a b c d", "a X d", " + "},
        {"a b c d e", "a c e", " ^^"},
        {"a b", "b a", "  "},
        {"a b", "c d", "++"},
        {"", "a", "+"},
        {"a", "", ""},
        {"a a b", "a b", "  "},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *old = make(cases[i].old), *new = make(cases[i].new);
        uint8_t *changes = changes_find(old, new);
        struct buf marks = {0};
        for (block_ix b = 0; b < new->n_blocks; b++)
            if (article_text(new, b).len > 0)
                buf_add_char(&marks, " +^_"[changes[b]]);
        if (!str_eq(buf_str(&marks), str_of(cases[i].marks)))
            fail_msg("'%s' to '%s': '%.*s'", cases[i].old, cases[i].new,
                STR_ARG(buf_str(&marks)));
        buf_done(&marks);
        free(changes);
        article_free(old);
        article_free(new);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_changes_are_what_is_new_and_where_something_is_gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
