# The contents lie over the text where it is narrow, and beside it where not.
size   80x24
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
absent "Contents"
keys   t
wait   "Contents"
wait   "1.2   The microbiome"
keys   j j <Enter>
absent "Contents"
row    0 "    ■ The microbiome"
keys   t
wait   "› 1.2"
keys   t
absent "Contents"
keys   t <Esc>
absent "Contents"
# The section being read is marked as the text scrolls.
size   120x30
wait   "› 1.2   The microbiome"
keys   ]
wait   "› 2   Learn the words first"
# The key gives the panel the keys, then takes it away.
keys   t j j <Enter>
wait   "› 3.1"
wait   "› 3.1"
keys   j
keys   t t
absent "Contents"
keys   J
absent "Contents"
keys   t
wait   "Contents"
size   80x24
absent "Contents"
keys   Q
exit   0
restored
