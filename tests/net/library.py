# SPDX-License-Identifier: ISC
"""What gutread does with its library without a screen, one function a promise."""
import json
import sqlite3

from feeds import RSS, put, put_page

PAGE = (b"<!doctype html><html lang=en><title>%s</title><body><article>"
        b"<h1>%s</h1><p>This page is about %s, and long enough to be read as an "
        b"article by whoever wants to.</p></article></html>")


def put_article(net, name, title, words):
    """Puts a page on the server; returns its address."""
    title, words = title.encode(), words.encode()
    return put(net, name, PAGE % (title, title, words), "text/html")


def listed(net, *args):
    """Returns what --list prints, as objects."""
    status, output, messages = net.read("--list", "--format=json", *args)
    assert (status, messages) == (0, ""), (args, messages)
    return [json.loads(line) for line in output.splitlines()]


def titles(net, *args):
    return [item["title"] for item in listed(net, *args)]


def database(net):
    """Returns a connection to the library's file."""
    return sqlite3.connect(
        net.folder / ".local" / "share" / "gutread" / "library.db")


def change(net, sql):
    with database(net) as connection:
        connection.executescript(sql)
    connection.close()


def fails(net, *args, **more):
    """Runs gutread, which must fail; returns its one line."""
    status, output, messages = net.read(*args, **more)
    assert status != 0 and output == "", (status, output)
    assert messages.count("\n") == 1, messages
    return messages


def test_a_saved_page_is_listed_and_found(net):
    url = put_article(net, "beans", "Beans", "how b\u00f6hnen are soaked")
    status, output, messages = net.read("--save", url)
    assert (status, messages) == (0, ""), messages
    assert output == f"Beans \u2014 {url}\n", output
    item, = listed(net)
    assert item["url"] == url and item["stored"] and item["saved"], item
    assert item["read"] is None and item["words"] > 10, item
    status, output, _ = net.read("--search=BOHNEN soaked")
    assert status == 0 and output.startswith("Beans \u2014 "), output
    assert "how b\u00f6hnen are soaked" in output, output
    status, output, _ = net.read("--search=bohnen", "--format=json")
    assert "soaked" in json.loads(output)["snippet"], output
    assert "nothing in the library" in fails(net, "--search=lentils")


def test_a_page_that_cannot_be_reached_is_saved_by_its_address(net):
    url = put_article(net, "a", "Beans", "beans")
    status, output, messages = net.read("--save", "--offline", url)
    assert status == 1 and output == url + "\n", output
    assert "saved, but not loaded: " in messages, messages
    assert [item["stored"] for item in listed(net, "saved")] == [False]
    status, output, messages = net.read("--export=all")
    assert status == 1 and "its text is not in the library" in messages
    assert net.read("--save", url)[0] == 0
    assert net.read("--export=all") == (0, "", "")
    assert [item["stored"] for item in listed(net, "saved")] == [True]
    status, output, messages = net.read("--save", "--offline", url)
    assert (status, messages) == (0, ""), messages


def test_a_page_of_which_its_server_wants_no_copies_is_saved_whole(net):
    url = net.url("kept")
    assert net.read("--save", url)[0] == 0
    assert net.read("--offline", url)[0] == 0
    db = database(net)
    assert db.execute("SELECT length(body) > 0 FROM content").fetchone()[0]
    db.close()


def test_a_page_that_ends_behind_a_wall_stays_as_it_was(net):
    url = net.url("walled/a")
    for _ in range(2):
        status, output, messages = net.read("--save", url)
        assert (status, messages) == (0, ""), messages
    assert listed(net)[0]["words"] > 100
    assert "long enough" in net.read("--offline", url)[1]
    assert "log in" in net.read(url)[1]


def test_what_is_saved_by_an_address_that_leads_on_is_its_page(net):
    page = put_article(net, "a", "Beans", "beans")
    short = net.url("to?" + page)
    for loaded in (1, 0):
        status, output, messages = net.read("--import=-", input=short.encode())
        assert (status, messages) == (0, ""), messages
        assert f"loaded: {loaded}" in output, output
    item, = listed(net, "saved")
    assert item["url"] == short and item["title"] == "Beans", item
    assert item["stored"]
    assert len(listed(net)) == 1


