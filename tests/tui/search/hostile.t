# No pattern hangs the screen.
file   a.md <<
# Hostile

aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
>>
size   60x12
run    gutread {tmp}/a.md
wait   "aaaa"
keys   /
type   '&(a)\1'
wait   "back-references are not supported"
keys   <C-u>
type   "&((a{100}){100}){100}"
wait   "too many repetitions"
keys   <C-u>
type   "&(a*)*b"
wait   "no match"
keys   <Esc> q
exit   0
restored
