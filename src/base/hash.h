/* base: hashing. XXH3 (xxhash.com) behind one name; the same on every machine. */
#ifndef PLB_BASE_HASH_H
#define PLB_BASE_HASH_H

#include "base/str.h"

uint64_t plb_hash(plb_str s, uint64_t seed);

/* `value` as 16 hexadecimal digits, NUL-terminated. */
void plb_hex16(uint64_t value, char out[17]);

#endif
