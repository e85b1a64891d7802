/* ground: which place of that name. Every reading gets a score, the best is chosen.
 *
 * - prior: the decimal logarithm of its people; a state and a region have the weight of many
 *
 * - level: a town before the unit with its name, unless the noun beside it says otherwise
 *
 * - container: "X, Y" puts a reading far ahead where a reading of Y holds it
 *
 * - company: the share of its country, and of its part of the world, among those that the report
 *   names; what stands in the same sentence counts three times
 *
 * Two rounds: the company of the second is what the first chose. */
#include "ground/place_internal.h"

#include <math.h>

enum { MAX_COUNTRIES = 64, SAME_SENTENCE = 3, MAX_NEIGHBOURS = 24 };

static const double STATE_PRIOR = 8.3, REGION_PRIOR = 6.8, ADMIN_PENALTY = 1.0, NOUN_BONUS = 3.0,
                    CONTAINER_BONUS = 12.0, COMPANY_WEIGHT = 3.5, REGION_WEIGHT = 1.5,
                    ADMIN1_BONUS = 0.7;

typedef struct {
    char country[4];
    double weight;
} vote;

typedef struct {
    vote at[MAX_COUNTRIES];
    int n;
    double total;
} votes;

bool plb_is_state(const plb_entry *e)
{
    return e->kind == PLB_ENTRY_COUNTRY && plb_str_is(e->id, e->country);
}

static void add_vote(votes *v, const char *country, double weight)
{
    if (!country[0] || weight == 0) return;
    v->total += weight;
    for (int i = 0; i < v->n; i++)
        if (strcmp(v->at[i].country, country) == 0) {
            v->at[i].weight += weight;
            return;
        }
    if (v->n == MAX_COUNTRIES) return;
    memcpy(v->at[v->n].country, country, 4);
    v->at[v->n++].weight = weight;
}

static double share(const votes *v, const char *country)
{
    for (int i = 0; i < v->n && v->total > 0; i++)
        if (strcmp(v->at[i].country, country) == 0) return v->at[i].weight / v->total;
    return 0;
}

static plb_str region_of(const plb_places *p, const char *country)
{
    plb_country c;
    if (!country[0] || !plb_lexicon_country_codes(p->s->lex, plb_str_of(country), &c))
        return (plb_str){ NULL, 0 };
    return c.region;
}

/* What speaks for the countries of the same part of the world. */
static double region_share(const plb_places *p, const votes *v, const char *country)
{
    plb_str region = region_of(p, country);
    double weight = 0;
    for (int i = 0; i < v->n && region.n; i++)
        if (plb_str_eq(region_of(p, v->at[i].country), region)) weight += v->at[i].weight;
    return v->total > 0 ? weight / v->total : 0;
}

static double prior(const plb_entry *e)
{
    if (plb_is_state(e)) return STATE_PRIOR;
    if (e->kind == PLB_ENTRY_PLACE && e->precision == PLB_PRECISION_COUNTRY) return STATE_PRIOR;
    double people = log10((double)e->population + 1);
    if (e->population == 0 && e->geonames == 0 && e->precision >= PLB_PRECISION_ADMIN1)
        return REGION_PRIOR;
    if (e->precision == PLB_PRECISION_ADMIN1 || e->precision == PLB_PRECISION_ADMIN2)
        return people - ADMIN_PENALTY;
    return people;
}

bool plb_precision_fits(uint8_t said, uint8_t precision)
{
    if (said == precision) return true;
    if (said == PLB_PRECISION_ADMIN1 || said == PLB_PRECISION_ADMIN2 ||
        said == PLB_PRECISION_REGION)
        return precision >= PLB_PRECISION_ADMIN2 && precision <= PLB_PRECISION_REGION;
    return said == PLB_PRECISION_CITY && precision == PLB_PRECISION_POINT;
}

static bool is_unit_name(const plb_entry *place, const plb_entry *unit)
{
    return place->admin1.n && strcmp(place->country, unit->country) == 0 &&
           (plb_str_eq(place->admin1, unit->name) || plb_str_starts(unit->name, place->admin1));
}

