# Pasted text comes in brackets only when the program asked for them.
size   60x6
run    /bin/sh -c 's=$(stty -g); stty raw -echo; printf "a\r\n"; head -c 3; printf "\033[?2004hb\r\n"; head -c 15 | tr "\033" E; printf "\033[?2004l"; stty $s'
wait   a
paste  one
wait   oneb
paste  two
wait   "E[200~twoE[201~"
exit   0
restored
