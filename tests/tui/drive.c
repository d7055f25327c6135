/* SPDX-License-Identifier: ISC */
/*
 * drive - plays a screen script on the real program
 *
 *      drive [-C FOLDER] [-g GUTREAD] [-w WEB] SCRIPT
 *
 * Prints nothing and ends with 0 when the script is true; else prints the
 * line, the reason and the screen as it is, and ends with 1, or with 2 when
 * the script makes no sense. The program is run in FOLDER (default: the
 * current one) with an environment and a home folder of its own, which is
 * removed at the end. WEB is the address of a server of the web. DRIVE_PATIENCE
 * is how many seconds a check may take.
 */
#include "drive.h"

#include <err.h>
#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    QUIET_MS = 50,
    STEP_MS = 10
};

enum needs {
    NEEDS_NOTHING,
    NEEDS_BLOCK = 1,
    NEEDS_TERMINAL = 2, /* open, or closed by its program's end */
};

static const struct {
    const char *name;
    size_t min_words, max_words; /* after the name */
    unsigned needs;              /* set of NEEDS_ */
    bool (*fn)(struct drive *d, const struct command *c);
} commands[] = {
    {"size", 1, 1, NEEDS_NOTHING, act_size},
    {"env", 1, 1, NEEDS_NOTHING, act_env},
    {"unset", 1, 1, NEEDS_NOTHING, act_unset},
    {"cd", 1, 1, NEEDS_NOTHING, act_cd},
    {"file", 1, 1, NEEDS_BLOCK, act_file},
    {"append", 1, 1, NEEDS_BLOCK, act_append},
    {"move", 2, 2, NEEDS_NOTHING, act_move},
    {"remove", 1, 1, NEEDS_NOTHING, act_remove},
    {"stdin", 0, 0, NEEDS_BLOCK, act_stdin},
    {"beside", 1, SIZE_MAX, NEEDS_NOTHING, act_beside},
    {"run", 1, SIZE_MAX, NEEDS_NOTHING, act_run},
    {"keys", 1, SIZE_MAX, NEEDS_TERMINAL, act_keys},
    {"type", 1, 1, NEEDS_TERMINAL, act_type},
    {"paste", 1, 1, NEEDS_TERMINAL, act_paste},
    {"paste-begin", 1, 1, NEEDS_TERMINAL, act_paste_begin},
    {"mouse", 2, 2, NEEDS_TERMINAL, act_mouse},
    {"signal", 1, 1, NEEDS_TERMINAL, act_signal},
    {"hangup", 0, 0, NEEDS_TERMINAL, act_hangup},
    {"wait", 1, 1, NEEDS_TERMINAL, check_wait},
    {"absent", 1, 1, NEEDS_TERMINAL, check_absent},
    {"screen", 0, 0, NEEDS_TERMINAL | NEEDS_BLOCK, check_screen},
    {"row", 2, 2, NEEDS_TERMINAL, check_row},
    {"style", 2, SIZE_MAX, NEEDS_TERMINAL, check_style},
    {"cursor", 1, 1, NEEDS_TERMINAL, check_cursor},
    {"title", 1, 1, NEEDS_TERMINAL, check_title},
    {"settle", 0, 0, NEEDS_TERMINAL, check_settle},
    {"exit", 1, 1, NEEDS_TERMINAL, check_exit},
    {"killed", 1, 1, NEEDS_TERMINAL, check_killed},
    {"suspended", 0, 0, NEEDS_TERMINAL, check_suspended},
    {"restored", 0, 0, NEEDS_TERMINAL, check_restored},
};

bool
drive_fail(struct drive *d, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(d->why, sizeof(d->why), format, args);
    va_end(args);
    return false;
}

static void
take_output(void *user, const char *bytes, size_t len)
{
    struct drive *d = user;
    grid_write(&d->grid, bytes, len);
}

bool
drive_until(struct drive *d, bool (*is_true)(struct drive *d, const void *user),
    const void *user)
{
    long long end = tty_now() + d->patience_ms;

    for (;;) {
        bool is_torn = tty_is_torn(&d->tty);
        if (!is_torn && is_true(d, user))
            return true;
        if (tty_now() >= end ||
            (d->tty.has_ended && tty_is_idle(&d->tty, QUIET_MS)))
            return false;
        tty_step(&d->tty, is_torn ? 1 : STEP_MS, take_output, d);
    }
}

