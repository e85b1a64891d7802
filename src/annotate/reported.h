/* annotate: reported speech that ends a sentence, "…, the ministry said on Monday." In: trees. Out:
 * the same trees, with the verb of speech at the root and what is said as its complement, as the
 * treebanks have it. News is full of this construction, treebanks of other genres are not, and
 * where a parser takes the speaker for the one who did what is told, a bystander becomes a culprit.
 */
#ifndef PLB_ANNOTATE_REPORTED_H
#define PLB_ANNOTATE_REPORTED_H

#include "base/error.h"
#include "lexicon/embedding.h"
#include "lexicon/lexicon.h"

/* Which verbs report: those whose finite complement is their subject's word. Read-only. */
typedef struct {
    plb_embedding embedding;
} plb_reported;

plb_status plb_reported_begin(const plb_lexicon *lex, plb_reported *out,
                              plb_error *err) PLB_MUST_USE;

/* All sentences of an annotated document. */
void plb_reported_speech(const plb_reported *r, plb_doc *doc);

#endif
