/* ground: numbers in digits and words, for the passes of dates and quantities. */
#ifndef PLB_GROUND_NUMBER_H
#define PLB_GROUND_NUMBER_H

#include "ground/ground_internal.h"

typedef struct {
    double value;
    int32_t n_tokens;
    bool digits;     /* begins with digits */
    bool multiplied; /* "2.3 million", "two dozen" */
} plb_number;

/* The number that begins at `token` and ends before `end`: "1,200", "2.3 million", "two hundred and
 * five", "a dozen", "twenty-five". Words for one ("a") count only before a multiplier. */
bool plb_ground_number(const plb_grounding *s, int32_t token, int32_t end, plb_number *out);

/* Reads digits with thousands' commas and decimals to the end of `s`. False for anything else. */
bool plb_number_digits(plb_str s, double *out);

/* A whole number of at most four digits that is all of `s`, or -1. */
int plb_number_small(plb_str s);

#endif
