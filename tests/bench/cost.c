/* SPDX-License-Identifier: ISC */
/*
 * cost - tells what a command takes
 *
 *      cost RUNS COMMAND...
 *
 * Runs a command with nothing to read and prints the least of each that was
 * seen: microseconds, microseconds of the processor and kilobytes of memory, as
 * much as the largest of its processes had. It is a program of its own because
 * a process starts with the memory of the one that started it: that of Python
 * would be more than what is measured.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct cost {
    long wall, cpu, memory;
};

static long
microseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/*
 * Takes the place of this process.
 */
static void
become(char **command)
{
    int null = open("/dev/null", O_RDWR);

    for (int fd = 0; fd < 3; fd++)
        dup2(null, fd);
    execvp(command[0], command);
    _exit(127);
}

/*
 * Returns false when the command fails.
 */
static int
run(char **command, struct cost *out)
{
    long start = microseconds();
    struct rusage usage;
    int status;
    pid_t child = fork();

    if (child == 0)
        become(command);
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return 0;
    out->wall = microseconds() - start;
    out->cpu = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 +
               usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
    out->memory = usage.ru_maxrss;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static long
least(long a, long b)
{
    return a < b ? a : b;
}

int
main(int argc, char **argv)
{
    int n_runs = argc > 2 ? atoi(argv[1]) : 0;
    struct cost best, cost;

    if (n_runs < 1 || !run(argv + 2, &best))
        return EXIT_FAILURE;
    for (int i = 1; i < n_runs; i++) {
        if (!run(argv + 2, &cost))
            return EXIT_FAILURE;
        best.wall = least(best.wall, cost.wall);
        best.cpu = least(best.cpu, cost.cpu);
        best.memory = least(best.memory, cost.memory);
    }
    printf("%ld %ld %ld\n", best.wall, best.cpu, best.memory);
    return EXIT_SUCCESS;
}
