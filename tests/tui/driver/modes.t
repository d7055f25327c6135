# Several modes can be set and reset at once.
size   40x6
run    /bin/sh -c 's=$(stty -g); stty raw -echo; printf "\033[?1006;1000hon\r\n"; head -c 9 | tr "\033" E; printf "\033[?1006;1000loff\r\n"; head -c 1; stty $s'
wait   on
mouse  press 3,2
wait   "E[<0;4;3Moff"
mouse  press 3,2
keys   x
wait   "\nx"
exit   0
restored
