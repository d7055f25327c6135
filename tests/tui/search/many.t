# Many thousand hits in one line of code do not hold up the screen.
size   60x12
run    /bin/sh -c '{ echo "# Many"; echo; echo "~~~"; yes "abc def" | head -n 100000 | tr "\n" " "; } > {tmp}/a.md; exec {gutread} {tmp}/a.md'
wait   "abc def"
keys   /
type   "abc"
wait   "1 of 100000"
style  3,3 !plain
keys   <Enter> n n
wait   "3 of 100000"
keys   q
exit   0
restored
