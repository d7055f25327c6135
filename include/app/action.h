/* SPDX-License-Identifier: ISC */
/*
 * action - everything that a key can do
 *
 * The one table from which the enum, the names in the config file, the default
 * keys, the help view, the hints in the status bar and the keys section of the
 * man page are made. Which view does what with an action is the view's affair.
 */
#ifndef APP_ACTION_H
#define APP_ACTION_H

#include "base/str.h"

/* The groups of the help view. X(constant, title) */
#define ACTION_GROUPS(X)                                                       \
    X(ACTION_GROUP_MOVE, "Moving")                                             \
    X(ACTION_GROUP_FOLD, "Contents and folds")                                 \
    X(ACTION_GROUP_FIND, "Searching")                                          \
    X(ACTION_GROUP_LINK, "Links and places")                                   \
    X(ACTION_GROUP_LIST, "Articles")                                           \
    X(ACTION_GROUP_LIBRARY, "The library")                                     \
    X(ACTION_GROUP_PROGRAM, "The program")

enum action_group {
#define X(constant, title) constant,
    ACTION_GROUPS(X)
#undef X
    ACTION_GROUP_COUNT
};

/*
 * X(constant, name, default keys, group, hint, help)
 *
 * Default keys are written as in the config file, parted by blanks; the hint is
 * a word for the status bar, empty where none is shown.
 */
