/* ingest: reports out of files; the interface is reader.h.
 *
 *   paths ──► files (walk.c) ──► bytes (stream.c) ──► UTF-8 (encoding.c)
 *         ──► fields (text_fields.c, json_fields.c) ──► a report of its own (report_copy.c) */
#include "ingest/reader.h"
#include "ingest/encoding.h"
#include "ingest/fields.h"
#include "ingest/stream.h"
#include "ingest/walk.h"

#include <stdlib.h>

enum {
    MAX_REPORT_BYTES = 32 << 20,
    PEEK = 4096,           /* bytes that tell a format */
    CONLLU_BYTES = 1 << 20 /* so much CoNLL-U without `# newdoc` is a report of its own */
};

struct plb_reader {
    plb_reader_options options;
    plb_walk *walk;
    const char *path; /* of the file at hand: of the walk; NULL between files */
    plb_stream stream;
    plb_input_format format; /* of the file at hand */
    bool any;                /* it held a record, good or bad */
    plb_buf room;            /* for what had to be converted */
    plb_buf chunk;           /* CoNLL-U being gathered */
    size_t block;            /* where its last block of lines begins */
    uint64_t chunk_line, block_line;
    bool rows; /* it holds tokens before that block */
};

static const struct {
    const char *name;
    plb_input_format format;
} FORMATS[] = {
    { "auto", PLB_FORMAT_AUTO },
    { "txt", PLB_FORMAT_TXT },
    { "jsonl", PLB_FORMAT_JSONL },
    { "conllu", PLB_FORMAT_CONLLU },
};

bool plb_input_format_of(plb_str name, plb_input_format *out)
{
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++)
        if (plb_str_is(name, FORMATS[i].name)) {
            *out = FORMATS[i].format;
            return true;
        }
    return false;
}

plb_reader_options plb_reader_options_default(void)
{
    return (plb_reader_options){ .published = PLB_DAY_UNKNOWN,
                                 .max_report_bytes = MAX_REPORT_BYTES };
}

plb_status plb_reader_open(const plb_reader_options *options, plb_reader **out, plb_error *err)
{
    if (!options->n_paths) return plb_fail(err, PLB_EINVAL, 0, "no path of a report given");
    plb_reader *r = calloc(1, sizeof *r);
    plb_walk *walk = plb_walk_new(options->paths, options->n_paths);
    if (!r || !walk) {
        free(r);
        plb_walk_free(walk);
        return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    }
    r->options = *options;
    r->walk = walk;
    *out = r;
    return PLB_OK;
}

static void close_file(plb_reader *r)
{
    if (r->path) plb_stream_close(&r->stream);
    r->path = NULL;
    plb_buf_clear(&r->chunk);
    r->block = 0;
    r->rows = false;
}

void plb_reader_close(plb_reader *r)
{
    if (!r) return;
    close_file(r);
    plb_walk_free(r->walk);
    plb_buf_free(&r->room);
    plb_buf_free(&r->chunk);
    free(r);
}

/* ---- messages
 * ------------------------------------------------------------------------------------ */

static const char *shown(const plb_reader *r, char room[PLB_SHOWN_PATH])
{
    return strcmp(r->path, "-") == 0 ? "standard input" : plb_shown_path(r->path, room);
}

/* Puts the file before the reason. */
static plb_status of_file(const plb_reader *r, const plb_error *why, plb_error *err)
{
    char room[PLB_SHOWN_PATH];
    return plb_fail(err, why->code, why->at, "%s: %s", shown(r, room), why->msg);
}

/* Puts file and line before the reason. */
static plb_status of_line(const plb_reader *r, const plb_error *why, plb_error *err)
{
    char room[PLB_SHOWN_PATH];
    return plb_fail(err, why->code, r->stream.line, "%s:%llu: %s", shown(r, room),
                    (unsigned long long)r->stream.line, why->msg);
}

/* ---- formats
 * ------------------------------------------------------------------------------------- */

static bool is_conllu(plb_str head)
{
    static const char *const BEGINNINGS[] = { "# sent_id", "# newdoc", "# newpar",
                                              "# text = ", "# global.columns" };
    for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++)
        if (plb_str_starts(head, plb_str_of(BEGINNINGS[i]))) return true;
    size_t tabs = 0;
    plb_str line;
    plb_str_split(&head, '\n', &line);
    for (size_t i = 0; i < line.n; i++) tabs += line.p[i] == '\t';
    return tabs == 9 && line.p[0] == '1';
}

