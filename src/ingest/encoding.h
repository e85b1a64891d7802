/* ingest: bytes become well-formed UTF-8, or are refused with the place of the first bad byte. */
#ifndef PLB_INGEST_ENCODING_H
#define PLB_INGEST_ENCODING_H

#include "base/buf.h"
#include "base/error.h"

/* *text is a view of `raw`, or of `room` where something had to be changed:
 *
 *   - UTF-8 stays as it is; a byte order mark goes.
 *   - UTF-16 with a byte order mark is converted.
 *   - Windows-1252 (Latin-1 is a part of it) is converted where it is plain to see: no byte
 * sequence is UTF-8 beyond ASCII, few bytes are beyond ASCII, and each is a quotation mark, dash or
 * the like, or a letter beside an ASCII letter.
 *
 * PLB_EPARSE: `err->at` is the bad byte, counted from 0. A NUL byte is one. Messages are reasons
 * only. */
plb_status plb_decode(plb_str raw, plb_buf *room, plb_str *text, plb_error *err) PLB_MUST_USE;

#endif
