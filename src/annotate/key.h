/* annotate: keys of features. A feature is a template number with up to three values; its key is a
 * 64-bit hash, the same in the trainer and at run time. */
#ifndef PLB_ANNOTATE_KEY_H
#define PLB_ANNOTATE_KEY_H

#include <stdint.h>

/* One round of multiplicative hashing (Knuth, TAOCP 3, 6.4) with the high half folded in. */
static inline uint64_t plb_mix(uint64_t h, uint64_t value)
{
    h = (h ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ (h >> 32);
}

static inline uint64_t plb_key1(uint32_t template, uint32_t a)
{
    return plb_mix(template * UINT64_C(0xD6E8FEB86659FD93), a);
}

static inline uint64_t plb_key2(uint32_t template, uint32_t a, uint32_t b)
{
    return plb_mix(plb_key1(template, a), b);
}

static inline uint64_t plb_key3(uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
    return plb_mix(plb_key2(template, a, b), c);
}

/* Two values as one, for templates of four and more. */
static inline uint32_t plb_pair(uint32_t a, uint32_t b)
{
    return (uint32_t)(plb_mix(plb_mix(0x5bd1e995, a), b) >> 16);
}

#endif
