#include "pipeline/pipeline.h"

#include "annotate/mend.h"
#include "situate/situate.h"
#include "text/conllu.h"

enum { BYTES_A_TEXT_BYTE = 1500, SMALLEST_ARENA = 16 << 20 };

plb_status plb_pipeline_begin(plb_pipeline *p, const plb_engine *engine, plb_error *err)
{
    *p = (plb_pipeline){ .engine = engine };
    p->arena = plb_arena_new(engine->max_report_bytes * BYTES_A_TEXT_BYTE + SMALLEST_ARENA);
    if (!p->arena) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    return plb_annotator_new(engine->model, &p->annotator, err);
}

void plb_pipeline_end(plb_pipeline *p)
{
    plb_annotator_free(p->annotator);
    plb_arena_free(p->arena);
    *p = (plb_pipeline){ 0 };
}

/* The words that `text` asks for, from the lexicon. */
static bool find_word(const void *context, plb_text_class cls, plb_str lower, plb_str *value)
{
    const plb_engine *engine = context;
    return plb_lexicon_word(engine->lexicon, engine->text_class[cls], lower, value);
}

static plb_status split(plb_pipeline *p, plb_error *err)
{
    const plb_report *report = p->doc.report;
    if (report->conllu) return plb_conllu_read(&p->doc, report->text, PLB_CONLLU_FORMS, err);
    plb_text_words words = { p->engine, find_word };
    return plb_text_split(&p->doc, &words, err);
}

plb_status plb_pipeline_read(plb_pipeline *p, const plb_report *report, plb_error *err)
{
    const plb_engine *engine = p->engine;
    if (report->title.n + report->text.n > engine->max_report_bytes)
        return plb_fail(err, PLB_ELIMIT, engine->max_report_bytes,
                        "the report has %zu bytes, more than the limit of %zu",
                        report->title.n + report->text.n, engine->max_report_bytes);
    plb_arena_reset(p->arena);
    plb_doc_begin(&p->doc, p->arena, report);
    PLB_TRY(split(p, err));
    PLB_TRY(plb_annotate(p->annotator, &p->doc, err));
    if (!report->conllu) plb_mend_trees(&engine->reported, &p->doc);
    plb_lexicon_mark(engine->lexicon, &p->doc);
    PLB_TRY(plb_ground(engine->grounder, &p->doc, err));
    PLB_TRY(plb_code(engine->coder, &p->doc, err));
    plb_situate_document(&p->doc);
    return PLB_OK;
}
