/* SPDX-License-Identifier: ISC */
/*
 * written - tells MemorySanitizer what libraries have written
 *
 * It sees what is written by code that was compiled for it, and takes for
 * unwritten what a library writes into memory of ours, or allocates for us.
 * Loaded before a program (LD_PRELOAD) this stands between it and such
 * functions. It knows those that the floors base, model and layout call.
 */
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unicase.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <uriparser/Uri.h>

/* Is missing in other programs, as those that the watched one starts. */
__attribute__((weak)) void __msan_unpoison(
    const volatile void *start, size_t size);

static void
note(const volatile void *start, size_t size)
{
    if (__msan_unpoison)
        __msan_unpoison(start, size);
}

/* Finds the function that this one stands for. */
#define REAL(name) ((__typeof__(name) *)(uintptr_t)dlsym(RTLD_NEXT, #name))

static uint8_t *
note_text(uint8_t *text, size_t *len)
{
    note(len, sizeof *len);
    if (text)
        note(text, *len);
    return text;
}

uint8_t *
u8_tolower(const uint8_t *s, size_t n, const char *language, uninorm_t form,
    uint8_t *restrict out, size_t *len)
{
    return note_text(REAL(u8_tolower)(s, n, language, form, out, len), len);
}

uint8_t *
u8_casefold(const uint8_t *s, size_t n, const char *language, uninorm_t form,
    uint8_t *restrict out, size_t *len)
{
    return note_text(REAL(u8_casefold)(s, n, language, form, out, len), len);
}

uint8_t *
u8_normalize(uninorm_t form, const uint8_t *s, size_t n, uint8_t *restrict out,
    size_t *len)
{
    return note_text(REAL(u8_normalize)(form, s, n, out, len), len);
}

void
u8_possible_linebreaks(
    const uint8_t *s, size_t n, const char *encoding, char *p)
{
    REAL(u8_possible_linebreaks)(s, n, encoding, p);
    note(p, n);
}

int
fstat(int fd, struct stat *out)
{
    const int status = REAL(fstat)(fd, out);

    note(out, sizeof *out);
    return status;
}

int
uc_canonical_decomposition(ucs4_t cp, ucs4_t *out)
{
    const int n = REAL(uc_canonical_decomposition)(cp, out);

    if (n > 0)
        note(out, (size_t)n * sizeof *out);
    return n;
}

int
uriParseSingleUriA(UriUriA *uri, const char *text, const char **end)
{
    const int status = REAL(uriParseSingleUriA)(uri, text, end);

    note(uri, sizeof *uri);
    return status;
}

int
uriAddBaseUriA(UriUriA *uri, const UriUriA *relative, const UriUriA *base)
{
    const int status = REAL(uriAddBaseUriA)(uri, relative, base);

    note(uri, sizeof *uri);
    return status;
}

int
uriToStringCharsRequiredA(const UriUriA *uri, int *n)
{
    const int status = REAL(uriToStringCharsRequiredA)(uri, n);

    note(n, sizeof *n);
    return status;
}

int
uriToStringA(char *out, const UriUriA *uri, int n, int *n_written)
{
    const int status = REAL(uriToStringA)(out, uri, n, n_written);

    note(out, (size_t)n);
    return status;
}
