/* model: a report as it came in, before anything is read out of it. */
#ifndef PLB_MODEL_REPORT_H
#define PLB_MODEL_REPORT_H

#include "model/day.h"

/* Strings are borrowed from the reader (or the caller) for as long as the report is worked on; a
 * field that the input lacks has p == NULL. `title` and `text` are well-formed UTF-8 without NUL
 * bytes. */
typedef struct {
    plb_str id; /* as the input gave it; else the hash of the content */
    plb_str url, publisher, lang;
    plb_day published; /* or PLB_DAY_UNKNOWN */
    plb_str title, text;
    bool conllu;       /* `text` is CoNLL-U (plb_conllu_read), not plain text */
    plb_str file;      /* where it came from, for messages */
    uint64_t at;       /* line (JSONL) or byte in that file */
    uint64_t sequence; /* number of the report in the run, from 0 */
} plb_report;

#endif
