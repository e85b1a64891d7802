#include "text/utf8.h"

enum { BLOCK = 64 };

static bool is_tail(unsigned char c)
{
    return (c & 0xc0) == 0x80;
}

/* Length of the well-formed sequence at p, 0 for none (Unicode 15, table 3-7). */
static size_t sequence(const unsigned char *p, size_t n)
{
    unsigned char c = p[0];
    if (c < 0x80) return 1;
    if (c < 0xc2 || c > 0xf4) return 0;
    if (c < 0xe0) return n >= 2 && is_tail(p[1]) ? 2 : 0;
    if (c < 0xf0) {
        if (n < 3 || !is_tail(p[1]) || !is_tail(p[2])) return 0;
        if (c == 0xe0 && p[1] < 0xa0) return 0; /* overlong */
        if (c == 0xed && p[1] > 0x9f) return 0; /* surrogate */
        return 3;
    }
    if (n < 4 || !is_tail(p[1]) || !is_tail(p[2]) || !is_tail(p[3])) return 0;
    if (c == 0xf0 && p[1] < 0x90) return 0;
    if (c == 0xf4 && p[1] > 0x8f) return 0;
    return 4;
}

static uint64_t load(const char *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof word);
    return word;
}

static bool all_ascii(uint64_t word)
{
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

size_t plb_utf8_check(plb_str s)
{
    size_t at = 0;
    while (at < s.n) {
        if (s.n - at >= 8 && all_ascii(load(s.p + at))) {
            at += 8;
            continue;
        }
        size_t length = sequence((const unsigned char *)s.p + at, s.n - at);
        if (!length) return at;
        at += length;
    }
    return at;
}

uint32_t plb_utf8_at(plb_str s, size_t at, size_t *length)
{
    const unsigned char *p = (const unsigned char *)s.p + at;
    if (p[0] < 0x80) {
        *length = 1;
        return p[0];
    }
    if (p[0] < 0xe0) {
        *length = 2;
        return (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
    if (p[0] < 0xf0) {
        *length = 3;
        return (uint32_t)(p[0] & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    }
    *length = 4;
    return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3f) << 12 |
           (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

size_t plb_utf8_before(plb_str s, size_t at)
{
    do at--;
    while (at && is_tail((unsigned char)s.p[at]));
    return at;
}

size_t plb_utf8_put(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

size_t plb_utf8_count(plb_str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) count += !is_tail((unsigned char)s.p[i]);
    return count;
}

plb_status plb_offsets_make(plb_arena *arena, plb_str text, plb_offsets *out, plb_error *err)
{
    bool ascii = true;
    for (size_t i = 0; i < text.n && ascii; i++) ascii = (unsigned char)text.p[i] < 0x80;
    if (ascii) {
        *out = (plb_offsets){ text, NULL };
        return PLB_OK;
    }
    uint32_t *before = PLB_NEW(arena, uint32_t, text.n / BLOCK + 1);
    if (!before) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the offsets of the text");
    size_t count = 0;
    for (size_t at = 0; at <= text.n; at += BLOCK) {
        before[at / BLOCK] = (uint32_t)count;
        size_t end = text.n - at < BLOCK ? text.n : at + BLOCK;
        count += plb_utf8_count(plb_str_slice(text, at, end));
    }
    *out = (plb_offsets){ text, before };
    return PLB_OK;
}

uint32_t plb_offsets_of(const plb_offsets *map, uint32_t at)
{
    if (!map->before) return at;
    uint32_t block = at / BLOCK;
    return map->before[block] +
           (uint32_t)plb_utf8_count(plb_str_slice(map->text, block * BLOCK, at));
}
