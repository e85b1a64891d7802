#include "base/json_write.h"

#include <math.h>
#include <stdio.h>

static void separate(plb_json *j)
{
    if (j->comma) plb_buf_char(j->out, ',');
    j->comma = true;
}

void plb_json_open(plb_json *j, char bracket)
{
    separate(j);
    plb_buf_char(j->out, bracket);
    j->comma = false;
}

void plb_json_close(plb_json *j, char bracket)
{
    plb_buf_char(j->out, bracket);
    j->comma = true;
}

/* Length of the well-formed UTF-8 sequence at p (Unicode 15, table 3-7), or 0. */
static size_t sequence(const unsigned char *p, size_t n)
{
    if (p[0] < 0x80) return 1;
    size_t len = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (p[0] < 0xC2 || p[0] > 0xF4 || n < len) return 0;
    for (size_t i = 1; i < len; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
        (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
        return 0;
    return len;
}

static void escaped(plb_buf *out, plb_str s)
{
    plb_buf_char(out, '"');
    size_t from = 0;
    for (size_t i = 0; i < s.n;) {
        unsigned char c = (unsigned char)s.p[i];
        size_t len = sequence((const unsigned char *)s.p + i, s.n - i);
        if (len && c >= 0x20 && c != '"' && c != '\\') {
            i += len;
            continue;
        }
        plb_buf_add(out, plb_str_slice(s, from, i));
        if (!len)
            plb_buf_add(out, PLB_STR("\xEF\xBF\xBD"));
        else if (c == '"' || c == '\\')
            plb_buf_printf(out, "\\%c", c);
        else if (c == '\n')
            plb_buf_add(out, PLB_STR("\\n"));
        else if (c == '\t')
            plb_buf_add(out, PLB_STR("\\t"));
        else if (c == '\r')
            plb_buf_add(out, PLB_STR("\\r"));
        else
            plb_buf_printf(out, "\\u%04x", c);
        from = ++i;
    }
    plb_buf_add(out, plb_str_slice(s, from, s.n));
    plb_buf_char(out, '"');
}

void plb_json_key(plb_json *j, const char *key)
{
    separate(j);
    escaped(j->out, plb_str_of(key));
    plb_buf_char(j->out, ':');
    j->comma = false;
}

void plb_json_str(plb_json *j, plb_str s)
{
    if (!s.p) {
        plb_json_null(j);
        return;
    }
    separate(j);
    escaped(j->out, s);
}

void plb_json_int(plb_json *j, int64_t value)
{
    separate(j);
    plb_buf_printf(j->out, "%lld", (long long)value);
}

void plb_json_real(plb_json *j, double value, int digits)
{
    if (!isfinite(value)) {
        plb_json_null(j);
        return;
    }
    separate(j);
    char text[64];
    int n = snprintf(text, sizeof text, "%.*f", digits, value);
    while (n > 2 && text[n - 1] == '0' && text[n - 2] != '.') n--;
    plb_buf_add(j->out, (plb_str){ text, (size_t)n });
}

void plb_json_bool(plb_json *j, bool value)
{
    separate(j);
    plb_buf_add(j->out, value ? PLB_STR("true") : PLB_STR("false"));
}

void plb_json_null(plb_json *j)
{
    separate(j);
    plb_buf_add(j->out, PLB_STR("null"));
}
