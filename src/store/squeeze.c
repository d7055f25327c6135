/* SPDX-License-Identifier: ISC */
/*
 * squeeze - bytes made small and back
 *
 * The hint is the prefix of the content in the sense of zstd: a text that the
 * window reaches back into. The window is made as large as both, or the start
 * of a long text would be out of reach at its end.
 */
#include "squeeze.h"

#include "base/mem.h"

#include <stdlib.h>
#include <zstd.h>

enum {
    LEVEL = 3,
    WINDOW_MIN = 17, /* as a power of two: 128 KiB */
    WINDOW_MAX = 27
};

struct squeeze {
    ZSTD_CCtx *packer;
    ZSTD_DCtx *unpacker;
};

struct squeeze *
squeeze_new(void)
{
    struct squeeze *s = mem_alloc(sizeof *s);

    s->packer = ZSTD_createCCtx();
    s->unpacker = ZSTD_createDCtx();
    if (!s->packer || !s->unpacker)
        mem_exhausted();
    return s;
}

void
squeeze_free(struct squeeze *s)
{
    if (!s)
        return;
    ZSTD_freeCCtx(s->packer);
    ZSTD_freeDCtx(s->unpacker);
    free(s);
}

void
squeeze_pack(
    struct squeeze *s, struct str bytes, struct str hint, struct buf *out)
{
    size_t room = ZSTD_compressBound(bytes.len);
    int window = WINDOW_MIN;

    while (window < WINDOW_MAX && (size_t)1 << window < bytes.len + hint.len)
        window++;
    ZSTD_CCtx_reset(s->packer, ZSTD_reset_session_and_parameters);
    ZSTD_CCtx_setParameter(s->packer, ZSTD_c_compressionLevel, LEVEL);
    ZSTD_CCtx_setParameter(s->packer, ZSTD_c_checksumFlag, 1);
    if (hint.len > 0) {
        ZSTD_CCtx_setParameter(s->packer, ZSTD_c_windowLog, window);
        ZSTD_CCtx_refPrefix(s->packer, hint.ptr, hint.len);
    }
    size_t len = ZSTD_compress2(s->packer, buf_reserve(out, room), room,
        bytes.ptr ? bytes.ptr : "", bytes.len);
    /* With that much room, only memory can be missing. */
    if (ZSTD_isError(len))
        mem_exhausted();
    out->len += len;
    buf_end(out);
}

bool
squeeze_unpack(struct squeeze *s, struct str packed, struct str hint,
    size_t limit, struct buf *out, struct err *err)
{
    unsigned long long size =
        ZSTD_getFrameContentSize(packed.ptr ? packed.ptr : "", packed.len);

    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR ||
        size > limit)
        return err_set(err, ERR_BAD_DATA, "what is stored is damaged");
    ZSTD_DCtx_reset(s->unpacker, ZSTD_reset_session_and_parameters);
    ZSTD_DCtx_setParameter(s->unpacker, ZSTD_d_windowLogMax, WINDOW_MAX + 1);
    if (hint.len > 0)
        ZSTD_DCtx_refPrefix(s->unpacker, hint.ptr, hint.len);
    size_t len = ZSTD_decompressDCtx(s->unpacker,
        buf_reserve(out, (size_t)size), (size_t)size, packed.ptr, packed.len);
    if (ZSTD_isError(len) || len != size) {
        buf_end(out);
        return err_set(err, ERR_BAD_DATA, "what is stored is damaged");
    }
    out->len += len;
    buf_end(out);
    return true;
}
