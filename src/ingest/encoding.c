/* ingest: bytes become well-formed UTF-8; the interface is encoding.h. */
#include "ingest/encoding.h"
#include "text/utf8.h"

/* Windows-1252, 0x80 to 0x9f; 0: no such character. From there on it is Latin-1. */
static const uint16_t WINDOWS[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static unsigned char byte(plb_str s, size_t at)
{
    return at < s.n ? (unsigned char)s.p[at] : 0;
}

static bool is_ascii_letter(unsigned char c)
{
    c |= 0x20;
    return c >= 'a' && c <= 'z';
}

/* The marks and letters that Western European text has. */
static bool is_likely_windows(plb_str s, size_t at)
{
    unsigned char c = byte(s, at);
    if (c < 0xa0) return c == 0x80 || c == 0x85 || (c >= 0x91 && c <= 0x97);
    if (c < 0xc0) return c == 0xa0 || c == 0xa3 || c == 0xa7 || c == 0xab || c == 0xb0 || c == 0xbb;
    if (c == 0xd7 || c == 0xde || c == 0xf0 || c >= 0xfd || c == 0xf7) return false;
    return is_ascii_letter(byte(s, at + 1)) || (at && is_ascii_letter(byte(s, at - 1)));
}

static bool is_windows(plb_str s)
{
    enum { MOST_PERCENT = 10 };
    size_t high = 0;
    for (size_t at = 0; at < s.n; at++) {
        if (byte(s, at) < 0x80) continue;
        plb_str here = { s.p + at, s.n - at < 4 ? s.n - at : 4 };
        size_t good = plb_utf8_check(here);
        if (good > 0 || !is_likely_windows(s, at)) return false;
        high++;
    }
    return high * 100 <= s.n * MOST_PERCENT;
}

static void put(plb_buf *out, uint32_t c)
{
    char bytes[4];
    plb_buf_add(out, (plb_str){ bytes, plb_utf8_put(c, bytes) });
}

static void from_windows(plb_str s, plb_buf *out)
{
    for (size_t at = 0; at < s.n; at++) {
        unsigned char c = byte(s, at);
        put(out, c >= 0x80 && c < 0xa0 ? WINDOWS[c - 0x80] : c);
    }
}

static uint32_t unit16(plb_str s, size_t at, bool big)
{
    uint32_t a = byte(s, at), b = byte(s, at + 1);
    return big ? a << 8 | b : b << 8 | a;
}

/* False where a surrogate stands alone or half a unit is left: *bad is its byte. */
static bool from_utf16(plb_str s, bool big, plb_buf *out, size_t *bad)
{
    for (size_t at = 2; at < s.n; at += 2) {
        uint32_t c = unit16(s, at, big);
        *bad = at;
        if (s.n - at < 2 || (c >= 0xdc00 && c < 0xe000) || c == 0) return false;
        if (c >= 0xd800 && c < 0xdc00) {
            uint32_t low = s.n - at >= 4 ? unit16(s, at + 2, big) : 0;
            if (low < 0xdc00 || low >= 0xe000) return false;
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            at += 2;
        }
        put(out, c);
    }
    return true;
}

static plb_status converted(plb_buf *room, plb_str *text, plb_error *err)
{
    if (room->failed) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    *text = plb_buf_str(room);
    return PLB_OK;
}

plb_status plb_decode(plb_str raw, plb_buf *room, plb_str *text, plb_error *err)
{
    plb_buf_clear(room);
    bool big = byte(raw, 0) == 0xfe && byte(raw, 1) == 0xff;
    if (big || (byte(raw, 0) == 0xff && byte(raw, 1) == 0xfe)) {
        size_t bad;
        if (!from_utf16(raw, big, room, &bad))
            return plb_fail(err, PLB_EPARSE, bad, "byte %zu is not UTF-16", bad);
        return converted(room, text, err);
    }
    if (plb_str_starts(raw, PLB_STR("\xef\xbb\xbf"))) raw = plb_str_slice(raw, 3, raw.n);
    const char *nul = raw.n ? memchr(raw.p, 0, raw.n) : NULL;
    if (nul) {
        size_t at = (size_t)(nul - raw.p);
        return plb_fail(err, PLB_EPARSE, at, "byte %zu is NUL: a binary file", at);
    }
    size_t bad = plb_utf8_check(raw);
    if (bad == raw.n) {
        *text = raw;
        return PLB_OK;
    }
    if (!is_windows(raw))
        return plb_fail(err, PLB_EPARSE, bad, "byte %zu (0x%02x) is not UTF-8", bad,
                        byte(raw, bad));
    from_windows(raw, room);
    return converted(room, text, err);
}
