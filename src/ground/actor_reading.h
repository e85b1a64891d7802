/* ground: a noun phrase while it is read from left to right (actor_read.c): what its parts share.
 */
#ifndef PLB_GROUND_ACTOR_READING_H
#define PLB_GROUND_ACTOR_READING_H

#include "ground/actor_internal.h"

enum { PLB_MAX_SOURCES = 8 };

/* What waits for a role or a name to take it. */
typedef struct {
    int32_t first, last;        /* tokens of its words */
    int32_t country, org, role; /* units, or -1 */
} plb_source;

typedef struct {
    plb_actor_work *w;
    plb_phrase *p;
    plb_source src[PLB_MAX_SOURCES];
    int n_src;
    bool next;     /* a conjunction stands before the next modifier */
    int32_t start; /* first token of the group being read */
    bool first_group;
    bool former, definite, indefinite, titled, foreign;
    uint8_t gender;
    int rank; /* sector of the rank that is titled, or -1 */
    bool failed;
} plb_reading;

/* ---- what units say (actor_source.c) ---- */

plb_str plb_read_words(const plb_actor_work *w, int32_t first, int32_t last);
/* The words without articles and numbers before them. */
plb_str plb_read_name(const plb_actor_work *w, int32_t first, int32_t last);
/* Whether a role's sectors are those of whom it belongs to. */
bool plb_read_generic(const plb_actor_work *w, const plb_unit *role);
bool plb_read_plural(const plb_actor_work *w, const plb_unit *u);
plb_actor plb_read_role_actor(const plb_actor_work *w, const plb_unit *u);
plb_actor plb_read_name_actor(const plb_actor_work *w, const plb_unit *u);
plb_actor plb_read_place_actor(const plb_actor_work *w, const plb_unit *u);
plb_actor plb_read_country_actor(const plb_actor_work *w, const plb_unit *u);
plb_actor plb_read_unit_actor(const plb_actor_work *w, const plb_unit *u, bool *former);
/* Gives a role or a name what its source says. */
void plb_read_take_source(const plb_reading *r, plb_actor *a, const plb_source *src, bool generic);

/* ---- mentions of groups of units (actor_group.c) ---- */

void plb_read_begin(plb_reading *r, int32_t token);
void plb_read_close(plb_reading *r, const plb_unit *u);
/* Adds the mention of the group that ends with `u`; NULL when memory is short. */
plb_mention *plb_read_add(plb_reading *r, const plb_unit *u, plb_via via, const plb_actor *a,
                          plb_actor_note **note);
/* Several sources, several actors: each with the words of its own. */
void plb_read_members(plb_reading *r, plb_mention *m, const plb_actor *base, bool generic);
/* The mention of the possessor before the phrase, or -1. */
int32_t plb_read_possessor(const plb_reading *r);
/* Whether the possessor is known already. */
bool plb_read_belongs(const plb_reading *r, const plb_actor_note *note);
/* What a possessor gives: now where it is known, else its mention is kept for coreference. */
void plb_read_take_possessor(plb_reading *r, plb_actor *a, plb_actor_note *note, bool generic);

/* ---- what ends a group: each adds its mention ---- */

void plb_read_role(plb_reading *r, const plb_unit *u);
/* The same, or a word that may stand for an actor named before ("the country"). */
void plb_read_role_or_thing(plb_reading *r, const plb_unit *u);
/* False where the unit is no such word, or nothing stands before it. */
bool plb_read_equipment(plb_reading *r, const plb_unit *u);
/* "the Turkish side": a word that with a country before it stands for that country. */
bool plb_read_is_side(const plb_reading *r, const plb_unit *u);
bool plb_read_side(plb_reading *r, const plb_unit *u);
bool plb_read_thing(plb_reading *r, const plb_unit *u, const plb_actor *base);
void plb_read_pronoun(plb_reading *r, const plb_unit *u);
/* False where somebody else is meant than whom the lexicon knows. */
bool plb_read_known(plb_reading *r, const plb_unit *u);
void plb_read_namesake(plb_reading *r, plb_unit *u);
void plb_read_unknown(plb_reading *r, const plb_unit *u);
void plb_read_country(plb_reading *r, const plb_unit *u);
void plb_read_place(plb_reading *r, const plb_unit *u);

#endif
