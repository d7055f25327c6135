# Settling waits for a program that works without a word.
run    /bin/sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo done; read x'
settle
wait   done
keys   <Enter>
exit   0
