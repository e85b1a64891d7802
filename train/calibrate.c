#include "train/calibrate.h"

#include <math.h>

#include "annotate/parser.h"
#include "annotate/tagger.h"

enum { STEPS = 400, BINS = PLB_MARGIN_BINS };

/* Tokens by the bins of their three margins. */
typedef struct {
    double n[BINS][BINS][BINS], right[BINS][BINS][BINS];
} cells;

typedef struct {
    double part[PLB_N_MARGINS][BINS];
} logits;

static double chance(double logit)
{
    return 1 / (1 + exp(-logit));
}

static void fill_values(plb_confidence *out)
{
    for (int i = 0; i < 2 * PLB_LOGIT_RANGE; i++)
        out->value[i] =
            (uint8_t)lrint(255 * chance((double)(i - PLB_LOGIT_RANGE) / PLB_LOGIT_UNIT));
}

void plb_confidence_flat(plb_confidence *out)
{
    *out = (plb_confidence){ 0 };
    fill_values(out);
}

static bool right(const plb_model *model, const plb_words *words, const plb_state *state,
                  const plb_token *gold, int32_t i, int32_t first)
{
    const plb_node *node = &state->node[i];
    int32_t head = gold->head == PLB_NONE ? 0 : gold->head - first + 1;
    return model->tag_upos[words->word[i].tag] == gold->upos && node->head == head &&
           plb_deprel_universal(model->label_deprel[node->label - 1]) ==
               plb_deprel_universal(gold->deprel);
}

static plb_status count(const plb_model *model, plb_corpus *dev, cells *c, plb_error *err)
{
    size_t nodes = (size_t)dev->longest + 2;
    plb_words words = { .word = PLB_NEW(dev->arena, plb_word, nodes) };
    plb_state state = { .node = PLB_NEW(dev->arena, plb_node, nodes),
                        .stack = PLB_NEW(dev->arena, int32_t, nodes) };
    uint8_t(*bins)[PLB_N_MARGINS] = plb_arena_array(dev->arena, nodes, sizeof *bins);
    if (plb_arena_full(dev->arena)) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    for (int f = 0; f < dev->n_files; f++) {
        const plb_doc *doc = &dev->doc[f];
        for (uint32_t s = 0; s < doc->sentences.n; s++) {
            int32_t first = doc->sentences.at[s].first_token, n = doc->sentences.at[s].n_tokens;
            plb_words_read(&model->vocab, &doc->tokens.at[first], n, PLB_CASING_JUDGE, &words);
            plb_tag(model, &words, bins);
            plb_parse(model, &words, &state, bins);
            for (int32_t i = 1; i <= n; i++) {
                const plb_token *gold = &doc->tokens.at[first + i - 1];
                const uint8_t *b = bins[i];
                c->n[b[0]][b[1]][b[2]]++;
                c->right[b[0]][b[1]][b[2]] += right(model, &words, &state, gold, i, first);
            }
        }
    }
    return PLB_OK;
}

/* One step up the likelihood; each part moves by the surprise in its bin over the bin's size. */
static void climb(const cells *c, logits *l)
{
    double slope[PLB_N_MARGINS][BINS] = { 0 }, bend[PLB_N_MARGINS][BINS] = { 0 };
    for (int i = 0; i < BINS; i++) {
        for (int j = 0; j < BINS; j++) {
            for (int k = 0; k < BINS; k++) {
                double p = chance(l->part[0][i] + l->part[1][j] + l->part[2][k]);
                double surprise = c->right[i][j][k] - p * c->n[i][j][k];
                double weight = p * (1 - p) * c->n[i][j][k];
                int bin[PLB_N_MARGINS] = { i, j, k };
                for (int m = 0; m < PLB_N_MARGINS; m++) {
                    slope[m][bin[m]] += surprise;
                    bend[m][bin[m]] += weight;
                }
            }
        }
    }
    for (int m = 0; m < PLB_N_MARGINS; m++)
        for (int b = 0; b < BINS; b++)
            l->part[m][b] += 0.3 * (slope[m][b] - 0.5 * l->part[m][b]) / (bend[m][b] + 1);
}

plb_status plb_confidence_fit(const plb_model *model, plb_corpus *dev, plb_confidence *out,
                              plb_error *err)
{
    cells *c = plb_arena_alloc(dev->arena, sizeof *c);
    if (!c) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    PLB_TRY(count(model, dev, c, err));
    logits l = { 0 };
    for (int step = 0; step < STEPS; step++) climb(c, &l);
    plb_confidence_flat(out);
    for (int m = 0; m < PLB_N_MARGINS; m++)
        for (int b = 0; b < BINS; b++)
            out->part[m][b] = (int16_t)lrint(l.part[m][b] * PLB_LOGIT_UNIT);
    return PLB_OK;
}
