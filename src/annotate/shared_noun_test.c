#include "doc.h"
#include "test.h"

#include "annotate/shared_noun.h"

static const struct {
    const char *name, *rows;
    int heads[12]; /* counted from 1, 0 the root */
} CASES[] = {
    { "a noun cut off behind the second name",
      "1 killings killing NOUN NNS 0 root\n2 of of ADP IN 3 case\n3 Hamas Hamas PROPN NNP 1 nmod\n"
      "4 and and CCONJ CC 5 cc\n5 Fatah Fatah PROPN NNP 3 conj\n6 leaders leader NOUN NNS 1 conj\n",
      { 0, 6, 6, 5, 3, 1 } },
    { "a noun that has the names already",
      "1 killings killing NOUN NNS 0 root\n2 of of ADP IN 6 case\n"
      "3 Hamas Hamas PROPN NNP 6 compound\n4 and and CCONJ CC 5 cc\n5 Fatah Fatah PROPN NNP 3 "
      "conj\n"
      "6 leaders leader NOUN NNS 1 nmod\n",
      { 0, 6, 6, 5, 3, 1 } },
    { "a noun with an article is another phrase",
      "1 Syria Syria PROPN NNP 4 nsubj\n2 and and CCONJ CC 3 cc\n3 Iraq Iraq PROPN NNP 1 conj\n"
      "4 fought fight VERB VBD 0 root\n5 the the DET DT 6 det\n6 rebels rebel NOUN NNS 4 obj\n",
      { 4, 3, 1, 0, 6, 4 } },
};

static void nouns_head_their_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_doc_new(CASES[i].rows);
        plb_shared_nouns(t.doc);
        for (uint32_t k = 0; k < t.doc->tokens.n; k++)
            if (t.doc->tokens.at[k].head + 1 != CASES[i].heads[k])
                fail_msg("%s: word %u has head %d", CASES[i].name, k + 1,
                         (int)t.doc->tokens.at[k].head + 1);
        test_doc_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(nouns_head_their_names) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
