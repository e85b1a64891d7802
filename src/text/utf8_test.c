#include "text/utf8.h"
#include "test.h"

static const struct {
    const char *name, *bytes;
    size_t bad; /* position of the first bad byte; SIZE_MAX: none */
} CHECKS[] = {
    { "empty", "", SIZE_MAX },
    { "ASCII", "plain words, plain words", SIZE_MAX },
    { "two to four bytes", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", SIZE_MAX },
    { "last code point", "\xf4\x8f\xbf\xbf", SIZE_MAX },
    { "Latin-1", "caf\xe9 au lait", 3 },
    { "tail alone", "12345678\x80", 8 },
    { "cut short", "ab\xe2\x82", 2 },
    { "overlong slash", "\xc0\xaf", 0 },
    { "overlong three", "\xe0\x80\x80", 0 },
    { "overlong four", "\xf0\x80\x80\x80", 0 },
    { "surrogate", "\xed\xa0\x80", 0 },
    { "past the last", "\xf4\x90\x80\x80", 0 },
    { "five bytes", "a\xf8\x88\x80\x80\x80", 1 },
};

static void finds_the_bad_byte(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CHECKS / sizeof *CHECKS; i++) {
        plb_str s = plb_str_of(CHECKS[i].bytes);
        size_t want = CHECKS[i].bad == SIZE_MAX ? s.n : CHECKS[i].bad, got = plb_utf8_check(s);
        if (got != want) fail_msg("%s: bad byte at %zu, want %zu", CHECKS[i].name, got, want);
    }
}

static void every_code_point_goes_and_comes(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10ffff; c += c < 0x3000 ? 1 : 61) {
        if (c >= 0xd800 && c < 0xe000) continue;
        char bytes[4];
        size_t n = plb_utf8_put(c, bytes), length;
        plb_str s = { bytes, n };
        assert_int_equal(plb_utf8_check(s), n);
        assert_int_equal(plb_utf8_at(s, 0, &length), c);
        assert_int_equal(length, n);
        assert_int_equal(plb_utf8_before(s, n), 0);
    }
}

/* The map against the plain count, at every character of texts longer than its blocks. */
static void offsets_count_code_points(void **state)
{
    (void)state;
    static const char *const PIECES[] = { "a", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80" };
    for (size_t kinds = 1; kinds <= 4; kinds++) {
        plb_arena *arena = plb_arena_new(1 << 20);
        char bytes[1600];
        size_t n = 0;
        for (size_t i = 0; i < 400; i++) {
            const char *piece = PIECES[(i * 7 + i / 3) % kinds];
            memcpy(bytes + n, piece, strlen(piece));
            n += strlen(piece);
        }
        plb_offsets map;
        assert_int_equal(plb_offsets_make(arena, (plb_str){ bytes, n }, &map, NULL), PLB_OK);
        for (size_t at = 0, length, count = 0; at < n; at += length, count++) {
            plb_utf8_at((plb_str){ bytes, n }, at, &length);
            assert_int_equal(plb_offsets_of(&map, (uint32_t)at), count);
        }
        assert_int_equal(plb_offsets_of(&map, (uint32_t)n), 400);
        plb_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_bad_byte),
        cmocka_unit_test(every_code_point_goes_and_comes),
        cmocka_unit_test(offsets_count_code_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
