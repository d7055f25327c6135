# A document that the parser breaks down on may be tried as a whole page or bare.
file   a.html <<
<h1>Title</h1><p>Some words.
>>
file   gutread-parse <<
#!/bin/sh
case " $* " in *" --type=text "*) exec "${0%/*}/real" "$@" ;; esac
case " $* " in *" --full-page "*) exit 70 ;; esac
kill -SEGV $$
>>
run    /bin/sh -c 'ln -s {gutread}-parse {tmp}/real; chmod +x {tmp}/gutread-parse'
exit   0
env    GUTREAD_LIBEXEC={tmp}
size   80x12
run    gutread {tmp}/a.html
wait   "the parser crashed: Segmentation fault"
wait   "v tries the whole page, V the bare text, q leaves"
keys   v
wait   "the parser took too much memory"
keys   V
wait   "<h1>Title</h1>"
keys   q
exit   0
restored
# So may one that was come to from another; what is shown stays until then.
file   b.html <<
<h1>Second</h1><p>More words, and <a href="a.html">the first</a>.
>>
file   gutread-parse <<
#!/bin/sh
case " $* " in *" --type=text "*|*"=b.html"*) exec "${0%/*}/real" "$@" ;; esac
kill -XCPU $$
>>
size   110x12
run    gutread {tmp}/b.html
wait   "More words"
keys   <Tab> <Enter>
wait   "the parser took too much time and was stopped; v tries the whole page, V the bare text"
wait   "More words"
keys   V
wait   "<h1>Title</h1>"
keys   <Backspace>
wait   "More words"
keys   q
exit   0
restored
# The offer is for what has just failed, and goes with the next key.
run    gutread {tmp}/b.html
wait   "More words"
keys   <Tab> <Enter>
wait   "V the bare text"
keys   j V
wait   "<h1>Second</h1>"
keys   q
exit   0
# One that floods, lies or leaves nothing is told, too.
file   gutread-parse <<
#!/bin/sh
case "$*" in *flood*) exec yes ;; *lie*) echo "Title "; exit 0 ;; *gone*) exit 0 ;; esac
exec "${0%/*}/real" "$@"
>>
file   flood.md <<
x
>>
file   lie.md <<
x
>>
file   gone.md <<
x
>>
run    gutread --max-size=64K {tmp}/flood.md {tmp}/lie.md {tmp}/gone.md
wait   "the parser made more of this document than an article can be"
wait   "v tries the whole page, V the bare text, q leaves"
keys   J
wait   "lie.md\n  the parser made no sense: not an encoded article"
keys   J
wait   "gone.md\n  the parser made no sense: not an encoded article"
keys   q
exit   0
restored
