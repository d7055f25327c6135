#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Write the tables of src/parse/legacy.c, from Python's codecs.

    src/parse/legacy.py OUTPUT

The build runs this. Where a codec and the WHATWG Encoding standard differ in
single bytes, the standard is followed.
"""
import sys

# The names that src/parse/label.c uses, with Python's.
SINGLE = {
    "WINDOWS-1252": "cp1252", "ISO-8859-2": "iso8859-2",
    "ISO-8859-3": "iso8859-3", "ISO-8859-4": "iso8859-4",
    "ISO-8859-5": "iso8859-5", "ISO-8859-6": "iso8859-6",
    "ISO-8859-7": "iso8859-7", "ISO-8859-8": "iso8859-8",
    "ISO-8859-10": "iso8859-10", "ISO-8859-13": "iso8859-13",
    "ISO-8859-14": "iso8859-14", "ISO-8859-15": "iso8859-15",
    "ISO-8859-16": "iso8859-16", "IBM866": "cp866", "KOI8-R": "koi8-r",
    "KOI8-U": "koi8-u", "MACINTOSH": "mac-roman",
    "MAC-CYRILLIC": "mac-cyrillic", "CP874": "cp874", "CP1250": "cp1250",
    "CP1251": "cp1251", "CP1253": "cp1253", "CP1254": "cp1254",
    "CP1255": "cp1255", "CP1256": "cp1256", "CP1257": "cp1257",
    "CP1258": "cp1258",
}
DOUBLE = {"GB18030": "gb18030", "BIG5-HKSCS": "big5hkscs", "CP932": "cp932",
          "CP949": "cp949"}

# Characters that the standard has and the codecs have not, or only for private
# use (GB 18030-2022, HKSCS-2008): where they begin, and those from there on.
NEWER = {
    "GB18030": {
        0xA6D9: "︐︒︑︓︔︕︖", 0xA6EC: "︗︘", 0xA6F3: "︙", 0xA8BC: "ḿ",
        0xFE51: "𠂇𠂉𠃌", 0xFE59: "龴", 0xFE61: "龵", 0xFE66: "龶龷",
        0xFE6C: "𡗗龸", 0xFE76: "𢦏", 0xFE7E: "龹", 0xFE90: "龺𤇾",
        0xFEA0: "龻"},
    "BIG5-HKSCS": {
        0x877A: "㡵𡵓𣚞𦀡㻬",
        0x87A1: "𥣞㫵竼龗𤅡𨤍𣇪𠪊𣉞䌊蒄龖鐯䤰蘓墖靊鈘秐稲晠権袝瑌篅枂稬剏"
                "遆㓦珄𥶹瓆鿇垳䤯呌䄱𣚎堘穲𧭥讏䚮𦺈䆁𥶙箮𢒼鿈𢓁𢓉𢓌鿉蔄𣖻"
                "䂴鿊䓡𪷿拁灮鿋"},
}

# What of JIS X 0212 is wide in the standard.
WIDE = {ord("~"): ord("～"), ord("¦"): ord("￤")}

PAIR = 1 << 31  # an entry of two code points: the second is in bits 16 to 30


def decode(codec, *numbers):
    """Returns what the bytes mean as a number for a table, 0 for nothing."""
    try:
        text = bytes(numbers).decode(codec)
    except UnicodeDecodeError:
        return 0
    if len(text) == 2:
        return PAIR | ord(text[1]) << 16 | ord(text[0])
    return ord(text) if len(text) == 1 else 0


def pairs(name):
    """Returns what the table of pairs of a charset is called."""
    return "pairs_" + name.lower().replace("-", "_")


def table(out, kind, name, numbers):
    out.write(f"static const {kind} {name}[] = {{\n")
    numbers = list(numbers)
    for start in range(0, len(numbers), 16):
        row = ",".join(map(str, numbers[start:start + 16]))
        out.write(f"{row},\n")
    out.write("};\n")


def ranges(out):
    """Writes where runs of four-byte GB18030 begin: place, code point."""
    rows, last = [], None
    for place in range(39420):
        rest, fourth = divmod(place, 10)
        rest, third = divmod(rest, 126)
        first, second = divmod(rest, 10)
        point = decode("gb18030", first + 0x81, second + 0x30, third + 0x81,
                       fourth + 0x30)
        if last is None or point != last + 1:
            rows.append((place, point))
        last = point
    table(out, "uint16_t", "gb18030_places", (place for place, _ in rows))
    table(out, "uint16_t", "gb18030_points", (point for _, point in rows))


def japanese(out):
    """Writes JIS X 0208, with what Windows adds, and JIS X 0212."""
    def shifted(row, cell):
        lead = row // 2 + (0x81 if row < 62 else 0xC1)
        trail = cell + (0x9F if row % 2 else 0x40 if cell < 63 else 0x41)
        return decode("cp932", lead, trail)
    pairs = [(row, cell) for row in range(94) for cell in range(94)]
    table(out, "uint16_t", "jis0208", (shifted(*pair) for pair in pairs))
    table(out, "uint16_t", "jis0212",
          (WIDE.get(point, point) for point in (
              decode("euc_jp", 0x8F, row + 0xA1, cell + 0xA1)
              for row, cell in pairs)))


def main():
    with open(sys.argv[1], "w", encoding="ascii") as out:
        high = range(0x80, 0x100)
        names = {**SINGLE, **DOUBLE}
        for number, codec in enumerate(names.values()):
            table(out, "uint16_t", f"single_{number}",
                  (decode(codec, byte) for byte in high))
        for name, codec in DOUBLE.items():
            newer = {start + i: ord(text)
                     for start, texts in NEWER.get(name, {}).items()
                     for i, text in enumerate(texts)}
            table(out, "uint32_t", pairs(name),
                  (0 if decode(codec, lead) else newer.get(
                      lead << 8 | trail, decode(codec, lead, trail))
                   for lead in range(0x81, 0xFF)
                   for trail in range(0x40, 0xFF)))
        ranges(out)
        japanese(out)
        out.write("static const struct charset_row rows[] = {\n")
        for number, name in enumerate(names):
            pointer = pairs(name) if name in DOUBLE else "NULL"
            out.write(f'{{"{name}", single_{number}, {pointer}}},\n')
        out.write("};\n")


if __name__ == "__main__":
    main()
