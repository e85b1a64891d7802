#include "doc.h"

#include "code/attribution_internal.h"

/* A sentence as "form/lemma/UPOS/XPOS/head/deprel" a token, and the attributions wanted, in order:
 * "source|cue|content", with "+" between spans, "; " between attributions, and "|level" where that
 * is not 1. The lexicon is the one that is shipped. */
static const struct {
    const char *name, *tree, *want;
} CASES[] = {
    { "The minister said that the army attacked the village",
      "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root "
      "that/that/SCONJ/IN/7/mark the/the/DET/DT/6/det army/army/NOUN/NN/7/nsubj "
      "attacked/attack/VERB/VBD/3/ccomp the/the/DET/DT/9/det village/village/NOUN/NN/7/obj "
      "././PUNCT/./3/punct",
      "The minister|said|that the army attacked the village" },
    { "' The army attacked the village , ' the minister said . ' It was wrong . '",
      "\"/\"/PUNCT/``/4/punct The/the/DET/DT/3/det army/army/NOUN/NN/4/nsubj "
      "attacked/attack/VERB/VBD/11/ccomp the/the/DET/DT/6/det village/village/NOUN/NN/4/obj "
      ",/,/PUNCT/,/4/punct \"/\"/PUNCT/''/4/punct the/the/DET/DT/10/det "
      "minister/minister/NOUN/NN/11/nsubj said/say/VERB/VBD/0/root ././PUNCT/./11/punct "
      "\"/\"/PUNCT/``/16/punct It/it/PRON/PRP/16/nsubj was/be/AUX/VBD/16/cop "
      "wrong/wrong/ADJ/JJ/11/parataxis ././PUNCT/./11/punct \"/\"/PUNCT/''/11/punct",
      "the minister|said|\" The army attacked the village , \"+\" It was wrong . \"" },
    { "' The army , ' the minister said , ' attacked the village . '",
      "\"/\"/PUNCT/``/11/punct The/the/DET/DT/3/det army/army/NOUN/NN/11/nsubj "
      ",/,/PUNCT/,/8/punct \"/\"/PUNCT/''/8/punct the/the/DET/DT/7/det "
      "minister/minister/NOUN/NN/8/nsubj said/say/VERB/VBD/11/parataxis ,/,/PUNCT/,/8/punct "
      "\"/\"/PUNCT/``/11/punct attacked/attack/VERB/VBD/0/root the/the/DET/DT/13/det "
      "village/village/NOUN/NN/11/obj ././PUNCT/./11/punct \"/\"/PUNCT/''/11/punct",
      "the minister|said|\" The army , \"+\" attacked the village . \"" },
    { "According to the ministry , 12 people died",
      "According/accord/VERB/VBG/4/case to/to/ADP/IN/1/fixed the/the/DET/DT/4/det "
      "ministry/ministry/NOUN/NN/8/obl ,/,/PUNCT/,/4/punct 12/12/NUM/CD/7/nummod "
      "people/people/NOUN/NNS/8/nsubj died/die/VERB/VBD/0/root ././PUNCT/./8/punct",
      "the ministry|According to|12 people died" },
    { "12 people died , according to the ministry",
      "12/12/NUM/CD/2/nummod people/people/NOUN/NNS/3/nsubj died/die/VERB/VBD/0/root "
      ",/,/PUNCT/,/8/punct according/accord/VERB/VBG/8/case to/to/ADP/IN/5/fixed "
      "the/the/DET/DT/8/det ministry/ministry/NOUN/NN/3/obl ././PUNCT/./3/punct",
      "the ministry|according to|12 people died" },
    { "The minister told reporters that the talks failed",
      "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj told/tell/VERB/VBD/0/root "
      "reporters/reporter/NOUN/NNS/3/iobj that/that/SCONJ/IN/8/mark the/the/DET/DT/7/det "
      "talks/talk/NOUN/NNS/8/nsubj failed/fail/VERB/VBD/3/ccomp ././PUNCT/./3/punct",
      "The minister|told|that the talks failed" },
    { "The rebels reportedly attacked the port",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/4/nsubj "
      "reportedly/reportedly/ADV/RB/4/advmod attacked/attack/VERB/VBD/0/root "
      "the/the/DET/DT/6/det port/port/NOUN/NN/4/obj ././PUNCT/./4/punct",
      "|reportedly|The rebels+attacked the port" },
    { "The general was quoted as saying that the war was over",
      "The/the/DET/DT/2/det general/general/NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass "
      "quoted/quote/VERB/VBN/0/root as/as/SCONJ/IN/6/mark saying/say/VERB/VBG/4/advcl "
      "that/that/SCONJ/IN/11/mark the/the/DET/DT/9/det war/war/NOUN/NN/11/nsubj "
      "was/be/AUX/VBD/11/cop over/over/ADV/RB/6/ccomp ././PUNCT/./4/punct",
      "The general|saying|that the war was over" },
    { "The ministry said witnesses told police that the men fled",
      "The/the/DET/DT/2/det ministry/ministry/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root "
      "witnesses/witness/NOUN/NNS/5/nsubj told/tell/VERB/VBD/3/ccomp "
      "police/police/NOUN/NN/5/iobj that/that/SCONJ/IN/10/mark the/the/DET/DT/9/det "
      "men/man/NOUN/NNS/10/nsubj fled/flead/VERB/VBD/5/ccomp ././PUNCT/./3/punct",
      "The ministry|said|witnesses told police that the men fled; witnesses|told|that the "
      "men fled|2" },
    { "The claim that the army attacked the village was false",
      "The/the/DET/DT/2/det claim/claim/NOUN/NN/10/nsubj that/that/SCONJ/IN/6/mark "
      "the/the/DET/DT/5/det army/army/NOUN/NN/6/nsubj attacked/attack/VERB/VBD/2/acl "
      "the/the/DET/DT/8/det village/village/NOUN/NN/6/obj was/be/AUX/VBD/10/cop "
      "false/false/ADJ/JJ/0/root ././PUNCT/./10/punct",
      "|claim|that the army attacked the village" },
    { "The union wants to end the strike",
      "The/the/DET/DT/2/det union/union/NOUN/NN/3/nsubj wants/want/VERB/VBZ/0/root "
      "to/to/PART/TO/5/mark end/end/VERB/VB/3/xcomp the/the/DET/DT/7/det "
      "strike/strike/NOUN/NN/5/obj ././PUNCT/./3/punct",
      "The union|wants|to end the strike" },
    { "Paris condemned the attack",
      "Paris/Paris/PROPN/NNP/2/nsubj condemned/condemn/VERB/VBD/0/root the/the/DET/DT/4/det "
      "attack/attack/NOUN/NN/2/obj ././PUNCT/./2/punct",
      "Paris|condemned|the attack" },
    { "The army attacked the port , the minister said , and seized the town",
      "The/the/DET/DT/2/det army/army/NOUN/NN/3/nsubj attacked/attack/VERB/VBD/0/root "
      "the/the/DET/DT/5/det port/port/NOUN/NN/3/obj ,/,/PUNCT/,/9/punct "
      "the/the/DET/DT/8/det minister/minister/NOUN/NN/9/nsubj said/say/VERB/VBD/3/parataxis "
      ",/,/PUNCT/,/12/punct and/and/CCONJ/CC/12/cc seized/seize/VERB/VBD/3/conj "
      "the/the/DET/DT/14/det town/town/NOUN/NN/12/obj ././PUNCT/./3/punct",
      "the minister|said|The army attacked the port+and seized the town" },
    { "The group accused the army of torture",
      "The/the/DET/DT/2/det group/group/NOUN/NN/3/nsubj accused/accuse/VERB/VBD/0/root "
      "the/the/DET/DT/5/det army/army/NOUN/NN/3/obj of/of/ADP/IN/7/case "
      "torture/torture/NOUN/NN/3/obl ././PUNCT/./3/punct",
      "The group|accused|the army of torture" },
    { "The mayor , who said the bridge fell , resigned",
      "The/the/DET/DT/2/det mayor/mayor/NOUN/NN/10/nsubj ,/,/PUNCT/,/2/punct "
      "who/who/PRON/WP/5/nsubj said/say/VERB/VBD/2/acl:relcl the/the/DET/DT/7/det "
      "bridge/bridge/NOUN/NN/8/nsubj fell/fall/VERB/VBD/5/ccomp ,/,/PUNCT/,/10/punct "
      "resigned/resign/VERB/VBD/0/root ././PUNCT/./2/punct",
      "who|said|the bridge fell" },
    { "The general said : ' We won the war . '",
      "The/the/DET/DT/2/det general/general/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root "
      ":/:/PUNCT/:/7/punct \"/\"/PUNCT/``/7/punct We/we/PRON/PRP/7/nsubj "
      "won/win/VERB/VBD/3/ccomp the/the/DET/DT/9/det war/war/NOUN/NN/7/obj "
      "././PUNCT/./7/punct \"/\"/PUNCT/''/7/punct",
      "The general|said|\" We won the war . \"" },
    { "The rebels denied that they fled",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/3/nsubj denied/deny/VERB/VBD/0/root "
      "that/that/SCONJ/IN/6/mark they/they/PRON/PRP/6/nsubj fled/flead/VERB/VBD/3/ccomp "
      "././PUNCT/./3/punct",
      "The rebels|denied|that they fled" },
    { "The report , citing officials , said the port closed",
      "The/the/DET/DT/2/det report/report/NOUN/NN/7/nsubj ,/,/PUNCT/,/5/punct "
      "citing/cite/VERB/VBG/5/amod officials/official/NOUN/NNS/2/acl ,/,/PUNCT/,/5/obj "
      "said/say/VERB/VBD/0/root the/the/DET/DT/9/det port/port/NOUN/NN/10/nsubj "
      "closed/close/VERB/VBN/7/ccomp ././PUNCT/./7/punct",
      "The report , citing officials|said|the port closed" },
    { "Talks failed , officials said",
      "Talks/talk/NOUN/NNS/2/nsubj failed/fail/VERB/VBD/5/ccomp ,/,/PUNCT/,/2/punct "
      "officials/official/NOUN/NNS/5/nsubj said/say/VERB/VBD/0/root ././PUNCT/./5/punct",
      "officials|said|Talks failed" },
    { "The rebels said they would free the hostages and that the siege would end",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/3/nsubj said/say/VERB/VBD/0/root "
      "they/they/PRON/PRP/6/nsubj would/would/AUX/MD/6/aux free/free/VERB/VB/3/ccomp "
      "the/the/DET/DT/8/det hostages/hostage/NOUN/NNS/6/obj and/and/CCONJ/CC/14/cc "
      "that/that/SCONJ/IN/14/mark the/the/DET/DT/12/det siege/siege/NOUN/NN/14/nsubj "
      "would/would/AUX/MD/14/aux end/end/VERB/VB/6/conj ././PUNCT/./3/punct",
      "The rebels|said|they would free the hostages and that the siege would end" },
    { "The war could spread , the minister warned",
      "The/the/DET/DT/2/det war/war/NOUN/NN/4/nsubj could/could/AUX/MD/4/aux "
      "spread/spread/VERB/VB/8/parataxis ,/,/PUNCT/,/4/punct the/the/DET/DT/7/det "
      "minister/minister/NOUN/NN/8/nsubj warned/warn/VERB/VBD/0/root ././PUNCT/./8/punct",
      "the minister|warned|The war could spread" },
    { "' We will not leave , ' said the general , adding that the troops were ready",
      "\"/\"/PUNCT/``/5/punct We/we/PRON/PRP/5/nsubj will/will/AUX/MD/5/aux "
      "not/not/PART/RB/5/advmod leave/leave/VERB/VB/8/ccomp ,/,/PUNCT/,/5/punct "
      "\"/\"/PUNCT/''/5/punct said/say/VERB/VBD/0/root the/the/DET/DT/10/det "
      "general/general/NOUN/NN/8/nsubj ,/,/PUNCT/,/12/punct adding/add/VERB/VBG/8/advcl "
      "that/that/SCONJ/IN/17/mark the/the/DET/DT/15/det troops/troops/NOUN/NNS/17/nsubj "
      "were/be/AUX/VBD/17/cop ready/ready/ADJ/JJ/12/ccomp ././PUNCT/./8/punct",
      "the general|said|\" We will not leave , \"; the general|adding|that the troops were "
      "ready" },
    { "The ban came amid fears that the rebels would attack",
      "The/the/DET/DT/2/det ban/ban/NOUN/NN/3/nsubj came/come/VERB/VBD/0/root "
      "amid/amid/ADP/IN/5/case fears/fear/NOUN/NNS/3/obl that/that/SCONJ/IN/10/mark "
      "the/the/DET/DT/8/det rebels/rebel/NOUN/NNS/10/nsubj would/would/AUX/MD/10/aux "
      "attack/attack/VERB/VB/5/acl ././PUNCT/./3/punct",
      "|fears|that the rebels would attack" },
    { "The minister called the raid ' a crime '",
      "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj called/call/VERB/VBD/0/root "
      "the/the/DET/DT/5/det raid/raid/NOUN/NN/3/obj \"/\"/PUNCT/``/8/punct a/a/DET/DT/8/det "
      "crime/crime/NOUN/NN/3/xcomp \"/\"/PUNCT/''/8/punct ././PUNCT/./3/punct",
      "The minister|called|the raid \" a crime \"" },
    { "Minister: talks will resume",
      "Minister/minister/NOUN/NN/5/nsubj :/:/PUNCT/:/5/punct Talks/talk/NOUN/NNS/5/dep "
      "will/will/AUX/MD/5/aux resume/resume/VERB/VB/0/root",
      "Minister|:|Talks will resume" },
    { "The deal , the envoy said , would hold: a tree that makes two sentences of it",
      "The/the/DET/DT/2/det deal/deal/NOUN/NN/6/nsubj ,/,/PUNCT/,/6/punct the/the/DET/DT/5/det "
      "envoy/envoy/NOUN/NN/6/nsubj said/say/VERB/VBD/0/root ,/,/PUNCT/,/6/punct "
      "would/would/AUX/MD/9/aux hold/hold/VERB/VB/6/ccomp ././PUNCT/./6/punct",
      "the envoy|said|The deal+would hold" },
    { "The deal would , the envoy told reporters , hold",
      "The/the/DET/DT/2/det deal/deal/NOUN/NN/10/nsubj would/would/AUX/MD/10/aux "
      ",/,/PUNCT/,/7/punct the/the/DET/DT/6/det envoy/envoy/NOUN/NN/7/nsubj "
      "told/tell/VERB/VBD/10/parataxis reporters/reporter/NOUN/NNS/7/iobj ,/,/PUNCT/,/7/punct "
      "hold/hold/VERB/VB/0/root ././PUNCT/./10/punct",
      "the envoy|told|The deal would+hold" },
};

