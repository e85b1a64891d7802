/* ingest: a report as it is put together: views of fields, copied in the end into memory of its
 * own. */
#ifndef PLB_INGEST_FIELDS_H
#define PLB_INGEST_FIELDS_H

#include "base/error.h"
#include "model/report.h"

/* A copy of the report with all its strings in one block of memory, freed by plb_report_free.
 * Without an id it gets the hash of title and text. NUL bytes in strings become spaces. NULL when
 * memory is short. */
plb_report *plb_report_copy(const plb_report *fields);

/* ---- plain text ---- */

/* Title and text of a plain-text file: its first line is a title if it is short, ends without a
 * stop and an empty line follows. Empty text is left empty. */
void plb_fields_of_text(plb_str file, plb_report *fields);

/* ---- JSON ---- */

/* Reads one JSON object. Fields, the first that is there: id, report_id, guid; url, link; title,
 * headline; text, body, content, event_text; published, date, pub_date, published_at, date_publish;
 * publisher, source, source_name; lang, language. Numbers are taken as text; without an id the url
 * is it. `*parsed` holds the strings until plb_json_value_free. PLB_EPARSE with a reason where it
 * is broken, no object, has no text, or a date of publication that is none (published.h). */
typedef struct plb_json_value plb_json_value;
plb_status plb_fields_of_json(plb_str line, plb_report *fields, plb_json_value **parsed,
                              plb_error *err) PLB_MUST_USE;
void plb_json_value_free(plb_json_value *parsed);

#endif
