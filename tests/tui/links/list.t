# The list of links tells addresses, and Enter follows one.
size   80x24
run    gutread ../data/articles/welcome.md
wait   "Welcome to gutread"
keys   L
wait   "6 in this article"
row    3 "     1 below                              #faq"
row    5 "     3 A guide to learning about gut he…  gut-health-guide.md"
row    23 " #faq                                                   / find  h help   1 of 6"
keys   q
absent "in this article"
keys   L 2j <Enter>
wait   "Few subjects"
absent "in this article"
keys   Q
exit   0
restored
