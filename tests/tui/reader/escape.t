# Esc takes back what is in front, and never ends the program; q does.
size   80x24
file   a.md <<
# Only one

Text with a [link](#end).

## End

Last.
>>
run    gutread {tmp}/a.md
wait   "Only one"
keys   <Tab>
keys   <Esc>
keys   <Esc>
wait   "press q to leave"
keys   h
wait   "Moving"
keys   <Esc>
wait   "Only one"
keys   q
exit   0
