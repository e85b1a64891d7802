/* model: tags and relations of Universal Dependencies (universaldependencies.org), as numbers. */
#ifndef PLB_MODEL_UD_H
#define PLB_MODEL_UD_H

#include "base/str.h"

typedef enum {
#define PLB_UPOS(name) PLB_UPOS_##name,
#include "model/upos.def"
#undef PLB_UPOS
    PLB_N_UPOS
} plb_upos;

typedef enum {
#define PLB_XPOS(id, name) PLB_XPOS_##id,
#include "model/xpos.def"
#undef PLB_XPOS
    PLB_N_XPOS
} plb_xpos;

typedef enum {
#define PLB_DEP(id, name, universal) PLB_DEP_##id,
#include "model/deprel.def"
#undef PLB_DEP
    PLB_N_DEP
} plb_deprel;

/* Names as CoNLL-U writes them; static. */
plb_str plb_upos_name(plb_upos upos);
plb_str plb_xpos_name(plb_xpos xpos);
plb_str plb_deprel_name(plb_deprel rel);

/* The number of a name, or -1. */
int plb_upos_of(plb_str name);
int plb_xpos_of(plb_str name);
int plb_deprel_of(plb_str name);

/* The relation before the colon: nsubj:pass → nsubj. */
plb_deprel plb_deprel_universal(plb_deprel rel);

#endif
