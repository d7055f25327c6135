# r on the list of a feed, or on an article from it, loads the feed again.
size   80x24
file   feed.xml <<
<rss version="2.0"><channel><title>Pond</title>
<item><guid>1</guid><title>First heron</title><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">It stood in the reeds.</content:encoded></item>
<item><guid>2</guid><title>Second heron</title><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">It flew.</content:encoded></item>
</channel></rss>
>>
run    gutread {tmp}/feed.xml
wait   "1 of 2"
keys   j
wait   "2 of 2"
file   feed.xml <<
<rss version="2.0"><channel><title>Pond</title>
<item><guid>3</guid><title>New heron</title><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">It is young.</content:encoded></item>
<item><guid>2</guid><title>Second heron</title><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">It came back.</content:encoded></item>
</channel></rss>
>>
keys   r
wait   "2 of 3"
wait   "New heron"
wait   "First heron"
keys   <Enter>
wait   "It came back."
file   feed.xml <<
<rss version="2.0"><channel><title>Pond</title>
<item><guid>2</guid><title>Second heron</title><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">It stayed.</content:encoded></item>
</channel></rss>
>>
keys   r
wait   "It stayed."
keys   J
wait   "It is young."
keys   q
wait   "2 of 3"
remove feed.xml
keys   r
wait   "No such file"
keys   q
wait   "of 3"
keys   q
exit   0
restored
