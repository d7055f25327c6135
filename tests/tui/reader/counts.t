# Counts are shown as they are typed and belong to the key that follows.
size   80x24
run    gutread ../data/articles/gut-health-guide.md
wait   "0% · "
keys   1 2
wait   "   12   0%"
keys   j
absent "   12   "
keys   g 1 2 j
row    0 "    │ doctor lists signs that should not wait."
keys   9 9 9 k
row    0 "    A guide to learning about gut health"
keys   5 0 %
wait   "50% · "
keys   1 0 0 %
wait   " 100%"
keys   4 g
row    0 ""
keys   5 z
wait   "   5z   "
keys   <Esc>
absent "   5z   "
keys   G j 3 z x
wait   " 100%"
absent "   3z   "
# An Alt that means nothing is nothing, and no Esc.
keys   <A-j> 5 <A-j>
wait   " 100%"
keys   q
exit   0
