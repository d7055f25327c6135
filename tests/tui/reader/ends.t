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
# What finds faults would take the signals of faults for itself.
env    ASAN_OPTIONS=exitcode=99:handle_segv=0:handle_sigbus=0:handle_sigfpe=0
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
signal SEGV
killed SEGV
restored
run    gutread
wait   "Bundled  4"
keys   /
settle
signal BUS
killed BUS
restored
run    gutread
wait   "Bundled  4"
signal FPE
killed FPE
restored
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
hangup
killed HUP
