/* ingest: one report out of the bytes of its record, whatever the format. */
#ifndef PLB_INGEST_RECORD_H
#define PLB_INGEST_RECORD_H

#include "base/error.h"
#include "model/report.h"

/* The pieces of a record, borrowed; p == NULL for what it lacks. */
typedef struct {
    plb_str id, url, publisher, lang, published, title, text;
    bool conllu;
    const char *file; /* for messages */
    uint64_t at;      /* line, or 0 for a file that is one report */
} plb_record_fields;

/* Checks the pieces and copies them into a report of its own (plb_report_free). A record without
 * text, with broken UTF-8 or with a date that is none fails; `err->msg` begins with file and line.
 */
plb_status plb_record_make(const plb_record_fields *fields, plb_day published, plb_report **out,
                           plb_error *err) PLB_MUST_USE;

/* "FILE:LINE: …" or "FILE: …" */
plb_status plb_record_fail(const plb_record_fields *fields, plb_status code, uint64_t at,
                           plb_error *err, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* A JSON object on one line. */
plb_status plb_record_json(plb_str line, const char *file, uint64_t at, plb_day published,
                           plb_report **out, plb_error *err) PLB_MUST_USE;

/* A text file: its first line is the title where it looks like one. */
plb_status plb_record_text(plb_str bytes, const char *file, plb_day published, plb_report **out,
                           plb_error *err) PLB_MUST_USE;

/* A day as news feeds write it: ISO 8601, "Tue, 20 Aug 2024 10:00:00 GMT", "20 August 2024",
 * "August 20, 2024", "2024/08/20", seconds since 1970. False for anything else. */
bool plb_published_day(plb_str s, plb_day *out);

#endif
