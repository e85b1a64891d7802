/* code: what the files of the predicate pass share (predicate.c, status.c, status_clause.c,
 * status_signature.c). */
#ifndef PLB_CODE_STATUS_INTERNAL_H
#define PLB_CODE_STATUS_INTERNAL_H

#include "code/code_internal.h"
#include "lexicon/embedding.h"

/* Classes of data/lexicon/en/words/ that decide statuses. */
typedef enum {
#define PLB_STATUS_CLASS(id, name) PLB_STATUS_CLASS_##id,
#include "code/status_class.def"
#undef PLB_STATUS_CLASS
    PLB_N_STATUS_CLASSES
} plb_status_class;

struct plb_status_rules {
    const plb_lexicon *lex;
    plb_embedding embedding;
    plb_class cls[PLB_N_STATUS_CLASSES];
};

/* Whether the token's lemma (in lower case), or else its form, is in a class, and its value. */
bool plb_status_word(const plb_status_rules *rules, const plb_doc *doc, int32_t token,
                     plb_status_class cls, plb_str *value);

/* The status that a class or table names; false for a word that is none. */
bool plb_status_named(plb_str name, uint8_t *status);

/* ---- status_clause.c: what stands around one head -------------------------------------------- */

typedef enum { PLB_TENSE_NONE, PLB_TENSE_PAST, PLB_TENSE_PRESENT } plb_tense;

/* The operators on one word: of a verb or copular predicate its auxiliaries, adverbs, marker; of a
 * noun its determiner. Tokens are PLB_NONE where there are none. */
typedef struct {
    int32_t negator; /* "not", "hardly", "no" */
    int32_t modal;
    int32_t hedge;             /* an adverb with a status of its own: "allegedly" */
    int32_t marker;            /* the subordinating word or preposition: "if", "without" */
    int32_t condition;         /* the head of an if-clause that hangs on it */
    int32_t negative_argument; /* the argument that brings the negator; else PLB_NONE */
    uint8_t modal_true, modal_false, modal_said, hedge_status, marker_status; /* statuses or KEEP */
    uint8_t tense;                                                            /* plb_tense */
    bool marker_waits;   /* the marker dates it by another clause: "when", "until" */
    bool marker_follows; /* "after" */
    bool singled;        /* of a noun: "the first …" */
    bool definite;       /* of a noun: its determiner or a possessor presupposes it */
    bool subject, auxiliary, copula, infinitive, progressive, perfect, passive;
    bool inverted; /* an auxiliary before the subject: a question, or a condition ("Had they …") */
    bool asks;     /* a question word stands in it */
} plb_clause;

plb_clause plb_status_clause(const plb_status_rules *rules, const plb_doc *doc, int32_t token);

/* ---- status_signature.c ---------------------------------------------------------------------- */

/* The signatures of a token as a governor; n == 0 for most. */
plb_signatures plb_status_signatures(const plb_status_rules *rules, const plb_doc *doc,
                                     int32_t token);

/* What kind of complement `dep` is of its head: the name of embedding.tsv; n == 0 for none. */
plb_str plb_status_complement(const plb_doc *doc, int32_t dep);

/* The signature of `rows` for a complement of that kind; finite, infinitive, gerund and bare ones
 * are also found as "clause". */
bool plb_status_signature(const plb_status_rules *rules, plb_signatures rows, plb_str complement,
                          plb_signature *out);

/* The word whose complement of that kind `dep` is, with its signature: the head in the tree, or the
 * verb above the noun that a parser hung it on; PLB_NONE where no signature holds. `signatures` are
 * those of all tokens. */
int32_t plb_status_governor(const plb_status_rules *rules, const plb_doc *doc,
                            const plb_signatures *signatures, int32_t dep, plb_str kind,
                            plb_signature *out);

/* ---- status.c -------------------------------------------------------------------------------- */

/* What holds at a token, and the token that decided it. */
typedef struct {
    uint8_t status; /* plb_event_status */
    int32_t because;
} plb_world;

/* Worlds of all tokens of a document, filled from the root down. */
typedef struct plb_worlds {
    const plb_status_rules *rules;
    plb_doc *doc;
    plb_world *in;              /* [n_tokens] what the context says about the token */
    plb_world *plain;           /* [n_tokens] with its own operators but negation */
    plb_world *out;             /* [n_tokens] with all of them */
    plb_clause *clause;         /* [n_tokens] */
    plb_signatures *signatures; /* [n_tokens] */
} plb_worlds;

plb_status plb_worlds_fill(const plb_status_rules *rules, plb_doc *doc, plb_worlds *out,
                           plb_error *err);

#endif
