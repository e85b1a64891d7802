/* text: CoNLL-U (universaldependencies.org/format), from memory into a document and back.
 *
 *   # sent_id = a-1
 *   # text = They didn't go.
 *   1    They  they  PRON  PRP  _  4  nsubj  _  _
 *   2-3  didn't …                                     one written form, several words
 *   2    did   …
 *   3    n't   …                                      PLB_TOKEN_CONTINUES
 *
 * What the model has no place for (features, enhanced dependencies, MISC other than SpaceAfter,
 * empty nodes) is passed over. */
#ifndef PLB_TEXT_CONLLU_H
#define PLB_TEXT_CONLLU_H

#include "base/buf.h"
#include "base/error.h"
#include "model/doc.h"

typedef enum {
    PLB_CONLLU_FORMS, /* the words alone, as `plb_text_split` would leave them */
    PLB_CONLLU_ALL    /* lemma, tags and tree too: every sentence is a tree, linked */
} plb_conllu_columns;

/* Fills a document that plb_doc_begin made: its text part becomes the sentences' texts, a space
 * between them, an empty line before `# newpar` and `# newdoc`. A `# text` that agrees with the
 * forms is taken, else the forms are joined by spaces. A multiword token whose words do not make up
 * its form ("du" = "de le") gives each of them the span of the whole. `in` must live as long as the
 * document.
 *
 * PLB_EPARSE names the line; it counts on from doc->report->at where that is not 0. */
plb_status plb_conllu_read(plb_doc *doc, plb_str in, plb_conllu_columns columns,
                           plb_error *err) PLB_MUST_USE;

/* Writes all sentences. Comments that came in go out; sent_id and text are always there. Columns
 * that nobody filled are `_`. */
void plb_conllu_write(const plb_doc *doc, plb_buf *out);

#endif
