#include "train/oracle.h"

/* b0 goes above the stack: its head and its dependents there are lost, except a head that is s0. */
static int32_t shift_cost(const plb_state *s, const int32_t *head)
{
    int32_t b0 = s->next, cost = 0;
    for (int32_t i = 0; i < s->depth; i++) {
        int32_t t = s->stack[i];
        cost += head[b0] == t && i < s->depth - 1;
        cost += t != 0 && head[t] == b0;
    }
    return cost;
}

/* s0 goes away: its dependents in the buffer are lost, and its head if that is not the one it gets.
 */
static int32_t pop_cost(const plb_state *s, const int32_t *head, plb_move move)
{
    int32_t s0 = s->stack[s->depth - 1], s1 = s->stack[s->depth - 2], cost = 0;
    for (int32_t i = s->next; i <= s->n; i++) {
        cost += head[i] == s0;
        cost += head[s0] == i && !(move == PLB_LEFT && i == s->next);
    }
    return cost + (move == PLB_LEFT && head[s0] == s1);
}

void plb_oracle_costs(const plb_state *s, const int32_t *gold_head, int32_t cost[PLB_N_MOVES])
{
    for (int m = 0; m < PLB_N_MOVES; m++) {
        if (!plb_state_allows(s, (plb_move)m))
            cost[m] = PLB_COST_FORBIDDEN;
        else
            cost[m] =
                m == PLB_SHIFT ? shift_cost(s, gold_head) : pop_cost(s, gold_head, (plb_move)m);
    }
}
