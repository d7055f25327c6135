# The address of the link with the focus is copied, or that of the article.
file   a.md <<
# Copy

To [the web](https://example.org/x), [mail](mailto:a@b.example), [a file](<rm -rf ~>), [more](odd:thing).
>>
size   160x12
run    gutread {tmp}/a.md
wait   "To the web"
keys   y
wait   "copied {tmp}/a.md"
keys   <Tab> y
wait   "copied https://example.org/x"
keys   <Tab> y
wait   "copied mailto:a@b.example"
keys   <Tab> y
wait   "only addresses of the web and of mail are copied, not 'rm%20-rf%20~'"
keys   <Tab> y
wait   "are copied, not 'odd:thing'"
keys   q
exit   0
restored
env    TERM=linux
run    gutread {tmp}/a.md
wait   "To the web"
keys   <Tab> y
wait   "this terminal does not take 'https://example.org/x' to its clipboard"
keys   q
exit   0
