# A click selects an article and the next one reads it; home fits any size.
size   80x24
run    gutread ../data/articles
row    5 "   Welcome to gutread                The gutread authors · 2026-10-05 · 3 min"
row    9 "   A guide to learning about gut health                    2026-10-12 · 6 min"
row    13 "   Can gut health cause eczema? What is known about gut and skin        6 min"
row    17 "   Pinto beans and gut health        The gutread authors · 2026-10-26 · 5 min"
mouse  click 10,10
wait   "2 of 4"
style  3,9 reverse
size   30x6
wait   "2 of 4"
row    0 " gutread"
row    1 " Bundled articles"
wait   "A guide to learning about g…"
mouse  wheelup 5,3
row    2 " Welcome to gutread"
mouse  wheeldown 5,3
row    4 " Pinto beans and gut health"
mouse  click 5,4
wait   "4 of 4"
mouse  click 5,4
wait   "1,118 words"
keys   Q
exit   0
restored
