/* SPDX-License-Identifier: ISC */
/*
 * sample - an article with some of everything
 *
 * For the tests of what holds for any article: its lookups, its check and its
 * form as bytes.
 */
#ifndef UNIT_SAMPLE_H
#define UNIT_SAMPLE_H

#include "model/article.h"
#include "model/build.h"

/* Adds a leaf of plain text. */
static inline void
sample_add_leaf(struct build *b, enum block_kind kind, const char *text)
{
    build_open(b, kind);
    build_text(b, str_of(text), SPAN_PLAIN);
    build_close(b);
}

/*
 * Makes the article, owned:
 * 0 doc, 1 heading, 2 para, 3 list, 4 item, 5 para, 6 rule, 7 details,
 * 8 summary, 9 para.
 */
static inline struct article *
sample_article(void)
{
    struct build *b = build_new();

    sample_add_leaf(b, BLOCK_HEADING, "Title");
    build_open(b, BLOCK_PARA);
    build_text(b, STR("See "), SPAN_PLAIN);
    build_text(b, STR("this \xC3\xA9"),
        (struct span_style){ROLE_EM, build_link(b, STR("#x")), LINK_NONE});
    build_close(b);
    build_open(b, BLOCK_LIST);
    build_open(b, BLOCK_ITEM);
    sample_add_leaf(b, BLOCK_PARA, "item");
    build_close(b);
    build_close(b);
    build_open(b, BLOCK_RULE);
    build_close(b);
    build_open(b, BLOCK_DETAILS);
    sample_add_leaf(b, BLOCK_SUMMARY, "more");
    build_anchor(b, STR("x"));
    sample_add_leaf(b, BLOCK_PARA, "hidden");
    build_close(b);
    build_fact(b, FACT_TITLE, STR("Title"));
    build_note(b, "a note");
    return build_finish(b);
}

#endif