static bool
is_idle(struct drive *d, const void *user)
{
    (void)user;
    return tty_is_idle(&d->tty, QUIET_MS);
}

bool
drive_settle(struct drive *d)
{
    return drive_until(d, is_idle, NULL);
}

static bool
is_done(struct drive *d, const void *user)
{
    return !tty_has_helpers(&d->tty) && is_idle(d, user);
}

bool
drive_finish(struct drive *d)
{
    return drive_until(d, is_done, NULL);
}

bool
drive_pair(struct drive *d, const char *text, char sep, int *out_a, int *out_b)
{
    char *middle, *end;
    long a = strtol(text, &middle, 10);
    long b = *middle == sep ? strtol(middle + 1, &end, 10) : -1;

    if (middle == text || a < 0 || b < 0 || *end != '\0' || a > 9999 ||
        b > 9999)
        return drive_fail(d, "'%s' is not a pair like 12%c3", text, sep);
    *out_a = (int)a;
    *out_b = (int)b;
    return true;
}

int
drive_signal(struct drive *d, const char *name)
{
    for (int number = 1; number < 32; number++) {
        const char *known = sigabbrev_np(number);
        if (known && strcmp(known, name) == 0)
            return number;
    }
    drive_fail(d, "there is no signal %s", name);
    return 0;
}

/* Returns a copy of word with {tmp} and the like put in, owned. */
static char *
expand(const struct drive *d, const char *word)
{
    const struct {
        const char *name, *value;
    } names[] = {{"{tmp}", d->tmp}, {"{tests}", d->tests},
        {"{gutread}", d->gutread}, {"{web}", d->web}};
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    if (!out)
        err(2, "drive");

    while (*word) {
        size_t i = 0, n = sizeof(names) / sizeof(names[0]);
        while (
            i < n && strncmp(word, names[i].name, strlen(names[i].name)) != 0)
            i++;
        if (i < n) {
            fputs(names[i].value, out);
            word += strlen(names[i].name);
        } else {
            fputc(*word++, out);
        }
    }
    fclose(out);
    return text;
}

static bool
play_command(struct drive *d, const struct command *c)
{
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
        if (strcmp(commands[i].name, c->words[0]) != 0)
            continue;
        size_t n = c->n_words - 1;
        unsigned needs = commands[i].needs;
        if (n < commands[i].min_words || n > commands[i].max_words)
            return drive_fail(d, "the number of words is wrong");
        if (!(needs & NEEDS_BLOCK) != !c->block)
            return drive_fail(
                d, c->block ? "takes no block" : "must be followed by a block");
        if ((needs & NEEDS_TERMINAL) && !d->tty.keeper)
            return drive_fail(d, "nothing runs yet");
        return commands[i].fn(d, c);
    }
    return drive_fail(d, "there is no command %s", c->words[0]);
}

static void
print_state(const struct drive *d)
{
    const struct tty *t = &d->tty;

    if (!t->has_ended)
        puts(t->is_stopped ? "The program is stopped." : "The program runs.");
    else if (WIFSIGNALED(t->status))
        printf(
            "The program was killed by %s.\n", strsignal(WTERMSIG(t->status)));
    else
        printf("The program ended with status %d.\n", WEXITSTATUS(t->status));
}

static void
print_screen(const struct drive *d)
{
    int col, row;

    grid_cursor(&d->grid, &col, &row);
    printf("The screen is %dx%d, the cursor %s%d,%d:\n", d->grid.cols,
        d->grid.rows, d->grid.is_cursor_hidden ? "hidden at " : "", col, row);
    for (row = 0; row < d->grid.rows; row++) {
        char *text = grid_row(&d->grid, row);
        printf("%3d|%s\n", row, text);
        free(text);
    }
}

