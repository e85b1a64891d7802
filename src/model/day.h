/* model: calendar days, proleptic Gregorian, counted from 1970-01-01. */
#ifndef PLB_MODEL_DAY_H
#define PLB_MODEL_DAY_H

#include "base/str.h"

typedef int32_t plb_day;
#define PLB_DAY_UNKNOWN INT32_MIN

plb_day plb_day_of(int year, int month, int day);
void plb_day_split(plb_day day, int *year, int *month, int *month_day);
int plb_days_in_month(int year, int month);

/* 0 Monday … 6 Sunday (ISO 8601 counts from 1). */
int plb_day_weekday(plb_day day);

/* Reads "2024-08-20", also with a time behind it ("2024-08-20T10:00:00Z"), and "20240820". False
 * where that is no calendar day of the years 1 to 9999. */
bool plb_day_parse(plb_str s, plb_day *out);

/* Writes "YYYY-MM-DD", NUL-terminated. */
void plb_day_format(plb_day day, char out[11]);

#endif
