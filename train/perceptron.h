/* train: an averaged perceptron (Collins 2002; Freund & Schapire 1999) over hashed features. A
 * feature counts only once it took part in `min_updates` corrections (Goldberg & Elhadad 2011),
 * which keeps the model small. All numbers are integers, so that a training gives the same model
 * everywhere. */
#ifndef PLB_TRAIN_PERCEPTRON_H
#define PLB_TRAIN_PERCEPTRON_H

#include "base/error.h"

typedef struct {
    int32_t now; /* the weight; after plb_perceptron_average its mean in 1 / PLB_AVERAGE_UNIT */
    int32_t class;
    int64_t sum; /* time × change, of all changes */
} plb_weight;

typedef struct {
    uint64_t key;   /* 0 an empty row */
    uint32_t first; /* of its weights, in `weight` */
    uint16_t updates;
    uint8_t n, cap;
} plb_row;

enum { PLB_AVERAGE_UNIT = 256 };

typedef struct {
    plb_row *row; /* [mask + 1], open addressing */
    uint64_t mask, n_rows;
    plb_weight *weight; /* [n_weights] */
    size_t n_weights, cap_weights;
    int n_classes, min_updates;
    int64_t time; /* decisions made, from 1 */
    bool failed;  /* memory ran short */
} plb_perceptron;

plb_status plb_perceptron_new(plb_perceptron *p, int n_classes, int min_updates, plb_error *err);
void plb_perceptron_free(plb_perceptron *p);

/* score[n_classes] of the keys. */
void plb_perceptron_score(const plb_perceptron *p, const uint64_t *keys, int n, int32_t *score);

/* One decision: `guess` was made where `gold` is right. */
void plb_perceptron_learn(plb_perceptron *p, const uint64_t *keys, int n, int gold, int guess);

/* Ends the training: each weight becomes its mean over time, and scores are those of the means. */
void plb_perceptron_average(plb_perceptron *p);

#endif
