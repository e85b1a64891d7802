#include "ground/number.h"
#include "ground/test_grounding.h"

static void bound(plb_buf *out, bool has, double value)
{
    if (has)
        plb_buf_printf(out, "%.0f", value);
    else
        plb_buf_char(out, '?');
}

/* "[AMOUNT] measure low..high [part] [cumulative] of [WORDS] by WORD" of each quantity. */
static void describe(const plb_doc *doc, plb_buf *out)
{
    plb_buf_clear(out);
    for (uint32_t i = 0; i < doc->mentions.n; i++) {
        const plb_mention *m = &doc->mentions.at[i];
        const plb_quantity *q = &m->quantity;
        if (m->kind != PLB_MENTION_QUANTITY) continue;
        plb_str text = plb_doc_part(doc, m->sentence);
        plb_buf_printf(out, "%s[%.*s] %.*s ", out->n ? "; " : "",
                       PLB_FMT(plb_str_slice(text, m->span.begin, m->span.end)),
                       PLB_FMT(plb_measure_name((plb_measure)q->measure)));
        bound(out, q->has_low, q->low);
        plb_buf_printf(out, "..");
        bound(out, q->has_high, q->high);
        if (q->part) plb_buf_printf(out, " part");
        if (q->cumulative) plb_buf_printf(out, " cumulative");
        plb_buf_printf(out, " of [%.*s]", PLB_FMT(plb_str_slice(text, q->of.begin, q->of.end)));
        if (q->predicate_token != PLB_NONE)
            plb_buf_printf(out, " by %.*s", PLB_FMT(doc->tokens.at[q->predicate_token].form));
    }
}

static void ground(test_doc *t, const test_lexicon *lex)
{
    plb_error err = { 0 };
    plb_grounding s;
    t->report->published = plb_day_of(2016, 3, 9);
    if (plb_ground_begin(lex->grounder, t->doc, &s, &err) != PLB_OK ||
        plb_ground_document_date(&s, &err) != PLB_OK || plb_ground_dates(&s, &err) != PLB_OK ||
        plb_ground_quantities(&s, &err) != PLB_OK)
        fail_msg("%s", err.msg);
}

