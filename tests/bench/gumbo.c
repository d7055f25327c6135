/* SPDX-License-Identifier: ISC */
/*
 * gumbo - parses a page as gutread has it parsed, and does nothing more
 *
 *      gumbo FILE
 *
 * What a load takes is held against this: no reader of HTML that is built on
 * gumbo can take less. Memory is gumbo's own business here; freeing is not
 * asked of it.
 */
#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static char *
read_file(const char *path, size_t *out_len)
{
    struct stat info;
    FILE *file = fopen(path, "rb");

    if (!file || fstat(fileno(file), &info) != 0)
        return NULL;
    char *text = malloc((size_t)info.st_size + 1);
    if (text)
        *out_len = fread(text, 1, (size_t)info.st_size, file);
    fclose(file);
    return text;
}

int
main(int argc, char **argv)
{
    GumboOptions options = kGumboDefaultOptions;
    size_t len = 0;
    char *text = argc == 2 ? read_file(argv[1], &len) : NULL;

    if (!text)
        return EXIT_FAILURE;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, text, len) ? EXIT_SUCCESS
                                                         : EXIT_FAILURE;
}
