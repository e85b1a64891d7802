#include "test.h"

#include "model/points.h"

static const struct {
    const char *name, *text;
} CASES[] = {
    { "empty", "" },
    { "ascii", "plain words" },
    { "accents", "Erdo\xC4\x9F" "an met Ra\xC3\xADsi" },
    { "four bytes", "a \xF0\x9F\x95\x8A dove" },
};

/* Every boundary against the plain count, in texts that pass several strides. */
static void counts_like_the_plain_loop(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof CASES / sizeof *CASES; c++) {
        for (size_t times = 1; times < 60; times += 7) {
            plb_arena *arena = plb_arena_new(1 << 20);
            size_t n = strlen(CASES[c].text);
            char *text = plb_arena_alloc(arena, n * times + 1);
            for (size_t i = 0; i < times; i++) memcpy(text + i * n, CASES[c].text, n);
            plb_points points;
            assert_true(plb_points_begin(&points, arena, (plb_str){ text, n * times }));
            uint32_t want = 0;
            for (uint32_t b = 0; b <= n * times; b++) {
                bool boundary = b == n * times || ((unsigned char)text[b] & 0xC0) != 0x80;
                if (boundary && plb_points_at(&points, b) != want)
                    fail_msg("%s x %zu: byte %u", CASES[c].name, times, b);
                want += boundary;
            }
            plb_arena_free(arena);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(counts_like_the_plain_loop) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
