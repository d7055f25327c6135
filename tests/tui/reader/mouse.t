# The wheel scrolls, clicks follow, and M gives the mouse back to the terminal.
file   a.md <<
# Mouse

To [the end](#end).

- one
- two
- three
- four
- five
- six
- seven
- eight

## End

Last words.
>>
size   60x10
run    gutread {tmp}/a.md
wait   "To the end."
mouse  wheeldown 5,5
row    0 ""
mouse  wheelup 5,5
row    0 " Mouse"
mouse  click 6,4
wait   "Last words."
keys   <Backspace> M
wait   "the mouse is the terminal's"
mouse  click 6,4
mouse  wheeldown 5,5
row    0 " Mouse"
keys   M
wait   "the mouse is ours again"
mouse  wheeldown 5,5
row    0 ""
keys   q
exit   0
restored
