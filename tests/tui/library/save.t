# a saves an article for later, and takes it off that list again.
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
restored
