# A click is sent only when the program asked for the mouse.
size   40x6
run    /bin/sh -c 's=$(stty -g); stty raw -echo; printf "off\r\n"; head -c 1; printf "\033[?1000h\033[?1006hon\r\n"; head -c 18 | tr "\033" E; printf "\r\n"; head -c 11 | tr "\033" E; printf "\033[?1000l"; stty $s'
wait   off
mouse  click 3,2
keys   x
wait   xon
mouse  click 3,2
wait   "E[<0;4;3ME[<0;4;3m"
mouse  wheeldown 10,5
wait   "E[<65;11;6M"
exit   0
restored
