/* SPDX-License-Identifier: ISC */
/*
 * where - the address of a page, and what its links are seen from
 */
#include "where.h"

#include "model/url.h"

bool
where_find(const struct where *w, struct str ref, struct buf *out)
{
    const size_t start = out->len;

    if (!url_resolve(w->base, ref, out))
        return false;
    if (!url_is_web(w->page) ||
        url_is_web(str_slice(buf_str(out), start, out->len)))
        return true;
    buf_cut(out, start);
    return false;
}

/*
 * Tells whether url is page, or that with a query where page has none: another
 * picture or order. The front page is every page's: its queries are pages.
 */
static bool
is_view(struct str page, struct str url)
{
    page = url_without_fragment(page);
    url = url_without_fragment(url);
    if (page.len == 0 || str_eq(page, url))
        return page.len > 0;
    size_t host = str_find(page, STR("//"), 0) + 2;
    size_t path = str_find(page, STR("/"), host);
    size_t query = str_find(url, STR("?"), 0);

    return path + 1 < page.len && str_find(page, STR("?"), 0) == page.len &&
           str_eq(page, str_slice(url, 0, query));
}

bool
where_is_here(const struct where *w, struct str own, struct str url)
{
    return is_view(w->page, url) || is_view(own, url);
}
