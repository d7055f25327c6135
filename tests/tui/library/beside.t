# What another gutread does is seen at home, and what was chosen stays chosen.
size   80x40
beside gutread --save {web}/page?first
run    gutread
wait   "Saved  1"
style  5,4 reverse
beside gutread --save {web}/page?second
wait   "Saved  2"
style  5,5 reverse
style  5,4 !reverse
beside gutread --save {web}/page?third
wait   "Saved  3"
style  5,6 reverse
keys   k
beside gutread --remove {web}/page?third
wait   "Saved  2"
style  5,4 reverse
# A feed is not known by where it stands.
file   heron.opml <<
<opml><body><outline text="Herons" xmlUrl="http://h.example/feed"/></body></opml>
>>
file   crane.opml <<
<opml><body><outline text="Cranes" xmlUrl="http://c.example/feed"/></body></opml>
>>
beside gutread --offline --import {tmp}/heron.opml
wait   "Feeds  1"
keys   j j
style  5,8 reverse
beside gutread --offline --import {tmp}/crane.opml
wait   "Feeds  2"
style  5,9 reverse
keys   <Enter>
row    1 "   Herons"
# It is seen where words are typed, and behind what is read.
keys   <BS> /
type   "page"
wait   "Titles  2"
beside gutread --save {web}/page?fourth
wait   "Titles  3"
keys   <Esc> G
keys   g <Enter>
wait   "not loaded"
beside gutread --save {web}/page?fifth
keys   q
wait   "Saved  4"
keys   q
exit   0
restored
