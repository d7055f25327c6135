/* SPDX-License-Identifier: ISC */
/*
 * options - every option, in one table
 *
 * From it are made the struct below, the command line, the config file, the
 * range checks, the defaults, --print-config, --help, the lists of both man
 * pages, the example of a config file and the shell completions.
 *
 * Where a value comes from decides which one is in force, not when it is put:
 * the command line goes before --set, that before the config file, that before
 * the default. So the command line, which names the config file, is read first.
 *
 * Example:
 *
 *      struct options o;
 *      options_init(&o);
 *      if (options_put_setting(&o, STR("measure"), STR("60"), OPTIONS_FILE, err))
 *          printf("%d columns\n", o.measure);
 *      options_done(&o);
 */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "app/value.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The groups of --help. X(constant, title) */
#define OPTIONS_GROUPS(X)                                                      \
    X(OPTIONS_GROUP_PART, "What to show")                                      \
    X(OPTIONS_GROUP_FORM, "How to write it")                                   \
    X(OPTIONS_GROUP_SOURCE, "What is read")                                    \
    X(OPTIONS_GROUP_LIBRARY, "The library")                                    \
    X(OPTIONS_GROUP_PROGRAM, "The program")                                    \
    X(OPTIONS_GROUP_SETTING, "Settings, for the config file or --set")

enum options_group {
#define X(constant, title) constant,
    OPTIONS_GROUPS(X)
#undef X
    OPTIONS_GROUP_COUNT
};

/* Where an option may stand; settings can also be given with --set. */
enum options_scope {
    OPTIONS_ON_COMMAND = 1,
    OPTIONS_IN_FILE = 2,
    OPTIONS_ANYWHERE = 3
};

/*
 * X(field, name, letter, kind, scope, group, initial, allowed, help)
 *
 * The initial value is read as one of the config file; an empty one means that
 * there is none. What is allowed is said as app/value.h wants it; for a flag it
 * is the flag that this one takes back, if any. The help is a phrase, or phrases
 * parted by semicolons.
 */
