/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/mathml.h: formulas without a source in words.
 */
#include "parse/html.h"

#include "base/utf8.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct parse_opts html = {
    .type = SNIFF_HTML,
    .is_full_page = true,
};

static void
test_mathml_puts_small_things_behind_a_sign(void **state)
{
    static const struct reading cases[] = {
        {"above", "<math><msup><mi>x</mi><mn>2</mn></msup></math>",
            "para(x^2)"},
        {"below",
            "<math><msub><mi>a</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></"
            "mrow></msub></math>",
            "para(a_(i+1))"},
        {"both",
            "<math><munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></"
            "mrow><mi>n</mi></munderover><msub><mi>a</mi><mi>k</mi></msub></"
            "math>",
            "para(∑_(k=1)^n a_k)"},
        {"an accent", "<math><mover><mi>x</mi><mo>˙</mo></mover></math>",
            "para(x\u0307)"},
        {"a word above",
            "<math><mover><mo>=</mo><mtext>def</mtext></mover></math>",
            "para(= ^def)"},
        {"a base in brackets",
            "<math><msup><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow><mn>2</"
            "mn></msup></math>",
            "para((x)^2)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_mathml_brackets_what_a_line_needs(void **state)
{
    static const struct reading cases[] = {
        {"fraction", "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>",
            "para(1/2)"},
        {"sums in it",
            "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></"
            "mrow><msup><mi>c</mi><mn>2</mn></msup></mfrac></math>",
            "para((a + b)/c^2)"},
        {"root", "<math><msqrt><mi>z</mi></msqrt></math>", "para(√z)"},
        {"root of a sum",
            "<math><msqrt><mi>x</mi><mo>−</mo><mn>1</mn></msqrt></math>",
            "para(√(x − 1))"},
        {"another root", "<math><mroot><mi>x</mi><mn>3</mn></mroot></math>",
            "para(x^(1/3))"},
        {"fences", "<math><mfenced><mi>x</mi><mi>y</mi></mfenced></math>",
            "para((x, y))"},
        {"a matrix",
            "<math><mo>|</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</"
            "mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></"
            "mtr></mtable><mo>|</mo></math>",
            "para(|a b; c d|)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_mathml_blanks_part_what_is_read_apart(void **state)
{
    static const struct reading cases[] = {
        {"factors", "<math><mn>4</mn><mi>a</mi><mi>c</mi></math>",
            "para(4 a c)"},
        {"a function", "<math><mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo></math>",
            "para(f(x))"},
        {"a sign in front",
            "<math><mi>x</mi><mo>=</mo><mo>−</mo><mn>1</mn></math>",
            "para(x = −1)"},
        {"a list", "<math><mi>x</mi><mo>,</mo><mi>y</mi></math>", "para(x, y)"},
        {"nothing seen",
            "<math><mi>a</mi><mo>&#x2062;</mo><mi>b</mi><mphantom><mi>c</mi></"
            "mphantom></math>",
            "para(a b)"},
        {"nothing at all", "<math></math>a", "para(a)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_mathml_yields_to_a_source(void **state)
{
    static const struct reading cases[] = {
        {"TeX without its size",
            "<math alttext=\"{\\displaystyle x^{2}}\"><mi>x</mi></math>",
            "para(x^{2})"},
        {"a hidden copy",
            "<span><span "
            "style=\"display:none\"><math><mi>x</mi></math></span><img "
            "src=x.svg alt=x aria-hidden=true></span>",
            "para(x)"},
        {"MathJax",
            "<span class=MathJax_Preview>?</span><span "
            "class=MathJax>xy</span><script type=\"math/tex\">x y</script> a",
            "para(x y a)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mathml_puts_small_things_behind_a_sign),
        cmocka_unit_test(test_mathml_brackets_what_a_line_needs),
        cmocka_unit_test(test_mathml_blanks_part_what_is_read_apart),
        cmocka_unit_test(test_mathml_yields_to_a_source),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
