# What is found in a fold opens it; leaving the search closes it again.
file   a.md <<
# Folds

<details><summary>Outer</summary>

<details><summary>Inner</summary>

The needle is here.

</details>

</details>

A needle in sight.
>>
size   100x50
run    gutread {tmp}/a.md
wait   "▸ Outer"
absent "The needle"
keys   / n e e d l e
wait   "The needle is here."
keys   <Esc>
wait   "▸ Outer"
absent "The needle"
keys   / n e e d l e <Enter>
wait   "The needle is here."
wait   "1 of 2"
keys   n
wait   "2 of 2"
keys   Q
exit   0
restored
