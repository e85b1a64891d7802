#include "ground/test_grounding.h"

/* "[WORDS] name country/admin1 precision [how]" of each place. */
static void describe(const plb_doc *doc, plb_buf *out)
{
    plb_buf_clear(out);
    for (uint32_t i = 0; i < doc->mentions.n; i++) {
        const plb_mention *m = &doc->mentions.at[i];
        const plb_place *p = &m->place;
        if (m->kind != PLB_MENTION_PLACE) continue;
        plb_str text = plb_doc_part(doc, m->sentence);
        plb_buf_printf(out, "%s[%.*s] %.*s %s/%.*s %.*s", out->n ? "; " : "",
                       PLB_FMT(plb_str_slice(text, m->span.begin, m->span.end)), PLB_FMT(p->name),
                       p->country, PLB_FMT(p->admin1),
                       PLB_FMT(plb_precision_name((plb_precision)p->precision)));
        if (!plb_str_is(p->how, "expression")) plb_buf_printf(out, " %.*s", PLB_FMT(p->how));
        bool point = p->lat != 0 || p->lon != 0;
        if (p->precision == PLB_PRECISION_COUNTRY) assert_false(p->located);
        if (p->located) assert_true(point);
    }
}

static void ground(test_doc *t, const test_lexicon *lex)
{
    plb_error err = { 0 };
    plb_grounding s;
    if (plb_ground_begin(lex->grounder, t->doc, &s, &err) != PLB_OK ||
        plb_ground_document_date(&s, &err) != PLB_OK || plb_ground_dates(&s, &err) != PLB_OK ||
        plb_ground_places(&s, &err) != PLB_OK)
        fail_msg("%s", err.msg);
}

static const struct {
    const char *text, *want;
} CASES[] = {
    { "Rebels fought/VBD in/IN Aleppo", "[Aleppo] Aleppo SYR/Aleppo city" },
    { "It lies/VBZ in/IN Chad", "[Chad] Chad TCD/ country" },
    /* which of several */
    { "They met/VBD in/IN Tripoli , Lebanon",
      "[Tripoli] Tripoli LBN/North Lebanon city; [Lebanon] Lebanon LBN/ country" },
    { "They met/VBD in/IN Tripoli , Libya",
      "[Tripoli] Tripoli LBY/Tripoli city; [Libya] Libya LBY/ country" },
    { "They met/VBD in/IN Georgia and/CC Alabama",
      "[Georgia] Georgia USA/ admin1; [Alabama] Alabama USA/ admin1" },
    { "They met/VBD in/IN Georgia and/CC Armenia",
      "[Georgia] Georgia GEO/ country; [Armenia] Armenia ARM/ country" },
    { "It hit/VBD Nevada , Ohio , Oregon and/CC Utah",
      "[Nevada] Nevada USA/ admin1; [Ohio] Ohio USA/ admin1; [Oregon] Oregon USA/ admin1; [Utah] "
      "Utah USA/ admin1" },
    { "Clashes hit/VBD Kandahar province/NN", "[Kandahar] Kandahar AFG/ admin1" },
    { "Clashes hit/VBD the/DT city/NN of/IN Kandahar", "[Kandahar] Kandahar AFG/Kandahar city" },
    /* parts */
    { "Fighting raged/VBD in/IN southern/JJ Gaza", "[southern Gaza] southern Gaza PSE/ region" },
    { "Fighting raged/VBD in/IN north/JJ -/HYPH eastern/JJ Nigeria",
      "[north - eastern Nigeria] north - eastern Nigeria NGA/ region" },
    /* names that nobody knows */
    { "They burned/VBD the/DT village/NN of/IN Qwortu in/IN Darfur",
      "[Qwortu] Qwortu SDN/ region container; [Darfur] Darfur SDN/ region" },
    { "They burned/VBD Qwortu district/NN", "[Qwortu] Qwortu / admin2 unknown" },
    { "It hit/VBD Aleppo and/CC Qwortu",
      "[Aleppo] Aleppo SYR/Aleppo city; [Qwortu] Qwortu SYR/ city unknown" },
    { "It hit/VBD the/DT West Bank", "[West Bank] West Bank PSE/ region" },
    { "Qwortu burned/VBD", "" },
    /* no places */
    { "The Boston Globe said/VBD so/RB", "" },
    { "A march/NN began/VBD in/IN March", "" },
    { "Rebels ate/VBD the/DT turkey/NN", "" },
    { "Mr Jackson left/VBD", "" },
};

static void names_become_places(void **state)
{
    plb_buf got = { 0 };
    int failed = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_flat(CASES[i].text);
        ground(&t, *state);
        describe(t.doc, &got);
        failed += test_differs(CASES[i].text, plb_buf_str(&got), CASES[i].want);
        test_doc_free(&t);
    }
    plb_buf_free(&got);
    assert_int_equal(failed, 0);
}

/* A name's own votes do not decide for it: the same sentence again and again changes nothing. */
static void repetition_decides_nothing(void **state)
{
    plb_buf once = { 0 }, again = { 0 }, text = { 0 };
    for (int n = 1; n <= 40; n += 39) {
        plb_buf_clear(&text);
        for (int i = 0; i < n; i++)
            plb_buf_printf(&text, "%sThey met/VBD in/IN Georgia .", i ? " | " : "");
        plb_buf_char(&text, '\0');
        test_doc t = test_flat(text.p);
        ground(&t, *state);
        t.doc->mentions.n = 1;
        describe(t.doc, n == 1 ? &once : &again);
        test_doc_free(&t);
    }
    assert_true(plb_str_eq(plb_buf_str(&once), plb_buf_str(&again)));
    plb_buf_free(&once);
    plb_buf_free(&again);
    plb_buf_free(&text);
}

int main(void)
{
    test_lexicon lex = test_lexicon_open("place_test");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(names_become_places, &lex),
        cmocka_unit_test_prestate(repetition_decides_nothing, &lex),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_lexicon_close(&lex);
    return failed;
}
