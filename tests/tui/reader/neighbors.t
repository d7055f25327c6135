# J and K go through the reading list; the foot tells both neighbors.
file   1.md <<
# The first one

Words.
>>
file   2.md <<
# The second one

Words.
>>
file   3.md <<
# The third one

Words.
>>
size   60x12
run    gutread {tmp}/1.md {tmp}/2.md {tmp}/3.md
wait   "The first one"
wait   "Next: The second one →"
absent "Previous"
keys   K
wait   "this is the first article"
keys   J
wait   "Previous: The first one"
wait   "Next: The third one →"
keys   : n
wait   "Previous: The second one"
absent "Next"
keys   J
wait   "this is the last article"
keys   : p
wait   "Next: The third one →"
# The foot can be clicked on, and has links as all others.
keys   <Tab> <Enter>
wait   "Next: The second one →"
mouse  click 10,7
wait   "Previous: The first one"
keys   q
exit   0
restored
# Without a list the article knows its neighbors itself.
file   4.md <<
---
title: The fourth one
prev: 3.md
next: 1.md
---

Words.
>>
run    gutread {tmp}/4.md
wait   "Previous: The third one"
wait   "Next: The first one →"
keys   K
row    0 " The third one"
keys   <Backspace>
row    0 " The fourth one"
# One that knows nobody leads back to where the way came from.
keys   J
row    0 " The first one"
wait   "Previous: The fourth one"
absent "Next"
keys   m a G "'" a K
row    0 " The fourth one"
keys   J
wait   "Previous: The fourth one"
keys   Q
exit   0
