# Without a locale of UTF-8 the article is shown all the same.
unset  LC_ALL
env    LANG=C
size   40x12
run    gutread ../data/articles/gut-health-and-eczema.md
wait   "Can gut health cause eczema? What is"
wait   "════"
keys   / ecz
wait   "1 of "
keys   <Esc> q
exit   0
restored
