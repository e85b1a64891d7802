#include "test.h"

#include "base/json_write.h"

#include <math.h>

static const struct {
    const char *name, *text, *want;
} STRINGS[] = {
    { "plain", "Hamas", "\"Hamas\"" },
    { "quote and backslash", "a \"b\" \\", "\"a \\\"b\\\" \\\\\"" },
    { "controls", "a\n\t\r\x01", "\"a\\n\\t\\r\\u0001\"" },
    { "utf-8 stays", "\xE2\x80\x9C", "\"\xE2\x80\x9C\"" },
    { "broken utf-8", "a\xC3(", "\"a\xEF\xBF\xBD(\"" },
    { "cut utf-8", "a\xE2\x80", "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"" },
    { "surrogate", "\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"" },
};

static void strings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof STRINGS / sizeof *STRINGS; i++) {
        plb_buf out = { 0 };
        plb_json j = plb_json_begin(&out);
        plb_json_str(&j, plb_str_of(STRINGS[i].text));
        ASSERT_STR(STRINGS[i].name, plb_buf_str(&out), STRINGS[i].want);
        plb_buf_free(&out);
    }
}

static const struct {
    double value;
    int digits;
    const char *want;
} REALS[] = {
    { 2.5, 1, "2.5" },  { -3, 1, "-3.0" },       { 0.8700001, 2, "0.87" }, { 31.5, 5, "31.5" },
    { NAN, 1, "null" }, { INFINITY, 1, "null" }, { 40001, 2, "40001.0" },  { 0.5, 5, "0.5" },
};

static void reals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof REALS / sizeof *REALS; i++) {
        plb_buf out = { 0 };
        plb_json j = plb_json_begin(&out);
        plb_json_real(&j, REALS[i].value, REALS[i].digits);
        ASSERT_STR(REALS[i].want, plb_buf_str(&out), REALS[i].want);
        plb_buf_free(&out);
    }
}

static void commas_stand_between_values(void **state)
{
    (void)state;
    plb_buf out = { 0 };
    plb_json j = plb_json_begin(&out);
    plb_json_open(&j, '{');
    plb_json_key(&j, "a");
    plb_json_open(&j, '[');
    plb_json_int(&j, 1);
    plb_json_bool(&j, true);
    plb_json_null(&j);
    plb_json_close(&j, ']');
    plb_json_key(&j, "b");
    plb_json_open(&j, '{');
    plb_json_close(&j, '}');
    plb_json_key(&j, "c");
    plb_json_str(&j, (plb_str){ NULL, 0 });
    plb_json_close(&j, '}');
    ASSERT_STR("object", plb_buf_str(&out), "{\"a\":[1,true,null],\"b\":{},\"c\":null}");
    plb_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings),
        cmocka_unit_test(reals),
        cmocka_unit_test(commas_stand_between_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
