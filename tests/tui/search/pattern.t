# Small letters find both cases, capitals only themselves, & begins an expression.
file   a.md <<
# Patterns

Fiber and fiber and fibre and FIBER and fibér; a+b, 世界.
>>
size   72x12
run    gutread {tmp}/a.md
wait   "Fiber and fiber"
keys   / f i b e r
wait   "1 of 4"
style  1,4 bold
style  11,4 fg=0
style  21,4 plain
keys   <C-u> F i b
wait   "1 of 1"
keys   <C-u> & f i b ( e r | r e
wait   "Unmatched ( or "
keys   )
wait   "1 of 4"
keys   <C-u> a + b
wait   "1 of 1"
keys   <C-u>
type   "世"
wait   "1 of 1"
style  50,4 bold
keys   <C-u>
paste  "fibre"
wait   "1 of 1"
keys   <Enter> <Esc>
absent "1 of 1"
style  21,4 plain
keys   q
exit   0
restored
