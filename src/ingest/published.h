/* ingest: the day on which a report says that it was published. */
#ifndef PLB_INGEST_PUBLISHED_H
#define PLB_INGEST_PUBLISHED_H

#include "model/day.h"

/* Reads, with or without a time behind it, in the zone in which it is written:
 *
 *   2024-08-20   2024-08-20T10:00:00Z   20240820   2024/08/20       ISO 8601 and its like
 *   240820                                                          as event data write it
 *   Tue, 20 Aug 2024 10:00:00 GMT                                   RFC 822
 *   20 August 2024   August 20, 2024   20-Aug-2024                  months by their first letters
 *   1724148000   1724148000000                                      seconds, milliseconds since
 * 1970
 *
 * 20/08/2024 is not taken: nobody can tell it from 08/20/2024 in all cases. False where it is none
 * of these or no calendar day. */
bool plb_published_parse(plb_str s, plb_day *out);

#endif
