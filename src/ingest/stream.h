/* ingest: the bytes of a file or of standard input, as lines or as a whole. Regular files are
 * mapped; what cannot be mapped is read piece by piece, so that memory stays bounded by the longest
 * line. */
#ifndef PLB_INGEST_STREAM_H
#define PLB_INGEST_STREAM_H

#include "base/error.h"
#include "base/str.h"

typedef struct plb_stream plb_stream;

/* "-" is standard input. An empty file is PLB_EPARSE. `limit` bounds a line, and what
 * plb_stream_rest reads. */
plb_status plb_stream_open(const char *path, size_t limit, plb_stream **out,
                           plb_error *err) PLB_MUST_USE;
void plb_stream_close(plb_stream *s);

/* The bytes at hand without moving on, at least `n` if the input has as many. */
plb_status plb_stream_peek(plb_stream *s, size_t n, plb_str *out, plb_error *err) PLB_MUST_USE;

/* The next line without its end ("\n" or "\r\n"), valid until the next call; *line counts from 1.
 * PLB_ENONE at the end. PLB_ELIMIT for a line past the limit: it is passed over, the next call goes
 * on behind it. */
plb_status plb_stream_line(plb_stream *s, plb_str *out, uint64_t *line,
                           plb_error *err) PLB_MUST_USE;

/* All that is left; PLB_ELIMIT past the limit. */
plb_status plb_stream_rest(plb_stream *s, plb_str *out, plb_error *err) PLB_MUST_USE;

#endif
