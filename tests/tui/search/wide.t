# What is found far to the right in code is brought into sight; Esc goes back.
file   a.md <<
# Code

Words before the code.

```
short
a line of code that is longer than the forty columns of this window: END
```
>>
size   40x12
run    gutread {tmp}/a.md
wait   "a line of code"
absent "END"
keys   /
type   "end"
wait   "window: END"
absent "a line of code"
wait   "1 of 1"
keys   <Esc>
wait   "a line of code"
absent "END"
keys   /
type   "short"
keys   <Enter> /
type   "end"
keys   <Enter>
wait   "window: END"
keys   /
type   "line of"
keys   <Enter>
wait   "a line of code"
wait   "Words before the code."
keys   q
exit   0
restored
