/* lexicon: walking the tries. A token is folded and looked up in the vocabulary once; each step is
 * then one probe of the table of edges, so that a lookup costs the length of the longest match. */
#ifndef PLB_LEXICON_TRIE_H
#define PLB_LEXICON_TRIE_H

#include "lexicon/image.h"

enum { PLB_LEX_MAX_KEY = 24, PLB_LEX_MAX_FOLDED = 128 }; /* tokens of a key; bytes of a token */

/* A token with spellings made alike (plb_fold), in `room` of PLB_LEX_MAX_FOLDED bytes; n == 0 where
 * it does not fit. */
plb_str plb_lex_fold(plb_str s, char *room);

/* The number of a token as written, or PLB_LEX_WORD_UNKNOWN. */
uint32_t plb_lex_word(const plb_lexicon *lex, plb_str form);

/* The same of a token's form and lemma, from where they are noted. */
static inline uint32_t plb_lex_form(const plb_lexicon *lex, const plb_token *t)
{
    return t->form_word ? t->form_word : plb_lex_word(lex, t->form);
}

static inline uint32_t plb_lex_lemma(const plb_lexicon *lex, const plb_token *t)
{
    if (!t->lemma.p) return plb_lex_form(lex, t);
    return t->lemma_word ? t->lemma_word : plb_lex_word(lex, t->lemma);
}

static inline uint32_t plb_lex_edge_hash(uint32_t parent, uint32_t word)
{
    uint32_t h = (parent * 0x9e3779b1U) ^ (word * 0x85ebca77U);
    h ^= h >> 15;
    h *= 0x2c1b3c6dU;
    return h ^ (h >> 13);
}

/* The child of `node` by `word`; 0 where there is none. */
static inline uint32_t plb_lex_step(const plb_lexicon *lex, uint32_t node, uint32_t word)
{
    if (word < PLB_LEX_FIRST_WORD || !lex->n_edges) return 0;
    uint32_t mask = lex->n_edges - 1, at = plb_lex_edge_hash(node, word) & mask;
    for (uint32_t probes = 0; probes <= mask; probes++, at = (at + 1) & mask) {
        const plb_lex_edge *e = &lex->edges[at];
        if (!e->child) return 0;
        if (e->parent == node && e->word == word) return e->child;
    }
    return 0;
}

#endif
