/* SPDX-License-Identifier: ISC */
/*
 * answers - a section for questions that a page answers but does not show
 */
#include "answers.h"

#include "base/words.h"
#include "parse/flow.h"
#include "parse/html.h"

static void
add_heading(struct flow *flow, enum element e, struct str text)
{
    const struct attrs none = {0};

    flow_begin(flow, e, &none);
    flow_text(flow, text);
    flow_close(flow);
}

void
answers_add(const struct faq *f, struct build *b, const struct where *where)
{
    struct flow *flow = NULL;

    for (size_t i = 0; i < f->n; i++) {
        const struct faq_pair *pair = &f->pairs[i];
        if (words_count(buf_str(&pair->answer)) == 0)
            continue;
        if (!flow) {
            flow = flow_new(b, where->page);
            flow_base(flow, where->base);
            add_heading(flow, ELEMENT_H2, STR("FAQ"));
        }
        add_heading(flow, ELEMENT_H3, buf_str(&pair->question));
        html_parse_piece(flow, b, buf_str(&pair->answer), 1);
    }
    flow_free(flow);
}
