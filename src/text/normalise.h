/* text: spellings made alike, for matching. */
#ifndef PLB_TEXT_NORMALISE_H
#define PLB_TEXT_NORMALISE_H

#include "base/str.h"

/* Writes `in` so that spellings of one name become the same bytes: case folded, diacritics and
 * marks taken off ("Erdoğan", "ERDOGAN" → "erdogan"; decomposed and composed text alike), ligatures
 * and width variants resolved, all apostrophes ', all double quotes ", all dashes -, all spaces one
 * ASCII space, invisible characters (zero-width, soft hyphen) left out.
 *
 * Returns the length; 0 where it passes `cap` or `in` is not well-formed UTF-8. ASCII needs in.n
 * bytes, other text rarely more. */
size_t plb_fold(plb_str in, char *out, size_t cap);

#endif
