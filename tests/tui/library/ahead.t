# The next page of a list is loaded ahead, unless that is not wanted.
size   80x24
run    gutread --offline
wait   "Nothing was read yet."
keys   a
type   "{web}/edition/ahead?9"
keys   <Enter>
wait   "Saved  1"
keys   a
type   "{web}/page?first"
keys   <Enter>
wait   "Saved  2"
wait   "not loaded yet"
absent "A page"
keys   q
exit   0
run    gutread --set=prefetch=0
wait   "Saved  2"
keys   <Enter>
wait   "This is the text of a page of the web"
keys   q
wait   "A page"
wait   "not loaded yet"
absent "Herons"
keys   q
exit   0
run    gutread
wait   "Saved  2"
keys   <Enter>
wait   "This is the text of a page of the web"
keys   q
wait   "Herons"
keys   q
exit   0
restored
