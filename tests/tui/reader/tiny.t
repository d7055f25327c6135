# At any size keys are taken, prompts and panels survive, and the place stays.
size   200x60
run    gutread ../data/articles/gut-health-and-eczema.md
wait   "Can gut health"
keys   5]
wait   "› 3   The gut–skin axis"
size   3x2
keys   t / j
size   200x60
wait   "Contents"
size   19x5
wait   "small"
size   20x5
wait   "gut"
size   1x60
size   200x1
size   40x12
row    0 " The gut–skin axis"
keys   q
exit   0
restored
