#include "test.h"

#include "model/day.h"

static const struct {
    const char *name, *text, *want; /* want == NULL: refused */
    int weekday;
} CASES[] = {
    { "epoch", "1970-01-01", "1970-01-01", 3 },
    { "with time", "2024-08-20T10:00:00Z", "2024-08-20", 1 },
    { "compact", "20240229", "2024-02-29", 3 },
    { "before the epoch", "1914-06-28", "1914-06-28", 6 },
    { "no leap year", "2023-02-29", NULL, 0 },
    { "century", "1900-02-29", NULL, 0 },
    { "month 13", "2023-13-01", NULL, 0 },
    { "words", "yesterday!", NULL, 0 },
    { "negative", "-024-01-01", NULL, 0 },
    { "trailing", "2024-08-2012", NULL, 0 },
};

static void reads_and_writes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        plb_day day;
        bool read = plb_day_parse(plb_str_of(CASES[i].text), &day);
        if (read != (CASES[i].want != NULL)) fail_msg("%s: %d", CASES[i].name, read);
        if (!read) continue;
        char text[11];
        plb_day_format(day, text);
        ASSERT_STR(CASES[i].name, plb_str_of(text), CASES[i].want);
        if (plb_day_weekday(day) != CASES[i].weekday) fail_msg("%s: weekday", CASES[i].name);
    }
}

static void every_day_of_eight_centuries_comes_back(void **state)
{
    (void)state;
    for (plb_day day = plb_day_of(1500, 1, 1); day < plb_day_of(2300, 1, 1); day++) {
        int y, m, d;
        plb_day_split(day, &y, &m, &d);
        assert_int_equal(plb_day_of(y, m, d), day);
        assert_in_range(d, 1, plb_days_in_month(y, m));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_and_writes),
        cmocka_unit_test(every_day_of_eight_centuries_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
