/* export: the record. In: a coded document. Out: JSON as DESIGN fixes it, one event a line, and the
 * layers below the events, one report a line. Offsets are code points of the part. */
#ifndef PLB_EXPORT_RECORD_H
#define PLB_EXPORT_RECORD_H

#include "base/buf.h"
#include "model/doc.h"
#include "model/provenance.h"

/* One line an event. PLB_ENOMEM where memory ran out. */
plb_status plb_record_events(plb_doc *doc, const plb_provenance *coder, plb_buf *out) PLB_MUST_USE;

/* One line for the report. */
plb_status plb_record_annotation(plb_doc *doc, plb_buf *out) PLB_MUST_USE;

/* A table for eyes, a row an event, and its heading; static. */
plb_status plb_record_table(plb_doc *doc, plb_buf *out) PLB_MUST_USE;
plb_str plb_record_table_header(void);

#endif
