# The status bar tells the section, how far the reader is, and what is left.
size   200x60
run    gutread ../data/articles/gut-health-and-eczema.md
wait   "Can gut health"
wait   " 0% · 6 min left"
keys   ]
wait   " Introduction "
keys   ]
wait   " Understanding eczema and"
absent " 0% · 6 min left"
keys   G
wait   " 100%"
absent "min left"
keys   50%
wait   " 50% · "
keys   g
wait   " 0% · 6 min left"
size   40x12
wait   " 0% · 6 min left"
size   80x24
keys   G
wait   " When should I see a doctor?  "
keys   q
exit   0
restored
