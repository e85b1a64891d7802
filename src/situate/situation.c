/* situate: many digests become one situation. */
#include "situate/situation_parts.h"

#include <stdlib.h>

enum { LARGEST_SITUATION = 2000000000 };

plb_status plb_situation_new(plb_situation **out, plb_error *err)
{
    plb_arena *arena = plb_arena_new(LARGEST_SITUATION);
    plb_situation *s = arena ? PLB_NEW(arena, plb_situation, 1) : NULL;
    if (!s) {
        plb_arena_free(arena);
        return plb_fail(err, PLB_ENOMEM, 0, "out of memory for the situation");
    }
    s->arena = arena;
    *out = s;
    return PLB_OK;
}

void plb_situation_free(plb_situation *s)
{
    if (!s) return;
    for (uint32_t i = 0; i < s->reports.n; i++) plb_digest_free(s->reports.at[i]);
    plb_arena_free(s->arena);
}

plb_status plb_situation_add(plb_situation *s, plb_digest *digest, plb_error *err)
{
    plb_digest **slot = PLB_PUSH(s->arena, &s->reports);
    if (!slot) {
        plb_digest_free(digest);
        return plb_fail(err, PLB_ENOMEM, 0, "out of memory for the situation");
    }
    *slot = digest;
    return PLB_OK;
}

/* Unknown days come last. */
int plb_situation_by_day(plb_day a, plb_day b)
{
    if (a == PLB_DAY_UNKNOWN || b == PLB_DAY_UNKNOWN)
        return (a == PLB_DAY_UNKNOWN) - (b == PLB_DAY_UNKNOWN);
    return (a > b) - (a < b);
}

int plb_situation_by_report(const plb_digest *a, const plb_digest *b)
{
    int order = plb_situation_by_day(a->date, b->date);
    if (!order) order = plb_str_cmp(a->publisher, b->publisher);
    return order ? order : plb_str_cmp(a->id, b->id);
}

static int by_report(const void *a, const void *b)
{
    return plb_situation_by_report(*(plb_digest *const *)a, *(plb_digest *const *)b);
}

static int by_claim(const void *a, const void *b)
{
    const plb_source_claim *x = a, *y = b;
    int order = x->claim->quantity.measure - y->claim->quantity.measure;
    if (!order) order = plb_situation_by_report(x->report, y->report);
    if (!order) order = (int)x->claim->sentence_number - (int)y->claim->sentence_number;
    if (!order) order = plb_str_cmp(x->claim->words, y->claim->words);
    return order;
}

/* A number that counts nothing in particular is no claim. */
static void add_claim(plb_situation *s, const plb_digest *report, const plb_told_claim *claim)
{
    if (claim->quantity.measure == PLB_MEASURE_OTHER ||
        claim->quantity.measure == PLB_MEASURE_PEOPLE)
        return;
    plb_source_claim *slot = PLB_PUSH(s->arena, &s->claims);
    if (slot) *slot = (plb_source_claim){ report, claim };
}

/* One figure may stand in two events of its sentence; it is one claim. Claims are sorted. */
static void drop_repeated_claims(plb_situation *s)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < s->claims.n; i++) {
        const plb_source_claim *c = &s->claims.at[i], *k = kept ? &s->claims.at[kept - 1] : NULL;
        if (k && k->report == c->report &&
            k->claim->quantity.measure == c->claim->quantity.measure &&
            k->claim->sentence_number == c->claim->sentence_number &&
            plb_str_eq(k->claim->words, c->claim->words) && plb_str_eq(k->claim->of, c->claim->of))
            continue;
        s->claims.at[kept++] = *c;
    }
    s->claims.n = kept;
}

static void collect_claims(plb_situation *s)
{
    for (uint32_t r = 0; r < s->reports.n; r++) {
        const plb_digest *report = s->reports.at[r];
        for (uint32_t i = 0; i < report->claims.n; i++) add_claim(s, report, &report->claims.at[i]);
        for (uint32_t i = 0; i < report->events.n; i++)
            for (uint32_t k = 0; k < report->events.at[i].n_quantities; k++)
                add_claim(s, report, &report->events.at[i].quantities[k]);
    }
    if (s->claims.n) qsort(s->claims.at, s->claims.n, sizeof *s->claims.at, by_claim);
    drop_repeated_claims(s);
}

plb_status plb_situation_finish(plb_situation *s, plb_error *err)
{
    if (s->reports.n) qsort(s->reports.at, s->reports.n, sizeof *s->reports.at, by_report);
    plb_situation_weigh_actors(s);
    plb_situation_join_happenings(s);
    collect_claims(s);
    plb_situation_fold_talks(s);
    if (plb_arena_full(s->arena))
        return plb_fail(err, PLB_ENOMEM, 0, "out of memory for the situation");
    return PLB_OK;
}
