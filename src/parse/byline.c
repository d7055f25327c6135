/* SPDX-License-Identifier: ISC */
/*
 * byline - the people in a line that names who wrote something
 *
 * A line is names between words: what stands before them ("Written by") is in
 * a list of a dozen languages, what stands after them begins with a separator,
 * a number, a date or what somebody does for a living.
 */
#include "byline.h"

#include "base/utf8.h"
#include "parse/date.h"

enum {
    MAX_BYLINE = 200, /* bytes; longer text is about more than names */
    MAX_NAME = 100,   /* of a line that only looks like names */
    MAX_NAME_WORDS = 8
};

/* Longer ones first where one begins like another. */
static const char *const announcements[] = {"written by", "posted by",
    "published by", "reported by", "created by", "story by", "article by",
    "authored by", "words by", "text by", "post by", "by", "authors", "author",
    "verfasst von", "geschrieben von", "von", "autorin", "autoren", "écrit par",
    "rédigé par", "publié par", "proposé par", "par", "auteurs", "auteur",
    "escrito por", "publicado por", "redactado por", "por", "autores", "autora",
    "autore", "autor", "scritto da", "pubblicato da", "a cura di", "di",
    "geschreven door", "door", "skriven av", "skrevet av", "av", "skrevet af",
    "af", "przez", "autorzy", "автор", "авторы", "作者", "著者", "執筆", "文",
    "글쓴이", "yazan", "yazar", "kirjoittanut"};

/* What else stands before names. */
static const char *const openings[] = {"last updated", "updated",
    "published on", "published", "posted on", "reviewed by", "//", "/"};

static const char *const separators[] = {" | ", "·", "•", " Published",
    " Updated", " Posted", " Last updated", " Last Updated", " Last Modified",
    " — ", " – ", " » ", " // ", " on "};

/* Words that end a line when a date was cut off it. */
static const char *const leftovers[] = {"on", "at", "am", "le", "el", "il",
    "op", "den", "updated", "published", "posted", "last", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "wed", "thu", "fri", "sat", "sun", "montag", "dienstag", "mittwoch",
    "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi",
    "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles",
    "jueves", "viernes", "sábado", "domingo"};

/* Words for what people are: behind a comma they are no names. */
static const char *const roles[] = {"editor", "writer", "reporter",
    "correspondent", "contributor", "columnist", "journalist", "author",
    "director", "manager", "producer", "analyst", "founder", "ceo", "staff",
    "redakteur", "redakteurin", "autor", "autorin", "korrespondent",
    "journaliste", "redactor", "redactora", "periodista", "giornalista"};

/* Small words between the capitals of names. */
static const char *const particles[] = {"and", "und", "et", "y", "e", "en",
    "och", "og", "i", "de", "du", "da", "do", "dos", "das", "del", "della",
    "di", "van", "von", "der", "den", "zu", "la", "le", "of", "the", "for",
    "al", "el", "bin", "ibn", "ten", "ter", "with"};

