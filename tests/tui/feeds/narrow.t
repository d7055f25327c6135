# In a small window a row is a title and the beginning of the excerpt.
size   40x12
run    gutread --offline golden/feeds/rss.xml
wait   "Stock from what is left"
wait   "Peels, ends and bones make a broth."
wait   "A teaser only"
size   200x60
wait   "Bread wants a day, or two, and some of it you spend asleep."
keys   q
exit   0
