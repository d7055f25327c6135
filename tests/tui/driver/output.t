# What a program writes is on the screen, with its styles and its cursor.
size   20x6
run    /bin/sh -c 'printf "one\n\033[1mtwo\033[0m \033[3;4;38;5;9;48;5;4mred\033[0m \033[38;2;16;32;48mrgb\033[0m\n世界 e\314\201\n"; read x'
wait   "two red rgb"
row    0 one
row    2 "世界 e\xcc\x81"
screen <<
one
two red rgb
世界 é
>>
style  0,1 bold !underline fg=default
style  4,1 italic underline !bold fg=9 bg=4 !fg=default
style  8,1 plain fg=#102030 bg=default
cursor 0,3
absent three
keys   <Enter>
exit   0
restored
