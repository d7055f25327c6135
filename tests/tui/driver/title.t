# The window's title and a hidden cursor are seen, also when the title comes
# in two pieces.
run    /bin/sh -c 'printf "\033]2;A ti"; sleep 0.1; printf "tle\007\033[?25l"; read x; printf "\033]2;Another\033\134\033[?25h"'
title  "A title"
cursor hidden
keys   <Enter>
exit   0
title  Another
restored
