# A page that was read once is there without the web; others say why not.
size   80x24
run    gutread {web}/once?offline
wait   "This is the text of a page of the web"
keys   q
exit   0
run    gutread --offline {web}/once?offline
wait   "This is the text of a page of the web"
wait   "this is the copy of 20"
wait   "with --offline"
keys   q
exit   0
run    gutread {web}/once?offline
wait   "This is the text of a page of the web"
wait   "this is the copy of 20"
keys   q
exit   0
run    gutread --no-cache {web}/once?offline
wait   "closed the connection without an answer"
absent "This is the text of a page of the web"
keys   q
exit   0
run    gutread --offline {web}/page?offline
wait   "nothing is loaded from the web with --offline"
# It is saved for when there is a network.
wait   "a saves the address for later"
keys   a
wait   "saved for later; R at home loads it"
wait   "it is saved for later; r tries again, q leaves"
keys   q
exit   0
run    gutread --offline
wait   "Saved  1"
wait   "not loaded yet"
keys   q
exit   0
restored
