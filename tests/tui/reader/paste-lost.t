# A paste whose end was lost is given up with Ctrl-C; then keys are keys again.
file   a.md <<
# Title

Some words.
>>
size   40x10
run    gutread {tmp}/a.md
wait   "Some words"
paste-begin "lost"
keys   j h
settle
absent "show every key"
keys   <C-c>
settle
keys   /
type   words
wait   "/words"
keys   <Esc> q
exit   0
restored
