# A page that was loaded when the clock was ahead is asked for again.
file   jump.py <<
import os, pathlib, sqlite3
path, = pathlib.Path(os.environ["HOME"]).rglob("library.db")
db = sqlite3.connect(path)
db.execute("UPDATE content SET fetched_at = 9000000000, fresh_until = 9000000600")
db.commit()
print("the clock was ahead")
>>
size   80x24
run    gutread {web}/edition/clock?1
wait   "Herons"
keys   q
exit   0
run    python3 {tmp}/jump.py
wait   "the clock was ahead"
exit   0
run    gutread {web}/edition/clock?1
wait   "there is a new edition of this page: r shows it"
keys   q
exit   0
restored
