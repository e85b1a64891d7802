/* train: the tagger, and the tags that the parser learns from. */
#include <stdio.h>

#include "annotate/tag_features.h"
#include "train/train_vocab.h"
#include "train/trainer.h"

plb_train_options plb_train_defaults(void)
{
    return (plb_train_options){ .tag_rounds = 10,
                                .parse_rounds = 15,
                                .fold_rounds = 5,
                                .min_updates_tag = 2,
                                .min_updates_move = 2,
                                .min_updates_label = 2,
                                .caseless_percent = 15,
                                .seed = 20240820 };
}

plb_status plb_trainer_begin(plb_trainer *t, plb_corpus *corpus, const plb_train_options *options,
                             plb_error *err)
{
    *t = (plb_trainer){ .options = *options, .corpus = corpus, .random = { options->seed } };
    size_t nodes = (size_t)corpus->longest + 2;
    t->words.word = PLB_NEW(corpus->arena, plb_word, nodes);
    t->state.node = PLB_NEW(corpus->arena, plb_node, nodes);
    t->state.stack = PLB_NEW(corpus->arena, int32_t, nodes);
    t->order = PLB_NEW(corpus->arena, uint32_t, corpus->n);
    if (plb_arena_full(corpus->arena)) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    for (uint32_t i = 0; i < corpus->n; i++) t->order[i] = i;
    return plb_vocab_train(corpus, -1, &t->vocab, err);
}

void plb_trainer_words(plb_trainer *t, const plb_vocab *vocab, const plb_example *e, bool caseless)
{
    plb_words_read(vocab, e->token, e->n, caseless ? PLB_CASING_IGNORE : PLB_CASING_JUDGE,
                   &t->words);
}

static void set_tag(plb_trainer *t, int32_t i, int tag)
{
    t->words.word[i].tag = (uint8_t)tag;
    t->words.word[i].upos = t->corpus->classes.upos[tag];
}

static int learn_sentence(plb_trainer *t, plb_perceptron *p, const plb_example *e)
{
    uint64_t keys[PLB_MAX_TAG_FEATURES];
    int32_t score[PLB_MAX_CLASSES];
    int right = 0;
    for (int32_t i = 1; i <= e->n; i++) {
        int n = plb_tag_features(&t->words, i, keys);
        plb_perceptron_score(p, keys, n, score);
        int guess = plb_best(score, p->n_classes);
        plb_perceptron_learn(p, keys, n, e->tag[i], guess);
        set_tag(t, i, guess);
        right += guess == e->tag[i];
    }
    return right;
}

/* All examples but those of one fold. */
static plb_status learn(plb_trainer *t, plb_perceptron *p, const plb_vocab *vocab, int rounds,
                        int without_fold, plb_error *err)
{
    PLB_TRY(plb_perceptron_new(p, t->corpus->classes.n_tags, t->options.min_updates_tag, err));
    for (int round = 0; round < rounds; round++) {
        int64_t right = 0, n = 0;
        plb_shuffle(&t->random, t->order, t->corpus->n);
        for (uint32_t o = 0; o < t->corpus->n; o++) {
            uint32_t number = t->order[o];
            if (without_fold >= 0 && (int)(number % PLB_N_FOLDS) == without_fold) continue;
            const plb_example *e = &t->corpus->example[number];
            bool caseless = plb_random_below(&t->random, 100) < t->options.caseless_percent;
            plb_trainer_words(t, vocab, e, caseless);
            right += learn_sentence(t, p, e);
            n += e->n;
        }
        if (p->failed) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
        if (without_fold < 0)
            fprintf(stderr, "tagger, round %d: %.2f %%\n", round + 1,
                    100.0 * (double)right / (double)n);
    }
    plb_perceptron_average(p);
    return PLB_OK;
}

static void guess(plb_trainer *t, const plb_perceptron *p, const plb_vocab *vocab, plb_example *e,
                  bool caseless)
{
    uint64_t keys[PLB_MAX_TAG_FEATURES];
    int32_t score[PLB_MAX_CLASSES];
    plb_trainer_words(t, vocab, e, caseless);
    for (int32_t i = 1; i <= e->n; i++) {
        plb_perceptron_score(p, keys, plb_tag_features(&t->words, i, keys), score);
        int tag = plb_best(score, p->n_classes);
        set_tag(t, i, tag);
        e->guess[caseless][i] = (uint8_t)tag;
    }
}

plb_status plb_train_guesses(plb_trainer *t, plb_error *err)
{
    int64_t n = 0, right[2] = { 0 };
    for (int fold = 0; fold < PLB_N_FOLDS; fold++) {
        plb_vocab vocab;
        plb_perceptron p;
        PLB_TRY(plb_vocab_train(t->corpus, fold, &vocab, err));
        PLB_TRY(learn(t, &p, &vocab, t->options.fold_rounds, fold, err));
        for (uint32_t i = (uint32_t)fold; i < t->corpus->n; i += PLB_N_FOLDS) {
            plb_example *e = &t->corpus->example[i];
            for (int caseless = 0; caseless < 2; caseless++) {
                guess(t, &p, &vocab, e, caseless);
                for (int32_t k = 1; k <= e->n; k++)
                    right[caseless] += e->guess[caseless][k] == e->tag[k];
            }
            n += e->n;
        }
        plb_perceptron_free(&p);
    }
    fprintf(stderr, "tags by the folds' taggers: %.2f %%, without case %.2f %%\n",
            100.0 * (double)right[0] / (double)n, 100.0 * (double)right[1] / (double)n);
    return PLB_OK;
}

plb_status plb_train_tagger(plb_trainer *t, plb_error *err)
{
    return learn(t, &t->tag, &t->vocab, t->options.tag_rounds, -1, err);
}
