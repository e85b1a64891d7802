#include "train/train_vocab.h"

#include <stdlib.h>

#include "annotate/key.h"

enum { SLOTS = 1 << 18, MIN_COUNT = 2 };

typedef struct {
    uint32_t hash;
    int32_t count, inner, inner_small; /* inner: not the first of its sentence */
    uint64_t tags[2];                  /* a bit a class */
} word_count;

static word_count *slot_of(word_count *counts, uint32_t hash)
{
    uint32_t i = hash & (SLOTS - 1);
    while (counts[i].hash && counts[i].hash != hash) i = (i + 1) & (SLOTS - 1);
    return &counts[i];
}

static void count_words(const plb_corpus *corpus, int without_fold, word_count *counts)
{
    uint32_t n = 0;
    for (uint32_t e = 0; e < corpus->n && n < SLOTS / 2; e++) {
        const plb_example *x = &corpus->example[e];
        if (without_fold >= 0 && (int)(e % PLB_N_FOLDS) == without_fold) continue;
        for (int32_t i = 1; i <= x->n; i++) {
            plb_str form = x->token[i - 1].form;
            word_count *w = slot_of(counts, plb_word_fold(form).hash);
            if (!w->hash) {
                w->hash = plb_word_fold(form).hash;
                n++;
            }
            w->count++;
            w->tags[x->tag[i] >> 6] |= UINT64_C(1) << (x->tag[i] & 63);
            plb_case c = plb_case_of(form);
            if (i == 1 || c == PLB_CASE_NONE) continue;
            w->inner++;
            w->inner_small += c == PLB_CASE_LOWER;
        }
    }
}

static uint32_t set_hash(const uint64_t tags[2])
{
    uint32_t h = (uint32_t)(plb_mix(plb_mix(5, tags[0]), tags[1]) >> 16);
    return h ? h : 1;
}

plb_status plb_vocab_train(plb_corpus *corpus, int without_fold, plb_vocab *out, plb_error *err)
{
    word_count *counts = calloc(SLOTS, sizeof *counts);
    if (!counts) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    count_words(corpus, without_fold, counts);
    uint32_t n = 0, size = 1024;
    for (uint32_t i = 0; i < SLOTS; i++) n += counts[i].count >= MIN_COUNT;
    while (size < 2 * n) size *= 2;
    plb_vocab_entry *entry = PLB_NEW(corpus->arena, plb_vocab_entry, size);
    for (uint32_t i = 0; entry && i < SLOTS; i++) {
        const word_count *w = &counts[i];
        if (w->count < MIN_COUNT) continue;
        uint32_t k = w->hash & (size - 1);
        while (entry[k].hash) k = (k + 1) & (size - 1);
        bool common = w->inner >= MIN_COUNT && w->inner_small * 20 >= w->inner * 19;
        entry[k] = (plb_vocab_entry){ .hash = w->hash,
                                      .known = set_hash(w->tags),
                                      .flags = common ? PLB_VOCAB_COMMON : 0 };
    }
    free(counts);
    if (!entry) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    *out = (plb_vocab){ entry, size - 1 };
    return PLB_OK;
}
