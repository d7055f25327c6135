# SPDX-License-Identifier: ISC
"""Documents that would make a careless program slow.

Each is a function of a size that returns a document about so long, or with so
many parts. Its name says what is tried; run.py finds it by that it begins with
md_, html_ or txt_, the type of the document.
"""


def times(text, count):
    """Returns text count times, with # as the number of each."""
    return "".join(text.replace("#", str(i)) for i in range(count))


def at_size(size, formats=("text",)):
    """Says with which size a document begins to be worth measuring, and in
    which formats it is written."""
    def keep(function):
        function.size = size
        function.formats = formats
        return function
    return keep


ALL = ("text", "ansi", "markdown", "html", "json")


# Nesting

@at_size(60000, ALL)
def md_quotes_in_quotes(n):
    return ">" * n + " a"


@at_size(30000, ALL)
def md_lists_in_lists(n):
    return "- " * n + "a"


@at_size(60000)
def md_emphasis_in_emphasis(n):
    return "*a **a " * n + "b"


@at_size(100000)
def md_emphasis_that_is_never_closed(n):
    return "_a __b " * n


@at_size(60000)
def md_emphasis_that_closes_wrong(n):
    return "*a_ " * n + "*a **b " * n + "c* " * n


@at_size(200000)
def md_brackets_in_brackets(n):
    return "[" * n + "a" + "]" * n


@at_size(100000)
def md_brackets_never_closed(n):
    return "[a](b" * n


@at_size(100000)
def md_images_in_images(n):
    return "![" * n + "a" + "](b)" * n


@at_size(100000, ALL)
def html_divs_in_divs(n):
    return "<div>" * n + "a"


@at_size(50000, ALL)
def html_lists_in_lists(n):
    return "<ul><li>a" * n


@at_size(50000)
def html_quotes_and_lists(n):
    return "<blockquote><ol><li>" * n + "a"


@at_size(30000, ALL)
def html_details_in_details(n):
    return "<details><summary>a</summary>b" * n


@at_size(30000, ALL)
def html_tables_in_tables(n):
    return "<table><tr><td>a<td>" * n


@at_size(30000)
def html_terms_in_terms(n):
    return "<dl><dt>a<dd>" * n


@at_size(100000)
def html_pictures_in_pictures(n):
    return "<svg><g>" * n


# Long lines

