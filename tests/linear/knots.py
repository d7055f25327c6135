# SPDX-License-Identifier: ISC
"""Attacks on what cmark and the other libraries do with Markdown: what is opened
and never closed, and what is looked for again and again; see attacks.py."""
from attacks import at_size, times


# Openers of raw HTML, each of which looks for its end

@at_size(30000)
def md_sections_of_data_never_closed(n):
    return "a <![CDATA[ " * n


@at_size(50000)
def md_instructions_never_closed(n):
    return "a <? " * n


@at_size(50000)
def md_declarations_never_closed(n):
    return "a <!A " * n


@at_size(50000)
def md_comments_in_comments(n):
    return "</ <!-- " * n


@at_size(50000)
def md_attributes_never_closed(n):
    return "a <b c='d " * n


@at_size(30000)
def md_sections_of_data_on_lines(n):
    return "<![CDATA[\n" * n


@at_size(30000)
def md_autolinks_never_closed(n):
    return "a <http://b " * n


# Openers of spans

@at_size(50000)
def md_links_with_angles_never_closed(n):
    return "[a](<b" * n


@at_size(50000)
def md_titles_never_closed(n):
    return '[a](b "c ' * n


@at_size(50000)
def md_closing_brackets(n):
    return "a]" * n


@at_size(50000)
def md_images_of_brackets(n):
    return "![[]()" * n


@at_size(50000)
def md_brackets_and_parentheses(n):
    return "[ (](" * n


@at_size(20000)
def md_emphasis_in_links(n):
    return "**x [a*b**c*](d) " * n


@at_size(50000)
def md_strokes(n):
    return "a~~b ~c " * n


@at_size(50000)
def md_strokes_never_closed(n):
    return "~~a ~b " * n


@at_size(50000)
def md_underscores(n):
    return "_" * n + "a"


@at_size(50000)
def md_stars_of_all_lengths(n):
    return "".join("a" + "*" * i for i in range(int((2 * n) ** 0.5)))


@at_size(50000)
def md_emphasis_of_three(n):
    return "a***b* c** " * n


@at_size(100000)
def md_at_signs(n):
    return "a@" * n


@at_size(50000)
def md_colons(n):
    return "http:" * n


@at_size(50000)
def md_points(n):
    return "www." * n


@at_size(50000)
def md_parentheses_in_addresses(n):
    return "www.a.b/" + "(" * n + ")" * n


@at_size(50000)
def md_entities_in_addresses(n):
    return "www.a.b/" + "&a;" * n


# Blocks

@at_size(20000)
def md_row_with_many_cells(n):
    return "|a|b|\n|-|-|\n" + "|c" * n + "\n"


@at_size(10000)
def md_heads_of_no_table(n):
    return "|a|b|\n|-|\n" * n


@at_size(10000)
def md_table_of_short_rows(n):
    return "|" + "a|" * 900 + "\n|" + "-|" * 900 + "\n" + "|\n" * n


@at_size(10000)
def md_tables_of_one_row(n):
    return "|a|\n|-|\n|b|\n\n" * n


@at_size(10000)
def md_table_with_escapes(n):
    return "|a|\n|-|\n" + "|" + "\\|" * n + "\n"


@at_size(1000)
def md_table_of_empty_cells(n):
    return "|" + "a|" * n + "\n|" + "-|" * n + "\n" + "|\n" * n


@at_size(20000)
def md_definitions_never_closed(n):
    return "[a]: <b\n" * n


@at_size(20000)
def md_definitions_of_one_name(n):
    return "[a]: /b\n" * n + "\n[a]\n"


@at_size(20000)
def md_definitions_in_quotes(n):
    return "> [a]: /b\n" * n


@at_size(20000)
def md_definition_of_a_long_name(n):
    return "[" + "a" * n + "]: /b\n\n" + "[" + "a" * n + "]\n"


@at_size(20000)
def md_notes_in_notes(n):
    return times("[^#]: a [^#]\n", n)


@at_size(20000)
def md_quotes_that_end(n):
    return "> a\nb\n\n" * n


@at_size(20000)
def md_lazy_lines_in_quotes(n):
    return ">" * n + " a\n" + "b\n" * n


@at_size(20000)
def md_words_in_lists(n):
    return "- " * n + "a *b* `c` " * n


@at_size(2000)
def md_empty_lines_in_lists(n):
    return "- " * n + "a\n" + "\n" * n


@at_size(2000)
def md_lists_that_step(n):
    return "".join("  " * (i % 100) + "- a\n" for i in range(n))


@at_size(20000)
def md_fences_never_closed(n):
    return "```a\n~~~b\n" * n


@at_size(20000)
def md_rules(n):
    return "a\n-\n***\n" * n


@at_size(20000)
def md_tasks(n):
    return "- [ ] a\n- [x] b\n" * n


@at_size(1000)
def md_nesting_that_is_left(n):
    return (">" * 100 + " a\n\n") * n


# Front matter

@at_size(3000)
def md_anchors_in_front_matter(n):
    return ("---\na0: &a0 [x]\n" + "".join(
        f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, n)) +
        "---\ntext\n")


@at_size(1500)
def md_lines_in_front_matter(n):
    return "---\na: |\n" + "  b\n" * n + "---\ntext\n"
