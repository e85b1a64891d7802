/* lexicon: compiles data/ontology/: plover_types.tsv, plover_modes.tsv, plover_contexts.tsv,
 * cameo.tsv. */
#include <math.h>
#include <stdlib.h>

#include "lexicon/tsv_table.h"
#include "model/event.h"

/* ---- types and modes
 * -------------------------------------------------------------------------------- */

enum { TYPE, QUAD, SCORE, DEFINITION, TYPE_NOTE, N_TYPE_COLUMNS };
static const char *const TYPE_COLUMNS[] = { "type", "quad", "score", "definition", "note" };

enum { MODE_TYPE, MODE, MODE_SCORE, MODE_DEFINITION, MODE_NOTE, N_MODE_COLUMNS };
static const char *const MODE_COLUMNS[] = { "type", "mode", "score", "definition", "note" };

enum { HIGHEST = 10 }; /* of scores, and -10 the lowest */

/* The type in a column, or PLB_N_TYPES, which is an error unless it is empty. */
static uint32_t type_of(const plb_table *t, uint32_t column)
{
    plb_str name = plb_table_get(t, column);
    int type = plb_event_type_of(name);
    if (type >= 0) return (uint32_t)type;
    if (name.n) plb_table_error(t, "unknown type of event", name);
    return PLB_N_TYPES;
}

static void type_row(const plb_table *t)
{
    plb_compilation *c = t->c;
    uint32_t type = type_of(t, TYPE);
    int64_t quad = plb_table_int(t, QUAD, 0);
    if (type == PLB_N_TYPES || quad < 1 || quad > 4) {
        plb_table_error(t, "want a type and a quad class of 1 to 4", plb_table_get(t, QUAD));
        return;
    }
    if (c->types[type].quad) plb_table_error(t, "is there already", plb_table_get(t, TYPE));
    c->types[type] = (plb_lex_type){
        .score = (float)plb_table_real(t, SCORE, -HIGHEST, HIGHEST),
        .quad = (uint32_t)quad,
        .definition = plb_trie_string(c->trie, plb_table_get(t, DEFINITION)),
    };
}

static plb_lex_mode *find_mode(const plb_compilation *c, uint32_t type, plb_lex_ref name)
{
    for (uint32_t i = 0; i < c->modes.n; i++) {
        plb_lex_mode *m = &c->modes.at[i];
        if (m->type == type && m->name.offset == name.offset && m->name.n == name.n) return m;
    }
    return NULL;
}

static void mode_row(const plb_table *t)
{
    plb_compilation *c = t->c;
    uint32_t type = type_of(t, MODE_TYPE);
    plb_str name = plb_table_get(t, MODE);
    if (type == PLB_N_TYPES || !name.n) {
        plb_table_error(t, "want a type and a mode", name);
        return;
    }
    plb_lex_ref ref = plb_trie_string(c->trie, name);
    if (find_mode(c, type, ref)) plb_table_error(t, "is there already", name);
    plb_lex_mode *m = PLB_PUSH(c->arena, &c->modes);
    if (!m) return;
    *m = (plb_lex_mode){
        .name = ref,
        .definition = plb_trie_string(c->trie, plb_table_get(t, MODE_DEFINITION)),
        .type = type,
        .score = (float)plb_table_real(t, MODE_SCORE, -HIGHEST, HIGHEST),
    };
}

/* ---- contexts
 * ---------------------------------------------------------------------------------------- */

enum { CONTEXT, CONTEXT_DEFINITION, CONTEXT_NOTE, N_CONTEXT_COLUMNS };
static const char *const CONTEXT_COLUMNS[] = { "context", "definition", "note" };

static bool has_context(const plb_compilation *c, plb_lex_ref name)
{
    for (uint32_t i = 0; i < c->contexts.n; i++)
        if (c->contexts.at[i].name.offset == name.offset) return true;
    return false;
}

static void context_row(const plb_table *t)
{
    plb_compilation *c = t->c;
    plb_str name = plb_table_get(t, CONTEXT);
    plb_lex_ref ref = plb_trie_string(c->trie, name);
    if (!name.n || has_context(c, ref)) {
        plb_table_error(t, "no context, or one that is there already", name);
        return;
    }
    plb_lex_context *context = PLB_PUSH(c->arena, &c->contexts);
    if (!context) return;
    context->name = ref;
    context->definition = plb_trie_string(c->trie, plb_table_get(t, CONTEXT_DEFINITION));
}

