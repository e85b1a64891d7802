/* ingest: dates of publication, in the forms that feeds and archives use. */
#include "ingest/record.h"

enum { MOST_PIECES = 8 };

/* The names of RFC 5322; longer ones begin alike. */
static const char MONTHS[] = "janfebmaraprmayjunjulaugsepoctnovdec";

static int month_of(plb_str s)
{
    if (s.n < 3) return 0;
    for (int m = 0; m < 12; m++) {
        bool same = true;
        for (int i = 0; i < 3 && same; i++) same = (s.p[i] | 0x20) == MONTHS[3 * m + i];
        if (same) return m + 1;
    }
    return 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Cuts a string into runs of digits and of letters; what is between them separates. */
static int cut(plb_str s, plb_str pieces[MOST_PIECES])
{
    int n = 0;
    for (size_t i = 0; i < s.n && n < MOST_PIECES;) {
        bool digits = is_digit(s.p[i]);
        size_t from = i;
        if (!digits && !is_letter(s.p[i])) {
            i++;
            continue;
        }
        while (i < s.n && (digits ? is_digit(s.p[i]) : is_letter(s.p[i]))) i++;
        pieces[n++] = plb_str_slice(s, from, i);
    }
    return n;
}

static bool make(int64_t y, int64_t m, int64_t d, plb_day *out)
{
    if (y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > plb_days_in_month((int)y, (int)m))
        return false;
    *out = plb_day_of((int)y, (int)m, (int)d);
    return true;
}

/* A day, a month's name and a year, in one of the usual orders, after any name of a weekday. */
static bool named_month(const plb_str *pieces, int n, plb_day *out)
{
    int64_t day = 0, year = 0;
    int month = 0;
    for (int i = 0; i < n && (!day || !month || !year); i++) {
        int64_t value;
        if (plb_str_int(pieces[i], &value)) {
            if (pieces[i].n == 4 && !year)
                year = value;
            else if (pieces[i].n <= 2 && !day)
                day = value;
            else
                return false;
        } else if (!month) {
            month = month_of(pieces[i]);
        }
    }
    return make(year, month, day, out);
}

bool plb_published_day(plb_str s, plb_day *out)
{
    s = plb_str_trim(s);
    if (plb_day_parse(s, out)) return true;
    plb_str pieces[MOST_PIECES];
    int n = cut(s, pieces);
    int64_t y, m, d;
    if (n == 1 && s.n >= 9 && s.n <= 13 && plb_str_int(s, &y)) { /* seconds or milliseconds */
        *out = (plb_day)((s.n > 11 ? y / 1000 : y) / 86400);
        return true;
    }
    if (n >= 3 && pieces[0].n == 4 && plb_str_int(pieces[0], &y) && plb_str_int(pieces[1], &m) &&
        plb_str_int(pieces[2], &d))
        return make(y, m, d, out);
    return named_month(pieces, n, out);
}
