/* code, last pass: finishing. In: candidates, predicates, attributions. Out: doc->events in the
 * order of the text: what one sentence tells twice is one event; places that act become their
 * country; status, circumstances, scores, confidence and id are set. */
#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "code/candidate.h"

enum { MAX_APART = 32, MAX_TRIGGER = 4 };

/* ---- telling the same twice ---- */

static bool contains(const plb_side *all, const plb_side *some)
{
    for (uint8_t i = 0; i < some->n; i++) {
        bool there = false;
        for (uint8_t j = 0; j < all->n && !there; j++) there = all->at[j] == some->at[i];
        if (!there) return false;
    }
    return true;
}

static uint8_t status_of(const plb_code_work *w, const plb_candidate *c)
{
    const plb_predicate *p = plb_candidate_predicate(w, c);
    return c->status != PLB_FRAME_ANY ? c->status : p ? p->status : PLB_STATUS_ACTUAL;
}

/* Whether `some` says nothing that `all` does not say too. */
static bool covers(const plb_code_work *w, const plb_candidate *all, const plb_candidate *some)
{
    return all->type == some->type && contains(&all->source, &some->source) &&
           contains(&all->target, &some->target) && status_of(w, all) == status_of(w, some);
}

static void merge(plb_candidate *into, plb_candidate *from)
{
    from->dropped = true;
    if (!into->mode.n && from->mode.n) {
        into->mode = from->mode;
        if (from->cameo.n > into->cameo.n || !into->match.inner) into->cameo = from->cameo;
    }
    if (into->n_also < PLB_MAX_FURTHER) into->also[into->n_also++] = from->match.token;
}

static int32_t sentence_of(const plb_code_work *w, const plb_candidate *c)
{
    return plb_doc_token(w->doc, c->match.token)->sentence;
}

static bool is_verbal(const plb_candidate *c)
{
    return c->match.key->pos == PLB_POS_VERB;
}

/* Which of two that say the same stays: the one with a mode, the verb, the first. */
static bool is_better(const plb_candidate *one, const plb_candidate *other)
{
    if ((one->mode.n > 0) != (other->mode.n > 0)) return one->mode.n > 0;
    return is_verbal(one) && !is_verbal(other);
}

/* `at` holds the candidates of a sentence; only those near each other are compared, so that a
 * sentence of any length is done in time. */
static void merge_sentence(const plb_code_work *w, plb_candidate **at, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = i > MAX_APART ? i - MAX_APART : 0;
             j < n && j < i + MAX_APART && !at[i]->dropped; j++) {
            if (i == j || at[j]->dropped || !covers(w, at[i], at[j])) continue;
            if (covers(w, at[j], at[i]) && is_better(at[j], at[i]))
                merge(at[j], at[i]);
            else
                merge(at[i], at[j]);
        }
}

/* ---- what is enough for an event ---- */

/* Whether the sentence says to whom it was done, if nobody knows who they are: "killed two
 * shepherds". */
static bool has_object(const plb_code_work *w, const plb_candidate *c)
{
    return c->measure != PLB_FRAME_ANY &&
           plb_argument_first(w, c->match.token, PLB_ROLE_OBJ) != PLB_NONE;
}

static bool has_victims(const plb_code_work *w, const plb_candidate *c, const plb_event *e)
{
    const plb_doc *doc = w->doc;
    if (has_object(w, c)) return true;
    for (int i = 0; i < e->n_quantity; i++) {
        uint8_t measure = doc->mentions.at[e->quantity[i]].quantity.measure;
        if (measure == PLB_MEASURE_KILLED || measure == PLB_MEASURE_INJURED) return true;
    }
    return false;
}

