# Entries are read one after the other, and both ways lead back to the list,
# where the same row is selected.
size   80x24
run    gutread --offline golden/feeds/rss.xml
wait   "1 of 4"
keys   <Enter>
wait   "no cube can match"
wait   "Next: A teaser only"
keys   J
wait   "Previous: Stock from what is left"
wait   "offline: this is only what the feed has of it"
keys   J
wait   "Audio: 3.mp3"
keys   J
wait   "2025-07-02 · 18 words"
wait   " A note without a title, as "
keys   J
wait   "this is the last article"
keys   q
wait   "4 of 4"
keys   k <Enter>
wait   "Audio: 3.mp3"
keys   <BS>
wait   "3 of 4"
keys   q
exit   0
restored
