/* SPDX-License-Identifier: ISC */
/*
 * tty - a program on a pseudo terminal, seen from the terminal's side
 *
 * The driver keeps the slave open, too: so its modes can be read after the
 * program ended, and FIONREAD on it tells whether all keys were read. Whether
 * a program sleeps is read in /proc; it is what makes "nothing more will come"
 * a fact instead of a guess on a loaded machine.
 */
#include "tty.h"

#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    CALM_MS = 2,   /* bytes are on their way to the terminal's other side */
    PAINT_MS = 500 /* who paints for longer than that does something else */
};

struct news {
    pid_t program;
    int status; /* as from waitpid(); -1: it was just started */
};

long long
tty_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void
queue_add(struct queue *q, const char *bytes, size_t len)
{
    char *grown = realloc(q->bytes, q->len + len + 1);
    if (!grown)
        err(2, "tty");
    q->bytes = grown;
    memcpy(q->bytes + q->len, bytes, len);
    q->len += len;
}

static void
queue_done(struct queue *q)
{
    free(q->bytes);
    *q = (struct queue){0};
}

/* Writes what the descriptor takes; returns false when it takes no more. */
static bool
queue_flush(struct queue *q, int fd)
{
    while (q->sent < q->len) {
        ssize_t n = write(fd, q->bytes + q->sent, q->len - q->sent);
        if (n < 0)
            return errno == EAGAIN || errno == EINTR;
        q->sent += (size_t)n;
    }
    queue_done(q);
    return true;
}

static void
close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* The child's side of the second fork. */
_Noreturn static void
become_program(char *const argv[], int slave, int input)
{
    sigset_t none;

    setpgid(0, 0);
    tcsetpgrp(slave, getpid()); /* SIGTTOU is blocked here */
    dup2(input >= 0 ? input : slave, STDIN_FILENO);
    dup2(slave, STDOUT_FILENO);
    dup2(slave, STDERR_FILENO);
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execvp(argv[0], argv);
    warn("%s", argv[0]);
    _exit(127);
}

static void
tell(int news, pid_t program, int status)
{
    struct news n = {.program = program, .status = status};
    if (write(news, &n, sizeof(n)) != (ssize_t)sizeof(n))
        _exit(1);
}

