#include "train/pack.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"

/* Weights are kept to 1 / UNIT of their standard deviation and cut off at RANGE of them; what is
 * below LEAST units is as good as nothing. Buckets are FILL of 8 slots full on average. */
enum { UNIT = 40, RANGE = 24, LEAST = 3, FILL = 5 };

typedef struct {
    uint64_t key, strength;
    const plb_row *row;
} ranked;

static int by_strength(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->strength != y->strength) return x->strength > y->strength ? -1 : 1;
    return (x->key > y->key) - (x->key < y->key);
}

static double deviation(const plb_perceptron *p)
{
    double sum = 0, n = 0;
    for (uint64_t r = 0; r <= p->mask; r++) {
        for (uint32_t i = 0; i < p->row[r].n; i++) {
            double w = p->weight[p->row[r].first + i].now;
            sum += w * w;
            n += w != 0;
        }
    }
    return n > 0 ? sqrt(sum / n) : 1;
}

static int16_t quantise(int32_t weight, double sd)
{
    double w = weight / sd * UNIT;
    double limit = UNIT * RANGE;
    if (w > limit) w = limit;
    if (w < -limit) w = -limit;
    long rounded = lrint(w);
    return (int16_t)(rounded > -LEAST && rounded < LEAST ? 0 : rounded);
}

/* The rows that say something, strongest first. */
static ranked *rank(const plb_perceptron *p, double sd, uint32_t most, plb_arena *arena,
                    uint32_t *n)
{
    ranked *list = PLB_NEW(arena, ranked, p->n_rows);
    size_t count = 0;
    for (uint64_t r = 0; list && r <= p->mask; r++) {
        const plb_row *row = &p->row[r];
        uint64_t strength = 0;
        for (uint32_t i = 0; i < row->n; i++) {
            int64_t w = quantise(p->weight[row->first + i].now, sd);
            strength += (uint64_t)(w * w);
        }
        if (row->key && strength) list[count++] = (ranked){ row->key, strength, row };
    }
    if (list) qsort(list, count, sizeof *list, by_strength);
    *n = count < most ? (uint32_t)count : most;
    return list;
}

/* A free slot of the key's bucket, or NULL if there is none or its check is taken. */
static uint64_t *free_slot(uint64_t *slots, uint32_t n_buckets, uint64_t key)
{
    uint64_t *slot = slots + (size_t)plb_table_bucket(key, n_buckets) * PLB_BUCKET;
    for (int k = 0; k < PLB_BUCKET; k++) {
        if (slot[k] == 0) return &slot[k];
        if ((slot[k] & 0xffff) == plb_table_check(key)) return NULL;
    }
    return NULL;
}

typedef PLB_VEC(plb_block) blocks;

static uint64_t narrow_slot(const plb_perceptron *p, const plb_row *row, double sd)
{
    int16_t w[PLB_N_NARROW] = { 0 };
    for (uint32_t i = 0; i < row->n; i++) {
        const plb_weight *weight = &p->weight[row->first + i];
        w[weight->class] = quantise(weight->now, sd);
    }
    return plb_narrow_slot(plb_table_check(row->key), w);
}

static uint64_t wide_slot(const plb_perceptron *p, const plb_row *row, double sd, plb_arena *arena,
                          blocks *pool)
{
    uint32_t first = pool->n, n = 0;
    for (uint32_t i = 0; i < row->n; i++) {
        const plb_weight *weight = &p->weight[row->first + i];
        int16_t w = quantise(weight->now, sd);
        if (w == 0) continue;
        if (n % PLB_BLOCK == 0) {
            plb_block *added = PLB_PUSH(arena, pool);
            if (!added) return 0;
        }
        plb_block *block = &pool->at[pool->n - 1];
        block->class[n % PLB_BLOCK] = (uint8_t)weight->class;
        block->weight[n % PLB_BLOCK] = w;
        n++;
    }
    return plb_wide_slot(plb_table_check(row->key), pool->n - first, first);
}

static plb_status pack(const plb_perceptron *p, uint32_t most, bool wide, plb_arena *arena,
                       plb_packed *out, plb_error *err)
{
    double sd = deviation(p);
    uint32_t n;
    ranked *list = rank(p, sd, most, arena, &n);
    uint32_t n_buckets = n / FILL + 1;
    uint64_t *slots = PLB_NEW(arena, uint64_t, (size_t)n_buckets * PLB_BUCKET);
    if (!list || !slots) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    *out = (plb_packed){ .slots = { (const char *)slots, (size_t)n_buckets * PLB_BUCKET * 8 } };
    blocks pool = { 0 };
    for (uint32_t i = 0; i < n; i++) {
        uint64_t *slot = free_slot(slots, n_buckets, list[i].key);
        if (!slot) {
            out->dropped++;
            continue;
        }
        *slot =
            wide ? wide_slot(p, list[i].row, sd, arena, &pool) : narrow_slot(p, list[i].row, sd);
        out->rows++;
    }
    if (plb_arena_full(arena)) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    out->blocks = (plb_str){ (const char *)pool.at, pool.n * sizeof *pool.at };
    return PLB_OK;
}

plb_status plb_pack_narrow(const plb_perceptron *p, uint32_t most, plb_arena *arena,
                           plb_packed *out, plb_error *err)
{
    return pack(p, most, false, arena, out, err);
}

plb_status plb_pack_wide(const plb_perceptron *p, uint32_t most, plb_arena *arena, plb_packed *out,
                         plb_error *err)
{
    return pack(p, most, true, arena, out, err);
}

static size_t aligned(size_t n)
{
    return (n + PLB_MODEL_ALIGN - 1) / PLB_MODEL_ALIGN * PLB_MODEL_ALIGN;
}

plb_status plb_pack_image(const plb_str section[PLB_N_SECTIONS], plb_arena *arena, plb_str *image,
                          plb_error *err)
{
    plb_model_header h = { .byte_order = PLB_MODEL_BYTE_ORDER,
                           .version = PLB_MODEL_VERSION,
                           .n_sections = PLB_N_SECTIONS };
    memcpy(h.magic, PLB_MODEL_MAGIC, sizeof h.magic);
    plb_model_range range[PLB_N_SECTIONS];
    size_t n = aligned(sizeof h + sizeof range);
    for (int s = 0; s < PLB_N_SECTIONS; s++) {
        range[s] = (plb_model_range){ n, section[s].n };
        n += aligned(section[s].n);
    }
    char *p = plb_arena_alloc(arena, n + PLB_MODEL_ALIGN);
    if (!p) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    p += PLB_MODEL_ALIGN - (uintptr_t)p % PLB_MODEL_ALIGN;
    memcpy(p + sizeof h, range, sizeof range);
    for (int s = 0; s < PLB_N_SECTIONS; s++)
        if (section[s].n) memcpy(p + range[s].begin, section[s].p, section[s].n);
    h.size = n;
    h.checksum = plb_hash((plb_str){ p + sizeof h, n - sizeof h }, 0);
    memcpy(p, &h, sizeof h);
    *image = (plb_str){ p, n };
    return PLB_OK;
}

plb_status plb_pack_write(const char *path, plb_str image, plb_error *err)
{
    FILE *f = fopen(path, "wb");
    if (!f) return plb_fail(err, PLB_EIO, 0, "%s: %s", path, strerror(errno));
    size_t written = fwrite(image.p, 1, image.n, f);
    int closed = fclose(f);
    if (written != image.n || closed != 0)
        return plb_fail(err, PLB_EIO, written, "%s: %s", path, strerror(errno));
    return PLB_OK;
}
