/* ground: what its passes share. The passes run in the order of the declarations below, each over
 * the whole document; every pass adds mentions and leaves those of the others alone. */
#ifndef PLB_GROUND_INTERNAL_H
#define PLB_GROUND_INTERNAL_H

#include "ground/ground.h"
#include "lexicon/embedding.h"

/* The word classes (data/lexicon/en/words/), looked up once; -1 where the lexicon lacks one, and no
 * word is in that. A pass that needs one more adds a line to its .def file. */
struct plb_grounder {
    const plb_lexicon *lex;
    plb_embedding embedding; /* tells verbs of speaking */
#define PLB_GROUND_CLASS(id, name) plb_class id;
#include "ground/actor_class.def"
#include "ground/place_class.def"
#undef PLB_GROUND_CLASS
};

/* A document being grounded. */
typedef struct {
    const plb_grounder *g;
    const plb_lexicon *lex;
    plb_doc *doc;
    /* What the lexicon knows (plb_lexicon_lookup): the readings that begin at token t are
     * match[first_match[t]] up to match[first_match[t + 1]] (exclusive), longest first; they never
     * leave the sentence. Looked up once for all passes. */
    const plb_match *match;
    const uint32_t *first_match;   /* [n_tokens + 1] */
    const plb_str *lower;          /* [n_tokens]: forms in lower case (ASCII letters) */
    struct plb_actor_notes *notes; /* what the actor passes tell each other */
} plb_grounding;

/* Looks up matches and forms of a document with trees; what plb_ground does before its passes. */
plb_status plb_ground_begin(const plb_grounder *g, plb_doc *doc, plb_grounding *out,
                            plb_error *err) PLB_MUST_USE;

/* Adds a mention over the tokens first…last (inclusive, one sentence), carried by `head`, and sets
 * its kind, sentence, tokens and span; chain, of_mention and predicate_token are none, confidence
 * is full. token->mention of the head: an actor's always, a place's where no actor is, others'
 * never. NULL when the arena is full; the pointer holds until the next call. */
plb_mention *plb_ground_add(const plb_grounding *s, plb_mention_kind kind, int32_t first,
                            int32_t last, int32_t head);

/* The token of first…last whose head lies outside of it: what carries the phrase in the tree. Among
 * several the last that is a noun or name, else the last. */
int32_t plb_ground_head(const plb_doc *doc, int32_t first, int32_t last);

/* Whether the token's form, lower-cased, or its lemma is in the class; `value` may be NULL. */
bool plb_ground_form_in(const plb_grounding *s, plb_class cls, int32_t token, plb_str *value);
bool plb_ground_lemma_in(const plb_grounding *s, plb_class cls, int32_t token, plb_str *value);

/* ---- the passes, in their order ---- */

/* doc->date and date_how: publication, dateline, expressions, weekdays and the offices of those
 * named. */
plb_status plb_ground_document_date(const plb_grounding *s, plb_error *err) PLB_MUST_USE;
plb_status plb_ground_dates(const plb_grounding *s, plb_error *err) PLB_MUST_USE;
plb_status plb_ground_quantities(const plb_grounding *s, plb_error *err) PLB_MUST_USE;
plb_status plb_ground_places(const plb_grounding *s, plb_error *err) PLB_MUST_USE;
/* Names, roles, groups, pronouns: every phrase that can be an actor. */
plb_status plb_ground_actors(const plb_grounding *s, plb_error *err) PLB_MUST_USE;
/* Shortened names, pronouns, descriptions, collectives; doc->chains. */
plb_status plb_ground_coreference(const plb_grounding *s, plb_error *err) PLB_MUST_USE;
/* Sets of_mention of the quantities, now that the actors are there. */
plb_status plb_ground_count_actors(const plb_grounding *s, plb_error *err) PLB_MUST_USE;

#endif
