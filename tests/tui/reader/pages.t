# An article that goes on over several pages offers the next one at its foot.
size   60x30
run    gutread --base-url=https://marsh.example/walk golden/pages/first.html
wait   "Next: Page 2 of 3 →"
wait   "Previous: Frogs in spring"
absent "Nets"
keys   q
exit   0
# The page goes before the next article of the reading list.
run    gutread --base-url=https://marsh.example/walk golden/pages/first.html golden/toc/before.md
wait   "Next: Page 2 of 3 →"
keys   q
exit   0
