/* cli: messages and output. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void complain(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("polybius: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

void print_finding(void *context, const char *line)
{
    ++*(size_t *)context;
    fprintf(stderr, "%s\n", line);
}

plb_engine *open_engine(const cli_options *options)
{
    plb_engine_options o = plb_engine_options_default();
    o.model_path = options->model;
    o.lexicon_path = options->lexicon_file;
    o.overlays = options->overlays;
    o.n_overlays = options->n_overlays;
    plb_engine *engine = NULL;
    plb_error err = { 0 };
    if (plb_engine_open(&o, &engine, &err) == PLB_OK) return engine;
    complain("%s", err.msg);
    return NULL;
}

bool sink_open(sink *s, const char *path)
{
    *s = (sink){ .fd = STDOUT_FILENO, .name = "standard output" };
    if (path && strcmp(path, "-")) {
        s->name = path;
        s->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (s->fd < 0) {
            complain("%s: %s", path, strerror(errno));
            return false;
        }
    }
    s->to_terminal = isatty(s->fd);
    return true;
}

static plb_status broken(sink *s)
{
    if (!s->broken) complain("%s: %s", s->name, strerror(errno));
    s->broken = true;
    return PLB_EIO;
}

plb_status sink_write(void *context, plb_str bytes)
{
    sink *s = context;
    while (bytes.n) {
        ssize_t n = write(s->fd, bytes.p, bytes.n);
        if (n < 0) {
            if (errno == EINTR) continue;
            return broken(s);
        }
        bytes = (plb_str){ bytes.p + n, bytes.n - (size_t)n };
    }
    return PLB_OK;
}

bool sink_close(sink *s)
{
    if (s->fd != STDOUT_FILENO && close(s->fd) != 0) broken(s);
    return !s->broken;
}
