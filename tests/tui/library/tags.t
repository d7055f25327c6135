# Tags are typed in a line, and lead to what has them.
size   80x24
run    gutread ../data/articles/pinto-beans.md
wait   "Pinto beans"
keys   q
exit   0
run    gutread
wait   "History  1"
keys   G T
wait   "Tags:"
type   "food, to cook"
keys   <Enter>
wait   "Tags  2"
wait   "to cook"
keys   T
wait   "Tags: food, to cook"
keys   <C-u>
type   "food"
keys   <Enter>
wait   "Tags  1"
absent "to cook"
keys   T
type   "lunch"
keys   <Enter>
wait   "tagged: food, lunch"
wait   "Tags  2"
keys   T <C-u>
type   "food"
keys   <Enter>
wait   "Tags  1"
keys   g <Enter>
wait   "1 of 1"
wait   "Pinto beans"
# What is looked for in a list is looked for everywhere, and the head says so.
row    1 "   food"
keys   / g u t
wait   "Library"
row    1 "   gutread"
wait   "Bundled  4"
keys   <Esc>
row    1 "   food"
keys   s
wait   "oldest first"
keys   s s
wait   "shortest first"
keys   <Enter>
wait   "Pinto beans and gut health"
keys   Q
exit   0
restored
# What is no list of articles has one order.
run    gutread
wait   "Tags  1"
keys   G T
wait   "Tags: food"
type   "b, c, d, e, f, g, h, i, j"
keys   <Enter>
wait   "Tags  10"
keys   g
wait   "… 2 more"
keys   g 8j <Enter>
wait   "1 of 10"
keys   s
wait   "open a list of articles, then it can be sorted"
absent "oldest first"
keys   Q
exit   0
