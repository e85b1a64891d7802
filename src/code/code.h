/* code: from trees and mentions to events. In: a grounded document. Out: predicates with their
 * status, attributions, events with ids. */
#ifndef PLB_CODE_CODE_H
#define PLB_CODE_CODE_H

#include "lexicon/lexicon.h"

typedef struct plb_coder plb_coder; /* frames and classes looked up once; read-only, shared */

plb_status plb_coder_new(const plb_lexicon *lex, plb_coder **out, plb_error *err) PLB_MUST_USE;
void plb_coder_free(plb_coder *c);

plb_status plb_code(const plb_coder *c, plb_doc *doc, plb_error *err) PLB_MUST_USE;

#endif