#define OPTIONS(X)                                                             \
    X(toc, "toc", 't', VALUE_FLAG, OPTIONS_ON_COMMAND, OPTIONS_GROUP_PART,     \
        "no", "faq", "print the table of contents")                            \
    X(faq, "faq", 0, VALUE_FLAG, OPTIONS_ON_COMMAND, OPTIONS_GROUP_PART, "no", \
        "toc", "print questions and answers only")                             \
    X(section, "section", 's', VALUE_TEXT, OPTIONS_ON_COMMAND,                 \
        OPTIONS_GROUP_PART, "", "NAME|N",                                      \
        "only that section: its title, the beginning of its title, or its "    \
        "number, such as 3.2")                                                 \
    X(body, "body", 0, VALUE_FLAG, OPTIONS_ON_COMMAND, OPTIONS_GROUP_PART,     \
        "no", "",                                                              \
        "only the body: no title, byline or notices; in text no pictures,"     \
        " captions or players")                                                \
    X(full_page, "full-page", 0, VALUE_FLAG, OPTIONS_ON_COMMAND,               \
        OPTIONS_GROUP_PART, "no", "",                                          \
        "the whole page, not only the article in it")                          \
    X(expand, "expand", 0, VALUE_FLAG, OPTIONS_ON_COMMAND, OPTIONS_GROUP_PART, \
        "no", "collapse", "with all folds open, as they are in a pipe")        \
    X(collapse, "collapse", 0, VALUE_FLAG, OPTIONS_ON_COMMAND,                 \
        OPTIONS_GROUP_PART, "no", "expand", "with all folds closed")           \
    X(prev, "prev", 0, VALUE_FLAG, OPTIONS_ON_COMMAND, OPTIONS_GROUP_PART,     \
        "no", "next", "the article before SOURCE instead")                     \
    X(next, "next", 0, VALUE_FLAG, OPTIONS_ON_COMMAND, OPTIONS_GROUP_PART,     \
        "no", "prev", "the article after SOURCE instead")                      \
    X(format, "format", 'f', VALUE_CHOICE, OPTIONS_ON_COMMAND,                 \
        OPTIONS_GROUP_FORM, "", "text|ansi|markdown|html|json",                \
        "write in that format, also to a terminal; into a pipe or a file, "    \
        "text is what is written without this option")                         \
    X(width, "width", 'w', VALUE_NUMBER, OPTIONS_ANYWHERE, OPTIONS_GROUP_FORM, \
        "", "0..10000",                                                        \
        "columns of text, 0 not to wrap; the default is 80 in a pipe, and on " \
        "the screen what the terminal has, but no more than measure")          \
    X(links, "links", 0, VALUE_CHOICE, OPTIONS_ANYWHERE, OPTIONS_GROUP_FORM,   \
        "none", "none|end|inline",                                             \
        "addresses in text and ansi: none, numbered and listed at the end, "   \
        "or behind the text of the link")                                      \
    X(color, "color", 0, VALUE_CHOICE, OPTIONS_ANYWHERE, OPTIONS_GROUP_FORM,   \
        "auto", "auto|always|never",                                           \
        "colors; auto heeds the terminal, NO_COLOR and CLICOLOR_FORCE")        \
    X(hyperlinks, "hyperlinks", 0, VALUE_CHOICE, OPTIONS_ANYWHERE,             \
        OPTIONS_GROUP_FORM, "auto", "auto|always|never",                       \
        "links that the terminal can follow, in ansi")                         \
    X(type, "type", 0, VALUE_CHOICE, OPTIONS_ON_COMMAND, OPTIONS_GROUP_SOURCE, \
        "", "markdown|html|text|feed",                                         \
        "what SOURCE is, if its name and its beginning do not tell")           \
    X(feed, "feed", 0, VALUE_FLAG, OPTIONS_ON_COMMAND, OPTIONS_GROUP_SOURCE,   \
        "no", "", "the feed that the page at SOURCE names")                    \
    X(base_url, "base-url", 0, VALUE_TEXT, OPTIONS_ON_COMMAND,                 \
        OPTIONS_GROUP_SOURCE, "", "URL",                                       \
        "the address that links in SOURCE are relative to")                    \
    X(max_size, "max-size", 0, VALUE_SIZE, OPTIONS_ANYWHERE,                   \
        OPTIONS_GROUP_SOURCE, "64M", "1K..1G",                                 \
        "read nothing that has more bytes; K, M and G are units")              \
    X(timeout, "timeout", 0, VALUE_NUMBER, OPTIONS_ANYWHERE,                   \
        OPTIONS_GROUP_SOURCE, "30", "1..3600",                                 \
        "give a page up when not a byte came for that many seconds")           \
    X(no_cache, "no-cache", 0, VALUE_FLAG, OPTIONS_ON_COMMAND,                 \
        OPTIONS_GROUP_SOURCE, "no", "offline",                                 \
        "load pages of the web anew, also those that the library keeps")       \
    X(offline, "offline", 0, VALUE_FLAG, OPTIONS_ON_COMMAND,                   \
        OPTIONS_GROUP_SOURCE, "no", "no-cache",                                \
        "load nothing from the web; pages that the library keeps are there "   \
        "all the same")                                                        \
    X(require_sandbox, "require-sandbox", 0, VALUE_FLAG, OPTIONS_ANYWHERE,     \
        OPTIONS_GROUP_SOURCE, "no", "",                                        \
        "refuse to read where the system cannot lock up what parses and "      \
        "fetches; --version tells what it can do")                             \
    X(save, "save", 0, VALUE_FLAG, OPTIONS_ON_COMMAND, OPTIONS_GROUP_LIBRARY,  \
        "no", "", "keep SOURCE, an address or a file, to be read later")       \
    X(remove, "remove", 0, VALUE_FLAG, OPTIONS_ON_COMMAND,                     \
        OPTIONS_GROUP_LIBRARY, "no", "", "take SOURCE out of the library")     \
    X(list, "list", 0, VALUE_FLAG, OPTIONS_ON_COMMAND, OPTIONS_GROUP_LIBRARY,  \
        "no", "",                                                              \
        "print what is in the library; instead of a SOURCE a list can be "     \
        "named: all, saved, archived, favorite, history, unfinished, unread, " \
        "feeds, lists, tags, a reading list, a tag, or the address of a feed") \
    X(reading_list, "reading-list", 0, VALUE_TEXT, OPTIONS_ON_COMMAND,         \
        OPTIONS_GROUP_LIBRARY, "", "NAME",                                     \
        "read that list; --save puts SOURCE on it, --remove takes SOURCE off " \
        "it or, without one, forgets the list, --list prints it, and "         \
        "--export writes it into a folder")                                    \
    X(search, "search", 0, VALUE_TEXT, OPTIONS_ON_COMMAND,                     \
        OPTIONS_GROUP_LIBRARY, "", "QUERY",                                    \
        "print the 50 best that have all of these words; words in double "     \
        "quotes must stand together")                                          \
    X(subscribe, "subscribe", 0, VALUE_TEXT, OPTIONS_ON_COMMAND,               \
        OPTIONS_GROUP_LIBRARY, "", "URL",                                      \
        "subscribe to the feed there, or to that of the page there")           \
    X(unsubscribe, "unsubscribe", 0, VALUE_TEXT, OPTIONS_ON_COMMAND,           \
        OPTIONS_GROUP_LIBRARY, "", "URL", "end the subscription to that feed") \
    X(refresh, "refresh", 0, VALUE_FLAG, OPTIONS_ON_COMMAND,                   \
        OPTIONS_GROUP_LIBRARY, "no", "", "ask all feeds for what is new")      \
    X(import, "import", 0, VALUE_TEXT, OPTIONS_ON_COMMAND,                     \
        OPTIONS_GROUP_LIBRARY, "", "FILE",                                     \
        "keep what is in a file of OPML, in the bookmarks of a browser or "    \
        "of Pinboard, in what Pocket or Instapaper exports, or in lines of "   \
        "addresses; - is standard input")                                      \
    X(export, "export", 0, VALUE_TEXT, OPTIONS_ON_COMMAND,                     \
        OPTIONS_GROUP_LIBRARY, "", "FILE|DIR",                                 \
        "write the feeds to FILE.opml, all that is known to FILE.json or -, "  \
        "or the articles as Markdown into a folder")                           \
    X(reextract, "reextract", 0, VALUE_FLAG, OPTIONS_ON_COMMAND,               \
        OPTIONS_GROUP_LIBRARY, "no", "",                                       \
        "find the article anew in every page that is kept")                    \
    X(config, "config", 0, VALUE_TEXT, OPTIONS_ON_COMMAND,                     \
        OPTIONS_GROUP_PROGRAM, "", "FILE", "the config file to use")           \
    X(set, "set", 0, VALUE_PAIR, OPTIONS_ON_COMMAND, OPTIONS_GROUP_PROGRAM,    \
        "", "KEY=VALUE",                                                       \
        "a setting for this time; may be given several times")                 \
    X(print_config, "print-config", 0, VALUE_FLAG, OPTIONS_ON_COMMAND,         \
        OPTIONS_GROUP_PROGRAM, "no", "",                                       \
        "print the settings in force, as a config file")                       \
    X(print_keys, "print-keys", 0, VALUE_FLAG, OPTIONS_ON_COMMAND,             \
        OPTIONS_GROUP_PROGRAM, "no", "",                                       \
        "print the keys in force, as a config file")                           \
    X(help, "help", 'h', VALUE_FLAG, OPTIONS_ON_COMMAND,                       \
        OPTIONS_GROUP_PROGRAM, "no", "", "print a summary of the options")     \
    X(version, "version", 'V', VALUE_FLAG, OPTIONS_ON_COMMAND,                 \
        OPTIONS_GROUP_PROGRAM, "no", "",                                       \
        "print the version, and those of the libraries")                       \
    X(measure, "measure", 0, VALUE_NUMBER, OPTIONS_IN_FILE,                    \
        OPTIONS_GROUP_SETTING, "72", "20..500",                                \
        "columns that a line of text on the screen may have")                  \
    X(wrap, "wrap", 0, VALUE_CHOICE, OPTIONS_IN_FILE, OPTIONS_GROUP_SETTING,   \
        "pretty", "pretty|greedy",                                             \
        "how lines are broken: as even as can be, or as full as can be")       \
    X(mouse, "mouse", 0, VALUE_FLAG, OPTIONS_IN_FILE, OPTIONS_GROUP_SETTING,   \
        "yes", "",                                                             \
        "use the mouse; without this, the terminal selects text with it")      \
    X(keymap, "keymap", 0, VALUE_CHOICE, OPTIONS_IN_FILE,                      \
        OPTIONS_GROUP_SETTING, "gutread", "gutread|less",                      \
        "the keys to begin with; less has more of the pager of that name")     \
    X(prefetch, "prefetch", 0, VALUE_NUMBER, OPTIONS_IN_FILE,                  \
        OPTIONS_GROUP_SETTING, "1", "0..1",                                    \
        "how many of the next pages of a list are loaded ahead; 0: none")      \
    X(browser, "browser", 0, VALUE_LINE, OPTIONS_IN_FILE,                      \
        OPTIONS_GROUP_SETTING, "", "COMMAND",                                  \
        "what opens addresses of the web; without it the environment "         \
        "variable BROWSER, or else xdg-open")                                  \
    X(library_max_size, "library.max-size", 0, VALUE_SIZE, OPTIONS_IN_FILE,    \
        OPTIONS_GROUP_SETTING, "512M", "1M..1000G",                            \
        "bytes that the texts and pages in the library may take, besides the " \
        "index of their words; what was not read for the longest time goes "   \
        "first, little by little, and what is saved stays")                    \
    X(user_agent, "user-agent", 0, VALUE_LINE, OPTIONS_IN_FILE,                \
        OPTIONS_GROUP_SETTING, "", "NAME",                                     \
        "the name to go by on the web, gutread and its version if there is "   \
        "none")

