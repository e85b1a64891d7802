/* ground: what the passes share: the classes, the matches of the lexicon, new mentions. */
#include "ground/actor_internal.h"

#include <stdlib.h>

enum { MAX_MATCHES = 16 }; /* readings at one token */

plb_status plb_grounder_new(const plb_lexicon *lex, plb_grounder **out, plb_error *err)
{
    plb_grounder *g = calloc(1, sizeof *g);
    if (!g) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the grounder");
    g->lex = lex;
#define PLB_GROUND_CLASS(id, name) g->id = plb_lexicon_class(lex, name);
#include "ground/actor_class.def"
#include "ground/place_class.def"
#undef PLB_GROUND_CLASS
    plb_status status =
        plb_embedding_open(plb_lexicon_section(lex, "embedding"), &g->embedding, err);
    if (status != PLB_OK) {
        free(g);
        return status;
    }
    *out = g;
    return PLB_OK;
}

void plb_grounder_free(plb_grounder *g)
{
    free(g);
}

static plb_str lower_case(plb_arena *arena, plb_str s)
{
    size_t i = 0;
    while (i < s.n && !(s.p[i] >= 'A' && s.p[i] <= 'Z')) i++;
    if (i == s.n) return s;
    char *p = plb_arena_alloc(arena, s.n);
    if (!p) return s;
    for (i = 0; i < s.n; i++)
        p[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] - 'A' + 'a') : s.p[i];
    return (plb_str){ p, s.n };
}

plb_status plb_ground_begin(const plb_grounder *g, plb_doc *doc, plb_grounding *out, plb_error *err)
{
    uint32_t n = doc->tokens.n;
    PLB_VEC(plb_match) matches = { 0 };
    uint32_t *first = PLB_NEW(doc->arena, uint32_t, (size_t)n + 1);
    plb_str *lower = PLB_NEW(doc->arena, plb_str, n);
    if (!first || !lower) goto full;

    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *sentence = &doc->sentences.at[i];
        int32_t end = sentence->first_token + sentence->n_tokens;
        for (int32_t t = sentence->first_token; t < end; t++) {
            plb_match found[MAX_MATCHES];
            size_t n_found = plb_lexicon_lookup(g->lex, doc, t, end, found, MAX_MATCHES);
            for (size_t k = 0; k < n_found; k++) {
                plb_match *m = PLB_PUSH(doc->arena, &matches);
                if (!m) goto full;
                *m = found[k];
            }
            first[t + 1] = matches.n;
            doc->tokens.at[t].mention = PLB_NONE;
            lower[t] = lower_case(doc->arena, doc->tokens.at[t].form);
        }
    }
    *out = (plb_grounding){
        .g = g, .lex = g->lex, .doc = doc, .match = matches.at, .first_match = first, .lower = lower
    };
    out->notes = PLB_NEW(doc->arena, struct plb_actor_notes, 1);
    if (!out->notes) goto full;
    return PLB_OK;
full:
    return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
}

plb_mention *plb_ground_add(const plb_grounding *s, plb_mention_kind kind, int32_t first,
                            int32_t last, int32_t head)
{
    plb_doc *doc = s->doc;
    plb_mention *m = PLB_PUSH(doc->arena, &doc->mentions);
    if (!m) return NULL;
    m->kind = (uint8_t)kind;
    m->confidence = UINT8_MAX;
    m->sentence = doc->tokens.at[head].sentence;
    m->first_token = first;
    m->last_token = last;
    m->head = head;
    m->span = (plb_span){ doc->tokens.at[first].begin, doc->tokens.at[last].end };
    m->chain = PLB_NONE;
    m->quantity.of_mention = m->quantity.predicate_token = PLB_NONE;

    int32_t *carried = &doc->tokens.at[head].mention;
    bool free_place = *carried == PLB_NONE && kind == PLB_MENTION_PLACE;
    if (kind == PLB_MENTION_ACTOR || free_place) *carried = (int32_t)doc->mentions.n - 1;
    return m;
}

static bool is_nominal(const plb_token *t)
{
    return t->upos == PLB_UPOS_NOUN || t->upos == PLB_UPOS_PROPN || t->upos == PLB_UPOS_PRON;
}

int32_t plb_ground_head(const plb_doc *doc, int32_t first, int32_t last)
{
    int32_t head = PLB_NONE;
    for (int32_t t = last; t >= first; t--) {
        int32_t above = doc->tokens.at[t].head;
        if (above >= first && above <= last) continue;
        if (is_nominal(&doc->tokens.at[t])) return t;
        if (head == PLB_NONE) head = t;
    }
    return head == PLB_NONE ? last : head;
}

bool plb_ground_form_in(const plb_grounding *s, plb_class cls, int32_t token, plb_str *value)
{
    return cls >= 0 &&
           plb_lexicon_phrase(s->lex, cls, PLB_MATCH_FORM, s->doc, token, token + 1, value) > 0;
}

bool plb_ground_lemma_in(const plb_grounding *s, plb_class cls, int32_t token, plb_str *value)
{
    return cls >= 0 &&
           plb_lexicon_phrase(s->lex, cls, PLB_MATCH_LEMMA, s->doc, token, token + 1, value) > 0;
}