static int
play(struct drive *d, const char *path)
{
    struct script s = {0};
    struct command c;
    const char *why = NULL;
    bool is_good = true;

    if (!script_open(&s, path))
        err(2, "%s", path);
    while (is_good && script_next(&s, &c, &why) == SCRIPT_COMMAND) {
        for (size_t i = 0; i < c.n_words; i++) {
            char *word = expand(d, c.words[i]);
            free(c.words[i]);
            c.words[i] = word;
        }
        is_good = play_command(d, &c);
        if (!is_good) {
            printf("%s:%u: %s", path, c.row, c.words[0]);
            for (size_t i = 1; i < c.n_words; i++)
                printf(" %s", c.words[i]);
            printf(": %s\n", d->why);
        }
        command_done(&c);
    }
    if (why)
        printf("%s:%u: %s\n", path, s.row, why);
    if (is_good && !why && d->tty.keeper && !d->tty.has_ended) {
        printf("%s:%u: the script ends, the program does not\n", path, s.row);
        is_good = false;
    }
    if (!is_good && d->tty.keeper) {
        print_state(d);
        print_screen(d);
    }
    script_close(&s);
    return why ? 2 : is_good ? 0 : 1;
}

static int
remove_entry(
    const char *path, const struct stat *st, int type, struct FTW *place)
{
    (void)st;
    (void)type;
    (void)place;
    return remove(path);
}

/* Keeps of the environment what a test must not depend on, and no more. */
static void
set_environment(const struct drive *d)
{
    static const char *const kept[] = {"PATH", "GUTREAD_DATADIR",
        "GUTREAD_LIBEXEC", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS",
        "MALLOC_PERTURB_", "TMPDIR", "LLVM_PROFILE_FILE"};
    enum {
        N_KEPT = sizeof(kept) / sizeof(kept[0])
    };
    char *values[N_KEPT];

    for (int i = 0; i < N_KEPT; i++) {
        const char *value = getenv(kept[i]);
        values[i] = value ? strdup(value) : NULL;
    }
    clearenv();
    for (int i = 0; i < N_KEPT; i++) {
        if (values[i])
            setenv(kept[i], values[i], 1);
        free(values[i]);
    }

    static const char *const folders[][2] = {{"HOME", "home"},
        {"XDG_CONFIG_HOME", "home/.config"},
        {"XDG_DATA_HOME", "home/.local/share"},
        {"XDG_STATE_HOME", "home/.local/state"},
        {"XDG_CACHE_HOME", "home/.cache"}, {"XDG_RUNTIME_DIR", "home/run"}};
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
        char path[4096];
        snprintf(path, sizeof(path), "%s/%s", d->tmp, folders[i][1]);
        setenv(folders[i][0], path, 1);
    }
    setenv("TERM", "xterm-256color", 1);
    setenv("LANG", "C.UTF-8", 1);
    setenv("TZ", "UTC", 1);
}

static void
make_home(struct drive *d)
{
    const char *base = getenv("TMPDIR");
    char path[4096];

    snprintf(path, sizeof(path), "%s/gutread-XXXXXX", base ? base : "/tmp");
    d->tmp = mkdtemp(path) ? realpath(path, NULL) : NULL;
    if (!d->tmp)
        err(2, "%s", path);
    snprintf(path, sizeof(path), "%s/home", d->tmp);
    if (mkdir(path, 0777) < 0)
        err(2, "%s", path);
}

int
main(int argc, char *argv[])
{
    struct drive d = {.cols = 80, .rows = 24, .gutread = "gutread", .web = ""};
    const char *patience = getenv("DRIVE_PATIENCE");
    const char *folder = ".";

    int option;
    while ((option = getopt(argc, argv, "C:g:w:")) != -1) {
        if (option == 'C')
            folder = optarg;
        else if (option == 'g')
            d.gutread = optarg;
        else if (option == 'w')
            d.web = optarg;
        else
            return 2;
    }
    if (optind + 1 != argc)
        errx(2, "usage: drive [-C FOLDER] [-g GUTREAD] [-w WEB] SCRIPT");

    char *script = realpath(argv[optind], NULL);
    if (!script || chdir(folder) < 0 || !(d.tests = realpath(".", NULL)))
        err(2, "%s", script ? folder : argv[optind]);
    d.patience_ms = patience ? (int)strtol(patience, NULL, 10) * 1000 : 5000;
    signal(SIGPIPE, SIG_IGN);
    make_home(&d);
    set_environment(&d);

    int status = play(&d, script);
    tty_close(&d.tty);
    grid_done(&d.grid);
    if (chdir("/") == 0)
        nftw(d.tmp, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(d.input);
    free(d.tmp);
    free(d.tests);
    free(script);
    return status;
}
