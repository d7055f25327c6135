# A table that is too narrow to read is shown as records, with nothing lost.
file   a.md <<
# Wide

| Alpha | Beta | Gamma | Delta | Epsilon | Zeta | Eta |
| ----- | ---- | ----- | ----- | ------- | ---- | --- |
| apples | bananas | cherries | dates | elderberries | figs | grapes |
>>
size   80x24
run    gutread {tmp}/a.md
wait   "Alpha    Beta"
wait   "elderberries"
size   40x12
wait   "Alpha: apples"
wait   "Epsilon: elderberries"
absent "Alpha    Beta"
keys   /
type   "grapes"
keys   <Enter>
wait   "Eta: grapes"
size   200x60
wait   "Alpha    Beta"
keys   q
exit   0
restored
