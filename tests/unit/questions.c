/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/questions.h and parse/phrases.h: what is asked in an FAQ.
 */
#include "parse/questions.h"

#include "base/utf8.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct parse_opts markdown = {.type = SNIFF_MARKDOWN};

/*
 * Returns the texts of all questions of text, parted by '|', owned.
 */
static char *
questions_of(const char *text)
{
    struct article *a = reading_of(text, &markdown);
    struct buf out = {0};

    for (block_ix b = 1; b < a->n_blocks; b++) {
        if (!(a->blocks[b].marks & BLOCK_IS_QUESTION))
            continue;
        if (out.len > 0)
            buf_add_char(&out, '|');
        buf_add_str(&out, article_text(a, b));
    }
    article_free(a);
    return buf_take(&out);
}

static void
test_questions_are_found_however_they_are_set(void **state)
{
    static const struct {
        const char *name, *text, *want;
    } cases[] = {
        {"headings", "p\n## FAQ\n### a?\nb\n### c\nd\n## e?\nf", "a?|c"},
        {"deep headings", "p\n## FAQ\n#### a?\nb\n##### c?\nd", "a?"},
        {"headings in groups",
            "p\n## FAQ\n### A\n#### b?\nc\n#### d?\ne\n### F\n#### g?\nh",
            "b?|d?|g?"},
        {"bold in groups",
            "p\n## FAQ\n### A\n**b?**\n\nc\n\n**d?**\n\ne\n### F\n**g?**\n\nh",
            "b?|d?|g?"},
        {"bold paragraphs", "p\n## FAQ\n**a?**\n\nb\n\n**c?**\n\nd\n\n- e",
            "a?|c?"},
        {"bold without marks", "p\n## FAQ\n**a**\n\nb\n\n**c**\n\nd", "a|c"},
        {"bold with a colon outside", "p\n## FAQ\n**a**:\n\nb\n\n**c**:\n\nd",
            "a:|c:"},
        {"a bold line that asks nothing", "p\n## FAQ\n**a**\n\nb", ""},
        {"bold in items", "p\n## FAQ\n1. **a?**\n\n   b\n\n2. **c?**\n\n   d",
            "a?|c?"},
        {"bold before the answer",
            "p\n## FAQ\n**a?** b\n\n**c?**<br>d\n\n- **e?**\n  f", "a?|c?|e?"},
        {"bold that asks nothing", "p\n## FAQ\n**a** b\n\n**c** d", ""},
        {"letters", "p\n## FAQ\nQ: a\n\nA: b\n\nQ2. c\n\nA: d", "Q: a|Q2. c"},
        {"terms", "p\n## FAQ\n<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a|c"},
        {"details",
            "p\n## FAQ\n<details><summary>a</summary>b</details>\n"
            "<details><summary>c?</summary>d</details>",
            "a|c?"},
        {"all in details",
            "<details><summary>FAQ</summary>\n\n### a?\n\nb\n\n</details>",
            "a?"},
        {"announced by a bold line", "p\n\n**FAQ**\n\n**a?**\n\nb", "a?"},
        {"without answer", "p\n## FAQ\n### a?\n### b?\nc", "b?"},
        {"the title", "# FAQ\np\n## a?\nb\n## c\nd", "a?"},
        {"a title in front matter", "---\ntitle: X: FAQ\n---\n", ""},
        {"the title of front matter",
            "---\ntitle: \"X: FAQ\"\n---\n## a?\nb\n## c?\nd", "a?|c?"},
        {"the title, and groups", "# X FAQ\n## A\n### b?\nc\n## D\n### e?\nf",
            "b?|e?"},
        {"more than one FAQ",
            "p\n## FAQ\n### a?\nb\n## c\n### d?\n## FAQ 2\n### e?\nf", "a?|e?"},
        {"no FAQ", "p\n## What?\n### a?\nb", ""},
        {"about something", "p\n## FAQ about x\n### a?\nb", "a?"},
        {"not an FAQ", "p\n## Common questions we skip\n### a\nb", ""},
        {"other marks",
            "p\n## FAQ\n**a\uFF1F**\n\nb\n\n**\u201Cc?\u201D**\n\nd",
            "a\uFF1F|\u201Cc?\u201D"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *got = questions_of(cases[i].text);
        if (strcmp(got, cases[i].want) != 0)
            fail_msg("%s: got '%s'", cases[i].name, got);
        free(got);
    }
}

static void
test_questions_are_parted_from_their_answers(void **state)
{
    static const struct reading cases[] = {
        {"blanks", "p\n## FAQ\n**a?** b *c*",
            "para(p) heading2#faq(FAQ) para+question(strong{a?}) "
            "para(b em{c})"},
        {"a break", "p\n## FAQ\n***a* b?**\\\n*c*",
            "para(p) heading2#faq(FAQ) para+question(em|strong{a}strong{ b?}) "
            "para(em{c})"},
        {"in an item", "p\n## FAQ\n- **a?** b\n- **c?** d",
            "para(p) heading2#faq(FAQ) list(item(para+question(strong{a?}) "
            "para(b)) item(para+question(strong{c?}) para(d)))"},
    };
    (void)state;
    READING_CHECK(cases, &markdown);
}

static void
test_questions_are_announced_in_many_languages(void **state)
{
    static const char *const titles[] = {
        "FAQ",
        "FAQs",
        "7. FAQ",
        "\u2753 F.A.Q.",
        "Frequently Asked Questions",
        "frequently-asked questions:",
        "FREQUENTLY ASKED QUESTIONS (FAQ)",
        "Questions & Answers",
        "Q&A",
        "Häufig gestellte Fragen",
        "Haufige Fragen",
        "Foire aux questions",
        "Questions fréquentes",
        "Preguntas frecuentes",
        "Domande frequenti",
        "Perguntas frequentes",
        "Veelgestelde vragen",
        "Najczęściej zadawane pytania",
        "Часто задаваемые вопросы",
        "ВОПРОСЫ И ОТВЕТЫ",
        "Vanliga frågor",
        "Ofte stillede spørgsmål",
        "Sıkça Sorulan Sorular",
        "SIKÇA SORULAN SORULAR",
        "Fragen & Antworten",
        "Часті запитання",
        "자주 하는 질문",
        "Často kladené otázky",
        "よくある質問",
        "常见问题",
        "常見問題解答",
        "자주 묻는 질문",
        "الأسئلة الشائعة",
    };
    (void)state;

    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        struct buf text = {0};
        buf_add_format(&text, "p\n\n## %s\n\n### a?\n\nb", titles[i]);
        char *got = questions_of(text.ptr);
        if (strcmp(got, "a?") != 0)
            fail_msg("%s: is not known", titles[i]);
        free(got);
        buf_done(&text);
    }
}

