# A folder of many articles is a list, and J and K go through it in its order.
size   200x60
run    /bin/sh -c 'mkdir {tmp}/d; for i in $(seq 80); do echo "# Article number $i" > {tmp}/d/a$i.md; done; exec {gutread} {tmp}/d'
wait   "Article number 2\n"
wait   "1 of 80"
keys   G
wait   "80 of 80"
wait   "Article number 80\n"
keys   g 10j
wait   "11 of 80"
keys   /
type   "number 77"
wait   "1 of 1"
keys   <Enter>
wait   "Article number 77\n"
keys   <Enter>
wait   "Previous: Article number 76"
wait   "Next: Article number 78"
keys   J
wait   "Next: Article number 79"
keys   K
wait   "Next: Article number 78"
keys   K
wait   "Next: Article number 77"
keys   q
absent "Next:"
keys   q
size   40x12
keys   q
exit   0
restored
