# The help tells the keys in force, not those by default.
size   80x24
run    gutread --set keymap=less ../data/articles/welcome.md
wait   "Welcome to gutread"
keys   h /
type   "search backward"
row    3 "     ?                              search backward"
keys   <Esc> <Esc> Q
exit   0
restored
