/* SPDX-License-Identifier: ISC */
/*
 * Tests of JSON, through out/out.h.
 */
#include "draft.h"

#include <jansson.h>

static const struct out_opts json = {.format = OUT_JSON};

/*
 * Returns what is written of b, which is taken, as a value; it must be one
 * line.
 */
static json_t *
load(struct build *b, struct out_opts opts)
{
    char *got = draft_write(b, opts);
    json_error_t error;

    json_t *value = json_loads(got, JSON_REJECT_DUPLICATES, &error);
    if (!value)
        fail_msg("%s in %s", error.text, got);
    assert_ptr_equal(strchr(got, '\n'), got + strlen(got) - 1);
    free(got);
    return value;
}

/*
 * Compares value, which is taken, with a JSON text.
 */
static void
expect(json_t *value, const char *want)
{
    char *got = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);

    assert_string_equal(got, want);
    free(got);
    json_decref(value);
}

/*
 * Compares what stands in value under key with a JSON text.
 */
static void
expect_key(json_t *value, const char *key, const char *want)
{
    json_t *part = json_object_get(value, key);

    assert_non_null(part);
    expect(json_incref(part), want);
}

static void
test_json_of_nothing_has_all_keys_in_order(void **state)
{
    (void)state;

    draft_expect(build_new(), json, "nothing",
        "{\"title\":null,\"byline\":null,\"published\":null,\"modified\":null,"
        "\"site\":null,\"lang\":null,\"excerpt\":null,\"url\":null,\"words\":0,"
        "\"minutes\":1,\"type\":null,\"prev\":null,\"next\":null,\"toc\":[],"
        "\"faq\":[],\"links\":[],\"images\":[],\"text\":\"\"}\n");
}

static void
test_json_tells_what_the_article_says_of_itself(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_fact(b, FACT_TITLE, STR("A \"b\" \\ \xC3\xA9"));
    build_fact(b, FACT_PUBLISHED, STR("2025-07-05T10:00:00Z"));
    build_fact(b, FACT_TYPE, STR("html"));
    build_fact(b, FACT_PREV_URL, STR("b.md"));
    build_fact(b, FACT_NEXT_TITLE, STR("Next"));
    json_t *value = load(b, json);
    expect_key(value, "title", "\"A \\\"b\\\" \\\\ \xC3\xA9\"");
    expect_key(value, "published", "\"2025-07-05\"");
    expect_key(value, "type", "\"html\"");
    expect_key(value, "prev", "{\"title\":null,\"url\":\"b.md\"}");
    expect_key(value, "next", "{\"title\":\"Next\",\"url\":null}");
    json_decref(value);
}

static void
test_json_lists_the_contents(void **state)
{
    struct out_opts opts = json;
    (void)state;

    for (int i = 0; i < 2; i++) {
        struct build *b = build_new();
        draft_heading(b, 2, "One");
        draft_para(b, "two words");
        draft_heading(b, 3, "Deep{c|\nx}");
        draft_para(b, "word");
        json_t *value = load(b, opts);
        const char *want =
            "[{\"level\":2,\"number\":\"1\",\"title\":\"One\",\"id\":\"one\","
            "\"words\":5},{\"level\":3,\"number\":\"1.1\","
            "\"title\":\"Deep x\",\"id\":\"deep-x\",\"words\":1}]";
        if (opts.part == OUT_WHOLE)
            expect_key(value, "toc", want);
        else
            expect(json_incref(value), want);
        json_decref(value);
        opts.part = OUT_CONTENTS;
    }
}

static void
test_json_lists_links_that_lead_out_once(void **state)
{
    struct build *b = build_new();
    struct span_style here = SPAN_PLAIN;
    (void)state;

    here.link = build_link(b, STR("#here"));
    draft_para(b, "{l|a }{ls|b\xC2\xAD"
                  "c} {L|d}{l|again}");
    build_open(b, BLOCK_PARA);
    build_text(b, STR("not out"), here);
    build_close(b);
    draft_para(b, "{lI|pic}");
    json_t *value = load(b, json);
    expect_key(value, "links",
        "[{\"text\":\"a bc\",\"url\":\"http://a.org/\"},"
        "{\"text\":\"d\",\"url\":\"b.md\"}]");
    json_decref(value);
}

static void
test_json_lists_images_with_the_captions_of_their_figures(void **state)
{
    struct build *b = build_new();
    struct span_style lost = {ROLE_IMAGE, LINK_NONE, LINK_NONE};
    (void)state;

    build_open(b, BLOCK_FIGURE);
    build_open(b, BLOCK_QUOTE);
    draft_para(b, "{I|one}");
    build_close(b);
    draft_leaf(b, BLOCK_CAPTION, "Cap {e|tion}");
    build_close(b);
    draft_para(b, "{I|two}");
    build_open(b, BLOCK_PARA);
    build_text(b, STR("three"), lost);
    build_close(b);
    json_t *value = load(b, json);
    expect_key(value, "images",
        "[{\"alt\":\"one\",\"url\":\"c.png\",\"caption\":\"Cap tion\"},"
        "{\"alt\":\"two\",\"url\":\"c.png\",\"caption\":null},"
        "{\"alt\":\"three\",\"url\":null,\"caption\":null}]");
    json_decref(value);
}

