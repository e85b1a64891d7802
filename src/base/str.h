/* base: views of text. A plb_str borrows; whoever owns the bytes says how long they live. */
#ifndef PLB_BASE_STR_H
#define PLB_BASE_STR_H

#include <polybius.h>
#include <string.h>

/* A view of a string literal. */
#define PLB_STR(literal)                                                                           \
    (plb_str)                                                                                      \
    {                                                                                              \
        "" literal, sizeof(literal) - 1                                                            \
    }

/* printf arguments of a view, for "%.*s". */
#define PLB_FMT(s) (int)(s).n, (s).p

typedef struct {
    uint32_t begin, end; /* bytes, end exclusive */
} plb_span;

static inline plb_str plb_str_of(const char *z)
{
    return (plb_str){ z, z ? strlen(z) : 0 };
}

static inline bool plb_str_eq(plb_str a, plb_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool plb_str_is(plb_str a, const char *z)
{
    return plb_str_eq(a, plb_str_of(z));
}

static inline bool plb_str_starts(plb_str a, plb_str prefix)
{
    return a.n >= prefix.n && memcmp(a.p, prefix.p, prefix.n) == 0;
}

static inline bool plb_str_ends(plb_str a, plb_str suffix)
{
    return a.n >= suffix.n && memcmp(a.p + a.n - suffix.n, suffix.p, suffix.n) == 0;
}

static inline plb_str plb_str_slice(plb_str s, size_t begin, size_t end)
{
    return (plb_str){ s.p + begin, end - begin };
}

/* Byte order, shorter first where one is a prefix of the other. */
int plb_str_cmp(plb_str a, plb_str b);

/* Without ASCII white space at both ends. */
plb_str plb_str_trim(plb_str s);

/* The piece of *rest before `sep`; *rest moves behind it. False once *rest is used up (p == NULL).
 */
bool plb_str_split(plb_str *rest, char sep, plb_str *piece);

/* A decimal integer without anything else around it. */
bool plb_str_int(plb_str s, int64_t *out);

#endif
