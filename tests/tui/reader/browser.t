# Addresses go to the browser in one piece; unsafe ones only after a question.
file   browser <<
#!/bin/sh
echo "$# $1" >>"$HOME/opened"
case $1 in *fail*) exit 3 ;; esac
>>
file   a.md <<
# Links

[web](https://example.org/a;b$HOME?q=x%20y), [mail](mailto:someone@example.org), [broken](https://example.org/fail), [odd](odd:thing), [file](mailto:a@example.org?attach=/etc/passwd).
>>
run    /bin/sh -c 'chmod +x {tmp}/browser'
exit   0
env    BROWSER={tmp}/browser
size   160x12
run    gutread {tmp}/a.md
wait   "web, mail"
keys   <Tab> o
wait   "opened https://example.org/a;b$HOME?q=x%20y"
keys   <Tab> o
wait   "open mailto:someone@example.org with another program? (y/n)"
keys   n
absent "(y/n)"
keys   o y
wait   "opened mailto:someone@example.org"
keys   <Tab> o
wait   "browser: exit status 3"
keys   <Tab> <Enter>
wait   "'odd:thing' is not opened"
keys   <Tab> o
wait   "is not opened: it asks for more than an address"
keys   q
exit   0
restored
run    /bin/sh -c 'until test `wc -l <{tmp}/home/opened` = 3; do sleep 0.02; done; sort {tmp}/home/opened'
wait   "1 https://example.org/a;b$HOME?q=x%20y\n1 https://example.org/fail\n1 mailto:someone@example.org"
exit   0
env    BROWSER={tmp}/none
run    gutread {tmp}/a.md
wait   "web, mail"
keys   <Tab> o
wait   "none: no such file or directory"
keys   q
exit   0
# What others than these start could take the rest for options or for a file.
file   b.md <<
[a](gemini://u@h.example/), [b](ftp://h.example/), [c](magnet:?xt=1), [d](ssh://-oX=y), [e](file:///etc/passwd), [f](-x), [g](--help), [h](javascript:x).
>>
env    BROWSER=true
size   100x12
run    gutread {tmp}/b.md
wait   "a, b, c"
keys   <Tab> o
wait   "open gemini://h.example/ with another program? (y/n)"
keys   n <Tab> o
wait   "open ftp://h.example/ with another program? (y/n)"
keys   n <Tab> o
wait   "open magnet:?xt=1 with another program? (y/n)"
keys   n <Tab> o
wait   "is not opened: no other program gets a ssh:"
keys   <Tab> o
wait   "is not opened: no other program gets a file:"
keys   <Tab> o
wait   "'-x' is not an address of the web"
keys   <Tab> o
wait   "'--help' is not an address of the web"
keys   q
exit   0
