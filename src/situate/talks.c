/* situate: talks. In: the events of all digests. Out: a negotiation per set of parties, with what
 * each event does to it.
 *
 * A negotiation is seeded by events that cannot be anything else: mediation (CAMEO 045, CONSULT by
 * a third party), negotiation (046), a ceasefire. Seeds that share two parties, or a party and a
 * mediator, are one negotiation (union-find). Then every event of its reports with a party on one
 * side takes its place. */
#include "situate/situation_parts.h"

#include <stdlib.h>

/* A party goes by its country where it speaks for the state, else by its code: ISRGOV and ISRMIL
 * are one party, PSEREBHMS another than PSEGOV. */
static plb_str party_key(const plb_told_actor *actor)
{
    static const plb_sector STATE[] = { PLB_SECTOR_GOV, PLB_SECTOR_MIL, PLB_SECTOR_LEG,
                                        PLB_SECTOR_SPY };
    plb_str country = plb_str_of(actor->country);
    if (!country.n || !plb_str_starts(actor->code, country)) return actor->code;
    if (actor->code.n == country.n) return country;
    if (actor->code.n != country.n + 3) return actor->code;
    plb_str sector = plb_str_slice(actor->code, country.n, actor->code.n);
    for (size_t i = 0; i < sizeof STATE / sizeof *STATE; i++)
        if (plb_str_eq(sector, plb_sector_name(STATE[i]))) return country;
    return actor->code;
}

typedef struct {
    plb_str key, name;
    uint32_t n;
} member;

typedef PLB_VEC(member) members;

/* A seed, and after merging a negotiation (those with parent == own index). */
typedef struct {
    members parties, mediators;
    uint32_t parent;
} seed;

typedef struct {
    plb_situation *s;
    PLB_VEC(seed) seeds;
    PLB_VEC(uint32_t) report_of; /* [seeds.n] index of the seed's report */
} folding;

static member *find_member(const members *list, plb_str key)
{
    for (uint32_t i = 0; i < list->n; i++)
        if (plb_str_eq(list->at[i].key, key)) return &list->at[i];
    return NULL;
}

static void add_member(plb_arena *arena, members *list, plb_str key, plb_str name, uint32_t n)
{
    if (!key.n) return;
    member *m = find_member(list, key);
    if (!m && (m = PLB_PUSH(arena, list))) *m = (member){ key, name, 0 };
    if (m) m->n += n;
}

static void add_side(plb_arena *arena, members *list, plb_told_side side)
{
    for (uint32_t i = 0; i < side.n; i++)
        add_member(arena, list, party_key(&side.at[i]), side.at[i].name, 1);
}

static bool is_mediation(const plb_told_event *e)
{
    return e->type == PLB_TYPE_CONSULT &&
           (plb_str_is(e->cameo, "045") || plb_str_is(e->mode, "third-party"));
}

static bool is_negotiation(const plb_told_event *e)
{
    return e->type == PLB_TYPE_CONSULT && plb_str_is(e->cameo, "046");
}

static bool is_ceasefire(const plb_told_event *e)
{
    return (e->type == PLB_TYPE_RETREAT && plb_str_is(e->mode, "ceasefire")) ||
           plb_str_starts(e->cameo, PLB_STR("0871")) || plb_str_starts(e->cameo, PLB_STR("0381"));
}

static void add_seed(folding *f, uint32_t report, const plb_told_event *e)
{
    bool mediation = is_mediation(e);
    if (!mediation && !is_negotiation(e) && !is_ceasefire(e)) return;
    plb_arena *arena = f->s->arena;
    seed made = { .parent = f->seeds.n };
    add_side(arena, mediation ? &made.mediators : &made.parties, e->source);
    add_side(arena, &made.parties, e->target);
    if (made.parties.n + made.mediators.n < 2) return;
    seed *slot = PLB_PUSH(arena, &f->seeds);
    uint32_t *of = PLB_PUSH(arena, &f->report_of);
    if (!slot || !of) return;
    *slot = made;
    *of = report;
}

