# + and - change how wide the lines are, and the place stays.
size   200x60
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide"
keys   t t ] ]
wait   "min left"
keys   -
wait   "lines of 68 columns"
keys   3-
wait   "lines of 56 columns"
keys   9-
wait   "lines of 20 columns"
keys   -
wait   "lines of 20 columns"
keys   99+
wait   "lines of 198 columns"
size   80x24
size   200x60
keys   q
exit   0
restored
