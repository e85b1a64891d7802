#include "text/split.h"
#include "test.h"
#include "split_properties.h"
#include "words.h"

#include "base/buf.h"
#include "text/utf8.h"

#include <stdlib.h>

typedef struct {
    const char *name, *text;
    const char
        *want; /* tokens; "|" between sentences, "||" between paragraphs, "~" before a later word
                  of a contraction; a letter and ">" before a line that is not running text */
} text_case;

static void show(const plb_doc *doc, bool lines, plb_buf *out)
{
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        if (i) plb_buf_add(out, s->paragraph == s[-1].paragraph ? PLB_STR(" | ") : PLB_STR(" || "));
        if (lines && s->line != PLB_LINE_TEXT) plb_buf_printf(out, "%c> ", "thbx"[s->line]);
        for (int32_t k = 0; k < s->n_tokens; k++) {
            const plb_token *t = &doc->tokens.at[s->first_token + k];
            if (t->flags & PLB_TOKEN_CONTINUES)
                plb_buf_char(out, '~');
            else if (k)
                plb_buf_char(out, ' ');
            plb_buf_add(out, t->form);
        }
    }
}

static void check(const text_case *c, bool lines)
{
    plb_arena *arena = plb_arena_new(1 << 22);
    plb_report report = { .text = plb_str_of(c->text) };
    plb_error err = { 0 };
    plb_text_words words = test_words();
    plb_buf got = { 0 };
    plb_doc doc;
    plb_doc_begin(&doc, arena, &report);
    if (plb_text_split(&doc, &words, &err) != PLB_OK) fail_msg("%s: %s", c->name, err.msg);
    show(&doc, lines, &got);
    ASSERT_STR(c->name, plb_buf_str(&got), c->want);
    plb_buf_free(&got);
    plb_arena_free(arena);
}

#define CHECK_ALL(cases, lines)                                                                    \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) check(&(cases)[i], lines)

static const text_case TOKENS[] = {
    { "words, marks", "Troops left (again); why?", "Troops left ( again ) ; why ?" },
    { "contractions", "They didn't, don\xe2\x80\x99t, CAN'T.",
      "They did~n't , do~n\xe2\x80\x99t , CA~N'T ." },
    { "two clitics", "They shouldn't've", "They should~n't~'ve" },
    { "possessives", "Rivland's and the envoys' talks", "Rivland~'s and the envoys~' talks" },
    { "quotation in single marks", "He said 'no talks' again", "He said ' no talks ' again" },
    { "split before", "the envoy 's talks did n't", "the envoy 's talks did n't" },
    { "one written form", "They cannot go", "They can~not go" },
    { "names with apostrophes", "O'Nale met d'Aro at Sha'ab", "O'Nale met d'Aro at Sha'ab" },
    { "decade", "the 1990's and the '90s", "the 1990's and the '90s" },
    { "hyphens", "a rebel-held, 15-year-old anti-war camp of mid-August",
      "a rebel - held , 15 - year - old anti-war camp of mid-August" },
    { "suffix", "a Rivland-esque plan", "a Rivland-esque plan" },
    { "numbers", "1,200 or 3.5 of 12,00,000 at 5:30, 9/11, .5",
      "1,200 or 3.5 of 12,00,000 at 5:30 , 9/11 , .5" },
    { "lists of numbers", "in 2001,2002", "in 2001 , 2002" },
    { "ranges and telephones", "10-12 or 500-1000, 555-0172, 2024-08-20",
      "10 - 12 or 500 - 1000 , 555-0172 , 2024-08-20" },
    { "units", "30km at 5pm for $2m", "30 km at 5 pm for $ 2 m" },
    { "money, shares",
      "US$30 or \xe2\x82\xac"
      "4, 20%",
      "US$ 30 or \xe2\x82\xac 4 , 20 %" },
    { "decimal with a unit", "only .5km", "only .5 km" },
    { "ordinals, codes", "the 20th F-16 of the M5S", "the 20th F - 16 of the M5S" },
    { "acronyms", "U.S.-led, U.N. envoys", "U.S. - led , U.N. envoys" },
    { "letters", "AT&T and w/o and and/or", "AT&T and w/o and and / or" },
    { "addresses", "see https://example.org/a_(b)?c=1, or ann-b@example.org, www.example.org",
      "see https://example.org/a_(b)?c=1 , or ann-b@example.org , www.example.org" },
    { "page", "example.org/news and example.org", "example.org/news and example.org" },
    { "tags", "#peace @desk #1", "#peace @desk # 1" },
    { "runs", "wait... no -- what --- \xe2\x80\x94 yes?!",
      "wait ... no -- what --- \xe2\x80\x94 yes ?!" },
    { "dashes",
      "the pact\xe2\x80\x94signed 1999\xe2\x80\x93"
      "2001",
      "the pact \xe2\x80\x94 signed 1999 \xe2\x80\x93 2001" },
    { "quotes",
      "\"a\" \xe2\x80\x9c"
      "b\xe2\x80\x9d ``c''",
      "\" a \" \xe2\x80\x9c b \xe2\x80\x9d `` c ''" },
    { "composed and not", "Jos\xc3\xa9 Jose\xcc\x81", "Jos\xc3\xa9 Jose\xcc\x81" },
    { "blanks of all sorts",
      "a\xc2\xa0"
      "b\xe2\x80\x8e c\td",
      "a b c d" },
    { "smiley", "Good :) and 4:0", "Good :) and 4:0" },
};

