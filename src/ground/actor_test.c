/* Actors and coreference on gold trees. Each row tells all mentions of actors in the order of the
 * text: words, via, codes. */
#include "ground/actor_internal.h"
#include "test_grounding.h"

static const struct {
    const char *name, *rows, *want;
} CASES[] = {
    { "country and role",
      "1 Peruvian Peruvian PROPN NNP 2 compound\n"
      "2 soldiers soldier NOUN NNS 3 nsubj\n"
      "3 met meet VERB VBD 0 root\n"
      "4-5 Chile's _ _ _ _ _\n"
      "4 Chile Chile PROPN NNP 7 nmod:poss\n"
      "5 's 's PART POS 4 case\n"
      "6 foreign foreign ADJ JJ 7 amod\n"
      "7 minister minister NOUN NN 3 obj SpaceAfter=No\n"
      "8 . . PUNCT . 3 punct\n",
      "Peruvian soldiers title PERMIL; Chile name CHL; Chile's foreign minister title CHLGOV" },
    { "title and name",
      "1 Kenyan Kenyan PROPN NNP 6 nsubj\n"
      "2 Foreign Foreign ADJ NNP 3 amod\n"
      "3 Minister Minister PROPN NNP 4 nmod:desc\n"
      "4 Jane Jane PROPN NNP 1 flat\n"
      "5 Otieno Otieno PROPN NNP 4 flat\n"
      "6 visited visit VERB VBD 0 root\n"
      "7 Ghana Ghana PROPN NNP 6 obj SpaceAfter=No\n"
      "8 . . PUNCT . 6 punct\n",
      "Kenyan Foreign Minister Jane Otieno title KENGOV; Ghana name GHA" },
    { "former",
      "1 Former former ADJ JJ 3 amod\n"
      "2 Polish Polish ADJ JJ 3 amod\n"
      "3 president president NOUN NN 4 nmod:desc\n"
      "4 Adam Adam PROPN NNP 6 nsubj\n"
      "5 Kowal Kowal PROPN NNP 4 flat\n"
      "6 praised praise VERB VBD 0 root\n"
      "7 Norway Norway PROPN NNP 6 obj SpaceAfter=No\n"
      "8 . . PUNCT . 6 punct\n",
      "Former Polish president Adam Kowal title POLELI; Norway name NOR" },
    { "apposition",
      "1 Maria Maria PROPN NNP 9 nsubj\n"
      "2 Rossi Rossi PROPN NNP 1 flat SpaceAfter=No\n"
      "3 , , PUNCT , 7 punct\n"
      "4-5 Italy's _ _ _ _ _\n"
      "4 Italy Italy PROPN NNP 7 nmod:poss\n"
      "5 's 's PART POS 4 case\n"
      "6 interior interior ADJ JJ 7 amod\n"
      "7 minister minister NOUN NN 1 appos SpaceAfter=No\n"
      "8 , , PUNCT , 1 punct\n"
      "9 resigned resign VERB VBD 0 root SpaceAfter=No\n"
      "10 . . PUNCT . 9 punct\n",
      "Maria Rossi apposition ITAGOV; Italy name ITA; Italy's interior minister title ITAGOV" },
    { "role before its owner",
      "1 The the DET DT 3 det\n"
      "2 Foreign Foreign ADJ NNP 3 amod\n"
      "3 Ministry Ministry PROPN NNP 6 nsubj\n"
      "4 in in ADP IN 5 case\n"
      "5 Lima Lima PROPN NNP 3 nmod\n"
      "6 summoned summon VERB VBD 0 root\n"
      "7 the the DET DT 8 det\n"
      "8 leader leader NOUN NN 6 obj\n"
      "9 of of ADP IN 10 case\n"
      "10 Hamas Hamas PROPN NNP 8 nmod SpaceAfter=No\n"
      "11 . . PUNCT . 6 punct\n",
      "The Foreign Ministry title PERGOV; the leader title PSEREBHMS; Hamas name PSEREBHMS" },
    { "coordinated adjectives",
      "1 French French ADJ JJ 4 amod\n"
      "2 and and CCONJ CC 3 cc\n"
      "3 Greek Greek ADJ JJ 1 conj\n"
      "4 officials official NOUN NNS 5 nsubj\n"
      "5 signed sign VERB VBD 0 root\n"
      "6 a a DET DT 7 det\n"
      "7 treaty treaty NOUN NN 5 obj SpaceAfter=No\n"
      "8 . . PUNCT . 5 punct\n",
      "French and Greek officials title FRAGOV+GRCGOV" },
    { "adjective alone",
      "1 Turkish Turkish ADJ JJ 2 amod\n"
      "2 strikes strike NOUN NNS 3 nsubj\n"
      "3 hit hit VERB VBD 0 root\n"
      "4 Syria Syria PROPN NNP 3 obj SpaceAfter=No\n"
      "5 . . PUNCT . 3 punct\n",
      "Turkish name TUR; Syria name SYR" },
    { "hyphen aside",
      "1 Iran Iran PROPN NNP 3 nsubj SpaceAfter=No\n"
      "2 - - PUNCT HYPH 1 punct SpaceAfter=No\n"
      "3 backed back VERB VBN 0 root\n"
      "4 fighters fighter NOUN NNS 3 obj\n"
      "5 attacked attack VERB VBD 4 acl\n"
      "6 Saudi Saudi ADJ NNP 8 nsubj SpaceAfter=No\n"
      "7 - - PUNCT HYPH 6 punct SpaceAfter=No\n"
      "8 led lead VERB VBN 9 amod\n"
      "9 forces force NOUN NNS 5 obl SpaceAfter=No\n"
      "10 . . PUNCT . 3 punct\n",
      "Iran-backed fighters role REB; Saudi-led forces title SAUMIL" },
    { "people",
      "1 Ten ten NUM CD 0 root\n"
      "2 Nepalese Nepalese ADJ JJ 4 nsubj:pass\n"
      "3 were be AUX VBD 4 aux:pass\n"
      "4 arrested arrest VERB VBN 1 acl:relcl SpaceAfter=No\n"
      "5 . . PUNCT . 1 punct\n",
      "Ten Nepalese name NPLCVL" },
    { "capital acts",
      "1 Moscow Moscow PROPN NNP 2 nsubj\n"
      "2 rejected reject VERB VBD 0 root\n"
      "3 the the DET DT 4 det\n"
      "4 offer offer NOUN NN 2 obj\n"
      "5 from from ADP IN 6 case\n"
      "6 Rome Rome PROPN NNP 4 nmod SpaceAfter=No\n"
      "7 . . PUNCT . 2 punct\n",
      "Moscow metonym RUSGOV; Rome metonym ITAGOV" },
    { "capital is a place",
      "1 They they PRON PRP 2 nsubj\n"
      "2 met meet VERB VBD 0 root\n"
      "3 in in ADP IN 4 case\n"
      "4 Moscow Moscow PROPN NNP 2 obl SpaceAfter=No\n"
      "5 . . PUNCT . 2 punct\n",
      "They unresolved -" },
    { "container",
      "1 Dozens dozen NOUN NNS 0 root\n"
      "2 of of ADP IN 4 case\n"
      "3 Indian Indian ADJ JJ 4 amod\n"
      "4 farmers farmer NOUN NNS 1 nmod\n"
      "5 marched march VERB VBD 4 acl SpaceAfter=No\n"
      "6 . . PUNCT . 1 punct\n",
      "Indian farmers title INDAGR; Dozens of Indian farmers title INDAGR" },
    { "unknown acronym",
      "1 The the DET DT 4 det\n"
      "2 Zorvan Zorvan PROPN NNP 4 compound\n"
      "3 Unity Unity PROPN NNP 4 compound\n"
      "4 Front Front PROPN NNP 8 nsubj\n"
      "5 ( ( PUNCT -LRB- 6 punct SpaceAfter=No\n"
      "6 ZUF ZUF PROPN NNP 4 appos SpaceAfter=No\n"
      "7 ) ) PUNCT -RRB- 6 punct\n"
      "8 shelled shel VERB VBD 0 root\n"
      "9 villages village NOUN NNS 8 obj SpaceAfter=No\n"
      "10 . . PUNCT . 8 punct\n"
      "\n"
      "1 The the DET DT 2 det\n"
      "2 ZUF ZUF PROPN NNP 3 nsubj\n"
      "3 denied deny VERB VBD 0 root\n"
      "4 it it PRON PRP 3 obj SpaceAfter=No\n"
      "5 . . PUNCT . 3 punct\n",
      "The Zorvan Unity Front unresolved -; ZUF unresolved -; villages role CVL; The ZUF short -; "
      "it unresolved -" },
    { "equipment",
      "1 Two two NUM CD 3 nummod\n"
      "2 Israeli Israeli ADJ JJ 3 amod\n"
      "3 tanks tank NOUN NNS 0 root\n"
      "4 crossed cross VERB VBN 3 acl\n"
      "5 the the DET DT 6 det\n"
      "6 border border NOUN NN 4 obj SpaceAfter=No\n"
      "7 . . PUNCT . 3 punct\n",
      "Two Israeli tanks title ISRMIL" },
    { "short name and pronoun",
      "1 Kenyan Kenyan ADJ JJ 2 amod\n"
      "2 President President PROPN NNP 3 nmod:desc\n"
      "3 Paul Paul PROPN NNP 5 nsubj\n"
      "4 Odera Odera PROPN NNP 3 flat\n"
      "5 arrived arrive VERB VBD 0 root SpaceAfter=No\n"
      "6 . . PUNCT . 5 punct\n"
      "\n"
      "1 Odera Odera PROPN NNP 2 nsubj\n"
      "2 said say VERB VBD 0 root\n"
      "3 he he PRON PRP 5 nsubj\n"
      "4 was be AUX VBD 5 cop\n"
      "5 ready ready ADJ JJ 2 ccomp SpaceAfter=No\n"
      "6 . . PUNCT . 2 punct\n",
      "Kenyan President Paul Odera title KENGOV; Odera short KENGOV; he pronoun KENGOV" },
    { "possessive pronoun",
      "1 The the DET DT 3 det\n"
      "2 Mexican Mexican ADJ JJ 3 amod\n"
      "3 president president NOUN NN 4 nsubj\n"
      "4 dismissed dismiss VERB VBD 0 root\n"
      "5 his his PRON PRP$ 7 nmod:poss\n"
      "6 defence defence NOUN NN 7 compound\n"
      "7 minister minister NOUN NN 4 obj SpaceAfter=No\n"
      "8 . . PUNCT . 4 punct\n",
      "The Mexican president title MEXGOV; his pronoun MEXGOV; his defence minister title MEXGOV" },
    { "description",
      "1 Hamas Hamas PROPN NNP 2 nsubj\n"
      "2 refused refuse VERB VBD 0 root SpaceAfter=No\n"
      "3 . . PUNCT . 2 punct\n"
      "\n"
      "1 The the DET DT 3 det\n"
      "2 militant militant ADJ JJ 3 amod\n"
      "3 group group NOUN NN 4 nsubj\n"
      "4 wanted want VERB VBD 0 root\n"
      "5 guarantees guarantee NOUN NNS 4 obj SpaceAfter=No\n"
      "6 . . PUNCT . 4 punct\n",
      "Hamas name PSEREBHMS; The militant group definite PSEREBHMS" },
    { "both sides",
      "1 Talks talk NOUN NNS 6 nsubj\n"
      "2 between between ADP IN 3 case\n"
      "3 Chad Chad PROPN NNP 1 nmod\n"
      "4 and and CCONJ CC 5 cc\n"
      "5 Libya Libya PROPN NNP 3 conj\n"
      "6 failed fail VERB VBD 0 root SpaceAfter=No\n"
      "7 . . PUNCT . 6 punct\n"
      "\n"
      "1 Both both DET DT 2 det\n"
      "2 sides side NOUN NNS 0 root\n"
      "3 blamed blame VERB VBN 2 acl\n"
      "4 bandits bandit NOUN NNS 3 obj SpaceAfter=No\n"
      "5 . . PUNCT . 2 punct\n",
      "Chad name TCD; Libya name LBY; Both sides collective TCD+LBY; bandits role CRM" },
    { "each other",
      "1 Peru peru PROPN NNP 4 nsubj\n"
      "2 and and CCONJ CC 3 cc\n"
      "3 Chile Chile PROPN NNP 1 conj\n"
      "4 accused accuse VERB VBD 0 root\n"
      "5 each each DET DT 4 obj\n"
      "6 other other ADJ JJ 5 fixed SpaceAfter=No\n"
      "7 . . PUNCT . 4 punct\n",
      "Peru name PER; Chile name CHL; each other collective PER+CHL" },
    { "their countries",
      "1 Thai Thai ADJ JJ 4 amod\n"
      "2 and and CCONJ CC 3 cc\n"
      "3 Lao Lao PROPN NNP 1 conj\n"
      "4 ministers minister NOUN NNS 5 nsubj\n"
      "5 said say VERB VBD 0 root\n"
      "6 their their PRON PRP$ 7 nmod:poss\n"
      "7 countries country NOUN NNS 9 nsubj\n"
      "8 would would AUX MD 9 aux\n"
      "9 cooperate cooperate VERB VB 5 ccomp SpaceAfter=No\n"
      "10 . . PUNCT . 5 punct\n",
      "Thai and Lao ministers title THAGOV+LAOGOV; their pronoun THAGOV+LAOGOV; their countries "
      "collective THA+LAO" },
    { "office of the report",
      "1 Rioters rioter NOUN NNS 2 nsubj\n"
      "2 burned burn VERB VBD 0 root\n"
      "3 cars car NOUN NNS 2 obj\n"
      "4 in in ADP IN 5 case\n"
      "5 Nairobi Nairobi PROPN NNP 2 obl SpaceAfter=No\n"
      "6 . . PUNCT . 2 punct\n"
      "\n"
      "1 Kenyan Kenyan ADJ JJ 2 amod\n"
      "2 police police NOUN NN 3 nsubj\n"
      "3 fired fire VERB VBD 0 root\n"
      "4 shots shot NOUN NNS 3 obj SpaceAfter=No\n"
      "5 . . PUNCT . 3 punct\n"
      "\n"
      "1 The the DET DT 2 det\n"
      "2 government government NOUN NN 3 nsubj\n"
      "3 resigned resign VERB VBD 0 root SpaceAfter=No\n"
      "4 . . PUNCT . 3 punct\n",
      "Rioters role CVL; Kenyan police title KENCOP; The government role KENGOV" },
    { "not the co-argument",
      "1 The the DET DT 3 det\n"
      "2 Cuban Cuban ADJ JJ 3 amod\n"
      "3 president president NOUN NN 4 nsubj\n"
      "4 met meet VERB VBD 0 root\n"
      "5 the the DET DT 7 det\n"
      "6 Spanish Spanish ADJ JJ 7 amod\n"
      "7 president president NOUN NN 4 obj SpaceAfter=No\n"
      "8 . . PUNCT . 4 punct\n"
      "\n"
      "1 He he PRON PRP 2 nsubj\n"
      "2 praised praise VERB VBD 0 root\n"
      "3 him he PRON PRP 2 obj SpaceAfter=No\n"
      "4 . . PUNCT . 2 punct\n",
      "The Cuban president title CUBGOV; the Spanish president title ESPGOV; He pronoun CUBGOV; "
      "him pronoun ESPGOV" },
    { "dummy it",
      "1 Egypt Egypt PROPN NNP 2 nsubj\n"
      "2 hesitated hesitate VERB VBD 0 root SpaceAfter=No\n"
      "3 . . PUNCT . 2 punct\n"
      "\n"
      "1 It it PRON PRP 3 nsubj:pass\n"
      "2 was be AUX VBD 3 aux:pass\n"
      "3 reported report VERB VBN 0 root\n"
      "4 that that SCONJ IN 6 mark\n"
      "5 talks talk NOUN NNS 6 nsubj\n"
      "6 failed fail VERB VBD 3 ccomp SpaceAfter=No\n"
      "7 . . PUNCT . 3 punct\n"
      "\n"
      "1 It it PRON PRP 2 nsubj\n"
      "2 agreed agree VERB VBD 0 root SpaceAfter=No\n"
      "3 . . PUNCT . 2 punct\n",
      "Egypt name EGY; It unresolved -; It pronoun EGY" },
    { "apposition behind its owner",
      "1 The the DET DT 2 det\n"
      "2 leader leader NOUN NN 11 nsubj\n"
      "3 of of ADP IN 6 case\n"
      "4 the the DET DT 6 det\n"
      "5 Peruvian peruvian ADJ JJ 6 amod\n"
      "6 opposition opposition NOUN NN 2 nmod SpaceAfter=No\n"
      "7 , , PUNCT , 9 punct\n"
      "8 Julio Julio PROPN NNP 9 compound\n"
      "9 Vargas Vargas PROPN NNP 2 appos SpaceAfter=No\n"
      "10 , , PUNCT , 2 punct\n"
      "11 spoke speak VERB VBD 0 root SpaceAfter=No\n"
      "12 . . PUNCT . 11 punct\n",
      "The leader title PEROPP; the Peruvian opposition title PEROPP; Julio Vargas apposition "
      "PEROPP" },
    { "what describes a country",
      "1 NATO NATO PROPN NNP 2 compound\n"
      "2 member member NOUN NN 4 nsubj\n"
      "3 Norway Norway PROPN NNP 4 nsubj\n"
      "4 protested protest VERB VBD 0 root SpaceAfter=No\n"
      "5 . . PUNCT . 4 punct\n",
      "NATO member Norway name NOR" },
    { "attackers of unknown country",
      "1 Gunmen gunman NOUN NNS 2 nsubj\n"
      "2 shot shot VERB VBP 0 root\n"
      "3 two two NUM CD 5 nummod\n"
      "4 Indian Indian ADJ JJ 5 amod\n"
      "5 engineers engineer NOUN NNS 2 obj SpaceAfter=No\n"
      "6 . . PUNCT . 2 punct\n",
      "Gunmen role UAF; two Indian engineers title INDEDU" },
    { "rebels and their rulers",
      "1 Rebels rebel NOUN NNS 2 nsubj\n"
      "2 released release VERB VBD 0 root\n"
      "3 the the DET DT 5 det\n"
      "4 Gambian Gambian PROPN NNP 5 compound\n"
      "5 president president NOUN NN 2 obj SpaceAfter=No\n"
      "6 . . PUNCT . 2 punct\n",
      "Rebels role GMBREB; the Gambian president title GMBGOV" },
    { "statement without quotation marks",
      "1 Kenyan Kenyan ADJ JJ 2 amod\n"
      "2 Minister Minister PROPN NNP 8 nsubj\n"
      "3 for for ADP IN 4 case\n"
      "4 Trade Trade PROPN NNP 2 nmod SpaceAfter=No\n"
      "5 , , PUNCT , 6 punct\n"
      "6 Ana Ana PROPN NNP 2 appos\n"
      "7 Odera Odera PROPN NNP 6 flat\n"
      "8 said say VERB VBD 0 root SpaceAfter=No\n"
      "9 : : PUNCT : 11 punct\n"
      "10 We we PRON PRP 11 nsubj\n"
      "11 agree agree VERB VBP 8 ccomp SpaceAfter=No\n"
      "12 . . PUNCT . 8 punct\n",
      "Kenyan Minister for Trade title KENGOV; Ana Odera apposition KENGOV; We pronoun KENGOV" },
    { "it with an adjective",
      "1 Laos Laos PROPN NNP 2 nsubj\n"
      "2 said say VERB VBD 0 root\n"
      "3 it it PRON PRP 5 expl\n"
      "4 is be AUX VBZ 5 cop\n"
      "5 willing willing ADJ JJ 2 ccomp\n"
      "6 to to PART TO 7 mark\n"
      "7 talk talk VERB VB 5 xcomp SpaceAfter=No\n"
      "8 . . PUNCT . 2 punct\n",
      "Laos name LAO; it pronoun LAO" },
    { "part of a group",
      "1 Some some DET DT 0 root\n"
      "2 of of ADP IN 5 case\n"
      "3 the the DET DT 5 det\n"
      "4 Chadian Chadian PROPN NNP 5 compound\n"
      "5 rebels rebel NOUN NNS 1 nmod\n"
      "6 fled flead VERB VBD 5 acl SpaceAfter=No\n"
      "7 . . PUNCT . 1 punct\n",
      "Some of the Chadian rebels title TCDREB; the Chadian rebels title TCDREB" },
    { "two owners",
      "1 Leaders leader NOUN NNS 6 nsubj\n"
      "2 of of ADP IN 3 case\n"
      "3 Ghana Ghana PROPN NNP 1 nmod\n"
      "4 and and CCONJ CC 5 cc\n"
      "5 Togo Togo PROPN NNP 3 conj\n"
      "6 met meet VERB VBD 0 root SpaceAfter=No\n"
      "7 . . PUNCT . 6 punct\n",
      "Leaders title GHAGOV+TGOGOV; Ghana name GHA; Togo name TGO" },
    { "organisation in short",
      "1 The the DET DT 3 det\n"
      "2 Unity Unity PROPN NNP 3 compound\n"
      "3 Council Council PROPN NNP 6 nsubj\n"
      "4 of of ADP IN 5 case\n"
      "5 Mali Mali PROPN NNP 3 nmod\n"
      "6 met meet VERB VBD 0 root SpaceAfter=No\n"
      "7 . . PUNCT . 6 punct\n"
      "\n"
      "1 The the DET DT 2 det\n"
      "2 Council Council PROPN NNP 3 nsubj\n"
      "3 agreed agree VERB VBD 0 root SpaceAfter=No\n"
      "4 . . PUNCT . 3 punct\n",
      "The Unity Council title MLI; Mali name MLI; The Council short MLI" },
    { "numbers for people",
      "1 At at ADP IN 2 case\n"
      "2 least least ADJ JJS 3 nmod\n"
      "3 12 12 NUM CD 5 nsubj:pass\n"
      "4 were be AUX VBD 5 aux:pass\n"
      "5 killed kill VERB VBN 0 root\n"
      "6 in in ADP IN 7 case\n"
      "7 Cuba Cuba PROPN NNP 5 obl SpaceAfter=No\n"
      "8 . . PUNCT . 5 punct\n",
      "least 12 unresolved -; Cuba name CUB" },
};

