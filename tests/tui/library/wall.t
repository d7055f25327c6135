# A page that has less than the copy is shown on demand, and takes nothing away.
size   80x24
run    gutread {web}/walled/screen
wait   "Herons"
keys   50%
wait   " 50%"
keys   q
exit   0
run    gutread {web}/walled/screen
wait   "the page has less now than this copy: r shows it"
wait   "This is a part of it"
keys   r
wait   "Please log in to continue"
wait   "this is less than your copy of it, which stays"
keys   q
exit   0
run    gutread --offline {web}/walled/screen
wait   "This is a part of it"
keys   j k
wait   " 50%"
keys   q
exit   0
restored
