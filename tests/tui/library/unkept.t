# A page of which its server wants no copies is kept when a person saves it.
size   80x24
run    gutread {web}/kept?read
wait   "This is the text of a page of the web"
keys   q
exit   0
run    gutread --offline {web}/kept?read
wait   "nothing is loaded from the web with --offline"
keys   q
exit   0
# Who leaves at once has it, too.
run    gutread {web}/kept?saved
wait   "This is the text of a page of the web"
keys   a q
exit   0
run    gutread --offline {web}/kept?saved
wait   "This is the text of a page of the web"
keys   q
exit   0
run    gutread {web}/kept?listed
wait   "This is the text of a page of the web"
keys   A
type   train
keys   <Enter> q
exit   0
run    gutread --offline {web}/kept?listed
wait   "This is the text of a page of the web"
keys   q
exit   0
# Nor is it loaded in vain at home.
run    gutread
wait   "Saved  2"
keys   a
paste  {web}/kept?pasted
keys   <Enter>
wait   "Saved  3\n     A page"
# Of the first one nothing is there but that it was read.
wait   "not kept"
absent "not loaded yet"
keys   q
exit   0
restored
