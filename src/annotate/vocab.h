/* annotate: the words of the training text, looked up by the hash of their folded form; and the
 * reading of a sentence into plb_words with it. */
#ifndef PLB_ANNOTATE_VOCAB_H
#define PLB_ANNOTATE_VOCAB_H

#include "annotate/word.h"
#include "model/doc.h"

enum { PLB_VOCAB_COMMON = 1 /* nearly always in small letters: a capital is no name */ };

typedef struct {
    uint32_t hash;  /* plb_folded.hash; 0 an empty slot */
    uint32_t known; /* see plb_word */
    uint16_t cluster[PLB_N_CLUSTERS];
    uint16_t flags;
} plb_vocab_entry;

typedef struct {
    const plb_vocab_entry *entry; /* [mask + 1], open addressing, at least one empty */
    uint32_t mask;                /* a power of two less one */
} plb_vocab;

/* The entry of a word, or NULL. */
const plb_vocab_entry *plb_vocab_find(const plb_vocab *vocab, uint32_t hash);

/* Where case says nothing, and how the reader is told. */
typedef enum {
    PLB_CASING_JUDGE, /* by the flags of the tokens and by the sentence itself */
    PLB_CASING_IGNORE /* as in text without case (training) */
} plb_casing;

/* Fills words->word[0…n + 1] from `n` tokens; room for n + 2 must be there. Gives whether case says
 * something in this sentence. */
bool plb_words_read(const plb_vocab *vocab, const plb_token *tokens, int32_t n, plb_casing casing,
                    plb_words *words);

#endif
