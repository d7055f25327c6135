/* SPDX-License-Identifier: ISC */
/*
 * attack - what a program that was taken over would try
 */
#ifndef UNIT_ATTACK_H
#define UNIT_ATTACK_H

#include <netinet/in.h>
#include <stdbool.h>

struct attack {
    const char *name;
    bool (*try)(void); /* tells whether it succeeded */
    unsigned roles;    /* who must not succeed: bits by enum sandbox_role */
    unsigned parts;    /* any of which must stop it: enum sandbox_part */
};

/* All of them; the last has no name. */
extern const struct attack attack_list[];

/*
 * Tells whether a byte of the file at path can be read.
 */
bool attack_read_file(const char *path);

/*
 * Tells whether a thread can be started.
 */
bool attack_start_thread(void);

/*
 * Listens on any port of 127.0.0.1 and returns the descriptor and the address;
 * -1 when that cannot be done.
 */
int attack_listen(struct sockaddr_in *out_address);

#endif
