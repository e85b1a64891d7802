/* ground: what the passes over actors share.
 *
 *   tokens   the two   senior  Israeli   defence ministry   officials   in  Tel Aviv
 *   units    w   w     w       adjective role               role        w   place
 *   phrases  [                                                       ]      [      ]
 *   mentions [                                                       ]
 *
 * Units are what the lexicon knows, runs of unknown names, and single words. A phrase is a noun
 * phrase without relative clauses, appositions and prepositional phrases; it is read from left to
 * right: countries, organisations and roles wait as modifiers until a role or a name takes them. */
#ifndef PLB_GROUND_ACTOR_INTERNAL_H
#define PLB_GROUND_ACTOR_INTERNAL_H

#include "ground/ground_internal.h"

typedef enum {
    PLB_UNIT_WORD,
    PLB_UNIT_COUNTRY,
    PLB_UNIT_ADJECTIVE,
    PLB_UNIT_DEMONYM,
    PLB_UNIT_ACTOR,
    PLB_UNIT_ROLE,
    PLB_UNIT_PLACE,
    PLB_UNIT_NAME, /* a run of names that the lexicon does not know */
    PLB_UNIT_DATE  /* part of a date: belongs to no actor */
} plb_unit_kind;

typedef struct {
    int32_t first, last;     /* tokens, inclusive */
    uint32_t match, n_match; /* its readings in s->match, of all kinds, all of this length */
    uint32_t entry;          /* the one preferred */
    uint8_t kind;            /* plb_unit_kind */
    uint8_t actor_kind;      /* plb_kind, of actors, roles and names */
    bool plural;
    bool former; /* "ex-president", written as one word */
    bool aside;  /* names whom it is for, against or paid by, not what it is: "Iran-backed" */
} plb_unit;

typedef struct {
    int32_t first_unit, last_unit; /* inclusive */
    int32_t first, last;           /* tokens, inclusive, without a final "'s" */
    int32_t possessor;             /* the phrase before it that ends in "'s", or -1 */
    bool possessive;               /* "'s" follows */
    int32_t mention;               /* of its head, or -1 */
} plb_phrase;

/* How a mention was written: decides what coreference does with it. */
typedef enum {
    PLB_FORM_NONE,  /* no actor */
    PLB_FORM_KNOWN, /* a name that the lexicon knows; countries too */
    PLB_FORM_NAME,  /* an unknown name, alone or with a title */
    PLB_FORM_ROLE,  /* "police", "the Israeli army" */
    PLB_FORM_THING, /* a noun that can stand for an actor named before: "the group" */
    PLB_FORM_PRONOUN,
    PLB_FORM_COLLECTIVE, /* "both sides" */
    PLB_FORM_RECIPROCAL  /* "each other" */
} plb_actor_form;

/* What the passes tell each other of a mention; parallel to doc->mentions. */
typedef struct {
    uint8_t form;                  /* plb_actor_form */
    bool definite;                 /* the, this, a possessor */
    bool indefinite;               /* a, some, a number */
    bool former;                   /* "ex-", "former", or the lexicon says that the office ended */
    bool outsider;                 /* "Israel's enemies": not of its owner */
    bool container;                /* "dozens of soldiers": is what `same` is */
    bool foreign;                  /* "Iran-backed": its country is not the one that stands near */
    bool generic;                  /* its sectors are those of whom it belongs to */
    int32_t owner;                 /* mention that it belongs to, or -1 */
    int32_t same;                  /* mention of the same actor by apposition, or -1 */
    int32_t role;                  /* last token of its role, or -1 */
    int32_t name_first, name_last; /* tokens of the name itself, or -1 */
    uint32_t role_entry;           /* of the lexicon, or PLB_NO_ENTRY */
    uint32_t entry;                /* of the lexicon, of a known actor; or PLB_NO_ENTRY */
    int32_t entity;                /* set by coreference */
} plb_actor_note;

