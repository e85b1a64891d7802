/* annotate: relative clauses agree with what they hang on. In: trees. Out: the same trees, with a
 * relative clause moved to the noun next to its pronoun where its verb agrees with that one and not
 * with the noun that the parser chose: "his talks in Qatar, which hosts …". */
#ifndef PLB_ANNOTATE_RELATIVE_H
#define PLB_ANNOTATE_RELATIVE_H

#include "model/doc.h"

void plb_relative_clauses(plb_doc *doc);

#endif
