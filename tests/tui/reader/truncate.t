# A file that is emptied before it is written again does not lose the place.
file   a.md <<
# Live

1. one
2. two
3. three
4. four
5. five

## Below

The words that are read.

- some
- more
- of
- these
- to
- scroll
- down
>>
size   40x12
run    gutread {tmp}/a.md
wait   "Live"
keys   ]
row    0 " Below"
file   a.md <<
>>
keys   j k
settle
keys   j k
settle
keys   j k
settle
keys   j k
row    0 " Below"
file   a.md <<
# Live

1. one
2. two
3. three
4. four
5. five

## Below

The words that were written.

- some
- more
- of
- these
- to
- scroll
- down
>>
wait   "that were written"
row    0 " Below"
keys   q
exit   0
restored
