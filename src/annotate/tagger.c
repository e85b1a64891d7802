#include "annotate/tagger.h"
#include "annotate/tag_features.h"

void plb_tag(const plb_model *model, plb_words *words, uint8_t (*bins)[PLB_N_MARGINS])
{
    uint64_t keys[PLB_MAX_TAG_FEATURES];
    int32_t score[PLB_MAX_CLASSES];
    for (int32_t i = 1; i <= words->n; i++) {
        int n = plb_tag_features(words, i, keys);
        plb_table_wide(model->kernel, &model->tag, keys, n, score, model->n_tags);
        int best = 0;
        int32_t second = INT32_MIN;
        for (int t = 1; t < model->n_tags; t++) {
            if (score[t] > score[best]) {
                second = score[best];
                best = t;
            } else if (score[t] > second) {
                second = score[t];
            }
        }
        words->word[i].tag = (uint8_t)best;
        words->word[i].upos = model->tag_upos[best];
        bins[i][PLB_MARGIN_TAG] = plb_margin_bin((int64_t)score[best] - second);
    }
}
