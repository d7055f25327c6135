# An article is put away while it is read: saved, a favorite, done with, tagged.
size   80x24
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
keys   a
wait   "saved for later"
keys   q
exit   0
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
keys   a
wait   "no longer saved for later"
keys   q
exit   0
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
keys   *
wait   "a favorite now"
keys   x
wait   "archived"
keys   T
wait   "Tags:"
type   "food"
keys   <Enter>
wait   "tagged: food"
keys   *
wait   "no longer a favorite"
keys   a
wait   "no longer saved for later"
keys   x
wait   "archived"
keys   q
exit   0
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
keys   T
wait   "Tags: food"
keys   <Esc> q
exit   0
run    gutread
wait   "Archived  1"
wait   "# food"
keys   q
exit   0
run    gutread ../data/articles/gut-health-guide.md
wait   "A guide to learning about gut health"
keys   T
wait   "Tags: food"
keys   <C-u> <Enter>
wait   "no tags"
keys   q
exit   0
run    gutread
wait   "Archived  1"
absent "# food"
keys   Q
exit   0
restored