static bool is_enough(const plb_code_work *w, const plb_candidate *c, const plb_event *e)
{
    uint8_t need = c->need;
    if (need == PLB_NEED_CARRIED)
        need = w->arguments[e->trigger].carrier == PLB_NONE ? PLB_NEED_BOTH : PLB_NEED_ANY;
    switch (need) {
    case PLB_NEED_SOURCE:
        return e->n_source > 0;
    case PLB_NEED_TARGET:
        return e->n_target > 0 || has_victims(w, c, e);
    case PLB_NEED_BOTH:
        return e->n_source > 0 && (e->n_target > 0 || has_victims(w, c, e));
    case PLB_NEED_NONE:
        return true;
    default:
        return e->n_source > 0 || e->n_target > 0 || has_victims(w, c, e);
    }
}

/* ---- actors ---- */

/* A place that acts or is acted on is its country: a mention of that beside it, made once. */
static int32_t country_mention(plb_code_work *w, int32_t place, int32_t *made)
{
    plb_doc *doc = w->doc;
    plb_entry entry;
    if (made[place] != PLB_NONE) return made[place];
    if (!plb_lexicon_country(w->coder->lex, plb_str_of(doc->mentions.at[place].place.country),
                             &entry))
        return PLB_NONE;
    plb_actor *actor = PLB_NEW(doc->arena, plb_actor, 1);
    plb_mention *m = actor ? PLB_PUSH(doc->arena, &doc->mentions) : NULL;
    if (!m) return PLB_NONE;
    *m = doc->mentions.at[place];
    m->kind = PLB_MENTION_ACTOR;
    m->via = PLB_VIA_METONYM;
    m->chain = PLB_NONE;
    m->place = (plb_place){ 0 };
    *actor = (plb_actor){
        .name = entry.name, .code = entry.code, .id = entry.id, .kind = PLB_KIND_COUNTRY
    };
    memcpy(actor->country, entry.country, sizeof actor->country);
    m->actors = actor;
    m->n_actors = 1;
    made[place] = (int32_t)doc->mentions.n - 1;
    return made[place];
}

/* The name that a pronoun takes up within its sentence: "Chad said it had …" is Chad's word. */
static int32_t named(const plb_doc *doc, int32_t mention)
{
    const plb_mention *m = &doc->mentions.at[mention];
    if (m->kind != PLB_MENTION_ACTOR || m->via != PLB_VIA_PRONOUN || m->chain == PLB_NONE)
        return mention;
    for (int32_t i = 0; i < (int32_t)doc->mentions.n; i++) {
        const plb_mention *o = &doc->mentions.at[i];
        if (o->sentence == m->sentence && o->kind == PLB_MENTION_ACTOR && o->chain == m->chain &&
            o->via != PLB_VIA_PRONOUN && o->first_token < m->first_token)
            return i;
    }
    return mention;
}

/* Whether two mentions are of one actor: by their chain, else by name and code. */
static bool is_same(const plb_doc *doc, int32_t one, int32_t other)
{
    const plb_mention *a = &doc->mentions.at[one], *b = &doc->mentions.at[other];
    if (one == other || (a->chain != PLB_NONE && a->chain == b->chain)) return true;
    return a->n_actors == 1 && b->n_actors == 1 && a->actors[0].code.n &&
           plb_str_eq(a->actors[0].code, b->actors[0].code) &&
           plb_str_eq(a->actors[0].name, b->actors[0].name);
}

static bool is_on_side(const plb_doc *doc, const int32_t *side, uint8_t n, int32_t mention)
{
    for (uint8_t i = 0; i < n; i++)
        if (is_same(doc, side[i], mention)) return true;
    return false;
}

/* Nobody meets or fights himself: a target that is the one source is none. "Chinese and Indian
 * ministers" are several, and may meet one another. */
static void drop_reflexive(const plb_doc *doc, plb_event *e)
{
    if (e->n_source == 1 && e->n_target == 1 && is_same(doc, e->source[0], e->target[0]) &&
        doc->mentions.at[e->source[0]].n_actors < 2)
        e->n_target = 0;
}