/* By the name where it says so, else by the first bytes. */
static plb_input_format detect(const char *path, plb_str head)
{
    static const struct {
        const char *end;
        plb_input_format format;
    } NAMES[] = { { ".jsonl", PLB_FORMAT_JSONL },
                  { ".ndjson", PLB_FORMAT_JSONL },
                  { ".conllu", PLB_FORMAT_CONLLU },
                  { ".txt", PLB_FORMAT_TXT } };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (plb_str_ends(plb_str_of(path), plb_str_of(NAMES[i].end))) return NAMES[i].format;
    if (plb_str_starts(head, PLB_STR("\xef\xbb\xbf"))) head = plb_str_slice(head, 3, head.n);
    plb_str begin = plb_str_trim(head);
    if (begin.n && begin.p[0] == '{') return PLB_FORMAT_JSONL;
    return is_conllu(begin) ? PLB_FORMAT_CONLLU : PLB_FORMAT_TXT;
}

static plb_status open_file(plb_reader *r, plb_error *err)
{
    plb_error why;
    plb_status status = plb_walk_next(r->walk, &r->path, err);
    if (status != PLB_OK) {
        r->path = NULL;
        return status;
    }
    plb_str head;
    r->any = false;
    if (plb_stream_open(&r->stream, r->path, &why) != PLB_OK) {
        status = of_file(r, &why, err);
        r->path = NULL;
        return status;
    }
    status = plb_stream_peek(&r->stream, PEEK, &head, &why);
    if (status == PLB_OK && !head.n) status = plb_fail(&why, PLB_EPARSE, 0, "the file is empty");
    if (status != PLB_OK) {
        status = of_file(r, &why, err);
        close_file(r);
        return status;
    }
    r->format = r->options.format == PLB_FORMAT_AUTO ? detect(r->path, head) : r->options.format;
    return PLB_OK;
}

/* ---- records
 * ------------------------------------------------------------------------------------- */

static plb_status give(const plb_reader *r, plb_report *fields, plb_report **out, plb_error *why)
{
    fields->file = strcmp(r->path, "-") == 0 ? PLB_STR("standard input") : plb_str_of(r->path);
    *out = plb_report_copy(fields);
    return *out ? PLB_OK : plb_fail(why, PLB_ENOMEM, 0, "out of memory");
}

static plb_report begin_report(const plb_reader *r, uint64_t at)
{
    return (plb_report){ .published = r->options.published, .at = at };
}

static plb_status next_text(plb_reader *r, plb_report **out, plb_error *err)
{
    plb_error why;
    plb_str raw, text;
    if (r->any) return PLB_ENONE;
    r->any = true;
    plb_report fields = begin_report(r, 1);
    plb_status status = plb_stream_all(&r->stream, r->options.max_report_bytes, &raw, &why);
    if (status == PLB_OK) status = plb_decode(raw, &r->room, &text, &why);
    if (status == PLB_OK) {
        plb_fields_of_text(text, &fields);
        if (!plb_str_trim(fields.text).n)
            status = plb_fail(&why, PLB_EPARSE, 0, "the file is empty but for white space");
    }
    if (status == PLB_OK) status = give(r, &fields, out, &why);
    return status == PLB_OK ? PLB_OK : of_file(r, &why, err);
}

static plb_status read_json(plb_reader *r, plb_str line, plb_report **out, plb_error *why)
{
    plb_str text;
    plb_json_value *parsed;
    plb_report fields = begin_report(r, r->stream.line);
    PLB_TRY(plb_decode(line, &r->room, &text, why));
    PLB_TRY(plb_fields_of_json(text, &fields, &parsed, why));
    plb_status status = give(r, &fields, out, why);
    plb_json_value_free(parsed);
    return status;
}

static plb_status next_json(plb_reader *r, plb_report **out, plb_error *err)
{
    plb_error why;
    plb_str line;
    plb_status status;
    do {
        status = plb_stream_line(&r->stream, r->options.max_report_bytes, &line, &why);
        if (status == PLB_ENONE) return PLB_ENONE;
        if (status == PLB_EIO) return of_file(r, &why, err);
    } while (status == PLB_OK && !plb_str_trim(line).n);
    r->any = true;
    if (status == PLB_OK) status = read_json(r, plb_str_trim(line), out, &why);
    return status == PLB_OK ? PLB_OK : of_line(r, &why, err);
}

