# The filter of home narrows the list while it is typed.
size   40x12
run    gutread ../data/articles
wait   "Pinto beans and gut health"
wait   "1 of 4"
keys   /
wait   "4 of 4"
cursor 1,10
type   "GUT eczema"
wait   "1 of 4"
wait   "Can gut health cause"
absent "Pinto beans"
cursor 11,10
type   "x"
wait   "Nothing here has all these words."
keys   <Backspace> <Enter>
wait   "Not on its own"
keys   q
wait   "/GUT eczema"
keys   q
wait   "Pinto beans"
wait   "3 of 4"
keys   q
exit   0
restored