static plb_grounding ground(const test_lexicon *lex, test_doc *t)
{
    plb_grounding s;
    plb_error err = { 0 };
    t->doc->date = t->report->published;
    if (plb_ground_begin(lex->grounder, t->doc, &s, &err) != PLB_OK ||
        plb_ground_actors(&s, &err) != PLB_OK || plb_ground_coreference(&s, &err) != PLB_OK)
        fail_msg("%s", err.msg);
    return s;
}

/* The mentions of actors, in the order in which they were found. */
static plb_buf told(const plb_doc *doc)
{
    plb_buf out = { 0 };
    for (uint32_t i = 0; i < doc->mentions.n; i++) {
        const plb_mention *m = &doc->mentions.at[i];
        if (m->kind != PLB_MENTION_ACTOR) continue;
        plb_str words = plb_str_slice(plb_doc_part(doc, m->sentence), m->span.begin, m->span.end);
        plb_buf_printf(&out, "%s%.*s %s ", out.n ? "; " : "", PLB_FMT(words),
                       plb_via_name(m->via).p);
        for (uint32_t k = 0; k < m->n_actors; k++) {
            if (k) plb_buf_char(&out, '+');
            plb_buf_add(&out, m->actors[k].code.n ? m->actors[k].code : PLB_STR("-"));
        }
    }
    return out;
}

