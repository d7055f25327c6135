# The window's title and a hidden cursor are seen.
run    /bin/sh -c 'printf "\033]2;A title\007\033[?25l"; read x; printf "\033[?25h"'
title  "A title"
cursor hidden
keys   <Enter>
exit   0
restored
