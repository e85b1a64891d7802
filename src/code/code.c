/* code: from a grounded document to events; the passes of the stage in their order
 * (code_internal.h). */
#include <stdlib.h>

#include "code/code_internal.h"

plb_status plb_coder_new(const plb_lexicon *lex, plb_coder **out, plb_error *err)
{
    plb_coder *c = calloc(1, sizeof *c);
    if (!c) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the coder");
    c->lex = lex;
    plb_status status = plb_argument_rules_new(lex, &c->argument, err);
    if (status == PLB_OK) status = plb_status_rules_new(lex, &c->status, err);
    if (status == PLB_OK) status = plb_attribution_rules_new(lex, &c->attribution, err);
    if (status == PLB_OK) status = plb_frame_rules_new(lex, &c->frame, err);
    if (status != PLB_OK) {
        plb_coder_free(c);
        return status;
    }
    *out = c;
    return PLB_OK;
}

void plb_coder_free(plb_coder *c)
{
    if (!c) return;
    plb_argument_rules_free(c->argument);
    plb_status_rules_free(c->status);
    plb_attribution_rules_free(c->attribution);
    plb_frame_rules_free(c->frame);
    free(c);
}

plb_status plb_code(const plb_coder *c, plb_doc *doc, plb_error *err)
{
    plb_code_work w = { .coder = c, .doc = doc };
    PLB_TRY(plb_code_arguments(&w, err));
    PLB_TRY(plb_code_predicates(&w, err));
    PLB_TRY(plb_code_attributions(&w, err));
    PLB_TRY(plb_code_frames(&w, err));
    PLB_TRY(plb_code_compose(&w, err));
    PLB_TRY(plb_code_finish(&w, err));
    return plb_code_figures(&w, err);
}
