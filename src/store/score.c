/* SPDX-License-Identifier: ISC */
/*
 * score - how well an item of the index fits what is looked for
 *
 * BM25 (Robertson and Zaragoza 2009) over the columns title, about and text as
 * one, an occurrence in a title counting ten times, without the part that says
 * how rare a word is. The bm25() of FTS5 has that part, and reads for it where
 * in the library every word is: with words that are in most of 100,000 texts
 * that takes a fifth of a second. Since an item must have all words of a query,
 * that part would only weigh the words against each other.
 */
#include "score.h"

#include <sqlite3.h>
#include <stddef.h>

enum {
    N_COLUMNS = 3,
    N_COUNTED = 500 /* occurrences in one item that are counted */
};

/* Returns how long the text of the row is, as a part of what is usual. */
static double
relative_length(const Fts5ExtensionApi *api, Fts5Context *context)
{
    sqlite3_int64 n_rows = 0, n_tokens = 0;
    int len = 0;

    if (api->xRowCount(context, &n_rows) != SQLITE_OK ||
        api->xColumnTotalSize(context, -1, &n_tokens) != SQLITE_OK ||
        api->xColumnSize(context, -1, &len) != SQLITE_OK || n_tokens < 1)
        return 1;
    return (double)len * (double)n_rows / (double)n_tokens;
}

/* Returns what the occurrences of a phrase in the row weigh. */
static double
weigh(const Fts5ExtensionApi *api, Fts5Context *context, int phrase)
{
    static const double weights[N_COLUMNS] = {10, 3, 1};
    Fts5PhraseIter iter;
    int column, offset, n = 0;
    double weight = 0;

    if (api->xPhraseFirst(context, phrase, &iter, &column, &offset) !=
        SQLITE_OK)
        return 0;
    while (column >= 0 && n++ < N_COUNTED) {
        weight += column < N_COLUMNS ? weights[column] : 0;
        api->xPhraseNext(context, &iter, &column, &offset);
    }
    return weight;
}

static void
score(const Fts5ExtensionApi *api, Fts5Context *context,
    sqlite3_context *result, int n_values, sqlite3_value **values)
{
    const double k1 = 1.2, b = 0.75;
    double norm = k1 * (1 - b + b * relative_length(api, context)), sum = 0;
    (void)n_values;
    (void)values;

    for (int i = 0; i < api->xPhraseCount(context); i++) {
        double weight = weigh(api, context, i);
        sum += weight * (k1 + 1) / (weight + norm);
    }
    sqlite3_result_double(result, sum);
}

int
score_register(struct sqlite3 *handle)
{
    sqlite3_stmt *stmt;
    fts5_api *api = NULL;
    int code = sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &stmt, NULL);

    if (code != SQLITE_OK)
        return code;
    sqlite3_bind_pointer(stmt, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(stmt);
    code = sqlite3_finalize(stmt);
    if (code != SQLITE_OK || !api)
        return code != SQLITE_OK ? code : SQLITE_ERROR;
    return api->xCreateFunction(api, "score", NULL, score, NULL);
}
