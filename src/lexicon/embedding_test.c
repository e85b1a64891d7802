#include "lexicon/test_sources.h"

#include "base/arena.h"
#include "lexicon/embedding.h"

#define HEAD "lemma\tpos\tcomplements\tif_true\tif_false\tvoice\n"

static const char SOURCE[] = "# a comment\n" HEAD "call_off\tVERB\tobject\tnegated\tactual\t-\n"
                             "hope\tNOUN\tfinite,of\thypothetical\thypothetical\tthinks\n"
                             "hope\tVERB\tclause\thypothetical\tnegated\tthinks\n"
                             "say\tVERB\tfinite\tkeep\thypothetical\tsays\n";

static plb_lexicon *open_source(test_sources *s, const char *name, const char *text)
{
    test_sources_begin(s, name);
    test_sources_put(s, "en/embedding.tsv", plb_str_of(text));
    return test_sources_open(s);
}

static void signatures_are_found_by_word_and_complement(void **state)
{
    static const struct {
        const char *lemma;
        uint8_t pos;
        const char *complement;
        int if_true, if_false, voice; /* if_true -1: there is none */
    } cases[] = {
        { "say", PLB_UPOS_VERB, "finite", PLB_SIGNATURE_KEEP, PLB_STATUS_HYPOTHETICAL,
          PLB_VOICE_SAYS },
        { "hope", PLB_UPOS_NOUN, "of", PLB_STATUS_HYPOTHETICAL, PLB_STATUS_HYPOTHETICAL,
          PLB_VOICE_THINKS },
        { "hope", PLB_UPOS_VERB, "clause", PLB_STATUS_HYPOTHETICAL, PLB_STATUS_NEGATED,
          PLB_VOICE_THINKS },
        { "hope", PLB_UPOS_VERB, "of", -1, 0, 0 },
        { "call_off", PLB_UPOS_VERB, "object", PLB_STATUS_NEGATED, PLB_STATUS_ACTUAL,
          PLB_VOICE_OF_NOBODY },
        { "call", PLB_UPOS_VERB, "object", -1, 0, 0 },
        { "say", PLB_UPOS_NOUN, "finite", -1, 0, 0 },
        { "", PLB_UPOS_VERB, "finite", -1, 0, 0 },
    };
    (void)state;
    test_sources s;
    plb_lexicon *lex = open_source(&s, "embedding", SOURCE);
    plb_embedding e;
    assert_int_equal(plb_embedding_open(plb_lexicon_section(lex, "embedding"), &e, &s.err), PLB_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plb_signatures rows = plb_embedding_find(&e, plb_str_of(cases[i].lemma), cases[i].pos);
        plb_signature got;
        bool found = plb_embedding_signature(&e, rows, plb_str_of(cases[i].complement), &got);
        if (found != (cases[i].if_true >= 0)) fail_msg("row %zu: found %d", i, found);
        if (!found) continue;
        assert_int_equal(got.if_true, cases[i].if_true);
        assert_int_equal(got.if_false, cases[i].if_false);
        assert_int_equal(got.voice, cases[i].voice);
    }
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void a_lexicon_without_signatures_has_none(void **state)
{
    (void)state;
    plb_embedding e;
    plb_error err;
    assert_int_equal(plb_embedding_open((plb_str){ 0 }, &e, &err), PLB_OK);
    assert_int_equal(plb_embedding_find(&e, PLB_STR("say"), PLB_UPOS_VERB).n, 0);
}

static void broken_lines_are_named(void **state)
{
    static const struct {
        const char *line, *finding;
    } cases[] = {
        { "say\tVERB\tfinite\tmaybe\tkeep\t-\n", "embedding.tsv:2: error: wanted two statuses" },
        { "say\tSPEECH\tfinite\tkeep\tkeep\t-\n", "embedding.tsv:2: error: wanted a lemma" },
        { "say\tVERB\tfinite,\tkeep\tkeep\t-\n", "embedding.tsv:2: error: a complement is empty" },
        { "say\tVERB\tfinite\tkeep\tkeep\t-\nsay\tVERB\tfinite\tkeep\tkeep\t-\n",
          "embedding.tsv:3: error: this complement of the predicate stands twice" },
        { "say\tVERB\tfinite\tkeep\tkeep\tsings\n", "embedding.tsv:2: error: wanted two statuses" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_sources s;
        plb_buf text = { 0 };
        plb_buf_printf(&text, "%s%s", HEAD, cases[i].line);
        test_sources_begin(&s, "embedding_broken");
        test_sources_put(&s, "en/embedding.tsv", plb_buf_str(&text));
        assert_int_equal(test_sources_compile(&s), PLB_EPARSE);
        plb_buf_char(&s.findings, '\0');
        if (!strstr(s.findings.p, cases[i].finding))
            fail_msg("row %zu: \"%s\" in: %s", i, cases[i].finding, s.findings.p);
        plb_buf_free(&text);
        test_sources_end(&s);
    }
}

/* Whatever is cut off or overwritten, the section is refused, or answers within its bounds. */
static void damaged_sections_are_refused_or_safe(void **state)
{
    (void)state;
    test_sources s;
    plb_lexicon *lex = open_source(&s, "embedding_damaged", SOURCE);
    plb_str section = plb_lexicon_section(lex, "embedding");
    plb_embedding e;
    plb_signature got;
    for (size_t n = 0; n + 8 < section.n; n++) {
        plb_str cut = { section.p, n };
        assert_int_equal(plb_embedding_open(cut, &e, &s.err), PLB_EPARSE);
    }
    char *copy = malloc(section.n);
    assert_non_null(copy);
    for (size_t at = 0; at < section.n; at++) {
        memcpy(copy, section.p, section.n);
        copy[at] = (char)0xff;
        if (plb_embedding_open((plb_str){ copy, section.n }, &e, &s.err) != PLB_OK) continue;
        plb_signatures rows = plb_embedding_find(&e, PLB_STR("say"), PLB_UPOS_VERB);
        plb_embedding_signature(&e, rows, PLB_STR("finite"), &got);
    }
    free(copy);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signatures_are_found_by_word_and_complement),
        cmocka_unit_test(a_lexicon_without_signatures_has_none),
        cmocka_unit_test(broken_lines_are_named),
        cmocka_unit_test(damaged_sections_are_refused_or_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
