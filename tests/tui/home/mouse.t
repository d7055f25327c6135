# A click selects an article and the next one reads it; home fits any size.
size   80x24
run    gutread
wait   "1 of 4"
wait   "Pinto beans and gut health"
mouse  click 10,10
wait   "2 of 4"
style  3,9 reverse
size   30x6
wait   "2 of 4"
row    0 " gutread"
row    1 " Bundled articles"
wait   "A guide to learning about g…"
mouse  wheelup 5,3
row    2 " Welcome to gutread      2 min"
mouse  wheeldown 5,3
row    4 " Pinto beans and gut health"
mouse  click 5,4
wait   "4 of 4"
mouse  click 5,4
wait   "1,118 words"
keys   Q
exit   0
restored
