# On a narrow screen the contents lie over the text until one is picked.
size   80x24
run    gutread ../data/articles/pinto-beans.md
wait   "Probably yes"
absent "Contents"
keys   t
row    0 "  Contents                                       │"
wait   "  2   What is in them"
keys   2j <Enter>
absent "Contents"
wait   "■ What studies have seen"
keys   t
wait   "Contents"
keys   t
absent "Contents"
keys   q
exit   0
restored
