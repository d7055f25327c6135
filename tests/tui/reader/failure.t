# An article that cannot be loaded is told, and the way on is open.
file   a.md <<
# The first

Words.
>>
file   b.md <<
# The second

Words.
>>
size   60x12
run    gutread {tmp}/a.md {tmp}/b.md
wait   "Next: The second →"
remove b.md
keys   J
wait   "'b.md': No such file or directory"
row    0 " The first"
keys   r
absent "No such file"
keys   q
exit   0
restored
