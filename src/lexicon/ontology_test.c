#include "lexicon/test_sources.h"

#include <math.h>

/* The ontology as it is shipped. */
static plb_lexicon *open_shipped(void)
{
    plb_lexicon *lex = NULL;
    plb_error err;
    if (plb_lexicon_open(PLB_BINARY_DIR "/polybius-en.lex", &lex, &err) != PLB_OK)
        fail_msg("%s", err.msg);
    return lex;
}

static void types_have_quad_class_and_score(void **state)
{
    (void)state;
    static const struct {
        plb_event_type type;
        int quad;
        float score;
    } CASES[] = {
        { PLB_TYPE_AGREE, 1, 2.5F },   { PLB_TYPE_CONSULT, 1, 2.5F },   { PLB_TYPE_SUPPORT, 1, 5 },
        { PLB_TYPE_CONCEDE, 1, 4.5F }, { PLB_TYPE_COOPERATE, 2, 9.5F }, { PLB_TYPE_AID, 2, 10 },
        { PLB_TYPE_RETREAT, 2, 6.5F }, { PLB_TYPE_REQUEST, 3, 0 },      { PLB_TYPE_ACCUSE, 3, -3 },
        { PLB_TYPE_REJECT, 3, -2 },    { PLB_TYPE_THREATEN, 3, -3.5F }, { PLB_TYPE_PROTEST, 4, -5 },
        { PLB_TYPE_SANCTION, 4, -6 },  { PLB_TYPE_MOBILIZE, 4, -5.5F }, { PLB_TYPE_COERCE, 4, -7 },
        { PLB_TYPE_ASSAULT, 4, -9 },
    };
    plb_lexicon *lex = open_shipped();
    assert_int_equal(sizeof CASES / sizeof *CASES, PLB_N_TYPES);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *name = plb_event_type_name(CASES[i].type).p;
        int quad = plb_ontology_quad(lex, CASES[i].type);
        float score = plb_ontology_score(lex, CASES[i].type, PLB_STR(""));
        if (quad != CASES[i].quad || fabsf(score - CASES[i].score) > 1e-6F)
            fail_msg("%s: quad %d, score %g", name, quad, (double)score);
        assert_true(plb_ontology_definition(lex, CASES[i].type, PLB_STR("")).n > 0);
    }
    plb_lexicon_close(lex);
}

static void modes_belong_to_their_type(void **state)
{
    (void)state;
    static const struct {
        plb_event_type type;
        const char *mode;
        bool has;
        float score;
    } CASES[] = {
        { PLB_TYPE_ASSAULT, "aerial", true, -9.5F },    { PLB_TYPE_CONSULT, "visit", true, 4 },
        { PLB_TYPE_CONSULT, "aerial", false, 2.5F },    { PLB_TYPE_ACCUSE, "disapprove", true, -2 },
        { PLB_TYPE_PROTEST, "vandalize", true, -5 },    { PLB_TYPE_REJECT, "meet", true, -2 },
        { PLB_TYPE_SANCTION, "discontinue", true, -6 }, { PLB_TYPE_SUPPORT, "", false, 5 },
    };
    plb_lexicon *lex = open_shipped();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        plb_str mode = plb_str_of(CASES[i].mode);
        bool has = plb_ontology_has_mode(lex, CASES[i].type, mode);
        float score = plb_ontology_score(lex, CASES[i].type, mode);
        if (has != CASES[i].has || fabsf(score - CASES[i].score) > 1e-6F)
            fail_msg("%s: has %d, score %g", CASES[i].mode, has, (double)score);
    }
    assert_true(plb_ontology_has_context(lex, PLB_STR("human_security")));
    assert_false(plb_ontology_has_context(lex, PLB_STR("humanitarian")));
    plb_lexicon_close(lex);
}