static void test_sentences(void **state)
{
    const test_lexicon *lex = *state;
    bool wrong = false;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_doc_new(CASES[i].rows);
        (void)ground(lex, &t);
        plb_buf got = told(t.doc);
        wrong |= test_differs(CASES[i].name, plb_buf_str(&got), CASES[i].want);
        plb_buf_free(&got);
        test_doc_free(&t);
    }
    assert_false(wrong);
}

/* Whatever the country: its name, its soldiers and its people are read alike. */
static void test_all_countries_alike(void **state)
{
    const test_lexicon *lex = *state;
    uint32_t tried = 0;
    for (uint32_t i = 0; i < plb_lexicon_n_countries(lex->lex); i++) {
        plb_country country = plb_lexicon_country_at(lex->lex, i);
        plb_str name = plb_lexicon_entry(lex->lex, country.entry).name;
        if (memchr(name.p, ' ', name.n) || memchr(name.p, '-', name.n)) continue;
        char rows[512], want[128];
        snprintf(rows, sizeof rows,
                 "1 %.*s %.*s PROPN NNP 4 nsubj SpaceAfter=No\n2 's 's PART POS 1 case\n"
                 "3 soldiers soldier NOUN NNS 4 nsubj\n4 attacked attack VERB VBD 0 root\n"
                 "5 %.*s %.*s PROPN NNP 4 obj\n",
                 PLB_FMT(name), PLB_FMT(name), PLB_FMT(name), PLB_FMT(name));
        snprintf(want, sizeof want, "%.*s name %s; %.*s's soldiers title %sMIL; %.*s name %s",
                 PLB_FMT(name), country.iso3, PLB_FMT(name), country.iso3, PLB_FMT(name),
                 country.iso3);
        test_doc t = test_doc_new(rows);
        (void)ground(lex, &t);
        plb_buf got = told(t.doc);
        ASSERT_STR(country.iso3, plb_buf_str(&got), want);
        plb_buf_free(&got);
        test_doc_free(&t);
        tried++;
    }
    assert_true(tried > 100);
}

