/* SPDX-License-Identifier: ISC */
/*
 * install - where the parts of the program are
 *
 * The programs that gutread starts, and the articles that come with it, are
 * looked for in three places: where the environment says (tests), next to the
 * running program (a build folder), and where meson installs them.
 */
#ifndef APP_INSTALL_H
#define APP_INSTALL_H

/*
 * Returns the path of the program called name, owned: in $GUTREAD_LIBEXEC, else
 * beside the running program, else in the configured folder. NULL when none of
 * them has one that can be run.
 */
char *install_find_program(const char *name);

/*
 * Returns the path of the folder of bundled articles, owned: "articles" in
 * $GUTREAD_DATADIR, else "data/articles" beside the build folder that the
 * running program is in, else where they are installed. NULL when none of them
 * has the welcome.
 */
char *install_find_articles(void);

#endif
