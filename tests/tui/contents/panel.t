# On a wide screen the panel marks the section being read and takes clicks.
size   120x30
run    gutread ../data/articles/gut-health-and-eczema.md
wait   "  1   Introduction"
absent "›"
keys   ]
wait   "› 1   Introduction"
style  4,2 bold reverse
keys   ]
wait   "› 2   Understanding eczema"
style  4,3 reverse
style  4,2 !reverse
mouse  click 8,18
wait   "› 7   Conclusion"
keys   <Tab>
keys   t k <Enter>
wait   "› 6.3   Water"
keys   t t
absent "Contents"
keys   q
exit   0
restored
