# The help tells every key, in two columns where there is room.
size   200x60
run    gutread
wait   "Bundled"
keys   h
row    1 "                     Help   q closes this help, / finds in it"
row    3 "                     Moving                                                                          Articles"
wait   "leave the program at once"
size   80x24
row    3 "   Moving"
row    4 "     j <Down> <C-n>              one line down, or N lines"
absent "leave the program at once"
keys   G
wait   "leave the program at once"
wait   "100%"
size   40x12
wait   "q closes this help, / finds in…"
keys   h
wait   "Bundled"
keys   Q
exit   0
restored
