#include "doc.h"

#include "base/buf.h"
#include "code/code_internal.h"

/* A sentence, a word of it, and its logical arguments: "role:word" in order, "+" behind those that
 * are shared, "?" behind those that are near. The lexicon is the one that is shipped. */
static const struct {
    const char *name, *rows, *word, *want;
} CASES[] = {
    { "active",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 bombed bomb VERB VBD 0 root\n3 Crete Crete PROPN NNP 2 "
      "obj\n",
      "bombed", "subj:Greece obj:Crete" },
    { "passive",
      "1 Crete Crete PROPN NNP 3 nsubj:pass\n2 was be AUX VBD 3 aux:pass\n"
      "3 bombed bomb VERB VBN 0 root\n4 by by ADP IN 5 case\n5 Greece Greece PROPN NNP 3 "
      "obl:agent\n",
      "bombed", "obj:Crete subj:Greece" },
    { "passive of a headline",
      "1 Twelve twelve NUM CD 2 nsubj\n2 killed kill VERB VBD 0 root\n3 in in ADP IN 4 case\n"
      "4 blast blast NOUN NN 2 obl\n",
      "killed", "obj:Twelve in:blast" },
    { "coordinated arguments",
      "1 Greece Greece PROPN NNP 4 nsubj\n2 and and CCONJ CC 3 cc\n3 Malta Malta PROPN NNP 1 conj\n"
      "4 met meet VERB VBD 0 root\n5 Spain Spain PROPN NNP 4 obj\n6 and and CCONJ CC 7 cc\n"
      "7 Chad Chad PROPN NNP 5 conj\n",
      "met", "subj:Greece subj:Malta obj:Spain obj:Chad" },
    { "coordinated verbs share subject and object",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 bombed bomb VERB VBD 0 root\n3 and and CCONJ CC 4 cc\n"
      "4 took take VERB VBD 2 conj\n5 Crete Crete PROPN NNP 4 obj\n",
      "bombed", "subj:Greece obj:Crete+" },
    { "the second of coordinated verbs",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 bombed bomb VERB VBD 0 root\n3 and and CCONJ CC 4 cc\n"
      "4 took take VERB VBD 2 conj\n5 Crete Crete PROPN NNP 4 obj\n",
      "took", "obj:Crete subj:Greece+" },
    { "coordinated passives",
      "1 Men man NOUN NNS 3 nsubj:pass\n2 were be AUX VBD 3 aux:pass\n3 held hold VERB VBN 0 root\n"
      "4 and and CCONJ CC 5 cc\n5 beaten beat VERB VBN 3 conj\n",
      "beaten", "obj:Men+" },
    { "relative clause",
      "1 the the DET DT 2 det\n2 army army NOUN NN 0 root\n3 which which PRON WDT 4 nsubj\n"
      "4 took take VERB VBD 2 acl:relcl\n5 Crete Crete PROPN NNP 4 obj\n",
      "took", "obj:Crete subj:army+" },
    { "reduced relative clause",
      "1 towns town NOUN NNS 0 root\n2 bombed bomb VERB VBN 1 acl\n3 by by ADP IN 4 case\n"
      "4 Greece Greece PROPN NNP 2 obl\n",
      "bombed", "subj:Greece obj:towns+" },
    { "participle",
      "1 troops troop NOUN NNS 0 root\n2 bombing bomb VERB VBG 1 acl\n3 Crete Crete PROPN NNP 2 "
      "obj\n",
      "bombing", "obj:Crete subj:troops+" },
    { "subject control",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 refused refuse VERB VBD 0 root\n3 to to PART TO 4 "
      "mark\n"
      "4 attack attack VERB VB 2 xcomp\n5 Crete Crete PROPN NNP 4 obj\n",
      "attack", "obj:Crete subj:Greece+" },
    { "object control",
      "1 Spain Spain PROPN NNP 2 nsubj\n2 urged urge VERB VBD 0 root\n3 Greece Greece PROPN NNP 2 "
      "obj\n"
      "4 to to PART TO 5 mark\n5 attack attack VERB VB 2 xcomp\n6 Crete Crete PROPN NNP 5 obj\n",
      "attack", "obj:Crete subj:Greece+" },
    { "control by a preposition's noun",
      "1 Spain Spain PROPN NNP 2 nsubj\n2 called call VERB VBD 0 root\n3 on on ADP IN 4 case\n"
      "4 Greece Greece PROPN NNP 2 obl\n5 to to PART TO 6 mark\n6 attack attack VERB VB 2 xcomp\n",
      "attack", "subj:Greece+" },
    { "an infinitive that hangs on the noun counts for the verb",
      "1 Spain Spain PROPN NNP 2 nsubj\n2 called call VERB VBD 0 root\n3 on on ADP IN 4 case\n"
      "4 Greece Greece PROPN NNP 2 obl\n5 to to PART TO 6 mark\n6 withdraw withdraw VERB VB 4 "
      "acl\n",
      "called", "subj:Spain on:Greece clause:withdraw?" },
    { "possessor of a plan",
      "1 Greece Greece PROPN NNP 3 nmod:poss\n2 's 's PART POS 1 case\n3 plan plan NOUN NN 0 root\n"
      "4 to to PART TO 5 mark\n5 attack attack VERB VB 3 acl\n",
      "attack", "subj:Greece+" },
    { "noun",
      "1 Greek greek ADJ JJ 2 amod\n2 attacks attack NOUN NNS 0 root\n3 on on ADP IN 4 case\n"
      "4 Crete Crete PROPN NNP 2 nmod\n",
      "attacks", "mod:Greek on:Crete" },
    { "compound inside a compound",
      "1 Greece Greece PROPN NNP 3 compound\n2 - - PUNCT HYPH 1 punct\n3 Crete Crete PROPN NNP 4 "
      "compound\n"
      "4 war war NOUN NN 0 root\n",
      "war", "mod:Crete mod:Greece" },
    { "light verb",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 held hold VERB VBD 0 root\n3 talks talk NOUN NNS 2 "
      "obj\n"
      "4 with with ADP IN 5 case\n5 Crete Crete PROPN NNP 2 obl\n",
      "talks", "subj:Greece+ with:Crete?" },
    { "light verb whose subject is the target",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 came come VERB VBD 0 root\n3 under under ADP IN 4 "
      "case\n"
      "4 attack attack NOUN NN 2 obl\n",
      "attack", "obj:Greece+" },
    { "light verb in the passive",
      "1 Talks talk NOUN NNS 3 nsubj:pass\n2 were be AUX VBD 3 aux:pass\n3 held hold VERB VBN 0 "
      "root\n"
      "4 by by ADP IN 5 case\n5 Greece Greece PROPN NNP 3 obl:agent\n",
      "Talks", "subj:Greece+" },
    { "noun of quantity between",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 launched launch VERB VBD 0 root\n3 waves wave NOUN NNS "
      "2 obj\n"
      "4 of of ADP IN 5 case\n5 attacks attack NOUN NNS 3 nmod\n6 on on ADP IN 7 case\n"
      "7 Crete Crete PROPN NNP 3 nmod\n",
      "attacks", "subj:Greece+ on:Crete+" },
    { "predicative adjective",
      "1 Greece Greece PROPN NNP 3 nsubj\n2 is be AUX VBZ 3 cop\n3 ready ready ADJ JJ 0 root\n"
      "4 to to PART TO 5 mark\n5 talk talk VERB VB 3 xcomp\n",
      "ready", "subj:Greece clause:talk" },
    { "the infinitive of an adjective",
      "1 Greece Greece PROPN NNP 3 nsubj\n2 is be AUX VBZ 3 cop\n3 ready ready ADJ JJ 0 root\n"
      "4 to to PART TO 5 mark\n5 talk talk VERB VB 3 xcomp\n",
      "talk", "subj:Greece+" },
    { "what hangs on the object may be the verb's",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 signed sign VERB VBD 0 root\n3 pact pact NOUN NN 2 "
      "obj\n"
      "4 with with ADP IN 5 case\n5 Crete Crete PROPN NNP 3 nmod\n",
      "signed", "subj:Greece obj:pact with:Crete?" },
};

