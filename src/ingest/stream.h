/* ingest: the bytes of one file or of standard input, by lines or as a whole, within a limit. */
#ifndef PLB_INGEST_STREAM_H
#define PLB_INGEST_STREAM_H

#include "base/buf.h"
#include "base/error.h"

typedef struct {
    int fd;
    plb_buf bytes; /* what has been read; what lies before `at` has been handed out */
    size_t at;
    uint64_t line; /* of the line handed out last, from 1 */
    bool end;      /* nothing more comes */
} plb_stream;

/* "-" is standard input, which is never closed. A folder is PLB_EIO. Messages are reasons only. */
plb_status plb_stream_open(plb_stream *s, const char *path, plb_error *err) PLB_MUST_USE;
void plb_stream_close(plb_stream *s);

/* The next bytes, at least `want` of them unless the end comes before; they stay to be read. */
plb_status plb_stream_peek(plb_stream *s, size_t want, plb_str *out, plb_error *err) PLB_MUST_USE;

/* The next line without its end, valid until the next call. PLB_ENONE at the end; PLB_ELIMIT where
 * it is longer than `limit`: it has been passed over. */
plb_status plb_stream_line(plb_stream *s, size_t limit, plb_str *out, plb_error *err) PLB_MUST_USE;

/* All that is left; PLB_ELIMIT where that is more than `limit`. */
plb_status plb_stream_all(plb_stream *s, size_t limit, plb_str *out, plb_error *err) PLB_MUST_USE;

#endif
