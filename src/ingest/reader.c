#include "ingest/reader.h"

#include "ingest/paths.h"
#include "ingest/record.h"
#include "ingest/stream.h"

#include <stdio.h>
#include <stdlib.h>

enum { DETECTED_FROM = 4096, DEFAULT_MAX_REPORT = 32 << 20 };

struct plb_reader {
    plb_reader_options options;
    plb_paths *paths;
    plb_stream *stream; /* of the file at hand, or NULL */
    plb_input_format format;
    char file[1024]; /* its name, for messages */
};

bool plb_input_format_of(plb_str name, plb_input_format *out)
{
    static const char *const NAMES[] = { [PLB_FORMAT_AUTO] = "auto",
                                         [PLB_FORMAT_TXT] = "txt",
                                         [PLB_FORMAT_JSONL] = "jsonl",
                                         [PLB_FORMAT_CONLLU] = "conllu" };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        if (!plb_str_is(name, NAMES[i])) continue;
        *out = (plb_input_format)i;
        return true;
    }
    return false;
}

plb_reader_options plb_reader_options_default(void)
{
    return (plb_reader_options){ .published = PLB_DAY_UNKNOWN,
                                 .max_report_bytes = DEFAULT_MAX_REPORT };
}

plb_status plb_reader_open(const plb_reader_options *options, plb_reader **out, plb_error *err)
{
    if (!options->n_paths) return plb_fail(err, PLB_EINVAL, 0, "no path given");
    plb_reader *r = calloc(1, sizeof *r);
    if (!r) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    r->options = *options;
    plb_status status = plb_paths_new(options->paths, options->n_paths, &r->paths, err);
    if (status == PLB_OK)
        *out = r;
    else
        plb_reader_close(r);
    return status;
}

void plb_reader_close(plb_reader *r)
{
    if (!r) return;
    plb_stream_close(r->stream);
    plb_paths_free(r->paths);
    free(r);
}

static bool looks_like_conllu(plb_str s)
{
    static const char *const STARTS[] = { "# newdoc", "# sent_id", "# text =", "# global", "1\t" };
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (plb_str_starts(s, plb_str_of(STARTS[i]))) return true;
    return false;
}

static plb_input_format detect(plb_str start)
{
    start = plb_str_trim(start);
    if (start.n && start.p[0] == '{') return PLB_FORMAT_JSONL;
    return looks_like_conllu(start) ? PLB_FORMAT_CONLLU : PLB_FORMAT_TXT;
}

static plb_str without_mark(plb_str s)
{
    return plb_str_starts(s, PLB_STR("\xEF\xBB\xBF")) ? plb_str_slice(s, 3, s.n) : s;
}

static plb_status open_next(plb_reader *r, plb_error *err)
{
    const char *file;
    PLB_TRY(plb_paths_next(r->paths, &file, err));
    snprintf(r->file, sizeof r->file, "%s", strcmp(file, "-") ? file : "standard input");
    PLB_TRY(plb_stream_open(file, r->options.max_report_bytes, &r->stream, err));
    plb_str start;
    plb_status status = plb_stream_peek(r->stream, DETECTED_FROM, &start, err);
    if (status != PLB_OK) {
        plb_stream_close(r->stream);
        r->stream = NULL;
        return status;
    }
    r->format = r->options.format;
    if (start.n > DETECTED_FROM) start.n = DETECTED_FROM;
    if (r->format == PLB_FORMAT_AUTO) r->format = detect(without_mark(start));
    return PLB_OK;
}

static plb_status next_json(plb_reader *r, plb_report **out, plb_error *err)
{
    plb_str line;
    uint64_t at;
    do {
        PLB_TRY(plb_stream_line(r->stream, &line, &at, err));
        if (at == 1) line = without_mark(line);
    } while (!plb_str_trim(line).n);
    return plb_record_json(line, r->file, at, r->options.published, out, err);
}

/* A file that is one report. */
static plb_status next_whole(plb_reader *r, plb_report **out, plb_error *err)
{
    plb_str bytes;
    PLB_TRY(plb_stream_peek(r->stream, 1, &bytes, err));
    if (!bytes.n) return PLB_ENONE;
    PLB_TRY(plb_stream_rest(r->stream, &bytes, err));
    bytes = without_mark(bytes);
    if (r->format == PLB_FORMAT_TXT)
        return plb_record_text(bytes, r->file, r->options.published, out, err);
    plb_record_fields fields = { .text = bytes, .conllu = true, .file = r->file };
    return plb_record_make(&fields, r->options.published, out, err);
}

plb_status plb_reader_next(plb_reader *r, plb_report **out, plb_error *err)
{
    for (;;) {
        if (!r->stream) PLB_TRY(open_next(r, err));
        plb_status status =
            r->format == PLB_FORMAT_JSONL ? next_json(r, out, err) : next_whole(r, out, err);
        bool over = status == PLB_ENONE || (status != PLB_OK && r->format != PLB_FORMAT_JSONL) ||
                    status == PLB_EIO;
        if (over) {
            plb_stream_close(r->stream);
            r->stream = NULL;
        }
        if (status != PLB_ENONE) return status;
    }
}
