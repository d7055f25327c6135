# Among other sources a feed stands for its entries.
size   80x24
file   a.md <<
# Before

Words.
>>
file   b.md <<
# Behind

Words.
>>
run    gutread --offline {tmp}/a.md golden/feeds/walks.jsonfeed {tmp}/b.md
wait   "Before"
keys   J
wait   "the herons are back"
keys   J
wait   "High water today."
keys   J
wait   "Behind"
keys   K
wait   "No walk."
keys   K K
wait   "Before"
keys   q
exit   0
