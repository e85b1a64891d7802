/* text: what stands before and around the running text: datelines, date stamps, bylines, repeated
 * titles, boilerplate. Works on the pieces of a paragraph, before sentences are made. Private. */
#ifndef PLB_TEXT_LEAD_H
#define PLB_TEXT_LEAD_H

#include "text/pieces.h"

/* The piece behind a dateline that begins at piece `from`, and where its parts are; `from` where
 * there is none. Taken are a place in capitals or with a date, an agency or a country behind it,
 * and a dash: CAIRO, Aug 20 (Reuters) —     GUATEMALA CITY, 15 NOV 89 (ACAN EFE) -- [TEXT] BEIRUT
 * (AP) - NEWARK, N.J. _     Taipei, Taiwan —     MOSCOW, July 5 /TASS/.     KABUL: */
uint32_t plb_lead_dateline(const plb_splitting *s, uint32_t from, plb_dateline *out);

/* The piece behind a date, written for itself before the text: "Published October 2 2017 | At least
 * …". `date` is its span. */
uint32_t plb_lead_stamp(const plb_splitting *s, uint32_t from, plb_span *date);

/* Where the report's title is repeated within the first pieces: true, and its first piece and the
 * one behind it. */
bool plb_lead_title(const plb_splitting *s, uint32_t *first, uint32_t *end);

/* Where the end of the paragraph is no running text, behind its last stop: a sign-off ("--
 * Reuters"), a line that was run into it ("Read also"): the first piece of it, and its kind of
 * line; else the number of pieces. */
uint32_t plb_lead_tail(const plb_splitting *s, uint32_t from, plb_line *line);

/* What kind of line the whole paragraph is: BYLINE, BOILERPLATE, or TEXT. */
plb_line plb_lead_line(const plb_splitting *s);

#endif
