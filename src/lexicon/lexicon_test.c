#include "lexicon/test_sources.h"

#include "../../tests/fuzz/lexicon_fuzz.c"
#include "lexicon/image.h"

static void fill(test_sources *s)
{
    test_sources_put(s, "en/words/month.tsv", PLB_STR("april\t4\nmay\t5\talso a verb\n"));
    test_sources_put(s, "en/words/negator.tsv", PLB_STR("# words\nno longer\nnot\n"));
}

static void same_sources_give_the_same_bytes(void **state)
{
    (void)state;
    test_sources s;
    test_sources_begin(&s, "same_bytes");
    fill(&s);
    assert_int_equal(test_sources_compile(&s), PLB_OK);
    plb_str first = test_read(s.out);
    test_sources_end(&s);
    test_sources_begin(&s, "same_bytes_elsewhere");
    fill(&s);
    assert_int_equal(test_sources_compile(&s), PLB_OK);
    plb_str second = test_read(s.out);
    assert_true(plb_str_eq(first, second));
    free((char *)first.p);
    free((char *)second.p);
    test_sources_end(&s);
}

static void the_version_follows_the_sources(void **state)
{
    (void)state;
    test_sources s;
    test_sources_begin(&s, "version");
    fill(&s);
    plb_lexicon *lex = test_sources_open(&s);
    char before[17] = { 0 };
    assert_int_equal(plb_lexicon_version(lex).n, 16);
    memcpy(before, plb_lexicon_version(lex).p, 16);
    plb_lexicon_close(lex);
    test_sources_put(&s, "en/words/month.tsv", PLB_STR("april\t4\nmay\t5\tno verb\n"));
    lex = test_sources_open(&s);
    assert_false(plb_str_is(plb_lexicon_version(lex), before));
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void refuse(plb_str bytes, const char *what, size_t at)
{
    plb_lexicon *lex = NULL;
    plb_error err = { 0 };
    char *copy =
        malloc(bytes.n + 1); /* of its own size, so that a sanitizer sees what lies behind */
    assert_non_null(copy);
    memcpy(copy, bytes.p, bytes.n);
    plb_status status = plb_lexicon_open_bytes(copy, bytes.n, &lex, &err);
    if (status != PLB_EPARSE || lex || !err.msg[0])
        fail_msg("%s at %zu: status %d, \"%s\"", what, at, status, err.msg);
    free(copy);
}

static void damage_is_refused(void **state)
{
    (void)state;
    test_sources s;
    test_sources_begin(&s, "damage");
    fill(&s);
    assert_int_equal(test_sources_compile(&s), PLB_OK);
    plb_str good = test_read(s.out);
    char *bytes = (char *)good.p;
    for (size_t i = 0; i < good.n; i++) {
        char bit = (char)(1 << (i % 8));
        bytes[i] = (char)(bytes[i] ^ bit);
        refuse(good, "a bit flipped", i);
        bytes[i] = (char)(bytes[i] ^ bit);
    }
    for (size_t n = 0; n < good.n; n += 1 + n / 64) refuse((plb_str){ good.p, n }, "cut", n);
    free(bytes);
    test_sources_end(&s);
}

static void the_message_names_file_and_reason(void **state)
{
    (void)state;
    static const struct {
        const char *name, *want;
        plb_str bytes;
    } CASES[] = {
        { "no lexicon",
          "not a compiled lexicon",
          { "0123456789012345678901234567890123456789"
            "0123456789012345678901234567890123456789",
            80 } },
        { "short", "cut short", { "\x89PLBLEX\n", 8 } },
        { "empty", "empty file", { "", 0 } },
    };
    test_sources s;
    test_sources_begin(&s, "message");
    char path[TEST_PATH];
    snprintf(path, sizeof path, "%s/bad.lex", s.root);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_sources_put(&s, "bad.lex", CASES[i].bytes);
        plb_lexicon *lex = NULL;
        assert_int_equal(plb_lexicon_open(path, &lex, &s.err), PLB_EPARSE);
        if (!strstr(s.err.msg, "bad.lex: ") || !strstr(s.err.msg, CASES[i].want))
            fail_msg("%s: \"%s\"", CASES[i].name, s.err.msg);
    }
    unlink(path);
    plb_lexicon *lex = NULL;
    assert_int_equal(plb_lexicon_open(path, &lex, &s.err), PLB_EIO);
    test_sources_end(&s);
}

/* A file that was changed by somebody who set the checksums right is refused, or safe to use: the
 * sanitizers watch. */
static void forged_files_are_refused_or_safe(void **state)
{
    (void)state;
    test_sources s;
    test_sources_begin(&s, "forged");
    fill(&s);
    test_sources_put(&s, "en/roles.tsv",
                     PLB_STR("role\tsectors\trank\tkind\tplural\tnote\na b\tGOV\t\t\ta bs\t\n"));
    assert_int_equal(test_sources_compile(&s), PLB_OK);
    plb_str good = test_read(s.out);
    uint8_t *bytes = malloc(good.n);
    assert_non_null(bytes);
    uint32_t random = 1;
    for (int round = 0; round < 4000; round++) {
        memcpy(bytes, good.p, good.n);
        for (int k = 0; k <= round % 3; k++) {
            random = random * 1664525U + 1013904223U;
            size_t at = (random >> 8) % (good.n - 8);
            random = random * 1664525U + 1013904223U;
            uint32_t value = round & 1 ? random >> 24 : random;
            memcpy(bytes + at, &value, round & 1 ? 1 : sizeof value);
        }
        LLVMFuzzerTestOneInput(bytes, good.n);
    }
    free(bytes);
    free((char *)good.p);
    test_sources_end(&s);
}

static void a_folder_without_sources_compiles(void **state)
{
    (void)state;
    test_sources s;
    test_sources_begin(&s, "empty");
    plb_lexicon *lex = test_sources_open(&s);
    assert_int_equal(plb_lexicon_class(lex, "month"), -1);
    assert_false(plb_lexicon_word(lex, -1, PLB_STR("may"), NULL));
    assert_null(plb_lexicon_section(lex, "nothing").p);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_sources_give_the_same_bytes),
        cmocka_unit_test(the_version_follows_the_sources),
        cmocka_unit_test(damage_is_refused),
        cmocka_unit_test(the_message_names_file_and_reason),
        cmocka_unit_test(forged_files_are_refused_or_safe),
        cmocka_unit_test(a_folder_without_sources_compiles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
