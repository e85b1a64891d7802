/* text: UTF-8, checked and counted. */
#ifndef PLB_TEXT_UTF8_H
#define PLB_TEXT_UTF8_H

#include "base/arena.h"
#include "base/error.h"

/* The position of the first byte that is no well-formed UTF-8 (overlong forms, surrogates and what
 * lies past U+10FFFF included), or s.n. */
size_t plb_utf8_check(plb_str s);

/* The code point at s.p[at] and its length in bytes; `s` is well-formed and at < s.n. */
uint32_t plb_utf8_at(plb_str s, size_t at, size_t *length);

/* The start of the character before s.p[at]; `s` is well-formed and 0 < at <= s.n. */
size_t plb_utf8_before(plb_str s, size_t at);

/* Writes a code point, at most four bytes; returns how many. */
size_t plb_utf8_put(uint32_t c, char out[4]);

/* Number of code points. */
size_t plb_utf8_count(plb_str s);

/* From bytes to code points, for the offsets of the output:
 *
 *   text     |..64 bytes..|..64 bytes..|..64 bytes..|
 *   before    0            63           120            code points before each block
 *
 * A look-up counts what is left within one block. */
typedef struct {
    plb_str text;
    const uint32_t *before; /* [text.n / 64 + 1], or NULL where the text is all ASCII */
} plb_offsets;

/* The map of a well-formed text, in the arena; PLB_ENOMEM past its limit. */
plb_status plb_offsets_make(plb_arena *arena, plb_str text, plb_offsets *out,
                            plb_error *err) PLB_MUST_USE;

/* Code points before byte `at`, at <= text.n. */
uint32_t plb_offsets_of(const plb_offsets *map, uint32_t at);

#endif
