/* base: a growing byte buffer on the heap, for output. A failed growth sets `failed` and drops what
 * follows, so that a writer checks once. */
#ifndef PLB_BASE_BUF_H
#define PLB_BASE_BUF_H

#include "base/str.h"

typedef struct {
    char *p; /* owned; not NUL-terminated */
    size_t n, cap;
    bool failed;
} plb_buf;

void plb_buf_free(plb_buf *b);
static inline void plb_buf_clear(plb_buf *b)
{
    b->n = 0;
    b->failed = false;
}
void plb_buf_add(plb_buf *b, plb_str s);
void plb_buf_char(plb_buf *b, char c);
void plb_buf_printf(plb_buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline plb_str plb_buf_str(const plb_buf *b)
{
    return (plb_str){ b->p, b->n };
}

#endif
