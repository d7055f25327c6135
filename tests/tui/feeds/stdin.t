# A feed comes from standard input as well.
size   80x24
stdin <<
<feed xmlns="http://www.w3.org/2005/Atom"><title>From a pipe</title>
<entry><title>One</title><content>First.</content></entry>
<entry><title>Two</title><content>Second.</content></entry></feed>
>>
run    gutread -
wait   "From a pipe"
keys   j <Enter>
wait   "Second."
keys   K
wait   "First."
keys   q
wait   "1 of 2"
keys   q
exit   0
