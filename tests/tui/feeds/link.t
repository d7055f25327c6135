# A link to a feed opens its list over the article.
size   80x24
file   feed.rss <<
<rss><channel><title>Small feed</title>
<item><title>Only entry</title><description>All of it.</description></item>
</channel></rss>
>>
file   a.md <<
# Article

See [the feed](feed.rss).
>>
run    gutread {tmp}/a.md
wait   "See the feed."
keys   <Tab> <Enter>
wait   "Small feed"
wait   "Only entry"
keys   <Enter>
wait   "All of it."
keys   q
wait   "1 of 1"
keys   q
wait   "See the feed."
keys   q
exit   0
