/* annotate: relative clauses hang on the noun that they are about. In: trees. Out: the same trees,
 * with a relative clause moved to the noun next to its pronoun where its verb agrees with that one
 * and not with the noun that the parser chose ("his talks in Qatar, which hosts …"), and with
 * ", which …" behind a noun made a relative clause of it where the parser took it for something
 * else. */
#ifndef PLB_ANNOTATE_RELATIVE_H
#define PLB_ANNOTATE_RELATIVE_H

#include "model/doc.h"

void plb_relative_clauses(plb_doc *doc);

#endif