static plb_lexicon *lex;

/* Sentences stand on lines; behind an empty line a paragraph begins. */
static test_doc doc_of(const char *trees)
{
    plb_buf rows = { 0 };
    plb_str lines = plb_str_of(trees), rest, token;
    while (plb_str_split(&lines, '\n', &rest)) {
        if (rest.n == 0) plb_buf_add(&rows, PLB_STR("# newpar\n"));
        if (rest.n == 0) continue;
        for (int i = 1; plb_str_split(&rest, ' ', &token); i++) {
            plb_buf_printf(&rows, "%d ", i);
            for (size_t k = 0; k < token.n; k++)
                plb_buf_char(&rows, token.p[k] == '/' ? ' ' : token.p[k]);
            plb_buf_char(&rows, '\n');
        }
        plb_buf_char(&rows, '\n');
    }
    plb_buf_char(&rows, '\0');
    test_doc t = test_doc_new(rows.p);
    plb_buf_free(&rows);
    bool quoted = false; /* subjects are actors, and quotation marks are told apart by their tags */
    for (uint32_t i = 0; i < t.doc->tokens.n; i++) {
        plb_token *at = &t.doc->tokens.at[i];
        at->mention = PLB_NONE;
        if (at->deprel == PLB_DEP_NSUBJ && at->upos == PLB_UPOS_NOUN) {
            at->mention = (int32_t)t.doc->mentions.n;
            *PLB_PUSH(t.arena, &t.doc->mentions) =
                (plb_mention){ .kind = PLB_MENTION_ACTOR, .head = (int32_t)i };
        }
        if (at->xpos == PLB_XPOS_OPEN_QUOTE || at->xpos == PLB_XPOS_CLOSE_QUOTE)
            quoted = at->xpos == PLB_XPOS_OPEN_QUOTE;
        else if (quoted)
            at->flags |= PLB_TOKEN_QUOTED;
    }
    t.doc->date = PLB_DAY_UNKNOWN;
    return t;
}

