# The help finds what an action does.
size   80x24
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
keys   ?
wait   "q closes this help"
keys   /
type   "half page"
row    3 "     d <C-d>                     half a page down"
row    4 "     u <C-u>                     half a page up"
row    5 ""
keys   <Enter>
row    4 "     u <C-u>                     half a page up"
keys   q
wait   "Moving"
keys   q
wait   "This page teaches"
keys   q
exit   0
restored
