#include "base/hash.h"

#include <xxhash.h>

uint64_t plb_hash(plb_str s, uint64_t seed)
{
    return XXH3_64bits_withSeed(s.p, s.n, seed);
}

void plb_hex16(uint64_t value, char out[17])
{
    for (int i = 15; i >= 0; i--, value >>= 4) out[i] = "0123456789abcdef"[value & 15];
    out[16] = '\0';
}
