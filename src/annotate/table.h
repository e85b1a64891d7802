/* annotate: weights of features, read from the model, and the scores they add up to.
 *
 *   buckets   64 bytes each: eight slots of 8 bytes; a key names its bucket by its high half
 *
 *     narrow slot   [ check | w0 | w1 | w2 ]       three classes (moves), the weights are in the
 * slot wide slot     [ check | blocks | first  ]    many classes: `blocks` blocks of the pool from
 * `first`
 *
 *   block     [ class ×4 | weight ×4 ]             classes that have no weight are not stored
 *
 * `check` is the low 16 bits of the key, 0 in an empty slot; a feature that is not in the table
 * scores nothing. The whole bucket is compared at once, without branches: AVX2 where the machine
 * has it, a plain loop elsewhere; both give the same sums (a test holds them to it). */
#ifndef PLB_ANNOTATE_TABLE_H
#define PLB_ANNOTATE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PLB_BUCKET = 8,
    PLB_BLOCK = 4,
    PLB_N_NARROW = 3,
    PLB_MAX_CLASSES = 128,
    PLB_MAX_NARROW = 1000, /* of |weight|: PLB_FLUSH of them fit 16 bits */
    PLB_FLUSH = 32
};

typedef struct {
    uint8_t class[PLB_BLOCK];
    int16_t weight[PLB_BLOCK];
} plb_block;

typedef struct {
    const uint64_t *slot; /* [n_buckets][PLB_BUCKET], 64-byte aligned */
    uint32_t n_buckets;
    const plb_block *block; /* [n_blocks] of a wide table */
    uint32_t n_blocks;
} plb_table;

static inline uint32_t plb_table_bucket(uint64_t key, uint32_t n_buckets)
{
    return (uint32_t)((key >> 32) * n_buckets >> 32);
}

static inline uint64_t plb_table_check(uint64_t key)
{
    uint64_t check = key & 0xffff;
    return check ? check : 1;
}

static inline uint64_t plb_narrow_slot(uint64_t check, const int16_t w[PLB_N_NARROW])
{
    return check | (uint64_t)(uint16_t)w[0] << 16 | (uint64_t)(uint16_t)w[1] << 32 |
           (uint64_t)(uint16_t)w[2] << 48;
}

static inline uint64_t plb_wide_slot(uint64_t check, uint32_t blocks, uint32_t first)
{
    return check | (uint64_t)blocks << 16 | (uint64_t)first << 32;
}

static inline uint32_t plb_wide_slot_blocks(uint64_t slot)
{
    return (uint32_t)(slot >> 16 & 0xffff);
}

static inline uint32_t plb_wide_slot_first(uint64_t slot)
{
    return (uint32_t)(slot >> 32);
}

/* The two operations on buckets, in one implementation or the other. */
typedef struct {
    /* Sums of the weights of `n` keys. */
    void (*narrow)(const plb_table *t, const uint64_t *keys, int n, int32_t score[PLB_N_NARROW]);
    /* The slots of `n` keys, 0 for a key that is not there. */
    void (*find)(const plb_table *t, const uint64_t *keys, int n, uint64_t *slots);
} plb_kernel;

extern const plb_kernel plb_kernel_plain;

/* The best that this machine runs. */
const plb_kernel *plb_kernel_best(void);

enum { PLB_MAX_KEYS = 128 };

/* Sums of the weights of `n` keys, at most PLB_MAX_KEYS, for classes 0…n_classes - 1. */
void plb_table_wide(const plb_kernel *kernel, const plb_table *t, const uint64_t *keys, int n,
                    int32_t *score, int n_classes);

#endif
