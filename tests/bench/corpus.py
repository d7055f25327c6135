# SPDX-License-Identifier: ISC
"""Documents to measure with: always the same, of about the size asked for."""
import random

WORDS = ("the of a to gut health is that it and bean fibre microbe with some "
         "evidence people study may eat week skin among different kinds small "
         "large bacteria produce acids which in turn feed cells").split()

SCRIPT = ("!function(e,t){var n=e.createElement(t);n.async=1;n.src='https://"
          "example.org/a.js?v='+(new Date).getTime();if(n.src<3&&t>'')"
          "e.body.appendChild(n)}(document,'script');")
STYLE = (".card{display:flex;margin:0 auto;padding:1rem}.card>a:hover{color:"
         "#036;text-decoration:underline}@media(max-width:600px){.card{"
         "display:block}}")


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(6, 24))]
    words[rng.randrange(len(words))] = rng.choice(
        ["*marked*", "**strong**", "`code`", "[a link](https://example.org/x)"])
    return " ".join(words).capitalize() + "."


def section(rng, number):
    parts = [f"## Section {number}\n"]
    for _ in range(rng.randint(2, 4)):
        parts.append(" ".join(sentence(rng) for _ in range(rng.randint(2, 6))))
        parts.append("")
    parts += [f"- {sentence(rng)}" for _ in range(5)] + [""]
    if number % 3 == 0:
        parts += ["| one | two | three |", "|---|:-:|--:|"]
        parts += [f"| {rng.choice(WORDS)} | {sentence(rng)} | {row} |"
                  for row in range(6)] + [""]
    if number % 4 == 0:
        parts += ["```c", "int main(void)", "{", "    return 0;", "}", "```", ""]
    return "\n".join(parts)


def manual(size):
    """Returns Markdown: prose, lists, tables and code as in a manual."""
    rng = random.Random(1)
    parts, length = ["# A generated manual\n"], 0
    while length < size:
        parts.append(section(rng, len(parts)))
        length += len(parts[-1])
    return "\n".join(parts)


def paragraph(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(30, 90))]
    words[3] = f'<a href="/posts/{rng.randrange(1000)}">{words[3]}</a>'
    words[7] = f"<em>{words[7]}</em>,"
    return f'<p class="post-text">{" ".join(words)}.</p>'


def card(rng):
    number = rng.randrange(1000)
    title = " ".join(rng.choice(WORDS) for _ in range(6))
    return (f'<div class="card card--small" data-id="{number}"><a class="link" '
            f'href="https://example.org/posts/{number}?from=list"><img src="/i/'
            f'{number}.jpg" alt="" width="320" height="180" loading="lazy">'
            f'<span class="card__title">{title}</span></a></div>')


def page(size):
    """Returns a page of the web: an article of a third, and what sites put
    around it: a quarter scripts and style sheets, menus, cards, a footer."""
    rng = random.Random(2)

    def fill(share, make):
        parts, length = [], 0
        while length < size * share:
            parts.append(make())
            length += len(parts[-1])
        return "\n".join(parts)

    def item():
        return (f'<li class="menu-item menu-item-{rng.randrange(99)}"><a href='
                f'"/{rng.choice(WORDS)}">{rng.choice(WORDS)}</a></li>')
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A generated page</title>
<script>{fill(0.15, lambda: SCRIPT)}</script>
<style>{fill(0.1, lambda: STYLE)}</style></head>
<body class="post single"><header><nav><ul>
{fill(0.1, item)}
</ul></nav></header><main><article><h1>A generated page</h1>
{fill(0.35, lambda: paragraph(rng))}
</article><aside class="related">
{fill(0.25, lambda: card(rng))}
</aside></main><footer><ul>
{fill(0.05, item)}
</ul></footer></body></html>
"""
