/* situate: what the situation keeps of a document. In: a coded document. Out: a digest with its own
 * memory, so that the document's arena can serve the next report. */
#include "base/hash.h"
#include "situate/situate.h"

#include <stdlib.h>

enum { LARGEST_DIGEST = 256 << 20 };

typedef struct {
    const plb_doc *doc;
    plb_arena *arena;
} digesting;

static plb_str words(const digesting *g, int32_t sentence, plb_span span)
{
    if (span.end <= span.begin) return (plb_str){ NULL, 0 };
    return plb_arena_str(g->arena,
                         plb_str_slice(plb_doc_part(g->doc, sentence), span.begin, span.end));
}

static plb_str sentence_text(const digesting *g, int32_t sentence)
{
    const plb_sentence *s = &g->doc->sentences.at[sentence];
    return words(g, sentence, (plb_span){ s->begin, s->end });
}

static plb_str kept(const digesting *g, plb_str s)
{
    return s.n ? plb_arena_str(g->arena, s) : (plb_str){ NULL, 0 };
}

static plb_told_actor told_actor(const digesting *g, const plb_mention *m, const plb_actor *actor)
{
    plb_told_actor told = { .kind = actor->kind, .via = m->via };
    told.name = actor->name.n ? kept(g, actor->name) : words(g, m->sentence, m->span);
    told.code = kept(g, actor->code);
    memcpy(told.country, actor->country, sizeof told.country);
    return told;
}

static plb_told_side told_side(const digesting *g, const int32_t *mentions, size_t n)
{
    plb_told_side side = { 0 };
    size_t total = 0;
    for (size_t i = 0; i < n; i++) total += g->doc->mentions.at[mentions[i]].n_actors;
    side.at = PLB_NEW(g->arena, plb_told_actor, total);
    if (!side.at) return side;
    for (size_t i = 0; i < n; i++) {
        const plb_mention *m = &g->doc->mentions.at[mentions[i]];
        for (uint32_t a = 0; a < m->n_actors; a++)
            side.at[side.n++] = told_actor(g, m, &m->actors[a]);
    }
    return side;
}

static plb_told_side side_of_mention(const digesting *g, int32_t mention)
{
    if (mention == PLB_NONE) return (plb_told_side){ 0 };
    return told_side(g, &mention, 1);
}

static plb_told_speaker told_speaker(const digesting *g, int32_t attribution)
{
    if (attribution == PLB_NONE) return (plb_told_speaker){ 0 };
    const plb_attribution *a = &g->doc->attributions.at[attribution];
    return (plb_told_speaker){ side_of_mention(g, a->speaker), words(g, a->sentence, a->source),
                               true };
}

/* The predicate of a token: doc->predicates are in the order of tokens. */
static const plb_predicate *predicate_of(const plb_doc *doc, int32_t token)
{
    uint32_t low = 0, high = doc->predicates.n;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (doc->predicates.at[middle].token < token)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == doc->predicates.n || doc->predicates.at[low].token != token) return NULL;
    return &doc->predicates.at[low];
}

static plb_told_claim told_claim(const digesting *g, const plb_mention *m)
{
    const plb_quantity *q = &m->quantity;
    const plb_predicate *p =
        q->predicate_token == PLB_NONE ? NULL : predicate_of(g->doc, q->predicate_token);
    return (plb_told_claim){ .quantity = *q,
                             .words = words(g, m->sentence, m->span),
                             .of = words(g, m->sentence, q->of),
                             .of_actor = side_of_mention(g, q->of_mention),
                             .status = p ? p->status : PLB_STATUS_ACTUAL,
                             .speaker = told_speaker(g, p ? p->attribution : PLB_NONE),
                             .sentence = sentence_text(g, m->sentence),
                             .sentence_number = (uint32_t)m->sentence };
}

/* A quantity of an event is said by whoever says the event. */
static void add_quantities(const digesting *g, const plb_event *e, plb_told_event *told)
{
    told->quantities = PLB_NEW(g->arena, plb_told_claim, e->n_quantity);
    if (!told->quantities) return;
    for (uint32_t i = 0; i < e->n_quantity; i++) {
        plb_told_claim *claim = &told->quantities[i];
        *claim = told_claim(g, &g->doc->mentions.at[e->quantity[i]]);
        claim->speaker = told->speaker;
        claim->status = e->status;
        claim->date = e->date;
    }
    told->n_quantities = e->n_quantity;
}