/*
 * Returns an article with questions, one in details that are in a list.
 */
static struct build *
build_questions(void)
{
    struct build *b = build_new();

    build_mark(b, draft_heading(b, 2, "One?"), BLOCK_IS_QUESTION);
    draft_para(b, "first");
    build_open(b, BLOCK_LIST);
    build_open(b, BLOCK_ITEM);
    build_open(b, BLOCK_DETAILS);
    build_mark(b, draft_leaf(b, BLOCK_SUMMARY, "Two?"), BLOCK_IS_QUESTION);
    draft_para(b, "second");
    draft_leaf(b, BLOCK_CODE, "  code");
    build_close(b);
    build_close(b);
    build_close(b);
    build_mark(b, draft_heading(b, 2, "Three?"), BLOCK_IS_QUESTION);
    return b;
}

static void
test_json_lists_questions_with_plain_answers(void **state)
{
    struct out_opts opts = json;
    (void)state;

    opts.part = OUT_QUESTIONS;
    json_t *value = load(build_questions(), opts);
    assert_int_equal(json_array_size(value), 3);
    json_t *first = json_object_get(json_array_get(value, 0), "answer");
    assert_true(str_starts(str_of(json_string_value(first)), STR("first\n")));
    json_t *second = json_object_get(json_array_get(value, 1), "answer");
    assert_true(str_starts(str_of(json_string_value(second)), STR("second\n")));
    assert_non_null(strstr(json_string_value(second), "code"));
    expect(json_incref(json_array_get(value, 2)),
        "{\"question\":\"Three?\",\"answer\":\"\"}");
    json_decref(value);
}

static void
test_json_text_is_what_the_text_format_prints(void **state)
{
    struct out_opts text = {.format = OUT_TEXT, .is_body = true};
    struct out_opts whole = {.format = OUT_JSON,
        .cols = 10,
        .is_collapsed = true,
        .links = LAYOUT_LINKS_END};
    (void)state;

    for (int i = 0; i < 2; i++) {
        char *want = draft_write(build_questions(), text);
        json_t *value = load(build_questions(), whole);
        assert_string_equal(
            json_string_value(json_object_get(value, "text")), want);
        json_decref(value);
        free(want);
        text.section = whole.section = STR("Two?");
    }
}

static void
test_json_of_a_section_has_only_what_is_in_it(void **state)
{
    struct out_opts opts = json;
    struct build *b = build_new();
    (void)state;

    opts.section = STR("Two");
    build_fact(b, FACT_TITLE, STR("Title"));
    draft_heading(b, 2, "One");
    draft_para(b, "{l|a} {I|b}");
    draft_heading(b, 2, "Two");
    draft_para(b, "{L|c}");
    json_t *value = load(b, opts);
    expect_key(value, "title", "\"Title\"");
    expect_key(value, "words", "2");
    expect_key(value, "links", "[{\"text\":\"c\",\"url\":\"b.md\"}]");
    expect_key(value, "images", "[]");
    assert_int_equal(json_array_size(json_object_get(value, "toc")), 1);
    json_decref(value);
}

/*
 * Returns an article with all kinds of text and blocks, by chance.
 */
static struct build *
build_by_chance(uint32_t seed)
{
    static const char *const texts[] = {"a", "\"", "\\", "{s|\xC3\xA9}",
        "{l|\xE2\x80\xA8}", "{c|</script>}", "\x01\x7F\xC2\x85",
        "\xF0\x9F\x8E\x89", "\xFF", "{I|\xEF\xBB\xBFx}", "\n", "{n|1}"};
    struct build *b = build_new();

    for (int i = 0; i < 12; i++) {
        seed = seed * 1103515245 + 12345;
        const char *text = texts[seed >> 16 & 7];
        switch (seed >> 24 & 3) {
        case 0:
            build_mark(b, draft_heading(b, 1 + (seed >> 20 & 3), text),
                BLOCK_IS_QUESTION);
            break;
        case 1:
            draft_leaf(b, BLOCK_CODE, text);
            break;
        default:
            draft_para(b, text);
            break;
        }
    }
    return b;
}

static void
test_json_is_valid_whatever_the_article_holds(void **state)
{
    (void)state;

    for (uint32_t seed = 0; seed < 100; seed++)
        for (int part = OUT_WHOLE; part <= OUT_QUESTIONS; part++) {
            struct out_opts opts = json;
            opts.part = (enum out_part)part;
            json_decref(load(build_by_chance(seed), opts));
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_of_nothing_has_all_keys_in_order),
        cmocka_unit_test(test_json_tells_what_the_article_says_of_itself),
        cmocka_unit_test(test_json_lists_the_contents),
        cmocka_unit_test(test_json_lists_links_that_lead_out_once),
        cmocka_unit_test(
            test_json_lists_images_with_the_captions_of_their_figures),
        cmocka_unit_test(test_json_lists_questions_with_plain_answers),
        cmocka_unit_test(test_json_text_is_what_the_text_format_prints),
        cmocka_unit_test(test_json_of_a_section_has_only_what_is_in_it),
        cmocka_unit_test(test_json_is_valid_whatever_the_article_holds),
    };

    return cmocka_run_group_tests(tests, draft_start, NULL);
}
