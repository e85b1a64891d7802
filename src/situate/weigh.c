/* situate: which actors matter in these reports, by how often they are named and act. */
#include "situate/situation_parts.h"

#include <stdlib.h>

/* One occurrence of an actor, to be sorted and counted. */
typedef struct {
    plb_str code, name;
    uint32_t report;
    uint8_t as; /* AS_* */
} occurrence;

enum { AS_MENTION, AS_SOURCE, AS_TARGET };

typedef PLB_VEC(occurrence) occurrences;

static int by_actor(const void *a, const void *b)
{
    const occurrence *x = a, *y = b;
    int order = plb_str_cmp(x->code, y->code);
    if (!order) order = plb_str_cmp(x->name, y->name);
    return order ? order : (x->report > y->report) - (x->report < y->report);
}

static int by_weight(const void *a, const void *b)
{
    const plb_weighed_actor *x = a, *y = b;
    uint32_t wx = x->n_source + x->n_target, wy = y->n_source + y->n_target;
    if (wx != wy) return wx < wy ? 1 : -1;
    if (x->n_mentions != y->n_mentions) return x->n_mentions < y->n_mentions ? 1 : -1;
    int order = plb_str_cmp(x->code, y->code);
    return order ? order : plb_str_cmp(x->name, y->name);
}

static void add(plb_situation *s, occurrences *all, const plb_told_actor *actor, uint32_t report,
                uint8_t as)
{
    if (!actor->code.n) return; /* unresolved words are no actor to weigh */
    occurrence *o = PLB_PUSH(s->arena, all);
    if (o) *o = (occurrence){ actor->code, actor->name, report, as };
}

static void add_side(plb_situation *s, occurrences *all, plb_told_side side, uint32_t report,
                     uint8_t as)
{
    for (uint32_t i = 0; i < side.n; i++) add(s, all, &side.at[i], report, as);
}

static void collect(plb_situation *s, occurrences *all)
{
    for (uint32_t r = 0; r < s->reports.n; r++) {
        const plb_digest *report = s->reports.at[r];
        for (uint32_t i = 0; i < report->actors.n; i++)
            add(s, all, &report->actors.at[i], r, AS_MENTION);
        for (uint32_t i = 0; i < report->events.n; i++) {
            add_side(s, all, report->events.at[i].source, r, AS_SOURCE);
            add_side(s, all, report->events.at[i].target, r, AS_TARGET);
        }
    }
}

/* The run of one actor from `first`; returns its end. */
static uint32_t count(plb_weighed_actor *actor, const occurrence *at, uint32_t first, uint32_t n)
{
    *actor = (plb_weighed_actor){ .name = at[first].name, .code = at[first].code };
    uint32_t i = first;
    for (; i < n && plb_str_eq(at[i].code, actor->code) && plb_str_eq(at[i].name, actor->name);
         i++) {
        if (i == first || at[i].report != at[i - 1].report) actor->n_reports++;
        actor->n_mentions += at[i].as == AS_MENTION;
        actor->n_source += at[i].as == AS_SOURCE;
        actor->n_target += at[i].as == AS_TARGET;
    }
    return i;
}

void plb_situation_weigh_actors(plb_situation *s)
{
    occurrences all = { 0 };
    collect(s, &all);
    if (!all.n) return;
    qsort(all.at, all.n, sizeof *all.at, by_actor);
    for (uint32_t i = 0; i < all.n;) {
        plb_weighed_actor *actor = PLB_PUSH(s->arena, &s->actors);
        if (!actor) return;
        i = count(actor, all.at, i, all.n);
    }
    qsort(s->actors.at, s->actors.n, sizeof *s->actors.at, by_weight);
}
