# Another width keeps the place in the text, and widening comes back to it.
size   80x24
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
keys   ] ] ]
row    0 "    ■ The microbiome"
size   40x12
row    0 " ■ The microbiome"
size   200x60
wait   "■ The microbiome"
size   80x24
row    0 "    ■ The microbiome"
keys   j j
row    0 "    The microbes of the large intestine, their genes and their surroundings"
size   40x12
row    0 " The microbes of the large intestine,"
size   80x24
row    0 "    The microbes of the large intestine, their genes and their surroundings"
# What was folded above is not seen here, and neither does it move anything.
keys   z R
row    0 "    The microbes of the large intestine, their genes and their surroundings"
keys   + -
row    0 "    The microbes of the large intestine, their genes and their surroundings"
keys   q
exit   0
restored
