#include "lexicon/test_sources.h"

#include "code/candidate.h"
#include "text/conllu.h"

/* Frames, composition and finishing over gold trees, with a lexicon of its own. Every name is an
 * actor whose code is the name. */
static const char FRAMES[] =
    "default\n"
    "  vsource subj\n  vtarget obj, iobj\n  nsource poss, by, subj, mod\n  ntarget on, with, of, "
    "obj\n"
    "  through poss, of, mod\n  resort yes\n"
    "frame bomb\n  code ASSAULT/aerial 195 military\n  verb bomb\n  noun air strike\n"
    "  example A | - > -\n"
    "frame attack\n  code ASSAULT 190\n  verb attack, put_pressure_on\n  noun attack, strike\n"
    "  unless obj = proposal\n  example A | - > -\n"
    "frame kill\n  code ASSAULT 190\n  verb kill\n  measure killed\n  vtarget obj\n  resort no\n"
    "  example A | - > -\n"
    "frame aid\n  code AID 070\n  verb help\n  need both\n  resort no\n  example A | - > -\n"
    "frame meet\n  code CONSULT 040\n  verb meet\n  noun talk\n  symmetric\n  vtarget obj, with\n"
    "  nsource between, poss, subj\n  ntarget with\n  nneed carried\n  example A | - > -\n"
    "frame phone\n  code CONSULT/phone 041\n  verb call\n  if obj = @actor\n  example A | - > -\n"
    "frame fire\n  code ASSAULT/heavy-weapons 194\n  verb fire\n  if obj = @arms\n  vtarget at\n"
    "  example A | - > -\n"
    "frame shoot\n  code ASSAULT/firearms 193\n  verb fire\n  vtarget at\n  example A | - > -\n"
    "compose refuse\n  verb refuse\n  over clause, obj\n  CONSULT -> REJECT/meet 125\n"
    "  ASSAULT/aerial -> REJECT 128\n  * -> REJECT 120\n  - -> REJECT 120\n"
    "  target inner.target, obj.by\n  example A | - > -\n"
    "compose urge\n  verb urge\n  over clause\n  REJECT -> REQUEST/change 0242\n  040 -> "
    "REQUEST/meet 026\n"
    "  target obj\n  example A | - > -\n"
    "compose begin\n  verb begin\n  over obj, clause\n  * -> keep\n  inner unchanged\n  target "
    "none\n"
    "  example A | - > -\n"
    "compose deny\n  verb deny\n  over clause, obj\n  * -> keep\n  inner denied\n  target none\n"
    "  example A | - > -\n"
    "convert refusal\n  when negated\n  AID -> REJECT/assist 122\n  status actual\n"
    "  example A | - > -\n";

