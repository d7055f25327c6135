# Reading lists keep the order that articles are put on them in, or moved to.
size   80x24
run    gutread ../data/articles
wait   "Welcome to gutread"
keys   A
wait   "open the article first"
keys   <Enter>
wait   "0%"
keys   }
wait   "that is for the rows of a reading list"
keys   A
wait   "Reading lists:"
type   "gut, weekend"
keys   <Enter>
wait   "reading lists: gut, weekend"
keys   J
wait   "A guide to learning about gut health"
keys   A
wait   "weekend  gut"
# Tab takes what the names have in common, here all of one, as it is written.
type   "W"
keys   <Tab>
wait   "Reading lists: weekend, "
type   ", weekend ,"
keys   <Enter>
row    23 " reading lists: weekend                                         0% · 6 min left"
keys   J
wait   "Can gut health cause eczema?"
keys   A
type   "other,"
keys   <Enter>
wait   "reading lists: other"
keys   J
wait   "Pinto beans and gut health"
# The list that was used last comes first.
keys   A
wait   "other  gut  weekend"
keys   <Tab>
wait   "Reading lists: other,"
keys   <C-u>
type   "weekend"
keys   <Enter>
wait   "reading lists: weekend"
keys   q
wait   "4 of 4"
keys   q
exit   0
# At home the lists are a part, and what is on one is saved.
run    gutread
wait   "Saved  4"
wait   "Reading lists  3"
keys   / e n d <Enter>
row    1 "   weekend"
wait   "h help  { up  } down  A lists  x archive  q quit"
row    3 "     Welcome to gutread                           The gutread authors · 3 min"
wait   "1 of 3"
# Keys that come fast mean what they mean when they come slowly.
keys   } j {
row    3 "     A guide to learning about gut health         The gutread authors · 6 min"
row    4 "     Pinto beans and gut health                   The gutread authors · 5 min"
wait   "2 of 3"
keys   } k {
row    3 "     Welcome to gutread                           The gutread authors · 3 min"
row    4 "     A guide to learning about gut health         The gutread authors · 6 min"
wait   "1 of 3"
# The selection stays on what is moved.
keys   }
row    3 "     A guide to learning about gut health         The gutread authors · 6 min"
row    4 "     Welcome to gutread                           The gutread authors · 3 min"
wait   "2 of 3"
keys   9 {
row    3 "     Welcome to gutread                           The gutread authors · 3 min"
keys   2 }
row    5 "     Welcome to gutread                           The gutread authors · 3 min"
keys   s
wait   "last first"
row    3 "     Welcome to gutread                           The gutread authors · 3 min"
keys   }
wait   "sorted; s leads back to the list's own order"
keys   s s s
wait   "A guide"
# J follows the order of the list, and what is read has a mark.
keys   g <Enter>
row    0 "    A guide to learning about gut health"
keys   J
row    0 "    Pinto beans and gut health"
keys   J
row    0 "    Welcome to gutread"
keys   G
wait   "100%"
keys   q
wait   "✓ Welcome to gutread"
wait   "3 of 3"
keys   q <Esc>
wait   "1 of 3 read"
# The list opens at what comes next.
keys   / e n d <Enter>
wait   "1 of 3"
# One that has nothing any more is gone.
keys   q <Esc> / o t h <Enter>
row    1 "   other"
keys   A
wait   "Reading lists: other,"
keys   <C-u> <Enter>
wait   "There is nothing here."
keys   q <Esc>
wait   "Reading lists  2"
# Without the library, the list is read from there, too.
keys   Q
exit   0
run    gutread --reading-list=weekend
wait   "A guide to learning about gut health"
keys   J
wait   "Pinto beans and gut health"
keys   q
exit   0
run    gutread
wait   "Reading lists  2"
# Names are changed, and lists forgotten, but not what is on them.
keys   / e n d
wait   "Reading lists  1"
keys   <Esc> g j j j j
keys   A
wait   "Name: gut"
keys   <C-u>
type   "weekend"
keys   <Enter>
wait   "there is another reading list 'weekend'"
keys   A <C-u>
type   "health"
keys   <Enter>
wait   "✓ health"
keys   D
wait   "Forget the reading list 'health'? Its articles stay (y/n)"
keys   n
keys   D y
wait   "Reading lists  1"
wait   "Saved  4"
absent "✓ health"
keys   }
wait   "that is for the rows of a reading list"
# What comes with gutread is put on a list when it was opened.
keys   G 4 k A
wait   "it is in the library as soon as it was opened"
keys   Q
exit   0
restored
