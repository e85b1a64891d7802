/* pipeline: the whole flow. In: a report. Out: a coded document. The only part that knows all
 * stages. */
#ifndef PLB_PIPELINE_PIPELINE_H
#define PLB_PIPELINE_PIPELINE_H

#include "annotate/annotate.h"
#include "annotate/reported.h"
#include "code/code.h"
#include "ground/ground.h"
#include "lexicon/lexicon.h"
#include "model/provenance.h"
#include "text/split.h"

/* What is opened once and shared by all threads. */
struct plb_engine {
    plb_lexicon *lexicon;
    plb_model *model;
    plb_reported reported;
    plb_grounder *grounder;
    plb_coder *coder;
    plb_class text_class[PLB_N_TEXT_CLASSES]; /* what `text` asks for */
    plb_provenance provenance;
    plb_arena *arena; /* the strings of the facts */
    plb_str model_path, lexicon_path;
    size_t max_report_bytes;
};

/* What one thread needs to read reports. */
typedef struct {
    const plb_engine *engine;
    plb_annotator *annotator;
    plb_arena *arena; /* of the document at hand */
    plb_doc doc;
} plb_pipeline;

plb_status plb_pipeline_begin(plb_pipeline *p, const plb_engine *engine,
                              plb_error *err) PLB_MUST_USE;
void plb_pipeline_end(plb_pipeline *p);

/* Reads a report into p->doc, which lives until the next call. A report of CoNLL-U (report->conllu)
 * keeps its tokens. */
plb_status plb_pipeline_read(plb_pipeline *p, const plb_report *report,
                             plb_error *err) PLB_MUST_USE;

#endif
