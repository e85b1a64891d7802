/* model: what coded a report: enough to get the same bytes again. */
#ifndef PLB_MODEL_PROVENANCE_H
#define PLB_MODEL_PROVENANCE_H

#include "base/str.h"

typedef struct {
    plb_str version, model, lexicon;
} plb_provenance;

#endif
