# A feed that was opened can be subscribed to there.
size   80x24
run    gutread {web}/feed/opened
wait   "Entry 2"
wait   "a subscribes to this feed"
keys   a
wait   "subscribed to the feed 'News'"
keys   q
exit   0
run    gutread
wait   "Feeds  1 · 3 unread"
keys   q
exit   0
run    gutread {web}/feed/opened
wait   "Entry 4"
absent "a subscribes"
keys   q
exit   0
run    gutread golden/feeds/rss.xml
wait   "Slow kitchen"
absent "a subscribes"
keys   a
wait   "only feeds of the web"
keys   q
exit   0
restored
