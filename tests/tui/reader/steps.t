# A count before Tab or J goes so many links or articles on.
file   a.md <<
# First

One [a](https://example.org/a), two [b](https://example.org/b), three
[c](https://example.org/c), and a note[^1].

[^1]: The note.
>>
file   b.md <<
# Second

Text.
>>
file   c.md <<
# Third

Text.
>>
size   80x14
run    gutread {tmp}/a.md {tmp}/b.md {tmp}/c.md
wait   "One a"
keys   2 <Tab> y
wait   "copied https://example.org/b"
# More than there are go to the last one.
keys   9 <Tab> 4 <S-Tab> y
wait   "copied https://example.org/b"
# The brackets around a note are no links by themselves.
keys   F
wait   "note[f]."
keys   f
absent "type the letters"
# An address of a place in the article is whole elsewhere.
keys   <Backspace> y
wait   "copied {tmp}/a.md#fn-1"
keys   2 J
wait   "Third"
keys   9 K
wait   "First"
keys   q
exit   0
