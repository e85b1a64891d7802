/* train: the tables of the lemmatiser. */
#ifndef PLB_TRAIN_LEMMA_H
#define PLB_TRAIN_LEMMA_H

#include "train/corpus.h"

/* Owned by the corpus. */
plb_status plb_train_lemmas(plb_corpus *corpus, plb_lemmas *out, plb_error *err);

#endif