static const struct {
    const char *name, *rows, *want;
} CASES[] = {
    { "a frame",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 bombed bomb VERB VBD 0 root\n3 Crete Crete PROPN NNP 2 "
      "obj\n",
      "ASSAULT/aerial 195 Greece > Crete actual assault.bomb" },
    { "what it must not be",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 attacked attack VERB VBD 0 root\n"
      "3 proposal proposal NOUN NN 2 obj\n4 of of ADP IN 5 case\n5 Crete Crete PROPN NNP 3 nmod\n",
      "" },
    { "a noun of two words before a noun of one",
      "1 Greek Greece PROPN NNP 3 amod\n2 air air NOUN NN 3 compound\n3 strikes strike NOUN NNS 0 "
      "root\n"
      "4 on on ADP IN 5 case\n5 Crete Crete PROPN NNP 3 nmod\n",
      "ASSAULT/aerial 195 Greek > Crete actual assault.bomb" },
    { "the condition that holds wins",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 fired fire VERB VBD 0 root\n3 rockets rocket NOUN NNS "
      "2 obj\n"
      "4 at at ADP IN 5 case\n5 Crete Crete PROPN NNP 2 obl\n",
      "ASSAULT/heavy-weapons 194 Greece > Crete actual assault.fire" },
    { "else the one without",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 fired fire VERB VBD 0 root\n"
      "3 at at ADP IN 4 case\n4 Crete Crete PROPN NNP 2 obl\n",
      "ASSAULT/firearms 193 Greece > Crete actual assault.shoot" },
    { "a kind of mention",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 called call VERB VBD 0 root\n3 elections election NOUN "
      "NNS 2 obj\n",
      "" },
    { "the noun of a key's preposition is the object",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 put put VERB VBD 0 root\n3 pressure pressure NOUN NN 2 "
      "obj\n"
      "4 on on ADP IN 5 case\n5 Crete Crete PROPN NNP 2 obl\n",
      "ASSAULT 190 Greece > Crete actual assault.attack" },
    { "through what is no actor",
      "1 Greece Greece PROPN NNP 3 nmod:poss\n2 's 's PART POS 1 case\n3 planes plane NOUN NNS 4 "
      "nsubj\n"
      "4 bombed bomb VERB VBD 0 root\n5 towns town NOUN NNS 4 obj\n6 of of ADP IN 7 case\n"
      "7 Crete Crete PROPN NNP 5 nmod\n",
      "ASSAULT/aerial 195 Greece > Crete actual assault.bomb" },
    { "the last resort is the next actor of the phrase",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 attacked attack VERB VBD 0 root\n3 near near ADP IN 4 "
      "case\n"
      "4 Crete Crete PROPN NNP 2 obl\n",
      "ASSAULT 190 Greece > Crete actual assault.attack" },
    { "need",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 helped help VERB VBD 0 root\n3 much much ADV RB 2 "
      "advmod\n",
      "" },
    { "symmetric: with",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 met meet VERB VBD 0 root\n"
      "3 with with ADP IN 4 case\n4 Crete Crete PROPN NNP 2 obl\n",
      "CONSULT 040 Greece > Crete actual assault.meet" },
    { "symmetric: all of several",
      "1 Greece Greece PROPN NNP 4 nsubj\n2 and and CCONJ CC 3 cc\n3 Crete Crete PROPN NNP 1 conj\n"
      "4 met meet VERB VBD 0 root\n",
      "CONSULT 040 Greece & Crete > Greece & Crete actual assault.meet" },
    { "a noun needs its verb",
      "1 Talks talk NOUN NNS 4 nsubj\n2 with with ADP IN 3 case\n3 Crete Crete PROPN NNP 1 nmod\n"
      "4 failed fail VERB VBD 0 root\n",
      "" },
    { "a light verb",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 held hold VERB VBD 0 root\n3 talks talk NOUN NNS 2 "
      "obj\n"
      "4 with with ADP IN 5 case\n5 Crete Crete PROPN NNP 2 obl\n",
      "CONSULT 040 Greece > Crete actual assault.meet" },
    { "nobody does it to himself",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 bombed bomb VERB VBD 0 root\n3 Greece Greece PROPN NNP "
      "2 obj\n",
      "ASSAULT/aerial 195 Greece > - actual assault.bomb" },
    { "composition absorbs",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 refused refuse VERB VBD 0 root\n3 to to PART TO 4 "
      "mark\n"
      "4 meet meet VERB VB 2 xcomp\n5 Crete Crete PROPN NNP 4 obj\n",
      "REJECT/meet 125 Greece > Crete actual assault.refuse/assault.meet" },
    { "composition by mode",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 refused refuse VERB VBD 0 root\n3 to to PART TO 4 "
      "mark\n"
      "4 bomb bomb VERB VB 2 xcomp\n5 Crete Crete PROPN NNP 4 obj\n",
      "REJECT 128 Greece > Crete actual assault.refuse/assault.bomb" },
    { "composition over what is no event",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 refused refuse VERB VBD 0 root\n3 gifts gift NOUN NNS "
      "2 obj\n"
      "4 by by ADP IN 5 case\n5 Crete Crete PROPN NNP 3 nmod\n",
      "REJECT 120 Greece > Crete actual assault.refuse" },
    { "composition leads on",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 refused refuse VERB VBD 0 root\n3 to to PART TO 4 "
      "mark\n"
      "4 begin begin VERB VB 2 xcomp\n5 talks talk NOUN NNS 4 obj\n6 with with ADP IN 7 case\n"
      "7 Crete Crete PROPN NNP 5 nmod\n",
      "REJECT/meet 125 Greece > Crete actual assault.refuse/assault.begin/assault.meet" },
    { "composition stacks",
      "1 Malta Malta PROPN NNP 2 nsubj\n2 urged urge VERB VBD 0 root\n3 Greece Greece PROPN NNP 2 "
      "obj\n"
      "4 to to PART TO 5 mark\n5 refuse refuse VERB VB 2 xcomp\n6 to to PART TO 7 mark\n"
      "7 meet meet VERB VB 5 xcomp\n8 Crete Crete PROPN NNP 7 obj\n",
      "REQUEST/change 0242 Malta > Greece actual assault.urge/assault.refuse/assault.meet" },
    { "keep fills what is empty",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 began begin VERB VBD 0 root\n3 attacks attack NOUN NNS "
      "2 obj\n"
      "4 on on ADP IN 5 case\n5 Crete Crete PROPN NNP 3 nmod\n",
      "ASSAULT 190 Greece > Crete actual assault.begin/assault.attack" },
    { "keep with a status",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 denied deny VERB VBD 0 root\n3 bombing bomb VERB VBG 2 "
      "xcomp\n"
      "4 Crete Crete PROPN NNP 3 obj\n",
      "ASSAULT/aerial 195 Greece > Crete denied assault.deny/assault.bomb" },
    { "one event told twice is one, the one with a mode",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 attacked attack VERB VBD 0 root\n3 and and CCONJ CC 4 "
      "cc\n"
      "4 bombed bomb VERB VBD 2 conj\n5 Crete Crete PROPN NNP 4 obj\n",
      "ASSAULT/aerial 195 Greece > Crete actual assault.bomb" },
    { "two targets are two events",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 attacked attack VERB VBD 0 root\n3 Crete Crete PROPN "
      "NNP 2 obj\n"
      "4 and and CCONJ CC 5 cc\n5 bombed bomb VERB VBD 2 conj\n6 Malta Malta PROPN NNP 5 obj\n",
      "ASSAULT 190 Greece > Crete actual assault.attack; "
      "ASSAULT/aerial 195 Greece > Malta actual assault.bomb" },
    { "victims whom nobody knows",
      "1 Men man NOUN NNS 2 nsubj\n2 killed kill VERB VBD 0 root\n3 shepherds shepherd NOUN NNS 2 "
      "obj\n",
      "ASSAULT 190 - > - actual assault.kill" },
    { "what a purpose is no event",
      "1 Greece Greece PROPN NNP 2 nsubj\n2 rose rise VERB VBD 0 root\n3 to to PART TO 4 mark\n"
      "4 bomb bomb VERB VB 2 advcl\n5 Crete Crete PROPN NNP 4 obj\n",
      "" },
};