def test_a_stored_page_is_written_without_the_network(net):
    url = put_article(net, "beans", "Beans", "pots and pans")
    assert "nothing is loaded" in fails(net, "--offline", url)
    assert net.read("--save", url)[0] == 0
    status, output, messages = net.read("--offline", url)
    assert (status, messages) == (0, ""), messages
    assert output.startswith("Beans\n") and "pots and pans" in output, output
    assert "nothing is loaded" in fails(net, "--offline", "--full-page", url)


def test_a_stored_page_is_written_when_its_server_is_away(net):
    net.read("--save", put_article(net, "beans", "Beans", "pots and pans"))
    change(net, "UPDATE item SET place = 'http://127.0.0.1:9/beans';"
                "DELETE FROM address")
    status, output, messages = net.read("http://127.0.0.1:9/beans")
    assert status == 0 and "pots and pans" in output, (status, messages)
    assert "no connection" in messages, messages
    messages = fails(net, "--no-cache", "http://127.0.0.1:9/beans")
    assert "no connection" in messages, messages


def test_a_page_of_another_version_is_made_an_article_again(net):
    url = put_article(net, "beans", "Beans", "pots and pans")
    net.read("--save", url)
    change(net, "UPDATE content SET article = x'00'")
    net.web.asked.clear()
    status, output, messages = net.read("--offline", url)
    assert (status, messages) == (0, ""), messages
    assert output.startswith("Beans\n") and "pots and pans" in output, output
    assert net.read("--export=out") == (0, "", "")
    assert len(list((net.folder / "out").iterdir())) == 1
    assert not net.web.asked


def test_no_library_is_made_to_look_into(net):
    fails(net, "--offline", "http://127.0.0.1:9/")
    assert not (net.folder / ".local" / "share" / "gutread").exists()


def test_a_saved_file_is_known_by_its_path(net):
    (net.folder / "a.md").write_text("# A file\n\nIts text.\n")
    assert net.read("--save", "a.md")[0] == 0
    item, = listed(net, "saved")
    assert item["path"] == str(net.folder.resolve() / "a.md"), item
    assert "name what is in it" in fails(net, "--save", ".")
    assert "no place" in fails(net, "--save", "-")
    assert net.read("--remove", "a.md") == (0, "", "")
    assert listed(net) == []


