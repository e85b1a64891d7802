/* situate: the parts that plb_situation_finish puts together; nobody outside src/situate includes
 * this. */
#ifndef PLB_SITUATE_SITUATION_PARTS_H
#define PLB_SITUATE_SITUATION_PARTS_H

#include "situate/situate.h"

/* Orders for qsort-like use; unknown days last; reports by day, publisher and id. */
int plb_situation_by_day(plb_day a, plb_day b);
int plb_situation_by_report(const plb_digest *a, const plb_digest *b);

void plb_situation_weigh_actors(plb_situation *s);
void plb_situation_join_happenings(plb_situation *s);
void plb_situation_fold_talks(plb_situation *s);

#endif