static const struct {
    const char *rows, *want;
} CASES[] = {
    /* Rebels killed 12 soldiers in the north . */
    { "1 Rebels rebel NOUN NNS 2 nsubj\n"
      "2 killed kill VERB VBD 0 root\n"
      "3 12 12 NUM CD 4 nummod\n"
      "4 soldiers soldier NOUN NNS 2 obj\n"
      "5 in in ADP IN 7 case\n"
      "6 the the DET DT 7 det\n"
      "7 north north NOUN NN 2 obl\n"
      "8 . . PUNCT . 1 punct\n",
      "[12] killed 12..12 of [soldiers] by killed" },
    /* At least 12 people were killed and 20 wounded in the blast . */
    { "1 At at ADP IN 2 case\n"
      "2 least least ADJ JJS 3 nmod\n"
      "3 12 12 NUM CD 4 nummod\n"
      "4 people people NOUN NNS 6 nsubj:pass\n"
      "5 were be AUX VBD 6 aux:pass\n"
      "6 killed kill VERB VBN 0 root\n"
      "7 and and CCONJ CC 9 cc\n"
      "8 20 20 NUM CD 9 nummod\n"
      "9 wounded wounded ADJ JJ 6 conj\n"
      "10 in in ADP IN 12 case\n"
      "11 the the DET DT 12 det\n"
      "12 blast blast NOUN NN 6 obl\n"
      "13 . . PUNCT . 6 punct\n",
      "[At least 12] killed 12..? of [people] by killed; [20] injured 20..20 of [] by wounded" },
    /* Over 40,000 people were killed , the ministry said . */
    { "1 Over over ADV RB 2 advmod\n"
      "2 40,000 40000 NUM CD 3 nummod\n"
      "3 people people NOUN NNS 5 nsubj:pass\n"
      "4 were be AUX VBD 5 aux:pass\n"
      "5 killed kill VERB VBN 9 ccomp\n"
      "6 , , PUNCT , 5 punct\n"
      "7 the the DET DT 8 det\n"
      "8 ministry ministry NOUN NN 9 nsubj\n"
      "9 said say VERB VBD 0 root\n"
      "10 . . PUNCT . 9 punct\n",
      "[Over 40,000] killed 40001..? of [people] by killed" },
    /* The death toll rose to 45 on Monday . */
    { "1 The the DET DT 3 det\n"
      "2 death death NOUN NN 3 compound\n"
      "3 toll toll NOUN NN 4 nsubj\n"
      "4 rose rise VERB VBD 0 root\n"
      "5 to to ADP IN 6 case\n"
      "6 45 45 NUM CD 4 obl\n"
      "7 on on ADP IN 8 case\n"
      "8 Monday Monday PROPN NNP 4 obl\n"
      "9 . . PUNCT . 4 punct\n",
      "[45] killed 45..45 cumulative of [] by toll" },
    /* A soldier was killed and two civilians were injured . */
    { "1 A a DET DT 2 det\n"
      "2 soldier soldier NOUN NN 4 nsubj:pass\n"
      "3 was be AUX VBD 4 aux:pass\n"
      "4 killed kill VERB VBN 0 root\n"
      "5 and and CCONJ CC 9 cc\n"
      "6 two two NUM CD 7 nummod\n"
      "7 civilians civilian NOUN NNS 9 nsubj:pass\n"
      "8 were be AUX VBD 9 cop\n"
      "9 injured injured ADJ JJ 4 conj\n"
      "10 . . PUNCT . 4 punct\n",
      "[two] injured 2..2 of [civilians] by injured; [A soldier] killed 1..1 of [soldier] by "
      "killed" },
    /* A policeman and three gunmen died . */
    { "1 A a DET DT 2 det\n"
      "2 policeman policeman NOUN NN 6 nsubj\n"
      "3 and and CCONJ CC 5 cc\n"
      "4 three three NUM CD 5 nummod\n"
      "5 gunmen gunman NOUN NNS 2 conj\n"
      "6 died die VERB VBD 0 root\n"
      "7 . . PUNCT . 6 punct\n",
      "[three] killed 3..3 of [gunmen] by died; [A policeman] killed 1..1 of [policeman] by died" },
    /* Dozens of civilians fled the town . */
    { "1 Dozens dozen NOUN NNS 4 nsubj\n"
      "2 of of ADP IN 3 case\n"
      "3 civilians civilian NOUN NNS 1 nmod\n"
      "4 fled flee VERB VBD 0 root\n"
      "5 the the DET DT 6 det\n"
      "6 town town NOUN NN 4 obj\n"
      "7 . . PUNCT . 4 punct\n",
      "[Dozens] displaced 24..? of [civilians] by fled" },
    /* They have displaced the majority of the 2.3 million residents . */
    { "1 They they PRON PRP 3 nsubj\n"
      "2 have have AUX VBP 3 aux\n"
      "3 displaced displace VERB VBN 0 root\n"
      "4 the the DET DT 5 det\n"
      "5 majority majority NOUN NN 3 obj\n"
      "6 of of ADP IN 10 case\n"
      "7 the the DET DT 10 det\n"
      "8 2.3 2.3 NUM CD 9 compound\n"
      "9 million million NUM CD 10 nummod\n"
      "10 residents resident NOUN NNS 5 nmod\n"
      "11 . . PUNCT . 3 punct\n",
      "[majority of the 2.3 million] displaced 1150001..2300000 of [residents] by displaced" },
    /* Fifteen people , including 12 children , died . */
    { "1 Fifteen fifteen NUM CD 2 nummod\n"
      "2 people people NOUN NNS 8 nsubj\n"
      "3 , , PUNCT , 6 punct\n"
      "4 including include VERB VBG 6 case\n"
      "5 12 12 NUM CD 6 nummod\n"
      "6 children child NOUN NNS 2 conj\n"
      "7 , , PUNCT , 2 punct\n"
      "8 died die VERB VBD 0 root\n"
      "9 . . PUNCT . 8 punct\n",
      "[Fifteen] killed 15..15 of [people] by died; [12] killed 12..12 part of [children] by "
      "died" },
    /* No one was hurt in the attack . */
    { "1 No no DET DT 2 det\n"
      "2 one one PRON NN 4 nsubj:pass\n"
      "3 was be AUX VBD 4 aux:pass\n"
      "4 hurt hurt VERB VBN 0 root\n"
      "5 in in ADP IN 7 case\n"
      "6 the the DET DT 7 det\n"
      "7 attack attack NOUN NN 4 obl\n"
      "8 . . PUNCT . 4 punct\n",
      "[No one] injured 0..0 of [] by hurt" },
    /* The recovery of the bodies of six hostages shocked the country . */
    { "1 The the DET DT 2 det\n"
      "2 recovery recovery NOUN NN 9 nsubj\n"
      "3 of of ADP IN 5 case\n"
      "4 the the DET DT 5 det\n"
      "5 bodies body NOUN NNS 2 nmod\n"
      "6 of of ADP IN 8 case\n"
      "7 six six NUM CD 8 nummod\n"
      "8 hostages hostage NOUN NNS 5 nmod\n"
      "9 shocked shock VERB VBN 0 root\n"
      "10 the the DET DT 11 det\n"
      "11 country country NOUN NN 9 obj\n"
      "12 . . PUNCT . 9 punct\n",
      "[six] bodies 6..6 of [hostages] by bodies" },
    /* Between 12 and 15 fighters were captured . */
    { "1 Between between ADP IN 2 case\n"
      "2 12 12 NUM CD 7 obl\n"
      "3 and and CCONJ CC 7 cc\n"
      "4 15 15 NUM CD 5 nummod\n"
      "5 fighters fighter NOUN NNS 7 nsubj:pass\n"
      "6 were be AUX VBD 7 aux:pass\n"
      "7 captured capture VERB VBN 0 root\n"
      "8 . . PUNCT . 7 punct\n",
      "[Between 12 and 15] detained 12..15 of [fighters] by captured" },
    /* More than 2,000 people have been killed since October . */
    { "1 More more ADJ JJR 3 advmod\n"
      "2 than than ADP IN 1 fixed\n"
      "3 2,000 2000 NUM CD 4 nummod\n"
      "4 people people NOUN NNS 7 nsubj:pass\n"
      "5 have have AUX VBP 7 aux\n"
      "6 been be AUX VBN 7 aux:pass\n"
      "7 killed kill VERB VBN 0 root\n"
      "8 since since ADP IN 9 case\n"
      "9 October October PROPN NNP 7 obl\n"
      "10 . . PUNCT . 7 punct\n",
      "[More than 2,000] killed 2001..? cumulative of [people] by killed" },
    /* The army said up to 15 militants were killed . */
    { "1 The the DET DT 2 det\n"
      "2 army army NOUN NN 3 nsubj\n"
      "3 said say VERB VBD 0 root\n"
      "4 up up ADP RP 3 compound:prt\n"
      "5 to to ADP IN 7 case\n"
      "6 15 15 NUM CD 7 nummod\n"
      "7 militants militant NOUN NNS 9 nsubj:pass\n"
      "8 were be AUX VBD 9 aux:pass\n"
      "9 killed kill VERB VBN 3 ccomp\n"
      "10 . . PUNCT . 3 punct\n",
      "[up to 15] killed ?..15 of [militants] by killed" },
    /* The bomb left 12 people dead . */
    { "1 The the DET DT 2 det\n"
      "2 bomb bomb NOUN NN 3 nsubj\n"
      "3 left leave VERB VBD 0 root\n"
      "4 12 12 NUM CD 5 nummod\n"
      "5 people people NOUN NNS 3 obj\n"
      "6 dead dead ADJ JJ 5 amod\n"
      "7 . . PUNCT . 3 punct\n",
      "[12] killed 12..12 of [people] by dead" },
    /* The war has claimed more than 10,000 lives . */
    { "1 The the DET DT 2 det\n"
      "2 war war NOUN NN 4 nsubj\n"
      "3 has have AUX VBZ 4 aux\n"
      "4 claimed claim VERB VBN 0 root\n"
      "5 more more ADJ JJR 7 advmod\n"
      "6 than than ADP IN 5 fixed\n"
      "7 10,000 10000 NUM CD 8 nummod\n"
      "8 lives life NOUN NNS 4 obj\n"
      "9 . . PUNCT . 4 punct\n",
      "[more than 10,000] killed 10001..? of [lives] by claimed" },
    /* About 500 protesters gathered . */
    { "1 About about ADV RB 2 advmod\n"
      "2 500 500 NUM CD 3 nummod\n"
      "3 protesters protester NOUN NNS 4 nsubj\n"
      "4 gathered gather VERB VBD 0 root\n"
      "5 . . PUNCT . 4 punct\n",
      "[About 500] protesters 500..500 of [protesters] by protesters" },
    /* The state gave $ 20 million to the army . */
    { "1 The the DET DT 2 det\n"
      "2 state state NOUN NN 3 nsubj\n"
      "3 gave give VERB VBD 0 root\n"
      "4 $ $ SYM $ 3 obj\n"
      "5 20 20 NUM CD 6 compound\n"
      "6 million million NUM CD 4 nummod\n"
      "7 to to ADP IN 9 case\n"
      "8 the the DET DT 9 det\n"
      "9 army army NOUN NN 3 obl\n"
      "10 . . PUNCT . 3 punct\n",
      "[$ 20 million] money 20000000..20000000 of []" },
    /* Police arrested 34 people , among them two journalists . */
    { "1 Police police NOUN NNS 2 nsubj\n"
      "2 arrested arrest VERB VBD 0 root\n"
      "3 34 34 NUM CD 4 nummod\n"
      "4 people people NOUN NNS 2 obj\n"
      "5 , , PUNCT , 7 punct\n"
      "6 among among ADP IN 7 case\n"
      "7 them they PRON PRP 4 acl\n"
      "8 two two NUM CD 9 nummod\n"
      "9 journalists journalist NOUN NNS 7 nmod:unmarked\n"
      "10 . . PUNCT . 2 punct\n",
      "[34] detained 34..34 of [people] by arrested; [two] detained 2..2 part of [journalists] by "
      "arrested" },
    /* The killing of at least 30 villagers was condemned . */
    { "1 The the DET DT 2 det\n"
      "2 killing killing NOUN NN 9 nsubj:pass\n"
      "3 of of ADP IN 7 case\n"
      "4 at at ADP IN 5 case\n"
      "5 least least ADJ JJS 6 nmod\n"
      "6 30 30 NUM CD 7 nummod\n"
      "7 villagers villager NOUN NNS 2 nmod\n"
      "8 was be AUX VBD 9 aux:pass\n"
      "9 condemned condemn VERB VBN 0 root\n"
      "10 . . PUNCT . 9 punct\n",
      "[at least 30] killed 30..? of [villagers] by killing" },
    /* Resolution 242 was adopted . */
    { "1 Resolution resolution NOUN NN 4 nsubj:pass\n"
      "2 242 242 NUM CD 1 flat\n"
      "3 was be AUX VBD 4 aux:pass\n"
      "4 adopted adopt VERB VBN 0 root\n"
      "5 . . PUNCT . 4 punct\n",
      "" },
    /* Some 3,000 people were forced to flee their homes . */
    { "1 Some some DET DT 3 det\n"
      "2 3,000 3000 NUM CD 3 nummod\n"
      "3 people people NOUN NNS 5 nsubj:pass\n"
      "4 were be AUX VBD 5 aux:pass\n"
      "5 forced force VERB VBN 0 root\n"
      "6 to to PART TO 7 mark\n"
      "7 flee flee VERB VB 5 xcomp\n"
      "8 their their PRON PRP$ 9 nmod:poss\n"
      "9 homes home NOUN NNS 7 obj\n"
      "10 . . PUNCT . 5 punct\n",
      "[Some 3,000] displaced 3000..3000 of [people] by flee" },
    /* Tens of thousands of refugees crossed the border . */
    { "1 Tens ten NOUN NNS 6 nsubj\n"
      "2 of of ADP IN 3 case\n"
      "3 thousands thousand NOUN NNS 1 nmod\n"
      "4 of of ADP IN 5 case\n"
      "5 refugees refugee NOUN NNS 3 nmod\n"
      "6 crossed cross VERB VBN 0 root\n"
      "7 the the DET DT 8 det\n"
      "8 border border NOUN NN 6 obj\n"
      "9 . . PUNCT . 6 punct\n",
      "[Tens of thousands] refugees 20000..? of [refugees] by refugees" },
    /* Smith , 34 , was killed by a sniper . */
    { "1 Smith Smith PROPN NNP 6 nsubj:pass\n"
      "2 , , PUNCT , 3 punct\n"
      "3 34 34 NUM CD 1 appos\n"
      "4 , , PUNCT , 1 punct\n"
      "5 was be AUX VBD 6 aux:pass\n"
      "6 killed kill VERB VBN 0 root\n"
      "7 by by ADP IN 9 case\n"
      "8 a a DET DT 9 det\n"
      "9 sniper sniper NOUN NN 6 obl:agent\n"
      "10 . . PUNCT . 6 punct\n",
      "" },
    /* Half of the 200 hostages were freed . */
    { "1 Half half NOUN NN 7 nsubj:pass\n"
      "2 of of ADP IN 5 case\n"
      "3 the the DET DT 5 det\n"
      "4 200 200 NUM CD 5 nummod\n"
      "5 hostages hostage NOUN NNS 1 nmod\n"
      "6 were be AUX VBD 7 aux:pass\n"
      "7 freed free VERB VBN 0 root\n"
      "8 . . PUNCT . 7 punct\n",
      "[Half of the 200] released 100..100 of [hostages] by freed" },
    /* The 20 - member council met . */
    { "1 The the DET DT 5 det\n"
      "2 20 20 NUM CD 4 nummod\n"
      "3 - - PUNCT HYPH 2 punct\n"
      "4 member member NOUN NN 5 compound\n"
      "5 council council NOUN NN 6 nsubj\n"
      "6 met meet VERB VBD 0 root\n"
      "7 . . PUNCT . 6 punct\n",
      "" },
    /* They walked 12 kilometers . */
    { "1 They they PRON PRP 2 nsubj\n"
      "2 walked walk VERB VBD 0 root\n"
      "3 12 12 NUM CD 4 nummod\n"
      "4 kilometers kilometer NOUN NNS 2 obj\n"
      "5 . . PUNCT . 2 punct\n",
      "" },
};