static void tokens(void **state)
{
    (void)state;
    CHECK_ALL(TOKENS, false);
}

static const text_case SENTENCES[] = {
    { "stops", "They met. Did they? Yes! Good.", "They met . | Did they ? | Yes ! | Good ." },
    { "title before a name", "Mr. Doe met Gen. Roe. He left.",
      "Mr. Doe met Gen. Roe . | He left ." },
    { "initials", "J. F. Doe left. He ran.", "J. F. Doe left . | He ran ." },
    { "acronym goes on", "The U.S. Senate met.", "The U.S. Senate met ." },
    { "acronym ends", "He left the U.S. The talks failed.",
      "He left the U.S . | The talks failed ." },
    { "acronym at the end", "He left the U.S.", "He left the U.S ." },
    { "abbreviation and stop", "He left Doe Inc.. The end.", "He left Doe Inc. . | The end ." },
    { "weak word between capitals", "IN THE U.S. IN MAY. THE END.",
      "IN THE U.S. IN MAY . | THE END ." },
    { "number", "See No. 5 and p. 7. He said No. The end.",
      "See No. 5 and p. 7 . | He said No . | The end ." },
    { "small word", "There he sat. He ran.", "There he sat . | He ran ." },
    { "time", "At 6 p.m. Rebels left. At 6 p.m. Friday they left.",
      "At 6 p.m . | Rebels left . | At 6 p.m. Friday they left ." },
    { "decimal", "It fell 3.5 points. Then 4.", "It fell 3.5 points . | Then 4 ." },
    { "quotation ends", "\"We left.\" They ran.", "\" We left . \" | They ran ." },
    { "curly quotation", "\xe2\x80\x9cWe left.\xe2\x80\x9d They ran.",
      "\xe2\x80\x9c We left . \xe2\x80\x9d | They ran ." },
    { "quotation with its blank on the wrong side", "\"We met? \"he asked.",
      "\" We met ? \" he asked ." },
    { "quotation within", "\"Why?\" he asked.", "\" Why ? \" he asked ." },
    { "brackets", "(They left.) We ran.", "( They left . ) | We ran ." },
    { "references", "They left.[12] We ran. [3] Then.",
      "They left . [ 12 ] | We ran . [ 3 ] | Then ." },
    { "list", "1. They left. 2. We ran.", "1 . They left . | 2 . We ran ." },
    { "comma behind a stop", "He lives in Riv . , they say.", "He lives in Riv . , they say ." },
    { "no space", "It was the end.The rest.", "It was the end . | The rest ." },
    { "ellipsis", "They left... We ran... away.", "They left ... | We ran ... away ." },
    { "small letter", "they left. we ran.", "they left . | we ran ." },
    { "marks at the end", "They left. \"", "They left . \"" },
    { "none", "no stop", "no stop" },
    { "blank", " \n\t ", "" },
};

static void sentences(void **state)
{
    (void)state;
    CHECK_ALL(SENTENCES, false);
}

