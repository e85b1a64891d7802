#include "doc.h"
#include "test.h"

#include "annotate/relative.h"

static const struct {
    const char *name, *rows;
    int clause, head; /* of the relative clause's verb, counted from 1 */
} CASES[] = {
    { "a singular verb goes to the singular noun",
      "1 talks talk NOUN NNS 0 root\n2 in in ADP IN 3 case\n3 Oman Oman PROPN NNP 1 nmod\n"
      "4 , , PUNCT , 6 punct\n5 which which PRON WDT 6 nsubj\n6 hosts host VERB VBZ 1 acl:relcl\n"
      "7 them they PRON PRP 6 obj\n",
      6, 3 },
    { "a plural verb goes to the plural noun",
      "1 leader leader NOUN NN 0 root\n2 of of ADP IN 3 case\n3 rebels rebel NOUN NNS 1 nmod\n"
      "4 who who PRON WP 6 nsubj\n5 are be AUX VBP 6 aux\n6 fighting fight VERB VBG 1 acl:relcl\n",
      6, 3 },
    { "where the verb agrees with both, the parser's choice stands",
      "1 leader leader NOUN NN 0 root\n2 of of ADP IN 3 case\n3 Hamas Hamas PROPN NNP 1 nmod\n"
      "4 who who PRON WP 5 nsubj\n5 lives live VERB VBZ 1 acl:relcl\n",
      5, 1 },
    { "a clause that hung elsewhere is the noun's before the comma",
      "1 Oman Oman PROPN NNP 4 vocative\n2 , , PUNCT , 4 punct\n"
      "3 which which PRON WDT 4 nsubj\n4 hosted host VERB VBD 7 advcl\n5 them they PRON PRP 4 obj\n"
      "6 , , PUNCT , 4 punct\n7 left leave VERB VBD 0 root\n",
      4, 1 },
    { "and the noun takes its place",
      "1 Oman Oman PROPN NNP 4 vocative\n2 , , PUNCT , 4 punct\n"
      "3 which which PRON WDT 4 nsubj\n4 hosted host VERB VBD 7 advcl\n5 them they PRON PRP 4 obj\n"
      "6 , , PUNCT , 4 punct\n7 left leave VERB VBD 0 root\n",
      1, 7 },
    { "the past has no number",
      "1 talks talk NOUN NNS 0 root\n2 in in ADP IN 3 case\n3 Oman Oman PROPN NNP 1 nmod\n"
      "4 that that PRON WDT 5 nsubj\n5 failed fail VERB VBD 1 acl:relcl\n",
      5, 1 },
};

static void clauses_hang_where_they_agree(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_doc_new(CASES[i].rows);
        plb_relative_clauses(t.doc);
        int head = t.doc->tokens.at[CASES[i].clause - 1].head + 1;
        if (head != CASES[i].head) fail_msg("%s: head %d", CASES[i].name, head);
        test_doc_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(clauses_hang_where_they_agree) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
