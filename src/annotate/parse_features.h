/* annotate: the features of the parser, shared with the trainer (after Zhang & Nivre 2011). */
#ifndef PLB_ANNOTATE_PARSE_FEATURES_H
#define PLB_ANNOTATE_PARSE_FEATURES_H

#include "annotate/transition.h"
#include "annotate/word.h"

enum { PLB_MAX_MOVE_FEATURES = 128, PLB_MAX_LABEL_FEATURES = 80 };

/* Of the next move. */
int plb_move_features(const plb_state *state, const plb_words *words,
                      uint64_t keys[PLB_MAX_MOVE_FEATURES]);

/* Of the label of the arc head → dependent that is about to be made. */
int plb_label_features(const plb_state *state, const plb_words *words, int32_t head,
                       int32_t dependent, uint64_t keys[PLB_MAX_LABEL_FEATURES]);

#endif
