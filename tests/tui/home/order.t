# Articles stand in the order that they give themselves, once that is known.
size   200x60
env    GUTREAD_DATADIR={tmp}
file   articles/welcome.md <<
# The welcome

It gives no order.
>>
file   articles/aardvark.md <<
---
title: The last of two
order: 2
author: Ann
---
Words.
>>
file   articles/zebra.md <<
---
title: The first of two
order: 1
---
Words.
>>
run    gutread {tmp}/articles
wait   "The welcome"
wait   "The last of two"
row    5 "                                                     The first of two                                                                         1 min"
row    9 "                                                     The last of two                                                                    Ann · 1 min"
row    13 "                                                     The welcome                                                                              1 min"
keys   <Enter>
wait   "0%"
wait   "The first of two"
absent "The welcome\n"
keys   Q
exit   0
restored
