# SPDX-License-Identifier: ISC
"""Where the password in an address goes, and where it does not, one function a
promise."""
import base64
import os
import stat

from feeds import ATOM, PAGE, RSS, put
from library import change, database, fails, listed, put_article, titles
from pages import play
import server


def locked(net, name="feed", body=RSS):
    """Puts a feed behind a door; returns its address with what opens that."""
    put(net, name, body)
    return net.url("locked/" + name).replace("://", "://ann:s%20ecret@")


def sent(request):
    """Returns the name and the password that a request had, "" for none."""
    kind, _, text = request.headers.get("authorization", "").partition(" ")
    return base64.b64decode(text).decode() if kind == "Basic" else ""


def told(net):
    """Returns everything that gutread writes of its library."""
    texts = [net.read("--list", "feeds"), net.read("--list", "unread"),
             net.read("--list", "feeds", "--format=json"),
             net.read("--export=-"), net.read("--export=f.opml")]
    return str(texts) + (net.folder / "f.opml").read_text()


def test_no_password_of_an_address_is_kept_or_told(net):
    url = put_article(net, "beans", "Beans", "beans")
    secret = url.replace("://", "://ann:secret@")
    for args in (("--save", secret), ("--list",), ("--offline", secret),
                 ("--export=-",), ("--search=beans",)):
        status, output, messages = net.read(*args)
        assert status == 0, (args, messages)
        assert "secret" not in output + messages, (args, output, messages)


def test_a_feed_with_a_password_is_asked_with_it_again(net):
    url = locked(net)
    status, output, messages = net.read("--subscribe=" + url)
    assert (status, messages) == (0, ""), messages
    assert "ecret" not in output and "ann@" not in output, output
    put(net, "feed", RSS.replace(b"<item>", b"<item><title>New</title>"
                                 b"<link>new</link></item><item>", 1))
    status, output, messages = net.read("--refresh", "--format=json")
    assert (status, messages) == (0, "") and '"new":1' in \
        output.replace(" ", ""), (output, messages)
    assert [sent(r) for r in net.web.asked] == ["ann:s ecret"] * 2
    assert "ecret" not in output + told(net), told(net)
    assert listed(net, "feeds")[0]["url"] == \
        url.replace(":s%20ecret", ""), listed(net, "feeds")


def test_a_wrong_password_is_said_at_once_and_another_can_be_given(net):
    url = locked(net)
    wrong = url.replace("s%20ecret", "wrong")
    line = fails(net, "--subscribe=" + wrong)
    assert "asks for a name and a password, or takes no others" in line, line
    assert "wrong" not in line and listed(net, "feeds") == []
    net.read("--subscribe=" + url)
    change(net, "UPDATE password SET text = 'wrong'")
    line = fails(net, "--refresh")
    assert "HTTP 401" in line and "wrong" not in line, line
    assert "HTTP 401" in listed(net, "feeds")[0]["failure"]
    assert net.read("--subscribe=" + url)[0] == 0
    assert net.read("--refresh") == (0, "", "")
    assert len(listed(net, "feeds")) == 1


def test_the_password_of_a_feed_goes_to_no_other_server(net):
    other = server.Server()
    other.texts["feed"] = ("application/rss+xml", ATOM)
    url = locked(net, body=ATOM)
    net.read("--subscribe=" + url)
    for status in (302, 301):
        change(net, "UPDATE feed SET due_at = 0, url = '" + net.url(
            f"go/{status}?" + other.url("text/feed")).replace(
                "://", "://ann@", 1) + "'")
        said = net.read("--refresh")
        assert said == (0, "", ""), said
        assert sent(net.web.asked[-1]) == "ann:s ecret"
        assert [sent(r) for r in other.asked[-1:]] == [""]
    # It has moved there for good, and left its password behind.
    assert listed(net, "feeds")[0]["url"] == other.url("text/feed")
    with database(net) as connection:
        assert connection.execute(
            "SELECT count(*) FROM password").fetchone() == (0,)
    connection.close()


def test_the_password_of_a_feed_stays_on_its_server(net):
    url = locked(net)
    net.read("--subscribe=" + url)
    change(net, "UPDATE feed SET url = '" + net.url(
        "go/301?" + net.url("locked/feed")).replace("://", "://ann@", 1) + "'")
    for _ in range(2):
        assert net.read("--refresh") == (0, "", "")
    assert listed(net, "feeds")[0]["url"] == url.replace(":s%20ecret", "")
    assert sent(net.web.asked[-1]) == "ann:s ecret"


