/* annotate: appositions behind a comma, "to Egypt and Qatar, key players in …". In: trees. Out: the
 * same trees, with a noun that a parser hung on the verb as an adverbial, though it has no
 * preposition and names no time, as an apposition of the name before the comma. */
#ifndef PLB_ANNOTATE_APPOSITION_H
#define PLB_ANNOTATE_APPOSITION_H

#include "model/doc.h"

void plb_appositions(plb_doc *doc);

#endif
