#include "train/perceptron.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROWS = 1 << 16, FIRST_CAP = 2 };

plb_status plb_perceptron_new(plb_perceptron *p, int n_classes, int min_updates, plb_error *err)
{
    *p = (plb_perceptron){ .n_classes = n_classes, .min_updates = min_updates, .time = 1 };
    p->row = calloc(FIRST_ROWS, sizeof *p->row);
    p->mask = FIRST_ROWS - 1;
    if (!p->row) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    return PLB_OK;
}

void plb_perceptron_free(plb_perceptron *p)
{
    free(p->row);
    free(p->weight);
    *p = (plb_perceptron){ 0 };
}

static plb_row *find(const plb_perceptron *p, uint64_t key)
{
    if (key == 0) key = 1;
    for (uint64_t i = (key ^ key >> 32) & p->mask;; i = (i + 1) & p->mask) {
        plb_row *row = &p->row[i];
        if (row->key == key || row->key == 0) return row;
    }
}

static bool grow_rows(plb_perceptron *p)
{
    plb_row *old = p->row;
    uint64_t n = p->mask + 1;
    plb_row *row = calloc(2 * n, sizeof *row);
    if (!row) return false;
    p->row = row;
    p->mask = 2 * n - 1;
    for (uint64_t i = 0; i < n; i++)
        if (old[i].key) *find(p, old[i].key) = old[i];
    free(old);
    return true;
}

static plb_row *row_of(plb_perceptron *p, uint64_t key)
{
    plb_row *row = find(p, key);
    if (row->key) return row;
    if (p->n_rows * 2 > p->mask) {
        if (!grow_rows(p)) return NULL;
        row = find(p, key);
    }
    row->key = key ? key : 1;
    p->n_rows++;
    return row;
}

/* Room for twice as many weights of a row; the old place is left unused. */
static bool grow_row(plb_perceptron *p, plb_row *row)
{
    size_t cap = row->cap ? 2 * (size_t)row->cap : FIRST_CAP;
    if (cap > (size_t)p->n_classes) cap = (size_t)p->n_classes;
    if (p->n_weights + cap > p->cap_weights) {
        size_t more = p->cap_weights ? 2 * p->cap_weights : 1 << 16;
        plb_weight *weight = realloc(p->weight, more * sizeof *weight);
        if (!weight) return false;
        p->weight = weight;
        p->cap_weights = more;
    }
    if (row->n)
        memcpy(p->weight + p->n_weights, p->weight + row->first, row->n * sizeof *p->weight);
    row->first = (uint32_t)p->n_weights;
    row->cap = (uint8_t)cap;
    p->n_weights += cap;
    return true;
}

static plb_weight *weight_of(plb_perceptron *p, plb_row *row, int class)
{
    for (int i = 0; i < row->n; i++)
        if (p->weight[row->first + (uint32_t)i].class == class)
            return &p->weight[row->first + (uint32_t)i];
    if (row->n == row->cap && !grow_row(p, row)) return NULL;
    plb_weight *w = &p->weight[row->first + row->n++];
    *w = (plb_weight){ .class = class };
    return w;
}

void plb_perceptron_score(const plb_perceptron *p, const uint64_t *keys, int n, int32_t *score)
{
    memset(score, 0, (size_t)p->n_classes * sizeof *score);
#if defined(__GNUC__)
    for (int i = 0; i < n; i++) __builtin_prefetch(&p->row[(keys[i] ^ keys[i] >> 32) & p->mask]);
#endif
    for (int i = 0; i < n; i++) {
        const plb_row *row = find(p, keys[i]);
        if (row->updates < p->min_updates) continue;
        const plb_weight *w = p->weight + row->first;
        for (int k = 0; k < row->n; k++) score[w[k].class] += w[k].now;
    }
}

static bool change(plb_perceptron *p, plb_row *row, int class, int by)
{
    plb_weight *w = weight_of(p, row, class);
    if (!w) return false;
    w->now += by;
    if (row->updates >= p->min_updates) w->sum += p->time * by;
    return true;
}

/* A row that begins to count was 0 until now. */
static void awake(plb_perceptron *p, const plb_row *row)
{
    for (uint32_t i = 0; i < row->n; i++) {
        plb_weight *w = &p->weight[row->first + i];
        w->sum = p->time * w->now;
    }
}

void plb_perceptron_learn(plb_perceptron *p, const uint64_t *keys, int n, int gold, int guess)
{
    for (int i = 0; guess != gold && i < n; i++) {
        plb_row *row = row_of(p, keys[i]);
        if (!row || !change(p, row, gold, 1) || !change(p, row, guess, -1)) {
            p->failed = true;
            return;
        }
        if (row->updates == UINT16_MAX) continue;
        if (++row->updates == p->min_updates) awake(p, row);
    }
    p->time++;
}

void plb_perceptron_average(plb_perceptron *p)
{
    for (uint64_t r = 0; r <= p->mask; r++) {
        plb_row *row = &p->row[r];
        for (uint32_t i = 0; row->key && i < row->n; i++) {
            plb_weight *w = &p->weight[row->first + i];
            int64_t total = (int64_t)w->now * p->time - w->sum;
            int64_t half = total < 0 ? -p->time / 2 : p->time / 2;
            w->now = row->updates < p->min_updates
                         ? 0
                         : (int32_t)((total * PLB_AVERAGE_UNIT + half) / p->time);
        }
    }
}
