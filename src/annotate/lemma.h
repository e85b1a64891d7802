/* annotate: lemmas. In: form and tag. Out: the lemma. A table of the (word, tag) pairs of the
 * training text; for all others the rule of the longest suffix that is known with that tag: cut so
 * many bytes, add these. */
#ifndef PLB_ANNOTATE_LEMMA_H
#define PLB_ANNOTATE_LEMMA_H

#include "annotate/word.h"
#include "base/arena.h"

enum { PLB_MAX_RULE_ADD = 12 };

typedef enum { PLB_LEMMA_KEEP, PLB_LEMMA_LOWER } plb_lemma_case;

typedef struct {
    uint8_t keep; /* plb_lemma_case: what becomes of capitals */
    uint8_t cut, n_add;
    uint8_t unused;
    char add[PLB_MAX_RULE_ADD];
} plb_lemma_rule;

/* One slot of a table by key: the pool's text (one byte of length before it) or a rule. */
typedef struct {
    uint32_t check; /* low half of the key; 0 an empty slot */
    uint32_t at;    /* offset in the pool, or number of the rule */
} plb_lemma_entry;

typedef struct {
    const plb_lemma_entry *entry; /* [mask + 1], open addressing, at least one empty */
    uint32_t mask;
} plb_lemma_table;

typedef struct {
    plb_lemma_table words, suffixes;
    const char *pool; /* [n_pool] */
    uint32_t n_pool;
    const plb_lemma_rule *rule; /* [n_rules] */
    uint32_t n_rules;
} plb_lemmas;

/* Keys of the tables: of a word as written, of a folded word, of a suffix of `length` bytes. */
uint64_t plb_lemma_form_key(uint32_t form, uint32_t tag);
uint64_t plb_lemma_norm_key(uint32_t norm, uint32_t tag);
uint64_t plb_lemma_suffix_key(const plb_word *word, int length, uint32_t tag);

static inline uint32_t plb_lemma_check(uint64_t key)
{
    return (uint32_t)key ? (uint32_t)key : 1;
}

/* Whether the folded form stands for one spelling (digits are folded into one). */
bool plb_lemma_has_digit(plb_str form);

/* What a form and its tag say. `name`: the tag is that of a proper noun; `tells`: case says
 * something. */
typedef struct {
    plb_str form;
    const plb_word *word;
    bool name, tells;
} plb_lemma_query;

/* The lemma: a view of the model, of the form, or text of the arena; p == NULL past its limit. */
plb_str plb_lemma_of(const plb_lemmas *lemmas, const plb_lemma_query *query, plb_arena *arena);

/* Applies a rule; a rule that does not fit gives the form. */
plb_str plb_lemma_apply(const plb_lemma_rule *rule, const plb_lemma_query *query, plb_arena *arena);

#endif