/* The mentions of a side that act or are acted upon, each actor once. */
static uint8_t act(plb_code_work *w, int32_t *side, uint8_t n, int32_t *made)
{
    uint8_t kept = 0;
    for (uint8_t i = 0; i < n; i++) {
        int32_t mention = named(w->doc, side[i]);
        if (w->doc->mentions.at[mention].kind == PLB_MENTION_PLACE)
            mention = country_mention(w, mention, made);
        if (mention != PLB_NONE && !is_on_side(w->doc, side, kept, mention)) side[kept++] = mention;
    }
    return kept;
}

/* ---- confidence and id ---- */

static float confidence(const plb_code_work *w, const plb_candidate *c, const plb_event *e)
{
    static const float HOW[] = { 1.0F, 0.95F, 0.8F };
    const plb_doc *doc = w->doc;
    const plb_token *t = plb_doc_token(doc, c->match.token);
    float parse = (float)t->confidence / 255.0F, actors = 1.0F;
    for (int i = 0; i < e->n_source; i++)
        actors = fminf(actors, (float)doc->mentions.at[e->source[i]].confidence / 255.0F);
    for (int i = 0; i < e->n_target; i++)
        actors = fminf(actors, (float)doc->mentions.at[e->target[i]].confidence / 255.0F);
    float sides = HOW[c->source.how <= PLB_ARGUMENT_NEAR ? c->source.how : PLB_ARGUMENT_NEAR] *
                  HOW[c->target.how <= PLB_ARGUMENT_NEAR ? c->target.how : PLB_ARGUMENT_NEAR];
    float kind = c->match.key->pos == PLB_POS_VERB ? 0.95F : 0.9F;
    if (e->n_source == 0 || e->n_target == 0) kind *= 0.9F;
    return parse * actors * sides * kind;
}

static uint64_t hash_number(uint64_t seed, uint64_t number)
{
    return plb_hash((plb_str){ (const char *)&number, sizeof number }, seed);
}

static uint64_t hash_side(const plb_doc *doc, uint64_t seed, const int32_t *side, uint8_t n)
{
    for (uint8_t i = 0; i < n; i++) {
        const plb_mention *m = &doc->mentions.at[side[i]];
        seed = hash_number(hash_number(seed, m->span.begin), m->span.end);
        for (uint32_t j = 0; j < m->n_actors; j++) seed = plb_hash(m->actors[j].code, seed);
    }
    return hash_number(seed, n);
}

static uint64_t id_of(const plb_code_work *w, const plb_event *e)
{
    const plb_doc *doc = w->doc;
    uint64_t id = plb_hash(PLB_STR(PLB_VERSION), 0);
    id = plb_hash(plb_lexicon_version(w->coder->lex), id);
    id = plb_hash(doc->report->id, id);
    id = hash_number(id, doc->sentences.at[e->sentence].part);
    id = hash_number(hash_number(id, e->trigger_span.begin), e->trigger_span.end);
    id = hash_side(doc, id, e->source, e->n_source);
    id = hash_side(doc, id, e->target, e->n_target);
    id = hash_number(hash_number(id, e->type), e->status);
    return plb_hash(e->cameo, plb_hash(e->mode, id));
}

/* ---- events ---- */

static void widen(const plb_doc *doc, plb_span *span, int32_t token, int32_t trigger)
{
    if (token == PLB_NONE || token > trigger + MAX_TRIGGER || token < trigger - MAX_TRIGGER) return;
    const plb_token *t = plb_doc_token(doc, token);
    if (t->begin < span->begin) span->begin = t->begin;
    if (t->end > span->end) span->end = t->end;
}

/* From the first to the last word that tells of the event ("launched an attack", "shot and
 * killed"), as far as they stand together. */
static plb_span span_of(const plb_code_work *w, const plb_candidate *c)
{
    const plb_doc *doc = w->doc;
    const plb_match_of_frame *m = &c->match;
    plb_span span = { plb_doc_token(doc, m->token)->begin, plb_doc_token(doc, m->token)->end };
    widen(doc, &span, w->arguments[m->token].carrier, m->token);
    for (int i = 0; i < m->n_further; i++) widen(doc, &span, m->further[i], m->token);
    for (int i = 0; i < c->n_also; i++) widen(doc, &span, c->also[i], m->token);
    return span;
}

