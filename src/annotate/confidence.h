/* annotate: how sure the annotator is of a token, from the margins between the best and the
 * second-best score of its tag, its attachment and its label. The chance that all three are right
 * is modelled as logit = sum of a part per margin, in bins of binary magnitude, fitted on
 * development text; it is given as 0…255. */
#ifndef PLB_ANNOTATE_CONFIDENCE_H
#define PLB_ANNOTATE_CONFIDENCE_H

#include <stdint.h>

typedef enum { PLB_MARGIN_TAG, PLB_MARGIN_MOVE, PLB_MARGIN_LABEL, PLB_N_MARGINS } plb_margin;

enum { PLB_MARGIN_BINS = 16, PLB_LOGIT_UNIT = 32, PLB_LOGIT_RANGE = 256 };

typedef struct {
    int16_t part[PLB_N_MARGINS][PLB_MARGIN_BINS]; /* in 1 / PLB_LOGIT_UNIT */
    uint8_t value[2 * PLB_LOGIT_RANGE];           /* [logit + PLB_LOGIT_RANGE], 0…255 */
} plb_confidence;

/* The bin of a margin: the number of its binary digits. */
static inline uint8_t plb_margin_bin(int64_t margin)
{
    uint8_t bin = 0;
    while (margin > 0 && bin < PLB_MARGIN_BINS - 1) {
        margin >>= 1;
        bin++;
    }
    return bin;
}

static inline uint8_t plb_confidence_of(const plb_confidence *c, const uint8_t bin[PLB_N_MARGINS])
{
    int logit = PLB_LOGIT_RANGE;
    for (int m = 0; m < PLB_N_MARGINS; m++) logit += c->part[m][bin[m]];
    if (logit < 0) logit = 0;
    if (logit >= 2 * PLB_LOGIT_RANGE) logit = 2 * PLB_LOGIT_RANGE - 1;
    return c->value[logit];
}

#endif
