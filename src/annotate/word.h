/* annotate: what can be seen of a word without its neighbours, as hashes. In: its form. Out: a
 * plb_word. Trainer and run time share it.
 *
 * Case is folded in ASCII, digits become 0, typographic quotes and dashes become ASCII ones. Where
 * case says nothing (capitals of an agency wire, headlines, lower-cased text) form and shape are
 * those of the folded word, in a space of their own, so that every casing of a text reads the same.
 */
#ifndef PLB_ANNOTATE_WORD_H
#define PLB_ANNOTATE_WORD_H

#include "base/str.h"

enum { PLB_N_SUFFIXES = 5, PLB_N_PREFIXES = 3, PLB_N_CLUSTERS = 3, PLB_MAX_FOLDED = 96 };

typedef struct {
    uint32_t form, norm;                                     /* as written, folded */
    uint32_t suffix[PLB_N_SUFFIXES], prefix[PLB_N_PREFIXES]; /* of 1, 2, … folded bytes */
    uint32_t shape;
    uint32_t known; /* the set of tags it was seen with in training; 0 an unknown word */
    uint16_t cluster[PLB_N_CLUSTERS]; /* of its meaning, coarse to fine; 0 none */
    uint8_t tag, upos;                /* set by the tagger */
} plb_word;

/* A sentence: word[0] is the root, word[1…n] the tokens, word[n + 1] stands for "no such token". */
typedef struct {
    plb_word *word; /* [n + 2] */
    int32_t n;
} plb_words;

/* Tags and parts of speech of the two that are no tokens. */
enum { PLB_TAG_ROOT = 254, PLB_TAG_NOTHING = 255 };

/* A form as it is looked up: folded; of a very long one both ends. */
typedef struct {
    char p[PLB_MAX_FOLDED];
    uint32_t n;
    uint32_t hash; /* never 0 */
} plb_folded;

plb_folded plb_word_fold(plb_str form);

/* The hash that `plb_word_fold` gives; for the vocabulary. */
uint32_t plb_word_hash(const char *p, uint32_t n, uint32_t seed);

/* Fills norm, suffixes and prefixes. */
void plb_word_fill(plb_word *word, const plb_folded *folded);

/* Fills form and shape, when it is known whether case says something. */
void plb_word_case(plb_word *word, plb_str form, bool tells);

/* The two that are no tokens. */
void plb_word_edges(plb_words *words);

/* How a form uses case. */
typedef enum {
    PLB_CASE_NONE, /* no letter */
    PLB_CASE_LOWER,
    PLB_CASE_FIRST, /* the first letter alone is a capital */
    PLB_CASE_UPPER, /* all capitals, two letters at least */
    PLB_CASE_MIXED
} plb_case;

plb_case plb_case_of(plb_str form);

#endif