static void show_span(const plb_doc *doc, const plb_attribution *x, plb_span span, plb_buf *out)
{
    plb_buf_add(out, plb_str_slice(plb_doc_part(doc, x->sentence), span.begin, span.end));
}

static void show(const plb_doc *doc, plb_buf *out)
{
    for (uint32_t i = 0; i < doc->attributions.n; i++) {
        const plb_attribution *x = &doc->attributions.at[i];
        if (i) plb_buf_add(out, PLB_STR("; "));
        show_span(doc, x, x->source, out);
        plb_buf_char(out, '|');
        show_span(doc, x, x->cue, out);
        for (uint8_t k = 0; k < x->n_content; k++) {
            plb_buf_char(out, k ? '+' : '|');
            show_span(doc, x, x->content[k], out);
        }
        if (x->level != 1) plb_buf_printf(out, "|%u", x->level);
    }
}

static plb_code_work run(const plb_coder *coder, plb_doc *doc)
{
    plb_error err;
    plb_code_work w = { .coder = coder, .doc = doc };
    assert_int_equal(plb_code_arguments(&w, &err), PLB_OK);
    assert_int_equal(plb_code_predicates(&w, &err), PLB_OK);
    if (plb_code_attributions(&w, &err) != PLB_OK) fail_msg("%s", err.msg);
    return w;
}