enum {
#define X(...) +1 /* NOLINT(bugprone-macro-parentheses) */
    OPTIONS_COUNT = OPTIONS(X)
#undef X
};

/* Where a value comes from; a later one goes before an earlier one. */
enum options_origin {
    OPTIONS_DEFAULT,
    OPTIONS_FILE,
    OPTIONS_SET,
    OPTIONS_COMMAND
};

/* The values of choices, in the order of their names. Those of format are the
 * formats of out/out.h. */
enum options_when {
    OPTIONS_AUTO,
    OPTIONS_ALWAYS,
    OPTIONS_NEVER
};
enum options_wrap {
    OPTIONS_PRETTY,
    OPTIONS_GREEDY
};
enum options_links {
    OPTIONS_LINKS_NONE,
    OPTIONS_LINKS_END,
    OPTIONS_LINKS_INLINE
};

struct options {
#define X(field, name, letter, kind, ...) kind##_TYPE field;
    OPTIONS(X)
#undef X
    uint8_t origins[OPTIONS_COUNT]; /* enum options_origin, in table order */
    const char **operands;          /* owned; the texts are those of argv */
    uint32_t n_operands, cap_operands;
};

/* A row of the table. */
struct options_row {
    const char *name;
    char letter; /* 0: none */
    enum value_kind kind;
    enum options_scope scope;
    enum options_group group;
    const char *initial;
    const char *allowed;
    const char *help;
    size_t offset; /* of the field, in struct options */
};