static void add_event(const digesting *g, plb_digest *digest, const plb_event *e)
{
    plb_told_event *told = PLB_PUSH(g->arena, &digest->events);
    if (!told) return;
    const plb_sentence *s = &g->doc->sentences.at[e->sentence];
    *told = (plb_told_event){ .id = e->id,
                              .incident = e->incident,
                              .type = e->type,
                              .status = e->status,
                              .time = e->time,
                              .part = s->part,
                              .mode = kept(g, e->mode),
                              .cameo = kept(g, e->cameo),
                              .lemma = kept(g, e->trigger_lemma),
                              .source = told_side(g, e->source, e->n_source),
                              .target = told_side(g, e->target, e->n_target),
                              .speaker = told_speaker(g, e->attribution),
                              .date = e->date,
                              .place = e->place,
                              .sentence = sentence_text(g, e->sentence),
                              .sentence_number = (uint32_t)e->sentence,
                              .trigger = { e->trigger_span.begin - s->begin,
                                           e->trigger_span.end - s->begin },
                              .confidence = e->confidence };
    told->place.name = kept(g, e->place.name);
    told->place.admin1 = kept(g, e->place.admin1);
    told->place.how = kept(g, e->place.how);
    add_quantities(g, e, told);
}

static bool counted_by_event(const plb_doc *doc, int32_t mention)
{
    for (uint32_t i = 0; i < doc->events.n; i++)
        for (int k = 0; k < doc->events.at[i].n_quantity; k++)
            if (doc->events.at[i].quantity[k] == mention) return true;
    return false;
}

static void add_mention(const digesting *g, plb_digest *digest, int32_t at)
{
    const plb_mention *m = &g->doc->mentions.at[at];
    if (m->kind == PLB_MENTION_ACTOR) {
        for (uint32_t a = 0; a < m->n_actors; a++) {
            plb_told_actor *actor = PLB_PUSH(g->arena, &digest->actors);
            if (actor) *actor = told_actor(g, m, &m->actors[a]);
        }
    } else if (m->kind == PLB_MENTION_QUANTITY && !counted_by_event(g->doc, at)) {
        plb_told_claim *claim = PLB_PUSH(g->arena, &digest->claims);
        if (claim) *claim = told_claim(g, m);
    }
}

/* A hash says nothing to a reader, so a report without an id of its own goes by its file. */
static plb_str name_of(const digesting *g, const plb_report *report)
{
    plb_str file = report->file;
    char hash[17];
    plb_hex16(plb_hash(report->text, plb_hash(report->title, 0)), hash);
    if (!file.n || !plb_str_is(report->id, hash)) return kept(g, report->id);
    size_t from = file.n;
    while (from && file.p[from - 1] != '/') from--;
    return kept(g, plb_str_slice(file, from, file.n));
}

static void fill(const digesting *g, plb_digest *digest)
{
    const plb_doc *doc = g->doc;
    const plb_report *report = doc->report;
    digest->id = kept(g, report->id);
    digest->name = name_of(g, report);
    digest->title = kept(g, report->title);
    digest->publisher = kept(g, report->publisher);
    digest->url = kept(g, report->url);
    digest->published = report->published;
    digest->date = doc->date;
    digest->date_how = (uint8_t)doc->date_how;
    for (uint32_t i = 0; i < doc->events.n; i++) add_event(g, digest, &doc->events.at[i]);
    for (uint32_t i = 0; i < doc->mentions.n; i++) add_mention(g, digest, (int32_t)i);
}

plb_status plb_digest_new(const plb_doc *doc, plb_digest **out, plb_error *err)
{
    plb_arena *arena = plb_arena_new(LARGEST_DIGEST);
    plb_digest *digest = arena ? PLB_NEW(arena, plb_digest, 1) : NULL;
    if (digest) {
        digest->arena = arena;
        fill(&(digesting){ doc, arena }, digest);
    }
    if (!digest || plb_arena_full(arena)) {
        plb_arena_free(arena);
        return plb_fail(err, PLB_ENOMEM, 0, "out of memory for the situation");
    }
    *out = digest;
    return PLB_OK;
}

void plb_digest_free(plb_digest *digest)
{
    if (digest) plb_arena_free(digest->arena);
}
