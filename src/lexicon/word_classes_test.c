#include "lexicon/test_sources.h"

static const char CUES[] = "according to\tsource\n"
                           "ceasefire\n"
                           "cease-fire\t\tsplit in text\n"
                           "not\n"
                           "not only\tfocus\n"
                           "said\tsay\n";

static void words_are_found_with_their_values(void **state)
{
    (void)state;
    static const struct {
        const char *word, *value; /* NULL: not there */
    } CASES[] = {
        { "according to", "source" },
        { "said", "say" },
        { "SAID", "say" },
        { "not", "" },
        { "not only", "focus" },
        { "according", NULL },
        { "according to whom", NULL },
        { "", NULL },
        { "cease-fire", "" },
        { "cease - fire", "" },
        { "cease fire", "" },
        { "only", NULL },
    };
    test_sources s;
    test_sources_begin(&s, "words");
    test_sources_put(&s, "en/words/cue.tsv", plb_str_of(CUES));
    plb_lexicon *lex = test_sources_open(&s);
    plb_class cue = plb_lexicon_class(lex, "cue");
    assert_true(cue >= 0);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        plb_str value = { NULL, 0 };
        bool found = plb_lexicon_word(lex, cue, plb_str_of(CASES[i].word), &value);
        if (found != (CASES[i].value != NULL)) fail_msg("%s: found %d", CASES[i].word, found);
        if (found) ASSERT_STR(CASES[i].word, value, CASES[i].value);
    }
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void the_longest_phrase_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *text; /* looked up at its first token */
        plb_match_by by;
        int32_t n, end;
        const char *value;
    } CASES[] = {
        { "not only he", PLB_MATCH_FORM, 2, 3, "focus" },
        { "not only he", PLB_MATCH_FORM, 1, 1, "" },
        { "Not he", PLB_MATCH_FORM, 1, 2, "" },
        { "According to him", PLB_MATCH_FORM, 2, 3, "source" },
        { "according as", PLB_MATCH_FORM, 0, 2, NULL },
        { "cease - fire talks", PLB_MATCH_FORM, 3, 4, "" },
        { "says/said", PLB_MATCH_FORM, 0, 1, NULL },
        { "says/said", PLB_MATCH_LEMMA, 1, 1, "say" },
        { "said", PLB_MATCH_LEMMA, 1, 1, "say" },
    };
    test_sources s;
    test_sources_begin(&s, "phrases");
    test_sources_put(&s, "en/words/cue.tsv", plb_str_of(CUES));
    plb_lexicon *lex = test_sources_open(&s);
    plb_class cue = plb_lexicon_class(lex, "cue");
    plb_arena *arena = plb_arena_new(1 << 20);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        plb_doc doc;
        test_doc(&doc, arena, CASES[i].text);
        plb_str value = { NULL, 0 };
        int32_t n = plb_lexicon_phrase(lex, cue, CASES[i].by, &doc, 0, CASES[i].end, &value);
        if (n != CASES[i].n) fail_msg("%s: %d tokens, want %d", CASES[i].text, n, CASES[i].n);
        if (n) ASSERT_STR(CASES[i].text, value, CASES[i].value);
    }
    plb_arena_free(arena);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void every_class_is_found_by_its_file(void **state)
{
    (void)state;
    static const char *const NAMES[] = { "agency", "b", "month", "speech-verb", "z" };
    test_sources s;
    test_sources_begin(&s, "classes");
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char file[64];
        snprintf(file, sizeof file, "en/words/%s.tsv", NAMES[i]);
        test_sources_put(&s, file, plb_str_of(NAMES[i]));
    }
    plb_lexicon *lex = test_sources_open(&s);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++) {
            plb_class cls = plb_lexicon_class(lex, NAMES[i]);
            assert_int_equal(plb_lexicon_word(lex, cls, plb_str_of(NAMES[k]), NULL), i == k);
        }
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void findings_name_file_and_line(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *want;
        bool fails;
    } CASES[] = {
        { "fine", "# c\n\na\nb\tvalue\tnote\n", "", false },
        { "unsorted", "b\na\n", "w.tsv:2: warning: not in the order of bytes\n", false },
        { "twice", "a\t1\na\t2\n",
          "w.tsv:2: error: is there already, or differs from another only in case or marks: "
          "\"a\"\n",
          true },
        { "no word", "\tvalue\n", "w.tsv:1: error: no word, or too many in one phrase: \"\"\n",
          true },
        { "four fields", "a\tb\tc\td\n",
          "w.tsv:1: warning: more than three fields: word, value, note\n", false },
        { "empty", "", "w.tsv:0: warning: no words\n", false },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_sources s;
        test_sources_begin(&s, "word_findings");
        test_sources_put(&s, "en/words/w.tsv", plb_str_of(CASES[i].text));
        plb_status status = test_sources_compile(&s);
        ASSERT_STR(CASES[i].name, plb_buf_str(&s.findings), CASES[i].want);
        if ((status != PLB_OK) != CASES[i].fails) fail_msg("%s: %d", CASES[i].name, status);
        test_sources_end(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_with_their_values),
        cmocka_unit_test(the_longest_phrase_is_found),
        cmocka_unit_test(every_class_is_found_by_its_file),
        cmocka_unit_test(findings_name_file_and_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