static void who_says_what(void **state)
{
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = doc_of(CASES[i].tree);
        run(*state, t.doc);
        plb_buf got = { 0 };
        show(t.doc, &got);
        ASSERT_STR(CASES[i].name, plb_buf_str(&got), CASES[i].want);
        plb_buf_free(&got);
        test_doc_free(&t);
    }
}

/* Quotations of several sentences and paragraphs. */
static const struct {
    const char *name, *trees, *want;
} QUOTATIONS[] = {
    { "the speaker goes on in the paragraph",
      "\"/\"/PUNCT/``/3/punct We/we/PRON/PRP/3/nsubj won/win/VERB/VBD/8/ccomp ,/,/PUNCT/,/3/punct "
      "\"/\"/PUNCT/''/3/punct the/the/DET/DT/7/det general/general/NOUN/NN/8/nsubj "
      "said/say/VERB/VBD/0/root ././PUNCT/./8/punct\n"
      "\"/\"/PUNCT/``/3/punct They/they/PRON/PRP/3/nsubj fled/flee/VERB/VBD/0/root "
      "././PUNCT/./3/punct \"/\"/PUNCT/''/3/punct",
      "the general|said|\" We won , \"+\" They fled . \"" },
    { "the cue stands in the line before",
      "The/the/DET/DT/2/det general/general/NOUN/NN/3/nsubj added/add/VERB/VBD/0/root "
      ":/:/PUNCT/:/3/punct\n"
      "\"/\"/PUNCT/``/3/punct We/we/PRON/PRP/3/nsubj won/win/VERB/VBD/0/root ././PUNCT/./3/punct\n"
      "They/they/PRON/PRP/2/nsubj fled/flee/VERB/VBD/0/root ././PUNCT/./2/punct "
      "\"/\"/PUNCT/''/2/punct",
      "The general|added|\" We won . They fled . \"" },
    { "a paragraph of quotation continues the last speaker",
      "\"/\"/PUNCT/``/3/punct We/we/PRON/PRP/3/nsubj won/win/VERB/VBD/8/ccomp ,/,/PUNCT/,/3/punct "
      "\"/\"/PUNCT/''/3/punct the/the/DET/DT/7/det general/general/NOUN/NN/8/nsubj "
      "said/say/VERB/VBD/0/root ././PUNCT/./8/punct\n\n"
      "\"/\"/PUNCT/``/3/punct They/they/PRON/PRP/3/nsubj fled/flee/VERB/VBD/0/root "
      "././PUNCT/./3/punct \"/\"/PUNCT/''/3/punct",
      "the general|said|\" We won , \"; the general||\" They fled . \"" },
    { "a question and its asker in two sentences",
      "\"/\"/PUNCT/``/4/punct Will/will/AUX/MD/4/aux they/they/PRON/PRP/4/nsubj "
      "stay/stay/VERB/VB/0/root ?/?/PUNCT/./4/punct \"/\"/PUNCT/''/4/punct\n"
      "A/a/DET/DT/2/det reporter/reporter/NOUN/NN/3/nsubj asked/ask/VERB/VBD/0/root "
      "././PUNCT/./3/punct",
      "A reporter|asked|\" Will they stay ? \"" },
    { "the speaker's own thoughts are no reports",
      "\"/\"/PUNCT/``/3/punct I/I/PRON/PRP/3/nsubj think/think/VERB/VBP/10/ccomp "
      "we/we/PRON/PRP/5/nsubj won/win/VERB/VBD/3/ccomp ,/,/PUNCT/,/3/punct \"/\"/PUNCT/''/3/punct "
      "the/the/DET/DT/9/det general/general/NOUN/NN/10/nsubj said/say/VERB/VBD/0/root "
      "././PUNCT/./10/punct",
      "the general|said|\" I think we won , \"" },
    { "a name below a quotation",
      "\"/\"/PUNCT/``/3/punct We/we/PRON/PRP/3/nsubj won/win/VERB/VBD/0/root ././PUNCT/./3/punct "
      "\"/\"/PUNCT/''/3/punct\n\n"
      "-/-/PUNCT/:/2/punct Ann/Ann/PROPN/NNP/0/root Miller/Miller/PROPN/NNP/2/flat",
      "Ann Miller|-|\" We won . \"" },
    { "words in quotation marks without a speaker are nobody's",
      "The/the/DET/DT/5/det \"/\"/PUNCT/``/5/punct free/free/ADJ/JJ/5/amod \"/\"/PUNCT/''/5/punct "
      "state/state/NOUN/NN/6/nsubj fell/fall/VERB/VBD/0/root ././PUNCT/./6/punct",
      "" },
};