/* The child's side of the first fork: starts the program and reports. */
_Noreturn static void
keep(char *const argv[], int slave, int input, int news)
{
    sigset_t all;

    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    signal(SIGCHLD, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setsid();
    if (ioctl(slave, TIOCSCTTY, 0) < 0)
        err(2, "no controlling terminal");

    pid_t program = fork();
    if (program < 0)
        err(2, "fork");
    if (program == 0)
        become_program(argv, slave, input);
    close_fd(&input);
    close_fd(&slave);
    tell(news, program, -1);

    for (;;) {
        int status;
        int number = sigwaitinfo(&all, NULL);
        if (number == SIGHUP)
            kill(-program, SIGHUP);
        if (number != SIGCHLD)
            continue;
        while (waitpid(program, &status, WNOHANG | WUNTRACED | WCONTINUED) > 0)
            tell(news, program, status);
    }
}

static void
open_terminal(struct tty *t, int cols, int rows)
{
    t->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (t->master < 0 || grantpt(t->master) < 0 || unlockpt(t->master) < 0)
        err(2, "no pseudo terminal");
    t->slave = open(ptsname(t->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (t->slave < 0)
        err(2, "%s", ptsname(t->master));
    tty_resize(t, cols, rows);
    tcgetattr(t->slave, &t->before);
    fcntl(t->master, F_SETFL, O_NONBLOCK);
}

void
tty_start(
    struct tty *t, char *const argv[], int cols, int rows, const char *input)
{
    int news[2];
    int pipe_in[2] = {-1, -1};

    *t = (struct tty){.master = -1, .slave = -1, .input = -1};
    open_terminal(t, cols, rows);
    if (pipe2(news, O_CLOEXEC) < 0 || (input && pipe2(pipe_in, O_CLOEXEC) < 0))
        err(2, "pipe");

    t->keeper = fork();
    if (t->keeper < 0)
        err(2, "fork");
    if (t->keeper == 0) {
        close_fd(&t->master);
        close_fd(&news[0]);
        close_fd(&pipe_in[1]);
        keep(argv, t->slave, pipe_in[0], news[1]);
    }
    close_fd(&news[1]);
    close_fd(&pipe_in[0]);
    t->news = news[0];
    t->input = pipe_in[1];
    t->moved_ms = tty_now();
    fcntl(t->news, F_SETFL, O_NONBLOCK);
    if (input) {
        fcntl(t->input, F_SETFL, O_NONBLOCK);
        queue_add(&t->to_input, input, strlen(input));
    }
}

void
tty_send(struct tty *t, const char *bytes, size_t len)
{
    if (t->master < 0)
        return;
    queue_add(&t->to_program, bytes, len);
    queue_flush(&t->to_program, t->master);
    t->moved_ms = tty_now();
}

void
tty_resize(struct tty *t, int cols, int rows)
{
    struct winsize size = {
        .ws_col = (unsigned short)cols, .ws_row = (unsigned short)rows};
    if (t->master >= 0)
        ioctl(t->master, TIOCSWINSZ, &size);
}

static void
read_output(struct tty *t, tty_output_fn *fn, void *user)
{
    char bytes[4096];
    ssize_t n;

    while (t->master >= 0 && (n = read(t->master, bytes, sizeof(bytes))) > 0) {
        t->moved_ms = tty_now();
        t->is_painted = true;
        fn(user, bytes, (size_t)n);
    }
}

static void
read_news(struct tty *t)
{
    struct news n;

    while (read(t->news, &n, sizeof(n)) == (ssize_t)sizeof(n)) {
        t->program = n.program;
        if (n.status == -1)
            continue;
        t->is_stopped = WIFSTOPPED(n.status);
        if (WIFEXITED(n.status) || WIFSIGNALED(n.status)) {
            t->has_ended = true;
            t->status = n.status;
        }
    }
}

static void
write_input(struct tty *t)
{
    bool is_open = queue_flush(&t->to_input, t->input);
    t->moved_ms = tty_now();
    if (!is_open || t->to_input.len == 0) {
        close_fd(&t->input);
        queue_done(&t->to_input);
    }
}

void
tty_step(struct tty *t, int limit_ms, tty_output_fn *fn, void *user)
{
    struct pollfd fds[] = {
        {.fd = t->has_ended ? -1 : t->news, .events = POLLIN},
        {.fd = t->master,
            .events = (short)(POLLIN | (t->to_program.len ? POLLOUT : 0))},
        {.fd = t->input, .events = POLLOUT},
    };

    if (poll(fds, sizeof(fds) / sizeof(fds[0]), limit_ms) <= 0)
        return;
    if (fds[0].revents)
        read_news(t);
    if (fds[1].revents & POLLOUT)
        queue_flush(&t->to_program, t->master);
    if (fds[1].revents & POLLIN)
        read_output(t, fn, user);
    if (fds[2].revents)
        write_input(t);
}

struct process {
    char state; /* a letter as in proc(5) */
    char name[32];
};

/* The name, which stands in parentheses, may hold anything, so its end is looked
 * for from behind. */
static bool
read_process(const char *pid, struct process *out)
{
    char path[300], stat[512];

    snprintf(path, sizeof(path), "/proc/%s/stat", pid);
    FILE *file = fopen(path, "re");
    if (!file)
        return false;
    size_t len = fread(stat, 1, sizeof(stat) - 1, file);
    fclose(file);
    stat[len] = '\0';
    char *name = strchr(stat, '('), *at = strrchr(stat, ')');
    if (!name || !at || strlen(at) < 4)
        return false;
    snprintf(
        out->name, sizeof(out->name), "%.*s", (int)(at - name - 1), name + 1);
    out->state = at[2];
    return true;
}

static bool
has_work(const struct process *p)
{
    return p->state == 'R' || p->state == 'D';
}

static bool
is_helper(const struct process *p)
{
    return p->state != 'Z' && strncmp(p->name, "gutread-", 8) == 0;
}

/* Tells whether there is such a process in the session. What a system tells of
 * each of its processes costs more than to ask which session that is in. */
static bool
has_process(const struct tty *t, bool (*is_such)(const struct process *p))
{
    DIR *processes = opendir("/proc");
    if (!processes)
        return false;
    bool found = false;
    const struct dirent *entry;
    while (!found && (entry = readdir(processes))) {
        struct process p;
        pid_t pid = (pid_t)strtol(entry->d_name, NULL, 10);
        found = pid > 0 && getsid(pid) == t->keeper &&
                read_process(entry->d_name, &p) && is_such(&p);
    }
    closedir(processes);
    return found;
}

/* Who is read and written by the program does not paint itself. */
static bool
is_painting(const struct process *p)
{
    return has_work(p) && !is_helper(p);
}

bool
tty_is_torn(struct tty *t)
{
    long long quiet_ms = tty_now() - t->moved_ms;

    if (t->is_painted && !t->has_ended && quiet_ms < PAINT_MS &&
        (quiet_ms < CALM_MS || has_process(t, is_painting)))
        return true;
    t->is_painted = false;
    return false;
}

bool
tty_has_helpers(const struct tty *t)
{
    return has_process(t, is_helper);
}

bool
tty_is_idle(struct tty *t, int quiet_ms)
{
    int unread = 0;

    if (tty_now() - t->moved_ms < quiet_ms)
        return false;
    if (t->has_ended)
        return true;
    if (t->program == 0 || t->to_program.len || t->input >= 0)
        return false;
    if (t->slave >= 0 && !t->is_stopped)
        ioctl(t->slave, FIONREAD, &unread);
    if (unread == 0 && !has_process(t, has_work))
        return true;
    t->moved_ms = tty_now(); /* a byte that was read late may wait for more */
    return false;
}

bool
tty_is_restored(const struct tty *t)
{
    struct termios now;

    if (t->slave < 0 || tcgetattr(t->slave, &now) < 0)
        return false;
    return now.c_iflag == t->before.c_iflag &&
           now.c_oflag == t->before.c_oflag &&
           now.c_cflag == t->before.c_cflag &&
           now.c_lflag == t->before.c_lflag &&
           memcmp(now.c_cc, t->before.c_cc, sizeof(now.c_cc)) == 0;
}

void
tty_hangup(struct tty *t)
{
    close_fd(&t->master);
    close_fd(&t->slave);
    queue_done(&t->to_program);
}

void
tty_close(struct tty *t)
{
    if (t->keeper == 0)
        return;
    if (t->program && !t->has_ended) {
        kill(-t->program, SIGKILL);
        kill(t->program, SIGKILL);
    }
    kill(t->keeper, SIGKILL);
    while (waitpid(t->keeper, NULL, 0) < 0 && errno == EINTR)
        ;
    tty_hangup(t);
    close_fd(&t->news);
    close_fd(&t->input);
    queue_done(&t->to_input);
    *t = (struct tty){0};
}