@at_size(1000000, ALL)
def md_one_line_of_words(n):
    return "word " * (n // 5)


@at_size(1000000, ALL)
def md_one_word(n):
    return "w" * n


@at_size(300000)
def md_one_line_without_blanks(n):
    return "漢字かな" * (n // 4)


@at_size(1000000, ALL)
def md_one_line_of_code(n):
    return "```\n" + "x = 1; " * (n // 7) + "\n```\n"


@at_size(1000000)
def txt_one_line_of_words(n):
    return "word " * (n // 5)


@at_size(200000)
def md_soft_hyphens(n):
    return "a\u00ad" * n


@at_size(1000000)
def md_tabs_in_code(n):
    return "```\n" + "\t" * n + "x\n```\n"


@at_size(1000000)
def md_blanks(n):
    return "a" + " " * n + "b"


@at_size(300000)
def md_empty_lines(n):
    return "a" + "\n" * n + "b"


@at_size(100000)
def md_line_breaks(n):
    return "a\\\n" * n + "b"


# Very many

@at_size(30000, ALL)
def md_links(n):
    return times("[a](https://example.org/#) ", n)


@at_size(30000, ("text", "json"))
def md_links_listed_at_the_end(n):
    return times("[a][#] ", n) + "\n\n" + times("[#]: /#\n", n)


@at_size(50000)
def md_references_to_nothing(n):
    return times("[a#] [b][#] ", n)


@at_size(50000)
def md_bare_addresses(n):
    return times("www.example.org/# ", n)


@at_size(50000)
def txt_bare_addresses(n):
    return times("see http://example.org/a_(#). ", n)


@at_size(20000, ALL)
def md_headings_of_one_name(n):
    return "## Name\n\n" * n


@at_size(20000, ALL)
def md_headings_that_collide(n):
    return times("# a\n\n# a-#\n\n", n // 2)


@at_size(20000)
def md_headings_numbered(n):
    return times("###### # Name\n\ntext\n\n", n)


@at_size(20000, ALL)
def md_links_to_headings(n):
    return times("## Head #\n\n[a](#head-#) [b](#HEAD-#)\n\n".replace(
        "(#", "(\0"), n).replace("\0", "#")


@at_size(10000, ALL)
def md_footnotes(n):
    return times("a[^#] ", n) + "\n\n" + times("[^#]: note\n\n", n)


@at_size(50000)
def md_footnotes_of_one_note(n):
    return "a[^1] " * n + "\n\n[^1]: note\n"


@at_size(20000)
def md_footnotes_of_nothing(n):
    return times("a[^#] ", n)


@at_size(50000, ALL)
def md_items(n):
    return times("- item #\n", n)


@at_size(20000, ALL)
def md_paragraphs(n):
    return times("Paragraph number #.\n\n", n)


@at_size(20000)
def md_code_blocks(n):
    return times("    code #\n\ntext\n\n", n)


@at_size(5000, ALL)
def md_table_with_many_columns(n):
    return "|" + "a|" * n + "\n|" + "-|" * n + "\n|" + "b|" * n + "\n"


@at_size(20000, ALL)
def md_table_with_many_rows(n):
    return "|a|b|\n|-|-|\n" + times("|#|b c d|\n", n)


@at_size(10000)
def md_table_with_rows_of_one_cell(n):
    return "|" + "a|" * 20 + "\n|" + "-|" * 20 + "\n" + "|b|\n" * n


@at_size(10000)
def html_table_with_wide_cells(n):
    return "<table>" + "<tr><td colspan=1000 rowspan=60000>a<td>b" * n


@at_size(10000)
def html_table_with_captions(n):
    return "<table>" + "<caption>a</caption>" * n + "<tr><td>b"


@at_size(10000, ("text", "markdown", "html"))
def html_tables(n):
    return "<table><tr><th>a<th>b<tr><td>c<td>d</table>" * n


@at_size(30000, ALL)
def html_terms(n):
    return "<dl>" + times("<dt>term #<dd>meaning", n)


@at_size(20000, ALL)
def html_anchors(n):
    return times("<p id=a#>a<a name=b#></a>", n)


@at_size(50000)
def html_line_breaks(n):
    return "a<br>" * n


# Questions and contents

@at_size(10000, ALL)
def md_questions(n):
    return "# FAQ\n\n" + times("## What is #?\n\nIt is #.\n\n", n)


@at_size(20000)
def html_questions_in_details(n):
    return "<h1>FAQ</h1>" + times(
        "<details><summary>What is #?</summary>It is #.</details>", n)


@at_size(10000)
def md_table_of_contents(n):
    heads = times("## Head #\n\ntext\n\n", n)
    entries = times("- [Head #](\0head-#)\n", n).replace("\0", "#")
    return "# Title\n\n## Contents\n\n" + entries + "\n" + heads


@at_size(10000)
def md_tables_of_contents(n):
    return "# Title\n\n" + times(
        "## Contents\n\n- [A](\0a)\n- [B](\0b)\n\n", n).replace("\0", "#")


# Characters

@at_size(100000, ("text", "markdown", "json"))
def md_combining_marks(n):
    return "a" + "\u0301" * n


@at_size(50000)
def md_joined_emoji(n):
    return "\U0001F469\u200d" * n + "\U0001F467"


@at_size(100000)
def md_flags(n):
    return "\U0001F1E9\U0001F1EA" * (n // 2)


@at_size(100000, ("text", "html"))
def md_bidi_controls(n):
    return "a\u202e\u2066b\u2069\u202c " * (n // 6)


@at_size(100000)
def md_zero_width(n):
    return "a\u200b\u2060\u200d" * (n // 4)


@at_size(100000)
def md_right_to_left(n):
    return "\u05d0\u05d1\u05d2 abc " * (n // 8)


@at_size(100000)
def md_bytes_that_are_no_text(n):
    return b"\xe4\xb8\xff\xfe\x80 " * (n // 6)


@at_size(50000)
def md_entities(n):
    return "&amp;&lt;&#x41;&nosuch; " * n


@at_size(50000)
def html_entities(n):
    return "&amp;&lt;&#x41;&nosuch; " * n


@at_size(100000)
def md_backslashes(n):
    return "\\*\\a" * n


@at_size(500000)
def md_backticks_of_all_lengths(n):
    return "".join("e" + "`" * i for i in range(int((2 * n) ** 0.5)))


# Markup that is wrong

@at_size(30000)
def md_bold_italic_html(n):
    return "<b><i>a</i></b> " * n


@at_size(30000)
def html_bold_italic_never_closed(n):
    return "<b><i>a " * n


@at_size(20000)
def html_paragraphs_in_bold(n):
    return "<p><b><i>a" * n


@at_size(30000)
def html_links_in_links(n):
    return times("<a href=#>a", n)


@at_size(30000)
def html_misnested(n):
    return "<b><p></b></p>a" * n


@at_size(50000)
def html_ends_without_a_start(n):
    return "</p></b></div></br>" * n


@at_size(20000)
def html_fonts_of_many_kinds(n):
    return times("<font size=#>a", n)


@at_size(10000)
def html_attributes(n):
    return "<p " + times("a#=b ", n) + ">a"


@at_size(50000)
def html_tags_never_closed(n):
    return "<p a='" * n


@at_size(100000)
def html_comments_never_closed(n):
    return "<!--" * n


@at_size(50000)
def md_html_never_closed(n):
    return "a <b " * n


@at_size(50000)
def md_comments_never_closed(n):
    return "a <!-- <? <![CDATA[ " * n


@at_size(20000)
def html_text_in_tables(n):
    return "<table>" + "a<tr>" * n


@at_size(20000)
def html_options(n):
    return "<select>" + "<option>a" * n


# Front matter; a longer one is none

@at_size(1500)
def md_tags_in_front_matter(n):
    return "---\ntags: [" + times("tag #, ", n) + "a]\n---\ntext\n"


@at_size(3000)
def md_keys_in_front_matter(n):
    return "---\n" + times("key#: value\n", n) + "---\ntext\n"


@at_size(20000)
def md_brackets_in_front_matter(n):
    return "---\na: " + "[" * n + "\n---\ntext\n"


@at_size(200000)
def md_front_matter_without_an_end(n):
    return "---\n" + "a: b\n" * n