#define PLB_NO_ENTRY UINT32_MAX

/* Confidence in an actor, of 255. */
enum {
    PLB_SURE = 250,    /* a name that the lexicon knows */
    PLB_LIKELY = 230,  /* put together from what it knows */
    PLB_POSSIBLE = 150 /* a name or a role without a country */
};

struct plb_actor_notes {
    PLB_VEC(plb_actor_note) note;
};

/* A sentence being read. */
typedef struct {
    const plb_grounding *s;
    plb_doc *doc;
    int32_t begin, end; /* tokens, end exclusive */
    plb_unit *unit;     /* [n_units], room for a sentence's tokens */
    plb_phrase *phrase; /* [n_phrases] */
    int32_t *place_of;  /* [tokens of the document]: mention of a place that covers it, or -1 */
    bool *dated;        /* [tokens of the document]: part of a date */
    int32_t n_units, n_phrases;
} plb_actor_work;

/* ---- units and phrases ---- */

void plb_actor_units(plb_actor_work *w);
void plb_actor_phrases(plb_actor_work *w);
/* Reads a phrase; adds the mentions of all actors in it. False when the arena is full. */
bool plb_actor_read(plb_actor_work *w, int32_t phrase);
/* Prepositions, containers ("dozens of soldiers"), appositions between the phrases of a sentence.
 */
bool plb_actor_link(plb_actor_work *w);

static inline plb_token *plb_work_token(const plb_actor_work *w, int32_t t)
{
    return &w->doc->tokens.at[t];
}

/* Whether the token is a dash between two parts of a word. */
bool plb_work_is_hyphen(const plb_actor_work *w, int32_t t);

static inline bool plb_unit_is(const plb_unit *u, plb_unit_kind kind)
{
    return u->kind == (uint8_t)kind;
}

/* Whether any token of the unit is in the class, by form or lemma; single words mostly. */
bool plb_unit_in(const plb_actor_work *w, const plb_unit *u, plb_class cls, plb_str *value);

/* The first token of a known name that is a part of it: "President [Doe]". */
int32_t plb_unit_name(const plb_actor_work *w, const plb_unit *u, const plb_entry *e);

static inline plb_actor_note *plb_actor_note_of(const plb_grounding *s, int32_t mention)
{
    return &s->notes->note.at[mention];
}

/* Adds an actor's mention with one actor and its note. */
plb_mention *plb_actor_add(const plb_grounding *s, int32_t first, int32_t last, int32_t head,
                           plb_via via, const plb_actor *actor, plb_actor_note **note);

/* ---- actors ---- */

/* The actor that an entry is on the report's day; `former` comes back true where its office ended.
 */
plb_actor plb_actor_of_entry(const plb_grounding *s, const plb_entry *e, bool *former);

/* How the reading of an entry stands to the report's day: best last. */
typedef enum { PLB_NOT_YET, PLB_ENDED, PLB_HOLDS, PLB_HOLDS_WITHIN } plb_hold;

/* Of the readings of a unit the one of that country (if one is, and `country` is not empty) that
 * holds on the report's day. */
uint32_t plb_actor_reading(const plb_grounding *s, const plb_unit *u, const char *country,
                           plb_hold *when);

/* Sets code from country and sectors, in the document's arena. */
void plb_actor_code(plb_doc *doc, plb_actor *a);

/* Adds a sector that is not there yet, while there is room. */
void plb_actor_sector(plb_actor *a, plb_sector sector);
bool plb_actor_has(const plb_actor *a, plb_sector sector);

/* Gives `a` the country, and where it has none of its own the sectors, of the actor it belongs to.
 */
void plb_actor_belong(plb_doc *doc, plb_actor *a, const plb_actor *owner, bool generic);

/* Turns holders of a state's office into former ones: the sectors of the state become ELI. */
void plb_actor_former(plb_doc *doc, plb_actor *a);

#endif
