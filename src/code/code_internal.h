/* code: what the passes of this stage share. Nobody outside src/code includes this.
 *
 *   pass          file                        reads                    adds
 *   arguments     argument.c                  tree                     work->arguments
 *   predicates    predicate.c, status*.c      tree, arguments          doc->predicates,
 * work->predicate attributions  attribution*.c              tree, predicates doc->attributions,
 * predicate.attribution frames        match.c                     arguments, mentions
 * work->candidates composition   compose.c                   candidates work->candidates finishing
 * finish.c                    candidates, all above    doc->events
 *
 * code.c calls them in this order and is the only file that knows all of them. The rules of a pass
 * (classes looked up once, tables) are an object of their own, made by plb_coder_new, read-only
 * after. */
#ifndef PLB_CODE_CODE_INTERNAL_H
#define PLB_CODE_CODE_INTERNAL_H

#include "code/code.h"
#include "lexicon/frame.h"

typedef struct plb_argument_rules plb_argument_rules;       /* argument.c */
typedef struct plb_status_rules plb_status_rules;           /* predicate.c, status*.c */
typedef struct plb_attribution_rules plb_attribution_rules; /* attribution*.c */
typedef struct plb_frame_rules plb_frame_rules;             /* match.c */

struct plb_coder {
    const plb_lexicon *lex;
    plb_argument_rules *argument;
    plb_status_rules *status;
    plb_attribution_rules *attribution;
    plb_frame_rules *frame;
};

/* ---- logical arguments ---- */

/* How sure it is that the argument belongs to this predicate. */
typedef enum {
    PLB_ARGUMENT_DIRECT, /* a dependent in the tree */
    PLB_ARGUMENT_SHARED, /* by coordination, control, relative clause or light verb */
    PLB_ARGUMENT_NEAR    /* hangs on a neighbour in the tree, but could hang here ("against Y") */
} plb_argument_how;

typedef struct {
    int32_t token;      /* its head; the members of a coordination are arguments one by one */
    int32_t case_token; /* the preposition, or PLB_NONE */
    uint16_t role;      /* plb_role, or the number of a preposition */
    uint8_t how;        /* plb_argument_how */
} plb_argument;

typedef enum { PLB_VOICE_NONE, PLB_VOICE_ACTIVE, PLB_VOICE_PASSIVE } plb_voice;

/* The arguments of one token; n == 0 for all that are no verb, noun or adjective. */
typedef struct {
    uint32_t first; /* index in plb_code_work.argument */
    uint16_t n;
    uint8_t voice;   /* plb_voice; NONE for nouns and adjectives */
    int32_t carrier; /* the verb that carries a noun or adjective: "held" of "held talks", "was" has
                        none (copulas hang on the noun itself); PLB_NONE */
} plb_arguments;

/* ---- the work on one document ---- */

struct plb_worlds;
typedef struct plb_candidate plb_candidate; /* an event in the making: frame.h */

typedef struct {
    const plb_coder *coder;
    plb_doc *doc;
    plb_arguments *arguments; /* [n_tokens] */
    PLB_VEC(plb_argument) argument;
    int32_t *predicate;                  /* [n_tokens] index in doc->predicates, or PLB_NONE */
    const struct plb_worlds *worlds;     /* of the predicates, for attributions */
    PLB_VEC(plb_candidate *) candidates; /* in the order in which they were made */
} plb_code_work;

/* The arguments of a token, as an array of *n. */
static inline const plb_argument *plb_arguments_of(const plb_code_work *w, int32_t token,
                                                   int32_t *n)
{
    const plb_arguments *a = &w->arguments[token];
    *n = a->n;
    return a->n ? &w->argument.at[a->first] : NULL;
}

/* The token of the first argument with that role, or PLB_NONE. */
int32_t plb_argument_first(const plb_code_work *w, int32_t token, uint16_t role);

/* Tokens of a sentence, heads before what hangs on them; NULL where it has no tree. */
int32_t *plb_top_down(const plb_doc *doc, const plb_sentence *s);

/* The number of a role or preposition by its name (a lemma in lower case), or PLB_ROLE_OTHER. */
uint16_t plb_role_of(const plb_coder *c, plb_str name);

/* ---- the passes ---- */

plb_status plb_argument_rules_new(const plb_lexicon *lex, plb_argument_rules **out, plb_error *err);
void plb_argument_rules_free(plb_argument_rules *rules);
plb_status plb_code_arguments(plb_code_work *w, plb_error *err);

/* Every verb, and every noun or adjective that names something that happens (one that a frame has,
 * one of the classes of nominalisations, one that a light verb carries), in the order of tokens. */
plb_status plb_status_rules_new(const plb_lexicon *lex, plb_status_rules **out, plb_error *err);
void plb_status_rules_free(plb_status_rules *rules);
plb_status plb_code_predicates(plb_code_work *w, plb_error *err);

plb_status plb_attribution_rules_new(const plb_lexicon *lex, plb_attribution_rules **out,
                                     plb_error *err);
void plb_attribution_rules_free(plb_attribution_rules *rules);
plb_status plb_code_attributions(plb_code_work *w, plb_error *err);

plb_status plb_frame_rules_new(const plb_lexicon *lex, plb_frame_rules **out, plb_error *err);
void plb_frame_rules_free(plb_frame_rules *rules);
/* Whether some frame or composition has this token's lemma: it may be the trigger of an event. */
bool plb_frame_trigger(const plb_code_work *w, int32_t token);
plb_status plb_code_frames(plb_code_work *w, plb_error *err);
plb_status plb_code_compose(plb_code_work *w, plb_error *err);
plb_status plb_code_finish(plb_code_work *w, plb_error *err);
/* Figures of victims that no event counts, to the one of their sentence that can have cost them. */
plb_status plb_code_figures(plb_code_work *w, plb_error *err);

#endif
