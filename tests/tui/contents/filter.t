# The contents can be filtered on a small screen, and Esc gives them back.
size   40x12
run    gutread ../data/articles/gut-health-and-eczema.md
wait   "Can gut health"
keys   t /
type   "probio"
wait   "2 of 23"
wait   "  5   Probiotics: can they help?"
wait   "  8.3   Do probiotics work against … │"
keys   <Esc>
wait   "  2   Understanding eczema and"
keys   /
type   "8.5"
wait   "1 of 23"
keys   <Enter>
absent "Contents"
wait   "▾ When should I see a"
keys   q
exit   0
restored
