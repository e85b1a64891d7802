#include "base/str.h"

int plb_str_cmp(plb_str a, plb_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

plb_str plb_str_trim(plb_str s)
{
    while (s.n && is_blank(s.p[0])) {
        s.p++;
        s.n--;
    }
    while (s.n && is_blank(s.p[s.n - 1])) s.n--;
    return s;
}

bool plb_str_split(plb_str *rest, char sep, plb_str *piece)
{
    if (!rest->p) return false;
    const char *at = rest->n ? memchr(rest->p, sep, rest->n) : NULL;
    if (!at) {
        *piece = *rest;
        *rest = (plb_str){ NULL, 0 };
        return true;
    }
    size_t n = (size_t)(at - rest->p);
    *piece = (plb_str){ rest->p, n };
    *rest = (plb_str){ at + 1, rest->n - n - 1 };
    return true;
}

bool plb_str_int(plb_str s, int64_t *out)
{
    bool minus = s.n && s.p[0] == '-';
    size_t i = minus ? 1 : 0;
    if (i >= s.n || s.n - i > 18) return false;
    int64_t value = 0;
    for (; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') return false;
        value = value * 10 + (s.p[i] - '0');
    }
    *out = minus ? -value : value;
    return true;
}
