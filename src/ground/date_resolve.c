/* ground: the days of an expression of time. Weeks run from Monday to Sunday. What has no edges
 * (durations, sets, "recently") keeps its precision and says no day. */
#include "ground/date_internal.h"

static const plb_date NO_DATE = { PLB_DAY_UNKNOWN, PLB_DAY_UNKNOWN, PLB_DATE_UNKNOWN,
                                  PLB_HOW_NONE };

static plb_date days(plb_day from, plb_day to, plb_date_precision precision, plb_date_how how)
{
    return (plb_date){ from, to, (uint8_t)precision, (uint8_t)how };
}

static plb_date month_of(int year, int month, plb_date_how how)
{
    plb_day first = plb_day_of(year, month, 1);
    return days(first, first + plb_days_in_month(year, month) - 1, PLB_DATE_MONTH, how);
}

static plb_date years(int year, int n, plb_date_how how)
{
    return days(plb_day_of(year, 1, 1), plb_day_of(year + n - 1, 12, 31),
                n == 1 ? PLB_DATE_YEAR : PLB_DATE_RANGE, how);
}

/* Months counted from a month, over the ends of years. */
static void add_months(int *year, int *month, int n)
{
    int months = *year * 12 + *month - 1 + n;
    *year = months / 12;
    *month = months % 12 + 1;
}

static plb_day monday_of(plb_day day)
{
    return day - plb_day_weekday(day);
}

/* ---- calendar
 * --------------------------------------------------------------------------------------- */

static bool exists(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && day <= plb_days_in_month(year, month);
}

/* The year of a day or month that comes without one: the nearest, where what lies on the side that
 * the tense does not say counts as farther: "will keep the Feb. 23 accord" in March. */
enum { AGAINST_TENSE = 8 };

static int nearest_year(const plb_date_expr *e, plb_day today, plb_tense tense)
{
    int now, month, month_day, best = 0;
    long best_distance = 0;
    plb_day_split(today, &now, &month, &month_day);
    for (int year = now - 6; year <= now + 6; year++) {
        int day = e->day ? e->day : 1;
        if (!exists(year, e->month, day)) continue;
        plb_day from = plb_day_of(year, e->month, day);
        plb_day to = e->day ? from : from + plb_days_in_month(year, e->month) - 1;
        if (e->day && e->weekday >= 0 && plb_day_weekday(from) != e->weekday) continue;
        bool ahead = from > today, past = to < today;
        bool against =
            tense == PLB_TENSE_FUTURE ? past : ahead && (tense == PLB_TENSE_PAST || !e->day);
        long distance = ahead ? from - today : past ? today - to : 0;
        if (against && e->weekday < 0) distance *= AGAINST_TENSE;
        if (best && distance >= best_distance) continue;
        best = year;
        best_distance = distance;
    }
    return best;
}

/* "last August": the latest that ended two months ago or more; "next": the first that begins later.
 */
static int shifted_year(const plb_date_expr *e, plb_day today)
{
    int now, month, month_day;
    plb_day_split(today, &now, &month, &month_day);
    if (e->shift == 0) return now;
    if (e->shift > 0) return e->month > month ? now : now + 1;
    plb_day last = plb_day_of(now, e->month, plb_days_in_month(now, e->month));
    return last <= today - 59 ? now : now - 1;
}

static plb_date calendar(const plb_date_expr *e, plb_day today, plb_tense tense)
{
    int year = e->year;
    plb_date_how how = PLB_HOW_EXPRESSION;
    if (e->decade) return years(year, e->decade, how);
    if (year && !e->month) return years(year, 1, how);
    if (!year && today != PLB_DAY_UNKNOWN) {
        int now, month, month_day;
        plb_day_split(today, &now, &month, &month_day);
        bool relative = e->year_shift != PLB_NO_SHIFT || e->shift != PLB_NO_SHIFT;
        year = e->year_shift != PLB_NO_SHIFT ? now + e->year_shift
               : e->shift != PLB_NO_SHIFT    ? shifted_year(e, today)
                                             : nearest_year(e, today, tense);
        how = relative ? PLB_HOW_RELATIVE : PLB_HOW_ANNIVERSARY_YEAR;
    }
    plb_date_precision precision = e->to_day ? PLB_DATE_RANGE
                                   : e->day  ? PLB_DATE_DAY
                                             : PLB_DATE_MONTH;
    int last = e->to_day ? e->to_day : e->day;
    if (year <= 0 || !exists(year, e->month, last ? last : 1))
        return days(PLB_DAY_UNKNOWN, PLB_DAY_UNKNOWN, precision, PLB_HOW_NONE);
    if (!e->day) return month_of(year, e->month, how);
    return days(plb_day_of(year, e->month, e->day), plb_day_of(year, e->month, last), precision,
                how);
}

/* ---- weekdays, units
 * -------------------------------------------------------------------------------- */

