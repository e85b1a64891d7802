/* code, third pass: who says what. In: trees, arguments, predicates, mentions. Out:
 * doc->attributions in the order of their cues, with levels and parents; predicate.attribution.
 *
 * Trees give most of them (attribution_cue.c); quotation marks give the rest, over sentences too
 * (attribution_quote.c). An attribution whose cue stands in what another one reports is one level
 * deeper. A predicate belongs to the innermost attribution that is its speaker's word: what
 * somebody says or believes, not what somebody merely praises or wants. */
#include "code/attribution_internal.h"

#include <stdlib.h>

enum { NEIGHBOURS = 48 }; /* attributions around one that may hold it */

plb_status plb_attribution_rules_new(const plb_lexicon *lex, plb_attribution_rules **out,
                                     plb_error *err)
{
    plb_attribution_rules *rules = calloc(1, sizeof *rules);
    if (!rules) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the rules of attributions");
    rules->lex = lex;
    rules->according = plb_lexicon_class(lex, "according-to");
    rules->hearsay = plb_lexicon_class(lex, "hearsay-adverb");
    rules->speaking = plb_lexicon_class(lex, "speaking-noun");
    *out = rules;
    return PLB_OK;
}

void plb_attribution_rules_free(plb_attribution_rules *rules)
{
    free(rules);
}

/* ---- order, levels --------------------------------------------------------------------------- */

static uint32_t key_of(const plb_attribution *x)
{
    return x->cue_token == PLB_NONE ? x->content[0].begin : x->cue.begin;
}

typedef struct {
    plb_attribution attribution;
    uint32_t at; /* where it was */
} ordered;

static int by_place(const void *a, const void *b)
{
    const ordered *x = a, *y = b;
    if (x->attribution.sentence != y->attribution.sentence)
        return x->attribution.sentence < y->attribution.sentence ? -1 : 1;
    uint32_t i = key_of(&x->attribution), j = key_of(&y->attribution);
    if (i != j) return i < j ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

static plb_status sort(plb_attributing *a, plb_error *err)
{
    plb_doc *doc = a->doc;
    uint32_t n = doc->attributions.n;
    ordered *sorted = PLB_NEW(doc->arena, ordered, n);
    uint8_t *carries = PLB_NEW(doc->arena, uint8_t, n);
    if (!sorted || !carries)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    for (uint32_t i = 0; i < n; i++) sorted[i] = (ordered){ doc->attributions.at[i], i };
    if (n) qsort(sorted, n, sizeof *sorted, by_place);
    for (uint32_t i = 0; i < n; i++) {
        doc->attributions.at[i] = sorted[i].attribution;
        carries[i] = a->carries.at[sorted[i].at];
    }
    if (n) memcpy(a->carries.at, carries, n);
    return PLB_OK;
}

static uint32_t length_of(const plb_attribution *x)
{
    uint32_t n = 0;
    for (uint8_t i = 0; i < x->n_content; i++) n += x->content[i].end - x->content[i].begin;
    return n;
}

static bool holds(const plb_doc *doc, const plb_attribution *outer, const plb_attribution *inner)
{
    if (doc->sentences.at[outer->sentence].part != doc->sentences.at[inner->sentence].part)
        return false;
    plb_span what = inner->cue_token == PLB_NONE ? inner->content[0] : inner->cue;
    for (uint8_t i = 0; i < outer->n_content; i++)
        if (outer->content[i].begin <= what.begin && what.end <= outer->content[i].end) return true;
    return false;
}

/* The shortest one around it; a holder is longer than what it holds, so that no two hold each
 * other. */
static int32_t parent_of(const plb_doc *doc, int32_t at)
{
    const plb_attribution *x = &doc->attributions.at[at];
    int32_t n = (int32_t)doc->attributions.n, found = PLB_NONE;
    int32_t from = at > NEIGHBOURS ? at - NEIGHBOURS : 0;
    int32_t to = at + NEIGHBOURS < n ? at + NEIGHBOURS : n - 1;
    uint32_t own = length_of(x), least = UINT32_MAX;
    for (int32_t i = from; i <= to; i++) {
        const plb_attribution *y = &doc->attributions.at[i];
        uint32_t length = length_of(y);
        if (i == at || length <= own || length >= least || !holds(doc, y, x)) continue;
        least = length;
        found = i;
    }
    return found;
}

static void nest(plb_doc *doc)
{
    for (int32_t i = 0; i < (int32_t)doc->attributions.n; i++)
        doc->attributions.at[i].parent = parent_of(doc, i);
    for (int32_t i = 0; i < (int32_t)doc->attributions.n; i++) {
        uint8_t level = 1;
        for (int32_t p = doc->attributions.at[i].parent; p != PLB_NONE && level < UINT8_MAX;
             level++)
            p = doc->attributions.at[p].parent;
        doc->attributions.at[i].level = level;
    }
}

/* ---- predicates ------------------------------------------------------------------------------ */

static void give_predicates(const plb_attributing *a, int32_t at)
{
    plb_doc *doc = a->doc;
    const plb_attribution *x = &doc->attributions.at[at];
    const plb_tokens *part = &a->part[doc->sentences.at[x->sentence].part];
    int32_t end = part->last + 1;
    for (uint8_t i = 0; i < x->n_content; i++) {
        int32_t t = plb_attribution_token_at(doc, part->first, end, x->content[i].begin);
        for (; t < end && plb_doc_token(doc, t)->begin < x->content[i].end; t++) {
            int32_t p = a->work->predicate[t];
            if (p == PLB_NONE || t == x->cue_token) continue;
            plb_predicate *predicate = &doc->predicates.at[p];
            int32_t known = predicate->attribution;
            if (known == PLB_NONE || doc->attributions.at[known].level <= x->level)
                predicate->attribution = at;
        }
    }
}

/* ---- the pass -------------------------------------------------------------------------------- */

static plb_status begin(plb_attributing *a, plb_error *err)
{
    plb_doc *doc = a->doc;
    PLB_TRY(plb_attribution_order(a, err));
    a->of_cue = PLB_NEW(doc->arena, int32_t, doc->tokens.n);
    a->first = PLB_NEW(doc->arena, uint32_t, doc->sentences.n + 1);
    if (!a->of_cue || !a->first)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    for (uint32_t i = 0; i < doc->tokens.n; i++) a->of_cue[i] = PLB_NONE;
    for (int p = 0; p < PLB_N_PARTS; p++) a->part[p] = (plb_tokens){ 0, PLB_NONE };
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        plb_tokens *part = &a->part[s->part];
        if (part->last == PLB_NONE) part->first = s->first_token;
        part->last = s->first_token + s->n_tokens - 1;
    }
    return PLB_OK;
}

plb_status plb_code_attributions(plb_code_work *w, plb_error *err)
{
    plb_doc *doc = w->doc;
    plb_attributing a = { .work = w, .doc = doc, .rules = w->coder->attribution };
    PLB_TRY(begin(&a, err));
    for (uint32_t s = 0; s < doc->sentences.n; s++) {
        a.first[s] = doc->attributions.n;
        PLB_TRY(plb_attribution_sentence(&a, (int32_t)s, err));
    }
    a.first[doc->sentences.n] = doc->attributions.n;
    PLB_TRY(plb_attribution_quotes(&a, err));
    PLB_TRY(sort(&a, err));
    nest(doc);
    for (int32_t i = 0; i < (int32_t)doc->attributions.n; i++)
        if (a.carries.at[i]) give_predicates(&a, i);
    return PLB_OK;
}
