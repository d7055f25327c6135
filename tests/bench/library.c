/* SPDX-License-Identifier: ISC */
/*
 * library - fills a library and measures what a person waits for
 *
 *      library fill PATH N        N items, texts of real length, always the same
 *      library home PATH          what the first screen shows
 *      library filter PATH        a keystroke in a list of all titles
 *      library search PATH WORDS  the first hits with their snippets
 *      library save PATH          keeping another page
 *      library read PATH          opening a stored article at its place
 *      library dump - N           the same items as lines: address, title, text
 *
 * What is measured is printed in milliseconds, the median of several runs; what
 * the program does before is not counted but for home, where all of it is.
 *
 * Words are as often as in real texts (Zipf), a text has about 900 of them (log
 * normal: some have 100, some 5000), in paragraphs; every third item is saved,
 * every fifth was read, all belong to one of a hundred feeds.
 */
#include "store/library.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/build.h"
#include "model/collect.h"
#include "model/wording.h"
#include "store/feeds.h"
#include "store/hits.h"
#include "store/lists.h"
#include "store/positions.h"
#include "store/titles.h"
#include "store/vault.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum {
    N_VOCABULARY = 60000,
    N_FEEDS = 100,
    BATCH = 500,
    N_RUNS = 15,
    SCREEN = 50 /* rows that a screen shows */
};

struct press {
    uint64_t seed;
    double *weights; /* owned: sums of what words weigh */
};

static struct err err;

static void
must(bool ok)
{
    if (ok)
        return;
    fprintf(stderr, "library: %s\n", err.text);
    exit(1);
}

