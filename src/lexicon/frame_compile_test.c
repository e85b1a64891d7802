#include "lexicon/test_sources.h"

#include "lexicon/frame.h"

/* The findings of a frames file compiled against the ontology that is shipped, without warnings. */
static plb_status compile(test_sources *s, const char *text)
{
    test_sources_put(s, "en/frames/assault.frames", plb_str_of(text));
    plb_buf_clear(&s->findings);
    return plb_lexicon_compile(s->lexicon, PLB_SOURCE_DIR "/data/ontology", s->out,
                               test_sources_find, s, &s->err);
}

#define GOOD "frame bomb\n  code ASSAULT/aerial 195 military\n  verb bomb\n  example A | - > -\n"

static const struct {
    const char *name, *text, *finding; /* "" for none */
} CASES[] = {
    { "a frame", GOOD, "" },
    { "comments and empty lines", "# one\n\n" GOOD "  # two\n", "" },
    { "everything",
      "default\n  vsource subj\n  through of, poss\n" GOOD
      "  noun air strike, cease-fire, state_of_emergency\n  adj hostile\n  source subj+by, obj.of\n"
      "  vtarget none\n  ntarget on\n  if obj, on = jet, @armed, @MIL\n  unless subj = @none\n"
      "  symmetric\n  need both\n  nneed carried\n  status planned\n  measure killed\n  not B\n",
      "" },
    { "a type that is none", "frame x\n  code BOGUS\n  verb a\n  example A | - > -\n",
      "assault.frames:2: error: \"BOGUS\" is no event type" },
    { "a mode of another type", "frame x\n  code CONSULT/aerial\n  verb a\n  example A | - > -\n",
      "assault.frames:2: error: CONSULT has no mode \"aerial\"" },
    { "a code that is none", "frame x\n  code ASSAULT 999\n  verb a\n  example A | - > -\n",
      "assault.frames:2: error: \"999\" is no CAMEO code" },
    { "a context that is none",
      "frame x\n  code ASSAULT 190 sport\n  verb a\n  example A | - > -\n",
      "assault.frames:2: error: \"sport\" is no context" },
    { "a class that is none", GOOD "  if obj = @bogus\n",
      "assault.frames:5: error: \"@bogus\": no such class of words, kind of mention or sector" },
    { "a role that is none", GOOD "  source Subj\n",
      "assault.frames:5: error: \"Subj\" is no role" },
    { "no example", "frame x\n  code ASSAULT\n  verb a\n",
      "assault.frames:4: error: frame assault.x has no example" },
    { "no word", "frame x\n  code ASSAULT\n  example A | - > -\n" GOOD,
      "assault.frames:4: error: frame assault.x has no verb, noun or adj" },
    { "no code", "frame x\n  verb a\n  example A | - > -\n",
      "assault.frames:4: error: frame assault.x has no code" },
    { "a name twice", GOOD GOOD, "assault.frames:5: error: a second \"bomb\" in this file" },
    { "a line that begins with nothing known", GOOD "  verbs c\n",
      "assault.frames:5: error: \"verbs\" begins no line" },
    { "a line outside of a frame", "verb a\n",
      "assault.frames:1: error: \"verb\" does not belong here" },
    { "a composition's line in a frame", GOOD "  over obj\n",
      "assault.frames:5: error: \"over\" does not belong here" },
    { "an example without sides", GOOD "  example A\n",
      "assault.frames:5: error: an example is TEXT | SOURCE > TARGET" },
    { "a condition without a word", GOOD "  if obj\n",
      "assault.frames:5: error: a condition is ROLE = WORD, WORD" },
    { "a composition",
      "compose refuse\n  verb refuse\n  over clause, obj\n  CONSULT, RETREAT/release, 084 -> "
      "REJECT/meet "
      "125\n  - -> REJECT 120\n  * -> keep\n  inner negated\n  target inner.target\n"
      "  example A | - > - | planned\n",
      "" },
    { "a composition over nothing", "compose x\n  verb a\n  * -> keep\n  example A | - > -\n",
      "assault.frames:5: error: compose assault.x has no over" },
    { "a conversion",
      "convert x\n  when planned, actual future\n  CONSULT -> AGREE 036\n  example A | - > -\n",
      "" },
    { "a status that is none", "convert x\n  when bogus\n  * -> keep\n  example A | - > -\n",
      "assault.frames:2: error: \"bogus\" is no status" },
};

static void faults_are_found_where_they_are(void **state)
{
    (void)state;
    test_sources s;
    test_sources_begin(&s, "frame_compile");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        plb_status status = compile(&s, CASES[i].text);
        plb_buf_char(&s.findings, '\0');
        if ((status == PLB_OK) != (CASES[i].finding[0] == '\0') ||
            !strstr(s.findings.p, CASES[i].finding))
            fail_msg("%s: want \"%s\", got \"%s\"", CASES[i].name, CASES[i].finding, s.findings.p);
    }
    test_sources_end(&s);
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    test_sources s;
    test_sources_begin(&s, "frame_compile");
    if (compile(&s, "default\n  ntarget of, against\n" GOOD
                    "  noun cease-fire, attempt_on_life\n  if obj, on = @armed\n") != PLB_OK)
        fail_msg("%s", s.err.msg);
    plb_lexicon *lex;
    plb_frames f;
    assert_int_equal(plb_lexicon_open(s.out, &lex, &s.err), PLB_OK);
    assert_int_equal(plb_frames_open(lex, &f, &s.err), PLB_OK);
    assert_int_equal(f.n_rule, 1);
    ASSERT_STR("name", plb_frames_str(&f, f.rule[0].name), "assault.bomb");
    assert_int_equal(f.rule[0].target[PLB_POS_NOUN].n, 2);
    assert_int_equal(f.rule[0].target[PLB_POS_VERB].n, 0);
    assert_int_equal(f.rule[0].tests.n, 1);
    /* Sorted by lemma; what has a hyphen may be one token or several. */
    static const char *const LEMMAS[] = { "attempt", "bomb", "cease-fire", "fire" };
    static const uint8_t BEFORE[] = { 0, 0, 0, 1 }, WORDS[] = { 2, 0, 0, 1 };
    assert_int_equal(f.n_key, 4);
    for (uint32_t i = 0; i < 4; i++) {
        ASSERT_STR("lemma", plb_frames_str(&f, f.key[i].lemma), LEMMAS[i]);
        assert_int_equal(f.key[i].before, BEFORE[i]);
        assert_int_equal(f.key[i].words.n, WORDS[i]);
    }
    assert_true(plb_frames_role(&f, PLB_STR("against")) >= PLB_N_FIXED_ROLES);
    assert_int_equal(plb_frames_role(&f, PLB_STR("bogus")), PLB_ROLE_OTHER);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void the_same_sources_give_the_same_bytes(void **state)
{
    (void)state;
    test_sources s;
    test_sources_begin(&s, "frame_compile");
    assert_int_equal(compile(&s, GOOD "  noun raid\n"), PLB_OK);
    plb_str first = test_read(s.out);
    assert_int_equal(compile(&s, GOOD "  noun raid\n"), PLB_OK);
    plb_str second = test_read(s.out);
    assert_true(plb_str_eq(first, second));
    free((char *)first.p);
    free((char *)second.p);
    test_sources_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_are_found_where_they_are),
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(the_same_sources_give_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
