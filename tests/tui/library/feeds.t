# R asks all feeds; what is new is unread until it is read.
size   80x24
run    gutread --subscribe={web}/feed/lobby
exit   0
run    gutread
wait   "Feeds  1"
wait   "2 unread"
keys   R
wait   "asked all feeds"
wait   "3 unread"
keys   g <Enter>
wait   "1 of 3"
wait   "● Entry 3"
keys   <Enter>
wait   "The text of entry 3"
keys   q
wait   "1 of 3"
absent "● Entry 3"
wait   "● Entry 2"
keys   <BS>
wait   "2 unread"
keys   q
exit   0
restored
