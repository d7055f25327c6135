# A load that takes long is told, and can be given up; what was there stays.
file   a.md <<
# The first

Words.
>>
file   play <<
mkfifo slow.md
exec 3<>slow.md
"$@" 3>&-
status=$?
rm slow.md
exit $status
>>
cd     {tmp}
size   60x12
run    sh play {gutread} a.md slow.md
wait   "The first"
keys   J
wait   "loading slow.md (Esc to stop)"
wait   "Words."
keys   <Esc>
wait   "not loaded"
wait   "Words."
keys   q
exit   0
restored
run    sh play {gutread} slow.md a.md
wait   "loading slow.md"
keys   J
wait   "The first"
keys   K
wait   "loading slow.md"
keys   <C-c>
exit   0
restored
run    sh play {gutread} slow.md
wait   "loading slow.md"
keys   <Esc>
wait   "was not loaded"
wait   "r tries again, q leaves"
keys   r
wait   "loading slow.md"
keys   q
exit   0
restored
# Who does not wait for one article goes on to what is behind it.
file   c.md <<
# The third

More words.
>>
run    sh play {gutread} a.md slow.md c.md
wait   "The first"
keys   J
wait   "loading slow.md"
keys   J
wait   "More words."
keys   K
wait   "loading slow.md"
keys   J
absent "loading"
wait   "More words."
keys   K
wait   "loading slow.md"
keys   K
wait   "The first"
keys   q
exit   0
restored
run    gutread --no-cache a.md {web}/slow c.md
wait   "The first"
keys   J
wait   "A page"
keys   J
wait   "More words."
keys   <Backspace>
wait   "loading from"
keys   <Backspace>
wait   "The first"
keys   q
exit   0
restored