static const text_case LINES[] = {
    { "a line is a paragraph", "They met in May.\nThey left.", "They met in May . || They left ." },
    { "empty lines", "They met.\n\n \nThey left.", "They met . || They left ." },
    { "carriage returns", "They met.\r\n\r\nThey left.", "They met . || They left ." },
    { "goes on small", "The rebel-held\ntown fell.", "The rebel - held town fell ." },
    { "broken to a width",
      "The delegates of both sides met again on the shore of the long\n"
      "lake, where mediators had put up a tent, and spoke until deep in\n"
      "the night. Nobody would say what the outcome of this round was.\n"
      "\n"
      "A second round is due. It will be held at the same place, though\n"
      "Mediators had first named another.\n",
      "The delegates of both sides met again on the shore of the long lake , where mediators had "
      "put "
      "up a tent , and spoke until deep in the night . | Nobody would say what the outcome of this "
      "round was . || A second round is due . | It will be held at the same place , though "
      "Mediators "
      "had first named another ." },
    { "indented",
      "THE DELEGATES OF BOTH SIDES MET AGAIN ON THE SHORE OF THE LONG\n"
      "LAKE, WHERE MEDIATORS HAD PUT UP A TENT, AND SPOKE UNTIL DEEP IN\n"
      "THE NIGHT. NOBODY WOULD SAY WHAT THE OUTCOME OF THIS ROUND WAS.\n"
      "   A SECOND ROUND IS DUE. IT WILL BE HELD AT THE SAME PLACE.\n",
      "THE DELEGATES OF BOTH SIDES MET AGAIN ON THE SHORE OF THE LONG LAKE , WHERE MEDIATORS HAD "
      "PUT "
      "UP A TENT , AND SPOKE UNTIL DEEP IN THE NIGHT . | NOBODY WOULD SAY WHAT THE OUTCOME OF THIS "
      "ROUND WAS . || A SECOND ROUND IS DUE . | IT WILL BE HELD AT THE SAME PLACE ." },
    { "headline", "Talks resume in Rivland\n\nThey met.\n\nThey left.",
      "h> Talks resume in Rivland || They met . || They left ." },
    { "headline alone", "Rebels kill 12 in Riv", "h> Rebels kill 12 in Riv" },
    { "words alone", "rebels kill 12 in Riv", "rebels kill 12 in Riv" },
    { "quotation alone", "He said: \"We left.\"", "He said : \" We left . \"" },
    { "byline", "Talks resume\nBy Jane Doe\nThey met.",
      "h> Talks resume || b> By Jane Doe || They met ." },
    { "boilerplate", "They met.\nRead more about it here.\n(c) Newswire. All rights reserved.",
      "They met . || x> Read more about it here . || x> ( c ) Newswire . | x> All rights reserved "
      "." },
    { "no boilerplate", "They met.\nTags were found on the bodies.",
      "They met . || Tags were found on the bodies ." },
    { "sign-off", "They met. They left. -- Newswire", "They met . | They left . | b> -- Newswire" },
};

static void kinds_of_lines(void **state)
{
    (void)state;
    CHECK_ALL(LINES, true);
}

static const struct {
    const char *name, *title, *text;
    const char *place, *date, *agency; /* empty: none */
    const char *rest;                  /* what follows the dateline */
} DATELINES[] = {
    { "month", NULL, "RIVTOWN, August 20 (Newswire) \xe2\x80\x94 They met.", "RIVTOWN", "August 20",
      "Newswire", "They" },
    { "agency", NULL, "RIVTOWN (Newswire) - They met.", "RIVTOWN", "", "Newswire", "They" },
    { "capitals", NULL, "RIV TOWN, 15 NOV 89 (RADIO RIV) -- [TEXT] THEY MET.", "RIV TOWN",
      "15 NOV 89", "RADIO RIV", "THEY" },
    { "country", NULL, "RIO DE RIV (RIVLAND), 15 NOV 89 -- THEY MET.", "RIO DE RIV (RIVLAND)",
      "15 NOV 89", "", "THEY" },
    { "comma", NULL,
      "Riv, Rivland \xe2\x80\x94 The two sides met on Friday in the town hall by the lake.",
      "Riv, Rivland", "", "", "The" },
    { "capitals alone", NULL,
      "RIVTOWN: The two sides met on Friday in the old town hall by the lake.", "RIVTOWN", "", "",
      "The" },
    { "underscore", NULL,
      "RIVTOWN, R.L. _ The two sides met on Friday in the town hall by the lake.", "RIVTOWN, R.L.",
      "", "", "The" },
    { "slashes", NULL, "RIVTOWN, August 20 /NEWSWIRE/. They met.", "RIVTOWN", "August 20",
      "NEWSWIRE", "They" },
    { "headline", NULL, "RIVLAND: 20 killed in Riv", "", "", "", "" },
    { "sentence", NULL,
      "Rivland \xe2\x80\x94 once a haven \xe2\x80\x94 is at war again today, he said in Riv.", "",
      "", "", "" },
    { "stamp", NULL, "20 August 2024 Two sides met.", "", "20 August 2024", "", "Two" },
    { "posted", NULL, "Posted on August 20 2024 Two sides met.", "", "August 20 2024", "", "Two" },
    { "day in a sentence", NULL,
      "On August 20 - a Tuesday - they met in the old town hall by the lake.", "", "", "", "" },
    { "date in a sentence", NULL, "20 August 2024 was a Tuesday.", "", "", "", "" },
    { "title again", "Two sides meet again", "20 August 2024 Two sides meet again. They met.", "",
      "20 August 2024", "", "They" },
    { "title in a sentence", "Two sides meet again", "Two sides meet again when they can.", "", "",
      "", "" },
};

