/* train: the dynamic oracle of arc-hybrid (Goldberg & Nivre 2013). */
#ifndef PLB_TRAIN_ORACLE_H
#define PLB_TRAIN_ORACLE_H

#include "annotate/transition.h"

enum { PLB_COST_FORBIDDEN = 1 << 20 };

/* How many arcs of the gold tree each move puts out of reach. */
void plb_oracle_costs(const plb_state *s, const int32_t *gold_head, int32_t cost[PLB_N_MOVES]);

#endif
