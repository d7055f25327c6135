# In the middle of a table another size keeps the row that is read.
file   a.md <<
# Foods

| Food | What is in it | How to prepare it at home |
| ---- | ------------- | ------------------------- |
| Oats | beta-glucan, which thickens what one eats | soak them in water or milk over night |
| Leek | inulin, which feeds many kinds of microbes | cut it thin and cook it slowly in a pan |
| Bean | resistant starch, and much fiber besides | soak over night and boil for an hour |
| Kiwi | actinidin, and fiber that swells | eat it ripe, with the skin if you like |
| Plum | sorbitol, which draws water into the bowel | eat three of them in the evening |
| Flax | mucilage and oil that is worth having | crush it shortly before it is eaten |
| Rice | starch that resists when it has cooled | cook it, cool it and warm it again |

## After

Words after the table.

1. one
2. two
3. three
4. four
5. five
6. six
7. seven
>>
size   200x60
run    gutread {tmp}/a.md
wait   "Foods"
wait   "Words after the table."
size   40x12
wait   "How to prepare\n"
keys   /
type   "sorbitol"
keys   <Enter>
wait   "sorbitol"
size   80x24
wait   "sorbitol"
size   200x60
wait   "sorbitol"
size   25x12
wait   "sorbitol"
size   40x12
wait   "sorbitol"
keys   n
wait   "went on from the beginning"
keys   q
exit   0
restored
