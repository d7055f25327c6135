/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/lobby.h: the library on a canvas. What asks a person or says
 * something needs the screen, and is tested by its scripts.
 */
#include "ui/lobby.h"

#include "hall.h"
#include "seek.h"

#include "ui/view.h"

struct stage {
    struct hall *hall;
    struct seek *seek;
    struct view *view;
    struct desk_choice choice; /* made last; ids is not kept */
    int64_t chosen;
};

static void
note_open(void *user, const struct desk_choice *choice)
{
    struct stage *s = user;

    s->choice = *choice;
    s->chosen = choice->n_ids > 0 ? choice->ids[choice->place] : 0;
}

static void
begin(struct hall *h, struct stage *s)
{
    *s = (struct stage){.hall = h};
    hall_open(h);
    s->seek = seek_start(&h->loop, h->attic->path, 0);
    const struct desk desk = {
        .theme = theme_default(),
        .memory = h->memory,
        .bundled = h->bundled,
        .seek = s->seek,
        .host = {.open = note_open, .user = s},
    };
    s->view = lobby_new(&desk);
}

static void
end(struct stage *s)
{
    s->view->ops->free(s->view);
    seek_cancel(s->seek);
}

/* Returns what the view shows, owned. */
static char *
look(struct stage *s, int cols, int rows)
{
    struct canvas c = {0};

    canvas_resize(&c, cols, rows);
    s->view->ops->draw(s->view, &c, (struct rect){0, 0, cols, rows});
    char *text = hall_text(&c);
    canvas_done(&c);
    return text;
}

static void
expect(struct stage *s, int cols, int rows, const char *want)
{
    char *got = look(s, cols, rows);

    assert_string_equal(got, want);
    free(got);
}

static void
expect_text(struct stage *s, const char *text, bool is_there)
{
    char *got = look(s, 60, 20);

    if ((strstr(got, text) != NULL) != is_there)
        fail_msg("'%s' is %s\n%s", text, is_there ? "missing" : "there", got);
    free(got);
}

static view_reaction
act(struct stage *s, enum action action)
{
    return s->view->ops->act(s->view, action, 0);
}

static void
type(struct stage *s, const char *text)
{
    for (; *text; text++)
        assert_true(
            s->view->ops->key(s->view, (unsigned char)*text) != VIEW_IGNORED);
    for (;;) {
        uv_run(&s->hall->loop, UV_RUN_ONCE);
        if (!seek_is_busy(s->seek))
            break;
    }
}

static void
test_lobby_shows_parts_and_opens_what_is_selected(void **state)
{
    struct hall *h = *state;
    struct stage s;
    int64_t one = attic_put(h->attic, "http://a.org/1", "Herons", "They wait.");
    int64_t two = attic_put(h->attic, "http://a.org/2", "Fish", "They do not.");

    attic_must(h->attic, library_read(h->attic->db, one, 1, &h->attic->err));
    attic_must(h->attic, library_read(h->attic->db, two, 2, &h->attic->err));
    begin(h, &s);
    expect(&s, 40, 10,
        " gutread\n"
        "\n"
        " Bundled  1\n"
        "   Welcome\n"
        "\n"
        " History  2\n"
        "   Fish                           1 min\n"
        "   Herons                         1 min\n"
        "\n"
        "\n");
    act(&s, ACTION_LINE_DOWN);
    act(&s, ACTION_LINE_DOWN);
    act(&s, ACTION_ENTER);
    assert_int_equal(s.chosen, one);
    /* What stands beside it in its list is next and previous. */
    assert_int_equal(s.choice.n_ids, 2);
    assert_int_equal(s.choice.place, 1);
    act(&s, ACTION_TOP);
    act(&s, ACTION_ENTER);
    assert_int_not_equal(s.choice.bundled, SHELF_NONE);
    end(&s);
}

static void
test_lobby_explains_itself_when_it_is_empty(void **state)
{
    struct stage s;

    begin(*state, &s);
    expect_text(&s, "Nothing was read yet", true);
    attic_put(s.hall->attic, "http://a.org/1", "Herons", "They wait.");
    attic_must(s.hall->attic,
        library_read(s.hall->attic->db, 1, 1, &s.hall->attic->err));
    shelf_note_title(s.hall->bundled, 0, STR("Hello"));
    expect_text(&s, "Nothing was read yet", false);
    expect_text(&s, "Herons", true);
    expect_text(&s, "Hello", true);
    end(&s);
}

static void
test_lobby_finds_titles_texts_and_what_is_bundled(void **state)
{
    struct hall *h = *state;
    struct stage s;
    int64_t id = attic_put(
        h->attic, "http://a.org/1", "Herons", "They wait for a careless fish.");

    begin(h, &s);
    act(&s, ACTION_FIND);
    type(&s, "w");
    expect_text(&s, "Welcome", true);
    type(&s, "ait care");
    expect_text(&s, "Welcome", false);
    expect_text(&s, "In the texts", true);
    expect_text(&s, "wait for a careless", true);
    act(&s, ACTION_ENTER);
    assert_int_equal(s.chosen, id);
    assert_true(s.choice.has_hit);
    type(&s, "x");
    expect_text(&s, "Nothing has all these words.", true);
    act(&s, ACTION_CLOSE);
    expect_text(&s, "Nothing has all these words.", false);
    end(&s);
}

static void
test_lobby_without_a_library_still_shows_what_is_bundled(void **state)
{
    struct hall *h = *state;
    struct stage s = {.hall = h};
    const struct desk desk = {
        .theme = theme_default(),
        .memory = (hall_open(h), h->memory),
        .bundled = h->bundled,
        .host = {.open = note_open, .user = &s},
    };

    s.view = lobby_new(&desk);
    act(&s, ACTION_FIND);
    assert_true(s.view->ops->key(s.view, 'w') != VIEW_IGNORED);
    expect_text(&s, "Welcome", true);
    s.view->ops->free(s.view);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_lobby_##name, hall_setup, hall_teardown)
    const struct CMUnitTest tests[] = {
        T(shows_parts_and_opens_what_is_selected),
        T(explains_itself_when_it_is_empty),
        T(finds_titles_texts_and_what_is_bundled),
        T(without_a_library_still_shows_what_is_bundled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
