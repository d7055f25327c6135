# The standard input can be a pipe while the terminal stays the terminal.
size   40x6
stdin <<
one
two
>>
run    /bin/sh -c 'test -t 0 || echo a pipe; wc -l; read -r x </dev/tty; echo "typed $x"'
wait   "a pipe"
wait   "2"
type   "yes\n"
wait   "typed yes"
exit   0
