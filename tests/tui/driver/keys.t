# Keys arrive as the terminal sends them, in the mode that is on.
size   60x12
run    /bin/sh -c 'stty raw -echo; printf "\033[?1hready\r\n"; exec od -An -ta -w20 -v -N 13'
wait   ready
keys   j <Up> <Enter> <C-l> <A-x> <S-Tab> <lt> <Space>
wait   "j esc   O   A  cr  ff esc   x esc   [   Z   <  sp"
exit   0
