# Pasted text is no sequence of commands; a prompt takes it in one line.
file   a.md <<
# Paste

Some words, then others.
>>
size   60x12
run    gutread {tmp}/a.md
wait   "Some words"
paste  "q\nQ\n/x\n"
settle
wait   "Some words"
absent "/x"
keys   /
paste  "words,\nthen"
wait   "/words, then"
wait   "1 of 1"
keys   <Enter> q
exit   0
restored
