/* annotate: a noun that two names share, "killings of Hamas and Hezbollah leaders". In: trees. Out:
 * the same trees, with the noun as the head of the phrase where the parser had cut it off behind
 * the second name and taken the first name for a phrase of its own. */
#ifndef PLB_ANNOTATE_SHARED_NOUN_H
#define PLB_ANNOTATE_SHARED_NOUN_H

#include "model/doc.h"

void plb_shared_nouns(plb_doc *doc);

#endif
