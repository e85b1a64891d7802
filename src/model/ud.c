#include "model/ud.h"

static const char *const UPOS[] = {
#define PLB_UPOS(name) #name,
#include "model/upos.def"
#undef PLB_UPOS
};

static const char *const XPOS[] = {
#define PLB_XPOS(id, name) name,
#include "model/xpos.def"
#undef PLB_XPOS
};

static const char *const DEPREL[] = {
#define PLB_DEP(id, name, universal) name,
#include "model/deprel.def"
#undef PLB_DEP
};

static const plb_deprel UNIVERSAL[] = {
#define PLB_DEP(id, name, universal) PLB_DEP_##universal,
#include "model/deprel.def"
#undef PLB_DEP
};

plb_str plb_upos_name(plb_upos upos)
{
    return plb_str_of(UPOS[upos]);
}

plb_str plb_xpos_name(plb_xpos xpos)
{
    return plb_str_of(XPOS[xpos]);
}

plb_str plb_deprel_name(plb_deprel rel)
{
    return plb_str_of(DEPREL[rel]);
}

static int find(const char *const *names, int n, plb_str name)
{
    for (int i = 0; i < n; i++)
        if (plb_str_is(name, names[i])) return i;
    return -1;
}

int plb_upos_of(plb_str name)
{
    return find(UPOS, PLB_N_UPOS, name);
}

int plb_xpos_of(plb_str name)
{
    return find(XPOS, PLB_N_XPOS, name);
}

int plb_deprel_of(plb_str name)
{
    return find(DEPREL, PLB_N_DEP, name);
}

plb_deprel plb_deprel_universal(plb_deprel rel)
{
    return UNIVERSAL[rel];
}
