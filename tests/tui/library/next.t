# A reading list opens at what comes next; what is saved in a list is brought.
size   80x24
file   a.md <<
# Avocet

An avocet.
>>
file   b.md <<
# Bittern

A bittern.
>>
file   c.md <<
# Crane

A crane.
>>
cd     {tmp}
run    gutread --save --reading-list=birds a.md b.md c.md
wait   "Crane"
exit   0
run    gutread a.md
wait   "An avocet."
keys   q
exit   0
run    gutread
wait   "1 of 3 read"
keys   /
type   birds
wait   "1 found"
keys   <Enter>
wait   "2 of 3"
keys   <Enter>
wait   "A bittern."
keys   Q
exit   0
# A page that is not here: only that it was read is known.
run    gutread {web}/kept?next
wait   "This is the text of a page of the web"
keys   q
exit   0
run    gutread
wait   "not kept"
keys   /
type   "a page"
wait   "Titles  1"
keys   <Esc> G k k
keys   T
type   pond
keys   <Enter>
wait   "Tags  1"
keys   /
type   "#pond"
wait   "1 found"
keys   <Enter>
wait   "1 of 1"
absent "min"
keys   a
wait   "1 min"
# A number before u is for the rows, also when something can be put back.
keys   D
wait   "deleted; u puts it back"
wait   "There is nothing here."
keys   3u
absent "put back"
keys   u
wait   "A page"
keys   q <Esc>
wait   "Saved  4"
keys   Q
exit   0
# What is put on a reading list at home is brought as well.
run    gutread {web}/kept?listed
wait   "This is the text of a page of the web"
keys   q
exit   0
run    gutread
wait   "not kept"
keys   G k k k
keys   A
type   birds
keys   <Enter>
wait   "3 of 4 read"
absent "not kept"
keys   Q
exit   0
restored
