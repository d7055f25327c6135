# A footnote is gone to and come back from, with its own link and with Backspace.
file   a.md <<
# Notes

A word with a note.[^n]

1. one
2. two
3. three
4. four
5. five
6. six
7. seven
8. eight

[^n]: What there is to say about it.
>>
size   40x12
run    gutread {tmp}/a.md
wait   "A word with a note.[1]"
absent "What there is to say"
keys   <Tab> <Enter>
wait   "[1] What there is to say about it. ↩"
keys   <Tab> <Enter>
wait   "A word with a note.[1]"
absent "What there is to say"
keys   <Backspace>
wait   "What there is to say about it."
keys   <Backspace>
row    0 " Notes"
keys   q
exit   0
restored
