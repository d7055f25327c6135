# SPDX-License-Identifier: ISC
"""Reading lists without a screen, one function a promise."""
import json

from library import change, fails, listed, put_article, titles


def test_a_reading_list_has_the_order_of_the_command_line(net):
    urls = [put_article(net, name, title, title)
            for name, title in (("a", "Peas"), ("b", "Beans"), ("c", "Oats"))]
    status, output, messages = net.read("--save", "--reading-list=food", *urls)
    assert (status, messages) == (0, ""), messages
    assert [line.split(" \u2014 ")[0] for line in output.splitlines()] \
        == ["Peas", "Beans", "Oats"], output
    assert titles(net, "saved") == ["Oats", "Beans", "Peas"]
    # A file is there before any page.
    (net.folder / "x.md").write_text("# X\n")
    assert net.read("--save", urls[0], "x.md")[0] == 0
    assert titles(net, "saved") == ["X", "Peas", "Oats", "Beans"]
    assert net.read("--remove", "x.md")[0] == 0
    more = put_article(net, "d", "Rice", "Rice")
    assert net.read("--save", "--reading-list=food", more, urls[0])[0] == 0
    assert titles(net, "food") == ["Peas", "Beans", "Oats", "Rice"]
    assert titles(net, "--reading-list=food") == titles(net, "food")
    assert listed(net, "food")[0]["lists"] == ["food"]
    assert listed(net, "lists") \
        == [{"name": "food", "articles": 4, "finished": 0}]
    status, output, _ = net.read("--list", "lists")
    assert (status, output) == (0, "food \u2014 4 (0 read)\n"), output
    assert net.read("--remove", "--reading-list=food", urls[1]) == (0, "", "")
    assert titles(net, "food") == ["Peas", "Oats", "Rice"]
    assert "Beans" in titles(net)
    assert "it is not on the reading list 'food'" in fails(
        net, "--remove", "--reading-list=food", urls[1])
    assert "no reading list 'other'" in fails(
        net, "--remove", "--reading-list=other", urls[0])
    status, output, _ = net.read("--export=-")
    assert json.loads(output)["lists"] \
        == [{"name": "food", "items": [urls[0], urls[2], more]}], output
    assert net.read("--remove", "--reading-list=food") == (0, "", "")
    assert listed(net, "lists") == [] and len(listed(net)) == 4
    assert "no reading list 'food'" in fails(net, "--remove",
                                             "--reading-list=food")
    assert "no reading list 'food'" in fails(net, "--list",
                                             "--reading-list=food")


def test_a_reading_list_is_read_without_its_sources(net):
    (net.folder / "oats.md").write_text("# Oats\n\nThey are soaked.\n")
    url = put_article(net, "b", "Beans", "pots and pans")
    assert net.read("--save", "--reading-list=food", "oats.md", url)[0] == 0
    status, output, messages = net.read("--reading-list=food", "--toc",
                                        "--format=json")
    assert status == 0 and output.count("\n") == 2, (output, messages)
    status, output, messages = net.read("--reading-list=food")
    assert (status, messages) == (0, ""), messages
    assert output.index("soaked") < output.index("pots and pans"), output
    status, output, _ = net.read("--offline", "--reading-list=food")
    assert status == 0 and "pots and pans" in output, output
    assert "no reading list 'other'" in fails(net, "--reading-list=other")
    for args in (("--reading-list=food", "oats.md"),
                 ("--reading-list=food", "--next"),
                 ("--reading-list=food", "--search=beans"),
                 ("--reading-list=food", "--refresh")):
        assert net.read(*args)[0] == 2, args
    assert "'a,b': a name has no comma" in fails(
        net, "--save", "--reading-list=a,b", "oats.md")


def test_a_reading_list_goes_out_in_its_order(net):
    urls = [put_article(net, name, title, title)
            for name, title in (("a", "Peas"), ("b", "Beans"), ("c", "Oats"))]
    (net.folder / "x.md").write_text("# X\n")
    net.read("--save", *urls)
    net.read("--save", "--reading-list=food", urls[2], "x.md", urls[0])
    status, output, messages = net.read("--export=out", "--reading-list=food")
    assert (status, output) == (1, ""), output
    assert "x.md': its text is not in the library" in messages, messages
    status, output, _ = net.read("--format=json", "out")
    assert [json.loads(line)["title"] for line in output.splitlines()] \
        == ["Oats", "Peas"], output
    # What is on a list need not be saved, nor read.
    change(net, "UPDATE item SET saved_turn = 0, saved_at = 0, read_at = 0")
    net.read("--export=all", "--reading-list=food")
    assert len(list((net.folder / "all").iterdir())) == 2
    assert "into a folder" in fails(net, "--export=x.json",
                                    "--reading-list=food")
    assert "no reading list" in fails(net, "--export=new",
                                      "--reading-list=no")
    assert not (net.folder / "new").exists()