#define ACTIONS(X)                                                             \
    X(ACTION_LINE_DOWN, "line-down", "j <Down> <C-n>", ACTION_GROUP_MOVE, "",  \
        "one line down, or N lines")                                           \
    X(ACTION_LINE_UP, "line-up", "k <Up> <C-p>", ACTION_GROUP_MOVE, "",        \
        "one line up, or N lines")                                             \
    X(ACTION_PAGE_DOWN, "page-down", "<Space> f <PageDown> <C-f>",             \
        ACTION_GROUP_MOVE, "page", "one page down")                            \
    X(ACTION_PAGE_UP, "page-up", "b <PageUp> <C-b>", ACTION_GROUP_MOVE, "",    \
        "one page up")                                                         \
    X(ACTION_HALF_DOWN, "half-down", "d <C-d>", ACTION_GROUP_MOVE, "",         \
        "half a page down")                                                    \
    X(ACTION_HALF_UP, "half-up", "u <C-u>", ACTION_GROUP_MOVE, "",             \
        "half a page up")                                                      \
    X(ACTION_TOP, "top", "g <Home>", ACTION_GROUP_MOVE, "",                    \
        "to the beginning, or to line N")                                      \
    X(ACTION_BOTTOM, "bottom", "G <End>", ACTION_GROUP_MOVE, "",               \
        "to the end, or to line N")                                            \
    X(ACTION_PERCENT, "percent", "%", ACTION_GROUP_MOVE, "",                   \
        "to N percent of the article")                                         \
    X(ACTION_NEXT_HEADING, "next-heading", "]", ACTION_GROUP_MOVE, "",         \
        "to the next heading")                                                 \
    X(ACTION_PREV_HEADING, "prev-heading", "[", ACTION_GROUP_MOVE, "",         \
        "to the heading before")                                               \
    X(ACTION_LEFT, "left", "<Left> <lt>", ACTION_GROUP_MOVE, "",               \
        "wide code: to the left")                                              \
    X(ACTION_RIGHT, "right", "<Right> >", ACTION_GROUP_MOVE, "",               \
        "wide code: to the right")                                             \
    X(ACTION_CONTENTS, "contents", "t", ACTION_GROUP_FOLD, "contents",         \
        "show or hide the table of contents")                                  \
    X(ACTION_ENTER, "enter", "<Enter> l", ACTION_GROUP_FOLD, "",               \
        "open or close a fold, follow a link, pick from a list")               \
    X(ACTION_FOLD, "fold", "za", ACTION_GROUP_FOLD, "",                        \
        "fold or unfold the section being read")                               \
    X(ACTION_UNFOLD_ALL, "unfold-all", "zR", ACTION_GROUP_FOLD, "",            \
        "open all folds")                                                      \
    X(ACTION_FOLD_ALL, "fold-all", "zM", ACTION_GROUP_FOLD, "",                \
        "close all folds")                                                     \
    X(ACTION_FIND, "find", "/", ACTION_GROUP_FIND, "find",                     \
        "search; a pattern after & is a regular expression")                   \
    X(ACTION_FIND_BACK, "find-back", "", ACTION_GROUP_FIND, "",                \
        "search backward")                                                     \
    X(ACTION_FIND_NEXT, "find-next", "n", ACTION_GROUP_FIND, "",               \
        "to the next match")                                                   \
    X(ACTION_FIND_PREV, "find-prev", "N", ACTION_GROUP_FIND, "",               \
        "to the match before")                                                 \
    X(ACTION_NEXT_LINK, "next-link", "<Tab>", ACTION_GROUP_LINK, "",           \
        "to the next link or fold; between contents and text")                 \
    X(ACTION_PREV_LINK, "prev-link", "<S-Tab>", ACTION_GROUP_LINK, "",         \
        "to the link or fold before")                                          \
    X(ACTION_HINTS, "hints", "F", ACTION_GROUP_LINK, "",                       \
        "give every link on the screen a letter to follow it by")              \
    X(ACTION_LINKS, "links", "L", ACTION_GROUP_LINK, "", "list all links")     \
    X(ACTION_BACK, "back", "<Backspace>", ACTION_GROUP_LINK, "",               \
        "back to where you were before a jump")                                \
    X(ACTION_FORWARD, "forward", "B", ACTION_GROUP_LINK, "", "forward again")  \
    X(ACTION_BROWSER, "browser", "o", ACTION_GROUP_LINK, "",                   \
        "open the link, or the article's address, in the browser")             \
    X(ACTION_COPY, "copy", "y", ACTION_GROUP_LINK, "",                         \
        "copy the address of the link or of the article")                      \
    X(ACTION_MARK, "mark", "m", ACTION_GROUP_LINK, "",                         \
        "mark this place with the letter that follows")                        \
    X(ACTION_JUMP, "jump", "'", ACTION_GROUP_LINK, "",                         \
        "jump to the mark of the letter that follows; '' goes back")           \
    X(ACTION_NEXT_ARTICLE, "next-article", "J :n", ACTION_GROUP_LIST, "next",  \
        "next article")                                                        \
    X(ACTION_PREV_ARTICLE, "prev-article", "K :p", ACTION_GROUP_LIST, "",      \
        "article before")                                                      \
    X(ACTION_RELOAD, "reload", "r", ACTION_GROUP_LIST, "",                     \
        "read the article again from its source")                              \
    X(ACTION_CHANGES, "changes", "e", ACTION_GROUP_LIST, "",                   \
        "mark what has changed in another edition")                            \
    X(ACTION_WHOLE, "whole", "v", ACTION_GROUP_LIST, "",                       \
        "the whole page, or only the article")                                 \
    X(ACTION_PLAIN, "plain", "V", ACTION_GROUP_LIST, "",                       \
        "the bare text as it is written, or the article")                      \
    X(ACTION_SAVE, "save", "a", ACTION_GROUP_LIBRARY, "save",                  \
        "save an article, an address or a feed, or no longer")                 \
    X(ACTION_FAVORITE, "favorite", "*", ACTION_GROUP_LIBRARY, "",              \
        "make it a favorite, or no longer")                                    \
    X(ACTION_ARCHIVE, "archive", "x", ACTION_GROUP_LIBRARY, "archive",         \
        "archive it, or take it back; mark a feed as read")                    \
    X(ACTION_DELETE, "delete", "D", ACTION_GROUP_LIBRARY, "",                  \
        "delete it, u puts it back until the program ends; unsubscribe")       \
    X(ACTION_TAGS, "tags", "T", ACTION_GROUP_LIBRARY, "",                      \
        "change its tags, parted by commas")                                   \
    X(ACTION_LISTS, "lists", "A", ACTION_GROUP_LIBRARY, "lists",               \
        "put it on reading lists, parted by commas")                           \
    X(ACTION_RAISE, "raise", "{", ACTION_GROUP_LIBRARY, "up",                  \
        "move it up its reading list, or N places")                            \
    X(ACTION_LOWER, "lower", "}", ACTION_GROUP_LIBRARY, "down",                \
        "move it down its reading list, or N places")                          \
    X(ACTION_REFRESH, "refresh", "R", ACTION_GROUP_LIBRARY, "",                \
        "ask all feeds for what is new")                                       \
    X(ACTION_SORT, "sort", "s", ACTION_GROUP_LIBRARY, "",                      \
        "sort a list by time, title or length")                                \
    X(ACTION_WIDER, "wider", "+", ACTION_GROUP_PROGRAM, "", "wider lines")     \
    X(ACTION_NARROWER, "narrower", "-", ACTION_GROUP_PROGRAM, "",              \
        "narrower lines")                                                      \
    X(ACTION_MOUSE, "mouse", "M", ACTION_GROUP_PROGRAM, "",                    \
        "mouse on or off; off, the terminal selects text")                     \
    X(ACTION_REDRAW, "redraw", "<C-l>", ACTION_GROUP_PROGRAM, "",              \
        "draw the screen again")                                               \
    X(ACTION_SUSPEND, "suspend", "<C-z>", ACTION_GROUP_PROGRAM, "",            \
        "back to the shell for a while")                                       \
    X(ACTION_HELP, "help", "h ? <F1>", ACTION_GROUP_PROGRAM, "help",           \
        "show every key")                                                      \
    X(ACTION_CANCEL, "cancel", "<Esc>", ACTION_GROUP_PROGRAM, "",              \
        "close what is in front, but never the program")                       \
    X(ACTION_CLOSE, "close", "q", ACTION_GROUP_PROGRAM, "quit",                \
        "close what is in front; at last, the program")                        \
    X(ACTION_QUIT, "quit", "Q <C-c>", ACTION_GROUP_PROGRAM, "",                \
        "leave the program at once")

enum action {
    ACTION_NONE,
#define X(constant, name, keys, group, hint, help) constant,
    ACTIONS(X)
#undef X
    ACTION_COUNT
};

/* A row of the table. */
struct action_row {
    const char *name;
    const char *keys;
    enum action_group group;
    const char *hint;
    const char *help;
};

/*
 * Returns the row of an action other than ACTION_NONE.
 */
const struct action_row *action_row(enum action action);

/*
 * Finds the action with that name, or ACTION_NONE.
 */
enum action action_find(struct str name);

/*
 * Returns the title of a group of the help view.
 */
const char *action_group_title(enum action_group group);

#endif