static const char *const ROLE_NAMES[] = { "subj", "obj", "iobj", "poss", "mod", "clause" };

static void print(const plb_code_work *w, int32_t token, plb_buf *out)
{
    static const char *const HOW[] = { "", "+", "?" };
    int32_t n;
    const plb_argument *a = plb_arguments_of(w, token, &n);
    for (int32_t i = 0; i < n; i++) {
        plb_buf_printf(out, "%s", i ? " " : "");
        if (a[i].role < PLB_N_FIXED_ROLES)
            plb_buf_printf(out, "%s", ROLE_NAMES[a[i].role]);
        else
            plb_buf_add(out, plb_doc_token(w->doc, a[i].case_token)->lemma);
        plb_buf_printf(out, ":%.*s%s", PLB_FMT(plb_doc_token(w->doc, a[i].token)->form),
                       HOW[a[i].how]);
    }
}

static void arguments_are_the_same_however_it_is_said(void **state)
{
    plb_coder *coder = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_doc_new(CASES[i].rows);
        plb_error err;
        plb_code_work w = { .coder = coder, .doc = t.doc };
        for (uint32_t k = 0; k < t.doc->tokens.n; k++) t.doc->tokens.at[k].mention = PLB_NONE;
        assert_int_equal(plb_code_arguments(&w, &err), PLB_OK);
        plb_buf got = { 0 };
        for (uint32_t k = 0; k < t.doc->tokens.n; k++)
            if (plb_str_is(t.doc->tokens.at[k].form, CASES[i].word)) print(&w, (int32_t)k, &got);
        ASSERT_STR(CASES[i].name, plb_buf_str(&got), CASES[i].want);
        plb_buf_free(&got);
        test_doc_free(&t);
    }
}

static plb_lexicon *lex;

static int open_coder(void **state)
{
    plb_error err;
    if (plb_lexicon_open(PLB_BINARY_DIR "/polybius-en.lex", &lex, &err) != PLB_OK) return -1;
    return plb_coder_new(lex, (plb_coder **)state, &err) == PLB_OK ? 0 : -1;
}

static int close_coder(void **state)
{
    plb_coder_free(*state);
    plb_lexicon_close(lex);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_are_the_same_however_it_is_said),
    };
    return cmocka_run_group_tests(tests, open_coder, close_coder);
}
