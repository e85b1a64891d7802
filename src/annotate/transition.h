/* annotate: the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez & Satta 2011).
 *
 *      stack                 buffer
 *   [ 0 … s1 s0 ]      [ b0 b1 … n ]
 *
 *   shift   b0 goes onto the stack
 *   left    b0 becomes the head of s0, which is popped
 *   right   s1 becomes the head of s0, which is popped
 *
 * 0 is the root; it takes its one dependent as the last move, so that every sentence ends as a tree
 * with a single root after 2n moves. Node n + 1 stands for "no such token", so that features need
 * no branches. */
#ifndef PLB_ANNOTATE_TRANSITION_H
#define PLB_ANNOTATE_TRANSITION_H

#include "base/str.h"

typedef enum { PLB_SHIFT, PLB_LEFT, PLB_RIGHT, PLB_N_MOVES } plb_move;

typedef struct {
    int32_t head;
    int32_t left[2], right[2];    /* dependents so far: the outermost, the one attached before it */
    uint64_t left_set, right_set; /* labels of the dependents, a bit each */
    uint8_t label;                /* 1 + number of the label; 0 none yet */
    uint8_t n_left, n_right;      /* up to PLB_MANY */
} plb_node;

enum { PLB_MANY = 12 };

typedef struct {
    plb_node *node; /* [n + 2] */
    int32_t *stack; /* [n + 1] */
    int32_t depth;  /* of the stack */
    int32_t next;   /* b0; n + 1 once the buffer is empty */
    int32_t n;
} plb_state;

static inline void plb_state_begin(plb_state *s, int32_t n)
{
    s->n = n;
    s->depth = 1;
    s->next = 1;
    s->stack[0] = 0;
    int32_t none = n + 1;
    for (int32_t i = 0; i <= none; i++)
        s->node[i] = (plb_node){ .head = none, .left = { none, none }, .right = { none, none } };
}

static inline bool plb_state_done(const plb_state *s)
{
    return s->next > s->n && s->depth == 1;
}

/* The k-th token from the top of the stack. */
static inline int32_t plb_state_stack(const plb_state *s, int32_t k)
{
    return k < s->depth ? s->stack[s->depth - 1 - k] : s->n + 1;
}

/* The k-th token of the buffer. */
static inline int32_t plb_state_buffer(const plb_state *s, int32_t k)
{
    return k <= s->n - s->next ? s->next + k : s->n + 1;
}

static inline bool plb_state_allows(const plb_state *s, plb_move move)
{
    bool more = s->next <= s->n;
    switch (move) {
    case PLB_SHIFT:
        return more;
    case PLB_LEFT:
        return more && s->depth > 1;
    default:
        return s->depth > 2 || (s->depth == 2 && !more);
    }
}

/* Head and dependent of the arc that a left or right move makes. */
static inline void plb_state_arc(const plb_state *s, plb_move move, int32_t *head,
                                 int32_t *dependent)
{
    *dependent = s->stack[s->depth - 1];
    *head = move == PLB_LEFT ? s->next : s->stack[s->depth - 2];
}

static inline void plb_state_move(plb_state *s, plb_move move, int label)
{
    if (move == PLB_SHIFT) {
        s->stack[s->depth++] = s->next++;
        return;
    }
    int32_t h, d;
    plb_state_arc(s, move, &h, &d);
    s->depth--;
    plb_node *head = &s->node[h];
    s->node[d].head = h;
    s->node[d].label = (uint8_t)(label + 1);
    int32_t *list = d < h ? head->left : head->right;
    uint8_t *count = d < h ? &head->n_left : &head->n_right;
    uint64_t *set = d < h ? &head->left_set : &head->right_set;
    list[1] = list[0];
    list[0] = d;
    if (*count < PLB_MANY) ++*count;
    *set |= UINT64_C(1) << (label & 63);
}

#endif
