# On a narrow screen addresses have a line of their own; a small one has none.
size   40x12
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
keys   L
row    2 "   1 below"
row    3 "     #faq"
keys   j
style  5,4 reverse
style  5,5 reverse
style  5,2 !reverse
size   200x60
row    4 "                                           2 the table of keys                                        #the-keys-at-a-glance"
style  45,4 reverse
keys   <Esc> Q
exit   0
restored
