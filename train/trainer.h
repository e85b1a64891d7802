/* train: the trainings of tagger and parser. */
#ifndef PLB_TRAIN_TRAINER_H
#define PLB_TRAIN_TRAINER_H

#include "annotate/transition.h"
#include "train/corpus.h"
#include "train/perceptron.h"
#include "train/random.h"

typedef struct {
    int tag_rounds, parse_rounds, fold_rounds;
    int min_updates_tag, min_updates_move, min_updates_label;
    uint32_t caseless_percent; /* of the sentences, in each round, are read without case */
    uint64_t seed;
} plb_train_options;

plb_train_options plb_train_defaults(void);

typedef struct {
    plb_train_options options;
    plb_corpus *corpus;
    plb_vocab vocab; /* of all examples */
    plb_perceptron tag, move, label;
    plb_random random;
    plb_words words; /* scratch for the longest example */
    plb_state state;
    uint32_t *order; /* [corpus->n] */
} plb_trainer;

plb_status plb_trainer_begin(plb_trainer *t, plb_corpus *corpus, const plb_train_options *options,
                             plb_error *err);

/* Tags for the parser to learn from: each fold's by a tagger trained on the others. */
plb_status plb_train_guesses(plb_trainer *t, plb_error *err);
plb_status plb_train_tagger(plb_trainer *t, plb_error *err);
plb_status plb_train_parser(plb_trainer *t, plb_error *err);

/* Reads an example into t->words, with the case ignored or judged. */
void plb_trainer_words(plb_trainer *t, const plb_vocab *vocab, const plb_example *e, bool caseless);

/* The number of the largest of score[n]. */
static inline int plb_best(const int32_t *score, int n)
{
    int best = 0;
    for (int i = 1; i < n; i++)
        if (score[i] > score[best]) best = i;
    return best;
}

#endif
