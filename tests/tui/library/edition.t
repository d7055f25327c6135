# A new edition of a page is offered, and read on at the same place.
size   80x24
run    gutread {web}/edition/a?2
wait   "Herons"
keys   ] ] ]
row    0 "    Part 3"
keys   q
exit   0
# The copy is as the page is: nothing is said.
run    gutread {web}/edition/a?2
wait   "Part 3"
row    0 "    Part 3"
settle
absent "edition"
keys   q
exit   0
# One that is not wanted yet is offered again.
run    gutread {web}/edition/a?2
wait   "Part 3"
wait   "there is a new edition of this page: r shows it"
keys   q
exit   0
run    gutread {web}/edition/a?2
wait   "Part 3"
wait   "there is a new edition of this page: r shows it"
row    0 "    Part 3"
keys   j k
wait   "r: new edition"
row    0 "    Part 3"
keys   r
wait   "the new edition; e shows what has changed"
absent "r: new edition"
row    0 "    Part 3"
keys   e
wait   "▎This was not here before."
wait   "2 paragraphs are new, as marked"
keys   <BS>
row    0 "    Part 3"
keys   e g
wait   "This was not here before."
absent "▎"
keys   e
wait   "▎This was not here before."
absent "▎This is part 1"
keys   e
absent "▎"
keys   q
exit   0
run    gutread --offline {web}/edition/a?2
wait   "This was not here before."
keys   q
exit   0
restored
