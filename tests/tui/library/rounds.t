# Feeds tell how far it is with each; who stops that keeps what came.
size   80x24
run    gutread --subscribe={web}/feed/rounds
exit   0
run    /bin/sh -c 'echo "<opml><body><outline type=\"rss\" text=\"Mute\" xmlUrl=\"{web}/mute\"/></body></opml>" | {gutread} --import=- --offline'
exit   0
run    gutread
wait   "Feeds  2"
keys   R
wait   "asked 1 of 2 feeds (Esc to stop)"
wait   "3 unread"
wait   "asking …"
keys   <Esc>
wait   "stopped; what came is kept"
absent "asking …"
wait   "3 unread"
keys   q
exit   0
# So does the command, which Ctrl-C stops.
run    gutread --refresh
wait   "/feed/rounds (1 new)"
wait   "1 of 2"
keys   <C-c>
killed INT
run    gutread --list feeds
wait   "4 unread"
exit   0
restored
