# A broken feed says so, an empty one too.
size   80x24
file   empty.rss <<
<rss><channel><title>Nothing new</title></channel></rss>
>>
run    gutread golden/feeds/mended.xml
wait   "this feed is broken"
wait   "Salt & pepper, twice"
keys   q
exit   0
run    gutread {tmp}/empty.rss
wait   "this feed has no entries"
keys   q
exit   0
