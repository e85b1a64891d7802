/* situate: from events to the situation. In: coded documents. Out: incidents, and what the
 * situation report tells: actors, happenings, claims, talks. */
#ifndef PLB_SITUATE_SITUATE_H
#define PLB_SITUATE_SITUATE_H

#include "base/error.h"
#include "model/doc.h"
#include "model/situation.h"

/* Gives every event of a document its incident: events of one type, day, place and the same sides
 * are one happening, in whatever report they stand. The id depends on the event alone, not on other
 * reports. */
void plb_situate_document(plb_doc *doc);

/* What the situation keeps of a document, copied out of it, in an arena of its own. The caller's,
 * until plb_situation_add takes it; else plb_digest_free. */
plb_status plb_digest_new(const plb_doc *doc, plb_digest **out, plb_error *err) PLB_MUST_USE;
void plb_digest_free(plb_digest *digest);

plb_status plb_situation_new(plb_situation **out, plb_error *err) PLB_MUST_USE;
void plb_situation_free(plb_situation *s);

/* Takes the digest over. */
plb_status plb_situation_add(plb_situation *s, plb_digest *digest, plb_error *err) PLB_MUST_USE;

/* Puts in order what was added: actors by weight, happenings by day, claims by measure, talks. The
 * result does not depend on the order of adding. Call once, after the last plb_situation_add. */
plb_status plb_situation_finish(plb_situation *s, plb_error *err) PLB_MUST_USE;

#endif
