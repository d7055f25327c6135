# A count goes that many hits further, around the end as well.
file   a.md <<
# Count

one two one two one two one two one two

1. one
2. two
3. three
4. four
5. one
6. one
>>
size   40x12
run    gutread {tmp}/a.md
wait   "Count"
keys   /
type   "one"
keys   <Enter>
wait   "1 of 8"
keys   3n
wait   "4 of 8"
keys   2N
wait   "2 of 8"
keys   7n
wait   "the search went on from the beginning"
keys   <C-l>
wait   "1 of 8"
keys   800n <C-l>
wait   "1 of 8"
keys   3N
wait   "the search went on from the end"
keys   <C-l>
wait   "6 of 8"
keys   q
exit   0
restored
