/* SPDX-License-Identifier: ISC */
/*
 * schema - the tables of the library, and how they became what they are
 *
 *      item     all that can be read: pages, files, entries of feeds
 *      address  under which addresses a page is known
 *      content  its text, its article and the page it was made of, packed
 *      words    the index of all texts (FTS5)
 *      position where the reader is in it; mark: places with a letter
 *      feed     what is subscribed to; entry: what it has published
 *      password of feeds that want one
 *      tag, tagging; list, listing: names for items, items in an order
 *      state    numbers of the library itself
 *
 * Times are seconds of Unix time, for people; the order of things is that of
 * turns, which only grow: a clock may be set back. A turn of 0 means never.
 * What a list shows is an index with its condition, so that long lists cost
 * nothing until they are shown. Every table has a number for each row, which is
 * what makes rescue.c simple.
 *
 * The index holds no text (content = ''): it is taken from content when a row
 * is taken out again, so it has to be there as long as the row is.
 */
#include "schema.h"

#include "connection.h"
#include "query.h"

static const char *const version_1[] = {
    "CREATE TABLE state("
    "    id INTEGER PRIMARY KEY,"
    "    name TEXT NOT NULL UNIQUE,"
    "    value INTEGER NOT NULL"
    ") STRICT",
    "INSERT INTO state(id, name, value) VALUES (1, 'turn', 0), (2, 'size', 0)",
    "CREATE TABLE item("
    "    id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "    kind INTEGER NOT NULL,"
    "    place TEXT NOT NULL UNIQUE,"
    "    title TEXT NOT NULL DEFAULT '',"
    "    byline TEXT NOT NULL DEFAULT '',"
    "    site TEXT NOT NULL DEFAULT '',"
    "    published TEXT NOT NULL DEFAULT '',"
    "    excerpt TEXT NOT NULL DEFAULT '',"
    "    words INTEGER NOT NULL DEFAULT 0,"
    "    size INTEGER NOT NULL DEFAULT 0,"
    "    digest INTEGER NOT NULL DEFAULT 0,"
    "    progress INTEGER NOT NULL DEFAULT 0,"
    "    is_finished INTEGER NOT NULL DEFAULT 0,"
    "    is_indexed INTEGER NOT NULL DEFAULT 0,"
    "    added_at INTEGER NOT NULL DEFAULT 0,"
    "    read_at INTEGER NOT NULL DEFAULT 0,"
    "    read_turn INTEGER NOT NULL DEFAULT 0,"
    "    used_turn INTEGER NOT NULL DEFAULT 0,"
    "    saved_at INTEGER NOT NULL DEFAULT 0,"
    "    saved_turn INTEGER NOT NULL DEFAULT 0,"
    "    archived_turn INTEGER NOT NULL DEFAULT 0,"
    "    favorite_turn INTEGER NOT NULL DEFAULT 0,"
    "    deleted_at INTEGER NOT NULL DEFAULT 0,"
    "    deleted_by INTEGER NOT NULL DEFAULT 0"
    ") STRICT",
    "CREATE INDEX item_unfinished ON item(read_turn)"
    "    WHERE read_turn > 0 AND progress > 0 AND is_finished = 0"
    "    AND deleted_by = 0",
    "CREATE INDEX item_saved ON item(saved_turn)"
    "    WHERE saved_turn > 0 AND archived_turn = 0 AND deleted_by = 0",
    "CREATE INDEX item_archived ON item(archived_turn)"
    "    WHERE archived_turn > 0 AND deleted_by = 0",
    "CREATE INDEX item_favorite ON item(favorite_turn)"
    "    WHERE favorite_turn > 0 AND deleted_by = 0",
    "CREATE INDEX item_read ON item(read_turn)"
    "    WHERE read_turn > 0 AND deleted_by = 0",
    "CREATE INDEX item_disposable ON item(used_turn)"
    "    WHERE size > 0 AND saved_turn = 0 AND favorite_turn = 0",
    "CREATE INDEX item_deleted ON item(deleted_by) WHERE deleted_by <> 0",
    "CREATE INDEX item_digest ON item(digest) WHERE digest <> 0",
    "CREATE TRIGGER item_grows AFTER INSERT ON item WHEN new.size <> 0 BEGIN"
    "    UPDATE state SET value = value + new.size WHERE name = 'size';"
    "END",
    "CREATE TRIGGER item_changes AFTER UPDATE OF size ON item"
    "    WHEN new.size <> old.size BEGIN"
    "    UPDATE state SET value = value + new.size - old.size"
    "        WHERE name = 'size';"
    "END",
    "CREATE TRIGGER item_goes AFTER DELETE ON item WHEN old.size <> 0 BEGIN"
    "    UPDATE state SET value = value - old.size WHERE name = 'size';"
    "END",
    "CREATE TABLE address("
    "    id INTEGER PRIMARY KEY,"
    "    url TEXT NOT NULL UNIQUE,"
    "    item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE"
    ") STRICT",
    "CREATE INDEX address_item ON address(item)",
    "CREATE TABLE content("
    "    id INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,"
    "    final TEXT NOT NULL DEFAULT '',"
    "    canonical TEXT NOT NULL DEFAULT '',"
    "    type TEXT NOT NULL DEFAULT '',"
    "    charset TEXT NOT NULL DEFAULT '',"
    "    etag TEXT NOT NULL DEFAULT '',"
    "    modified TEXT NOT NULL DEFAULT '',"
    "    fresh_until INTEGER NOT NULL DEFAULT 0,"
    "    fetched_at INTEGER NOT NULL DEFAULT 0,"
    "    text BLOB,"
    "    article BLOB,"
    "    body BLOB"
    ") STRICT",
    "CREATE VIRTUAL TABLE words USING fts5("
    "    title, about, text, content = '', tokenize = 'ascii')",
    "CREATE TABLE position("
    "    id INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,"
    "    bookmark BLOB NOT NULL,"
    "    folds BLOB"
    ") STRICT",
    "CREATE TABLE mark("
    "    id INTEGER PRIMARY KEY,"
    "    letter TEXT NOT NULL UNIQUE,"
    "    item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,"
    "    bookmark BLOB NOT NULL"
    ") STRICT",
    "CREATE INDEX mark_item ON mark(item)",
    "CREATE TABLE feed("
    "    id INTEGER PRIMARY KEY,"
    "    url TEXT NOT NULL UNIQUE,"
    "    title TEXT NOT NULL DEFAULT '',"
    "    site TEXT NOT NULL DEFAULT '',"
    "    folder TEXT NOT NULL DEFAULT '',"
    "    etag TEXT NOT NULL DEFAULT '',"
    "    modified TEXT NOT NULL DEFAULT '',"
    "    failure TEXT NOT NULL DEFAULT '',"
    "    n_failures INTEGER NOT NULL DEFAULT 0,"
    "    n_entries INTEGER NOT NULL DEFAULT 0,"
    "    n_unread INTEGER NOT NULL DEFAULT 0,"
    "    added_at INTEGER NOT NULL DEFAULT 0,"
    "    checked_at INTEGER NOT NULL DEFAULT 0,"
    "    due_at INTEGER NOT NULL DEFAULT 0"
    ") STRICT",
    "CREATE INDEX feed_due ON feed(due_at)",
    "CREATE TABLE entry("
    "    id INTEGER PRIMARY KEY,"
    "    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,"
    "    name TEXT NOT NULL,"
    "    item INTEGER REFERENCES item ON DELETE SET NULL,"
    "    turn INTEGER NOT NULL,"
    "    is_read INTEGER NOT NULL DEFAULT 0,"
    "    UNIQUE(feed, name)"
    ") STRICT",
    "CREATE INDEX entry_item ON entry(item)",
    "CREATE INDEX entry_turn ON entry(feed, turn)",
    "CREATE INDEX entry_unread ON entry(feed, turn)"
    "    WHERE is_read = 0 AND item IS NOT NULL",
    "CREATE TRIGGER entry_comes AFTER INSERT ON entry BEGIN"
    "    UPDATE feed SET n_entries = n_entries + 1, n_unread = n_unread"
    "        + (new.is_read = 0 AND new.item IS NOT NULL) WHERE id = new.feed;"
    "END",
    "CREATE TRIGGER entry_changes AFTER UPDATE OF is_read, item ON entry BEGIN"
    "    UPDATE feed SET n_unread = n_unread"
    "        + (new.is_read = 0 AND new.item IS NOT NULL)"
    "        - (old.is_read = 0 AND old.item IS NOT NULL) WHERE id = new.feed;"
    "END",
    "CREATE TRIGGER entry_goes AFTER DELETE ON entry BEGIN"
    "    UPDATE feed SET n_entries = n_entries - 1, n_unread = n_unread"
    "        - (old.is_read = 0 AND old.item IS NOT NULL) WHERE id = old.feed;"
    "END",
    "CREATE TABLE tag("
    "    id INTEGER PRIMARY KEY,"
    "    name TEXT NOT NULL UNIQUE"
    ") STRICT",
    "CREATE TABLE tagging("
    "    id INTEGER PRIMARY KEY,"
    "    tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,"
    "    item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,"
    "    UNIQUE(tag, item)"
    ") STRICT",
    "CREATE INDEX tagging_item ON tagging(item)",
    "CREATE TABLE list("
    "    id INTEGER PRIMARY KEY,"
    "    name TEXT NOT NULL UNIQUE"
    ") STRICT",
    "CREATE TABLE listing("
    "    id INTEGER PRIMARY KEY,"
    "    list INTEGER NOT NULL REFERENCES list ON DELETE CASCADE,"
    "    item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,"
    "    turn INTEGER NOT NULL,"
    "    UNIQUE(list, item)"
    ") STRICT",
    "CREATE INDEX listing_turn ON listing(list, turn)",
    "CREATE INDEX listing_item ON listing(item)",
    NULL,
};