static void numbers_count_what_the_tree_says(void **state)
{
    plb_buf got = { 0 };
    int failed = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_doc_new(CASES[i].rows);
        ground(&t, *state);
        describe(t.doc, &got);
        failed += test_differs(t.doc->part[PLB_PART_TEXT].p, plb_buf_str(&got), CASES[i].want);
        test_doc_free(&t);
    }
    plb_buf_free(&got);
    assert_int_equal(failed, 0);
}

/* Headlines leave out what the tree needs: there the words beside the number tell. */
static const struct {
    const char *text, *want;
} HEADLINES[] = {
    { "Blast kills/VBZ 12 in/IN market", "[12] killed 12..12 of [] by kills" },
    { "Gunmen Kill 8 Officers/NNPS", "[8] killed 8..8 of [Officers] by Kill" },
    { "8 killed/VBN , 20 wounded/NN in/IN raid",
      "[8] killed 8..8 of [] by killed; [20] injured 20..20 of [] by wounded" },
    { "Quake toll now/RB 45", "[45] killed 45..45 cumulative of [] by toll" },
    { "At least six/CD dead/JJ in/IN clash", "[At least six] killed 6..? of [] by dead" },
    { "Five/CD feared/VBN dead", "[Five] killed 5..5 of [] by dead" },
    { "Town beats rivals 3 - 2", "" },
};

