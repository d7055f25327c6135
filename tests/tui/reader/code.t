# Code is never wrapped: it takes the room beside the text, then it scrolls to the
# side, and marks tell where it goes on.
file   a.md <<
# Code

Words that stay where they are when the code is moved.

```
short
a line of code that is longer than the forty columns of this window: END
```
>>
size   40x12
run    gutread {tmp}/a.md
wait   "a line of code"
wait   "›"
absent "END"
keys   <Right>
wait   "‹"
absent "a line of"
wait   "Words that stay"
keys   9 <Right>
wait   "END"
absent "›"
keys   9 <Left>
wait   "a line of code"
absent "‹"
size   100x24
wait   "this window: END"
absent "›"
keys   q
exit   0
restored