static void cameo_codes_have_their_facts(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        bool has;
        float goldstein;
        int type;
        const char *mode;
    } CASES[] = {
        { "010", true, 0, -1, "" },
        { "042", true, 1.9F, PLB_TYPE_CONSULT, "visit" },
        { "112", true, -2, PLB_TYPE_ACCUSE, "allege" },
        { "186", true, -10, PLB_TYPE_ASSAULT, "targeted" },
        { "1056", true, -5, PLB_TYPE_REQUEST, "yield" },
        { "19", true, -10, PLB_TYPE_ASSAULT, "" },
        { "2042", true, -10, PLB_TYPE_ASSAULT, "unconventional" },
        { "999", false, 0, -1, "" },
        { "1", false, 0, -1, "" },
        { "", false, 0, -1, "" },
        { "123456789", false, 0, -1, "" },
    };
    plb_lexicon *lex = open_shipped();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        float goldstein = 99;
        plb_cameo c = { 0 };
        plb_str code = plb_str_of(CASES[i].code);
        bool has = plb_ontology_cameo(lex, code, &goldstein);
        assert_int_equal(has, plb_ontology_cameo_entry(lex, code, &c));
        if (has != CASES[i].has) fail_msg("%s: %d", CASES[i].code, has);
        if (!has) continue;
        if (fabsf(goldstein - CASES[i].goldstein) > 1e-6F || c.type != CASES[i].type)
            fail_msg("%s: %g, type %d", CASES[i].code, (double)goldstein, c.type);
        ASSERT_STR(CASES[i].code, c.mode, CASES[i].mode);
        ASSERT_STR(CASES[i].code, c.code, CASES[i].code);
        assert_true(c.name.n > 0);
    }
    plb_lexicon_close(lex);
}

#define TYPE_HEAD "type\tquad\tscore\tdefinition\tnote\n"
#define MODE_HEAD "type\tmode\tscore\tdefinition\tnote\n"
#define CAMEO_HEAD "code\tname\tgoldstein\ttype\tmode\tcontext\tnote\n"

static void findings_name_file_and_line(void **state)
{
    (void)state;
    static const struct {
        const char *name, *file, *text, *want;
    } CASES[] = {
        { "unknown type", "ontology/plover_modes.tsv", MODE_HEAD "FIGHT\tx\t\t\t\n",
          "plover_modes.tsv:2: error: unknown type of event: \"FIGHT\"\n"
          "plover_modes.tsv:2: error: want a type and a mode: \"x\"\n" },
        { "mode twice", "ontology/plover_modes.tsv", MODE_HEAD "AID\tx\t\t\t\nAID\tx\t\t\t\n",
          "plover_modes.tsv:3: error: is there already: \"x\"\n" },
        { "no quad class", "ontology/plover_types.tsv", TYPE_HEAD "AID\t5\t1\t\t\n",
          "plover_types.tsv:2: error: want a type and a quad class of 1 to 4: \"5\"\n" },
        { "score out of range", "ontology/plover_types.tsv", TYPE_HEAD "AID\t2\t11\t\t\n",
          "plover_types.tsv:2: error: no number, or out of range: \"11\"\n" },
        { "unsorted codes", "ontology/cameo.tsv",
          CAMEO_HEAD "020\tA\t1\t\t\t\t\n010\tB\t1\t\t\t\t\n",
          "cameo.tsv:3: error: codes are sorted, each once: \"010\"\n" },
        { "unknown mode", "ontology/cameo.tsv", CAMEO_HEAD "020\tA\t1\tAID\tx\t\t\n",
          "cameo.tsv:2: error: the type has no such mode: \"x\"\n" },
        { "unknown context", "ontology/cameo.tsv", CAMEO_HEAD "020\tA\t1\tAID\t\tx\t\n",
          "cameo.tsv:2: error: unknown context: \"x\"\n" },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_sources s;
        test_sources_begin(&s, "ontology_findings");
        test_sources_put(&s, CASES[i].file, plb_str_of(CASES[i].text));
        assert_int_equal(test_sources_compile(&s), PLB_EPARSE);
        ASSERT_STR(CASES[i].name, plb_buf_str(&s.findings), CASES[i].want);
        test_sources_end(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_have_quad_class_and_score),
        cmocka_unit_test(modes_belong_to_their_type),
        cmocka_unit_test(cameo_codes_have_their_facts),
        cmocka_unit_test(findings_name_file_and_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
