# Home has what was begun, saved and read, and Enter goes on where it was left.
size   80x24
run    gutread
wait   "Bundled  4"
row    5 "     A guide to learning about gut health                               6 min"
keys   j <Enter>
wait   "Few subjects are as crowded"
keys   ] ] ] a
wait   "saved for later"
keys   q
wait   "Continue reading  1"
wait   "Saved  1"
wait   "History  1"
absent "Nothing was read yet."
wait   "4 min left"
keys   q
exit   0
run    gutread
wait   "Continue reading  1"
style  5,4 reverse
row    4 "     A guide to learning about gut health                    24% · 4 min left"
keys   <Enter>
row    0 "    ■ The microbiome"
keys   q
wait   "Continue reading  1"
# What is done with goes to the archive, and comes back.
keys   x
wait   "archived: A guide"
wait   "Archived  1"
absent "Saved  1"
keys   x
wait   "back from the archive"
wait   "Saved  1"
keys   *
wait   "a favorite now"
wait   "Favorites  1"
wait   "★"
# What is deleted can be had back until the end.
keys   D
wait   "deleted; u puts it back"
absent "Continue reading"
absent "History"
keys   u
wait   "put back"
wait   "Continue reading  1"
size   40x12
wait   "4 min left"
size   200x60
wait   "History  1"
keys   q
exit   0
restored
