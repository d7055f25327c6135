# The environment is a fresh one.
env    COLOR=red
env    LANG=C
unset  TERM
run    /bin/sh -c 'echo "$COLOR $LANG ${TERM-none} $HOME"'
wait   "red C none {tmp}/home"
exit   0
