# Links are gone to with Tab and followed with Enter; Backspace comes back.
file   a.md <<
# First

To [the end](#end), to [the second](b.md), to [its end](b.md#last).

## Middle

1. one
2. two
3. three
4. four
5. five
6. six
7. seven
8. eight
9. nine
10. ten
11. eleven
12. twelve

## End

The end of the first.
>>
file   b.md <<
# Second

Here is the second, and [back](a.md#middle), [nowhere](#nowhere), [gone](gone.md).

## Last

The last words.
>>
size   60x12
run    gutread {tmp}/a.md
wait   "To the end"
keys   <Tab>
style  4,4 reverse
style  16,4 !reverse
keys   <Enter>
wait   "The end of the first."
keys   <Backspace>
row    0 " First"
keys   B
wait   "The end of the first."
keys   <Backspace> <Tab> <Enter>
wait   "Here is the second"
# The article that links led from is where it was left.
keys   <Backspace>
row    0 " First"
keys   B
wait   "Here is the second"
keys   <Tab> <Enter>
row    0 " Middle"
keys   <Backspace>
wait   "Here is the second"
keys   <Backspace>
row    0 " First"
keys   <Tab> <Tab> <Tab> <Enter>
wait   "The last words."
wait   "Last"
keys   <Backspace>
row    0 " First"
keys   B
wait   "The last words."
keys   g <Tab> <Tab> <Enter>
wait   "there is no place called 'nowhere'"
keys   <Tab> <Enter>
wait   "gone.md"
wait   "No such file"
wait   "Here is the second"
keys   q
exit   0
restored
