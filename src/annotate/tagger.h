/* annotate: the tagger. UPOS and XPOS as one class, greedily from left to right by an averaged
 * perceptron (Collins 2002). In: words. Out: tag and upos of each, and its margin's bin. */
#ifndef PLB_ANNOTATE_TAGGER_H
#define PLB_ANNOTATE_TAGGER_H

#include "annotate/model.h"

/* `bins` [n + 2][PLB_N_MARGINS]. */
void plb_tag(const plb_model *model, plb_words *words, uint8_t (*bins)[PLB_N_MARGINS]);

#endif
