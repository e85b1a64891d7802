#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void plb_buf_free(plb_buf *b)
{
    free(b->p);
    *b = (plb_buf){ 0 };
}

static bool reserve(plb_buf *b, size_t more)
{
    if (b->failed) return false;
    if (b->cap - b->n >= more) return true;
    size_t cap = b->cap ? b->cap : 4096;
    while (cap - b->n < more) {
        if (cap > SIZE_MAX / 2) {
            b->failed = true;
            return false;
        }
        cap *= 2;
    }
    char *p = realloc(b->p, cap);
    if (!p) {
        b->failed = true;
        return false;
    }
    b->p = p;
    b->cap = cap;
    return true;
}

void plb_buf_add(plb_buf *b, plb_str s)
{
    if (!s.n || !reserve(b, s.n)) return;
    memcpy(b->p + b->n, s.p, s.n);
    b->n += s.n;
}

void plb_buf_char(plb_buf *b, char c)
{
    if (reserve(b, 1)) b->p[b->n++] = c;
}

void plb_buf_printf(plb_buf *b, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n >= 0 && reserve(b, (size_t)n + 1)) {
        vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
        b->n += (size_t)n;
    }
    va_end(again);
}
