/* pipeline: the public worker: one report in, text out. */
#include "base/hash.h"
#include "export/record.h"
#include "pipeline/pipeline.h"
#include "text/conllu.h"
#include "text/utf8.h"

#include <stdlib.h>

struct plb_worker {
    plb_pipeline pipeline;
    plb_buf out;
    char id[17];
};

plb_status plb_worker_new(const plb_engine *engine, plb_worker **out, plb_error *err)
{
    plb_worker *w = calloc(1, sizeof *w);
    if (!w) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    plb_status status = plb_pipeline_begin(&w->pipeline, engine, err);
    if (status == PLB_OK)
        *out = w;
    else
        plb_worker_free(w);
    return status;
}

void plb_worker_free(plb_worker *w)
{
    if (!w) return;
    plb_pipeline_end(&w->pipeline);
    plb_buf_free(&w->out);
    free(w);
}

static plb_status check_text(const char *field, plb_str s, plb_error *err)
{
    size_t bad = plb_utf8_check(s);
    if (bad < s.n) return plb_fail(err, PLB_EPARSE, bad, "%s: byte %zu is not UTF-8", field, bad);
    const char *nul = s.n ? memchr(s.p, 0, s.n) : NULL;
    if (nul)
        return plb_fail(err, PLB_EPARSE, (uint64_t)(nul - s.p), "%s: a NUL byte at %zu", field,
                        (size_t)(nul - s.p));
    return PLB_OK;
}

/* The report of an input; its id is that of the same text read from a file. */
static plb_status report_of(plb_worker *w, const plb_input *input, plb_report *report,
                            plb_error *err)
{
    PLB_TRY(check_text("title", input->title, err));
    PLB_TRY(check_text("text", input->text, err));
    *report = (plb_report){ .id = input->id,
                            .url = input->url,
                            .publisher = input->publisher,
                            .published = PLB_DAY_UNKNOWN,
                            .title = input->title,
                            .text = input->text };
    if (input->published.p && !plb_day_parse(input->published, &report->published))
        return plb_fail(err, PLB_EINVAL, 0, "published: '%.*s' is no date (YYYY-MM-DD)",
                        PLB_FMT(input->published));
    if (!report->id.p) {
        plb_hex16(plb_hash(input->text, plb_hash(input->title, 0)), w->id);
        report->id = plb_str_of(w->id);
    }
    return PLB_OK;
}

static plb_status read_input(plb_worker *w, const plb_input *input, plb_report *report,
                             plb_error *err)
{
    PLB_TRY(report_of(w, input, report, err));
    PLB_TRY(plb_pipeline_read(&w->pipeline, report, err));
    plb_buf_clear(&w->out);
    return PLB_OK;
}

static plb_status hand_out(plb_worker *w, plb_status status, plb_str *out, plb_error *err)
{
    if (status != PLB_OK || w->out.failed)
        return plb_fail(err, PLB_ENOMEM, 0, "out of memory for the output");
    *out = plb_buf_str(&w->out);
    return PLB_OK;
}

plb_status plb_worker_code(plb_worker *w, const plb_input *input, plb_str *out, plb_error *err)
{
    plb_report report;
    PLB_TRY(read_input(w, input, &report, err));
    return hand_out(
        w, plb_record_events(&w->pipeline.doc, &w->pipeline.engine->provenance, &w->out), out, err);
}

plb_status plb_worker_annotate(plb_worker *w, const plb_input *input, plb_output_format format,
                               plb_str *out, plb_error *err)
{
    if (format != PLB_OUT_JSONL && format != PLB_OUT_CONLLU)
        return plb_fail(err, PLB_EINVAL, 0, "annotations come as JSON or CoNLL-U");
    plb_report report;
    PLB_TRY(read_input(w, input, &report, err));
    plb_status status = PLB_OK;
    if (format == PLB_OUT_CONLLU)
        plb_conllu_write(&w->pipeline.doc, &w->out);
    else
        status = plb_record_annotation(&w->pipeline.doc, &w->out);
    return hand_out(w, status, out, err);
}
