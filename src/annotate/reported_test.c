#include "doc.h"
#include "test.h"

#include "annotate/reported.h"

static plb_lexicon *lex;
static plb_reported reporting;

/* Trees as a parser gets them wrong, and the heads that they must have after; 0 is the root. */
static const struct {
    const char *name, *rows;
    int heads[16];
    const char *said, *speaker; /* relations of the content's head and of the speaker, or NULL */
    int content, source;
} CASES[] = {
    { "the verb of speech hangs on what is said",
      "1 Shells shell NOUN NNS 2 nsubj\n2 hit hit VERB VBD 0 root\n3 homes home NOUN NNS 2 obj\n"
      "4 , , PUNCT , 2 punct\n5 officials official NOUN NNS 6 nsubj\n6 said say VERB VBD 2 advcl\n"
      "7 . . PUNCT . 2 punct\n",
      { 2, 6, 2, 6, 6, 0, 6 },
      "ccomp",
      "nsubj",
      2,
      5 },
    { "it hangs on a participle, whose doer it must not become",
      "1 Rebels rebel NOUN NNS 2 nsubj\n2 attacked attack VERB VBD 9 advcl\n"
      "3 Goma Goma PROPN NNP 2 obj\n4 , , PUNCT , 5 punct\n5 killing kill VERB VBG 9 advcl\n"
      "6 five five NUM CD 5 obj\n7 , , PUNCT , 9 punct\n8 Nkosi Nkosi PROPN NNP 9 nsubj\n"
      "9 said say VERB VBD 0 root\n10 . . PUNCT . 9 punct\n",
      { 2, 9, 2, 5, 2, 5, 9, 9, 0, 9 },
      "ccomp",
      "nsubj",
      2,
      8 },
    { "the speaker follows",
      "1 Talks talk NOUN NNS 2 nsubj\n2 failed fail VERB VBD 0 root\n3 , , PUNCT , 2 punct\n"
      "4 said say VERB VBD 2 parataxis\n5 envoys envoy NOUN NNS 4 obj\n6 . . PUNCT . 2 punct\n",
      { 2, 4, 4, 0, 4, 4 },
      "ccomp",
      "nsubj",
      2,
      5 },
    { "the content follows: nothing to mend",
      "1 On on ADP IN 2 case\n2 Monday Monday PROPN NNP 5 obl\n3 , , PUNCT , 5 punct\n"
      "4 officials official NOUN NNS 5 nsubj\n5 said say VERB VBD 0 root\n"
      "6 talks talk NOUN NNS 7 nsubj\n7 failed fail VERB VBD 5 ccomp\n8 . . PUNCT . 5 punct\n",
      { 2, 5, 5, 5, 0, 7, 5, 5 },
      NULL,
      NULL,
      0,
      0 },
    { "a clause behind the addressee is what is told",
      "1 Li Li PROPN NNP 2 nsubj\n2 told tell VERB VBD 0 root\n"
      "3 families family NOUN NNS 2 obj\n4 that that SCONJ IN 6 mark\n"
      "5 talks talk NOUN NNS 6 nsubj\n6 failed fail VERB VBD 3 acl:relcl\n",
      { 2, 0, 2, 6, 6, 2 },
      "ccomp",
      "nsubj",
      6,
      1 },
    { "no verb of speech at the end",
      "1 Rebels rebel NOUN NNS 2 nsubj\n2 attacked attack VERB VBD 0 root\n3 , , PUNCT , 5 punct\n"
      "4 soldiers soldier NOUN NNS 5 nsubj\n5 fled flee VERB VBD 2 conj\n6 . . PUNCT . 2 punct\n",
      { 2, 0, 5, 5, 2, 2 },
      NULL,
      NULL,
      0,
      0 },
};

static void trees_are_mended(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_doc_new(CASES[i].rows);
        plb_reported_speech(&reporting, t.doc);
        for (uint32_t k = 0; k < t.doc->tokens.n; k++)
            if (t.doc->tokens.at[k].head + 1 != CASES[i].heads[k])
                fail_msg("%s: word %u has head %d, want %d", CASES[i].name, k + 1,
                         (int)t.doc->tokens.at[k].head + 1, CASES[i].heads[k]);
        if (CASES[i].said) {
            ASSERT_STR(CASES[i].name,
                       plb_deprel_name(t.doc->tokens.at[CASES[i].content - 1].deprel),
                       CASES[i].said);
            ASSERT_STR(CASES[i].name, plb_deprel_name(t.doc->tokens.at[CASES[i].source - 1].deprel),
                       CASES[i].speaker);
        }
        test_doc_free(&t);
    }
}

static int open_lexicon(void **state)
{
    (void)state;
    if (plb_lexicon_open(PLB_BINARY_DIR "/polybius-en.lex", &lex, NULL) != PLB_OK) return -1;
    return plb_reported_begin(lex, &reporting, NULL) == PLB_OK ? 0 : -1;
}

static int close_lexicon(void **state)
{
    (void)state;
    plb_lexicon_close(lex);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(trees_are_mended) };
    return cmocka_run_group_tests(tests, open_lexicon, close_lexicon);
}
