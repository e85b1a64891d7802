/* ground: what the files of the place pass share.
 *
 *   place_find.c      names in the text that are places, known or not
 *   place_resolve.c   which of the places of that name, by its company
 *   place.c           the pass
 */
#ifndef PLB_GROUND_PLACE_INTERNAL_H
#define PLB_GROUND_PLACE_INTERNAL_H

#include "ground/ground_internal.h"

enum { PLB_MAX_READINGS = 12 };

/* A name in the text that is a place. */
typedef struct {
    int32_t first, last;                /* the name */
    int32_t compass;                    /* "southern" before it, or PLB_NONE */
    uint32_t reading[PLB_MAX_READINGS]; /* entries: countries and places */
    uint8_t n_readings;                 /* 0: nobody knows the name */
    uint8_t precision;                  /* what the noun beside it says ("village"), or NONE */
    int32_t container;                  /* the found place that follows it ("X, Y"), or PLB_NONE */
    int32_t chosen;                     /* of reading, or PLB_NONE */
    char country[4]; /* of a name that nobody knows: that of its company, or "" */
    float certainty; /* 0…1: that it is a place here */
    bool dateline;
} plb_found_place;

typedef struct {
    const plb_grounding *s;
    PLB_VEC(plb_found_place) found; /* in the order of the text */
    PLB_VEC(int32_t) surnames;      /* tokens: names of places that are persons' here */
} plb_places;

plb_status plb_places_find(plb_places *p, plb_error *err) PLB_MUST_USE;

/* Sets `chosen` of all. */
plb_status plb_places_resolve(plb_places *p, plb_error *err) PLB_MUST_USE;

/* Whether a noun of the precision `said` can name a place of that precision: a "region" may be a
 * unit, a "city" a site. */
bool plb_precision_fits(uint8_t said, uint8_t precision);

/* Whether the entry is a state itself, and no part of one. */
bool plb_is_state(const plb_entry *e);

#endif