static uint32_t root(folding *f, uint32_t i)
{
    while (f->seeds.at[i].parent != i) {
        f->seeds.at[i].parent = f->seeds.at[f->seeds.at[i].parent].parent;
        i = f->seeds.at[i].parent;
    }
    return i;
}

static uint32_t count_shared(const members *a, const members *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->n; i++) n += find_member(b, a->at[i].key) != NULL;
    return n;
}

static bool one_negotiation(const seed *a, const seed *b)
{
    uint32_t parties = count_shared(&a->parties, &b->parties);
    uint32_t mediators = count_shared(&a->mediators, &b->mediators);
    return parties >= 2 || (parties && mediators);
}

static void absorb(folding *f, uint32_t into, uint32_t from)
{
    seed *a = &f->seeds.at[into], *b = &f->seeds.at[from];
    for (uint32_t i = 0; i < b->parties.n; i++)
        add_member(f->s->arena, &a->parties, b->parties.at[i].key, b->parties.at[i].name,
                   b->parties.at[i].n);
    for (uint32_t i = 0; i < b->mediators.n; i++)
        add_member(f->s->arena, &a->mediators, b->mediators.at[i].key, b->mediators.at[i].name,
                   b->mediators.at[i].n);
    b->parent = into;
}

/* A report tells of one negotiation by default: its seeds are merged if they have anybody in
 * common, or if one of them names too few parties to be another negotiation. */
static bool one_in_report(const seed *a, const seed *b)
{
    return count_shared(&a->parties, &b->parties) || count_shared(&a->mediators, &b->mediators) ||
           a->parties.n < 2 || b->parties.n < 2;
}

/* Each seed is held against the negotiations so far, which are few. */
static void merge_seeds(folding *f)
{
    for (uint32_t i = 1; i < f->seeds.n; i++)
        for (uint32_t k = 0; k < i; k++) {
            if (f->seeds.at[k].parent != k || root(f, i) == k) continue;
            uint32_t own = root(f, i);
            const seed *a = &f->seeds.at[k], *b = &f->seeds.at[own];
            if (one_negotiation(a, b) ||
                (f->report_of.at[i] == f->report_of.at[k] && one_in_report(a, b)))
                absorb(f, k < own ? k : own, k < own ? own : k);
        }
}

static int by_count(const void *a, const void *b)
{
    const plb_role_holder *x = a, *y = b;
    if (x->n != y->n) return x->n < y->n ? 1 : -1;
    return plb_str_cmp(x->code, y->code);
}

static plb_role_holder *holders(plb_arena *arena, const members *list, uint32_t *n)
{
    plb_role_holder *at = PLB_NEW(arena, plb_role_holder, list->n);
    *n = at ? list->n : 0;
    for (uint32_t i = 0; i < *n; i++)
        at[i] = (plb_role_holder){ list->at[i].name, list->at[i].key, list->at[i].n };
    if (*n) qsort(at, *n, sizeof *at, by_count);
    return at;
}

/* Who mediates is no party, unless it is one far more often. */
static void tell_mediators_from_parties(seed *made)
{
    for (uint32_t i = 0; i < made->parties.n;) {
        const member *m = find_member(&made->mediators, made->parties.at[i].key);
        if (m)
            made->parties.at[i] = made->parties.at[--made->parties.n];
        else
            i++;
    }
}

static bool side_has(plb_told_side side, const members *list)
{
    for (uint32_t i = 0; i < side.n; i++)
        if (find_member(list, party_key(&side.at[i]))) return true;
    return false;
}

