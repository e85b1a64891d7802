/* lexicon: building vocabulary, strings and tries, for the compiler and for overlays. The same
 * calls in the same order give the same bytes. Memory is of the arena; when it is short, calls give
 * 0 and plb_trie_write fails. */
#ifndef PLB_LEXICON_TRIE_BUILD_H
#define PLB_LEXICON_TRIE_BUILD_H

#include "lexicon/compile.h"
#include "lexicon/image.h"

typedef struct plb_trie plb_trie;

plb_trie *plb_trie_new(plb_arena *arena); /* NULL when memory is short; lives in the arena */

/* Starts from what an open lexicon holds: numbers of words, nodes and strings stay the same. */
bool plb_trie_load(plb_trie *t, const plb_lexicon *lex);

/* A new root. The first one is PLB_LEX_ENTRY_ROOT. */
uint32_t plb_trie_root(plb_trie *t);

/* The child of `node` by a folded token, made where it was not there. */
uint32_t plb_trie_child(plb_trie *t, uint32_t node, plb_str folded);

/* The child of `node` by a folded token, or 0. */
uint32_t plb_trie_find(const plb_trie *t, uint32_t node, plb_str folded);

/* Nodes are numbered from 1. */
uint32_t plb_trie_n_nodes(const plb_trie *t);

/* Whether a node is that root or hangs below it. */
bool plb_trie_below(const plb_trie *t, uint32_t node, uint32_t root);

/* Whether a class has that word, alone. */
bool plb_trie_is_word(const plb_trie *t, plb_str word);

/* Adds an item to a node, behind those that it has. */
void plb_trie_item(plb_trie *t, uint32_t node, plb_lex_item item);

/* Walks the items of a node: `*at` starts as 0; NULL at the end. They may be changed. */
plb_lex_item *plb_trie_next_item(plb_trie *t, uint32_t node, uint32_t *at);

/* Takes away all items of the entries' trie for which `drop` holds. */
void plb_trie_drop(plb_trie *t, bool (*drop)(void *context, uint32_t entry), void *context);

/* A string of the file; equal strings are kept once. */
plb_lex_ref plb_trie_string(plb_trie *t, plb_str s);

/* Its bytes, until the next string is added. */
plb_str plb_trie_text(const plb_trie *t, plb_lex_ref string);

/* A string of the table "values". */
uint32_t plb_trie_value(plb_trie *t, plb_str s);

void plb_trie_class(plb_trie *t, plb_str name, uint32_t root, uint32_t n_words);

/* Adds the sections: strings, words, wordslots, nodes, edges, items, values, classes. */
plb_status plb_trie_write(plb_trie *t, plb_lex_writer *w, plb_error *err) PLB_MUST_USE;

#endif