static void quotations_reach_over_sentences(void **state)
{
    for (size_t i = 0; i < sizeof QUOTATIONS / sizeof *QUOTATIONS; i++) {
        test_doc t = doc_of(QUOTATIONS[i].trees);
        run(*state, t.doc);
        plb_buf got = { 0 };
        show(t.doc, &got);
        ASSERT_STR(QUOTATIONS[i].name, plb_buf_str(&got), QUOTATIONS[i].want);
        plb_buf_free(&got);
        test_doc_free(&t);
    }
}

/* The cue of the attribution that a predicate belongs to; "" for none. */
static plb_str cue_of(const plb_doc *doc, const char *form)
{
    for (uint32_t i = 0; i < doc->predicates.n; i++) {
        const plb_predicate *p = &doc->predicates.at[i];
        if (!plb_str_is(plb_doc_token(doc, p->token)->form, form)) continue;
        if (p->attribution == PLB_NONE) return PLB_STR("");
        const plb_attribution *x = &doc->attributions.at[p->attribution];
        return plb_str_slice(plb_doc_part(doc, x->sentence), x->cue.begin, x->cue.end);
    }
    fail_msg("no predicate %s", form);
    return PLB_STR("");
}

static void predicates_belong_to_the_innermost_speaker(void **state)
{
    test_doc t = doc_of(
        "The/the/DET/DT/2/det ministry/ministry/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root "
        "witnesses/witness/NOUN/NNS/5/nsubj told/tell/VERB/VBD/3/ccomp "
        "police/police/NOUN/NN/5/iobj that/that/SCONJ/IN/10/mark the/the/DET/DT/9/det "
        "men/man/NOUN/NNS/10/nsubj fled/flee/VERB/VBD/5/ccomp\n"
        "Paris/Paris/PROPN/NNP/2/nsubj condemned/condemn/VERB/VBD/0/root the/the/DET/DT/4/det "
        "attack/attack/NOUN/NN/2/obj");
    run(*state, t.doc);
    ASSERT_STR("fled", cue_of(t.doc, "fled"), "told");
    ASSERT_STR("told", cue_of(t.doc, "told"), "said");
    ASSERT_STR("said", cue_of(t.doc, "said"), "");
    ASSERT_STR("what is judged is not claimed", cue_of(t.doc, "attack"), "");
    test_doc_free(&t);
}

/* In an arena of any size the passes end: they succeed, or say that memory is short. */
static void memory_runs_out(void **state)
{
    plb_error err;
    bool passed = false;
    for (size_t limit = 0; limit < 40000 || !passed; limit += 256) {
        test_doc t = doc_of(QUOTATIONS[2].trees);
        plb_arena *small = plb_arena_new(limit);
        assert_non_null(small);
        t.doc->arena = small;
        plb_code_work w = { .coder = *state, .doc = t.doc };
        plb_status status = plb_code_arguments(&w, &err);
        if (status == PLB_OK) status = plb_code_predicates(&w, &err);
        if (status == PLB_OK) status = plb_code_attributions(&w, &err);
        if (passed) assert_int_equal(status, PLB_OK);
        if (status != PLB_OK) assert_int_equal(status, PLB_ENOMEM);
        passed = status == PLB_OK;
        plb_arena_free(small);
        test_doc_free(&t);
        assert_true(limit < 4000000);
    }
}

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
        cmocka_unit_test(who_says_what),
        cmocka_unit_test(quotations_reach_over_sentences),
        cmocka_unit_test(predicates_belong_to_the_innermost_speaker),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, open_coder, close_coder);
}