/* Whether some reading of Y holds this reading of X: 2 for its unit, 1 for its country. */
static int held_by(const plb_grounding *s, const plb_entry *place, const plb_found_place *container)
{
    int best = 0;
    for (int i = 0; i < container->n_readings; i++) {
        plb_entry e = plb_lexicon_entry(s->lex, container->reading[i]);
        if (strcmp(place->country, e.country) != 0 || !e.country[0]) continue;
        bool country = plb_is_state(&e) && !plb_is_state(place);
        bool unit = e.precision >= PLB_PRECISION_ADMIN2 && e.precision <= PLB_PRECISION_REGION &&
                    place->precision < PLB_PRECISION_ADMIN1 && is_unit_name(place, &e);
        bool larger = e.kind == PLB_ENTRY_PLACE && e.precision > place->precision &&
                      place->precision != PLB_PRECISION_NONE;
        int held = unit ? 3 : country ? 2 : larger ? 1 : 0;
        if (held > best) best = held;
    }
    return best;
}

/* ---- company
 * ---------------------------------------------------------------------------------------- */

static const plb_found_place *found_at(const plb_places *p, uint32_t i)
{
    return &p->found.at[i];
}

static int32_t sentence_of(const plb_places *p, const plb_found_place *f)
{
    return plb_doc_token(p->s->doc, f->first)->sentence;
}

static plb_entry chosen_entry(const plb_places *p, const plb_found_place *f)
{
    return plb_lexicon_entry(p->s->lex, f->reading[f->chosen]);
}

/* Adjectives, peoples and actors speak for their country. */
static void actor_votes(const plb_places *p, votes *v)
{
    const plb_grounding *s = p->s;
    for (int32_t t = 0; t < (int32_t)s->doc->tokens.n; t++) {
        uint32_t first = s->first_match[t];
        if (first == s->first_match[t + 1]) continue;
        plb_entry e = plb_lexicon_entry(s->lex, s->match[first].entry);
        if (e.kind == PLB_ENTRY_ADJECTIVE || e.kind == PLB_ENTRY_DEMONYM)
            add_vote(v, e.country, 1);
        else if (e.kind == PLB_ENTRY_ACTOR)
            add_vote(v, e.country, 0.3);
    }
}

/* How much a found place says about where the report is: less where its name has several readings.
 */
static double weight_of(const plb_places *p, const plb_found_place *f)
{
    plb_entry e = chosen_entry(p, f);
    return f->n_readings == 1 || plb_is_state(&e) ? 1.0 : 0.6;
}

/* One vote for each place, however often it is named. The table of those seen has n_slots (a power
 * of two) of reading + 1. */
static void place_votes(const plb_places *p, uint32_t *seen, uint32_t n_slots, votes *v)
{
    for (uint32_t i = 0; i < p->found.n; i++) {
        const plb_found_place *f = found_at(p, i);
        if (f->chosen == PLB_NONE) continue;
        uint32_t key = f->reading[f->chosen] + 1, slot = key * 2654435761U & (n_slots - 1);
        while (seen[slot] && seen[slot] != key) slot = (slot + 1) & (n_slots - 1);
        if (seen[slot]) continue;
        seen[slot] = key;
        add_vote(v, chosen_entry(p, f).country, weight_of(p, f));
    }
}

/* ---- scores
 * ----------------------------------------------------------------------------------------- */

/* The other places of the sentence: those beside it in the list. */
typedef struct {
    uint32_t first, end;
} neighbours;

static neighbours neighbours_of(const plb_places *p, uint32_t i)
{
    int32_t sentence = sentence_of(p, found_at(p, i));
    neighbours n = { i, i + 1 };
    while (n.first > 0 && i - n.first < MAX_NEIGHBOURS &&
           sentence_of(p, found_at(p, n.first - 1)) == sentence)
        n.first--;
    while (n.end < p->found.n && n.end - i < MAX_NEIGHBOURS &&
           sentence_of(p, found_at(p, n.end)) == sentence)
        n.end++;
    return n;
}

static bool same_reading(const plb_found_place *a, const plb_found_place *b)
{
    return a->chosen != PLB_NONE && b->chosen != PLB_NONE &&
           a->reading[a->chosen] == b->reading[b->chosen];
}