/* What an event does to a negotiation between these, or -1. */
static int step_of(const plb_told_event *e, const seed *made)
{
    bool from_party = side_has(e->source, &made->parties);
    bool to_party = side_has(e->target, &made->parties);
    bool from_mediator = side_has(e->source, &made->mediators);
    bool to_mediator = side_has(e->target, &made->mediators);
    if (!from_party && !to_party && !(from_mediator && to_mediator)) return -1;
    bool inside = (from_party || from_mediator) && (to_party || to_mediator);
    if (is_ceasefire(e)) return PLB_STEP_CEASEFIRE;
    switch ((plb_event_type)e->type) {
    case PLB_TYPE_CONSULT:
        return inside ? PLB_STEP_ROUND : -1;
    case PLB_TYPE_REQUEST:
        return inside ? PLB_STEP_PROPOSAL : -1;
    case PLB_TYPE_AGREE:
    case PLB_TYPE_CONCEDE:
        return from_party ? PLB_STEP_ACCEPT : -1;
    case PLB_TYPE_REJECT:
        return from_party ? PLB_STEP_REFUSE : -1;
    case PLB_TYPE_ACCUSE:
        return inside ? PLB_STEP_ACCUSE : -1;
    case PLB_TYPE_ASSAULT:
    case PLB_TYPE_COERCE:
    case PLB_TYPE_RETREAT:
        return from_party ? PLB_STEP_INCIDENT : -1;
    default:
        return -1;
    }
}

static int by_day(const void *a, const void *b)
{
    const plb_source_event *x = a, *y = b;
    int order = plb_situation_by_day(x->event->date.from, y->event->date.from);
    if (!order) order = plb_situation_by_report(x->report, y->report);
    return order ? order : (int)x->event->sentence_number - (int)y->event->sentence_number;
}

typedef PLB_VEC(plb_source_event) step_list;

static void place_events(folding *f, uint32_t negotiation, step_list lists[PLB_N_STEPS])
{
    plb_situation *s = f->s;
    for (uint32_t i = 0; i < f->seeds.n; i++) {
        uint32_t r = f->report_of.at[i];
        bool seen = false;
        for (uint32_t k = 0; k < i && !seen; k++)
            seen = f->report_of.at[k] == r && root(f, k) == negotiation;
        if (seen || root(f, i) != negotiation) continue;
        const plb_digest *report = s->reports.at[r];
        for (uint32_t e = 0; e < report->events.n; e++) {
            int step = step_of(&report->events.at[e], &f->seeds.at[negotiation]);
            if (step < 0) continue;
            plb_source_event *slot = PLB_PUSH(s->arena, &lists[step]);
            if (slot) *slot = (plb_source_event){ report, &report->events.at[e] };
        }
    }
}

static void add_talks(folding *f, uint32_t negotiation)
{
    plb_situation *s = f->s;
    seed *made = &f->seeds.at[negotiation];
    tell_mediators_from_parties(made);
    if (!made->parties.n) return;
    step_list lists[PLB_N_STEPS] = { 0 };
    place_events(f, negotiation, lists);
    plb_talks *talks = PLB_PUSH(s->arena, &s->talks);
    if (!talks) return;
    talks->parties = holders(s->arena, &made->parties, &talks->n_parties);
    talks->mediators = holders(s->arena, &made->mediators, &talks->n_mediators);
    for (int i = 0; i < PLB_N_STEPS; i++) {
        talks->steps[i] = lists[i].at;
        talks->n_steps[i] = lists[i].n;
        if (lists[i].n) qsort(lists[i].at, lists[i].n, sizeof *lists[i].at, by_day);
    }
}

void plb_situation_fold_talks(plb_situation *s)
{
    folding f = { .s = s };
    for (uint32_t r = 0; r < s->reports.n; r++)
        for (uint32_t i = 0; i < s->reports.at[r]->events.n; i++)
            add_seed(&f, r, &s->reports.at[r]->events.at[i]);
    merge_seeds(&f);
    for (uint32_t i = 0; i < f.seeds.n; i++)
        if (f.seeds.at[i].parent == i) add_talks(&f, i);
}
