/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes model/codec.h: what is no article is told as such, and what is taken
 * for one is as good as any.
 *
 * The input is how many changes there are, the changes, and a document in
 * Markdown. The document is parsed and encoded, the encoded bytes are changed
 * and decoded: so every input begins with a good article, and no file of the
 * corpus knows what the form of articles is today.
 */
#include "base/buf.h"
#include "model/codec.h"
#include "parse/parse.h"
#include "trial.h"

#include <stdint.h>

enum {
    MAX_CHANGES = 16,
};

/* A change of the word at 4 * where. */
struct change {
    uint16_t where;
    uint8_t what;
    uint8_t value;
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/*
 * Cuts the changes off the front of s. Returns how many there are.
 */
static uint32_t
read_changes(struct str *s, struct change changes[MAX_CHANGES])
{
    uint32_t n = s->len > 0 ? (unsigned char)s->ptr[0] % MAX_CHANGES : 0;

    *s = str_slice(*s, 1, s->len);
    for (uint32_t i = 0; i < n; i++) {
        if (s->len < sizeof *changes)
            return i;
        memcpy(&changes[i], s->ptr, sizeof *changes);
        *s = str_slice(*s, sizeof *changes, s->len);
    }
    return n;
}

static void
make_change(struct buf *bytes, const struct change *change)
{
    size_t n_words = bytes->len / sizeof(uint32_t);
    size_t at = change->where % n_words * sizeof(uint32_t);
    uint32_t word;

    memcpy(&word, bytes->ptr + at, sizeof word);
    switch (change->what % 8) {
    case 0:
        word = change->value;
        break;
    case 1:
        word += change->value;
        break;
    case 2:
        word -= change->value;
        break;
    case 3:
        word = UINT32_MAX - change->value;
        break;
    case 4:
        word = (uint32_t)INT32_MAX - change->value;
        break;
    case 5:
        word ^= 1u << change->value % 32;
        break;
    case 6:
        word = (word & 0xFFFFFF00u) | change->value;
        break;
    default:
        buf_cut(bytes, bytes->len - change->value % sizeof(uint32_t));
        return;
    }
    memcpy(bytes->ptr + at, &word, sizeof word);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = {(const char *)bytes, len};
    uint32_t choice = trial_begin(text);
    struct change changes[MAX_CHANGES];
    uint32_t n_changes = read_changes(&text, changes);
    struct parse_opts opts = {.type = SNIFF_MARKDOWN};
    struct buf encoded = {0};
    struct err err = {0};

    struct article *a = parse_article(text, &opts, &err);
    if (!a)
        return 0;
    codec_encode(a, &encoded);
    article_free(a);
    for (uint32_t i = 0; i < n_changes; i++)
        make_change(&encoded, &changes[i]);

    a = codec_decode(encoded.ptr, encoded.len, &err);
    if (a)
        trial_run(a, choice);
    else
        trial_require(err.code == ERR_BAD_DATA, "it is not said what is wrong");
    article_free(a);
    buf_done(&encoded);
    return 0;
}
