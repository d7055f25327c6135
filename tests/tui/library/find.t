# Words are looked for in titles and in texts; Enter opens a text at the hit.
size   80x24
run    gutread {web}/edition/find?9
wait   "Herons"
keys   q
exit   0
run    gutread --save {web}/signs
exit   0
run    gutread
wait   "History  1"
keys   /
type   "hero"
wait   "Titles  1"
wait   "Herons"
type   "x"
wait   "Nothing has all these words."
keys   <C-u>
type   "pinto"
wait   "Bundled  1"
wait   "Pinto beans"
keys   <C-u>
type   "part 5"
wait   "In the texts  1"
wait   "       Part 5\n"
style  7,5 fg=0 bg=3
keys   <Enter>
wait   "This is part 5."
style  12,3 fg=0 bg=3
wait   "9 of 18"
keys   n
wait   "10 of 18"
keys   q
wait   "In the texts  1"
# Signs are words, too.
keys   q
wait   "History  1"
keys   /
type   "🦆"
wait   "In the texts  1"
wait   "Pond"
keys   <C-u>
type   "knows c++"
style  29,5 fg=0 bg=3
style  35,5 fg=0 bg=3
keys   <Enter>
wait   "On it swims"
wait   "1 of 2"
keys   q
wait   "In the texts  1"
keys   q
wait   "History  2"
keys   q
exit   0
restored
