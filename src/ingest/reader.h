/* ingest: reports out of files. In: paths (files, folders, "-" for standard input). Out: one report
 * after the other, each in memory of its own.
 *
 * A path that cannot be read and a record that is broken cost themselves only: plb_reader_next
 * returns the error, and the next call goes on behind it. Memory stays bounded by the limits below,
 * however large the input. One thread at a time. */
#ifndef PLB_INGEST_READER_H
#define PLB_INGEST_READER_H

#include "base/error.h"
#include "model/report.h"

typedef enum {
    PLB_FORMAT_AUTO,  /* by the content of each file */
    PLB_FORMAT_TXT,   /* the file is one report */
    PLB_FORMAT_JSONL, /* a report a line */
    PLB_FORMAT_CONLLU /* the file is one report; report->conllu is set */
} plb_input_format;

/* "auto", "txt", "jsonl", "conllu"; false where there is no such format. */
bool plb_input_format_of(plb_str name, plb_input_format *out);

typedef struct {
    const char *const *paths; /* [n_paths]; kept by the caller until the reader is closed */
    size_t n_paths;
    plb_input_format format;
    plb_day published;       /* of reports that carry no date; PLB_DAY_UNKNOWN */
    size_t max_report_bytes; /* a longer file or line is PLB_ELIMIT */
} plb_reader_options;

plb_reader_options plb_reader_options_default(void);

typedef struct plb_reader plb_reader;

/* Opens nothing yet but the list; PLB_ENOMEM, PLB_EINVAL (no paths). */
plb_status plb_reader_open(const plb_reader_options *options, plb_reader **out,
                           plb_error *err) PLB_MUST_USE;
void plb_reader_close(plb_reader *reader);

/* The next report, which the caller owns and may hand to another thread (plb_report_free).
 * PLB_ENONE at the end. Every other status is about one file or one record: `err->msg` begins with
 * "FILE: " or "FILE:LINE: ", `err->at` is the line or byte; call again to go on. PLB_ENOMEM too. */
plb_status plb_reader_next(plb_reader *reader, plb_report **out, plb_error *err) PLB_MUST_USE;

void plb_report_free(plb_report *report);

#endif
