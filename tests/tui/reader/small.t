# A window that is too small says so, and comes back.
size   80x24
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
size   19x24
wait   "The window is too\nsmall."
size   80x4
wait   "The window is too small."
size   1x1
settle
keys   j / x F
settle
size   20x5
row    0 " Welcome to gutread"
size   1x1
settle
keys   q
exit   0
restored
run    gutread ../data/articles/welcome.md
wait   "T"
size   80x24
row    0 "    Welcome to gutread"
keys   q
exit   0
