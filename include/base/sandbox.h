/* SPDX-License-Identifier: ISC */
/*
 * sandbox - what a program gives up before it touches what may be hostile
 *
 * Each program has a role, which says what it still may do. Entering the
 * sandbox closes, clears and forbids all the rest, for good and for every
 * program that is started later. It is made of parts that the kernel has or
 * has not; those that it has hold without the others.
 *
 * It is no wall between the programs and the system for those who build them:
 * under valgrind the parts that the kernel is asked for are missing, and builds
 * with sanitizers or for coverage have SANDBOX_PRIVILEGES alone, because what is
 * built into them opens files and starts threads at any time.
 *
 * Example:
 *
 *      struct buf words = {0};
 *      unsigned parts = sandbox_enter(SANDBOX_PARSER, 64 << 20, SANDBOX_ALL);
 *      sandbox_add_words(SANDBOX_PARSER, parts, &words);
 *      puts(words.ptr);
 *      buf_done(&words);
 */
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

enum sandbox_role {
    /* Reads and writes the descriptors 0 to 2, and takes memory and time within
     * limits. */
    SANDBOX_PARSER,
    /* The same, but it may still load libraries. For what must be known of a
     * document before it is known which; a parser is what it becomes then. */
    SANDBOX_LOADER,
    /* Talks to the network too, and reads the files that finding a server and
     * trusting it take; keeps descriptor 3. */
    SANDBOX_FETCHER,
    /* Does what it likes but for the network; so does what it starts. */
    SANDBOX_READER,
};

/* X(constant, name) */
#define SANDBOX_PARTS(X)                                                       \
    X(SANDBOX_PRIVILEGES, "no new privileges")                                 \
    X(SANDBOX_LIMITS, "limits")                                                \
    X(SANDBOX_LANDLOCK, "Landlock")                                            \
    X(SANDBOX_SECCOMP, "seccomp")

enum sandbox_part_ix {
#define X(constant, name) constant##_IX,
    SANDBOX_PARTS(X)
#undef X
    SANDBOX_PART_COUNT
};

/* Sets of parts are made of these. */
enum sandbox_part {
#define X(constant, name) constant = 1 << constant##_IX,
    SANDBOX_PARTS(X)
#undef X
    SANDBOX_ALL = (1 << SANDBOX_PART_COUNT) - 1
};

/*
 * Leaves the program with what role may do, and returns the set of parts that
 * hold from now on. Only those in parts are tried: SANDBOX_ALL, but for tests.
 * A document of max_size bytes must still fit: the limits of memory and of what
 * is written follow from it. Call it when no thread runs yet. All but a reader
 * lose their descriptors and their environment whatever the kernel has.
 */
unsigned sandbox_enter(enum sandbox_role role, size_t max_size, unsigned parts);

/*
 * Returns true if parts are all that role is made of; else says in err what is
 * missing.
 */
bool sandbox_check(enum sandbox_role role, unsigned parts, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Appends the names of those parts of role that hold, and of those that do not.
 */
void sandbox_add_words(enum sandbox_role role, unsigned parts, struct buf *out);

#endif
