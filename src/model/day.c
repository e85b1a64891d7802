#include "model/day.h"

/* Days from the civil calendar and back: Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", with years that begin in March. */
plb_day plb_day_of(int year, int month, int day)
{
    int y = year - (month <= 2);
    int era = (y >= 0 ? y : y - 399) / 400;
    int yoe = y - era * 400;
    int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

void plb_day_split(plb_day day, int *year, int *month, int *month_day)
{
    int z = day + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    *month_day = doy - (153 * mp + 2) / 5 + 1;
    *month = mp + (mp < 10 ? 3 : -9);
    *year = yoe + era * 400 + (*month <= 2);
}

int plb_days_in_month(int year, int month)
{
    static const int DAYS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap);
}

int plb_day_weekday(plb_day day)
{
    int w = (day + 3) % 7; /* 1970-01-01 was a Thursday */
    return w < 0 ? w + 7 : w;
}

static bool number(plb_str s, size_t at, size_t n, int *out)
{
    int64_t value;
    if (s.n < at + n || s.p[at] == '-' || !plb_str_int(plb_str_slice(s, at, at + n), &value))
        return false;
    *out = (int)value;
    return true;
}

bool plb_day_parse(plb_str s, plb_day *out)
{
    int y, m, d;
    s = plb_str_trim(s);
    bool dashed = s.n >= 10 && s.p[4] == '-' && s.p[7] == '-';
    if (dashed) {
        if (s.n > 10 && s.p[10] != 'T' && s.p[10] != ' ') return false;
    } else if (s.n != 8) {
        return false;
    }
    if (!number(s, 0, 4, &y) || !number(s, dashed ? 5 : 4, 2, &m) ||
        !number(s, dashed ? 8 : 6, 2, &d))
        return false;
    if (y < 1 || m < 1 || m > 12 || d < 1 || d > plb_days_in_month(y, m)) return false;
    *out = plb_day_of(y, m, d);
    return true;
}

void plb_day_format(plb_day day, char out[11])
{
    int y, m, d;
    plb_day_split(day, &y, &m, &d);
    if (y < 0 || y > 9999) y = 0;
    for (int i = 3; i >= 0; i--, y /= 10) out[i] = (char)('0' + y % 10);
    out[4] = out[7] = '-';
    out[5] = (char)('0' + m / 10 % 10);
    out[6] = (char)('0' + m % 10);
    out[8] = (char)('0' + d / 10 % 10);
    out[9] = (char)('0' + d % 10);
    out[10] = '\0';
}
