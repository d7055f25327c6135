# Nothing is said to be done to a library of a newer version, which never changes.
size   80x24
env    XDG_DATA_HOME={tmp}
run    gutread --save ../data/articles/gut-health-guide.md
exit   0
run    python3 -c "import sqlite3; sqlite3.connect('{tmp}/gutread/library.db').execute('PRAGMA user_version = 99')"
exit   0
run    gutread
wait   "the library was made by a newer version of gutread"
keys   x
wait   "the library cannot be changed now"
keys   G g
absent "cannot be changed"
keys   *
wait   "the library cannot be changed now"
keys   G g
absent "cannot be changed"
keys   D
wait   "the library cannot be changed now"
keys   G g
absent "cannot be changed"
keys   T
wait   "the library cannot be changed now"
keys   G g
absent "cannot be changed"
keys   R
wait   "the library cannot be changed now"
keys   <Enter>
wait   "0%"
keys   A
wait   "the library cannot be changed now"
keys   q
absent "cannot be changed"
paste  "https://a.example/ https://b.example/"
wait   "the library cannot be changed now"
wait   "Saved  1"
keys   q
exit   0
run    gutread --list
wait   "A guide to learning about gut health"
exit   0
restored
