# Signals reach the program; a hangup reaches it as SIGHUP.
run    /bin/sh -c 'trap "echo usr; exit 5" USR1; echo ready; while :; do sleep 0.01; done'
wait   ready
signal USR1
wait   usr
exit   5
run    /bin/sh -c 'echo ready; exec cat'
wait   ready
signal TERM
killed TERM
run    sleep 60
settle
hangup
killed HUP
run    cat
settle
keys   <C-c>
killed INT
