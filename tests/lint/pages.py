# SPDX-License-Identifier: ISC
"""Lists for the man pages, in mdoc, and the example of a config file."""
import re
import textwrap

import tables

MODIFIERS = {"C-": "Ctrl-", "A-": "Alt-", "S-": "Shift-"}
CHARACTERS = {"lt": "<", "Semicolon": ";"}
SPECIAL = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "^": r"\(ha", "~": r"\(ti",
           '"': r"\(dq", "`": r"\(ga"}


def plain(text):
    """Returns text as roff prints it: no character of it means anything."""
    text = "".join(SPECIAL.get(char, char) for char in text)
    return rf"\&{text}" if text[:1] in (".", "'") else text


def word(text):
    """Returns text as one argument of a macro that is no macro itself."""
    return r"\&" + plain(text)


def sentences(text):
    """Returns lines of running text from a phrase of a table."""
    return [plain(line) for line in textwrap.wrap(
        text[:1].upper() + text[1:] + ".", 78, break_on_hyphens=False)]


def human(key):
    """Returns a key of the config file as people call it."""
    def name(match):
        text, front = match[1], ""
        while text[:2] in MODIFIERS and len(text) > 2:
            front, text = front + MODIFIERS[text[:2]], text[2:]
        text = CHARACTERS.get(text, text)
        return front + (text.upper() if "Ctrl-" in front else text)
    return re.sub(r"<([^>]+)>", name, key)


def limits(option):
    """Yields what there is to say about the value of an option."""
    if option.kind in ("NUMBER", "SIZE"):
        low, high = option.allowed.split("..")
        yield f"From {low} to {high}."
    if option.default():
        yield "The default is"
        yield f".Cm {word(option.default())} ."


def options(known):
    for title, rows in tables.groups(known.commands()):
        yield f".Ss {title}"
        yield ".Bl -tag -width Ds"
        for option in rows:
            value = plain(option.value())
            long = f"Fl \\-{plain(option.name)}"
            if value:
                long += f" Ns = Ns Ar {value}"
            letter = f"Fl {option.letter}" if option.letter else ""
            if letter and value:
                letter += f" Ar {value}"
            yield f".It {letter} , {long}" if letter else f".It {long}"
            yield from sentences(option.help)
            yield from limits(option)
        yield ".El"


def keys(known):
    for title, rows in tables.groups(known.actions):
        yield f".Ss {title}"
        yield ".Bl -tag -width Ds -compact"
        for action in rows:
            names = [word(human(key)) for key in action.keys.split()]
            if names:
                yield ".It Ic " + " , Ic ".join(names)
                yield from sentences(action.help)
        yield ".El"


def settings(known):
    yield ".Bl -tag -width Ds"
    for option in known.settings():
        yield f".It Cm {plain(option.name)} No = Ar {plain(option.value() or 'yes|no')}"
        yield from sentences(option.help)
        yield from limits(option)
    yield ".El"


def actions(known):
    for title, rows in tables.groups(known.actions):
        yield f".Ss {title}"
        yield ".Bl -tag -width Ds -compact"
        for action in rows:
            names = "".join(" " + word(key) for key in action.keys.split())
            yield f".It Cm {plain(action.name)} No ={names}"
            yield from sentences(action.help)
        yield ".El"


def less_keys(known):
    yield ".Bl -tag -width Ds -compact"
    for action in known.actions:
        if action.name in known.less:
            names = "".join(f" {word(key)}"
                            for key in known.less[action.name].split())
            yield f".It Cm {plain(action.name)} No ={names}"
            yield from sentences(action.help)
    yield ".El"


def named_keys(known):
    yield ".Bd -ragged -offset indent"
    names = [*known.keys, "Space", *CHARACTERS]
    for name in names:
        yield f".Cm <{plain(name)}>" + (" ," if name != names[-1] else "")
    yield ".Ed"


def example(known):
    yield "# An example of ~/.config/gutread/config: see gutread.conf(5)."
    yield "# Every line shows the default; take away its # to change it."
    yield ""
    yield "[gutread]"
    for option in known.settings():
        text = option.help
        allowed = "|".join(option.choices()) or option.allowed
        if option.kind != "LINE":
            text += f" ({allowed})"
        yield ""
        yield from textwrap.wrap(text, 80, initial_indent="# ",
                                 subsequent_indent="# ",
                                 break_on_hyphens=False)
        yield f"#{option.name} = {option.initial}".rstrip()
    yield ""
    yield "[keys]"
    for title, rows in tables.groups(known.actions):
        yield ""
        yield f"# {title}"
        for action in rows:
            yield ""
            yield f"# {action.help}"
            yield f"#{action.name} = {action.keys}".rstrip()
