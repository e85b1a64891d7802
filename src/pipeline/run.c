/* pipeline: runs over files. A reader makes reports, threads read them, results are taken in order.
 */
#include "base/ordered.h"
#include "export/record.h"
#include "export/situation_report.h"
#include "ingest/reader.h"
#include "pipeline/pipeline.h"
#include "situate/situate.h"
#include "text/conllu.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { SLOTS_A_THREAD = 8, PROGRESS_EVERY = 64, MAX_THREADS = 256, KEPT_BUFFER = 1 << 20 };

/* One report on its way. */
typedef struct {
    plb_report *report; /* NULL: an error came instead */
    plb_error err;
    bool failed;
    plb_buf out;
    plb_digest *digest; /* of PLB_TASK_REPORT */
    plb_run_summary counts;
} run_slot;

typedef struct {
    const plb_engine *engine;
    const plb_run_options *options;
    plb_reader *reader;
    plb_pipeline *pipelines; /* [n_threads] */
    unsigned n_threads;
    plb_situation *situation; /* of PLB_TASK_REPORT */
    plb_run_summary *summary;
    bool header_written;
    plb_status status; /* of the output */
    plb_error *err;
    uint64_t sequence;
} run;

plb_run_options plb_run_options_default(void)
{
    return (plb_run_options){ .task = PLB_TASK_CODE };
}

static bool make(void *context, void *slot)
{
    run *r = context;
    run_slot *s = slot;
    s->report = NULL;
    s->digest = NULL;
    s->failed = false;
    s->counts = (plb_run_summary){ 0 };
    if (s->out.cap > KEPT_BUFFER) plb_buf_free(&s->out);
    plb_buf_clear(&s->out);
    plb_status status = plb_reader_next(r->reader, &s->report, &s->err);
    if (status == PLB_ENONE) return false;
    s->failed = status != PLB_OK;
    if (s->failed) s->report = NULL;
    if (s->report) s->report->sequence = r->sequence++;
    return true;
}

static plb_status write_annotation(plb_pipeline *p, plb_output_format format, plb_buf *out)
{
    if (format != PLB_OUT_CONLLU) return plb_record_annotation(&p->doc, out);
    plb_conllu_write(&p->doc, out);
    return out->failed ? PLB_ENOMEM : PLB_OK;
}

/* What the task wants of a document that has been read. */
static plb_status give(const run *r, plb_pipeline *p, run_slot *s)
{
    switch (r->options->task) {
    case PLB_TASK_ANNOTATE:
        return write_annotation(p, r->options->format, &s->out);
    case PLB_TASK_REPORT:
        return plb_digest_new(&p->doc, &s->digest, &s->err);
    case PLB_TASK_CODE:
        break;
    }
    if (r->options->format == PLB_OUT_TABLE) return plb_record_table(&p->doc, &s->out);
    return plb_record_events(&p->doc, &p->engine->provenance, &s->out);
}

static void work(void *context, void *slot, unsigned thread)
{
    run *r = context;
    run_slot *s = slot;
    if (s->failed) return;
    plb_pipeline *p = &r->pipelines[thread];
    plb_error err = { 0 };
    plb_status status = plb_pipeline_read(p, s->report, &err);
    if (status == PLB_OK && (status = give(r, p, s)) != PLB_OK)
        plb_fail(&err, status, 0, "out of memory for the output");
    if (status == PLB_OK) {
        s->counts = (plb_run_summary){ .reports = 1,
                                       .sentences = p->doc.sentences.n,
                                       .words = p->doc.tokens.n,
                                       .events = p->doc.events.n };
        return;
    }
    s->failed = true;
    const plb_report *report = s->report;
    plb_fail(&s->err, status, err.at, "%.*s:%llu: report %.*s: %s", PLB_FMT(report->file),
             (unsigned long long)report->at, PLB_FMT(report->id), err.msg);
}

static void clear_slot(run_slot *s)
{
    plb_report_free(s->report);
    plb_digest_free(s->digest);
    s->report = NULL;
    s->digest = NULL;
}

static bool write_out(run *r, plb_str bytes)
{
    if (!bytes.n) return true;
    r->status = r->options->write(r->options->context, bytes);
    return r->status == PLB_OK;
}

static bool take_good(run *r, run_slot *s)
{
    r->summary->reports += s->counts.reports;
    r->summary->sentences += s->counts.sentences;
    r->summary->words += s->counts.words;
    r->summary->events += s->counts.events;
    if (s->digest) {
        r->status = plb_situation_add(r->situation, s->digest, r->err);
        s->digest = NULL;
        return r->status == PLB_OK;
    }
    if (r->options->format == PLB_OUT_TABLE && s->out.n && !r->header_written) {
        r->header_written = true;
        if (!write_out(r, plb_record_table_header())) return false;
    }
    return write_out(r, plb_buf_str(&s->out));
}

