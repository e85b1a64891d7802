#include "annotate/parse_features.h"
#include "annotate/key.h"

/* Templates are numbered by their place, see tag_features.c. */
#define F1(a) (keys[n] = plb_key1((uint32_t)n, a), n++)
#define F2(a, b) (keys[n] = plb_key2((uint32_t)n, a, b), n++)
#define F3(a, b, c) (keys[n] = plb_key3((uint32_t)n, a, b, c), n++)

/* Norm, tag, part of speech and label of a position. */
#define W(i) words->word[i].norm
#define P(i) ((uint32_t)words->word[i].tag)
#define U(i) ((uint32_t)words->word[i].upos)
#define L(i) ((uint32_t)node[i].label)
#define SET(i, side) ((uint32_t)(node[i].side##_set ^ node[i].side##_set >> 32))

static uint32_t distance(int32_t d)
{
    if (d < 0) d = -d;
    return d > 10 ? 6 : d > 5 ? 5 : (uint32_t)d;
}

int plb_move_features(const plb_state *state, const plb_words *words,
                      uint64_t keys[PLB_MAX_MOVE_FEATURES])
{
    const plb_node *node = state->node;
    int32_t s0 = plb_state_stack(state, 0), s1 = plb_state_stack(state, 1),
            s2 = plb_state_stack(state, 2);
    int32_t b0 = plb_state_buffer(state, 0), b1 = plb_state_buffer(state, 1),
            b2 = plb_state_buffer(state, 2);
    int32_t s0l = node[s0].left[0], s0l2 = node[s0].left[1];
    int32_t s0r = node[s0].right[0], s0r2 = node[s0].right[1];
    int32_t s1l = node[s1].left[0], s1r = node[s1].right[0], s1r2 = node[s1].right[1];
    int32_t b0l = node[b0].left[0], b0l2 = node[b0].left[1];
    uint32_t ws0 = W(s0), ws1 = W(s1), wb0 = W(b0), wb1 = W(b1);
    uint32_t ps0 = P(s0), ps1 = P(s1), ps2 = P(s2), pb0 = P(b0), pb1 = P(b1), pb2 = P(b2);
    uint32_t gap = distance(b0 - s0), gap1 = distance(s0 - s1);
    int n = 0;

    /* single words */
    F1(ps0);
    F1(ws0);
    F2(ws0, ps0);
    F1(ps1);
    F1(ws1);
    F2(ws1, ps1);
    F1(pb0);
    F1(wb0);
    F2(wb0, pb0);
    F1(wb1);
    F1(pb1);
    F2(wb1, pb1);
    F1(pb2);
    F1(ps2);
    F1(W(b2));
    F1(W(s2));

    /* top of the stack and front of the buffer */
    F3(ws0, ps0, plb_pair(wb0, pb0));
    F3(ws0, ps0, wb0);
    F3(ps0, wb0, pb0);
    F3(ws0, ps0, pb0);
    F2(ws0, wb0);
    F2(ps0, pb0);
    F2(pb0, pb1);
    F2(ws0, pb0);
    F2(ps0, wb0);

    /* the two topmost of the stack */
    F2(ws1, ws0);
    F2(ps1, ps0);
    F3(ws1, ps1, ps0);
    F3(ps1, ws0, ps0);
    F2(ws1, ps0);
    F2(ps1, ws0);
    F2(ws1, wb0);
    F2(ps1, pb0);
    F2(ws1, pb0);
    F2(ps1, wb0);

    /* three tags */
    F3(pb0, pb1, pb2);
    F3(ps0, pb0, pb1);
    F3(ps1, ps0, pb0);
    F3(ps2, ps1, ps0);
    F3(ps1, pb0, pb1);
    F3(ps0, pb1, pb2);
    F3(ps0, P(s0l), pb0);
    F3(ps0, P(s0r), pb0);
    F3(ps0, pb0, P(b0l));
    F3(ps1, ps0, P(s0l));
    F3(ps1, ps0, P(s0r));
    F3(ps1, ps0, P(s1r));
    F3(ps1, ps0, P(s1l));
    F3(ps1, P(s1r), pb0);

    /* distance and number of dependents */
    F2(ws0, gap);
    F2(ps0, gap);
    F2(wb0, gap);
    F2(pb0, gap);
    F3(ws0, wb0, gap);
    F3(ps0, pb0, gap);
    F3(ps1, ps0, gap1);
    F3(ws1, ws0, gap1);
    F2(ws0, node[s0].n_right);
    F2(ps0, node[s0].n_right);
    F2(ws0, node[s0].n_left);
    F2(ps0, node[s0].n_left);
    F2(wb0, node[b0].n_left);
    F2(pb0, node[b0].n_left);
    F2(ws1, node[s1].n_right);
    F2(ps1, node[s1].n_right);

    /* dependents and their labels */
    F1(W(s0l));
    F1(L(s0l));
    F2(L(s0l), ps0);
    F1(W(s0r));
    F2(L(s0r), ps0);
    F1(W(b0l));
    F2(L(b0l), pb0);
    F3(L(s1r), ps1, ps0);
    F3(L(node[s1].left[0]), ps1, L(s0l));
    F2(P(s0r2), ps0);
    F2(P(s0l2), ps0);
    F2(P(s1r2), ps1);
    F2(P(b0l2), pb0);
    F3(ps0, pb0, SET(s0, left));
    F3(ps0, pb0, SET(s0, right));
    F2(ws0, SET(s0, right));
    F2(ws0, SET(s0, left));
    F3(ps0, pb0, SET(b0, left));
    F3(ps1, ps0, SET(s1, right));

    /* wider views */
    F3(U(s1), U(s0), plb_pair(U(b0), U(b1)));
    F3(L(s0l), L(s0r), plb_pair(U(s0), U(b0)));
    F3(ws0, W(s0r), pb0);
    F3(ps0, W(s0r), wb0);
    F3(ws0, pb0, pb1);
    F3(ps0, wb0, pb1);
    F3(ps0, wb0, wb1);
    return n;
}