static plb_str slice(const plb_doc *doc, plb_span span)
{
    return plb_str_slice(doc->part[PLB_PART_TEXT], span.begin, span.end);
}

static void datelines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof DATELINES / sizeof *DATELINES; i++) {
        plb_arena *arena = plb_arena_new(1 << 20);
        plb_report report = { .title = plb_str_of(DATELINES[i].title),
                              .text = plb_str_of(DATELINES[i].text) };
        plb_text_words words = test_words();
        plb_doc doc;
        plb_doc_begin(&doc, arena, &report);
        assert_int_equal(plb_text_split(&doc, &words, NULL), PLB_OK);
        ASSERT_STR(DATELINES[i].name, slice(&doc, doc.dateline.place), DATELINES[i].place);
        ASSERT_STR(DATELINES[i].name, slice(&doc, doc.dateline.date), DATELINES[i].date);
        ASSERT_STR(DATELINES[i].name, slice(&doc, doc.dateline.agency), DATELINES[i].agency);
        plb_str rest = { "", 0 };
        for (uint32_t k = 0; k < doc.sentences.n && *DATELINES[i].rest; k++)
            if (doc.sentences.at[k].line == PLB_LINE_TEXT && !rest.n)
                rest = doc.tokens.at[doc.sentences.at[k].first_token].form;
        ASSERT_STR(DATELINES[i].name, rest, DATELINES[i].rest);
        plb_arena_free(arena);
    }
}

static const struct {
    const char *name, *text;
    const char *want; /* the tokens that are quoted, with a blank behind each */
} QUOTED[] = {
    { "one sentence", "He said \"no talks\" again.", "no talks " },
    { "over sentences", "He said: \"We met. We left.\" They ran.", "We met . We left . " },
    { "over paragraphs", "\"We met.\n\n\"We left,\" he said.", "We met . We left , " },
    { "never closed", "He said \"we met. They left.", "we met . " },
    { "opened again", "\"We met. \"We left.\" They ran.", "We met . We left . " },
    { "blank on the wrong side", "\"We met, \"he said. They ran.", "We met , " },
    { "single", "He said 'no talks' again.", "no talks " },
    { "possessive", "The envoys' talks and the rebels' talks.", "" },
    { "nested",
      "\xe2\x80\x9cIt was \xe2\x80\x98"
      "bad\xe2\x80\x99, he left.\xe2\x80\x9d They ran.",
      "It was \xe2\x80\x98 bad \xe2\x80\x99 , he left . " },
    { "split before", "He said \" we met \" and left .", "we met " },
    { "typewriter", "He said ``we met'' and left.", "we met " },
};

static void quotations(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof QUOTED / sizeof *QUOTED; i++) {
        plb_arena *arena = plb_arena_new(1 << 20);
        plb_report report = { .text = plb_str_of(QUOTED[i].text) };
        plb_text_words words = test_words();
        plb_buf got = { 0 };
        plb_doc doc;
        plb_doc_begin(&doc, arena, &report);
        assert_int_equal(plb_text_split(&doc, &words, NULL), PLB_OK);
        for (uint32_t t = 0; t < doc.tokens.n; t++) {
            if (!(doc.tokens.at[t].flags & PLB_TOKEN_QUOTED)) continue;
            plb_buf_add(&got, doc.tokens.at[t].form);
            plb_buf_char(&got, ' ');
        }
        ASSERT_STR(QUOTED[i].name, plb_buf_str(&got), QUOTED[i].want);
        plb_buf_free(&got);
        plb_arena_free(arena);
    }
}

static const struct {
    const char *name, *text;
    bool caps; /* of the last token */
} CAPS[] = {
    { "mixed", "The Two Sides met.", false },
    { "capitals", "THE TWO SIDES MET.", true },
    { "small", "the two sides met.", true },
    { "short after capitals", "THE TWO SIDES MET. YES.", true },
    { "short alone", "NATO.", false },
};

static void capitals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CAPS / sizeof *CAPS; i++) {
        plb_arena *arena = plb_arena_new(1 << 20);
        plb_report report = { .text = plb_str_of(CAPS[i].text) };
        plb_text_words words = test_words();
        plb_doc doc;
        plb_doc_begin(&doc, arena, &report);
        assert_int_equal(plb_text_split(&doc, &words, NULL), PLB_OK);
        bool got = doc.tokens.at[doc.tokens.n - 1].flags & PLB_TOKEN_CAPS;
        if (got != CAPS[i].caps) fail_msg("%s", CAPS[i].name);
        plb_arena_free(arena);
    }
}

