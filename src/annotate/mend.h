/* annotate: what the parser gets wrong in newswire as a rule, mended. In: trees. Out: trees,
 * linked. */
#ifndef PLB_ANNOTATE_MEND_H
#define PLB_ANNOTATE_MEND_H

#include "annotate/reported.h"

/* Reported speech, relative clauses, shared nouns, appositions, in this order; all sentences. Trees
 * that are known to be right (a treebank's) should not be given. */
void plb_mend_trees(const plb_reported *reported, plb_doc *doc);

#endif