/* Names that programs put where nobody is named. */
static const char *const nobodies[] = {"admin", "administrator", "webmaster",
    "root", "author", "the author", "none", "null", "undefined", "unknown",
    "guest", "default", "n/a", "user", "anonymous", "name"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

void
byline_collapse(struct buf *out, struct str s)
{
    bool has_gap = false;

    for (size_t i = 0; i < s.len; i++) {
        bool is_hard =
            s.ptr[i] == '\xC2' && i + 1 < s.len && s.ptr[i + 1] == '\xA0';
        if ((unsigned char)s.ptr[i] <= ' ' || is_hard) {
            has_gap = true;
            i += is_hard;
            continue;
        }
        if (has_gap && out->len > 0)
            buf_add_char(out, ' ');
        has_gap = false;
        buf_add_char(out, s.ptr[i]);
    }
}

static bool
is_letter(char c)
{
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

static bool
is_one_of(struct str s, const char *const words[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(s, str_of(words[i])))
            return true;
    return false;
}

static struct str
skip_marks(struct str s)
{
    for (;;) {
        s = str_trim(s);
        if (s.len > 0 && strchr(":-,|/", s.ptr[0]))
            s = str_slice(s, 1, s.len);
        else if (str_starts(s, STR("\uFF1A")))
            s = str_slice(s, 3, s.len);
        else if (str_starts(s, STR("\u2022")))
            s = str_slice(s, 3, s.len);
        else
            return s;
    }
}

/*
 * Cuts the first of n words that s begins with off it. Words of Chinese need no
 * end.
 */
static bool
cut_start(struct str *s, const char *const words[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct str word = str_of(words[i]);
        bool is_chinese = (unsigned char)word.ptr[0] >= 0xE3;
        if (!str_starts_nocase(*s, word))
            continue;
        struct str rest = str_slice(*s, word.len, s->len);
        if (is_chinese ? rest.len > 0 && strchr(": ", rest.ptr[0]) == NULL &&
                             !str_starts(rest, STR("\uFF1A"))
                       : rest.len > 0 &&
                             (is_letter(rest.ptr[0]) || rest.ptr[0] == '\''))
            continue;
        *s = skip_marks(rest);
        return true;
    }
    return false;
}

bool
byline_is_announced(struct str text, struct str *out_rest)
{
    struct str s = skip_marks(text);

    if (!cut_start(&s, announcements, COUNT(announcements)))
        return false;
    *out_rest = s;
    return true;
}

static struct str
last_word(struct str s)
{
    size_t at = s.len;

    while (at > 0 && s.ptr[at - 1] != ' ')
        at--;
    return str_slice(s, at, s.len);
}

static struct str
trim_end(struct str s)
{
    static const struct str signs[] = {
        STR_INIT("\u00BB"), STR_INIT("\u00B7"), STR_INIT("\u2022")};
    bool is_cut = true;

    while (is_cut) {
        is_cut = false;
        while (s.len > 0 && strchr(" ,;:|-/(&", s.ptr[s.len - 1]))
            s.len--;
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (str_ends(s, signs[i])) {
                s.len -= signs[i].len;
                is_cut = true;
            }
    }
    return s;
}

/*
 * Returns s up to the date in it, or up to a number that is not part of a name.
 */
static struct str
cut_date(struct str s)
{
    struct buf day = {0};
    struct str date = {0};

    if (date_find(s, DATE_DAY_FIRST, &date, &day)) {
        size_t at = (size_t)(date.ptr - s.ptr);
        s = at > 0 ? str_slice(s, 0, at)
                   : skip_marks(str_slice(s, date.len, s.len));
    }
    buf_done(&day);
    for (size_t i = 0; i < s.len; i++) {
        bool is_name =
            i > 0 && (is_letter(s.ptr[i - 1]) ||
                         (s.ptr[i - 1] >= '0' && s.ptr[i - 1] <= '9'));
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9' && !is_name)
            s.len = i;
    }
    s = trim_end(s);
    while (is_one_of(last_word(s), leftovers, COUNT(leftovers)))
        s = trim_end(str_slice(s, 0, s.len - last_word(s).len));
    return s;
}

/*
 * Returns s up to what somebody is, which begins with a comma.
 */
static struct str
cut_role(struct str s)
{
    for (size_t from = 0; from < s.len;) {
        size_t comma = str_find(s, STR(", "), from);
        size_t end = str_find(s, STR(", "), comma + 1);
        if (comma == s.len)
            break;
        struct str part = str_slice(s, comma + 2, end), words = part, word;
        while ((word = str_next_word(&words)).len > 0)
            if (is_one_of(word, roles, COUNT(roles)))
                return str_slice(s, 0, comma);
        from = comma + 1;
    }
    return s;
}

/*
 * Returns s up to "for" and the paper that somebody wrote for.
 */
static struct str
cut_paper(struct str s)
{
    size_t at = str_find(s, STR(" for "), 0);

    return at < s.len && str_find(s, STR(" "), 0) < at ? str_slice(s, 0, at)
                                                       : s;
}

/*
 * Tells whether s, cleaned, can be names at all.
 */
static bool
is_somebody(struct str s)
{
    static const char *const codes[] = {
        "://", "www.", "{{", "}}", "<%", "${", "http:", "https:"};
    size_t n_letters = 0, n_dots = 0;

    if (s.len > MAX_BYLINE || is_one_of(s, nobodies, COUNT(nobodies)))
        return false;
    for (size_t i = 0; i < COUNT(codes); i++)
        if (str_find(s, str_of(codes[i]), 0) < s.len)
            return false;
    for (size_t i = 0; i < s.len; i++) {
        n_letters += is_letter(s.ptr[i]);
        n_dots += s.ptr[i] == '.' && i + 1 < s.len && is_letter(s.ptr[i + 1]);
    }
    bool is_one_word = str_find(s, STR(" "), 0) == s.len;
    return n_letters > 1 && !(is_one_word && n_dots > 1 && s.len > 12);
}

/*
 * Appends the names in one line.
 */
static void
add_line(struct buf *out, struct str s)
{
    s = skip_marks(s);
    while (cut_start(&s, announcements, COUNT(announcements)) ||
           cut_start(&s, openings, COUNT(openings)))
        ;
    s = cut_date(s);
    while (cut_start(&s, announcements, COUNT(announcements)) ||
           cut_start(&s, openings, COUNT(openings)))
        ;
    for (size_t i = 0; i < COUNT(separators); i++)
        s = str_slice(s, 0, str_find(s, str_of(separators[i]), 0));
    s = trim_end(cut_paper(cut_role(s)));
    if (is_somebody(s) && !is_one_of(s, announcements, COUNT(announcements)))
        buf_add_str(out, s);
}

/*
 * Appends the names in the first line of text that has some. is_strict: only
 * where they are announced, in that line or the one before.
 */
static void
add_lines(struct buf *out, struct str text, bool is_strict)
{
    size_t before = out->len;
    bool is_announced = false;

    while (text.len > 0 && out->len == before) {
        struct buf line = {0};
        struct str rest = {0};
        size_t end = str_find(text, STR("\n"), 0);
        byline_collapse(&line, str_slice(text, 0, end));
        bool is_start = byline_is_announced(buf_str(&line), &rest);
        if (!is_strict || is_announced || is_start)
            add_line(out, buf_str(&line));
        is_announced = line.len > 0 ? is_start : is_announced;
        buf_done(&line);
        text = str_slice(text, end + 1, text.len);
    }
}

void
byline_add(struct buf *out, struct str text)
{
    size_t before = out->len;

    add_lines(out, text, true);
    if (out->len == before)
        add_lines(out, text, false);
}

void
byline_add_value(struct buf *out, struct str value)
{
    struct buf line = {0};

    byline_collapse(&line, value);
    struct str s = skip_marks(buf_str(&line)), rest;
    size_t at = str_find(s, STR("@"), 0), open = str_find(s, STR("("), 0);
    if (at < open && open < s.len) /* "ann@reeds.example (Ann Lee)" */
        s = str_slice(s, open + 1, str_find(s, STR(")"), 0));
    while (byline_is_announced(s, &rest))
        s = rest;
    s = trim_end(s);
    if (is_somebody(s))
        buf_add_str(out, s);
    buf_done(&line);
}

bool
byline_is_name(struct str s)
{
    struct str words = s, word;
    size_t n = 0, n_capitals = 0;

    if (s.len > MAX_NAME)
        return false;
    /* A full stop behind a short word is that of "Dr." or "A." */
    for (size_t at = str_find(s, STR(". "), 0); at < s.len;
         at = str_find(s, STR(". "), at + 1))
        if (last_word(str_slice(s, 0, at)).len > 3)
            return false;
    for (size_t i = 0; i < s.len; i++)
        if (strchr("?!:;=<>{}", s.ptr[i]))
            return false;
    while ((word = str_next_word(&words)).len > 0) {
        bool is_capital = (unsigned char)word.ptr[0] >= 0x80 ||
                          (word.ptr[0] >= 'A' && word.ptr[0] <= 'Z');
        n++;
        n_capitals += is_capital;
        if (!is_capital && word.ptr[0] != '&' &&
            !is_one_of(word, particles, COUNT(particles)))
            return false;
    }
    return n > 0 && n <= MAX_NAME_WORDS && n_capitals > 0;
}