static const char *const version_2[] = {
    "CREATE TABLE password("
    "    id INTEGER PRIMARY KEY REFERENCES feed ON DELETE CASCADE,"
    "    text TEXT NOT NULL"
    ") STRICT",
    NULL,
};

/* The steps of each migration. */
static const char *const *const migrations[] = {
    version_1,
    version_2,
};

int
schema_version(void)
{
    return (int)(sizeof migrations / sizeof *migrations);
}

/* Takes one more migration and says so in the database. */
static bool
migrate_once(struct db *db, int version, struct err *err)
{
    int code = SQLITE_OK;
    char *note = sqlite3_mprintf("PRAGMA application_id = %d;"
                                 "PRAGMA user_version = %d;",
        SCHEMA_APPLICATION, version + 1);

    for (int i = 0; code == SQLITE_OK && migrations[version][i]; i++)
        code =
            sqlite3_exec(db->handle, migrations[version][i], NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = note ? sqlite3_exec(db->handle, note, NULL, NULL, NULL)
                    : SQLITE_NOMEM;
    sqlite3_free(note);
    return code == SQLITE_OK || connection_fail(db, code, err);
}

bool
schema_migrate(struct db *db, int version, struct err *err)
{
    if (!db_begin(db, err))
        return false;

    /* Another program may have been faster. */
    int64_t now = 0;
    bool ok = query_read_number(db, "PRAGMA user_version", &now, err);
    while (ok && now < version)
        ok = migrate_once(db, (int)now++, err);
    return db_end(db, ok, err);
}
