# The shell gets its terminal back for a while.
size   80x24
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
keys   <C-z>
suspended
restored
signal CONT
wait   "Welcome to gutread"
keys   ]
row    0 "    Moving about"
signal TSTP
suspended
size   40x12
signal CONT
row    0 " Moving about"
keys   q
exit   0
restored
