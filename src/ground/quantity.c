/* ground: quantities. In: trees, dates. Out: a mention for every number of people or things, with
 * its bounds, what it measures, the word that says so, and what is counted; singular victims count
 * one
 * ("a soldier was killed"). The mention covers the words of the amount and is carried by the
 * counted noun where there is one. docs/formats/quantities.md is the whole account. */
#include "ground/quantity_internal.h"

/* The tokens of the dates: "2016" there is no quantity. */
typedef struct {
    const plb_grounding *s;
    uint8_t *taken;   /* [n_tokens] part of a date, or counted already */
    int32_t previous; /* the mention before it in the sentence, or PLB_NONE */
    int32_t sentence;
} quantities;

enum { TAKEN_DATE = 1, TAKEN_COUNTED = 2 };

static plb_status full(plb_error *err)
{
    return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
}

/* ---- parts and sums
 * --------------------------------------------------------------------------------- */

/* "including 12 children", "three of them" */
static bool is_part(const plb_grounding *s, const plb_amount *a, const plb_measured *m)
{
    if (m->of_whole) return true;
    int32_t carrier = m->noun == PLB_NONE ? a->number : m->noun;
    int32_t first = s->doc->sentences.at[plb_doc_token(s->doc, carrier)->sentence].first_token;
    for (int32_t t = a->first - 1; t >= first && t >= a->first - 2; t--)
        if (s->g->quantity_part >= 0 &&
            t + plb_lexicon_phrase(s->lex, s->g->quantity_part, PLB_MATCH_FORM, s->doc, t, a->first,
                                   NULL) ==
                a->first)
            return true;
    int32_t mark = plb_doc_child_universal(s->doc, carrier, PLB_DEP_CASE);
    return mark != PLB_NONE && plb_ground_form_in(s, s->g->quantity_part, mark, NULL);
}

/* Whether words of its clause say that the figure is a sum over time. */
static bool is_cumulative(const plb_grounding *s, const plb_amount *a, const plb_measured *m)
{
    const plb_doc *doc = s->doc;
    if (m->predicate != PLB_NONE && plb_ground_lemma_in(s, s->g->measure_toll, m->predicate, NULL))
        return true;
    int32_t clause = m->predicate == PLB_NONE ? a->number : m->predicate;
    while (plb_doc_token(doc, clause)->upos != PLB_UPOS_VERB &&
           plb_doc_token(doc, clause)->head != PLB_NONE)
        clause = plb_doc_token(doc, clause)->head;
    int32_t first, last;
    plb_doc_subtree(doc, clause, &first, &last);
    for (int32_t t = first; t <= last; t++)
        if (s->g->quantity_cumulative >= 0 &&
            plb_lexicon_phrase(s->lex, s->g->quantity_cumulative, PLB_MATCH_FORM, doc, t, last + 1,
                               NULL))
            return true;
    return false;
}

/* ---- mentions
 * --------------------------------------------------------------------------------------- */

/* The counted noun with the modifiers that stand between the number and it. Of "12 dead" nobody
 * says who they were. */
static plb_span span_of(const plb_grounding *s, const plb_amount *a, int32_t noun)
{
    if (noun == PLB_NONE || plb_ground_form_in(s, s->g->measure_adjective, noun, NULL))
        return (plb_span){ 0, 0 };
    int32_t first = noun;
    if (noun > a->last) {
        first = a->last + 1;
        while (first < noun && (plb_ground_form_in(s, s->g->quantity_of, first, NULL) ||
                                plb_doc_token(s->doc, first)->upos == PLB_UPOS_DET))
            first++;
    }
    return (plb_span){ plb_doc_token(s->doc, first)->begin, plb_doc_token(s->doc, noun)->end };
}

static plb_status add(quantities *q, const plb_amount *a, plb_measured *m, plb_error *err)
{
    const plb_grounding *s = q->s;
    bool part = is_part(s, a, m);
    bool own = m->predicate != PLB_NONE && !m->weak;
    if (part && !own && q->previous != PLB_NONE) {
        const plb_quantity *whole = &s->doc->mentions.at[q->previous].quantity;
        m->measure = (plb_measure)whole->measure;
        m->predicate = whole->predicate_token;
    }
    int32_t head = m->noun == PLB_NONE ? a->number : m->noun;
    plb_mention *mention = plb_ground_add(s, PLB_MENTION_QUANTITY, a->first, a->last, head);
    if (!mention) return full(err);
    plb_quantity *to = &mention->quantity;
    to->measure = (uint8_t)m->measure;
    to->has_low = a->has_low;
    to->has_high = a->has_high;
    to->low = a->has_low ? a->low : 0;
    to->high = a->has_high ? a->high : 0;
    to->part = part;
    to->cumulative = is_cumulative(s, a, m);
    to->of = span_of(s, a, m->noun);
    to->predicate_token = m->predicate;
    if (a->vague) mention->confidence = UINT8_MAX / 2;
    if (!part) q->previous = (int32_t)s->doc->mentions.n - 1;
    q->taken[head] |= TAKEN_COUNTED;
    return PLB_OK;
}

