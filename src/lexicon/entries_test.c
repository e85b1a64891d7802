#include "lexicon/test_sources.h"

#include "lexicon/compilation.h"

#include <math.h>

static const char COUNTRIES[] =
    "iso3\tiso2\tisonum\tcow\tgwcode\tfips\tcameo\tname\taliases\tadjectives\tdemonyms\tcapital\t"
    "capital_lat\tcapital_lon\tregion\tfrom\tto\tnote\n"
    "GNB\tGW\t624\t404\t404\tPU\tGNB\tGuinea-Bissau\t\tBissau-Guinean\tBissau-Guineans\tBissau\t11."
    "86\t-15.6\tAfrica\t\t\t\n"
    "PSE\tPS\t275\t\t\tWE\tPSE\tPalestine\tState of "
    "Palestine\tPalestinian\tPalestinians\tRamallah\t31.9\t35.2\tMiddle East\t\t\t\n"
    "PSE\t\t\t\t\tGZ\t\tGaza\tGaza Strip\tGazan\tGazans\t\t\t\tMiddle East\t\t\ta part of it\n"
    "SUN\tSU\t810\t365\t365\tUR\tSUN\tSoviet "
    "Union\tUSSR|U.S.S.R.\tSoviet\tSoviets\tMoscow\t55.75\t37.6\tEurope\t1922-12-30\t1991-12-26\t\n"
    "TUR\tTR\t792\t640\t640\tTU\tTUR\tTurkey\tTürkiye\tTurkish\tTurks|Turk\tAnkara\t39.9\t32."
    "8\tEurope\t\t\t\n"
    "USA\tUS\t840\t2\t2\tUS\tUSA\tUnited "
    "States\tUS|U.S.|USA|America\tAmerican\tAmericans\tWashington\t38.9\t-77\tAmericas\t\t\t\n";

static const char ACTORS[] =
    "name\taliases\tcode\tcountry\tsectors\tkind\trole\tgender\tfrom\tto\tnote\n"
    "Amina Doe\tDoe\t\tTUR\tGOV\tperson\tforeign minister\tf\t2020-01-01\t2022-06\t\n"
    "Amina Doe\tDoe\t\tTUR\tLEG|OPP\tperson\tlawmaker\tf\t2022-07\t\t\n"
    "Islamic State\tIS|ISIS|Daesh\tIMGISI\t\tREB\tgroup\t\t\t\t\t\n"
    "al-Shabaab\tShabaab|the-youth|The Youth\t\t\tREB\tgroup\t\t\t\t\t\n"
    "NATO\t\tIGONAT\t\tIGO\torganisation\t\t\t\t\t\n"
    "Party of Start\tSTART!|Start Now\t\tTUR\tPTY\torganisation\t\t\t\t\t\n"
    "Moon Unit\tMoU\t\t\tREB\tgroup\t\t\t\t\t\n"
    "Peace Now\t\t\t\tNGO\torganisation\t\t\t\t\t\n"
    "UN Security Council\t\tIGOUNO\t\tUNO\torganisation\t\t\t\t\t\n"
    "World Health Organization\tWHO\t\t\tUNO\torganisation\t\t\t\t\t\n";

static const char ROLES[] = "role\tsectors\trank\tkind\tplural\tnote\n"
                            "foreign minister\tGOV\t2\tperson\t\t\n"
                            "gunman\tUAF\t8\tperson\tgunmen\t\n"
                            "lawmaker\tLEG\t6\tperson\t\t\n"
                            "minister\tGOV\t3\tperson\t\t\n"
                            "UN envoy\tUNO\t4\tperson\t\t\n";

static const char PLACES[] =
    "name\taliases\tlat\tlon\tcountry\tadmin1\tgeonames\tpopulation\tprecision\tnote\n"
    "Ankara\tAngora\t39.92\t32.85\tTUR\tAnkara\t323786\t3517182\tcity\t\n"
    "Gao\t\t16.3\t0\t\t\t\t\tcity\t\n"
    "Sana'a\t\t15.35\t44.21\t\t\t\t\tcity\t\n";

static plb_lexicon *open_lexicon(test_sources *s, const char *name)
{
    test_sources_begin(s, name);
    test_sources_put(s, "en/countries.tsv", plb_str_of(COUNTRIES));
    test_sources_put(s, "en/actors/a.tsv", plb_str_of(ACTORS));
    test_sources_put(s, "en/roles.tsv", plb_str_of(ROLES));
    test_sources_put(s, "en/places.tsv", plb_str_of(PLACES));
    return test_sources_open(s);
}

