#include "doc.h"
#include "test.h"

#include "annotate/apposition.h"

static const struct {
    const char *name, *rows;
    int noun, head; /* counted from 1 */
} CASES[] = {
    { "a bare noun behind coordinated names",
      "1 went go VERB VBD 0 root\n2 to to ADP IN 3 case\n3 Oman Oman PROPN NNP 1 obl\n"
      "4 and and CCONJ CC 5 cc\n5 Qatar Qatar PROPN NNP 3 conj\n6 , , PUNCT , 8 punct\n"
      "7 old old ADJ JJ 8 amod\n8 allies ally NOUN NNS 1 obl\n",
      8, 3 },
    { "a noun with a preposition is an adverbial",
      "1 went go VERB VBD 0 root\n2 to to ADP IN 3 case\n3 Oman Oman PROPN NNP 1 obl\n"
      "4 , , PUNCT , 6 punct\n5 with with ADP IN 6 case\n6 allies ally NOUN NNS 1 obl\n",
      6, 1 },
    { "no comma, no apposition",
      "1 met meet VERB VBD 0 root\n2 Oman Oman PROPN NNP 1 obj\n3 times time NOUN NNS 1 obl\n", 3,
      1 },
};

static void bare_nouns_behind_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_doc_new(CASES[i].rows);
        plb_appositions(t.doc);
        int head = t.doc->tokens.at[CASES[i].noun - 1].head + 1;
        if (head != CASES[i].head) fail_msg("%s: head %d", CASES[i].name, head);
        test_doc_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(bare_nouns_behind_names) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
