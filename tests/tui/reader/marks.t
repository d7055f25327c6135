# Marks are places with a letter; '' goes back to where a jump began.
size   80x24
run    gutread ../data/articles/gut-health-guide.md ../data/articles/pinto-beans.md
wait   "A guide to learning about gut health"
keys   ] ] ] m
wait   "mark this place with a letter"
keys   x
wait   "marked as x"
keys   g
row    0 "    A guide to learning about gut health"
keys   "'" x
row    0 "    ■ The microbiome"
keys   "'" "'"
row    0 "    A guide to learning about gut health"
keys   J
wait   "Pinto beans"
keys   "'" x
row    0 "    ■ The microbiome"
keys   "'" y
wait   "there is no such mark"
keys   m !
wait   "marks are letters and digits"
keys   q
exit   0
restored
