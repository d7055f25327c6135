# The program hears of a new size.
size   30x6
run    /bin/sh -c 'trap "stty size" WINCH; stty size; while [ "$x" != bye ]; do read -r x && echo "got $x"; done'
wait   "6 30"
size   52x9
wait   "9 52"
type   "hello\n"
wait   "got hello"
type   "bye\n"
exit   0
