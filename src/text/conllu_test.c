#include "text/conllu.h"
#include "doc.h"

#define ROW(id, form, rest) id "\t" form "\t_\t_\t_\t_\t_\t_\t_\t" rest "\n"

static const struct {
    const char *name, *in;
    const char *text;   /* of the document */
    const char *tokens; /* forms; "|" ends a sentence, "+" a word that the next one continues, "_"
                           one that no space follows */
} FORMS[] = {
    { "words", ROW("1", "They", "_") ROW("2", "left", "_"), "They left", "They left |" },
    { "no line end", "1\tGo\t_\t_\t_\t_\t_\t_\t_\t_", "Go", "Go |" },
    { "carriage returns", "# sent_id = x\r\n1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n", "Go", "Go |" },
    { "space after", ROW("1", "Go", "SpaceAfter=No") ROW("2", "!", "_") "\n" ROW("1", "Now", "_"),
      "Go! Now", "Go_ ! | Now |" },
    { "text taken",
      "# text = Go  on !\n" ROW("1", "Go", "_") ROW("2", "on", "_") ROW("3", "!", "_"), "Go  on !",
      "Go on ! |" },
    { "text decides the spaces", "# text = Go!\n" ROW("1", "Go", "_") ROW("2", "!", "_"), "Go!",
      "Go_ ! |" },
    { "text disagrees", "# text = Come on!\n" ROW("1", "Go", "_") ROW("2", "on", "_"), "Go on",
      "Go on |" },
    { "paragraphs",
      ROW("1", "One", "_") "\n# newpar\n" ROW("1", "Two", "_") "\n# newdoc id = d\n# newpar\n" ROW(
          "1", "Three", "_"),
      "One\n\nTwo\n\nThree", "One | Two | Three |" },
    { "contraction",
      "# text = They didn't.\n" ROW("1", "They", "_") ROW("2-3", "didn't", "SpaceAfter=No")
          ROW("2", "did", "_") ROW("3", "n't", "_") ROW("4", ".", "_"),
      "They didn't.", "They did+ n't_ . |" },
    { "contraction of other words",
      ROW("1-2", "du", "_") ROW("1", "de", "_") ROW("2", "le", "_") ROW("3", "x", "_"), "du x",
      "de+ le x |" },
    { "empty nodes", ROW("1", "a", "_") ROW("1.1", "b", "_") ROW("2", "c", "_"), "a c", "a c |" },
    { "no space at the end", ROW("1", "a", "SpaceAfter=No") "\n" ROW("1", "b", "_"), "ab",
      "a_ | b |" },
    { "beyond ASCII",
      ROW("1",
          "Erdo\xc4\x9f"
          "an",
          "SpaceAfter=No") ROW("2", "\xe2\x80\x99s", "_"),
      "Erdo\xc4\x9f"
      "an\xe2\x80\x99s",
      "Erdo\xc4\x9f"
      "an_ \xe2\x80\x99s |" },
    { "nothing", "", "", "" },
    { "comment among the words", ROW("1", "a", "_") "# text = b\n" ROW("2", "c", "_"), "a c",
      "a c |" },
    { "comments alone", "# a\n\n# b\n", "", "" },
};

/* The tokens in the notation of the table. */
static void show(const plb_doc *doc, plb_buf *out)
{
    for (uint32_t s = 0; s < doc->sentences.n; s++) {
        const plb_sentence *sentence = &doc->sentences.at[s];
        for (int32_t i = 0; i < sentence->n_tokens; i++) {
            const plb_token *t = &doc->tokens.at[sentence->first_token + i];
            bool continued = i + 1 < sentence->n_tokens && t[1].flags & PLB_TOKEN_CONTINUES;
            plb_buf_add(out, t->form);
            if (continued)
                plb_buf_char(out, '+');
            else if (t->flags & PLB_TOKEN_NO_SPACE)
                plb_buf_char(out, '_');
            plb_buf_char(out, ' ');
        }
        plb_buf_add(out, s + 1 < doc->sentences.n ? PLB_STR("| ") : PLB_STR("|"));
    }
}

static void reads_forms(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        plb_arena *arena = plb_arena_new(1 << 20);
        plb_report report = { 0 };
        plb_error err = { 0 };
        plb_doc doc;
        plb_buf got = { 0 };
        plb_doc_begin(&doc, arena, &report);
        if (plb_conllu_read(&doc, plb_str_of(FORMS[i].in), PLB_CONLLU_FORMS, &err) != PLB_OK)
            fail_msg("%s: %s", FORMS[i].name, err.msg);
        show(&doc, &got);
        ASSERT_STR(FORMS[i].name, doc.part[PLB_PART_TEXT], FORMS[i].text);
        ASSERT_STR(FORMS[i].name, plb_buf_str(&got), FORMS[i].tokens);
        plb_buf_free(&got);
        plb_arena_free(arena);
    }
}