static uint64_t
chance(uint64_t *seed)
{
    uint64_t z = *seed += 0x9E3779B97F4A7C15u; /* splitmix64 */

    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static double
chance_part(uint64_t *seed)
{
    return (double)(chance(seed) >> 11) / 9007199254740992.0;
}

/* Appends the word with that rank: the more often, the shorter. */
static void
add_word(struct buf *out, uint32_t rank)
{
    static const char *const parts[] = {"an", "be", "co", "de", "er", "fi",
        "go", "he", "in", "ka", "lo", "me", "no", "or", "pe", "ra", "st", "ti",
        "un", "ve", "wa", "is", "ma", "th"};

    do {
        buf_add_text(out, parts[rank % 24]);
        rank /= 24;
    } while (rank > 0);
}

static void
press_init(struct press *p, uint64_t seed)
{
    double sum = 0;

    p->seed = seed;
    p->weights = mem_alloc(N_VOCABULARY * sizeof *p->weights);
    for (int i = 0; i < N_VOCABULARY; i++)
        p->weights[i] = sum += 1 / (i + 2.7);
}

static uint32_t
draw_word(struct press *p)
{
    double at = chance_part(&p->seed) * p->weights[N_VOCABULARY - 1];
    uint32_t low = 0, high = N_VOCABULARY - 1;

    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (p->weights[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
add_words(struct press *p, struct buf *out, unsigned n)
{
    for (unsigned i = 0; i < n; i++) {
        if (i > 0)
            buf_add_char(out, ' ');
        add_word(out, draw_word(p));
    }
}

/* Returns an article of a length that is drawn, owned. */
static struct article *
print_article(struct press *p)
{
    struct build *b = build_new();
    struct buf text = {0};
    double u = chance_part(&p->seed) + 1e-12, v = chance_part(&p->seed);
    double normal = sqrt(-2 * log(u)) * cos(6.283185307179586 * v);
    int n_words = (int)(700 * exp(0.7 * normal));

    add_words(p, &text, 4 + (unsigned)(chance(&p->seed) % 8));
    build_fact(b, FACT_TITLE, buf_str(&text));
    build_fact(b, FACT_SITE, STR("A site"));
    for (n_words = n_words < 6000 ? n_words : 6000; n_words > 0;) {
        unsigned n = 20 + (unsigned)(chance(&p->seed) % 100);
        buf_cut(&text, 0);
        add_words(p, &text, n);
        build_open(b, BLOCK_PARA);
        build_text(b, buf_str(&text), SPAN_PLAIN);
        build_close(b);
        n_words -= (int)n;
    }
    buf_done(&text);
    return build_finish(b);
}

static int64_t
keep(struct db *db, const struct article *a, unsigned number)
{
    char url[64];
    int64_t id;
    struct buf body = {0};

    snprintf(url, sizeof url, "https://site%u.example/posts/%u",
        number % N_FEEDS, number);
    wording_add(a, &body);
    struct item_head head = {.final = str_of(url), .fetched_at = 1700000000};
    struct library_page page = {head.final, &head, a, buf_str(&body), true};
    must(library_put_page(db, &page, &id, &err));
    buf_done(&body);
    return id;
}

/* Lets a feed name the item as an entry. */
static void
name_in_feed(struct collect *c, const struct article *a, unsigned number)
{
    char url[64];

    snprintf(url, sizeof url, "https://site%u.example/posts/%u",
        number % N_FEEDS, number);
    if (!collect_entry(c))
        return;
    collect_entry_fact(c, FEED_ENTRY_TITLE, article_fact(a, FACT_TITLE));
    collect_entry_fact(c, FEED_ENTRY_URL, str_of(url));
    collect_entry_fact(c, FEED_ENTRY_ID, str_of(url));
}

static void
subscribe(struct db *db, struct collect **feeds)
{
    for (unsigned i = 0; i < N_FEEDS; i++) {
        char url[64];
        int64_t id;
        uint32_t n_new;
        struct feeds_head head = {.checked_at = 1, .due_at = 2};
        snprintf(url, sizeof url, "https://site%u.example/feed", i);
        struct feeds_wish wish = {.url = str_of(url), .title = str_of(url)};
        struct feed *f = collect_finish(feeds[i]);
        must(feeds_subscribe(db, &wish, 1, &id, &err));
        must(feeds_put(db, id, &head, f, &n_new, &err));
        feed_free(f);
    }
}

static void
fill(struct db *db, unsigned n)
{
    struct collect *feeds[N_FEEDS];
    struct press p;

    press_init(&p, 1);
    for (int i = 0; i < N_FEEDS; i++)
        feeds[i] = collect_new();
    for (unsigned i = 0; i < n; i++) {
        if (i % BATCH == 0)
            must(db_begin(db, &err));
        struct article *a = print_article(&p);
        int64_t id = keep(db, a, i);
        name_in_feed(feeds[i % N_FEEDS], a, i);
        if (i % 3 == 0)
            must(library_shelve(db, id, LIBRARY_SAVED, true, i, &err));
        if (i % 5 == 0) {
            struct position at = {.place = bookmark_make(a, a->n_text / 3)};
            at.progress = 300;
            must(library_read(db, id, i, &err));
            must(positions_put(db, id, &at, &err));
        }
        article_free(a);
        if (i % BATCH == BATCH - 1 || i == n - 1)
            must(db_end(db, true, &err));
    }
    must(db_begin(db, &err));
    subscribe(db, feeds);
    must(db_end(db, true, &err));
    free(p.weights);
}

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
compare(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* Prints the median of the times, in milliseconds. */
static void
print_median(double *times, int n)
{
    qsort(times, (size_t)n, sizeof *times, compare);
    printf("%.2f\n", times[n / 2]);
}

static void
show_home(struct db *db)
{
    static const enum lists_list lists[] = {
        LISTS_UNFINISHED, LISTS_SAVED, LISTS_HISTORY};
    struct item_list page = {0};
    struct feeds_list feeds = {0};
    int64_t n = 0;

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct lists_ask ask = {.list = lists[i], .limit = SCREEN};
        must(lists_load(db, &ask, &page, &err));
        n += page.n_items + lists_count(db, lists[i], 0);
    }
    must(feeds_load(db, &feeds, &err));
    item_list_done(&page);
    feeds_done(&feeds);
    printf("%lld\n", (long long)n);
}

static void
measure_filter(struct db *db)
{
    static const char *const typed[] = {"s", "st", "sto", "stor", "stor m"};
    double times[N_RUNS];
    atomic_bool stop = false;
    struct titles *t = titles_load(db, &stop, &err);
    int64_t *ids;

    must(t != NULL);
    ids = mem_alloc((titles_count(t) + 1) * sizeof *ids);
    for (int i = 0; i < N_RUNS; i++) {
        double start = now();
        titles_filter(t, str_of(typed[i % 5]), ids);
        times[i] = now() - start;
    }
    print_median(times, N_RUNS);
    free(ids);
    titles_free(t);
}

static void
measure_search(struct db *db, const char *words)
{
    double times[N_RUNS];

    for (int i = 0; i < N_RUNS; i++) {
        struct hits_ask ask = {.words = str_of(words), .limit = 20};
        struct hits found = {0};
        double start = now();
        must(hits_find(db, &ask, &found, &err));
        times[i] = now() - start;
        if (i == 0)
            fprintf(stderr, "%u hits\n", found.list.n_items);
        hits_done(&found);
    }
    print_median(times, N_RUNS);
}

static void
measure_save(struct db *db)
{
    double times[N_RUNS];
    struct press p;

    press_init(&p, (uint64_t)time(NULL));
    for (int i = 0; i < N_RUNS; i++) {
        struct article *a = print_article(&p);
        double start = now();
        must(db_begin(db, &err));
        int64_t id = keep(db, a, 10000000u + (uint32_t)(p.seed % 1000000));
        must(library_shelve(db, id, LIBRARY_SAVED, true, 1, &err));
        must(db_end(db, true, &err));
        times[i] = now() - start;
        article_free(a);
    }
    print_median(times, N_RUNS);
    free(p.weights);
}

static void
measure_read(struct db *db)
{
    double times[N_RUNS];
    struct item_list page = {0};
    struct lists_ask ask = {.list = LISTS_HISTORY, .limit = N_RUNS};

    must(lists_load(db, &ask, &page, &err));
    for (uint32_t i = 0; i < N_RUNS && i < page.n_items; i++) {
        struct buf folds = {0};
        struct position at;
        double start = now();
        struct article *a = library_article(db, page.items[i].id, &err);
        must(a != NULL);
        must(positions_find(db, page.items[i].id, &folds, &at, &err));
        bookmark_find(a, &at.place);
        times[i] = now() - start;
        article_free(a);
        buf_done(&folds);
    }
    print_median(times, N_RUNS);
    item_list_done(&page);
}

/* Prints the items that fill() keeps. */
static void
dump(unsigned n)
{
    struct press p;

    press_init(&p, 1);
    for (unsigned i = 0; i < n; i++) {
        struct article *a = print_article(&p);
        struct buf text = {0};
        wording_add(a, &text);
        buf_replace(&text, 0, '\n', ' ');
        printf("https://site%u.example/posts/%u\t%.*s\t%s\n", i % N_FEEDS, i,
            STR_ARG(article_fact(a, FACT_TITLE)), text.ptr);
        buf_done(&text);
        article_free(a);
    }
    free(p.weights);
}

int
main(int argc, char **argv)
{
    struct db *db;
    const char *word = argc > 3 ? argv[3] : "";

    utf8_start();
    if (argc < 3)
        return 2;
    if (strcmp(argv[1], "dump") == 0) {
        dump((unsigned)atoi(word));
        return 0;
    }
    must((db = vault_open(argv[2], &err)) != NULL);
    if (strcmp(argv[1], "fill") == 0)
        fill(db, (unsigned)atoi(word));
    else if (strcmp(argv[1], "home") == 0)
        show_home(db);
    else if (strcmp(argv[1], "filter") == 0)
        measure_filter(db);
    else if (strcmp(argv[1], "search") == 0)
        measure_search(db, word);
    else if (strcmp(argv[1], "save") == 0)
        measure_save(db);
    else if (strcmp(argv[1], "read") == 0)
        measure_read(db);
    db_close(db);
    return 0;
}
