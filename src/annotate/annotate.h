/* annotate: tags, lemmas, dependency trees. In: a document with sentences and tokens. Out: upos,
 * xpos, lemma, head, deprel and confidence of every token, always a tree, linked (plb_doc_link). */
#ifndef PLB_ANNOTATE_ANNOTATE_H
#define PLB_ANNOTATE_ANNOTATE_H

#include "base/error.h"
#include "model/doc.h"

typedef struct plb_model plb_model;         /* a mapped model file; read-only, shared by threads */
typedef struct plb_annotator plb_annotator; /* scratch of one thread */

/* A damaged, truncated, foreign-endian or newer file is PLB_EPARSE with the reason. */
plb_status plb_model_open(const char *path, plb_model **out, plb_error *err) PLB_MUST_USE;
void plb_model_close(plb_model *model);
/* Name and version as text; lives as long as the model. */
plb_str plb_model_version(const plb_model *model);

plb_status plb_annotator_new(const plb_model *model, plb_annotator **out,
                             plb_error *err) PLB_MUST_USE;
void plb_annotator_free(plb_annotator *a);

/* All sentences of the document. */
plb_status plb_annotate(plb_annotator *a, plb_doc *doc, plb_error *err) PLB_MUST_USE;

#endif
