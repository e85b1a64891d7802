/* situate: the incident that an event belongs to.
 *
 * The id is a hash of what makes a happening this one: type, first and last day, place (its
 * identifier, else its name and country) and the actors of both sides, each side as a set. It is
 * computed without knowledge of other reports, so that the order of reports does not matter and
 * nothing is redone. */
#include "base/hash.h"
#include "situate/situate.h"

/* Order does not matter within a side, so the hashes of its members are added up. */
static uint64_t hash_side(const plb_doc *doc, const int32_t *side, size_t n)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < n; i++) {
        const plb_mention *m = &doc->mentions.at[side[i]];
        for (uint32_t a = 0; a < m->n_actors; a++) {
            const plb_actor *actor = &m->actors[a];
            sum += plb_hash(actor->code.n ? actor->code : actor->name, 1);
        }
    }
    return sum;
}

static uint64_t hash_place(const plb_place *place)
{
    if (place->geonames) return (uint64_t)place->geonames;
    if (place->precision == PLB_PRECISION_NONE) return 0;
    return plb_hash(place->name, plb_hash(plb_str_of(place->country), 2));
}

static uint64_t incident_of(const plb_doc *doc, const plb_event *e)
{
    uint64_t facts[] = { e->type,
                         (uint64_t)(uint32_t)e->date.from,
                         (uint64_t)(uint32_t)e->date.to,
                         hash_place(&e->place),
                         hash_side(doc, e->source, e->n_source),
                         hash_side(doc, e->target, e->n_target) };
    return plb_hash((plb_str){ (const char *)facts, sizeof facts }, 3);
}

void plb_situate_document(plb_doc *doc)
{
    for (uint32_t i = 0; i < doc->events.n; i++)
        doc->events.at[i].incident = incident_of(doc, &doc->events.at[i]);
}
