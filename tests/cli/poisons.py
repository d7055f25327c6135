# SPDX-License-Identifier: ISC
"""What a stranger writes to act on a terminal, to hide something or to turn text
around, as it is and as the formats write it, for the cases of hostile.py.
"""
import json
import re

POISONS = [
    # what terminals obey
    "\x1b[31mred", "\x1b]0;evil\x07", "\x1b]52;c;ZXZpbA==\x1b\\", "\x1b[21t",
    "\x1bP$qm\x1b\\", "\x1bc", "\x1b", "\x1b[", "\x1b]8;;file:///etc\x1b\\x",
    "\x9b31mred", "\x9d0;evil\x9c", "\x90x\x9c", "\x85next", "\x8e", "\x84",
    "a\bb", "a\rb", "bell\x07", "\x0e\x0f", "\x0c\x0b", "\x7f", "\x05",
    "\x1b\x1b[[31m", "\x1b\u200b[31m", "\x1b\u00ad]0;evil\x07",
    # what turns text around
    "\u202egpj.exe", "\u202dx", "\u202ax", "\u202bx\u202d", "\u2066x",
    "\u2067x\u2068y", "\u2069", "\u202c",
    # what is not seen
    "a\U000e0041\U000e0042\U000e007f", "\ufeffx", "\ufff9a\ufffab\ufffb",
    "a\u2061b\u2064", "\u206ax\u206f", "\u3164\uffa0", "a\u180e\u180e",
    "a" + "".join(map(chr, range(0xe0100, 0xe0180))), "\u17b4", "\U0001d173",
    "a" + "\u200b" * 40, "a" + "\u0300" * 40, "a" + "\u200d" * 40,
    # what is no character
    "\ufffe", "\uffff", "\ufdd0", "\U0001ffff", "\U0010fffe",
    # what ends a line
    "\u2028x", "\u2029x",
]

# What is not even UTF-8: overlong forms, surrogates, what is too large, and
# controls as windows-1252 or a terminal of 8 bits has them.
BROKEN = [b"\xc0\x9b31m", b"\xe0\x80\x9b[31m", b"\xc1\xbf", b"\xed\xa0\x9b",
          b"\xed\xa0\xbd\xed\xb8\x80", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80",
          b"\x9b31m", b"\x9d0;evil\x9c", b"\xff\xfe", b"\xe2\x80", b"\xc2"]

ALL = [poison.encode() for poison in POISONS] + BROKEN


def filled(template, poisons):
    """Returns the template once for each poison, at its @."""
    return b"\n\n".join(template.encode().replace(b"@", poison)
                        for poison in poisons)


def some(poisons, size=60):
    """Yields the poisons several at a time: no more than a message has room
    for."""
    held = b""
    for poison in poisons:
        if held and len(held) + len(poison) > size:
            yield held
            held = b""
        held += poison
    yield held


def with_ways(shell, poisons, ways):
    """Yields all poisons with all ways to write them, which have an @ for them.
    Under sanitizers none is left out, but each meets some of the others only."""
    poisons = list(poisons)
    for turn, poison in enumerate(poisons):
        for number, way in enumerate(ways):
            if not shell.is_brief or (
                    number % len(poisons) == turn % len(ways)):
                yield poison, [word.replace(b"@", poison) for word in way]


def entities(poison):
    return "".join(f"&#{ord(char)};" if number % 2 else f"&#x{ord(char):x};"
                   for number, char in enumerate(poison)).encode()


def escapes(poison):
    """Returns the poison as JSON and YAML write what is not ASCII."""
    return json.dumps(poison)[1:-1].encode()


ENTITIES = [entities(poison) for poison in POISONS] + [
    b"&#27;[31m", b"&#x9b;31m", b"&#155;31m", b"&Tab;&NewLine;", b"&#x202E;x",
    b"&#xD800;", b"&#x110000;", b"&#0;", b"&zwj;&zwj;&zwnj;&ZeroWidthSpace;",
    b"\x1b&#91;31m", b"&#27&#91;31m", b"&shy;" * 9, b"&lrm;&rlm;&lrm;"]
ESCAPED = [escapes(poison) for poison in POISONS] + [
    b"\\u001b[31m", b"\\ud800", b"\\udc00\\ud800", b"\\u0000", b"\\u009b31m"]
ONE_LINE = [poison for poison in ALL
            if not re.search(rb"[\r\n\f\v]|\x85|\xe2\x80[\xa8\xa9]", poison)]
