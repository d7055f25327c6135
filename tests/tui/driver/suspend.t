# A program can be suspended as from a shell, and goes on.
run    cat
type   "one\n"
wait   "one\none"
keys   <C-z>
suspended
signal CONT
type   "two\n"
wait   "two\ntwo"
keys   <C-d>
exit   0
