# A file that changes is shown anew, and the reader stays where he is.
file   a.md <<
# Live

1. one
2. two
3. three
4. four

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
size   60x10
run    gutread {tmp}/a.md
wait   "Live"
keys   ]
row    0 " Below"
append a.md <<

An end was added.
>>
wait   " 64% · "
row    0 " Below"
keys   G
wait   "An end was added."
keys   "'" "'"
row    0 " Below"
# An editor that writes another file and renames it.
file   new.md <<
# Live

Much was put in before:

- much
- much
- more

## Below

The words that are read.

- still here
- more
- of
- these
- to
- scroll
- down
>>
move   new.md a.md
wait   "still here"
row    0 " Below"
keys   g
wait   "Much was put in before"
remove a.md
keys   r
wait   "No such file"
wait   "Much was put in before"
keys   q
exit   0
restored
