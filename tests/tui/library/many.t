# However many tags an article has, none is lost by looking at them.
size   80x24
file   import.sh <<
tags() { seq -s, -f "tag-$1-%g" $1; }
mark() { printf '<A HREF=http://%s.invalid/ TAGS="%s">%s</A>\n' $1 "$(tags $2)" $1; }
{ echo '<!DOCTYPE NETSCAPE-Bookmark-file-1>'; mark some 200; mark many 2000; } >x.html
"$1" --import=x.html --offline
>>
cd     {tmp}
run    sh import.sh {gutread}
wait   "pages: 2"
exit   0
run    gutread
wait   "Tags  2200"
keys   T
wait   "Tags:"
keys   <Enter>
wait   "tagged:"
keys   j T
wait   "it has more of them than there is room for here"
keys   q
exit   0
run    sh -c "{gutread} --list tags | wc -l"
wait   2200
exit   0