static const struct {
    const char *name;
    const char *from, *to, *day;
    uint8_t kind;
    const char *want;
} OFFICES[] = {
    { "in office", "2009-01-20", "2017-01-20", "2012-05-01", PLB_KIND_PERSON, "NORGOV" },
    { "on the first day", "2009-01-20", "2017-01-20", "2009-01-20", PLB_KIND_PERSON, "NORGOV" },
    { "on the last day", "2009-01-20", "2017-01-20", "2017-01-20", PLB_KIND_PERSON, "NORGOV" },
    { "afterwards", "2009-01-20", "2017-01-20", "2017-01-21", PLB_KIND_PERSON, "NORELI" },
    { "before", "2009-01-20", "2017-01-20", "2009-01-19", PLB_KIND_PERSON, "NOR" },
    { "no end", "2009-01-20", NULL, "2024-01-01", PLB_KIND_PERSON, "NORGOV" },
    { "no dates", NULL, NULL, "2024-01-01", PLB_KIND_PERSON, "NORGOV" },
    { "day unknown", "2009-01-20", "2017-01-20", NULL, PLB_KIND_PERSON, "NORGOV" },
    { "a body is no elite", "2009-01-20", "2017-01-20", "2018-01-01", PLB_KIND_OFFICE, "NORGOV" },
};

