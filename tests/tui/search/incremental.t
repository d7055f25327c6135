# The search shows its hits while it is typed, and Esc goes back.
size   80x24
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
keys   ] / p r o
wait   "1 of "
keys   b i o t
wait   "/probiot"
wait   "Probiotic"
cursor 8,23
keys   <Esc>
row    0 "    What people mean by gut health"
absent "/probiot"
keys   / z q x
wait   "no match"
row    0 "    What people mean by gut health"
keys   <Enter>
wait   "nothing like 'zqx' here"
row    0 "    What people mean by gut health"
keys   / p r o b i o t <Enter>
wait   "1 of "
keys   n
wait   "2 of "
keys   N N
wait   "the search went on from the end"
keys   n
wait   "the search went on from the beginning"
# What was found last is found again, and Backspace goes back.
keys   <Backspace>
row    0 "    What people mean by gut health"
keys   / <Up>
wait   "/probiot"
keys   <C-u> <Esc>
absent "/probiot"
keys   q
exit   0
restored
