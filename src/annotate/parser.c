#include "annotate/parser.h"
#include "annotate/parse_features.h"

static plb_move best_move(const plb_model *model, const plb_words *words, const plb_state *state,
                          int64_t *margin)
{
    bool allowed[PLB_N_MOVES];
    int n_allowed = 0, only = 0;
    for (int m = 0; m < PLB_N_MOVES; m++) {
        allowed[m] = plb_state_allows(state, (plb_move)m);
        if (allowed[m]) only = m;
        n_allowed += allowed[m];
    }
    *margin = INT32_MAX;
    if (n_allowed == 1) return (plb_move)only;

    uint64_t keys[PLB_MAX_MOVE_FEATURES];
    int32_t score[PLB_N_NARROW];
    int n = plb_move_features(state, words, keys);
    model->kernel->narrow(&model->move, keys, n, score);
    int best = -1, second = -1;
    for (int m = 0; m < PLB_N_MOVES; m++) {
        if (!allowed[m]) continue;
        if (best < 0 || score[m] > score[best]) {
            second = best;
            best = m;
        } else if (second < 0 || score[m] > score[second]) {
            second = m;
        }
    }
    *margin = (int64_t)score[best] - score[second];
    return (plb_move)best;
}

/* The best label of an arc that does not come from the root. */
static int best_label(const plb_model *model, const plb_words *words, const plb_state *state,
                      int32_t head, int32_t dependent, int64_t *margin)
{
    uint64_t keys[PLB_MAX_LABEL_FEATURES];
    int32_t score[PLB_MAX_LABELS];
    int n = plb_label_features(state, words, head, dependent, keys);
    plb_table_wide(model->kernel, &model->label, keys, n, score, model->n_labels);
    score[model->root_label] = INT32_MIN;
    int best = model->root_label;
    int32_t second = INT32_MIN;
    for (int l = 0; l < model->n_labels; l++) {
        if (score[l] > score[best]) {
            second = score[best];
            best = l;
        } else if (l != best && score[l] > second) {
            second = score[l];
        }
    }
    *margin = (int64_t)score[best] - second;
    return best;
}

void plb_parse(const plb_model *model, const plb_words *words, plb_state *state,
               uint8_t (*bins)[PLB_N_MARGINS])
{
    plb_state_begin(state, words->n);
    while (!plb_state_done(state)) {
        int64_t move_margin, label_margin = INT32_MAX;
        plb_move move = best_move(model, words, state, &move_margin);
        if (move == PLB_SHIFT) {
            plb_state_move(state, move, 0);
            continue;
        }
        int32_t head, dependent;
        plb_state_arc(state, move, &head, &dependent);
        int label = head == 0 ? model->root_label
                              : best_label(model, words, state, head, dependent, &label_margin);
        bins[dependent][PLB_MARGIN_MOVE] = plb_margin_bin(move_margin);
        bins[dependent][PLB_MARGIN_LABEL] = plb_margin_bin(label_margin);
        plb_state_move(state, move, label);
    }
}