/* "ID/kind/tokens" of each match, with a blank between; "+" behind the number where it is plural.
 */
static void describe(const plb_lexicon *lex, const plb_match *m, size_t n, plb_buf *out)
{
    static const char KINDS[] = "CADXRP"; /* in the order of plb_entry_kind */
    plb_buf_clear(out);
    for (size_t i = 0; i < n; i++) {
        plb_entry e = plb_lexicon_entry(lex, m[i].entry);
        plb_buf_printf(out, "%s%.*s/%c%s/%d%s", i ? " " : "", PLB_FMT(e.id), KINDS[e.kind],
                       e.metonym ? "m" : "", (int)m[i].n_tokens, m[i].plural ? "+" : "");
    }
}

enum { CAPS = 1, FIRST = 2, NNS = 4, PRON = 8 };

static void names_are_found_in_text(void **state)
{
    (void)state;
    static const struct {
        const char
            *text; /* looked up at its second token, so that the first may begin a sentence */
        int flags; /* FIRST: looked up at the first one */
        const char *want;
    } CASES[] = {
        { "in Turkey .", 0, "TUR/C/1" },
        { "in Türkiye .", 0, "TUR/C/1" },
        { "in Turkiye .", 0, "TUR/C/1" },
        { "the turkey .", 0, "" },
        { "Turkey said", FIRST, "TUR/C/1" },
        { "the Turkish army", 0, "TUR/A/1" },
        { "the Turks", 0, "TUR/D/1" },
        { "in Ankara", 0, "TUR/Cm/1 geonames:323786/P/1" },
        { "in Guinea - Bissau today", 0, "GNB/C/3" },
        { "in Guinea-Bissau today", 0, "GNB/C/1" },
        { "in Guinea Bissau today", 0, "GNB/C/2" },
        { "the Gaza Strip", 0, "gaza-pse/C/2 gaza-pse/C/1" },
        { "the US said", 0, "USA/C/1" },
        { "the U.S. said", 0, "USA/C/1" },
        { "told us that", 0, "" },
        { "Us too", FIRST, "" },
        { "told US that", CAPS, "USA/C/1" },
        { "TOLD US/we THAT", CAPS | PRON, "" },
        { "TOLD US/us THAT", CAPS, "USA/C/1" },
        { "TOLD US THAT", CAPS | PRON, "USA/C/1" },
        { "the united states of", CAPS, "USA/C/2" },
        { "the united states of", 0, "" },
        { "the United states of", 0, "USA/C/2" },
        { "that is so", 0, "" },
        { "the IS group", 0, "islamic-state/X/1" },
        { "Is it", FIRST, "" },
        { "the Isis group", 0, "islamic-state/X/1" },
        { "by al - Shabaab", 0, "al-shabaab/X/3" },
        { "by Al - Shabaab", 0, "al-shabaab/X/3" },
        { "Al - shabaab is", FIRST, "" },
        { "of the youth", 0, "al-shabaab/X/2" }, /* one of its spellings asks for no capital */
        { "of MoU in", 0, "moon-unit/X/1" },
        { "Mou in", FIRST, "" },
        { "by Nato forces", 0, "nato/X/1" },
        { "to who it", 0, "" },
        { "Who said", FIRST, "" },
        { "the WHO said", 0, "world-health-organization/X/1" },
        { "Start talks", FIRST, "" },
        { "the START party", 0, "party-of-start-tur/X/1" },
        { "the UN security council", 0, "un-security-council/X/3" },
        { "for peace now", 0, "" },
        { "Peace now is", FIRST, "" },
        { "of Peace Now", 0, "peace-now/X/2" },
        { "by Amina Doe", 0, "amina-doe/X/2 amina-doe/X/2" },
        { "the foreign minister", 0, "foreign-minister/R/2" },
        { "the Foreign Minister", 0, "foreign-minister/R/2" },
        { "the foreign ministers/minister", NNS, "foreign-minister/R/2+" },
        { "two gunmen/gunman", NNS, "gunman/R/1+" },
        { "two gunmen", 0, "gunman/R/1+" },
        { "the UN envoy", 0, "un-envoy/R/2" },
        { "in Sana’a", 0, "sana-a/P/1" },
        { "in Gao", 0, "gao/P/1" },
        { "the GAO said", 0, "" },
        { "IN GAO", CAPS, "gao/P/1" },
        { "the U.S.S.R. said", 0, "SUN/C/1" },
        { "the W.H.O. said", 0, "world-health-organization/X/1" },
        { "told w.h.o. that", 0, "" },
        { "in GuineaBissau", 0, "GNB/C/1" },
        { "in Sanaa", 0, "sana-a/P/1" },
        { "in Moscow", 0, "SUN/Cm/1" },
        { "no name", 0, "" },
    };
    test_sources s;
    plb_lexicon *lex = open_lexicon(&s, "entries");
    plb_arena *arena = plb_arena_new(1 << 20);
    plb_buf got = { 0 };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        plb_doc doc;
        test_doc(&doc, arena, CASES[i].text);
        int32_t n = (int32_t)doc.tokens.n;
        for (int32_t k = 0; k < n; k++) {
            doc.tokens.at[k].upos = CASES[i].flags & PRON ? PLB_UPOS_PRON : PLB_UPOS_PROPN;
            if (CASES[i].flags & CAPS) doc.tokens.at[k].flags |= PLB_TOKEN_CAPS;
        }
        if (CASES[i].flags & NNS) doc.tokens.at[n - 1].xpos = PLB_XPOS_NNS;
        plb_match m[8];
        int32_t at = CASES[i].flags & FIRST ? 0 : 1;
        size_t found = plb_lexicon_lookup(lex, &doc, at, n, m, 8);
        describe(lex, m, found, &got);
        ASSERT_STR(CASES[i].text, plb_buf_str(&got), CASES[i].want);
    }
    plb_buf_free(&got);
    plb_arena_free(arena);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void a_lookup_keeps_to_its_bounds(void **state)
{
    (void)state;
    test_sources s;
    plb_lexicon *lex = open_lexicon(&s, "bounds");
    plb_arena *arena = plb_arena_new(1 << 20);
    plb_doc doc;
    test_doc(&doc, arena, "the Gaza Strip");
    plb_match m[2];
    plb_buf got = { 0 };
    describe(lex, m, plb_lexicon_lookup(lex, &doc, 1, 2, m, 2), &got);
    ASSERT_STR("ends before", plb_buf_str(&got), "gaza-pse/C/1");
    describe(lex, m, plb_lexicon_lookup(lex, &doc, 1, 3, m, 1), &got);
    ASSERT_STR("at most one", plb_buf_str(&got), "gaza-pse/C/2");
    assert_int_equal(plb_lexicon_lookup(lex, &doc, 3, 3, m, 2), 0);
    plb_buf_free(&got);
    plb_arena_free(arena);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void text_is_looked_up_whole(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } CASES[] = {
        { "Gaza Strip", "gaza-pse/C/2" },
        { "gaza", "gaza-pse/C/1" },
        { "Gaza Strip today", "" },
        { "Guinea-Bissau", "GNB/C/1" },
        { "gunmen", "gunman/R/1+" },
        { "us", "USA/C/1" },
        { "Türkiye", "TUR/C/1" },
        { "Angora", "geonames:323786/P/1" },
        { "", "" },
    };
    test_sources s;
    plb_lexicon *lex = open_lexicon(&s, "lookup_text");
    plb_buf got = { 0 };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        plb_match m[4];
        describe(lex, m, plb_lexicon_lookup_text(lex, plb_str_of(CASES[i].text), m, 4), &got);
        ASSERT_STR(CASES[i].text, plb_buf_str(&got), CASES[i].want);
    }
    plb_buf_free(&got);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static plb_entry entry_of(const plb_lexicon *lex, const char *text, size_t i)
{
    plb_match m[4];
    size_t n = plb_lexicon_lookup_text(lex, plb_str_of(text), m, 4);
    if (n <= i) fail_msg("%s: %zu entries, want more than %zu", text, n, i);
    return plb_lexicon_entry(lex, m[i].entry);
}

