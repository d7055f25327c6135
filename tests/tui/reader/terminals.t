# Terminals that cannot show a screen are named, with a way out.
unset  TERM
run    gutread ../data/articles/welcome.md
wait   "TERM is not set; try 'gutread --format=text FILE | less'"
exit   1
env    TERM=dumb
run    gutread ../data/articles/welcome.md
wait   "TERM is 'dumb', a terminal that cannot move its cursor"
exit   1
env    TERM=nonsense
run    gutread ../data/articles/welcome.md
wait   "TERM is 'nonsense', a terminal that is not known here"
exit   1
# The others show what they can.
env    TERM=linux
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
keys   q
exit   0
restored
env    TERM=vt100
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
style  4,0 bold fg=default
keys   q
exit   0
cursor 0,23
env    TERM=xterm-256color
env    NO_COLOR=1
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide"
keys   ]
style  4,0 bold fg=default bg=default
keys   q
exit   0
restored
unset  NO_COLOR
env    XDG_DATA_HOME={tmp}/never
run    gutread --color=never ../data/articles/gut-health-guide.md
wait   "A guide"
keys   ]
style  4,0 bold fg=default bg=default
keys   q
exit   0
env    XDG_DATA_HOME={tmp}/color
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide"
keys   ]
style  4,0 bold !fg=default
keys   q
exit   0