/* ---- CAMEO
 * ------------------------------------------------------------------------------------------- */

enum { CODE, NAME, GOLDSTEIN, CAMEO_TYPE, CAMEO_MODE, CAMEO_CONTEXT, CAMEO_NOTE, N_CAMEO_COLUMNS };
static const char *const CAMEO_COLUMNS[] = { "code", "name",    "goldstein", "type",
                                             "mode", "context", "note" };

/* Two to four digits. */
static bool is_code(plb_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9') return false;
    return s.n >= 2 && s.n <= 4;
}

static void check_contexts(const plb_table *t, plb_str list)
{
    if (!list.n) return;
    for (plb_str name; plb_str_split(&list, '|', &name);)
        if (!has_context(t->c, plb_trie_string(t->c->trie, name)))
            plb_table_error(t, "unknown context", name);
}

static void cameo_row(const plb_table *t)
{
    plb_compilation *c = t->c;
    plb_str code = plb_table_get(t, CODE), mode = plb_table_get(t, CAMEO_MODE);
    plb_str contexts = plb_table_get(t, CAMEO_CONTEXT);
    if (!is_code(code)) {
        plb_table_error(t, "want a code of two to four digits", code);
        return;
    }
    plb_lex_cameo *e = PLB_PUSH(c->arena, &c->cameo);
    if (!e) return;
    double goldstein = plb_table_real(t, GOLDSTEIN, -HIGHEST, HIGHEST);
    if (isnan(goldstein)) plb_table_error(t, "no score", code);
    *e = (plb_lex_cameo){
        .goldstein = (float)goldstein,
        .type = type_of(t, CAMEO_TYPE),
        .name = plb_trie_string(c->trie, plb_table_get(t, NAME)),
        .mode = plb_trie_string(c->trie, mode),
        .contexts = plb_trie_string(c->trie, contexts),
    };
    memcpy(e->code, code.p, code.n);
    if (mode.n && !find_mode(c, e->type, e->mode))
        plb_table_error(t, "the type has no such mode", mode);
    check_contexts(t, contexts);
    if (c->cameo.n > 1 && memcmp(e[-1].code, e->code, sizeof e->code) >= 0)
        plb_table_error(t, "codes are sorted, each once", code);
}

/* ---- all
 * --------------------------------------------------------------------------------------------- */

static plb_status each(plb_compilation *c, const char *name, const char *const *columns, uint32_t n,
                       void (*row)(const plb_table *t), plb_error *err)
{
    plb_str path = plb_arena_printf(c->arena, "%s/%s", c->ontology_dir, name);
    if (!path.p) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the ontology");
    return plb_table_each(c, path.p, columns, n, row, err);
}

#define ADD(c, name, at, n)                                                                        \
    plb_lex_writer_add((c)->writer, (name), (plb_str){ (const char *)(at), (n) * sizeof *(at) },   \
                       err)

plb_status plb_ontology_compile(plb_compilation *c, plb_error *err)
{
    c->types = PLB_NEW(c->arena, plb_lex_type, PLB_N_TYPES);
    if (!c->types) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the ontology");
    PLB_TRY(each(c, "plover_types.tsv", TYPE_COLUMNS, N_TYPE_COLUMNS, type_row, err));
    PLB_TRY(each(c, "plover_modes.tsv", MODE_COLUMNS, N_MODE_COLUMNS, mode_row, err));
    PLB_TRY(each(c, "plover_contexts.tsv", CONTEXT_COLUMNS, N_CONTEXT_COLUMNS, context_row, err));
    PLB_TRY(each(c, "cameo.tsv", CAMEO_COLUMNS, N_CAMEO_COLUMNS, cameo_row, err));
    PLB_TRY(ADD(c, "plovertypes", c->types, PLB_N_TYPES));
    PLB_TRY(ADD(c, "plovermodes", c->modes.at, c->modes.n));
    PLB_TRY(ADD(c, "plovercontexts", c->contexts.at, c->contexts.n));
    return ADD(c, "cameo", c->cameo.at, c->cameo.n);
}