static void entries_carry_their_facts(void **state)
{
    (void)state;
    test_sources s;
    plb_lexicon *lex = open_lexicon(&s, "facts");
    plb_entry e = entry_of(lex, "Amina Doe", 0);
    ASSERT_STR("code of country and sector", e.code, "TURGOV");
    ASSERT_STR("role", e.role, "foreign minister");
    assert_int_equal(e.gender, 'f');
    assert_int_equal(e.actor_kind, PLB_KIND_PERSON);
    assert_int_equal(e.from, plb_day_of(2020, 1, 1));
    assert_int_equal(e.to, plb_day_of(2022, 6, 30));
    e = entry_of(lex, "Doe", 1);
    ASSERT_STR("code of two sectors", e.code, "TURLEGOPP");
    assert_int_equal(e.n_sectors, 2);
    assert_int_equal(e.from, plb_day_of(2022, 7, 1));
    assert_int_equal(e.to, PLB_DAY_UNKNOWN);
    ASSERT_STR("code as given", entry_of(lex, "ISIS", 0).code, "IMGISI");
    e = entry_of(lex, "USSR", 0);
    assert_int_equal(e.to, plb_day_of(1991, 12, 26));
    assert_int_equal(e.precision, PLB_PRECISION_COUNTRY);
    assert_int_equal(entry_of(lex, "Gaza", 0).precision, PLB_PRECISION_REGION);
    e = entry_of(lex, "Angora", 0);
    ASSERT_STR("name of a place", e.name, "Ankara");
    assert_int_equal(e.population, 3517182);
    assert_int_equal(e.precision, PLB_PRECISION_CITY);
    assert_true(fabs(e.lat - 39.92) < 1e-9);
    assert_int_equal(entry_of(lex, "minister", 0).rank, 3);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void countries_are_found_by_their_code(void **state)
{
    (void)state;
    test_sources s;
    plb_lexicon *lex = open_lexicon(&s, "codes");
    plb_entry e;
    plb_country c;
    assert_int_equal(plb_lexicon_n_countries(lex), 5);
    assert_true(plb_lexicon_country(lex, PLB_STR("PSE"), &e));
    ASSERT_STR("the state before its parts", e.name, "Palestine");
    assert_true(plb_lexicon_country_codes(lex, PLB_STR("GNB"), &c));
    assert_string_equal(c.iso2, "GW");
    assert_string_equal(c.fips, "PU");
    assert_int_equal(c.iso_number, 624);
    assert_int_equal(c.cow, 404);
    ASSERT_STR("capital", c.capital, "Bissau");
    assert_true(plb_lexicon_country_codes(lex, PLB_STR("PSE"), &c));
    assert_int_equal(c.cow, -1);
    assert_false(plb_lexicon_country(lex, PLB_STR("XXX"), &e));
    assert_false(plb_lexicon_country(lex, PLB_STR("US"), &e));
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

static void short_memory_is_told(void **state)
{
    (void)state;
    test_sources s;
    plb_lexicon_close(open_lexicon(&s, "short_memory"));
    test_sources_put(&s, "en/words/cue.tsv", PLB_STR("in\nof\ton\n"));
    unsigned n_short = 0;
    plb_status status = PLB_ENOMEM;
    for (size_t limit = 0; status != PLB_OK; limit += 997) {
        plb_compilation c = { .lexicon_dir = s.lexicon, .ontology_dir = s.ontology };
        status = plb_lexicon_compile_within(limit, &c, NULL, &s.err);
        if (status != PLB_OK && status != PLB_ENOMEM)
            fail_msg("%zu bytes: %d \"%s\"", limit, status, s.err.msg);
        n_short += status != PLB_OK;
    }
    assert_true(n_short > 20);
    test_sources_end(&s);
}

#define ACTOR_HEAD "name\taliases\tcode\tcountry\tsectors\tkind\trole\tgender\tfrom\tto\tnote\n"

static void findings_name_file_and_line(void **state)
{
    (void)state;
    static const struct {
        const char *name, *file, *text, *want;
    } CASES[] = {
        { "unknown sector", "en/actors/x.tsv", ACTOR_HEAD "A\t\t\t\tGOW\t\t\t\t\t\t\n",
          "x.tsv:2: error: unknown sector: \"GOW\"\n" },
        { "unknown country", "en/actors/x.tsv", ACTOR_HEAD "\nA\t\t\tXXX\tGOV\t\t\t\t\t\t\n",
          "x.tsv:3: error: no such country in countries.tsv: \"XXX\"\n" },
        { "unknown kind", "en/actors/x.tsv", ACTOR_HEAD "A\t\t\t\tGOV\thuman\t\t\t\t\t\n",
          "x.tsv:2: error: unknown kind (want person, group, organisation or office): "
          "\"human\"\n" },
        { "bad date", "en/actors/x.tsv", ACTOR_HEAD "A\t\t\t\tGOV\t\t\t\t2023-02-29\t\t\n",
          "x.tsv:2: error: no date (want 2024-08-20, 2024-08 or 2024): \"2023-02-29\"\n" },
        { "dates the wrong way round", "en/actors/x.tsv",
          ACTOR_HEAD "A\t\t\t\tGOV\t\t\t\t2023\t2022\t\n",
          "x.tsv:2: error: ends before it begins: \"A\"\n" },
        { "missing column", "en/roles.tsv", "role\tsectors\trank\tkind\tnote\na\t\t\t\t\n",
          "roles.tsv:1: error: the header line lacks a column: \"plural\"\n" },
        { "unknown column", "en/roles.tsv", "role\tsectors\trank\tkind\tplural\tnote\tcolour\n",
          "roles.tsv:1: warning: unknown column: \"colour\"\n" },
        { "too many fields", "en/roles.tsv",
          "role\tsectors\trank\tkind\tplural\tnote\na\t\t\t\t\t\tb\n",
          "roles.tsv:2: error: more fields than columns in the header: \"a\"\n" },
        { "half a place", "en/places.tsv",
          "name\taliases\tlat\tlon\tcountry\tadmin1\tgeonames\tpopulation\tprecision\tnote\n"
          "A\t\t1\t\t\t\t\t\tcity\t\n",
          "places.tsv:2: error: one coordinate without the other: \"A\"\n" },
        { "out of the world", "en/places.tsv",
          "name\taliases\tlat\tlon\tcountry\tadmin1\tgeonames\tpopulation\tprecision\tnote\n"
          "A\t\t91\t0\t\t\t\t\tcity\t\n",
          "places.tsv:2: error: no number, or out of range: \"91\"\n"
          "places.tsv:2: error: one coordinate without the other: \"A\"\n" },
        { "a name of two", "en/actors/x.tsv",
          ACTOR_HEAD "A-B\tX\t\t\tREB\tgroup\t\t\t2001\t2005\t\n"
                     "C D\tX|A B\t\t\tREB\tgroup\t\t\t2005\t\t\n"
                     "E\tX\t\t\tREB\tgroup\t\t\t\t2000\t\n",
          "x.tsv:3: warning: \"C D\" has a name that is at that time also of \"A-B\" (line 2 of "
          "x.tsv)\n" },
        { "an actor twice", "en/actors/x.tsv",
          ACTOR_HEAD "A\t\t\t\tREB\tgroup\t\t\t\t\t\nA\t\t\t\tREB\tgroup\t\t\t\t\t\n",
          "x.tsv:3: warning: \"A\" is there twice: \"A\" (line 2 of x.tsv)\n" },
        { "two offices", "en/actors/x.tsv",
          ACTOR_HEAD "A\t\t\t\tGOV\tperson\t\t\t\t\t\nA\t\t\t\tLEG\tperson\t\t\t\t\t\n", "" },
        { "unknown role", "en/actors/x.tsv", ACTOR_HEAD "A\t\t\t\tGOV\tperson\tking\t\t\t\t\n",
          "x.tsv:2: warning: the role is not in roles.tsv: \"king\"\n" },
        { "a role twice", "en/roles.tsv",
          "role\tsectors\trank\tkind\tplural\tnote\na\t\t\t\t\t\nb\t\t\t\ta\t\na\t\t\t\t\t\n",
          "roles.tsv:4: warning: \"a\" is there twice: \"a\" (line 2 of roles.tsv)\n" },
        { "no UTF-8", "en/roles.tsv", "role\nb\xff\n",
          "roles.tsv:2: error: not UTF-8 (byte 6 of the file)\n" },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_sources s;
        test_sources_begin(&s, "entry_findings");
        test_sources_put(&s, "en/countries.tsv", plb_str_of(COUNTRIES));
        test_sources_put(&s, CASES[i].file, plb_str_of(CASES[i].text));
        plb_status status = test_sources_compile(&s);
        ASSERT_STR(CASES[i].name, plb_buf_str(&s.findings), CASES[i].want);
        bool fails = strstr(CASES[i].want, "error") != NULL;
        if ((status != PLB_OK) != fails) fail_msg("%s: status %d", CASES[i].name, status);
        test_sources_end(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_in_text),
        cmocka_unit_test(a_lookup_keeps_to_its_bounds),
        cmocka_unit_test(text_is_looked_up_whole),
        cmocka_unit_test(entries_carry_their_facts),
        cmocka_unit_test(countries_are_found_by_their_code),
        cmocka_unit_test(short_memory_is_told),
        cmocka_unit_test(findings_name_file_and_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
