/* lexicon: a source with a header line, read by the names of its columns. */
#include "lexicon/tsv_table.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

void plb_table_error(const plb_table *t, const char *message, plb_str what)
{
    plb_compilation_find(t->c, t->path, t->tsv.line, true, "%s: \"%.*s\"", message, PLB_FMT(what));
}

void plb_table_warn(const plb_table *t, const char *message, plb_str what)
{
    plb_compilation_find(t->c, t->path, t->tsv.line, false, "%s: \"%.*s\"", message, PLB_FMT(what));
}

static bool wanted_column(const char *const *wanted, uint32_t n, plb_str name, uint32_t *out)
{
    for (uint32_t i = 0; i < n; i++) {
        *out = i;
        if (plb_str_is(name, wanted[i])) return true;
    }
    return false;
}

/* False where a column is missing. */
static bool read_header(plb_table *t, const char *const *wanted, uint32_t n_wanted)
{
    bool found[PLB_TSV_MAX_FIELDS] = { false };
    if (plb_tsv_next(&t->tsv)) {
        t->n_columns = t->tsv.n_fields;
        for (uint32_t i = 0; i < t->n_columns && i < PLB_TSV_MAX_FIELDS; i++) {
            uint32_t column;
            if (!wanted_column(wanted, n_wanted, t->tsv.field[i], &column)) {
                plb_table_warn(t, "unknown column", t->tsv.field[i]);
                continue;
            }
            found[column] = true;
            t->column[column] = (uint8_t)i;
        }
    }
    bool all = true;
    for (uint32_t i = 0; i < n_wanted; i++) {
        if (!found[i]) plb_table_error(t, "the header line lacks a column", plb_str_of(wanted[i]));
        all = all && found[i];
    }
    return all;
}

plb_status plb_table_each(plb_compilation *c, const char *path, const char *const *wanted,
                          uint32_t n_wanted, void (*row)(const plb_table *t), plb_error *err)
{
    plb_str text;
    bool found;
    PLB_TRY(plb_compilation_read(c, path, &text, &found, err));
    if (!found) return PLB_OK;
    plb_table t = { .c = c, .path = path, .tsv = plb_tsv_begin(text) };
    if (!read_header(&t, wanted, n_wanted)) return PLB_OK;
    while (plb_tsv_next(&t.tsv)) {
        if (t.tsv.n_fields > t.n_columns)
            plb_table_error(&t, "more fields than columns in the header", t.tsv.field[0]);
        row(&t);
    }
    return PLB_OK;
}

/* "2024" and "2024-08" */
static bool month_or_year(plb_str s, bool last, plb_day *out)
{
    int64_t year, month = last ? 12 : 1;
    if (s.n != 4 && (s.n != 7 || s.p[4] != '-')) return false;
    if (!plb_str_int(plb_str_slice(s, 0, 4), &year) || year < 1) return false;
    if (s.n == 7 && !plb_str_int(plb_str_slice(s, 5, 7), &month)) return false;
    if (month < 1 || month > 12) return false;
    int day = last ? plb_days_in_month((int)year, (int)month) : 1;
    *out = plb_day_of((int)year, (int)month, day);
    return true;
}

plb_day plb_table_day(const plb_table *t, uint32_t wanted, bool last)
{
    plb_str s = plb_table_get(t, wanted);
    plb_day day = PLB_DAY_UNKNOWN;
    if (s.n && !plb_day_parse(s, &day) && !month_or_year(s, last, &day)) {
        plb_table_error(t, "no date (want 2024-08-20, 2024-08 or 2024)", s);
        day = PLB_DAY_UNKNOWN;
    }
    return day;
}

double plb_table_real(const plb_table *t, uint32_t wanted, double low, double high)
{
    plb_str s = plb_table_get(t, wanted);
    char text[40], *end = text;
    if (!s.n) return NAN;
    double value = NAN;
    if (s.n < sizeof text) {
        memcpy(text, s.p, s.n);
        text[s.n] = '\0';
        value = strtod(text, &end);
    }
    if (end != text + s.n || !(value >= low && value <= high)) {
        plb_table_error(t, "no number, or out of range", s);
        return NAN;
    }
    return value;
}

int64_t plb_table_int(const plb_table *t, uint32_t wanted, int64_t none)
{
    plb_str s = plb_table_get(t, wanted);
    int64_t value = none;
    if (s.n && (!plb_str_int(s, &value) || value < 0)) {
        plb_table_error(t, "no whole number", s);
        return none;
    }
    return value;
}

uint8_t plb_table_sectors(const plb_table *t, uint32_t wanted, uint8_t out[PLB_MAX_SECTORS])
{
    plb_str list = plb_table_get(t, wanted), name;
    uint8_t n = 0;
    if (!list.n) return 0;
    while (plb_str_split(&list, '|', &name)) {
        int sector = plb_sector_of(plb_str_trim(name));
        if (sector < 0)
            plb_table_error(t, "unknown sector", name);
        else if (n == PLB_MAX_SECTORS)
            plb_table_error(t, "more sectors than fit", name);
        else
            out[n++] = (uint8_t)sector;
    }
    return n;
}

uint8_t plb_table_kind(const plb_table *t, uint32_t wanted, plb_kind none)
{
    static const char *const NAMES[] = { "unknown", "country",      "person",
                                         "group",   "organisation", "office" };
    plb_str s = plb_table_get(t, wanted);
    if (!s.n) return (uint8_t)none;
    for (uint8_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (plb_str_is(s, NAMES[i])) return i;
    plb_table_error(t, "unknown kind (want person, group, organisation or office)", s);
    return (uint8_t)none;
}

void plb_table_code(const plb_table *t, uint32_t wanted, char out[4])
{
    plb_str s = plb_table_get(t, wanted);
    memset(out, 0, 4);
    if (s.n > 3)
        plb_table_error(t, "code of more than three letters", s);
    else if (s.n)
        memcpy(out, s.p, s.n);
}
