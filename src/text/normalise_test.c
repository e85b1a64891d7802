#include "text/normalise.h"
#include "text/utf8.h"
#include "test.h"

static const struct {
    const char *name, *in, *want;
} CASES[] = {
    { "lower", "Riverland NEWS 24", "riverland news 24" },
    { "diacritics", "\xc3\x89mile \xc5\xa0\xc3\xb3l", "emile sol" },
    { "decomposed", "e\xcc\x81mile", "emile" },
    { "Turkish",
      "\xc4\xb0stanbul, Do\xc4\x9f"
      "an, d\xc4\xb1r",
      "istanbul, dogan, dir" },
    { "strokes",
      "\xc5\x81\xc3\xb3"
      "d\xc5\xba, \xc3\x98re, \xc3\x90uka",
      "lodz, ore, duka" },
    { "two letters",
      "\xc3\x86r\xc3\xb8, stra\xc3\x9f"
      "e",
      "aero, strasse" },
    { "apostrophes", "it\xe2\x80\x99s \xe2\x80\x98so\xca\xbc", "it's 'so'" },
    { "grave accent", "al`amal", "al'amal" },
    { "quotes", "\xe2\x80\x9cone\xe2\x80\x9d \xc2\xabtwo\xc2\xbb", "\"one\" \"two\"" },
    { "dashes",
      "a\xe2\x80\x90"
      "b\xe2\x80\x93"
      "c\xe2\x80\x94"
      "d\xe2\x88\x92"
      "e",
      "a-b-c-d-e" },
    { "spaces",
      "a\xc2\xa0"
      "b\xe2\x80\x89"
      "c",
      "a b c" },
    { "invisible",
      "co\xc2\xadop\xe2\x80\x8b"
      "er\xef\xbb\xbf",
      "cooper" },
    { "ligature and width", "\xef\xac\x81ve \xef\xbc\xa1\xef\xbc\xa2", "five ab" },
    { "Greek, Cyrillic", "\xce\x91\xce\xb8 \xd0\x9a\xd0\xb8", "\xce\xb1\xce\xb8 \xd0\xba\xd0\xb8" },
    { "broken", "ab\xff", "" },
    { "empty", "", "" },
};

static void folds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char out[64];
        size_t n = plb_fold(plb_str_of(CASES[i].in), out, sizeof out);
        ASSERT_STR(CASES[i].name, ((plb_str){ out, n }), CASES[i].want);
        /* Folding again changes nothing. */
        char again[64];
        size_t m = plb_fold((plb_str){ out, n }, again, sizeof again);
        ASSERT_STR(CASES[i].name, ((plb_str){ again, m }), CASES[i].want);
    }
}

static void keeps_to_its_room(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        for (size_t cap = 0, want = strlen(CASES[i].want); cap <= want; cap++) {
            char *out = test_malloc(cap + 1);
            out[cap] = '!';
            size_t n = plb_fold(plb_str_of(CASES[i].in), out, cap);
            assert_int_equal(n, cap == want ? want : 0);
            assert_int_equal(out[cap], '!');
            test_free(out);
        }
}

static void folding_twice_is_folding_once(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10ffff; c++) {
        if (c >= 0xd800 && c < 0xe000) continue;
        char in[4], once[96], twice[96];
        size_t n = plb_fold((plb_str){ in, plb_utf8_put(c, in) }, once, sizeof once);
        size_t m = plb_fold((plb_str){ once, n }, twice, sizeof twice);
        if (n != m || memcmp(once, twice, n) != 0) fail_msg("U+%04X", (unsigned)c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds),
        cmocka_unit_test(keeps_to_its_room),
        cmocka_unit_test(folding_twice_is_folding_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
