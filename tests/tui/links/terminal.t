# A link to the terminal itself does not take the keys away.
file   a.md <<
# Trap

A [trap](/dev/tty) and [another](/dev/stdin).
>>
size   40x12
run    gutread {tmp}/a.md
wait   "A trap and another"
keys   <Tab> <Enter>
wait   "terminal, not an article"
keys   <Tab> <Enter>
wait   "terminal, not an article"
keys   G q
exit   0
restored
