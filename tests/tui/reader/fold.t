# Folds open and close: the first in sight, the one with the focus, all of them.
file   folds.md <<
# Folds

Some words before.

<details><summary>First</summary>

Inside of the first.

</details>

<details><summary>Second</summary>

Inside of the second.

</details>

## A section

Words of the section.

## Another

More words.
>>
size   80x24
run    gutread {tmp}/folds.md
wait   "▸ First"
wait   "▸ Second"
absent "Inside"
keys   <Enter>
wait   "▾ First\n      Inside of the first."
absent "Inside of the second"
keys   <Enter>
absent "Inside"
keys   <Tab> <Tab> <Enter>
wait   "Inside of the second."
absent "Inside of the first."
style  4,8 reverse
# Esc takes the focus away.
keys   <Esc>
style  4,8 !reverse
keys   z M
wait   "▸ A section"
wait   "▸ Another"
absent "Words of the section"
keys   z R
wait   "Inside of the first."
wait   "Inside of the second."
wait   "Words of the section."
# za is for the section being read.
keys   ] z a
wait   "▸ A section"
absent "Words of the section"
keys   z a
wait   "Words of the section"
# A click on the head does it as well.
mouse  click 6,6
wait   "▸ First"
keys   q
exit   0
restored
