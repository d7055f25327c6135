# F puts a letter on every link and fold in sight.
file   a.md <<
# Hints

To [the end](#end) and to [the middle](#middle).

<details><summary>A fold</summary>

Inside of the fold.

</details>

## Middle

Middle words.

## End

Last words.
>>
size   60x10
run    gutread {tmp}/a.md
wait   "To the end"
keys   F
wait   "To ahe end and to she middle."
wait   "d A fold"
wait   "type the letters"
style  4,4 bold
keys   d
wait   "Inside of the fold."
keys   F s
row    0 " Middle"
keys   <Backspace> F <Esc>
wait   "To the end and to the middle."
keys   F 1
wait   "To the end and to the middle."
keys   q
exit   0
restored
