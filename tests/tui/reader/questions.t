# Answers of an FAQ start folded and tell their lines; --expand opens them.
size   80x24
run    gutread ../data/articles/gut-health-and-eczema.md
wait   "Can gut health"
keys   G
wait   "▸ Is there an eczema diet?"
wait   "▸ When should I see a doctor?"
wait   " lines"
keys   g t
wait   "Contents"
keys   /
type   "8.4"
keys   <Enter>
# What was picked in the contents is there to be read.
wait   "▾ Is there an eczema diet?"
keys   z a
wait   "▸ Is there an eczema diet?"
keys   z a
wait   "▾ Is there an eczema diet?"
keys   z a
wait   "▸ Is there an eczema diet?"
keys   z R
wait   "▾ Does the gut really have a say in eczema?"
keys   q
exit   0
env    XDG_DATA_HOME={tmp}/other
run    gutread --expand ../data/articles/gut-health-and-eczema.md
wait   "Can gut health"
keys   G
wait   "▾ When should I see a doctor?"
keys   q
exit   0
restored
