# A long list is gone through article by article, and one comes back where one is.
size   80x24
run    sh -c "for i in 0 1 2 3 4 5; do for j in 0 1 2 3 4 5 6 7 8 9; do echo '# Note' $i$j > {tmp}/$i$j.md; done; done; {gutread} --save --reading-list=notes {tmp}/??.md"
exit   0
run    gutread
wait   "Reading lists  1"
keys   / n o t e s
wait   "≡ notes"
keys   <Enter>
wait   "1 of 60"
keys   <Enter>
wait   "Next: Note 01"
keys   5 0 J
wait   "Previous: Note 49"
keys   q
wait   "51 of 60"
# What was read to its end counts, what was jumped over does not.
keys   q <Esc>
wait   "2 of 60 read"
# Home has eight rows of what is saved, but the ninth comes next, too.
wait   "… 52 more"
keys   g <Enter>
row    0 "    Note 59"
keys   2 0 J
row    0 "    Note 39"
keys   q
keys   q
exit   0
restored
