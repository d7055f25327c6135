# Links are found by text and by address; y copies one.
size   80x24
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
keys   L /
type   "glance"
wait   "2 of 6"
wait   "     2 the table of keys"
absent "pinto-beans.md"
keys   <Esc>
wait   "pinto-beans.md"
keys   y
wait   "copied"
keys   Q
exit   0
restored
