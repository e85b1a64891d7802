/* annotate: the features of the tagger, shared with the trainer. */
#ifndef PLB_ANNOTATE_TAG_FEATURES_H
#define PLB_ANNOTATE_TAG_FEATURES_H

#include "annotate/word.h"

enum { PLB_MAX_TAG_FEATURES = 64 };

/* Keys of token `i`; the tags of the tokens before it must be set. Gives their number, always the
 * same. */
int plb_tag_features(const plb_words *words, int32_t i, uint64_t keys[PLB_MAX_TAG_FEATURES]);

#endif
