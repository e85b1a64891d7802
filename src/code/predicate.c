/* code, second pass: what is said to happen. In: trees, arguments. Out: doc->predicates with status
 * and time, and the reason for the status.
 *
 * A predicate is a verb or copula, a noun or adjective with a copula, or a noun or adjective that
 * names an event (a frame has it, a light verb carries it, or it is in the class "event-noun"). Its
 * status is its world (status.c), corrected by its own dates: what is dated long before the report
 * is background, what is dated after it is planned. */
#include <stdlib.h>

#include "code/status_internal.h"

/* A year before the report, an event is the background of the news. */
enum { BACKGROUND_DAYS = 365, MAX_CLIMB = 4, MAX_GOVERNOR = 32 };

plb_status plb_status_rules_new(const plb_lexicon *lex, plb_status_rules **out, plb_error *err)
{
    static const char *const names[PLB_N_STATUS_CLASSES] = {
#define PLB_STATUS_CLASS(id, name) name,
#include "code/status_class.def"
#undef PLB_STATUS_CLASS
    };
    plb_status_rules *rules = calloc(1, sizeof *rules);
    if (!rules) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the rules of statuses");
    rules->lex = lex;
    for (int i = 0; i < PLB_N_STATUS_CLASSES; i++) rules->cls[i] = plb_lexicon_class(lex, names[i]);
    plb_status status =
        plb_embedding_open(plb_lexicon_section(lex, "embedding"), &rules->embedding, err);
    if (status != PLB_OK) {
        free(rules);
        return status;
    }
    *out = rules;
    return PLB_OK;
}

void plb_status_rules_free(plb_status_rules *rules)
{
    free(rules);
}

/* ---- which words ----------------------------------------------------------------------------- */

static bool is_function(const plb_token *t)
{
    switch (plb_deprel_universal((plb_deprel)t->deprel)) {
    case PLB_DEP_AUX:
    case PLB_DEP_CASE:
    case PLB_DEP_MARK:
    case PLB_DEP_CC:
    case PLB_DEP_FIXED:
    case PLB_DEP_FLAT:
    case PLB_DEP_GOESWITH:
    case PLB_DEP_DISCOURSE:
        return true;
    default:
        return t->deprel == PLB_DEP_COMPOUND_PRT;
    }
}

static bool names_actor(const plb_doc *doc, const plb_token *t)
{
    return t->mention != PLB_NONE && doc->mentions.at[t->mention].kind == PLB_MENTION_ACTOR;
}

static bool is_predicate(const plb_code_work *w, const plb_worlds *worlds, int32_t token)
{
    const plb_token *t = plb_doc_token(w->doc, token);
    if (is_function(t)) return false;
    if (names_actor(w->doc, t) && !worlds->clause[token].copula) return false;
    switch (t->upos) {
    case PLB_UPOS_VERB:
    case PLB_UPOS_AUX:
        return true;
    case PLB_UPOS_NOUN:
        return worlds->clause[token].copula || w->arguments[token].carrier != PLB_NONE ||
               plb_status_word(worlds->rules, w->doc, token, PLB_STATUS_CLASS_EVENT_NOUN, NULL) ||
               plb_frame_trigger(w, token);
    case PLB_UPOS_ADJ:
        return worlds->clause[token].copula || plb_frame_trigger(w, token);
    case PLB_UPOS_PROPN:
        return plb_status_word(worlds->rules, w->doc, token, PLB_STATUS_CLASS_EVENT_NOUN, NULL) ||
               plb_frame_trigger(w, token);
    default:
        return worlds->clause[token].copula;
    }
}

/* ---- time ------------------------------------------------------------------------------------ */

/* The nearest predicate above a token, or PLB_NONE. */
static int32_t governing_predicate(const plb_code_work *w, int32_t token)
{
    int32_t t = plb_doc_token(w->doc, token)->head;
    for (int i = 0; i < MAX_GOVERNOR && t != PLB_NONE; i++, t = plb_doc_token(w->doc, t)->head)
        if (w->predicate[t] != PLB_NONE) return w->predicate[t];
    return PLB_NONE;
}

static bool is_open(uint8_t status)
{
    return status == PLB_STATUS_PLANNED || status == PLB_STATUS_DEMANDED ||
           status == PLB_STATUS_CONDITIONAL || status == PLB_STATUS_HYPOTHETICAL;
}

static uint8_t time_of(const plb_worlds *worlds, const plb_predicate *p,
                       const plb_predicate *governor)
{
    const plb_clause *c = &worlds->clause[p->token];
    if (c->modal != PLB_NONE) return c->perfect ? PLB_TIME_PAST : PLB_TIME_FUTURE;
    if (c->tense == PLB_TENSE_PAST || c->perfect) return PLB_TIME_PAST;
    if (c->tense == PLB_TENSE_PRESENT) return PLB_TIME_PRESENT;
    if (is_open(p->status)) return PLB_TIME_FUTURE;
    bool ongoing = p->status == PLB_STATUS_ONGOING;
    if (!governor) return ongoing ? PLB_TIME_PRESENT : PLB_TIME_PAST;
    /* what is taken for granted beside something to come has happened, or goes on */
    if (governor->time == PLB_TIME_FUTURE && p->status != PLB_STATUS_NEGATED)
        return ongoing ? PLB_TIME_PRESENT : PLB_TIME_PAST;
    return governor->time;
}