/* The value of "# newdoc id = …", empty where it has none. */
static plb_str newdoc_id(plb_str chunk)
{
    plb_str line, key;
    while (plb_str_split(&chunk, '\n', &line) && plb_str_starts(line, PLB_STR("#"))) {
        if (!plb_str_starts(line, PLB_STR("# newdoc id"))) continue;
        if (plb_str_split(&line, '=', &key) && line.p) return plb_str_trim(line);
    }
    return (plb_str){ NULL, 0 };
}

/* The first line of the gathered CoNLL-U that is not UTF-8, as an error of that line. */
static plb_status of_chunk(const plb_reader *r, const plb_error *why, plb_error *err)
{
    char room[PLB_SHOWN_PATH];
    uint64_t line = r->chunk_line;
    for (size_t i = 0; i < why->at && i < r->block; i++) line += r->chunk.p[i] == '\n';
    return plb_fail(err, why->code, line, "%s:%llu: %s", shown(r, room), (unsigned long long)line,
                    why->msg);
}

/* What has been gathered before the last block becomes a report. */
static plb_status give_chunk(plb_reader *r, plb_report **out, plb_error *err)
{
    plb_error why;
    plb_str text;
    plb_report fields = begin_report(r, r->chunk_line);
    fields.conllu = true;
    plb_status status = r->chunk.failed
                            ? plb_fail(&why, PLB_ENOMEM, 0, "out of memory")
                            : plb_decode((plb_str){ r->chunk.p, r->block }, &r->room, &text, &why);
    if (status == PLB_OK) {
        fields.text = text;
        fields.id = newdoc_id(text);
        status = give(r, &fields, out, &why);
    }
    if (status != PLB_OK) status = of_chunk(r, &why, err);
    size_t rest = r->chunk.failed ? 0 : r->chunk.n - r->block;
    if (rest) memmove(r->chunk.p, r->chunk.p + r->block, rest);
    plb_buf_clear(&r->chunk);
    r->chunk.n = rest;
    r->chunk_line = r->block_line;
    r->block = 0;
    r->rows = false;
    return status;
}

/* Takes in a line; true when what came before it is a report. */
static bool gather(plb_reader *r, plb_str line)
{
    bool blank = !plb_str_trim(line).n, comment = plb_str_starts(line, PLB_STR("#"));
    if (!r->chunk.n) r->chunk_line = r->block_line = r->stream.line;
    if (blank && !r->chunk.n) return false;
    r->any = true;
    plb_buf_add(&r->chunk, line);
    plb_buf_char(&r->chunk, '\n');
    if (blank) {
        r->block = r->chunk.n;
        r->block_line = r->stream.line + 1;
    }
    if (!blank && !comment) r->rows = true;
    if (r->chunk.failed) return true;
    return r->rows && r->block &&
           (blank ? r->block >= CONLLU_BYTES : plb_str_starts(line, PLB_STR("# newdoc")));
}

static plb_status next_conllu(plb_reader *r, plb_report **out, plb_error *err)
{
    for (;;) {
        plb_error why;
        plb_str line;
        plb_status status = plb_stream_line(&r->stream, r->options.max_report_bytes, &line, &why);
        if (status == PLB_ENONE) {
            r->block = r->chunk.n;
            return r->chunk.n ? give_chunk(r, out, err) : PLB_ENONE;
        }
        if (status == PLB_EIO) return of_file(r, &why, err);
        if (status != PLB_OK) {
            r->any = true;
            return of_line(r, &why, err);
        }
        if (gather(r, line)) return give_chunk(r, out, err);
    }
}

plb_status plb_reader_next(plb_reader *r, plb_report **out, plb_error *err)
{
    *out = NULL;
    for (;;) {
        if (!r->path) PLB_TRY(open_file(r, err));
        plb_status status = r->format == PLB_FORMAT_JSONL    ? next_json(r, out, err)
                            : r->format == PLB_FORMAT_CONLLU ? next_conllu(r, out, err)
                                                             : next_text(r, out, err);
        if (status == PLB_EIO) close_file(r);
        if (status != PLB_ENONE) return status;
        plb_error why;
        bool any = r->any;
        if (!any) {
            plb_fail(&why, PLB_EPARSE, 0, "no report in it");
            status = of_file(r, &why, err);
        }
        close_file(r);
        if (!any) return status;
    }
}
