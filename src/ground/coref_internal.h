/* ground: coreference within a report: what its passes share.
 *
 * Mentions are walked in the order of the text; each joins an entity named before or begins one.
 * Only the last few entities are looked at, so that the work grows with the text, not its square.
 */
#ifndef PLB_GROUND_COREF_INTERNAL_H
#define PLB_GROUND_COREF_INTERNAL_H

#include "ground/actor_internal.h"

enum { PLB_COREF_RECENT = 32, PLB_COREF_PAIRS = 8, PLB_COREF_COUNTRIES = 32 };

/* Something in the world that a report speaks of. */
typedef struct {
    plb_actor actor;
    int32_t chain;  /* index in doc->chains */
    int32_t weight; /* how well its best mention names it */
    int32_t last_mention;
    int32_t n_mentions;
    int32_t role;        /* token of the last role that it was given, or -1 */
    uint32_t role_entry; /* or PLB_NO_ENTRY */
    plb_str office;      /* the role that the lexicon gives it; may be empty */
    bool go_between;     /* was said to mediate */
} plb_entity;

/* Two parties named together: "between X and Y", "X and Y". */
typedef struct {
    int32_t first, second; /* entities */
    bool between;
} plb_party_pair;

typedef struct {
    char country[4];
    uint32_t n;
} plb_country_count;

typedef struct {
    const plb_grounding *s;
    plb_doc *doc;
    PLB_VEC(plb_entity) entity;
    int32_t recent[PLB_COREF_RECENT]; /* entities, the last mentioned first */
    int n_recent;
    plb_party_pair pair[PLB_COREF_PAIRS]; /* the last first */
    int n_pairs;
    plb_country_count country[PLB_COREF_COUNTRIES];
    int n_countries;
    int32_t place, first_actor; /* mentions: the next place to count, the first of the actors */
    /* Open addressing: hashes of names to mentions (register) or entities. */
    uint64_t *key;
    int32_t *value;
    size_t mask;
    int32_t speaker;      /* mention that speaks in the sentence, or -1 */
    int32_t last_speaker; /* in the sentences before */
    bool statement; /* what follows is the last speaker's, without quotation marks: "X said:" */
    bool full;
} plb_coref;

static inline plb_mention *plb_coref_mention(const plb_coref *c, int32_t m)
{
    return &c->doc->mentions.at[m];
}

static inline plb_actor_note *plb_coref_note(const plb_coref *c, int32_t m)
{
    return &c->s->notes->note.at[m];
}

static inline const plb_token *plb_coref_head(const plb_coref *c, int32_t m)
{
    return &c->doc->tokens.at[c->doc->mentions.at[m].head];
}

/* ---- the table of names ---- */

typedef enum {
    PLB_KEY_ID,      /* an entry of the lexicon, a country */
    PLB_KEY_NAME,    /* all of an unknown name */
    PLB_KEY_LAST,    /* its last word: to a mention */
    PLB_KEY_FIRST,   /* its first word: to a mention */
    PLB_KEY_INITIALS /* its capitals: to a mention */
} plb_name_key;

int32_t plb_coref_get(const plb_coref *c, plb_name_key kind, plb_str name);
void plb_coref_set(plb_coref *c, plb_name_key kind, plb_str name, int32_t value);

/* Registers the words of a full name, so that shorter ones find it wherever they stand. */
void plb_coref_register(plb_coref *c, int32_t m);
/* The mention of a full name that a single word is short for, or -1. */
int32_t plb_coref_full_name(const plb_coref *c, int32_t m);

/* ---- entities ---- */

/* A new entity for the mention, or -1 when the arena is full. */
int32_t plb_coref_begin(plb_coref *c, int32_t m);
/* The mention joins the entity: recency, counts, the best name. */
void plb_coref_join(plb_coref *c, int32_t m, int32_t entity);
/* Actors copied for another mention; NULL when the arena is full. */
plb_actor *plb_coref_copy(plb_coref *c, const plb_actor *actors, uint32_t n);
/* The mention is made the entity's actor, and joins it. */
void plb_coref_refer(plb_coref *c, int32_t m, int32_t entity, plb_via via, uint8_t confidence);
/* How many sentences lie between the entity's last mention and the mention. */
int32_t plb_coref_distance(const plb_coref *c, int32_t entity, int32_t m);
/* Whether the token is a verb whose subject says something. */
bool plb_coref_is_speech_verb(const plb_coref *c, int32_t token);
bool plb_coref_is_subject(const plb_coref *c, int32_t m);

/* ---- the resolvers: each returns whether it found whom the mention stands for ---- */

bool plb_coref_pronoun(plb_coref *c, int32_t m);
bool plb_coref_first_person(plb_coref *c, int32_t m);
bool plb_coref_definite(plb_coref *c, int32_t m);
bool plb_coref_collective(plb_coref *c, int32_t m);
bool plb_coref_reciprocal(plb_coref *c, int32_t m);
/* Two mentions named together are remembered. */
void plb_coref_pair(plb_coref *c, int32_t m);

/* ---- roles without a country ---- */

void plb_coref_count_country(plb_coref *c, int32_t m);
/* Counts the places of all sentences up to this one, once. */
void plb_coref_count_places(plb_coref *c, int32_t sentence);
/* Gives a role the country that its sentence or the report is about. */
bool plb_coref_context(plb_coref *c, int32_t m);

#endif