static plb_day day_of(const char *text)
{
    plb_day day = PLB_DAY_UNKNOWN;
    if (text) assert_true(plb_day_parse(plb_str_of(text), &day));
    return day;
}

static void test_offices_in_time(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof OFFICES / sizeof *OFFICES; i++) {
        plb_doc doc = { .arena = plb_arena_new(1 << 16), .date = day_of(OFFICES[i].day) };
        plb_grounding s = { .doc = &doc };
        plb_entry e = { .kind = PLB_ENTRY_ACTOR,
                        .actor_kind = OFFICES[i].kind,
                        .sectors = { PLB_SECTOR_GOV },
                        .n_sectors = 1,
                        .from = day_of(OFFICES[i].from),
                        .to = day_of(OFFICES[i].to) };
        memcpy(e.country, "NOR", sizeof e.country);
        bool former;
        plb_actor a = plb_actor_of_entry(&s, &e, &former);
        ASSERT_STR(OFFICES[i].name, a.code, OFFICES[i].want);
        plb_arena_free(doc.arena);
    }
}

/* Every arena size, up to what the text needs: failure is an error value. */
static void test_little_memory(void **state)
{
    const test_lexicon *lex = *state;
    test_doc whole = test_doc_new(CASES[0].rows);
    size_t before = plb_arena_used(whole.arena);
    (void)ground(lex, &whole);
    size_t needed = plb_arena_used(whole.arena) - before;
    test_doc_free(&whole);
    for (size_t limit = 0; limit < needed; limit += 97) {
        test_doc t = test_doc_new(CASES[0].rows);
        plb_arena *small = plb_arena_new(limit);
        plb_arena *own = t.doc->arena;
        t.doc->arena = small;
        plb_grounding s;
        plb_status status = plb_ground_begin(lex->grounder, t.doc, &s, NULL);
        if (status == PLB_OK) status = plb_ground_actors(&s, NULL);
        if (status == PLB_OK) status = plb_ground_coreference(&s, NULL);
        assert_true(status == PLB_OK || status == PLB_ENOMEM);
        t.doc->arena = own;
        plb_arena_free(small);
        test_doc_free(&t);
    }
}

static int set_up(void **state)
{
    static test_lexicon lex;
    lex = test_lexicon_open("actor_test");
    *state = &lex;
    return 0;
}

static int tear_down(void **state)
{
    test_lexicon_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_all_countries_alike),
        cmocka_unit_test(test_offices_in_time),
        cmocka_unit_test(test_little_memory),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
