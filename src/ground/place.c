/* ground: places. In: trees, the lexicon's readings. Out: a mention for every name of a place, with
 * the place that it is. A state, and what is as large as one, has no point (`located` is false),
 * but its middle is in lat and lon for those who ask how far off a name is; docs/formats/places.md
 * is the whole account. */
#include "ground/place_internal.h"

#include <math.h>

enum { MAX_AWAY = 3 }; /* places, from one that nobody knows */

/* The middle of a state, which places.tsv has under its name. */
static bool state_middle(const plb_lexicon *lex, const plb_entry *state, double *lat, double *lon)
{
    plb_match match[PLB_MAX_READINGS];
    size_t n = plb_lexicon_lookup_text(lex, state->name, match, PLB_MAX_READINGS);
    for (size_t i = 0; i < n; i++) {
        plb_entry e = plb_lexicon_entry(lex, match[i].entry);
        if (e.kind != PLB_ENTRY_PLACE || e.precision != PLB_PRECISION_COUNTRY ||
            strcmp(e.country, state->country) != 0)
            continue;
        *lat = e.lat;
        *lon = e.lon;
        return true;
    }
    return false;
}

static void put_point(plb_place *place, double lat, double lon)
{
    if (isnan(lat) || isnan(lon)) return;
    place->lat = lat;
    place->lon = lon;
    place->located = place->precision != PLB_PRECISION_COUNTRY;
}

static void put_entry(const plb_grounding *s, const plb_entry *e, plb_place *place)
{
    place->name = e->name;
    memcpy(place->country, e->country, sizeof place->country);
    place->admin1 = e->admin1;
    place->geonames = e->geonames;
    place->precision = e->precision;
    if (e->kind == PLB_ENTRY_PLACE) {
        put_point(place, e->lat, e->lon);
        return;
    }
    bool state = plb_is_state(e);
    double lat, lon;
    place->precision = state ? PLB_PRECISION_COUNTRY : PLB_PRECISION_REGION;
    if (state && state_middle(s->lex, e, &lat, &lon)) put_point(place, lat, lon);
}

static plb_str words(const plb_grounding *s, int32_t first, int32_t last)
{
    const plb_token *a = plb_doc_token(s->doc, first), *b = plb_doc_token(s->doc, last);
    return plb_str_slice(plb_doc_part(s->doc, a->sentence), a->begin, b->end);
}

/* Where a name that nobody knows may lie: near the place before or behind it in its sentence that
 * is of its country, else somewhere in the country. No point: a guess has none. */
static void put_guess(const plb_places *p, const plb_found_place *f, plb_place *place)
{
    int32_t at = (int32_t)(f - p->found.at), n = (int32_t)p->found.n;
    int32_t sentence = plb_doc_token(p->s->doc, f->first)->sentence;
    plb_entry country;
    for (int32_t away = 1; away <= MAX_AWAY; away++)
        for (int32_t i = at - away; i <= at + away; i += 2 * away) {
            if (i < 0 || i >= n || p->found.at[i].chosen == PLB_NONE) continue;
            const plb_found_place *o = &p->found.at[i];
            if (plb_doc_token(p->s->doc, o->first)->sentence != sentence) continue;
            plb_entry e = plb_lexicon_entry(p->s->lex, o->reading[o->chosen]);
            if (e.kind != PLB_ENTRY_PLACE || e.precision > PLB_PRECISION_ADMIN1 || isnan(e.lat) ||
                strcmp(e.country, f->country) != 0)
                continue;
            place->lat = e.lat;
            place->lon = e.lon;
            return;
        }
    if (plb_lexicon_country(p->s->lex, plb_str_of(f->country), &country))
        (void)state_middle(p->s->lex, &country, &place->lat, &place->lon);
}

/* A name that nobody knows lies where the place behind it lies: "X, Y". */
static void put_unknown(const plb_places *p, const plb_found_place *f, plb_place *place)
{
    place->name = words(p->s, f->first, f->last);
    place->precision = f->precision ? f->precision : PLB_PRECISION_CITY;
    place->how = PLB_STR("unknown");
    memcpy(place->country, f->country, sizeof place->country);
    put_guess(p, f, place);
    if (f->container == PLB_NONE) return;
    const plb_found_place *c = &p->found.at[f->container];
    if (c->chosen == PLB_NONE) return;
    plb_place around = { 0 };
    plb_entry e = plb_lexicon_entry(p->s->lex, c->reading[c->chosen]);
    put_entry(p->s, &e, &around);
    memcpy(place->country, around.country, sizeof place->country);
    place->admin1 = e.precision == PLB_PRECISION_ADMIN1 ? e.name : e.admin1;
    place->how = PLB_STR("container");
    if (!around.located) return;
    place->lat = around.lat;
    place->lon = around.lon;
    place->located = true;
    place->precision = around.precision;
}

static plb_status add(const plb_places *p, const plb_found_place *f, plb_error *err)
{
    const plb_grounding *s = p->s;
    int32_t first = f->compass == PLB_NONE ? f->first : f->compass;
    plb_mention *m = plb_ground_add(s, PLB_MENTION_PLACE, first, f->last,
                                    plb_ground_head(s->doc, first, f->last));
    if (!m) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    m->confidence = (uint8_t)(f->certainty * UINT8_MAX);
    m->place.how = f->dateline ? PLB_STR("dateline") : PLB_STR("expression");
    if (f->chosen == PLB_NONE) {
        put_unknown(p, f, &m->place);
    } else {
        plb_entry e = plb_lexicon_entry(s->lex, f->reading[f->chosen]);
        put_entry(s, &e, &m->place);
    }
    if (f->compass != PLB_NONE) { /* a part of it, of which nobody knows the edges */
        m->place.name = words(s, first, f->last);
        m->place.geonames = 0;
        if (m->place.precision >= PLB_PRECISION_ADMIN2) m->place.precision = PLB_PRECISION_REGION;
    }
    return PLB_OK;
}

plb_status plb_ground_places(const plb_grounding *s, plb_error *err)
{
    plb_places p = { .s = s };
    PLB_TRY(plb_places_find(&p, err));
    PLB_TRY(plb_places_resolve(&p, err));
    for (uint32_t i = 0; i < p.found.n; i++) PLB_TRY(add(&p, &p.found.at[i], err));
    return PLB_OK;
}
