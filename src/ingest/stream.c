#include "ingest/stream.h"

#include "base/mapped.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 1 << 16 };

/*  buffer  [ passed | at hand: begin … end | room ]   a mapped file is all at hand from the start
 */
struct plb_stream {
    int fd; /* -1: mapped */
    plb_mapped map;
    char *buffer;
    size_t cap;
    const char *bytes; /* buffer or map */
    size_t begin, end, limit;
    bool at_end; /* nothing more will come */
    uint64_t line;
    char name[256]; /* for messages */
};

static plb_status open_descriptor(plb_stream *s, const char *path, plb_error *err)
{
    if (!strcmp(path, "-")) {
        s->fd = STDIN_FILENO;
        return PLB_OK;
    }
    struct stat st;
    if (stat(path, &st) != 0) return plb_fail(err, PLB_EIO, 0, "%s: %s", path, strerror(errno));
    if (S_ISREG(st.st_mode)) {
        PLB_TRY(plb_mapped_open(path, &s->map, err));
        s->bytes = (const char *)s->map.p;
        s->end = s->map.n;
        s->at_end = true;
        return PLB_OK;
    }
    s->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (s->fd < 0) return plb_fail(err, PLB_EIO, 0, "%s: %s", path, strerror(errno));
    return PLB_OK;
}

plb_status plb_stream_open(const char *path, size_t limit, plb_stream **out, plb_error *err)
{
    plb_stream *s = calloc(1, sizeof *s);
    if (!s) return plb_fail(err, PLB_ENOMEM, 0, "%s: out of memory", path);
    s->fd = -1;
    s->limit = limit;
    size_t n = strlen(path);
    size_t from = n < sizeof s->name ? 0 : n - sizeof s->name + 1;
    memcpy(s->name, path + from, n - from + 1);
    if (!strcmp(path, "-")) memcpy(s->name, "standard input", sizeof "standard input");
    plb_status status = open_descriptor(s, path, err);
    plb_str first;
    if (status == PLB_OK) status = plb_stream_peek(s, 1, &first, err);
    if (status == PLB_OK && !first.n)
        status = plb_fail(err, PLB_EPARSE, 0, "%s: empty file", s->name);
    if (status == PLB_OK)
        *out = s;
    else
        plb_stream_close(s);
    return status;
}

void plb_stream_close(plb_stream *s)
{
    if (!s) return;
    if (s->fd > STDIN_FILENO) close(s->fd);
    plb_mapped_close(&s->map);
    free(s->buffer);
    free(s);
}

/* Reads one more piece behind what is at hand, or finds the end. */
static plb_status read_more(plb_stream *s, plb_error *err)
{
    if (s->begin) { /* what has been passed makes room */
        memmove(s->buffer, s->buffer + s->begin, s->end - s->begin);
        s->end -= s->begin;
        s->begin = 0;
    }
    if (s->cap - s->end < PIECE) {
        size_t cap = s->cap ? s->cap * 2 : 4 * PIECE;
        char *buffer = realloc(s->buffer, cap);
        if (!buffer) return plb_fail(err, PLB_ENOMEM, s->line, "%s: out of memory", s->name);
        s->buffer = buffer;
        s->cap = cap;
    }
    s->bytes = s->buffer;
    ssize_t n;
    do n = read(s->fd, s->buffer + s->end, PIECE);
    while (n < 0 && errno == EINTR);
    if (n < 0) {
        s->at_end = true;
        return plb_fail(err, PLB_EIO, s->line, "%s: %s", s->name, strerror(errno));
    }
    s->at_end = n == 0;
    s->end += (size_t)n;
    return PLB_OK;
}

plb_status plb_stream_peek(plb_stream *s, size_t n, plb_str *out, plb_error *err)
{
    while (s->end - s->begin < n && !s->at_end) PLB_TRY(read_more(s, err));
    *out = (plb_str){ s->bytes + s->begin, s->end - s->begin };
    return PLB_OK;
}

/* Passes over the rest of a line that is too long. */
static plb_status skip_line(plb_stream *s, plb_error *err)
{
    size_t passed = s->end - s->begin;
    for (;;) {
        const char *end = memchr(s->bytes + s->begin, '\n', s->end - s->begin);
        if (end || s->at_end) {
            s->begin = end ? (size_t)(end - s->bytes) + 1 : s->end;
            return plb_fail(err, PLB_ELIMIT, s->line,
                            "%s:%llu: a line of more than %zu bytes, the limit is %zu", s->name,
                            (unsigned long long)s->line, passed, s->limit);
        }
        s->begin = s->end;
        PLB_TRY(read_more(s, err));
        passed += s->end - s->begin;
    }
}

plb_status plb_stream_line(plb_stream *s, plb_str *out, uint64_t *line, plb_error *err)
{
    size_t looked = 0;
    const char *end = NULL;
    for (;;) {
        size_t n = s->end - s->begin;
        end = n > looked ? memchr(s->bytes + s->begin + looked, '\n', n - looked) : NULL;
        if (end || s->at_end || n > s->limit) break;
        looked = n;
        PLB_TRY(read_more(s, err));
    }
    if (!end && s->begin == s->end) return PLB_ENONE;
    *line = ++s->line;
    size_t n = end ? (size_t)(end - (s->bytes + s->begin)) : s->end - s->begin;
    if (n > s->limit) return skip_line(s, err);
    *out = (plb_str){ s->bytes + s->begin, n };
    s->begin += n + (end != NULL);
    if (out->n && out->p[out->n - 1] == '\r') out->n--;
    return PLB_OK;
}

plb_status plb_stream_rest(plb_stream *s, plb_str *out, plb_error *err)
{
    while (!s->at_end && s->end - s->begin <= s->limit) PLB_TRY(read_more(s, err));
    if (s->end - s->begin > s->limit)
        return plb_fail(err, PLB_ELIMIT, 0, "%s: more than %zu bytes, the limit of a report",
                        s->name, s->limit);
    *out = (plb_str){ s->bytes + s->begin, s->end - s->begin };
    s->begin = s->end;
    return PLB_OK;
}