/*
 * Fills o with the initial values; options_done() releases it.
 */
void options_init(struct options *o);

/*
 * Frees what the options own and leaves zeroes.
 */
void options_done(struct options *o);

/*
 * Tells whether nothing is named that is to be read.
 */
bool options_is_home(const struct options *o);

/*
 * Tells whether the option with that name, of the table, is on the command line.
 */
bool options_is_given(const struct options *o, const char *name);

/*
 * Takes the command line into o: options and operands in any order, "--" ends
 * the options, a name may be shortened as long as it is clear, letters may
 * share a dash. argv must outlive o. What is wrong is said without the pointer
 * to --help; what was read before it is in force.
 */
bool options_parse(struct options *o, int argc, char *const *argv,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Gives the setting with that name a value, read from text; an empty one is the
 * initial value. A value from an earlier origin than the one in force is
 * checked, but changes nothing.
 */
bool options_put_setting(struct options *o, struct str name, struct str value,
    enum options_origin origin, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns the row at a place of the table, below OPTIONS_COUNT.
 */
const struct options_row *options_row(unsigned ix);

/*
 * Finds the row of the option with that name, or NULL.
 */
const struct options_row *options_find(struct str name);

/*
 * Appends the value of an option of o as the config file writes it; nothing when
 * there is none.
 */
void options_add_value(
    const struct options *o, const struct options_row *row, struct buf *out);

/*
 * Appends the text of --help, in 80 columns.
 */
void options_add_help(struct buf *out);

#endif
