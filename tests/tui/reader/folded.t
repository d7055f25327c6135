# With folds closed or the contents open, another size loses no place.
size   80x24
run    gutread ../data/articles/gut-health-and-eczema.md
wait   "Can gut health"
keys   6] z a
row    0 "    ▸ Who lives in the gut                                           8 lines"
size   40x12
wait   "▸ Who lives in the gut        12 lines"
row    0 " ▸ Who lives in the gut        12 lines"
size   200x60
wait   "Contents"
wait   "▸ Who lives in the gut"
size   40x12
row    0 " ▸ Who lives in the gut        12 lines"
keys   t
wait   "Contents"
size   60x20
wait   "Contents"
size   40x12
wait   "Contents"
keys   t
absent "Contents"
row    0 " ▸ Who lives in the gut        12 lines"
keys   z R
row    0 " ■ Who lives in the gut"
size   80x24
row    0 "    ■ Who lives in the gut"
keys   z M
wait   "▸ Introduction"
wait   "▸ FAQ"
keys   z R
row    0 "    ■ Who lives in the gut"
keys   q
exit   0
restored
