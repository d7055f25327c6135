# A line of three dots in a screen stands for any number of lines.
size   20x6
run    /bin/sh -c 'printf "a\nb\n\na\nc\n"; exit 3'
exit   3
screen <<
a
b

a
c
>>
screen <<
...
a
c
>>
screen <<
a
...
c
>>
screen <<
...
>>
