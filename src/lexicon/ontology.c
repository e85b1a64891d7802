/* lexicon: PLOVER's types, modes and contexts, CAMEO's codes, at run time. */
#include <math.h>

#include "lexicon/image.h"

static plb_status bad(plb_error *err, const char *what, uint32_t i)
{
    return plb_fail(err, PLB_EPARSE, i, "lexicon: %s %u out of bounds", what, i);
}

plb_status plb_lex_check_ontology(plb_lexicon *lex, plb_error *err)
{
    PLB_LEX_LOAD(lex, "plovertypes", types, n_types, err);
    PLB_LEX_LOAD(lex, "plovermodes", modes, n_modes, err);
    PLB_LEX_LOAD(lex, "plovercontexts", contexts, n_contexts, err);
    PLB_LEX_LOAD(lex, "cameo", cameo, n_cameo, err);
    if (lex->n_types && lex->n_types != PLB_N_TYPES) return bad(err, "types", lex->n_types);
    for (uint32_t i = 0; i < lex->n_types; i++)
        if (!plb_lex_ref_ok(lex, lex->types[i].definition) || lex->types[i].quad > 4)
            return bad(err, "type", i);
    for (uint32_t i = 0; i < lex->n_modes; i++) {
        const plb_lex_mode *m = &lex->modes[i];
        if (!plb_lex_ref_ok(lex, m->name) || !plb_lex_ref_ok(lex, m->definition) ||
            m->type >= PLB_N_TYPES)
            return bad(err, "mode", i);
    }
    for (uint32_t i = 0; i < lex->n_contexts; i++)
        if (!plb_lex_ref_ok(lex, lex->contexts[i].name) ||
            !plb_lex_ref_ok(lex, lex->contexts[i].definition))
            return bad(err, "context", i);
    for (uint32_t i = 0; i < lex->n_cameo; i++) {
        const plb_lex_cameo *c = &lex->cameo[i];
        if (!plb_lex_ref_ok(lex, c->name) || !plb_lex_ref_ok(lex, c->mode) ||
            !plb_lex_ref_ok(lex, c->contexts) || c->code[7] || c->type > PLB_N_TYPES)
            return bad(err, "CAMEO code", i);
    }
    return PLB_OK;
}

static const plb_lex_mode *find_mode(const plb_lexicon *lex, plb_event_type type, plb_str mode)
{
    for (uint32_t i = 0; mode.n && i < lex->n_modes; i++) {
        const plb_lex_mode *m = &lex->modes[i];
        if (m->type == type && plb_str_eq(plb_lex_string(lex, m->name), mode)) return m;
    }
    return NULL;
}

uint8_t plb_ontology_quad(const plb_lexicon *lex, plb_event_type type)
{
    return lex->n_types && type < PLB_N_TYPES ? (uint8_t)lex->types[type].quad : 0;
}

float plb_ontology_score(const plb_lexicon *lex, plb_event_type type, plb_str mode)
{
    const plb_lex_mode *m = find_mode(lex, type, mode);
    if (m && !isnan(m->score)) return m->score;
    return lex->n_types && type < PLB_N_TYPES ? lex->types[type].score : NAN;
}

bool plb_ontology_has_mode(const plb_lexicon *lex, plb_event_type type, plb_str mode)
{
    return find_mode(lex, type, mode) != NULL;
}

bool plb_ontology_has_context(const plb_lexicon *lex, plb_str context)
{
    for (uint32_t i = 0; i < lex->n_contexts; i++)
        if (plb_str_eq(plb_lex_string(lex, lex->contexts[i].name), context)) return true;
    return false;
}

plb_str plb_ontology_definition(const plb_lexicon *lex, plb_event_type type, plb_str mode)
{
    if (mode.n) {
        const plb_lex_mode *m = find_mode(lex, type, mode);
        return m ? plb_lex_string(lex, m->definition) : PLB_STR("");
    }
    bool known = lex->n_types && type < PLB_N_TYPES;
    return known ? plb_lex_string(lex, lex->types[type].definition) : PLB_STR("");
}

static const plb_lex_cameo *find_cameo(const plb_lexicon *lex, plb_str code)
{
    char key[8] = { 0 };
    if (!code.n || code.n >= sizeof key) return NULL;
    memcpy(key, code.p, code.n);
    uint32_t low = 0, high = lex->n_cameo;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = memcmp(lex->cameo[middle].code, key, sizeof key);
        if (order == 0) return &lex->cameo[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool plb_ontology_cameo(const plb_lexicon *lex, plb_str code, float *goldstein)
{
    const plb_lex_cameo *c = find_cameo(lex, code);
    if (c) *goldstein = c->goldstein;
    return c != NULL;
}

bool plb_ontology_cameo_entry(const plb_lexicon *lex, plb_str code, plb_cameo *out)
{
    const plb_lex_cameo *c = find_cameo(lex, code);
    if (!c) return false;
    *out = (plb_cameo){ .code = { c->code, code.n },
                        .name = plb_lex_string(lex, c->name),
                        .goldstein = c->goldstein,
                        .type = c->type < PLB_N_TYPES ? (int)c->type : -1,
                        .mode = plb_lex_string(lex, c->mode),
                        .contexts = plb_lex_string(lex, c->contexts) };
    return true;
}
