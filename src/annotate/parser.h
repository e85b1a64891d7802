/* annotate: the dependency parser. Greedy arc-hybrid transitions, factored: a move first, then the
 * label of the arc it makes. 2n moves for n tokens. In: tagged words. Out: a tree in state->node.
 */
#ifndef PLB_ANNOTATE_PARSER_H
#define PLB_ANNOTATE_PARSER_H

#include "annotate/model.h"
#include "annotate/transition.h"

/* `state` has room for the sentence; `bins` [n + 2][PLB_N_MARGINS]. */
void plb_parse(const plb_model *model, const plb_words *words, plb_state *state,
               uint8_t (*bins)[PLB_N_MARGINS]);

#endif