static uint32_t random_number(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

static void any_text(void **state)
{
    (void)state;
    static const char *const PIECES[] = { ".",
                                          " ",
                                          "\n",
                                          "A",
                                          "b",
                                          "1",
                                          "-",
                                          "'",
                                          "\"",
                                          ",",
                                          "(",
                                          ")",
                                          "[",
                                          "]",
                                          "U.S.",
                                          "Mr.",
                                          "n't",
                                          "@",
                                          "://",
                                          "www.",
                                          "/",
                                          "&",
                                          "\xc3\xa9",
                                          "\xcc\x81",
                                          "\xe2\x80\x9c",
                                          "\xe2\x80\x9d",
                                          "\xe2\x80\x99",
                                          "\xf0\x9f\x98\x80",
                                          "\xe2\x80\x8b",
                                          "\x01",
                                          "?",
                                          "the ",
                                          "The ",
                                          "...",
                                          "--",
                                          ":",
                                          "_",
                                          "AUGUST 20" };
    uint64_t seed = 7;
    plb_arena *arena = plb_arena_new((size_t)1 << 28);
    for (int round = 0; round < 3000; round++) {
        char text[600];
        size_t n = 0, want = random_number(&seed) % 500;
        while (n < want) {
            char bytes[4];
            plb_str piece =
                plb_str_of(PIECES[random_number(&seed) % (sizeof PIECES / sizeof *PIECES)]);
            uint32_t c = random_number(&seed) % 0x3100;
            if (round % 3 == 0 && c) piece = (plb_str){ bytes, plb_utf8_put(c, bytes) };
            memcpy(text + n, piece.p, piece.n);
            n += piece.n;
        }
        plb_report report = { .title = { text, round % 4 ? 0 : n }, .text = { text, n } };
        plb_text_words words = test_words();
        plb_doc doc;
        plb_arena_reset(arena);
        plb_doc_begin(&doc, arena, &report);
        assert_int_equal(plb_text_split(&doc, &words, NULL), PLB_OK);
        const char *broken = split_broken(&doc);
        if (broken) fail_msg("%s", broken);
    }
    plb_arena_free(arena);
}

/* No end of a sentence for long: it is cut, at a semicolon where there is one. */
static void long_sentences(void **state)
{
    (void)state;
    static const char *const UNITS[] = { "word ", "it's ", "a; b, ", "-",    "\xe2\x80\x9c", ") ",
                                         "a.",    "1-",    ". )",    "[1] ", "! - " };
    for (size_t u = 0; u < sizeof UNITS / sizeof *UNITS; u++) {
        enum { N = 200000 };
        plb_arena *arena = plb_arena_new((size_t)1 << 30);
        size_t each = strlen(UNITS[u]);
        char *text = malloc(N * each);
        for (size_t i = 0; i < N; i++) memcpy(text + i * each, UNITS[u], each);
        plb_report report = { .text = { text, N * each } };
        plb_text_words words = test_words();
        plb_doc doc;
        plb_doc_begin(&doc, arena, &report);
        assert_int_equal(plb_text_split(&doc, &words, NULL), PLB_OK);
        const char *broken = split_broken(&doc);
        if (broken) fail_msg("%s", broken);
        if (u == 2)
            ASSERT_STR("semicolon", doc.tokens.at[doc.sentences.at[0].n_tokens - 1].form, ";");
        plb_arena_free(arena);
        free(text);
    }
}

static void memory_runs_out(void **state)
{
    (void)state;
    for (size_t limit = 0;; limit += 200) {
        plb_arena *arena = plb_arena_new(limit);
        plb_report report = { .title = PLB_STR("A b"),
                              .text = PLB_STR("They can't. Mr. Doe left.") };
        plb_text_words words = test_words();
        plb_doc doc;
        plb_error err;
        plb_doc_begin(&doc, arena, &report);
        plb_status got = plb_text_split(&doc, &words, &err);
        plb_arena_free(arena);
        if (got == PLB_OK) break;
        assert_int_equal(got, PLB_ENOMEM);
        assert_true(limit < 1 << 20);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens),          cmocka_unit_test(sentences),
        cmocka_unit_test(kinds_of_lines),  cmocka_unit_test(datelines),
        cmocka_unit_test(quotations),      cmocka_unit_test(capitals),
        cmocka_unit_test(any_text),        cmocka_unit_test(long_sentences),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
