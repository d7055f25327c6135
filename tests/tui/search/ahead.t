# An Esc that comes together with the next key leaves the prompt all the same.
size   80x24
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning"
keys   / p r o b
wait   "/prob"
keys   <A-]>
absent "/prob"
row    0 "    What people mean by gut health"
keys   / z <A-g>
row    0 "    A guide to learning about gut health"
keys   q
exit   0
restored
