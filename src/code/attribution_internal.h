/* code: what the files of the attribution pass share. */
#ifndef PLB_CODE_ATTRIBUTION_INTERNAL_H
#define PLB_CODE_ATTRIBUTION_INTERNAL_H

#include "code/status_internal.h"

struct plb_attribution_rules {
    const plb_lexicon *lex;
    plb_class according; /* prepositions of a source: "according to" */
    plb_class hearsay;   /* adverbs that say that somebody says so: "reportedly" */
    plb_class speaking;  /* nouns of who or what can speak: "poll", "analyst" */
};

enum { MAX_CONTENT_PARTS = 6, MAX_DRAFTS = 64 };

/* An attribution in the making: tokens, not yet spans. */
typedef struct {
    int32_t cue;
    int32_t cue_last; /* the cue goes from cue to here where that is longer than the verb group */
    int32_t source;   /* the head of the speaker's words, or PLB_NONE */
    int32_t speaker;  /* the token whose mention the speaker is, or PLB_NONE */
    int32_t content[MAX_CONTENT_PARTS]; /* heads of what is said */
    int32_t n_content;
    int32_t without;     /* a dependent that is no part of the content, or PLB_NONE */
    int32_t preposition; /* of the first content, part of the cue; or PLB_NONE */
    uint8_t voice;       /* plb_voice_kind */
    bool finite;         /* a clause says it */
    plb_span quote; /* a quotation that is content, beside or without the heads; may be empty */
} plb_draft;

/* A run of tokens: a quotation with its marks, a part of the text. */
typedef struct {
    int32_t first, last;
} plb_tokens;

/* Scratch over one document. */
typedef struct {
    plb_code_work *work;
    plb_doc *doc;
    const plb_attribution_rules *rules;
    int32_t *order;               /* [n_tokens] place in the tree's preorder */
    int32_t *size;                /* [n_tokens] number of tokens in the subtree */
    int32_t *of_cue;              /* [n_tokens] the attribution with that cue, or PLB_NONE */
    uint32_t *first;              /* [n_sentences + 1] the first attribution of a sentence's tree */
    plb_tokens part[PLB_N_PARTS]; /* the tokens of title and text */
    PLB_VEC(uint8_t) carries;     /* [attributions] whether what it holds is its speaker's word */
} plb_attributing;

/* ---- attribution_span.c ---------------------------------------------------------------------- */

plb_status plb_attribution_order(plb_attributing *a, plb_error *err);

static inline bool plb_attribution_below(const plb_attributing *a, int32_t token, int32_t ancestor)
{
    return a->order[token] >= a->order[ancestor] &&
           a->order[token] < a->order[ancestor] + a->size[ancestor];
}

/* The bytes from token to token, without the commas and stops at both ends; empty where nothing is
 * left. */
plb_span plb_attribution_bytes(const plb_doc *doc, int32_t first, int32_t last);

/* The words of a noun phrase: its subtree. */
plb_span plb_attribution_phrase(const plb_attributing *a, int32_t head);

/* The verb with its auxiliaries, negation and particle, or the words from cue to cue_last. */
plb_span plb_attribution_cue(const plb_attributing *a, const plb_draft *draft);

/* Adds spans of what is said, merged, in the order of the text. */
void plb_attribution_content(const plb_attributing *a, const plb_draft *draft,
                             plb_attribution *out);

/* The first token in [first, end) that begins at or behind a byte. */
int32_t plb_attribution_token_at(const plb_doc *doc, int32_t first, int32_t end, uint32_t byte);

/* Adds one span, joined with those that it touches; drops it where there is no room. */
void plb_attribution_add(plb_attribution *out, plb_span span);

/* ---- small questions ------------------------------------------------------------------------- */

static inline bool plb_attribution_is_verb(const plb_token *t)
{
    return t->upos == PLB_UPOS_VERB || t->upos == PLB_UPOS_AUX;
}

/* The subject nearest to a verb: the last one before it, else the first one behind it. */
static inline int32_t plb_attribution_subject(const plb_doc *doc, int32_t verb)
{
    int32_t found = PLB_NONE;
    PLB_EACH_CHILD(doc, verb, c)
    {
        bool subject =
            plb_deprel_universal((plb_deprel)plb_doc_token(doc, c)->deprel) == PLB_DEP_NSUBJ;
        if (subject && (found == PLB_NONE || c < verb)) found = c;
    }
    return found;
}

static inline bool plb_attribution_has_clause(const plb_doc *doc, int32_t verb)
{
    return plb_doc_child(doc, verb, PLB_DEP_CCOMP) != PLB_NONE;
}

static inline int32_t plb_attribution_case(const plb_doc *doc, int32_t token)
{
    int32_t found = plb_doc_child(doc, token, PLB_DEP_CASE);
    return found != PLB_NONE ? found : plb_doc_child(doc, token, PLB_DEP_MARK);
}

/* ---- attribution_speaker.c ------------------------------------------------------------------- */

plb_draft plb_draft_at(int32_t cue);
void plb_draft_add(plb_draft *d, int32_t head); /* a head of what is said */

/* Who speaks: source and speaker of a draft for a verb, for a noun. */
void plb_attribution_speaker(const plb_attributing *a, int32_t verb, plb_draft *draft);
void plb_attribution_speaker_of_noun(const plb_attributing *a, int32_t noun, plb_draft *draft);

/* Whether a word names somebody who can speak: an actor, a name, a pronoun, a report. */
bool plb_attribution_is_somebody(const plb_attributing *a, int32_t token);

/* Whether a mark stands right before the token. */
bool plb_attribution_follows_mark(const plb_attributing *a, int32_t token);

/* The number of tokens of a phrase of the class at a token, in `n`; false for none. */
bool plb_attribution_phrase_at(const plb_attributing *a, plb_class cls, int32_t token, int32_t *n);

/* Whether the token is a verb of saying that can introduce a quotation. */
bool plb_attribution_says(const plb_attributing *a, int32_t token);

/* The attribution that a draft becomes. A cue reports once; without content there is none. */
plb_status plb_attribution_push(plb_attributing *a, const plb_draft *draft, plb_error *err);

/* ---- attribution_cue.c ----------------------------------------------------------------------- */

/* Attributions that a sentence shows. */
plb_status plb_attribution_sentence(plb_attributing *a, int32_t sentence, plb_error *err);

/* ---- attribution_beside.c -------------------------------------------------------------------- */

/* Each looks at one token (or line); `used` says whether it reports something that way. */
plb_status plb_attribution_parataxis(plb_attributing *a, int32_t child, bool *used, plb_error *err);
plb_status plb_attribution_aside(plb_attributing *a, int32_t verb, bool *used, plb_error *err);
plb_status plb_attribution_source_phrase(plb_attributing *a, int32_t noun, bool *used,
                                         plb_error *err);
plb_status plb_attribution_hearsay(plb_attributing *a, int32_t adverb, plb_error *err);
plb_status plb_attribution_label(plb_attributing *a, int32_t sentence, plb_error *err);

/* ---- attribution_quote.c --------------------------------------------------------------------- */

/* Quotations: extends attributions to what stands in their quotation marks, makes those that the
 * trees do not show. */
plb_status plb_attribution_quotes(plb_attributing *a, plb_error *err);

#endif