static bool take(void *context, void *slot)
{
    run *r = context;
    run_slot *s = slot;
    bool go_on = true;
    if (s->failed) {
        r->summary->rejected++;
        if (r->options->reject) r->options->reject(r->options->context, &s->err);
    } else {
        go_on = take_good(r, s);
    }
    uint64_t n = r->summary->reports;
    if (r->options->progress && n && n % PROGRESS_EVERY == 0)
        r->options->progress(r->options->context, n);
    clear_slot(s);
    return go_on;
}

static void drop(void *context, void *slot)
{
    (void)context;
    clear_slot(slot);
}

static void free_buffer(void *slot)
{
    plb_buf_free(&((run_slot *)slot)->out);
}

static unsigned threads_of(const plb_run_options *options)
{
    long n = options->jobs ? (long)options->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > MAX_THREADS ? MAX_THREADS : (unsigned)n;
}

static plb_status open_reader(run *r, const char *const *paths, size_t n_paths, plb_error *err)
{
    static const plb_input_format FORMATS[] = { [PLB_INPUT_AUTO] = PLB_FORMAT_AUTO,
                                                [PLB_INPUT_TEXT] = PLB_FORMAT_TXT,
                                                [PLB_INPUT_JSONL] = PLB_FORMAT_JSONL,
                                                [PLB_INPUT_CONLLU] = PLB_FORMAT_CONLLU };
    plb_reader_options o = plb_reader_options_default();
    o.paths = paths;
    o.n_paths = n_paths;
    o.format = FORMATS[r->options->input];
    if (r->options->published && !plb_day_parse(plb_str_of(r->options->published), &o.published))
        return plb_fail(err, PLB_EINVAL, 0, "'%s' is no date: YYYY-MM-DD", r->options->published);
    return plb_reader_open(&o, &r->reader, err);
}

static plb_status begin_threads(run *r, plb_error *err)
{
    r->pipelines = calloc(r->n_threads, sizeof *r->pipelines);
    if (!r->pipelines) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    for (unsigned i = 0; i < r->n_threads; i++)
        PLB_TRY(plb_pipeline_begin(&r->pipelines[i], r->engine, err));
    return PLB_OK;
}

/* The situation report, once all reports are in. */
static plb_status conclude(run *r, plb_error *err)
{
    if (!r->situation || !r->summary->reports) return PLB_OK;
    PLB_TRY(plb_situation_finish(r->situation, err));
    plb_buf out = { 0 };
    plb_situation_style style = { .markdown = r->options->format == PLB_OUT_MARKDOWN,
                                  .colour = r->options->colour,
                                  .width = r->options->width ? r->options->width : 100 };
    plb_situation_report(r->situation, &style, &out);
    plb_status status = out.failed ? plb_fail(err, PLB_ENOMEM, 0, "out of memory") : PLB_OK;
    if (status == PLB_OK) status = r->options->write(r->options->context, plb_buf_str(&out));
    plb_buf_free(&out);
    return status;
}

static plb_status run_all(run *r, const char *const *paths, size_t n_paths, plb_error *err)
{
    PLB_TRY(open_reader(r, paths, n_paths, err));
    PLB_TRY(begin_threads(r, err));
    if (r->options->task == PLB_TASK_REPORT) PLB_TRY(plb_situation_new(&r->situation, err));
    plb_ordered o = {
        r, make, work, take, drop, free_buffer, sizeof(run_slot), r->n_threads * SLOTS_A_THREAD
    };
    PLB_TRY(plb_ordered_run(&o, r->n_threads, err));
    PLB_TRY(r->status);
    return conclude(r, err);
}

plb_status plb_run(const plb_engine *engine, const char *const *paths, size_t n_paths,
                   const plb_run_options *options, plb_run_summary *summary, plb_error *err)
{
    *summary = (plb_run_summary){ 0 };
    run r = { .engine = engine,
              .options = options,
              .summary = summary,
              .err = err,
              .n_threads = threads_of(options) };
    plb_status status = run_all(&r, paths, n_paths, err);
    for (unsigned i = 0; r.pipelines && i < r.n_threads; i++) plb_pipeline_end(&r.pipelines[i]);
    free(r.pipelines);
    plb_situation_free(r.situation);
    plb_reader_close(r.reader);
    return status;
}
