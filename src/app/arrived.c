/* SPDX-License-Identifier: ISC */
/*
 * arrived - what the parser is to know of a page of the web
 */
#include "arrived.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static char *
copy_text(const char *text)
{
    return text ? mem_copy_text(text, strlen(text)) : NULL;
}

void
arrived_put(struct arrived *a, const struct download_result *result)
{
    const struct reply *reply = result->reply;

    arrived_done(a);
    a->url = copy_text(reply->url);
    a->type = copy_text(reply->type);
    a->failure = copy_text(reply->failure);
    if (result->err && !reply->failure)
        a->cut = copy_text(result->err->text);
}

void
arrived_add(const struct arrived *a, bool has_base, struct child *parser)
{
    if (a->url && !has_base)
        child_add_arg(parser, "--base-url=%s", a->url);
    if (a->type)
        child_add_arg(parser, "--content-type=%s", a->type);
    if (a->failure)
        child_add_arg(parser, "--failure=%s", a->failure);
    if (a->cut)
        child_add_arg(parser, "--cut=%s", a->cut);
}

void
arrived_done(struct arrived *a)
{
    free(a->url);
    free(a->type);
    free(a->failure);
    free(a->cut);
    *a = (struct arrived){0};
}
