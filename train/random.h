/* train: numbers that look random and are the same in every run (Marsaglia's xorshift). */
#ifndef PLB_TRAIN_RANDOM_H
#define PLB_TRAIN_RANDOM_H

#include <stdint.h>

typedef struct {
    uint64_t state; /* never 0 */
} plb_random;

static inline uint32_t plb_random_below(plb_random *r, uint32_t limit)
{
    r->state ^= r->state << 13;
    r->state ^= r->state >> 7;
    r->state ^= r->state << 17;
    return (uint32_t)((r->state >> 32) * limit >> 32);
}

/* The numbers 0…n - 1 in another order. */
static inline void plb_shuffle(plb_random *r, uint32_t *order, uint32_t n)
{
    for (uint32_t i = n; i > 1; i--) {
        uint32_t j = plb_random_below(r, i), t = order[i - 1];
        order[i - 1] = order[j];
        order[j] = t;
    }
}

#endif