static plb_date weekday(const plb_date_expr *e, plb_day base, plb_tense tense)
{
    plb_date_how how = PLB_HOW_WEEKDAY;
    if (e->week_shift != PLB_NO_SHIFT) {
        plb_day day = monday_of(base) + 7 * e->week_shift + e->weekday;
        return days(day, day, PLB_DATE_DAY, how);
    }
    int back = (plb_day_weekday(base) - e->weekday + 7) % 7, ahead = (7 - back) % 7;
    plb_day day;
    if (e->shift == -1)
        day = base - (back ? back : 7);
    else if (e->shift == 1)
        day = base + (ahead ? ahead : 7);
    else if (e->shift == 0 && e->anchored)
        day = base + ahead;
    else if (tense == PLB_TENSE_FUTURE || (e->shift == 0 && tense != PLB_TENSE_PAST))
        day = base + ahead;
    else
        day = base - back;
    return days(day, day, PLB_DATE_DAY, how);
}

static plb_date weekend(const plb_date_expr *e, plb_day base, plb_tense tense)
{
    plb_day saturday = monday_of(base) + 5;
    if (e->shift == -1 || (e->shift != 1 && tense != PLB_TENSE_FUTURE && saturday > base &&
                           (e->shift == PLB_NO_SHIFT || tense == PLB_TENSE_PAST)))
        saturday -= 7;
    else if (e->shift == 1)
        saturday += 7;
    return days(saturday, saturday + 1, PLB_DATE_RANGE, PLB_HOW_RELATIVE);
}

/* The unit that holds `base`, moved by n of its kind. */
static plb_date unit_at(plb_date_unit unit, plb_day base, int n, plb_date_how how)
{
    int year, month, month_day;
    plb_day_split(base, &year, &month, &month_day);
    switch (unit) {
    case PLB_UNIT_DAY:
    case PLB_UNIT_NIGHT:
        return days(base + n, base + n, PLB_DATE_DAY, how);
    case PLB_UNIT_WEEK:
        return days(monday_of(base) + 7 * n, monday_of(base) + 7 * n + 6, PLB_DATE_WEEK, how);
    case PLB_UNIT_FORTNIGHT:
        return days(monday_of(base) + 14 * n, monday_of(base) + 14 * n + 13, PLB_DATE_RANGE, how);
    case PLB_UNIT_MONTH:
        add_months(&year, &month, n);
        return month_of(year, month, how);
    case PLB_UNIT_QUARTER: {
        month -= (month - 1) % 3;
        add_months(&year, &month, 3 * n);
        plb_date first = month_of(year, month, how);
        add_months(&year, &month, 2);
        return days(first.from, month_of(year, month, how).to, PLB_DATE_RANGE, how);
    }
    case PLB_UNIT_YEAR:
        return years(year + n, 1, how);
    case PLB_UNIT_DECADE:
        return years(year - year % 10 + 10 * n, 10, how);
    case PLB_UNIT_CENTURY:
        return years(year - year % 100 + 100 * n, 100, how);
    default:
        return NO_DATE;
    }
}

static plb_date ago(const plb_date_expr *e, plb_day base, plb_date_how how)
{
    int year, month, month_day;
    plb_day_split(base, &year, &month, &month_day);
    switch ((plb_date_unit)e->unit) {
    case PLB_UNIT_SECOND:
    case PLB_UNIT_MINUTE:
    case PLB_UNIT_HOUR:
        return days(base, base, PLB_DATE_DAY, how);
    case PLB_UNIT_WEEK:
        if (e->anchored) return days(base + 7 * e->n, base + 7 * e->n, PLB_DATE_DAY, how);
        return unit_at(PLB_UNIT_WEEK, base, e->n, how);
    case PLB_UNIT_DECADE:
        return years(year + 10 * e->n, 1, how);
    case PLB_UNIT_CENTURY:
        return years(year + 100 * e->n, 1, how);
    case PLB_UNIT_WEEKEND:
    case PLB_UNIT_SEASON:
        return NO_DATE;
    default:
        return unit_at((plb_date_unit)e->unit, base, e->n, how);
    }
}

/* How far n units reach, counted from a day. */
static plb_day moved(plb_date_unit unit, plb_day base, int n)
{
    int year, month, month_day,
        months = unit == PLB_UNIT_MONTH     ? n
                 : unit == PLB_UNIT_QUARTER ? 3 * n
                 : unit == PLB_UNIT_YEAR    ? 12 * n
                 : unit == PLB_UNIT_DECADE  ? 120 * n
                                            : 0;
    switch (unit) {
    case PLB_UNIT_HOUR:
        return base + (n < 0 ? -((-n + 23) / 24) : (n + 23) / 24);
    case PLB_UNIT_DAY:
    case PLB_UNIT_NIGHT:
        return base + n;
    case PLB_UNIT_WEEK:
        return base + 7 * n;
    case PLB_UNIT_FORTNIGHT:
        return base + 14 * n;
    default:
        break;
    }
    if (!months) return PLB_DAY_UNKNOWN;
    plb_day_split(base, &year, &month, &month_day);
    add_months(&year, &month, months);
    if (year < 1 || year > 9999) return PLB_DAY_UNKNOWN;
    int last = plb_days_in_month(year, month);
    return plb_day_of(year, month, month_day < last ? month_day : last);
}

