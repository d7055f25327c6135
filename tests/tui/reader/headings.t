# A count goes over thousands of headings at once; contents filter them.
size   80x24
run    /bin/sh -c '{ echo "# Book"; echo; seq 30000 | sed "s/.*/## Part &\n\nWords of it.\n/"; } > {tmp}/a.md; exec {gutread} {tmp}/a.md'
wait   "Part 1"
keys   20000]
row    0 "    Part 20000"
keys   [
row    0 "    Part 19999"
keys   99999]
wait   "Part 30000"
wait   "100%"
keys   99999[
row    0 "    Part 1"
keys   t /
type   "29999"
wait   "1 of 30000"
keys   <Enter>
wait   "100%"
keys   q
exit   0
restored