static bool is_taken(const quantities *q, int32_t first, int32_t last)
{
    for (int32_t t = first; t <= last; t++)
        if (q->taken[t] & TAKEN_DATE) return true;
    return false;
}

static plb_status amounts(quantities *q, const plb_sentence *at, plb_error *err)
{
    int32_t end = at->first_token + at->n_tokens;
    for (int32_t t = at->first_token; t < end; t++) {
        plb_amount a;
        plb_measured m;
        if (!plb_amount_at(q->s, t, end, &a)) continue;
        if (is_taken(q, a.number_first, a.last)) continue;
        plb_measure_amount(q->s, &a, &m);
        /* Words for none or some that tell nothing about people are no figures. */
        bool told = m.found || (!a.zero && !a.vague);
        if (m.of_whole && !m.found && q->previous == PLB_NONE) told = false;
        if ((m.kept || m.of_whole) && told) PLB_TRY(add(q, &a, &m, err));
        t = a.last;
    }
    return PLB_OK;
}

/* ---- one person
 * ------------------------------------------------------------------------------------- */

/* The noun with what stands for "one" before it, where the text says so; in headlines articles are
 * left out. */
static bool is_one(const plb_grounding *s, int32_t noun, int32_t *first)
{
    const plb_token *n = plb_doc_token(s->doc, noun);
    if (n->xpos != PLB_XPOS_NN && n->xpos != PLB_XPOS_NNP) return false;
    int32_t determiner = plb_doc_child_universal(s->doc, noun, PLB_DEP_DET);
    bool owned = plb_doc_child(s->doc, noun, PLB_DEP_NMOD_POSS) != PLB_NONE;
    bool counted = plb_doc_child_universal(s->doc, noun, PLB_DEP_NUMMOD) != PLB_NONE;
    if (counted || owned || !plb_is_person(s, noun)) return false;
    if (determiner == PLB_NONE) {
        *first = noun;
        return plb_is_headline(s, noun);
    }
    *first = determiner;
    return determiner < noun && plb_ground_form_in(s, s->g->quantity_one, determiner, NULL);
}

static plb_status one(quantities *q, int32_t noun, plb_error *err)
{
    int32_t first;
    plb_measured m = { noun, PLB_NONE, PLB_MEASURE_OTHER, false, false, true, false };
    if (q->taken[noun] || !is_one(q->s, noun, &first) || !plb_measure_noun(q->s, noun, &m))
        return PLB_OK;
    plb_amount a = { .low = 1,
                     .high = 1,
                     .has_low = true,
                     .has_high = true,
                     .first = first,
                     .last = noun > first ? noun : first,
                     .number = noun,
                     .base = noun,
                     .number_first = first };
    return add(q, &a, &m, err);
}

plb_status plb_ground_quantities(const plb_grounding *s, plb_error *err)
{
    plb_doc *doc = s->doc;
    quantities q = { s, PLB_NEW(doc->arena, uint8_t, doc->tokens.n), PLB_NONE, 0 };
    if (!q.taken) return full(err);
    for (uint32_t i = 0; i < doc->mentions.n; i++)
        if (doc->mentions.at[i].kind == PLB_MENTION_DATE)
            for (int32_t t = doc->mentions.at[i].first_token; t <= doc->mentions.at[i].last_token;
                 t++)
                q.taken[t] |= TAKEN_DATE;

    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *at = &doc->sentences.at[i];
        q.previous = PLB_NONE;
        PLB_TRY(amounts(&q, at, err));
        for (int32_t t = at->first_token; t < at->first_token + at->n_tokens; t++) {
            uint8_t upos = doc->tokens.at[t].upos;
            if (upos == PLB_UPOS_NOUN || upos == PLB_UPOS_PROPN) PLB_TRY(one(&q, t, err));
        }
    }
    return PLB_OK;
}

plb_status plb_ground_count_actors(const plb_grounding *s, plb_error *err)
{
    plb_doc *doc = s->doc;
    (void)err;
    for (uint32_t i = 0; i < doc->mentions.n; i++) {
        plb_mention *m = &doc->mentions.at[i];
        if (m->kind != PLB_MENTION_QUANTITY) continue;
        int32_t actor = doc->tokens.at[m->head].mention;
        if (actor != PLB_NONE && doc->mentions.at[actor].kind == PLB_MENTION_ACTOR)
            m->quantity.of_mention = actor;
    }
    return PLB_OK;
}
