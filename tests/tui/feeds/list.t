# A feed opens as the list of its entries, which the filter narrows.
size   80x24
run    gutread --offline golden/feeds/rss.xml
wait   "Slow kitchen"
wait   "Stock from what is left"
wait   "Dora Lind · 2025-07-05"
wait   "Peels, ends and bones make a broth."
wait   "1 of 4"
keys   / s t e e l
wait   "1 of 1"
wait   "Episode 3: knives"
absent "A teaser only"
keys   <Esc>
wait   "A teaser only"
keys   q
exit   0
restored
