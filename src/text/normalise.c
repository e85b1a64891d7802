/* text: spellings made alike; the interface is normalise.h. Unicode's canonical and compatibility
 * decomposition and case folding come from utf8proc. */
#include "text/normalise.h"
#include "text/utf8.h"

#include <utf8proc.h>

enum { MOST_PARTS = 32 }; /* the longest decomposition of a character has 18 */

/* Letters that have no decomposition but are written without their stroke or as two letters. */
static const struct {
    uint32_t c;
    const char *to;
} LETTERS[] = {
    { 0x00e6, "ae" }, { 0x00f0, "d" },  { 0x00f8, "o" },  { 0x00fe, "th" }, { 0x0111, "d" },
    { 0x0127, "h" },  { 0x0131, "i" },  { 0x0138, "k" },  { 0x0142, "l" },  { 0x014b, "ng" },
    { 0x0153, "oe" }, { 0x0167, "t" },  { 0x0180, "b" },  { 0x0192, "f" },  { 0x0197, "i" },
    { 0x019a, "l" },  { 0x01dd, "e" },  { 0x0219, "s" },  { 0x0259, "e" },  { 0x0268, "i" },
    { 0x02b9, "'" },  { 0x02bb, "'" },  { 0x02bc, "'" },  { 0x02bd, "'" },  { 0x02be, "'" },
    { 0x02bf, "'" },  { 0x02c8, "'" },  { 0x00b4, "'" },  { 0x2018, "'" },  { 0x2019, "'" },
    { 0x201a, "'" },  { 0x201b, "'" },  { 0x2032, "'" },  { 0x00ab, "\"" }, { 0x00bb, "\"" },
    { 0x201c, "\"" }, { 0x201d, "\"" }, { 0x201e, "\"" }, { 0x201f, "\"" }, { 0x2033, "\"" },
    { 0x2212, "-" },  { 0x30fb, " " },  { 0xa78c, "'" },  { 0xff07, "'" },
};

typedef struct {
    char *p;
    size_t n, cap;
    bool full;
} sink;

static void put(sink *s, const char *bytes, size_t n)
{
    if (s->cap - s->n < n) {
        s->full = true;
        return;
    }
    memcpy(s->p + s->n, bytes, n);
    s->n += n;
}

static const char *letter(uint32_t c)
{
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++)
        if (LETTERS[i].c == c) return LETTERS[i].to;
    return NULL;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* One part of a decomposed, case-folded character. */
static void put_part(sink *s, uint32_t c)
{
    if (c < 0x80) {
        char byte = lower(c == '`' ? '\'' : (char)c);
        if (c >= ' ') put(s, &byte, 1);
        return;
    }
    const char *to = letter(c);
    if (to) {
        put(s, to, strlen(to));
        return;
    }
    char bytes[4];
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CC:
        break;
    case UTF8PROC_CATEGORY_PD:
        put(s, "-", 1);
        break;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        put(s, " ", 1);
        break;
    default:
        put(s, bytes, plb_utf8_put(c, bytes));
        break;
    }
}

static void put_character(sink *s, uint32_t c)
{
    const char *to = letter(c); /* before decomposition: U+00B4 would become a space and a mark */
    if (to) {
        put(s, to, strlen(to));
        return;
    }
    utf8proc_int32_t part[MOST_PARTS];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        (utf8proc_int32_t)c, part, MOST_PARTS,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && n <= MOST_PARTS; i++) put_part(s, (uint32_t)part[i]);
}

size_t plb_fold(plb_str in, char *out, size_t cap)
{
    sink s = { out, 0, cap, false };
    size_t at = 0;
    /* The common case: ASCII, a byte for a byte. */
    for (; at < in.n && (unsigned char)in.p[at] < 0x80; at++) put_part(&s, (unsigned char)in.p[at]);
    if (at < in.n && plb_utf8_check(in) < in.n) return 0;
    for (size_t length; at < in.n && !s.full; at += length) {
        uint32_t c = plb_utf8_at(in, at, &length);
        if (c < 0x80)
            put_part(&s, c);
        else
            put_character(&s, c);
    }
    return s.full ? 0 : s.n;
}
