# An article that another version has kept is made again of its page, offline.
size   80x24
file   spoil.py <<
import os, sqlite3
folder = os.environ["XDG_DATA_HOME"]
with sqlite3.connect(folder + "/gutread/library.db") as db:
    db.execute("UPDATE content SET article = x'00'")
>>
run    gutread {web}/once?remade
wait   "This is the text of a page of the web"
keys   q
exit   0
run    python3 {tmp}/spoil.py
exit   0
run    gutread --offline {web}/once?remade
wait   "This is the text of a page of the web"
wait   "this is the copy of 20"
keys   q
exit   0
restored