static void add_actors(plb_doc *doc)
{
    for (int32_t t = 0; t < (int32_t)doc->tokens.n; t++) {
        plb_token *token = &doc->tokens.at[t];
        token->mention = PLB_NONE;
        if (token->upos != PLB_UPOS_PROPN) continue;
        token->mention = (int32_t)doc->mentions.n;
        plb_actor *actor = PLB_NEW(doc->arena, plb_actor, 1);
        *actor = (plb_actor){ .name = token->form, .code = token->form };
        *PLB_PUSH(doc->arena, &doc->mentions) = (plb_mention){ .kind = PLB_MENTION_ACTOR,
                                                               .via = PLB_VIA_NAME,
                                                               .confidence = 255,
                                                               .sentence = token->sentence,
                                                               .first_token = t,
                                                               .last_token = t,
                                                               .head = t,
                                                               .span = { token->begin, token->end },
                                                               .chain = PLB_NONE,
                                                               .actors = actor,
                                                               .n_actors = 1 };
    }
}

static void print_side(const plb_doc *doc, const int32_t *side, uint8_t n, plb_buf *out)
{
    if (n == 0) plb_buf_char(out, '-');
    for (uint8_t i = 0; i < n; i++)
        plb_buf_printf(out, "%s%.*s", i ? " & " : "",
                       PLB_FMT(doc->mentions.at[side[i]].actors[0].code));
}

static void print_events(const plb_doc *doc, plb_buf *out)
{
    for (uint32_t i = 0; i < doc->events.n; i++) {
        const plb_event *e = &doc->events.at[i];
        plb_buf_printf(out, "%s%.*s", i ? "; " : "",
                       PLB_FMT(plb_event_type_name((plb_event_type)e->type)));
        if (e->mode.n) plb_buf_printf(out, "/%.*s", PLB_FMT(e->mode));
        plb_buf_printf(out, " %.*s ", PLB_FMT(e->cameo));
        print_side(doc, e->source, e->n_source, out);
        plb_buf_add(out, PLB_STR(" > "));
        print_side(doc, e->target, e->n_target, out);
        plb_buf_printf(out, " %.*s %.*s",
                       PLB_FMT(plb_event_status_name((plb_event_status)e->status)),
                       PLB_FMT(e->frame));
    }
}

