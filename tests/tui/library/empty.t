# A library without anything in it says what there could be.
size   80x24
run    gutread
wait   "Bundled  4"
wait   "Nothing was read yet."
wait   "a      save an address for later, or follow a feed"
row    4 "     Welcome to gutread                                                 3 min"
keys   /
type   "heron"
wait   "Nothing has all these words."
keys   <Esc>
absent "/heron"
wait   "Nothing was read yet."
size   40x12
wait   "Welcome to gutread"
wait   "Nothing was read yet."
wait   "What you read is kept with its place."
keys   q
exit   0
restored
