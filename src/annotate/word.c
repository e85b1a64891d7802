#include "annotate/word.h"
#include "annotate/key.h"

enum {
    SEED_FORM = 1,
    SEED_CASELESS = 0x5ca1ab1e,
    SEED_NORM = 7,
    SEED_SUFFIX = 20,
    SEED_PREFIX = 30,
    SEED_SHAPE = 40
};
enum { MAX_SHAPE = 14, MAX_RUN = 3 };

static bool is_upper(unsigned char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(unsigned char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static inline uint32_t step(uint32_t h, char c)
{
    return (h ^ (unsigned char)c) * UINT32_C(0x01000193);
}

static inline uint32_t finish(uint32_t h)
{
    h ^= h >> 16;
    h *= UINT32_C(0x85ebca6b);
    return h ^ h >> 13;
}

static inline uint32_t start(uint32_t seed)
{
    return UINT32_C(0x811c9dc5) ^ seed * UINT32_C(0x9E3779B1);
}

uint32_t plb_word_hash(const char *p, uint32_t n, uint32_t seed)
{
    uint32_t h = start(seed);
    for (uint32_t i = 0; i < n; i++) h = step(h, p[i]);
    return finish(h);
}

/* General Punctuation (U+2013…U+201F) as its ASCII look-alike, or 0. */
static char plain(const unsigned char *p, size_t n)
{
    if (n < 3 || p[0] != 0xe2 || p[1] != 0x80) return 0;
    switch (p[2]) {
    case 0x93:
    case 0x94:
    case 0x95:
        return '-';
    case 0x98:
    case 0x99:
    case 0x9b:
        return '\'';
    case 0x9c:
    case 0x9d:
    case 0x9f:
        return '"';
    default:
        return 0;
    }
}

static void fold_bytes(plb_folded *out, plb_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        char to = (char)c;
        if (is_upper(c)) {
            to = (char)(c + 32);
        } else if (is_digit(c)) {
            to = '0';
        } else if (c == 0xe2) {
            char ascii = plain((const unsigned char *)s.p + i, s.n - i);
            if (ascii) {
                to = ascii;
                i += 2;
            }
        }
        out->p[out->n++] = to;
    }
}

plb_folded plb_word_fold(plb_str form)
{
    plb_folded out;
    out.n = 0;
    if (form.n <= PLB_MAX_FOLDED) {
        fold_bytes(&out, form);
    } else {
        fold_bytes(&out, plb_str_slice(form, 0, PLB_MAX_FOLDED / 2));
        fold_bytes(&out, plb_str_slice(form, form.n - PLB_MAX_FOLDED / 2, form.n));
    }
    out.hash = plb_word_hash(out.p, out.n, SEED_NORM);
    if (out.hash == 0) out.hash = 1;
    return out;
}

/* "Xxx", "dd", "X.X.": runs are cut at three; capitals count as small letters where case says
 * nothing. */
static uint32_t shape_of(plb_str form, bool tells)
{
    char shape[MAX_SHAPE];
    uint32_t n = 0;
    char last = 0;
    int run = 0;
    for (size_t i = 0; i < form.n && n < MAX_SHAPE; i++) {
        unsigned char c = (unsigned char)form.p[i];
        char as = is_upper(c)   ? (tells ? 'X' : 'x')
                  : is_lower(c) ? 'x'
                  : is_digit(c) ? 'd'
                  : c >= 0x80   ? 'u'
                                : (char)c;
        run = as == last ? run + 1 : 1;
        last = as;
        if (run <= MAX_RUN) shape[n++] = as;
    }
    return plb_word_hash(shape, n, tells ? SEED_SHAPE : SEED_SHAPE + 1);
}

void plb_word_case(plb_word *word, plb_str form, bool tells)
{
    word->shape = shape_of(form, tells);
    if (!tells) {
        word->form = word->norm ^ SEED_CASELESS;
        return;
    }
    uint32_t h = start(SEED_FORM);
    for (size_t i = 0; i < form.n; i++) h = step(h, form.p[i]);
    word->form = finish(h);
}

void plb_word_fill(plb_word *word, const plb_folded *folded)
{
    const char *p = folded->p;
    uint32_t n = folded->n;
    word->norm = folded->hash;
    uint32_t h = start(SEED_SUFFIX);
    for (uint32_t k = 0; k < PLB_N_SUFFIXES; k++) {
        if (k < n) h = step(h, p[n - 1 - k]);
        word->suffix[k] = k < n ? finish(h + k) : 3;
    }
    h = start(SEED_PREFIX);
    for (uint32_t k = 0; k < PLB_N_PREFIXES; k++) {
        if (k < n) h = step(h, p[k]);
        word->prefix[k] = k < n ? finish(h + k) : 3;
    }
}

void plb_word_edges(plb_words *words)
{
    words->word[0] =
        (plb_word){ .form = 11, .norm = 11, .tag = PLB_TAG_ROOT, .upos = PLB_TAG_ROOT };
    words->word[words->n + 1] =
        (plb_word){ .form = 12, .norm = 12, .tag = PLB_TAG_NOTHING, .upos = PLB_TAG_NOTHING };
}

plb_case plb_case_of(plb_str form)
{
    size_t upper = 0, lower = 0;
    bool first = false;
    for (size_t i = 0; i < form.n; i++) {
        unsigned char c = (unsigned char)form.p[i];
        if (is_upper(c)) {
            if (upper + lower == 0) first = true;
            upper++;
        } else if (is_lower(c)) {
            lower++;
        }
    }
    if (upper + lower == 0) return PLB_CASE_NONE;
    if (upper == 0) return PLB_CASE_LOWER;
    if (lower == 0) return upper > 1 ? PLB_CASE_UPPER : PLB_CASE_FIRST;
    return first && upper == 1 ? PLB_CASE_FIRST : PLB_CASE_MIXED;
}
