# Whatever ends the program, the terminal is as it was.
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
keys   q
exit   0
restored
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
keys   <C-c>
exit   0
restored
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
signal TERM
killed TERM
restored
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
signal INT
killed INT
restored
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
signal HUP
killed HUP
restored
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
signal ABRT
killed ABRT
restored
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
hangup
killed HUP
