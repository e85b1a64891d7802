/* ground: mentions become things. In: a document with trees. Out: mentions of actors, places, dates
 * and quantities; chains of mentions of one actor; the document's day. token->mention names the
 * actor (or place) that a token is the head of. */
#ifndef PLB_GROUND_GROUND_H
#define PLB_GROUND_GROUND_H

#include "lexicon/lexicon.h"

typedef struct plb_grounder plb_grounder; /* classes looked up once; read-only, shared by threads */

plb_status plb_grounder_new(const plb_lexicon *lex, plb_grounder **out,
                            plb_error *err) PLB_MUST_USE;
void plb_grounder_free(plb_grounder *g);

plb_status plb_ground(const plb_grounder *g, plb_doc *doc, plb_error *err) PLB_MUST_USE;

#endif
