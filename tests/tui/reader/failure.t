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
# Where nothing is shown yet, the reason is all there is.
file   c.md <<
# The third

Many words, more than may be read.
>>
size   60x12
run    gutread --max-size=1K {tmp}/c.md
wait   "The third"
keys   q
exit   0
run    /bin/sh -c 'head -c 3000 /dev/zero | tr "\0" x >>{tmp}/c.md'
exit   0
run    gutread --max-size=1K {tmp}/c.md {tmp}/a.md
wait   "c.md"
wait   "r tries again, q leaves"
keys   j / G <Tab> t F r
wait   "r tries again, q leaves"
keys   a
wait   "only pages of the web are saved unread"
keys   J
wait   "The first"
keys   q
exit   0
restored
# What cannot be had keeps nobody from what is behind it.
size   60x12
file   e.md <<
# The last

Words.
>>
file   b.md <<
# The second

Words.
>>
run    gutread {tmp}/a.md {tmp}/b.md {tmp}/e.md
wait   "Next: The second →"
remove b.md
keys   J
wait   "'b.md': No such file or directory"
wait   "Next: The last →"
keys   J
wait   "Previous: The second"
row    0 " The last"
keys   K
wait   "'b.md': No such file or directory"
keys   K
wait   "The first"
row    0 " The first"
keys   q
exit   0
# A reason has as many lines as it takes, so that all of it can be read.
file   d.pdf <<
%PDF-1.7
>>
size   40x12
run    gutread {tmp}/d.pdf
wait   "  d.pdf\n  this is a PDF document of 9 bytes;\n  gutread reads text\n"
keys   q
exit   0
# So has the one of what was to come next, in the status bar.
file   link.md <<
# The link

[Far away](http://127.0.0.1:1/some/long/path/of/an/article/that/is/not/there.html)
>>
run    gutread {tmp}/link.md
wait   "The link"
keys   <Tab> <Enter>
wait   "connection to '127.0.0.1', port 1:\n Connection refused\n"
row    0 " The link"
keys   j
absent "refused"
keys   q
exit   0
restored
