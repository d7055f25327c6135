# A feed that is gone says so and is left alone, unless R asks it itself.
size   90x24
run    gutread --subscribe={web}/mortal/lobby
exit   0
run    gutread --subscribe={web}/feed/gone
exit   0
run    gutread
wait   "Feeds  2"
keys   R
wait   "1 could not be had"
wait   "! News"
wait   "gone for good"
keys   G R
wait   "asked 1 feed; 1 that failed before has to wait"
wait   "gone for good"
keys   g /
type   mortal
keys   <Enter>
wait   "it is not asked any more"
wait   "Entry 2"
keys   R
wait   "asked 2 feeds"
wait   "Entry 4"
keys   <BS>
absent "gone for good"
keys   Q
exit   0
restored