/* ---- dates ----------------------------------------------------------------------------------- */

/* The predicate that a date belongs to: the first one above its head, a few steps up. */
static int32_t dated_predicate(const plb_code_work *w, const plb_mention *m)
{
    int32_t t = m->head;
    for (int i = 0; i <= MAX_CLIMB && t != PLB_NONE; i++, t = plb_doc_token(w->doc, t)->head)
        if (w->predicate[t] != PLB_NONE) return w->predicate[t];
    return PLB_NONE;
}

static void apply_date(const plb_code_work *w, const plb_worlds *worlds, const plb_mention *m)
{
    plb_doc *doc = w->doc;
    uint8_t precision = m->date.precision;
    bool edges = precision == PLB_DATE_DAY || precision == PLB_DATE_WEEK ||
                 precision == PLB_DATE_MONTH || precision == PLB_DATE_YEAR;
    if (m->kind != PLB_MENTION_DATE || !edges || m->date.from == PLB_DAY_UNKNOWN) return;
    int32_t at = dated_predicate(w, m);
    if (at == PLB_NONE) return;
    plb_predicate *p = &doc->predicates.at[at];
    bool verb = plb_doc_token(doc, p->token)->upos == PLB_UPOS_VERB;
    if (m->date.to != PLB_DAY_UNKNOWN && m->date.to < doc->date - BACKGROUND_DAYS) {
        if (p->status == PLB_STATUS_ACTUAL && worlds->clause[p->token].tense != PLB_TENSE_PRESENT) {
            p->status = PLB_STATUS_PAST;
            p->because = m->head;
        }
    } else if (m->date.from > doc->date &&
               (p->status == PLB_STATUS_ACTUAL || p->status == PLB_STATUS_ONGOING)) {
        if (verb && worlds->clause[p->token].tense == PLB_TENSE_PAST) return;
        p->status = PLB_STATUS_PLANNED;
        p->time = PLB_TIME_FUTURE;
        p->because = m->head;
    }
}

/* ---- the pass -------------------------------------------------------------------------------- */

/* Whether a noun names something said: an accusation, an offer. */
static bool is_said(const plb_worlds *worlds, int32_t token)
{
    static const char *const kinds[] = { "finite", "infinitive", "of" };
    plb_signature s;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (plb_status_signature(worlds->rules, worlds->signatures[token], plb_str_of(kinds[i]),
                                 &s) &&
            s.voice == PLB_VOICE_SAYS)
            return true;
    return false;
}

/* The status of the word itself. Who rejects an accusation, or accepts an offer, does not say that
 * nobody made it; a copula has the status of its predicate. */
static plb_world own_world(const plb_worlds *worlds, int32_t token)
{
    const plb_token *t = plb_doc_token(worlds->doc, token);
    if (t->deprel == PLB_DEP_COP) return worlds->out[t->head];
    plb_world world = worlds->out[token];
    if (t->upos != PLB_UPOS_NOUN || worlds->clause[token].negator != PLB_NONE) return world;
    bool answered = world.status == PLB_STATUS_NEGATED || world.status == PLB_STATUS_DENIED ||
                    world.status == PLB_STATUS_PLANNED;
    int32_t head = t->head;
    bool reply =
        head != PLB_NONE && world.because == head && worlds->out[head].status == PLB_STATUS_ACTUAL;
    return answered && reply && is_said(worlds, token) ? (plb_world){ PLB_STATUS_ACTUAL, PLB_NONE }
                                                       : world;
}

plb_status plb_code_predicates(plb_code_work *w, plb_error *err)
{
    plb_doc *doc = w->doc;
    plb_worlds *kept = PLB_NEW(doc->arena, plb_worlds, 1);
    if (!kept) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    PLB_TRY(plb_worlds_fill(w->coder->status, doc, kept, err));
    w->worlds = kept;
    const plb_worlds *worlds = kept;
    w->predicate = PLB_NEW(doc->arena, int32_t, doc->tokens.n);
    if (!w->predicate) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    for (int32_t t = 0; t < (int32_t)doc->tokens.n; t++) {
        w->predicate[t] = PLB_NONE;
        if (!is_predicate(w, worlds, t)) continue;
        plb_predicate *p = PLB_PUSH(doc->arena, &doc->predicates);
        if (!p) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
        plb_world world = own_world(worlds, t);
        *p = (plb_predicate){ t, world.status, PLB_TIME_PAST, PLB_NONE, world.because };
        w->predicate[t] = (int32_t)doc->predicates.n - 1;
    }
    for (int round = 0; round < 2; round++) /* a governor may stand behind its dependent */
        for (uint32_t i = 0; i < doc->predicates.n; i++) {
            plb_predicate *p = &doc->predicates.at[i];
            int32_t g = governing_predicate(w, p->token);
            p->time = time_of(worlds, p, g == PLB_NONE ? NULL : &doc->predicates.at[g]);
        }
    if (doc->date != PLB_DAY_UNKNOWN)
        for (uint32_t i = 0; i < doc->mentions.n; i++) apply_date(w, worlds, &doc->mentions.at[i]);
    return PLB_OK;
}
