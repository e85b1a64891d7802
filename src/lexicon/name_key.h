/* lexicon: a name or phrase as the tokens that a text may show it in. */
#ifndef PLB_LEXICON_NAME_KEY_H
#define PLB_LEXICON_NAME_KEY_H

#include "lexicon/trie_build.h"

enum { PLB_KEY_MAX_VARIANTS = 12, PLB_KEY_MAX_TOKENS = 24 };

/* Letters: of an acronym up to so long, case alone tells it from a word. */
enum { PLB_KEY_SHORT_ACRONYM = 3 };

typedef struct {
    plb_str token[PLB_KEY_MAX_TOKENS]; /* as written */
    uint32_t n;
    char drop; /* left out of the tokens: \' ("Sanaa" for "Sana'a"), - ("M23" for "M-23"), or 0 */
} plb_key;

typedef struct plb_name_splitter plb_name_splitter; /* name_split.h */

/* Every way in which `words` may stand in a text: split at its blanks; with the hyphens inside
 * words as tokens of their own; without them; as the stage `text` splits it (where `s` is not
 * NULL); each without apostrophes too, and the first one without hyphens. Returns how many, 0 where
 * it has no token or too many. */
uint32_t plb_key_variants(const plb_name_splitter *s, plb_str words,
                          plb_key out[PLB_KEY_MAX_VARIANTS]);

/* How its tokens are written. */
typedef struct {
    uint32_t capital;       /* bit i: token i has a capital */
    uint32_t upper;         /* bit i: token i has two capitals or more, like an acronym */
    uint32_t first_letters; /* of the first token */
} plb_key_case;

plb_key_case plb_key_letters(const plb_key *key);

/* The same of one token of a text; counts its letters where `letters` is not NULL. */
bool plb_token_upper(plb_str form, uint32_t *letters);
bool plb_token_capital(plb_str form);

/* Its node below `root`, made where it was not there; 0 when memory is short or a token is too
 * long. */
uint32_t plb_key_node(plb_trie *t, uint32_t root, const plb_key *key);

/* The same where it is there, else 0. */
uint32_t plb_key_find(const plb_trie *t, uint32_t root, const plb_key *key);

#endif
