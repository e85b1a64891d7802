/* ground: the stage, pass by pass. */
#include "ground/ground_internal.h"

plb_status plb_ground(const plb_grounder *g, plb_doc *doc, plb_error *err)
{
    plb_grounding s;
    PLB_TRY(plb_ground_begin(g, doc, &s, err));
    PLB_TRY(plb_ground_document_date(&s, err));
    PLB_TRY(plb_ground_dates(&s, err));
    PLB_TRY(plb_ground_quantities(&s, err));
    PLB_TRY(plb_ground_places(&s, err));
    PLB_TRY(plb_ground_actors(&s, err));
    PLB_TRY(plb_ground_coreference(&s, err));
    return plb_ground_count_actors(&s, err);
}
