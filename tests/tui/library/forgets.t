# Without a library reading goes on, and one is told that nothing is remembered.
size   80x24
file   data <<
This is no folder.
>>
env    XDG_DATA_HOME={tmp}/data
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
wait   "nothing is remembered"
keys   ] ] ] m x a
wait   "the library cannot be changed now"
keys   "'" x
row    0 "    ■ The microbiome"
keys   q
exit   0
restored
