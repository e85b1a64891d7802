/* ground: every phrase that can be an actor becomes a mention.
 *
 * In: trees, matches of the lexicon, dates and places. Out: mentions of actors with what the
 * sentence itself says of them; coreference adds what other sentences say. Method: units of the
 * lexicon and tags make noun phrases, a small grammar over units reads them (country + role +
 * name), the tree links phrases. */
#include "ground/actor_internal.h"

/* Which tokens dates and places cover. */
static void mark_earlier_passes(plb_actor_work *w)
{
    const plb_doc *doc = w->doc;
    for (uint32_t t = 0; t < doc->tokens.n; t++) w->place_of[t] = PLB_NONE;
    for (uint32_t i = 0; i < doc->mentions.n; i++) {
        const plb_mention *m = &doc->mentions.at[i];
        for (int32_t t = m->first_token; t <= m->last_token; t++) {
            if (m->kind == PLB_MENTION_PLACE) w->place_of[t] = (int32_t)i;
            if (m->kind == PLB_MENTION_DATE) w->dated[t] = true;
        }
    }
}

static int32_t longest_sentence(const plb_doc *doc)
{
    int32_t n = 0;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        if (doc->sentences.at[i].n_tokens > n) n = doc->sentences.at[i].n_tokens;
    return n;
}

static bool read_sentence(plb_actor_work *w, int32_t sentence)
{
    const plb_sentence *at = &w->doc->sentences.at[sentence];
    w->begin = at->first_token;
    w->end = at->first_token + at->n_tokens;
    plb_actor_units(w);
    plb_actor_phrases(w);
    for (int32_t i = 0; i < w->n_phrases; i++)
        if (!plb_actor_read(w, i)) return false;
    return plb_actor_link(w);
}

plb_status plb_ground_actors(const plb_grounding *s, plb_error *err)
{
    plb_doc *doc = s->doc;
    size_t n = doc->tokens.n, longest = (size_t)longest_sentence(doc);
    plb_actor_work w = { .s = s, .doc = doc };
    w.unit = PLB_NEW(doc->arena, plb_unit, longest);
    w.phrase = PLB_NEW(doc->arena, plb_phrase, longest);
    w.place_of = PLB_NEW(doc->arena, int32_t, n);
    w.dated = PLB_NEW(doc->arena, bool, n);
    if (!w.unit || !w.phrase || !w.place_of || !w.dated)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    mark_earlier_passes(&w);
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        uint8_t line = doc->sentences.at[i].line;
        if (line == PLB_LINE_BYLINE || line == PLB_LINE_BOILERPLATE) continue;
        if (!read_sentence(&w, (int32_t)i))
            return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    }
    return PLB_OK;
}
