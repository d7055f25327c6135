# An article is found where it was left, with its folds, however it was left.
size   80x24
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
keys   ] ] ]
row    0 "    ■ The microbiome"
keys   z a
wait   "▸ The microbiome"
keys   q
exit   0
size   40x12
run    gutread ../data/articles/gut-health-guide.md
wait   "▸ The microbiome"
keys   z a ]
row    0 " Learn the words first"
signal TERM
killed TERM
size   80x24
run    gutread ../data/articles/gut-health-guide.md
wait   "Learn the words first"
absent "■ The microbiome"
keys   Q
exit   0
# What the command line says of folds goes before.
run    gutread ../data/articles/gut-health-guide.md
wait   "Learn the words first"
keys   z a
wait   "▸ Learn the words first"
keys   q
exit   0
run    gutread --expand ../data/articles/gut-health-guide.md
wait   "Half of the confusion"
absent "▸ Learn the words first"
keys   q
exit   0
restored