def put_entries(net, *links):
    """Puts a feed behind a door, whose entries lead there; returns what subscribes
    to it."""
    items = "".join(f"<item><title>Entry</title><link>{link}</link>"
                    "<description>A beginning.</description></item>"
                    for link in links)
    return "--subscribe=" + locked(net, body=(
        "<rss version='2.0'><channel><title>Herons</title>"
        f"{items}</channel></rss>").encode())


def asked(net, name):
    """Returns what each request for a page had of a name and a password."""
    return [sent(r) for r in net.web.asked if r.path.endswith(name)]


def test_the_pages_of_a_feed_with_a_password_are_asked_for_with_it(net):
    put_article(net, "beans", "Beans", "beans")
    put_article(net, "peas", "Peas", "peas")
    url = net.url("locked/beans")
    net.read(put_entries(net, url))
    status, output, messages = net.read(url)
    assert (status, messages) == (0, "") and "Beans" in output, messages
    status, output, messages = net.read("--save", url + "#beans")
    assert (status, messages) == (0, "") and "Beans" in output, messages
    assert asked(net, "beans") == ["ann:s ecret"] * 2
    assert "ecret" not in output + told(net)
    # What the feed does not name is none of it, even there.
    assert "HTTP 401" in fails(net, net.url("locked/peas"))
    assert asked(net, "peas") == [""]
    with database(net) as connection:
        assert "ecret" not in str(connection.execute(
            "SELECT * FROM item JOIN content USING (id)").fetchall())
    connection.close()


def test_the_pages_of_a_feed_with_a_password_open_on_the_screen(net):
    put_article(net, "beans", "Beans", "soaked for a night")
    follow = put_entries(net, net.url("locked/beans"))
    play(net, f"""# An entry of a feed that wants a password.
size   100x24
run    gutread {follow}
exit   0
run    gutread
wait   "Herons"
keys   <Enter>
wait   "Entry"
keys   <Enter>
wait   "soaked for a night"
absent "HTTP 401"
absent "ecret"
keys   Q
exit   0
""")
    assert set(asked(net, "beans")) == {"ann:s ecret"}


def test_the_password_of_a_feed_goes_to_none_of_its_pages_elsewhere(net):
    other = server.Server()
    other.texts["beans"] = net.web.texts["beans"] = (
        "text/html", PAGE % b"" + b"<p>These are beans that nobody locks up.")
    away = net.url("go/302?" + other.url("text/beans"))
    links = [other.url("text/beans"), away,
             net.url("text/beans").replace("127.0.0.1", "localhost")]
    net.read(put_entries(net, *links))
    for link in links:
        status, _, messages = net.read("--no-cache", link)
        assert (status, messages) == (0, ""), (link, messages)
    assert [sent(r) for r in other.asked] == ["", ""]
    assert [sent(r) for r in net.web.asked] == ["ann:s ecret"] * 2 + [""]


def test_passwords_come_in_with_a_list_and_do_not_go_out(net):
    url = locked(net)
    (net.folder / "f.txt").write_text(
        f'<opml><body><outline type="rss" text="B" xmlUrl="{url}"/></body>'
        '</opml>')
    status, output, messages = net.read("--import=f.txt")
    assert (status, messages) == (0, "") and "ecret" not in output, messages
    assert len(titles(net, "unread")) == 3
    assert "ecret" not in told(net)
    # What went out comes in again and takes no password away.
    assert net.read("--import=f.opml")[0] == 0
    assert net.read("--refresh")[0] == 0
    assert sent(net.web.asked[-1]) == "ann:s ecret"


def test_nobody_else_may_read_the_library(net):
    os.umask(0o022)
    net.read("--subscribe=" + locked(net))
    with database(net) as connection:
        connection.execute("UPDATE feed SET folder = 'x'")
        connection.commit()
        net.read("--refresh")
        folder = net.folder / ".local" / "share" / "gutread"
        modes = {path.name: stat.S_IMODE(path.stat().st_mode)
                 for path in folder.iterdir()}
    connection.close()
    assert {"library.db", "library.db-wal", "library.db-shm"} <= set(modes)
    assert set(modes.values()) == {0o600}, modes


def test_a_feed_with_a_password_is_subscribed_to_on_the_screen(net):
    url = locked(net)
    play(net, f"""# A feed that wants a password.
size   100x24
run    gutread
wait   "Bundled"
paste  {url}
wait   "Herons"
wait   "3 unread"
absent "ecret"
keys   R
wait   "asked 1 feed"
wait   "3 unread"
absent "HTTP 401"
absent "ecret"
keys   q
exit   0
""")
    assert [sent(r) for r in net.web.asked] == ["ann:s ecret"] * 2
    assert "ecret" not in told(net)
