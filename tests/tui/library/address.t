# An address is saved for later, typed or pasted, and its page is brought.
size   80x24
run    gutread
wait   "Nothing was read yet."
keys   a
wait   "Save address:"
type   "{web}/edition/later?9"
keys   <Enter>
wait   "saved for later: "
wait   "Saved  1"
wait   "Herons"
paste  "{web}/page?pasted"
wait   "Saved  2"
wait   "A page"
paste  "ftp://a.example/"
wait   "is no address of the web"
paste  "Heron\x0dstands still"
wait   "'Heron' is no address of the web"
paste  "no address"
wait   "'no address' is no address of the web"
paste  "{web}/feed/saved"
wait   "subscribed to the feed 'News'"
wait   "Feeds  1"
wait   "2 unread"
wait   "Saved  2"
paste  "{web}/page?first\x0d{web}/page?second\x0d"
wait   "saved for later: 2 addresses"
wait   "Saved  4"
paste  "Read {web}/page?third, and ({web}/page?fourth).\x0dBoth are good."
wait   "saved for later: 2 addresses"
wait   "Saved  6"
paste  "{web}/page?fifth\x0dftp://a.example/\x0d{web}/page?sixth"
wait   "saved for later: 2 of 3 addresses"
wait   "Saved  8"
paste  "{web}/status/410"
wait   "saved, but not loaded"
wait   "Saved  9"
keys   q
exit   0
run    gutread --offline {web}/page?pasted
wait   "This is the text of a page of the web"
keys   q
exit   0
restored
