/* ingest: the bytes of one file; the interface is stream.h. */
#include "ingest/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 };

plb_status plb_stream_open(plb_stream *s, const char *path, plb_error *err)
{
    *s = (plb_stream){ .fd = STDIN_FILENO };
    if (strcmp(path, "-") == 0) return PLB_OK;
    s->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (s->fd < 0) return plb_fail(err, PLB_EIO, 0, "%s", strerror(errno));
    struct stat st;
    if (fstat(s->fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        plb_stream_close(s);
        return plb_fail(err, PLB_EIO, 0, "%s", strerror(EISDIR));
    }
    return PLB_OK;
}

void plb_stream_close(plb_stream *s)
{
    if (s->fd > STDIN_FILENO) close(s->fd);
    s->fd = -1;
    plb_buf_free(&s->bytes);
}

/* Reads a piece more behind what is kept; what was handed out is dropped first. */
static plb_status fill(plb_stream *s, plb_error *err)
{
    char piece[PIECE];
    ssize_t n;
    do n = read(s->fd, piece, sizeof piece);
    while (n < 0 && errno == EINTR);
    if (n < 0) return plb_fail(err, PLB_EIO, 0, "%s", strerror(errno));
    if (n == 0) {
        s->end = true;
        return PLB_OK;
    }
    if (s->at) {
        s->bytes.n -= s->at;
        memmove(s->bytes.p, s->bytes.p + s->at, s->bytes.n);
        s->at = 0;
    }
    plb_buf_add(&s->bytes, (plb_str){ piece, (size_t)n });
    if (s->bytes.failed) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    return PLB_OK;
}

static plb_str kept(const plb_stream *s)
{
    return (plb_str){ s->bytes.p ? s->bytes.p + s->at : "", s->bytes.n - s->at };
}

plb_status plb_stream_peek(plb_stream *s, size_t want, plb_str *out, plb_error *err)
{
    while (!s->end && s->bytes.n - s->at < want) PLB_TRY(fill(s, err));
    *out = kept(s);
    return PLB_OK;
}

plb_status plb_stream_line(plb_stream *s, size_t limit, plb_str *out, plb_error *err)
{
    bool too_long = false;
    s->line++;
    for (size_t seen = 0;;) {
        plb_str have = kept(s);
        const char *end = have.n > seen ? memchr(have.p + seen, '\n', have.n - seen) : NULL;
        size_t n = end ? (size_t)(end - have.p) : have.n;
        too_long = too_long || n > limit;
        if (end || (s->end && (n || too_long))) {
            s->at += n + (end != NULL);
            if (too_long) break;
            *out = (plb_str){ have.p, n };
            return PLB_OK;
        }
        if (s->end) return PLB_ENONE;
        if (too_long) s->at = s->bytes.n; /* passed over as it comes */
        seen = too_long ? 0 : have.n;
        PLB_TRY(fill(s, err));
    }
    return plb_fail(err, PLB_ELIMIT, s->line, "the line is longer than %zu bytes", limit);
}

plb_status plb_stream_all(plb_stream *s, size_t limit, plb_str *out, plb_error *err)
{
    PLB_TRY(plb_stream_peek(s, limit + 1, out, err));
    if (out->n > limit) return plb_fail(err, PLB_ELIMIT, limit, "longer than %zu bytes", limit);
    s->at = s->bytes.n;
    return PLB_OK;
}
