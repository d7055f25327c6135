# Files are made, changed and removed while the program runs.
file   notes/a.md <<
one
>>
run    /bin/sh -c 'while cat {tmp}/notes/a.md 2>/dev/null; do read -r x; done; cat {tmp}/b.md'
wait   "one"
append notes/a.md <<
two
>>
keys   <Enter>
wait   "one\ntwo"
move   notes/a.md b.md
file   c.md <<
three
>>
cd     {tmp}
keys   <Enter>
exit   0
wait   "two\n\none\ntwo"
run    /bin/sh -c 'ls; pwd'
wait   "b.md  c.md  home  notes\n{tmp}"
exit   0
remove c.md
run    ls
wait   "b.md  home  notes"
exit   0
