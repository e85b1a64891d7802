/* lexicon: a source with a header line, read by the names of its columns. */
#ifndef PLB_LEXICON_TSV_TABLE_H
#define PLB_LEXICON_TSV_TABLE_H

#include "lexicon/compilation.h"
#include "model/actor.h"

typedef struct {
    plb_compilation *c;
    const char *path;
    plb_tsv tsv;
    uint8_t column[PLB_TSV_MAX_FIELDS]; /* field of the wanted column i */
    uint32_t n_columns;                 /* of the header */
} plb_table;

/* Calls `row` for every line behind the header line, in which the wanted columns are found in any
 * order. A missing column is an error, an unknown one a warning; a missing file has no rows. */
plb_status plb_table_each(plb_compilation *c, const char *path, const char *const *wanted,
                          uint32_t n_wanted, void (*row)(const plb_table *t),
                          plb_error *err) PLB_MUST_USE;

static inline plb_str plb_table_get(const plb_table *t, uint32_t wanted)
{
    return t->tsv.field[t->column[wanted]];
}

/* Findings about the present line. */
void plb_table_error(const plb_table *t, const char *message, plb_str what);
void plb_table_warn(const plb_table *t, const char *message, plb_str what);

/* Values of fields; what cannot be read is an error of the line, and the value is the one that
 * stands for "unknown". */
plb_day plb_table_day(const plb_table *t, uint32_t wanted,
                      bool last); /* also a month or a year: its first or last day */
double plb_table_real(const plb_table *t, uint32_t wanted, double low,
                      double high); /* NAN: empty */
int64_t plb_table_int(const plb_table *t, uint32_t wanted, int64_t none);
uint8_t plb_table_sectors(const plb_table *t, uint32_t wanted, uint8_t out[PLB_MAX_SECTORS]);
uint8_t plb_table_kind(const plb_table *t, uint32_t wanted, plb_kind none);

/* Copies a code of at most 3 letters, NUL-padded; a longer one is an error. */
void plb_table_code(const plb_table *t, uint32_t wanted, char out[4]);

#endif