int plb_label_features(const plb_state *state, const plb_words *words, int32_t head,
                       int32_t dependent, uint64_t keys[PLB_MAX_LABEL_FEATURES])
{
    const plb_node *node = state->node;
    int32_t h = head, d = dependent, none = state->n + 1;
    int32_t dl = node[d].left[0], dl2 = node[d].left[1], dr = node[d].right[0];
    int32_t hl = node[h].left[0], hl2 = node[h].left[1], hr = node[h].right[0];
    int32_t d_next = d + 1 <= none ? d + 1 : none, d_prev = d - 1;
    int32_t h_next = h + 1 <= none ? h + 1 : none, h_prev = h > 0 ? h - 1 : none;
    uint32_t wh = W(h), wd = W(d), ph = P(h), pd = P(d);
    uint32_t side = h < d;
    uint32_t gap = distance(h - d) * 2 + side;
    uint32_t tags = plb_pair(ph, pd);
    int n = 0;

    /* head and dependent */
    F1(side);
    F2(side, pd);
    F2(side, wd);
    F3(side, wd, pd);
    F2(side, ph);
    F2(side, wh);
    F3(side, wh, ph);
    F2(side, tags);
    F3(side, wh, pd);
    F3(side, ph, wd);
    F3(side, wh, wd);
    F2(gap, tags);
    F2(gap, pd);
    F2(gap, wd);
    F3(side, tags, wd);
    F3(side, tags, wh);
    F3(side, words->word[d].suffix[2], ph);
    F3(side, words->word[h].suffix[2], pd);
    F2(words->word[d].shape, ph);

    /* the dependent's own dependents */
    F3(side, pd, P(dl));
    F3(side, pd, P(dr));
    F3(side, pd, W(dl));
    F3(side, tags, W(dl));
    F3(side, pd, L(dl));
    F3(side, tags, L(dl));
    F3(side, pd, L(dr));
    F3(side, pd, W(dr));
    F3(side, tags, W(dl2));
    F3(side, tags, SET(d, left));
    F3(side, wd, SET(d, left));

    /* what the head has already */
    F3(side, ph, L(hl));
    F3(side, tags, L(hl));
    F3(side, tags, L(hr));
    F3(side, plb_pair(wh, pd), L(hl));
    F3(side, plb_pair(wh, pd), L(hr));
    F3(side, tags, SET(h, left));
    F3(side, tags, SET(h, right));
    F3(side, ph, L(hl2));

    /* neighbours */
    F3(side, pd, P(d_prev));
    F3(side, pd, P(d_next));
    F3(side, pd, W(d_prev));
    F3(side, pd, W(d_next));
    F3(side, tags, plb_pair(P(d_prev), P(d_next)));
    F3(side, tags, plb_pair(P(h_prev), P(h_next)));
    return n;
}