/* The votes as they are for this name: without its own, those of its sentence more than once. */
static void company_of(const plb_places *p, const plb_found_place *f, neighbours n, votes *v)
{
    if (f->chosen != PLB_NONE) add_vote(v, chosen_entry(p, f).country, -weight_of(p, f));
    for (uint32_t i = n.first; i < n.end; i++) {
        const plb_found_place *o = found_at(p, i);
        if (o->chosen == PLB_NONE || o == f || same_reading(o, f)) continue;
        add_vote(v, chosen_entry(p, o).country, (SAME_SENTENCE - 1) * weight_of(p, o));
    }
}

static bool shares_unit(const plb_places *p, const plb_found_place *f, const plb_entry *e,
                        neighbours n)
{
    for (uint32_t i = n.first; e->admin1.n && i < n.end; i++) {
        const plb_found_place *o = found_at(p, i);
        if (o->chosen == PLB_NONE || o == f || same_reading(o, f)) continue;
        plb_entry there = chosen_entry(p, o);
        if (strcmp(there.country, e->country) == 0 &&
            (plb_str_eq(e->admin1, there.admin1) || is_unit_name(e, &there)))
            return true;
    }
    return false;
}

/* "Nevada, Ohio and Oregon": in a list of places of one level none holds the one before it. */
static bool in_list(const plb_places *p, uint32_t at)
{
    const plb_found_place *f = found_at(p, at), *next = found_at(p, (uint32_t)f->container);
    bool goes_on = next->container != PLB_NONE;
    bool began = at > 0 && found_at(p, at - 1)->container == (int32_t)at;
    if (!goes_on && !began) return false;
    for (int i = 0; i < f->n_readings; i++) {
        plb_entry a = plb_lexicon_entry(p->s->lex, f->reading[i]);
        if (a.precision < PLB_PRECISION_ADMIN1 && !plb_is_state(&a)) continue;
        for (int k = 0; k < next->n_readings; k++) {
            plb_entry b = plb_lexicon_entry(p->s->lex, next->reading[k]);
            bool states = plb_is_state(&a) && plb_is_state(&b);
            if (states || (a.precision == b.precision && strcmp(a.country, b.country) == 0))
                return true;
        }
    }
    return false;
}

/* A name that nobody knows lies where most of what surrounds it lies. */
static void guess_country(plb_found_place *f, const votes *v)
{
    f->country[0] = '\0';
    for (int i = 0; i < v->n; i++)
        if (v->at[i].weight * 2 > v->total) memcpy(f->country, v->at[i].country, sizeof f->country);
}

static void choose(const plb_places *p, uint32_t at, const votes *all)
{
    plb_found_place *f = &p->found.at[at];
    neighbours n = neighbours_of(p, at);
    votes v = *all;
    double best = -1e9;
    int32_t chosen = PLB_NONE;
    bool list = f->container != PLB_NONE && in_list(p, at);
    company_of(p, f, n, &v);
    for (int i = 0; i < f->n_readings; i++) {
        plb_entry e = plb_lexicon_entry(p->s->lex, f->reading[i]);
        double total = prior(&e) + COMPANY_WEIGHT * share(&v, e.country);
        if (f->n_readings > 1) total += REGION_WEIGHT * region_share(p, &v, e.country);
        if (f->precision && plb_precision_fits(f->precision, e.precision)) total += NOUN_BONUS;
        if (f->container != PLB_NONE && !list) {
            int held = held_by(p->s, &e, found_at(p, (uint32_t)f->container));
            if (held) total += CONTAINER_BONUS + held;
        }
        if (shares_unit(p, f, &e, n)) total += ADMIN1_BONUS;
        if (total <= best) continue;
        best = total;
        chosen = i;
    }
    f->chosen = chosen;
    if (chosen == PLB_NONE) guess_country(f, &v);
}

plb_status plb_places_resolve(plb_places *p, plb_error *err)
{
    uint32_t n_slots = 16;
    while (n_slots < p->found.n * 2) n_slots *= 2;
    uint32_t *seen = PLB_NEW(p->s->doc->arena, uint32_t, n_slots);
    if (!seen) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    votes all = { 0 };
    actor_votes(p, &all);
    for (uint32_t i = 0; i < p->found.n; i++) choose(p, i, &all);
    place_votes(p, seen, n_slots, &all);
    for (uint32_t i = 0; i < p->found.n; i++) choose(p, i, &all);
    return PLB_OK;
}
