/* SPDX-License-Identifier: ISC */
/*
 * story - small articles for the tests of the screen
 *
 * A line is a block: "# Title" a heading by its number of signs, "? Question" a
 * heading that is one, "| code" a line of code, "[name] text" a paragraph that
 * links to #name, everything else a paragraph.
 */
#ifndef UNIT_STORY_H
#define UNIT_STORY_H

#include "base/str.h"
#include "model/build.h"

/*
 * Adds a heading of as many signs as its level.
 */
static void
story_add_heading(struct build *b, struct str line)
{
    unsigned level = 0;
    while (level < line.len && line.ptr[level] == '#')
        level++;
    bool is_question = line.ptr[0] == '?';
    block_ix ix = build_open(b, BLOCK_HEADING);
    build_level(b, ix, is_question ? 3 : level);
    if (is_question)
        build_mark(b, ix, BLOCK_IS_QUESTION);
    build_text(b, str_trim(str_slice(line, is_question ? 1 : level, line.len)),
        SPAN_PLAIN);
    build_close(b);
}

/*
 * Adds a paragraph, which may begin with a link.
 */
static void
story_add_para(struct build *b, struct str line)
{
    build_open(b, BLOCK_PARA);
    size_t end = line.ptr[0] == '[' ? str_find(line, STR("]"), 0) : 0;
    if (end > 0) {
        char url[64] = "#";
        memcpy(url + 1, line.ptr + 1, end - 1);
        struct span_style style = SPAN_PLAIN;
        style.link = build_link(b, str_of(url));
        build_text(b, str_slice(line, 1, end), style);
        line = str_slice(line, end + 1, line.len);
    }
    build_text(b, line, SPAN_PLAIN);
    build_close(b);
}

/*
 * Returns the article of a text, owned.
 */
static struct article *
story_new(const char *text)
{
    struct build *b = build_new();
    struct str rest = str_of(text), line;
    while ((line = str_next_line(&rest)).ptr) {
        if (line.len == 0)
            continue;
        if (line.ptr[0] == '#' || line.ptr[0] == '?') {
            story_add_heading(b, line);
        } else if (line.ptr[0] == '|') {
            build_open(b, BLOCK_CODE);
            build_text(b, str_slice(line, 2, line.len), SPAN_PLAIN);
            build_close(b);
        } else {
            story_add_para(b, line);
        }
    }
    return build_finish(b);
}

#endif
