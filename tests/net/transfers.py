# SPDX-License-Identifier: ISC
"""What comes into the library from other programs, and goes out to them."""
import json

from feeds import RSS, put
from library import change, fails, listed, put_article, titles
from pages import on_terminal


def test_an_import_goes_on_where_it_was(net):
    first = put_article(net, "one", "One", "beans")
    later = net.url("text/two")
    bookmarks = (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><H3>Food</H3><DL><p>"
        f'<DT><A HREF="{first}" ADD_DATE="1600000000" TAGS="a,b">1</A>'
        f'<DT><A HREF="{later}">Two</A></DL></DL>')
    (net.folder / "b.html").write_text(bookmarks)
    status, output, messages = net.read("--import=b.html")
    assert status == 1 and messages.count("\n") == 1, messages
    assert output == "pages: 2, feeds: 0, loaded: 1, failed: 1\n", output
    assert titles(net, "saved") == ["One", "Two"]
    one = listed(net, "Food")[0]
    assert one["saved"] == "2020-09-13T12:26:40Z", one
    assert one["tags"] == ["a", "b", "Food"], one

    put_article(net, "two", "Two is there", "peas")
    change(net, "UPDATE item SET archived_turn = 99 WHERE title = 'One'")
    net.web.asked.clear()
    status, output, messages = net.read("--import=b.html", "--format=json")
    assert (status, messages) == (0, ""), messages
    assert json.loads(output) == {
        "pages": 2, "feeds": 0, "loaded": 1, "failed": 0}, output
    assert not any("one" in str(asked) for asked in net.web.asked)
    assert sorted(titles(net)) == ["One", "Two is there"]
    assert titles(net, "archived") == ["One"]


def test_an_import_counts_feeds_and_knows_favorites(net):
    feed = put(net, "feed", RSS)
    (net.folder / "f.opml").write_text(
        f'<opml><body><outline type="rss" text="A" xmlUrl="{feed}"/>'
        '<outline type="rss" text="B" xmlUrl="http://127.0.0.1:9/b"/>'
        '</body></opml>')
    status, output, messages = net.read("--import=f.opml")
    assert status == 1 and "no connection" in messages, messages
    assert output.endswith("feeds: 2, loaded: 1, failed: 1\n"), output
    # Feeds that are there already are asked by --refresh.
    n_asked = len(net.web.asked)
    assert net.read("--import=f.opml") == (
        0, "pages: 0, feeds: 2, loaded: 0, failed: 0\n", "")
    assert len(net.web.asked) == n_asked
    liked = put_article(net, "one", "One", "beans")
    rows = f"URL,Title,Selection,Folder,Timestamp\n{liked},One,,Starred,1\n"
    (net.folder / "i.csv").write_text(rows)
    assert net.read("--import=i.csv")[0] == 0
    assert titles(net, "favorite") == titles(net, "saved") == ["One"]
    change(net, "UPDATE item SET favorite_turn = 0")
    net.read("--import=i.csv")
    assert titles(net, "favorite") == []


def test_lines_on_standard_input_are_imported_offline(net):
    status, output, messages = net.read(
        "--import=-", "--offline",
        input=b"# mine\nhttp://a.invalid/x A title\n\nhttp://a.invalid/y\n")
    assert (status, messages) == (0, ""), messages
    status, output, messages = net.read(
        "--import=-", "--offline", input=b"http://a.invalid/x\nb\nftp://c/\n")
    assert status == 0 and messages.endswith("web: 'ftp://c/'\n"), messages
    assert titles(net) == ["http://a.invalid/y", "A title"] or \
        titles(net) == ["A title", "http://a.invalid/y"]


def test_a_list_on_the_web_that_is_not_there_is_said_to_be_so(net):
    assert "HTTP 404" in fails(net, "--import=" + net.url("status/404"))


def test_a_file_that_is_no_list_is_refused(net):
    for name, text in (("a", b"hello"), ("b", b"\x7fELF\0\0\0\0" * 99),
                       ("c", b"<" * 99999), ("d", b"")):
        (net.folder / name).write_bytes(text)
        assert f"'{name}'" in fails(net, "--import=" + name)
    assert "No such file" in fails(net, "--import=none")


def test_feeds_go_out_and_come_in_again(net):
    feed = put(net, "feed", RSS.replace(b"Herons", b"&lt;H&gt; &amp; \"co\""))
    net.read("--subscribe=" + feed)
    assert net.read("--export=f.opml") == (0, "", "")
    before = listed(net, "feeds")
    net.read("--unsubscribe=" + feed)
    assert net.read("--import=f.opml")[0] == 0
    after = listed(net, "feeds")
    for key in ("title", "url", "site", "folder", "entries", "unread"):
        assert after[0][key] == before[0][key], (key, before, after)


def test_everything_goes_out_as_json(net):
    net.read("--save", put_article(net, "a", 'A "quoted" \\ title', "beans"))
    net.read("--subscribe=" + put(net, "feed", RSS))
    assert net.read("--export=x.json") == (0, "", "")
    whole = json.loads((net.folder / "x.json").read_text())
    assert whole["feeds"][0]["title"] == "Herons"
    assert 'A "quoted" \\ title' in [i["title"] for i in whole["items"]]
    status, output, _ = net.read("--export=-")
    assert status == 0 and json.loads(output) == whole
    assert "FILE.opml" in fails(net, "--export=x.doc")
    assert fails(net, "--export=no/x.json").count("x.json") == 1


def test_articles_go_out_as_a_folder_that_is_read_again(net):
    net.read("--save", put_article(net, "a", "Beans / & \u00fc", "beans"),
             put_article(net, "b", "Peas", "peas"))
    change(net, "INSERT INTO tag(id, name) VALUES (1, 'a b'), (2, 'no');"
                "INSERT INTO tagging(tag, item) VALUES (1, 1), (2, 1)")
    assert net.read("--export=out") == (0, "", "")
    assert len(list((net.folder / "out").iterdir())) == 2
    status, output, messages = net.read("--format=markdown", "out")
    assert status == 0 and 'tags: [a b, "no"]' in output, output
    assert "url: " in output, output
    assert net.read("--export=out/") == (0, "", "")
    assert "No such file" in fails(net, "--export=not/there/")
    status, output, messages = net.read("--format=json", "out")
    assert (status, messages) == (0, ""), messages
    assert sorted(json.loads(line)["title"] for line in output.splitlines()) \
        == ["Beans / & \u00fc", "Peas"]


def test_any_title_makes_the_name_of_a_file(net):
    heap = "".join(map(chr, range(0x300, 0x308)))
    titles = [("a" + heap) * 60, "../../etc/passwd", "/", ".", "\u65e5" * 200,
              "CON", "a\u0300" * 200, "\U0001f468" * 99, "-rf", "~"]
    net.read("--save", *(put_article(net, str(number), title, "beans")
                         for number, title in enumerate(titles)))
    assert net.read("--export=out") == (0, "", "")
    names = [path.name for path in (net.folder / "out").iterdir()]
    assert len(names) == len(titles), names
    assert all(len(name.encode()) < 100 and name[0] == "0" for name in names)


def test_a_long_command_tells_on_a_terminal_how_far_it_is(net):
    net.read("--save", put_article(net, "a", "Beans", "beans"),
             put_article(net, "b", "Peas", "peas"))
    text = on_terminal(net, "--reextract")
    assert b"1 of 2" in text and text.endswith(b"\r\x1b[K"), text
