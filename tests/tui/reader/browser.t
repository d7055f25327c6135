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
