/* train: the vocabulary of a corpus. */
#ifndef PLB_TRAIN_VOCAB_H
#define PLB_TRAIN_VOCAB_H

#include "train/corpus.h"

enum { PLB_N_FOLDS = 5 };

/* Words seen twice or more; the examples of `without_fold` (number modulo PLB_N_FOLDS) are left
 * out, none where it is negative. Owned by the corpus. */
plb_status plb_vocab_train(plb_corpus *corpus, int without_fold, plb_vocab *out, plb_error *err);

#endif
