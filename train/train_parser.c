/* train: the parser, by exploration with the dynamic oracle (Goldberg & Nivre 2013). */
#include <stdio.h>

#include "annotate/parse_features.h"
#include "train/oracle.h"
#include "train/trainer.h"

/* Of the wrong moves that the parser would make, so many percent are put right instead of followed.
 */
enum { CORRECT_PERCENT = 10 };

typedef struct {
    int64_t moves, right_moves, labels, right_labels;
} tally;

/* The move to make next, after learning from the one that the parser would make. */
static plb_move learn_move(plb_trainer *t, const plb_example *e, int round, tally *count)
{
    uint64_t keys[PLB_MAX_MOVE_FEATURES];
    int32_t score[PLB_N_MOVES], cost[PLB_N_MOVES];
    plb_oracle_costs(&t->state, e->head, cost);
    int n = plb_move_features(&t->state, &t->words, keys);
    plb_perceptron_score(&t->move, keys, n, score);
    int least = PLB_COST_FORBIDDEN, guess = -1, gold = -1;
    for (int m = 0; m < PLB_N_MOVES; m++)
        if (cost[m] < least) least = cost[m];
    for (int m = 0; m < PLB_N_MOVES; m++) {
        if (cost[m] == PLB_COST_FORBIDDEN) continue;
        if (guess < 0 || score[m] > score[guess]) guess = m;
        if (cost[m] == least && (gold < 0 || score[m] > score[gold])) gold = m;
    }
    bool right = cost[guess] == least;
    plb_perceptron_learn(&t->move, keys, n, gold, right ? gold : guess);
    count->moves++;
    count->right_moves += right;
    if (right) return (plb_move)guess;
    bool correct = round == 0 || plb_random_below(&t->random, 100) < CORRECT_PERCENT;
    return (plb_move)(correct ? gold : guess);
}

static int learn_label(plb_trainer *t, const plb_example *e, int32_t head, int32_t dependent,
                       tally *count)
{
    uint64_t keys[PLB_MAX_LABEL_FEATURES];
    int32_t score[PLB_MAX_LABELS];
    if (head == 0) return t->corpus->classes.root_label;
    int n = plb_label_features(&t->state, &t->words, head, dependent, keys);
    plb_perceptron_score(&t->label, keys, n, score);
    int guess = plb_best(score, t->label.n_classes);
    if (e->head[dependent] != head) return guess;
    int gold = e->label[dependent];
    plb_perceptron_learn(&t->label, keys, n, gold, guess);
    count->labels++;
    count->right_labels += guess == gold;
    return guess;
}

static void learn_sentence(plb_trainer *t, const plb_example *e, int round, tally *count)
{
    bool caseless = plb_random_below(&t->random, 100) < t->options.caseless_percent;
    plb_trainer_words(t, &t->vocab, e, caseless);
    for (int32_t i = 1; i <= e->n; i++) {
        plb_word *word = &t->words.word[i];
        word->tag = e->guess[caseless][i];
        word->upos = t->corpus->classes.upos[word->tag];
    }
    plb_state_begin(&t->state, e->n);
    while (!plb_state_done(&t->state)) {
        plb_move move = learn_move(t, e, round, count);
        int label = 0;
        if (move != PLB_SHIFT) {
            int32_t head, dependent;
            plb_state_arc(&t->state, move, &head, &dependent);
            label = learn_label(t, e, head, dependent, count);
        }
        plb_state_move(&t->state, move, label);
    }
}

plb_status plb_train_parser(plb_trainer *t, plb_error *err)
{
    PLB_TRY(plb_perceptron_new(&t->move, PLB_N_MOVES, t->options.min_updates_move, err));
    PLB_TRY(plb_perceptron_new(&t->label, t->corpus->classes.n_labels, t->options.min_updates_label,
                               err));
    for (int round = 0; round < t->options.parse_rounds; round++) {
        tally count = { 0 };
        plb_shuffle(&t->random, t->order, t->corpus->n);
        for (uint32_t o = 0; o < t->corpus->n; o++)
            learn_sentence(t, &t->corpus->example[t->order[o]], round, &count);
        if (t->move.failed || t->label.failed)
            return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
        fprintf(stderr, "parser, round %d: moves %.2f %%, labels %.2f %%\n", round + 1,
                100.0 * (double)count.right_moves / (double)count.moves,
                100.0 * (double)count.right_labels / (double)count.labels);
    }
    plb_perceptron_average(&t->move);
    plb_perceptron_average(&t->label);
    return PLB_OK;
}
