# An article comes from a pipe, keys from the terminal.
file   b.md <<
# The other

Words of the other.
>>
stdin <<
# From a pipe

Words, and [the other]({tmp}/b.md).
>>
size   60x12
run    gutread - {tmp}/b.md
wait   "From a pipe"
wait   "Next: The other →"
keys   r
wait   "standard input can be read only once"
keys   J
wait   "Words of the other."
keys   <Backspace>
wait   "From a pipe"
keys   J
wait   "Previous: From a pipe"
keys   q
exit   0
restored
