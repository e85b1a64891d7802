#include "lexicon/test_sources.h"

#define HEAD "name\taliases\tcode\tcountry\tsectors\tkind\trole\tgender\tfrom\tto\tnote\n"

static const char COUNTRIES[] =
    "iso3\tiso2\tisonum\tcow\tgwcode\tfips\tcameo\tname\taliases\tadjectives\tdemonyms\tcapital\t"
    "capital_lat\tcapital_lon\tregion\tfrom\tto\tnote\n"
    "KEN\tKE\t404\t501\t501\tKE\tKEN\tKenya\t\tKenyan\tKenyans\tNairobi\t-1.3\t36.8\tEast "
    "Africa\t\t\t\n";

static const char ACTORS[] = HEAD "Red Group\tReds\tKENREBRED\tKEN\tREB\tgroup\t\t\t\t\t\n"
                                  "Blue Group\tBlues\t\tKEN\tREB\tgroup\t\t\t\t\t\n";

static plb_lexicon *open_base(test_sources *s, const char *name)
{
    test_sources_begin(s, name);
    test_sources_put(s, "en/countries.tsv", plb_str_of(COUNTRIES));
    test_sources_put(s, "en/actors/a.tsv", plb_str_of(ACTORS));
    test_sources_put(s, "en/words/month.tsv", PLB_STR("may\t5\n"));
    test_sources_put(s, "ontology/plover_types.tsv",
                     PLB_STR("type\tquad\tscore\tdefinition\tnote\nAID\t2\t10\tHelps.\t\n"));
    return test_sources_open(s);
}

static plb_status overlay(test_sources *s, plb_lexicon *lex, const char *text)
{
    char path[TEST_PATH];
    test_sources_put(s, "mine.tsv", plb_str_of(text));
    snprintf(path, sizeof path, "%s/mine.tsv", s->root);
    return plb_lexicon_overlay(lex, path, &s->err);
}

/* The codes under a name, with a blank between. */
static void codes_of(const plb_lexicon *lex, const char *name, plb_buf *out)
{
    plb_match m[8];
    size_t n = plb_lexicon_lookup_text(lex, plb_str_of(name), m, 8);
    plb_buf_clear(out);
    for (size_t i = 0; i < n; i++)
        plb_buf_printf(out, "%s%.*s", i ? " " : "",
                       PLB_FMT(plb_lexicon_entry(lex, m[i].entry).code));
}

static void rows_are_added_and_take_the_place_of_others(void **state)
{
    (void)state;
    static const struct {
        const char *name, *before, *after;
    } CASES[] = {
        { "Red Group", "KENREBRED", "KENOPP" }, /* replaced by name … */
        { "Reds", "KENREBRED", "" },            /* … with its aliases */
        { "Crimson", "", "KENOPP" },
        { "Blue Group", "KENREB", "KENREB" },
        { "Blues", "KENREB", "KENREB" },
        { "Green Group", "", "NGO" },
        { "Kenya", "KEN", "KEN" },
        { "Nairobi", "KEN", "KEN" },
    };
    test_sources s;
    plb_lexicon *lex = open_base(&s, "overlay");
    plb_buf got = { 0 };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        codes_of(lex, CASES[i].name, &got);
        ASSERT_STR(CASES[i].name, plb_buf_str(&got), CASES[i].before);
    }
    char version[17] = { 0 };
    memcpy(version, plb_lexicon_version(lex).p, 16);
    plb_status status = overlay(&s, lex,
                                HEAD "Red Group\tCrimson\t\tKEN\tOPP\tgroup\t\t\t\t\t\n"
                                     "Green Group\t\t\t\tNGO\torganisation\t\t\t\t\t\n");
    if (status != PLB_OK) fail_msg("%s", s.err.msg);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        codes_of(lex, CASES[i].name, &got);
        ASSERT_STR(CASES[i].name, plb_buf_str(&got), CASES[i].after);
    }
    assert_false(plb_str_is(plb_lexicon_version(lex), version));
    plb_class month = plb_lexicon_class(lex, "month");
    assert_true(plb_lexicon_word(lex, month, PLB_STR("may"), NULL));
    assert_int_equal(plb_ontology_quad(lex, PLB_TYPE_AID), 2);
    ASSERT_STR("definition", plb_ontology_definition(lex, PLB_TYPE_AID, PLB_STR("")), "Helps.");
    plb_country c;
    assert_true(plb_lexicon_country_codes(lex, PLB_STR("KEN"), &c));
    ASSERT_STR("capital", c.capital, "Nairobi");
    plb_buf_free(&got);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void overlays_lie_over_one_another(void **state)
{
    (void)state;
    test_sources s;
    plb_lexicon *lex = open_base(&s, "overlays");
    plb_buf got = { 0 };
    assert_int_equal(overlay(&s, lex, HEAD "Red Group\t\tA\t\tREB\t\t\t\t\t\t\n"), PLB_OK);
    assert_int_equal(overlay(&s, lex, HEAD "Red Group\t\tB\t\tREB\t\t\t\t\t\t\n"), PLB_OK);
    codes_of(lex, "Red Group", &got);
    ASSERT_STR("the last one", plb_buf_str(&got), "B");
    plb_buf_free(&got);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void a_bad_overlay_changes_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *want;
        plb_status status;
    } CASES[] = {
        { "sector", HEAD "X\t\t\t\tBAD\t\t\t\t\t\t\n", "mine.tsv:2: unknown sector", PLB_EPARSE },
        { "country", HEAD "X\t\t\tXYZ\t\t\t\t\t\t\t\n", "mine.tsv:2: no such country", PLB_EPARSE },
        { "header", "name\tcode\n", "mine.tsv:1: the header line lacks", PLB_EPARSE },
        { "empty", "", "the header line lacks", PLB_EPARSE },
        { "binary", "\x80\x81\n", "not UTF-8", PLB_EPARSE },
    };
    test_sources s;
    plb_lexicon *lex = open_base(&s, "bad_overlay");
    plb_buf got = { 0 };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        plb_status status = overlay(&s, lex, CASES[i].text);
        if (status != CASES[i].status || !strstr(s.err.msg, CASES[i].want))
            fail_msg("%s: %d \"%s\"", CASES[i].name, status, s.err.msg);
        codes_of(lex, "Red Group", &got);
        ASSERT_STR(CASES[i].name, plb_buf_str(&got), "KENREBRED");
    }
    assert_int_equal(plb_lexicon_overlay(lex, s.root, &s.err), PLB_EIO);
    assert_int_equal(plb_lexicon_overlay(lex, "/no/such/file", &s.err), PLB_EIO);
    plb_buf_free(&got);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_added_and_take_the_place_of_others),
        cmocka_unit_test(overlays_lie_over_one_another),
        cmocka_unit_test(a_bad_overlay_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
