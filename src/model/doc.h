/* model: a report being read. One document flows through the stages; each adds its own layer and
 * leaves the others alone.
 *
 *   text      sentences, tokens (form, span)
 *   annotate  upos, xpos, lemma, head, deprel, and the links between them
 *   ground    mentions (actors, places, dates, quantities), chains
 *   code      predicates (status), attributions, events
 *
 * All memory is of the document's arena and lives until the next report. Cross-references are
 * indices into the arrays of plb_doc, -1 (PLB_NONE) for none. Spans are bytes of the part they
 * belong to. */
#ifndef PLB_MODEL_DOC_H
#define PLB_MODEL_DOC_H

#include "base/arena.h"
#include "model/actor.h"
#include "model/event.h"
#include "model/report.h"
#include "model/ud.h"

#define PLB_NONE (-1)

typedef enum { PLB_PART_TITLE, PLB_PART_TEXT, PLB_N_PARTS } plb_part;

/* Facts about the form of a token, set by `text`. */
enum {
    PLB_TOKEN_NO_SPACE = 1,  /* no white space follows */
    PLB_TOKEN_CONTINUES = 2, /* a later word of a contraction: "n't" of "don't" */
    PLB_TOKEN_QUOTED = 4, /* stands between quotation marks (set by `text`, over sentences too) */
    PLB_TOKEN_CAPS = 8 /* the text around it is all capitals or all lower case: case says nothing */
};

typedef struct {
    uint32_t begin, end; /* bytes of the part's text, end exclusive */
    plb_str form;        /* the written form; a view of the text */
    plb_str lemma;       /* set by annotate */
    uint8_t upos, xpos, deprel;
    uint8_t flags;        /* PLB_TOKEN_* */
    uint8_t confidence;   /* of tag and attachment, 0…255 */
    int32_t sentence;     /* index in doc->sentences */
    int32_t head;         /* index in doc->tokens, PLB_NONE at the root */
    int32_t first_child;  /* the leftmost dependent, or PLB_NONE */
    int32_t next_sibling; /* the next dependent of the same head, left to right, or PLB_NONE */
    int32_t mention;      /* the mention headed by this token (actors before places), or PLB_NONE */
    uint32_t form_word,
        lemma_word; /* numbers of the lexicon (plb_lexicon_mark); 0: not looked up */
} plb_token;

/* What kind of line a sentence stands in, set by `text`. Headlines (the title is one) are read with
 * their own tenses. Bylines (datelines, dates and sign-offs too) and boilerplate are kept, so that
 * offsets stay true, and coded by nobody. */
typedef enum { PLB_LINE_TEXT, PLB_LINE_HEADLINE, PLB_LINE_BYLINE, PLB_LINE_BOILERPLATE } plb_line;

typedef struct {
    uint32_t begin, end; /* bytes of the part's text */
    int32_t first_token; /* index in doc->tokens */
    int32_t n_tokens;
    int32_t root;      /* token, or PLB_NONE before annotate */
    int32_t paragraph; /* counted from 0 within the part */
    uint8_t part;      /* plb_part */
    uint8_t line;      /* plb_line */
    plb_str id;        /* sent_id of CoNLL-U, or p == NULL */
    plb_str comments;  /* all comment lines of CoNLL-U as they came, or p == NULL */
} plb_sentence;

/* A dateline: "CAIRO, Aug 20 (Reuters) —" */
typedef struct {
    plb_span
        span; /* of the whole, with the dash; bytes of the text part; empty where there is none */
    plb_span place;  /* "CAIRO" */
    plb_span date;   /* "Aug 20", may be empty */
    plb_span agency; /* "Reuters", may be empty */
} plb_dateline;

typedef struct plb_doc {
    plb_arena *arena;
    const plb_report *report;
    plb_str part[PLB_N_PARTS]; /* title and text; p == NULL where there is none */

    PLB_VEC(plb_sentence) sentences;
    PLB_VEC(plb_token) tokens;
    plb_dateline dateline;
    plb_span byline; /* of the text part; empty where there is none */

    plb_day date;          /* the day that expressions are resolved against; PLB_DAY_UNKNOWN */
    plb_date_how date_how; /* how it was found */

    PLB_VEC(plb_mention) mentions;
    PLB_VEC(plb_chain) chains;

    PLB_VEC(plb_predicate) predicates;
    PLB_VEC(plb_attribution) attributions;
    PLB_VEC(plb_event) events;
} plb_doc;

/* An empty document for a report; the arena is not reset. */
void plb_doc_begin(plb_doc *doc, plb_arena *arena, const plb_report *report);

/* Sets root, first_child and next_sibling of a sentence from the heads of its tokens. */
void plb_doc_link(plb_doc *doc, int32_t sentence);

static inline plb_token *plb_doc_token(const plb_doc *doc, int32_t token)
{
    return &doc->tokens.at[token];
}

static inline plb_str plb_doc_part(const plb_doc *doc, int32_t sentence)
{
    return doc->part[doc->sentences.at[sentence].part];
}

/* The first dependent of `token` with that relation (subtype and all), or PLB_NONE. */
int32_t plb_doc_child(const plb_doc *doc, int32_t token, plb_deprel rel);

/* The same, counting subtypes as their universal relation. */
int32_t plb_doc_child_universal(const plb_doc *doc, int32_t token, plb_deprel rel);

/* First and last token of the subtree of `token`. */
void plb_doc_subtree(const plb_doc *doc, int32_t token, int32_t *first, int32_t *last);

/* Whether `token` is `ancestor` or hangs below it. */
bool plb_doc_below(const plb_doc *doc, int32_t token, int32_t ancestor);

/* for (int32_t c = …first_child; c != PLB_NONE; c = …next_sibling) */
#define PLB_EACH_CHILD(doc, token, c)                                                              \
    for (int32_t c = (doc)->tokens.at[token].first_child; c != PLB_NONE;                           \
         c = (doc)->tokens.at[c].next_sibling)

#endif
