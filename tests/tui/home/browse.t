# Home lists the bundled articles in their order; Enter reads one, q comes back.
size   80x24
run    gutread ../data/articles
wait   "Bundled articles"
wait   "1 of 4"
wait   "Where to begin, which words to know"
row    5 "   Welcome to gutread                The gutread authors · 2026-10-05 · 3 min"
row    9 "   A guide to learning about gut health                    2026-10-12 · 6 min"
style  3,5 bold reverse
style  3,9 bold !reverse
cursor hidden
keys   3j
wait   "4 of 4"
style  3,17 reverse
keys   k <Enter>
wait   "The bowel and the skin"
absent "Bundled articles"
keys   q
wait   "3 of 4"
keys   q
exit   0
restored
