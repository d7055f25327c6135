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
