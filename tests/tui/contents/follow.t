# The panel follows the reading as it scrolls, by line, page, wheel and search.
size   200x60
run    gutread ../data/articles/gut-health-and-eczema.md
wait   "  1   Introduction"
keys   ] ]
wait   "› 2   Understanding eczema"
keys   30j
absent "› 2   Understanding eczema"
keys   g
absent "› "
keys   G
wait   "› 8.5   When should I see a doctor?"
keys   g
mouse  wheeldown 120,20
mouse  wheeldown 120,20
mouse  wheeldown 120,20
mouse  wheeldown 120,20
mouse  wheeldown 120,20
mouse  wheeldown 120,20
wait   "› 1   Introduction"
size   80x24
absent "  1   Introduction"
size   200x60
wait   "› 1   Introduction"
keys   q
exit   0
restored