static plb_date window(const plb_date_expr *e, plb_day base)
{
    plb_day other = moved((plb_date_unit)e->unit, base, e->n);
    if (other == PLB_DAY_UNKNOWN) return days(other, other, PLB_DATE_FUZZY, PLB_HOW_RELATIVE);
    return days(other < base ? other : base, other < base ? base : other, PLB_DATE_RANGE,
                PLB_HOW_RELATIVE);
}

/* A season is three months from its first; a winter belongs to the year in which it begins. */
static plb_date season_of(int year, int month, plb_date_how how)
{
    plb_day from = plb_day_of(year, month, 1);
    add_months(&year, &month, 2);
    return days(from, month_of(year, month, how).to, PLB_DATE_RANGE, how);
}

static plb_date season(const plb_date_expr *e, plb_day today, plb_tense tense)
{
    if (e->year) return season_of(e->year, e->month, PLB_HOW_EXPRESSION);
    if (today == PLB_DAY_UNKNOWN) return days(today, today, PLB_DATE_RANGE, PLB_HOW_NONE);
    int year, month, month_day;
    plb_day_split(today, &year, &month, &month_day);
    if (e->year_shift != PLB_NO_SHIFT)
        return season_of(year + e->year_shift, e->month, PLB_HOW_RELATIVE);
    bool ahead = e->shift == 1 || (e->shift != -1 && tense == PLB_TENSE_FUTURE);
    plb_date found = season_of(year - 1, e->month, PLB_HOW_RELATIVE);
    for (int y = year - 1; y <= year + 1; y++) {
        plb_date s = season_of(y, e->month, PLB_HOW_RELATIVE);
        bool ended = s.to < today, begun = s.from <= today;
        if (ahead ? (e->shift == 1 ? !begun : !ended) : false) return s;
        if (!ahead && (e->shift == -1 ? ended : begun)) found = s;
    }
    return found;
}

/* ---- all
 * -------------------------------------------------------------------------------------------- */

static bool needs_base(const plb_date_expr *e)
{
    return e->kind == PLB_EXPR_DAY || e->kind == PLB_EXPR_NIGHT || e->kind == PLB_EXPR_WEEKDAY ||
           e->kind == PLB_EXPR_UNIT || e->kind == PLB_EXPR_AGO || e->kind == PLB_EXPR_WINDOW;
}

/* What an expression would be precise to if its day were known. */
static plb_date_precision precision_of(const plb_date_expr *e)
{
    if (e->kind == PLB_EXPR_NIGHT || e->kind == PLB_EXPR_WINDOW) return PLB_DATE_RANGE;
    if (e->kind == PLB_EXPR_UNIT || e->kind == PLB_EXPR_AGO) {
        if (e->unit == PLB_UNIT_WEEK) return PLB_DATE_WEEK;
        if (e->unit == PLB_UNIT_MONTH) return PLB_DATE_MONTH;
        if (e->unit >= PLB_UNIT_YEAR) return PLB_DATE_YEAR;
    }
    return PLB_DATE_DAY;
}

plb_date plb_date_resolve(const plb_date_expr *e, plb_day today, plb_day spoken, plb_tense tense)
{
    bool anchored = e->anchored && spoken != PLB_DAY_UNKNOWN;
    plb_day base = anchored ? spoken : today;
    plb_date_how how = anchored ? PLB_HOW_CONTEXT : PLB_HOW_RELATIVE;
    if (needs_base(e) && base == PLB_DAY_UNKNOWN)
        return days(base, base, precision_of(e), PLB_HOW_NONE);
    switch ((plb_expr_kind)e->kind) {
    case PLB_EXPR_CALENDAR:
        return calendar(e, today, tense);
    case PLB_EXPR_DAY:
        return days(base + e->n, base + e->n, PLB_DATE_DAY, how);
    case PLB_EXPR_NIGHT:
        return days(base - 1, base, PLB_DATE_RANGE, how);
    case PLB_EXPR_WEEKDAY:
        return weekday(e, base, tense);
    case PLB_EXPR_UNIT:
        if (e->unit == PLB_UNIT_WEEKEND) return weekend(e, base, tense);
        return unit_at((plb_date_unit)e->unit, base, e->shift == PLB_NO_SHIFT ? 0 : e->shift, how);
    case PLB_EXPR_AGO:
        return ago(e, base, how);
    case PLB_EXPR_WINDOW:
        return window(e, base);
    case PLB_EXPR_SEASON:
        return season(e, today, tense);
    case PLB_EXPR_DURATION:
        return days(PLB_DAY_UNKNOWN, PLB_DAY_UNKNOWN, PLB_DATE_DURATION, PLB_HOW_EXPRESSION);
    case PLB_EXPR_SET:
        return days(PLB_DAY_UNKNOWN, PLB_DAY_UNKNOWN, PLB_DATE_SET, PLB_HOW_EXPRESSION);
    case PLB_EXPR_FUZZY:
        return days(PLB_DAY_UNKNOWN, PLB_DAY_UNKNOWN, PLB_DATE_FUZZY, PLB_HOW_EXPRESSION);
    case PLB_EXPR_NONE:
        break;
    }
    return NO_DATE;
}
