# R asks all feeds; what is new is unread until it is read.
size   80x24
run    gutread --subscribe={web}/feed/lobby
exit   0
run    gutread
wait   "Feeds  1"
wait   "2 unread"
keys   R
wait   "asked 1 feed"
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
keys   j a
wait   "saved for later: Entry 2"
keys   <BS>
wait   "Saved  1"
wait   "2 unread"
keys   g j D
wait   "End the subscription"
keys   n
absent "End the subscription"
wait   "2 unread"
keys   x
wait   "Mark all 2 unread of 'News' as read?"
keys   y
absent "unread"
keys   x
wait   "there is nothing unread in it"
keys   D y
absent "Feeds"
wait   "Saved  1"
keys   R
wait   "there are no feeds yet"
keys   q
exit   0
# What was saved on the way is brought along.
run    gutread --offline
wait   "Saved  1"
paste  "{web}/page?train"
wait   "not loaded yet"
keys   R
wait   "with --offline"
keys   q
exit   0
run    gutread
wait   "not loaded yet"
keys   R
wait   "loading what is saved"
wait   "A page"
absent "not loaded yet"
keys   q
exit   0
restored
