/* ingest: the day of publication; the interface is published.h. */
#include "ingest/published.h"

enum { MOST_PARTS = 8, SECONDS_A_DAY = 86400 };

/* RFC 822's names of the months; longer names begin with them. */
static const char *const MONTHS[12] = { "jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec" };

static bool is_letter(char c)
{
    c |= 0x20;
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int month_of(plb_str s)
{
    for (int m = 0; m < 12 && s.n >= 3; m++)
        if ((s.p[0] | 0x20) == MONTHS[m][0] && (s.p[1] | 0x20) == MONTHS[m][1] &&
            (s.p[2] | 0x20) == MONTHS[m][2])
            return m + 1;
    return 0;
}

/* Runs of digits and of letters; what stands between them divides. */
static int parts_of(plb_str s, plb_str out[MOST_PARTS])
{
    int n = 0;
    for (size_t at = 0; at < s.n && n < MOST_PARTS;) {
        size_t begin = at;
        while (at < s.n && is_digit(s.p[at])) at++;
        if (at == begin)
            while (at < s.n && is_letter(s.p[at])) at++;
        if (at == begin)
            at++;
        else
            out[n++] = plb_str_slice(s, begin, at);
    }
    return n;
}

static bool day_of(int64_t year, int month, int64_t day, plb_day *out)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > plb_days_in_month((int)year, month))
        return false;
    *out = plb_day_of((int)year, month, (int)day);
    return true;
}

/* Seconds or milliseconds since 1970, of the years 1970 to 2500. */
static bool epoch(plb_str s, plb_day *out)
{
    int64_t value;
    if (s.n < 9 || !plb_str_int(s, &value) || value < 0) return false;
    if (value >= INT64_C(100000000000)) value /= 1000;
    if (value > INT64_C(16725225600)) return false;
    *out = (plb_day)(value / SECONDS_A_DAY);
    return true;
}

/* "240820": the years 1970 to 2069. */
static bool six_digits(plb_str s, plb_day *out)
{
    int64_t value;
    if (s.n != 6 || !is_digit(s.p[0]) || !plb_str_int(s, &value)) return false;
    int64_t year = value / 10000;
    return day_of(year < 70 ? 2000 + year : 1900 + year, (int)(value / 100 % 100), value % 100,
                  out);
}

bool plb_published_parse(plb_str s, plb_day *out)
{
    s = plb_str_trim(s);
    if (plb_day_parse(s, out) || epoch(s, out) || six_digits(s, out)) return true;
    plb_str part[MOST_PARTS];
    int64_t a, b, c;
    int n = parts_of(s, part);
    if (n >= 3 && part[0].n == 4 && plb_str_int(part[0], &a) && plb_str_int(part[1], &b) &&
        plb_str_int(part[2], &c)) /* 2024/08/20, 2024.8.20 */
        return b <= 12 && day_of(a, (int)b, c, out);
    for (int i = 0; i + 1 < n && i < 3; i++) {
        int month = month_of(part[i]);
        if (!month) continue;
        /* "August 20, 2024" (or "20th"); a year stands in the next part or the one behind "th" */
        if (plb_str_int(part[i + 1], &a) && part[i + 1].n <= 2)
            for (int k = i + 2; k < n && k <= i + 3; k++)
                if (part[k].n == 4 && plb_str_int(part[k], &b)) return day_of(b, month, a, out);
        /* "20 August 2024", "Tue, 20 Aug 2024 …" */
        int before = i - 1;
        if (before >= 0 && is_letter(part[before].p[0])) before--; /* "20th" */
        return before >= 0 && plb_str_int(part[before], &a) && part[i + 1].n == 4 &&
               plb_str_int(part[i + 1], &b) && day_of(b, month, a, out);
    }
    return false;
}