static void
test_phrases_tell_a_part_from_the_whole(void **state)
{
    struct phrases *p = phrases_new();
    (void)state;

    assert_int_equal(
        phrases_match(p, STR("Our FAQ"), PHRASES_QUESTIONS), PHRASES_PART);
    assert_int_equal(
        phrases_match(p, STR("faqs: x"), PHRASES_QUESTIONS), PHRASES_PART);
    assert_int_equal(
        phrases_match(p, STR(" 1) F.A.Q!"), PHRASES_QUESTIONS), PHRASES_WHOLE);
    assert_int_equal(
        phrases_match(p, STR("faqir"), PHRASES_QUESTIONS), PHRASES_NONE);
    assert_int_equal(
        phrases_match(p, STR("the faq of x"), PHRASES_QUESTIONS), PHRASES_NONE);
    assert_int_equal(
        phrases_match(p, STR("FAQ"), PHRASES_CONTENTS), PHRASES_NONE);
    assert_int_equal(
        phrases_match(p, STR("İçindekiler"), PHRASES_CONTENTS), PHRASES_WHOLE);
    assert_int_equal(phrases_match(p, STR(""), PHRASES_CONTENTS), PHRASES_NONE);
    assert_int_equal(
        phrases_match(p, STR("?!"), PHRASES_CONTENTS), PHRASES_NONE);
    phrases_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_questions_are_found_however_they_are_set),
        cmocka_unit_test(test_questions_are_parted_from_their_answers),
        cmocka_unit_test(test_questions_are_announced_in_many_languages),
        cmocka_unit_test(test_phrases_tell_a_part_from_the_whole),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