static void headlines_are_read_by_neighbours(void **state)
{
    plb_buf got = { 0 };
    int failed = 0;
    for (size_t i = 0; i < sizeof HEADLINES / sizeof *HEADLINES; i++) {
        test_doc t = test_flat(HEADLINES[i].text);
        t.doc->sentences.at[0].line = PLB_LINE_HEADLINE;
        ground(&t, *state);
        describe(t.doc, &got);
        failed += test_differs(HEADLINES[i].text, plb_buf_str(&got), HEADLINES[i].want);
        test_doc_free(&t);
    }
    plb_buf_free(&got);
    assert_int_equal(failed, 0);
}

static const struct {
    const char *words;
    double value;
    int n_tokens;
} NUMBERS[] = {
    { "12", 12, 1 },
    { "1,200", 1200, 1 },
    { "2.3 million", 2.3e6, 2 },
    { "two", 2, 1 },
    { "twenty - five", 25, 3 },
    { "twenty five", 25, 2 },
    { "two hundred and five soldiers", 205, 4 },
    { "two hundred and soldiers", 200, 2 },
    { "three thousand", 3000, 2 },
    { "two hundred thousand", 200000, 3 },
    { "two million three hundred thousand and five", 2300005, 7 },
    { "a dozen", 12, 2 },
    { "half a million", 500000, 3 },
    { "two dozen", 24, 2 },
    { "5 million", 5e6, 2 },
    { "two three", 2, 1 },
    { "12 15", 12, 1 },
    { "a soldier", 0, 0 },
    { "and two", 0, 0 },
    { "1,20", 0, 0 },
    { "12a", 0, 0 },
};

static void numbers_are_read(void **state)
{
    const test_lexicon *lex = *state;
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        plb_error err = { 0 };
        plb_grounding s;
        plb_number n = { 0 };
        test_doc t = test_flat(NUMBERS[i].words);
        assert_int_equal(plb_ground_begin(lex->grounder, t.doc, &s, &err), PLB_OK);
        bool found = plb_ground_number(&s, 0, (int32_t)t.doc->tokens.n, &n);
        if (found != (NUMBERS[i].n_tokens > 0) || n.n_tokens != NUMBERS[i].n_tokens ||
            n.value < NUMBERS[i].value - 1e-6 || n.value > NUMBERS[i].value + 1e-6)
            fail_msg("%s: got %g of %d tokens", NUMBERS[i].words, n.value, (int)n.n_tokens);
        test_doc_free(&t);
    }
}

int main(void)
{
    test_lexicon lex = test_lexicon_open("quantity_test");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(numbers_are_read, &lex),
        cmocka_unit_test_prestate(numbers_count_what_the_tree_says, &lex),
        cmocka_unit_test_prestate(headlines_are_read_by_neighbours, &lex),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_lexicon_close(&lex);
    return failed;
}