static const struct {
    const char *name, *in;
    unsigned line;
    plb_conllu_columns columns;
} BROKEN[] = {
    { "columns", ROW("1", "a", "_") "2\tb\t_\n", 2, PLB_CONLLU_FORMS },
    { "id", ROW("1", "a", "_") ROW("x", "b", "_"), 2, PLB_CONLLU_FORMS },
    { "order", ROW("1", "a", "_") ROW("3", "b", "_"), 2, PLB_CONLLU_FORMS },
    { "range backwards", ROW("1", "a", "_") ROW("3-2", "b", "_"), 2, PLB_CONLLU_FORMS },
    { "range in range", ROW("1-3", "abc", "_") ROW("1", "a", "_") ROW("2-3", "bc", "_"), 3,
      PLB_CONLLU_FORMS },
    { "range unfinished", ROW("1-2", "ab", "_") ROW("1", "a", "_") "\n", 3, PLB_CONLLU_FORMS },
    { "empty form", "# a\n\n" ROW("1", "", "_"), 3, PLB_CONLLU_FORMS },
    { "no gold", ROW("1", "a", "_"), 1, PLB_CONLLU_ALL },
    { "two roots", "1\ta\ta\tNOUN\tNN\t_\t0\troot\t_\t_\n2\tb\tb\tNOUN\tNN\t_\t0\troot\t_\t_\n", 1,
      PLB_CONLLU_ALL },
    { "outside", "# x\n1\ta\ta\tNOUN\tNN\t_\t0\troot\t_\t_\n2\tb\tb\tNOUN\tNN\t_\t3\tdep\t_\t_\n",
      1, PLB_CONLLU_ALL },
    { "ring",
      "1\ta\ta\tNOUN\tNN\t_\t0\troot\t_\t_\n2\tb\tb\tNOUN\tNN\t_\t3\tdep\t_\t_\n"
      "3\tb\tb\tNOUN\tNN\t_\t2\tdep\t_\t_\n",
      1, PLB_CONLLU_ALL },
};

static void names_the_broken_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof BROKEN / sizeof *BROKEN; i++) {
        plb_arena *arena = plb_arena_new(1 << 20);
        plb_report report = { 0 };
        plb_error err = { 0 };
        plb_doc doc;
        plb_doc_begin(&doc, arena, &report);
        plb_status got = plb_conllu_read(&doc, plb_str_of(BROKEN[i].in), BROKEN[i].columns, &err);
        if (got != PLB_EPARSE || err.at != BROKEN[i].line)
            fail_msg("%s: status %d, line %d: %s", BROKEN[i].name, got, (int)err.at, err.msg);
        plb_arena_free(arena);
    }
}

static void gold_columns_make_a_tree(void **state)
{
    (void)state;
    test_doc t = test_doc_new("1   They   they PRON PRP 4 nsubj\n"
                              "2-3 didn't\n"
                              "2   did    do   AUX  VBD 4 aux\n"
                              "3   n't    not  PART RB  4 advmod\n"
                              "4   go     go   VERB VB  0 root SpaceAfter=No\n"
                              "5   .      .    PUNCT . 4 punct\n"
                              "\n"
                              "1   Stop   stop VERB VB  0 root\n");
    assert_int_equal(t.doc->sentences.n, 2);
    assert_int_equal(t.doc->sentences.at[0].root, 3);
    assert_int_equal(t.doc->sentences.at[1].root, 5);
    assert_int_equal(t.doc->tokens.at[0].head, 3);
    assert_int_equal(t.doc->tokens.at[2].upos, PLB_UPOS_PART);
    assert_int_equal(plb_doc_child(t.doc, 3, PLB_DEP_PUNCT), 4);
    ASSERT_STR("lemma", t.doc->tokens.at[2].lemma, "not");
    ASSERT_STR("text", t.doc->part[PLB_PART_TEXT], "They didn't go. Stop");
    test_doc_free(&t);
}

/* What is written is what was read, but for the columns that the model does not keep. */
static void round_trip(void **state)
{
    (void)state;
    static const char IN[] = "# newdoc id = d\n"
                             "# note = kept\n"
                             "# sent_id = d-1\n"
                             "# text = They didn't go.\n"
                             "1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n"
                             "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                             "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
                             "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
                             "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                             "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
                             "\n"
                             "# newpar\n"
                             "# sent_id = d-2\n"
                             "# text = Stop\n"
                             "1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\t_\n"
                             "\n";
    test_doc t = test_doc_new(IN);
    plb_buf out = { 0 };
    plb_conllu_write(t.doc, &out);
    ASSERT_STR("round trip", plb_buf_str(&out), IN);
    plb_buf_free(&out);
    test_doc_free(&t);
}

static void memory_runs_out(void **state)
{
    (void)state;
    plb_str in =
        PLB_STR("# sent_id = 1\n" ROW("1-2", "ab", "_") ROW("1", "a", "_") ROW("2", "b", "_"));
    for (size_t limit = 0;; limit += 64) {
        plb_arena *arena = plb_arena_new(limit);
        plb_report report = { 0 };
        plb_error err = { 0 };
        plb_doc doc;
        plb_doc_begin(&doc, arena, &report);
        plb_status got = plb_conllu_read(&doc, in, PLB_CONLLU_FORMS, &err);
        plb_arena_free(arena);
        if (got == PLB_OK) break;
        assert_int_equal(got, PLB_ENOMEM);
        assert_true(limit < 1 << 20);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_forms),
        cmocka_unit_test(names_the_broken_line),
        cmocka_unit_test(gold_columns_make_a_tree),
        cmocka_unit_test(round_trip),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