def test_what_is_removed_is_gone(net):
    url = put_article(net, "beans", "Beans", "beans")
    net.read("--save", url)
    assert net.read("--remove", url) == (0, "", "")
    assert listed(net) == []
    with database(net) as connection:
        for table in ("item", "content", "address"):
            assert connection.execute(
                f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    connection.close()
    assert "not in the library" in fails(net, "--remove", url)


def test_a_page_that_cannot_be_saved_does_not_stop_the_others(net):
    url = put_article(net, "beans", "Beans", "beans")
    status, output, messages = net.read(
        "--save", net.url("status/404"), "no-file", url)
    assert status == 1 and output.startswith("Beans"), (status, output)
    assert messages.count("\n") == 2, messages
    assert titles(net) == ["Beans"]


def test_a_feed_is_subscribed_to_and_refreshed(net):
    feed = put(net, "feed", RSS)
    page = put_page(net, ("application/rss+xml", feed, "News"))
    status, output, messages = net.read("--subscribe=" + page)
    assert (status, messages) == (0, ""), messages
    assert output == f"Herons \u2014 {feed} (3 new)\n", output
    assert titles(net, "unread") == ["Whole", "Short", "Gone"]
    assert net.read("--refresh") == (0, "", "")
    assert net.read("--subscribe=" + feed)[1] == \
        f"Herons \u2014 {feed} (nothing new)\n"
    put(net, "feed", RSS.replace(b"<item>", b"<item><title>New</title>"
                                 b"<link>new</link></item><item>", 1))
    status, output, _ = net.read("--refresh", "--format=json")
    assert json.loads(output)["new"] == 1, output
    assert titles(net, feed)[0] == "New"
    assert listed(net, "feeds")[0]["unread"] == 4
    assert net.read("--search=all there is to read")[0] == 0
    assert net.read("--unsubscribe=" + feed) == (0, "", "")
    assert listed(net) == [] and listed(net, "feeds") == []


def test_a_feed_that_fails_is_told_and_left_alone_for_a_while(net):
    feed = put(net, "feed", RSS)
    net.read("--subscribe=" + feed)
    put(net, "feed", b"<html><p>Moved.</html>", "text/html")
    assert "no feed" in fails(net, "--refresh")
    assert "no feed" in listed(net, "feeds")[0]["failure"]
    net.web.asked.clear()
    assert net.read("--refresh") == (0, "", "")
    assert not net.web.asked, net.web.asked
    assert len(titles(net, "unread")) == 3


def test_a_feed_is_not_asked_before_its_server_wants_it(net):
    feed = put(net, "feed", RSS)
    net.read("--subscribe=" + feed)
    change(net, f"UPDATE feed SET url = '{net.url('wait/7200')}'")
    fails(net, "--refresh")
    connection = database(net)
    (failure, checked, due), = connection.execute(
        "SELECT failure, checked_at, due_at FROM feed").fetchall()
    connection.close()
    assert failure and abs(due - checked - 7200) < 60, (failure, due - checked)
    change(net, f"UPDATE feed SET due_at = 1, url = '{net.url('status/503')}'")
    assert "no feed" not in fails(net, "--refresh")


def test_a_server_that_wants_a_pause_is_asked_for_nothing_else(net):
    urls = [net.url(f"wait/{i}") for i in range(7001, 7007)]
    status, output, messages = net.read(
        "--import=-", input="\n".join(urls).encode())
    assert status == 1 and "failed: 6" in output, output
    assert messages.count("not asked, as its server wants a pause") == 4
    assert len(net.web.asked) == 2


def test_a_feed_that_cannot_be_reached_is_asked_again_at_once(net):
    feed = put(net, "feed", RSS)
    net.read("--subscribe=" + feed)
    change(net, "UPDATE feed SET url = 'http://127.0.0.1:9/feed'")
    assert "no connection" in fails(net, "--refresh")
    assert "no connection" in fails(net, "--refresh")
    change(net, "UPDATE feed SET url = 'http://[::1/feed'")
    assert "'http://[::1/feed': not an address" in fails(net, "--refresh")
    change(net, f"UPDATE feed SET due_at = 0, url = '{feed}'")
    assert net.read("--refresh") == (0, "", "")
    assert listed(net, "feeds")[0]["failure"] is None


def test_feeds_of_which_none_is_reached_are_not_blamed(net):
    feed = put(net, "feed", RSS)
    net.read("--subscribe=" + feed)
    (net.folder / "f.txt").write_text(
        '<opml><body><outline type="rss" text="B" xmlUrl="http://127.0.0.1:9/b"'
        '/></body></opml>')
    net.read("--import=f.txt", "--offline")
    change(net, "UPDATE feed SET url = 'http://127.0.0.1:9/feed' "
                "WHERE title <> 'B'")
    assert fails(net, "--refresh") == \
        "gutread: no feed could be reached: is there a network?\n"
    assert "with --offline" in fails(net, "--refresh", "--offline")
    assert [f["failure"] for f in listed(net, "feeds")] == [None, None]
    change(net, f"UPDATE feed SET url = '{feed}' WHERE title <> 'B'")
    assert "no connection" in fails(net, "--refresh")
    assert [bool(f["failure"]) for f in listed(net, "feeds")] == [True, False]


def test_a_feed_that_has_moved_is_asked_where_it_is(net):
    feed, other = put(net, "feed", RSS), put(net, "other", RSS)
    for status in (301, 308):
        net.read("--subscribe=" + feed)
        change(net, "UPDATE feed SET url = "
                    f"'{net.url(f'go/{status}?{other}')}'")
        assert net.read("--refresh") == (0, "", "")
        assert listed(net, "feeds")[0]["url"] == other
        assert len(titles(net, "unread")) == 3
        net.read("--unsubscribe=" + other)


def test_a_feed_that_is_elsewhere_for_now_stays(net):
    feed = put(net, "feed", RSS)
    for status in (302, 303, 307):
        away = net.url(f"go/{status}?{feed}")
        net.read("--subscribe=" + away)
        assert net.read("--refresh") == (0, "", "")
        assert [f["url"] for f in listed(net, "feeds")] == [away]
        net.read("--unsubscribe=" + away)


def test_feeds_that_move_to_one_another_become_one(net):
    feed = put(net, "feed", RSS)
    moved = net.url("go/301?" + feed)
    net.read("--subscribe=" + feed)
    net.read("--subscribe=" + net.url("go/302?" + feed))
    change(net, f"UPDATE feed SET url = '{moved}' WHERE url <> '{feed}'")
    status, output, messages = net.read("--refresh", "--format=json")
    assert (status, messages) == (0, ""), messages
    assert all(json.loads(line)["url"] == feed and json.loads(line)["new"] == 0
               for line in output.splitlines()), output
    only, = listed(net, "feeds")
    assert (only["url"], only["unread"]) == (feed, 3), only


def test_a_feed_that_is_gone_is_not_asked_again(net):
    feed = net.url("mortal/a")
    net.read("--subscribe=" + feed)
    assert "the feed is gone for good; it is not asked any more" \
        in fails(net, "--refresh")
    net.web.asked.clear()
    assert net.read("--refresh") == (0, "", "")
    assert not net.web.asked, net.web.asked
    gone, = listed(net, "feeds")
    assert "gone for good" in gone["failure"] and gone["unread"] == 2, gone
    assert net.read("--subscribe=" + feed)[0] == 0
    assert listed(net, "feeds")[0]["failure"] is None


def test_what_is_no_feed_is_not_subscribed_to(net):
    page = put_article(net, "beans", "Beans", "beans")
    assert "feed" in fails(net, "--subscribe=" + page)
    assert listed(net, "feeds") == []


def test_a_page_that_is_kept_is_read_offline(net):
    url = put_article(net, "beans", "Beans", "beans")
    message = fails(net, "--offline", url)
    assert "--offline" in message or "offline" in message, message
    assert not (net.folder / ".local").exists()
    net.read("--save", url)
    net.web.asked.clear()
    status, output, messages = net.read("--offline", url)
    assert (status, messages) == (0, ""), messages
    assert output.startswith("Beans\n"), output
    assert not net.web.asked
    # A page that the web gives is taken from there.
    put_article(net, "beans", "Peas", "peas")
    assert net.read(url)[1].startswith("Peas\n")


def test_articles_are_made_again_of_the_pages_that_are_kept(net):
    url = put_article(net, "a", "Beans", "beans in K\u00f6ln")
    net.read("--save", url)
    with database(net) as connection:
        before = connection.execute(
            "SELECT article, text FROM content").fetchone()
    connection.close()
    change(net, "UPDATE content SET article = x'00'")
    net.web.asked.clear()
    assert net.read("--reextract") == (0, "", "")
    assert not net.web.asked
    with database(net) as connection:
        after = connection.execute(
            "SELECT article, text FROM content").fetchone()
    connection.close()
    assert before == after


def test_a_library_of_a_newer_version_is_read_and_not_changed(net):
    url = put_article(net, "a", "Beans", "beans")
    net.read("--save", url)
    change(net, "PRAGMA user_version = 99")
    status, output, messages = net.read("--list")
    assert status == 0 and output.startswith("Beans"), output
    assert "newer version" in messages, messages
    net.web.asked.clear()
    for args in (["--remove", url], ["--save", url, url + "?2"],
                 ["--subscribe", url], ["--unsubscribe", url], ["--refresh"],
                 ["--import=-"], ["--reextract"]):
        status, output, messages = net.read(*args)
        assert (status, output) == (1, ""), (args, status, output)
        assert messages.count("\n") == 2, messages
        assert "may not be written: nothing was done" in messages, messages
    assert not net.web.asked


def test_a_damaged_library_is_mended_and_said(net):
    net.read("--save", put_article(net, "a", "Beans", "beans"))
    path = net.folder / ".local" / "share" / "gutread" / "library.db"
    path.write_bytes(b"x" * 4096 + path.read_bytes()[4096:])
    status, output, messages = net.read("--list")
    assert status == 0 and output.startswith("Beans"), output
    assert "it is mended now" in messages, messages
    assert "the library was damaged" in messages, messages
    assert titles(net) == ["Beans"]


def test_a_library_is_asked_for_one_thing_at_a_time(net):
    for args in (["--save", "--list"], ["--save"], ["--remove"],
                 ["--refresh", "x"], ["--search=a", "x"]):
        status, output, messages = net.read(*args)
        assert (status, output) == (2, ""), (args, status)
        assert messages.count("\n") == 1 and "--help" in messages, messages
    assert "no such list" in fails(net, "--list", "nonsense")


def test_there_is_no_library_without_a_home(net):
    line = fails(net, "--list", env={"HOME": "", "XDG_DATA_HOME": ""})
    assert "HOME" in line, line
    line = fails(net, "--list", env={"XDG_DATA_HOME": "/dev/null"})
    assert "Not a directory" in line, line