static plb_event event_of(plb_code_work *w, const plb_candidate *c)
{
    plb_event e = { .sentence = sentence_of(w, c),
                    .trigger = c->match.token,
                    .trigger_span = span_of(w, c),
                    .trigger_lemma = plb_doc_token(w->doc, c->match.token)->lemma,
                    .frame = c->frame,
                    .type = c->type,
                    .mode = c->mode,
                    .n_context = c->n_context,
                    .cameo = c->cameo,
                    .n_source = c->source.n,
                    .n_target = c->target.n,
                    .status = status_of(w, c),
                    .time = PLB_TIME_PAST,
                    .because = PLB_NONE,
                    .date_mention = PLB_NONE,
                    .place_mention = PLB_NONE,
                    .attribution = PLB_NONE };
    memcpy(e.context, c->context, sizeof e.context);
    memcpy(e.source, c->source.at, sizeof e.source);
    memcpy(e.target, c->target.at, sizeof e.target);
    const plb_predicate *p = plb_candidate_predicate(w, c);
    if (p) {
        e.time = p->time;
        e.because = p->because;
        e.attribution = p->attribution;
    }
    const plb_lexicon *lex = w->coder->lex;
    e.quad = plb_ontology_quad(lex, (plb_event_type)c->type);
    e.score = plb_ontology_score(lex, (plb_event_type)c->type, c->mode);
    if (!c->cameo.n || !plb_ontology_cameo(lex, c->cameo, &e.goldstein)) e.goldstein = NAN;
    return e;
}

static int in_order(const void *one, const void *other)
{
    const plb_candidate *a = *(plb_candidate *const *)one, *b = *(plb_candidate *const *)other;
    if (a->match.token != b->match.token) return a->match.token < b->match.token ? -1 : 1;
    return (a->type > b->type) - (a->type < b->type);
}

/* Drops what composition absorbed, sorts the rest, merges sentence by sentence. */
static void select_candidates(plb_code_work *w)
{
    uint32_t n = 0;
    plb_candidate **at = w->candidates.at;
    for (uint32_t i = 0; i < w->candidates.n; i++)
        if (!at[i]->dropped) at[n++] = at[i];
    w->candidates.n = n;
    if (n) qsort(at, n, sizeof *at, in_order);
    for (uint32_t first = 0, next; first < n; first = next) {
        for (next = first + 1; next < n && sentence_of(w, at[next]) == sentence_of(w, at[first]);)
            next++;
        merge_sentence(w, at + first, next - first);
    }
}

plb_status plb_code_finish(plb_code_work *w, plb_error *err)
{
    plb_doc *doc = w->doc;
    plb_circumstances circumstances;
    uint32_t n_mentions = doc->mentions.n;
    int32_t *made = PLB_NEW(doc->arena, int32_t, n_mentions);
    if (!made) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its limit of memory");
    for (uint32_t i = 0; i < n_mentions; i++) made[i] = PLB_NONE;
    PLB_TRY(plb_circumstances_find(w, &circumstances, err));
    select_candidates(w);
    for (uint32_t i = 0; i < w->candidates.n; i++) {
        const plb_candidate *c = w->candidates.at[i];
        if (c->dropped) continue;
        plb_event e = event_of(w, c);
        plb_circumstances_fill(&circumstances, c, &e);
        if (!is_enough(w, c, &e)) continue;
        e.n_source = act(w, e.source, e.n_source, made);
        e.n_target = act(w, e.target, e.n_target, made);
        drop_reflexive(doc, &e);
        if (!is_enough(w, c, &e)) continue;
        e.confidence = confidence(w, c, &e);
        e.id = id_of(w, &e);
        plb_event *kept = PLB_PUSH(doc->arena, &doc->events);
        if (kept) *kept = e;
    }
    if (plb_arena_full(doc->arena))
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its limit of memory");
    return PLB_OK;
}
