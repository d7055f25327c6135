# Marks outlast the program, and lead to other articles.
size   80x24
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
keys   ] ] ] m x
wait   "marked as x"
keys   q
exit   0
run    gutread ../data/articles/pinto-beans.md
wait   "Pinto beans"
keys   "'" x
row    0 "    ■ The microbiome"
keys   g "'" x
row    0 "    ■ The microbiome"
keys   "'" y
wait   "there is no such mark"
keys   q
exit   0
restored