/* The rows with all columns, as CoNLL-U. */
static plb_str conllu(plb_arena *arena, const char *rows)
{
    plb_buf text = { 0 };
    plb_str line, rest = plb_str_of(rows);
    while (plb_str_split(&rest, '\n', &line)) {
        plb_str f[7] = { { NULL, 0 } }, words = line;
        for (int i = 0; i < 7 && plb_str_split(&words, ' ', &f[i]); i++)
            ;
        if (line.n)
            plb_buf_printf(&text, "%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t_\t%.*s\t%.*s\t_\t_\n",
                           PLB_FMT(f[0]), PLB_FMT(f[1]), PLB_FMT(f[2]), PLB_FMT(f[3]),
                           PLB_FMT(f[4]), PLB_FMT(f[5]), PLB_FMT(f[6]));
    }
    plb_str kept = plb_arena_str(arena, plb_buf_str(&text));
    plb_buf_free(&text);
    return kept;
}

static plb_lexicon *open_lexicon(test_sources *s)
{
    plb_lexicon *lex;
    test_sources_begin(s, "frame_test");
    test_sources_put(s, "en/frames/assault.frames", plb_str_of(FRAMES));
    test_sources_put(s, "en/words/agent-preposition.tsv", PLB_STR("by\n"));
    test_sources_put(s, "en/words/arms.tsv", PLB_STR("rocket\n"));
    test_sources_put(s, "en/words/light-verb.tsv", PLB_STR("hold\tsource\n"));
    if (plb_lexicon_compile(s->lexicon, PLB_SOURCE_DIR "/data/ontology", s->out, test_sources_find,
                            s, &s->err) != PLB_OK)
        fail_msg("%s", s->err.msg);
    if (plb_lexicon_open(s->out, &lex, &s->err) != PLB_OK) fail_msg("%s", s->err.msg);
    return lex;
}

static void frames_make_events(void **state)
{
    (void)state;
    test_sources s;
    plb_lexicon *lex = open_lexicon(&s);
    plb_coder *coder;
    if (plb_coder_new(lex, &coder, &s.err) != PLB_OK) fail_msg("%s", s.err.msg);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        plb_arena *arena = plb_arena_new((size_t)1 << 26);
        plb_report report = { .id = PLB_STR("r"), .published = PLB_DAY_UNKNOWN };
        plb_doc doc;
        plb_doc_begin(&doc, arena, &report);
        if (plb_conllu_read(&doc, conllu(arena, CASES[i].rows), PLB_CONLLU_ALL, &s.err) != PLB_OK)
            fail_msg("%s: %s", CASES[i].name, s.err.msg);
        add_actors(&doc);
        if (plb_code(coder, &doc, &s.err) != PLB_OK) fail_msg("%s", s.err.msg);
        plb_buf got = { 0 };
        print_events(&doc, &got);
        ASSERT_STR(CASES[i].name, plb_buf_str(&got), CASES[i].want);
        plb_buf_free(&got);
        plb_arena_free(arena);
    }
    plb_coder_free(coder);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

/* An arena of any size: the report is refused, nothing breaks. */
static void short_memory_is_told(void **state)
{
    (void)state;
    test_sources s;
    plb_lexicon *lex = open_lexicon(&s);
    plb_coder *coder;
    assert_int_equal(plb_coder_new(lex, &coder, &s.err), PLB_OK);
    bool done = false;
    for (size_t limit = 1 << 12; !done && limit < (1 << 22); limit += limit / 4) {
        plb_arena *arena = plb_arena_new(limit);
        plb_report report = { .id = PLB_STR("r"), .published = PLB_DAY_UNKNOWN };
        plb_doc doc;
        plb_doc_begin(&doc, arena, &report);
        plb_str rows = conllu(arena, CASES[0].rows);
        if (rows.p && plb_conllu_read(&doc, rows, PLB_CONLLU_ALL, &s.err) == PLB_OK) {
            for (uint32_t t = 0; t < doc.tokens.n; t++) doc.tokens.at[t].mention = PLB_NONE;
            plb_status status = plb_code(coder, &doc, &s.err);
            assert_true(status == PLB_OK || status == PLB_ENOMEM);
            done = status == PLB_OK;
        }
        plb_arena_free(arena);
    }
    assert_true(done);
    plb_coder_free(coder);
    plb_lexicon_close(lex);
    test_sources_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_make_events),
        cmocka_unit_test(short_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
