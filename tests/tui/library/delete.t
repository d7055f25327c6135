# Keys typed in a row delete as many rows, and bring each of them back once.
size   80x24
run    gutread --offline
wait   "Nothing was read yet."
paste  "{web}/page?1"
wait   "Saved  1"
paste  "{web}/page?2"
wait   "Saved  2"
paste  "{web}/page?3"
wait   "Saved  3"
keys   g D D D
wait   "Nothing was read yet."
keys   u u u
wait   "Saved  3"
keys   u
absent "gone"
keys   q
exit   0
restored
