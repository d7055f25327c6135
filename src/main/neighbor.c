/* SPDX-License-Identifier: ISC */
/*
 * neighbor - the post before or after another one
 */
#include "neighbor.h"

#include "app/shelf.h"
#include "base/file.h"
#include "load.h"
#include "model/article.h"

#include <stdlib.h>

static const char *
name_of(int step)
{
    return step < 0 ? "previous" : "next";
}

/*
 * Loads the article at source, and if it names its neighbor, fills out. Returns
 * false only when it cannot be loaded; out stays SOURCE_NONE when none is
 * named.
 */
static bool
ask_article(const struct source *source, int step, const struct job_opts *opts,
    struct source *out, struct err *err)
{
    struct shelf *shelf = shelf_new();
    const shelf_id id = shelf_add(shelf, source, err);
    struct load *load = load_new(shelf, opts);
    struct load_result result = {0};
    bool ok = load_take_any(load, id, &result, err);
    const struct article *a = result.article;

    if (result.feed)
        ok = err_set(err, ERR_NOT_FOUND,
            "a feed has no %s article (--section=N reads an entry)",
            name_of(step));
    if (ok) {
        struct str link =
            article_fact(a, step < 0 ? FACT_PREV_URL : FACT_NEXT_URL);
        if (link.len > 0 && !source_follow(source, link, out))
            ok = err_set(err, ERR_NOT_FOUND,
                "its %s article is said to be '%.*s', which is none",
                name_of(step), STR_ARG(link));
    }
    article_free(result.article);
    feed_free(result.feed);
    load_free(load);
    shelf_free(shelf);
    return ok;
}

/*
 * Fills out with the neighbor of the file at source in its folder, or with
 * SOURCE_NONE when it is the first or last there, or no article by its name.
 */
static bool
ask_folder(const struct source *source, int step, const struct job_opts *opts,
    struct source *out, struct err *err)
{
    char *path = file_folder(source->place);
    struct source folder = {0};
    struct shelf *shelf = shelf_new();
    shelf_id id = SHELF_NONE;
    bool ok = source_parse(path, &folder, err) &&
              shelf_add(shelf, &folder, err) != SHELF_NONE;

    if (ok)
        id = shelf_find(shelf, source);
    if (id != SHELF_NONE) {
        struct load *load = load_new(shelf, opts);
        load_heads(load, 0);
        load_free(load);
        id = shelf_neighbor(shelf, id, step);
    }
    if (id != SHELF_NONE)
        *out = source_copy(&shelf_item(shelf, id)->source);
    shelf_free(shelf);
    source_done(&folder);
    free(path);
    return ok;
}

bool
neighbor_find(const struct source *source, int step,
    const struct job_opts *opts, struct source *out_source, struct err *err)
{
    struct source found = {0};
    bool ok = true;

    if (source->kind != SOURCE_FOLDER)
        ok = ask_article(source, step, opts, &found, err);
    if (ok && found.kind == SOURCE_NONE && source->kind == SOURCE_FILE)
        ok = ask_folder(source, step, opts, &found, err);
    if (ok && found.kind == SOURCE_NONE)
        ok = err_set(
            err, ERR_NOT_FOUND, "there is no %s article", name_of(step));
    if (ok)
        *out_source = found;
    return ok;
}
