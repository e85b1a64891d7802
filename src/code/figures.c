/* code, after finishing: figures of victims that no event counts. In: events, quantities. Out: the
 * quantities of events, some more. "Death toll rises to 22 in attack on market", "ten dead after
 * raid": the figure's own word is no event, but the sentence tells only one that can have cost it.
 * Where it tells several, the figure goes to the nearest of its clause; a toll of a longer time
 * goes to none of them. */
#include "code/code_internal.h"

static bool is_of_victims(const plb_mention *m)
{
    if (m->kind != PLB_MENTION_QUANTITY) return false;
    uint8_t measure = m->quantity.measure;
    return measure == PLB_MEASURE_KILLED || measure == PLB_MEASURE_INJURED ||
           measure == PLB_MEASURE_MISSING;
}

/* The verb of the clause that a token stands in, or the root of its sentence. */
static int32_t clause_of(const plb_doc *doc, int32_t token)
{
    while (plb_doc_token(doc, token)->upos != PLB_UPOS_VERB &&
           plb_doc_token(doc, token)->head != PLB_NONE)
        token = plb_doc_token(doc, token)->head;
    return token;
}

static int32_t apart(int32_t a, int32_t b)
{
    return a < b ? b - a : a - b;
}

static bool can_cost(const plb_event *e, int32_t sentence)
{
    return e->sentence == sentence && e->type == PLB_TYPE_ASSAULT &&
           e->status != PLB_STATUS_NEGATED && e->status != PLB_STATUS_DENIED &&
           e->n_quantity < PLB_MAX_EVENT_QUANTITIES;
}

/* Events stand in the order of their sentences: those of one from *first on. */
static plb_event *event_for(const plb_doc *doc, const plb_mention *m, uint32_t first)
{
    int32_t clause = clause_of(doc, m->head);
    plb_event *only = NULL, *near = NULL;
    int n = 0;
    for (uint32_t i = first; i < doc->events.n && doc->events.at[i].sentence == m->sentence; i++) {
        plb_event *e = &doc->events.at[i];
        if (!can_cost(e, m->sentence)) continue;
        only = e;
        n++;
        bool same = clause_of(doc, e->trigger) == clause;
        if (same && (!near || apart(e->trigger, m->head) < apart(near->trigger, m->head))) near = e;
    }
    return n == 1 ? only : m->quantity.cumulative ? NULL : near;
}

plb_status plb_code_figures(plb_code_work *w, plb_error *err)
{
    plb_doc *doc = w->doc;
    uint8_t *counted = PLB_NEW(doc->arena, uint8_t, doc->mentions.n);
    uint32_t *first = PLB_NEW(doc->arena, uint32_t, doc->sentences.n);
    if (!counted || !first)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its limit of memory");
    for (uint32_t i = doc->events.n; i-- > 0;) {
        first[doc->events.at[i].sentence] = i;
        for (int k = 0; k < doc->events.at[i].n_quantity; k++)
            counted[doc->events.at[i].quantity[k]] = 1;
    }
    for (uint32_t i = 0; i < doc->mentions.n; i++) {
        const plb_mention *m = &doc->mentions.at[i];
        if (counted[i] || !is_of_victims(m)) continue;
        plb_event *e = event_for(doc, m, first[m->sentence]);
        if (e) e->quantity[e->n_quantity++] = (int32_t)i;
    }
    return PLB_OK;
}
