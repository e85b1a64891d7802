/* code: events in the making, between the passes `frames`, `composition` and `finishing`. */
#ifndef PLB_CODE_CANDIDATE_H
#define PLB_CODE_CANDIDATE_H

#include "code/code_internal.h"

enum { PLB_MAX_FURTHER = 4 };

/* How a key of the lexicon was found at a token. */
typedef struct {
    const plb_frame_key *key;
    const plb_frame_rule *rule;
    int32_t token;
    int32_t further[PLB_MAX_FURTHER]; /* tokens of the key's further words: no arguments any more */
    uint16_t
        alias[PLB_MAX_FURTHER]; /* prepositions that are part of the key: their nouns are obj */
    uint8_t n_further, n_alias;
    uint16_t score;             /* words and conditions: the most specific rule wins */
    const plb_candidate *inner; /* of compositions: the event inside, or NULL */
} plb_match_of_frame;

/* One side of an event: mentions of actors, or of places that stand for their country. */
typedef struct {
    int32_t at[PLB_MAX_SIDE];
    uint8_t n;
    uint8_t how; /* the least sure plb_argument_how among them */
} plb_side;

struct plb_candidate {
    plb_match_of_frame match;
    plb_str frame; /* names of the rules that made it */
    uint8_t type;
    plb_str mode, cameo;
    plb_str context[PLB_MAX_CONTEXTS];
    uint8_t n_context;
    plb_side source, target;
    int32_t subject; /* mention of the logical subject, or PLB_NONE */
    uint8_t status;  /* plb_event_status where a rule says so, or PLB_FRAME_ANY */
    uint8_t measure; /* plb_measure that numbers among its arguments count, or PLB_FRAME_ANY */
    uint8_t need;    /* plb_frame_need */
    int32_t also[PLB_MAX_FURTHER]; /* triggers of the candidates merged into this one */
    uint8_t n_also;
    bool dropped; /* absorbed by another, or merged into it */
};

struct plb_frame_rules {
    const plb_lexicon *lex;
    plb_frames frames;
    plb_class *word_class; /* [n_word] the class that a word names, or -1 */
    uint32_t *slot;        /* [n_slot] first key + 1 of a lemma: open addressing */
    uint32_t n_slot;
    plb_class locative;   /* prepositions that place an event */
    plb_class obligation; /* auxiliaries: "must" */
    plb_class negator;    /* "not" */
};

/* The rules of kind `is` whose key and conditions hold at a token, the most specific first; at most
 * `max`. */
size_t plb_match_rules(const plb_code_work *w, int32_t token, plb_rule_is is,
                       plb_match_of_frame *out, size_t max);

/* The tokens of the arguments at a place; at most `max`. */
size_t plb_place_tokens(const plb_code_work *w, const plb_match_of_frame *m,
                        const plb_frame_place *place, plb_argument *out, size_t max);

/* Fills a side from the first place of the list that has an actor. */
void plb_fill_side(const plb_code_work *w, const plb_match_of_frame *m, plb_frame_run list,
                   plb_side *side);

/* Both sides by the rule's lists, a symmetric rule's parties on both. */
void plb_fill_sides(const plb_code_work *w, const plb_match_of_frame *m, plb_candidate *c);

/* A new candidate without sides. */
plb_candidate *plb_candidate_new(plb_code_work *w, const plb_match_of_frame *m,
                                 const plb_frame_line *line);

/* Type, mode, CAMEO code and contexts of a line. */
void plb_candidate_code(const plb_code_work *w, plb_candidate *c, const plb_frame_line *line);

/* The predicate of an event, which may be that of the verb that carries its noun; NULL where it has
 * none. */
const plb_predicate *plb_candidate_predicate(const plb_code_work *w, const plb_candidate *c);

/* What else an event needs to know: its sentence's mentions of dates, places and quantities. */
typedef struct {
    const plb_code_work *w;
    int32_t *first; /* [n_sentences] the first such mention of a sentence, or PLB_NONE */
    int32_t *next;  /* [n_mentions] the next one of the same sentence */
} plb_circumstances;

plb_status plb_circumstances_find(const plb_code_work *w, plb_circumstances *out, plb_error *err);
void plb_circumstances_fill(const plb_circumstances *k, const plb_candidate *c, plb_event *event);

#endif
