/* lexicon: an open file as its readers in this folder see it: tables that were checked once. */
#ifndef PLB_LEXICON_IMAGE_H
#define PLB_LEXICON_IMAGE_H

#include "base/mapped.h"
#include "lexicon/format.h"
#include "lexicon/lexicon.h"

struct plb_lexicon {
    plb_mapped map; /* the file, or p == NULL where the bytes are in `owned` */
    char *owned;    /* on the heap, or NULL */
    plb_str bytes;
    const plb_lex_section *sections; /* [n_sections] */
    uint32_t n_sections;
    uint64_t source_hash;
    char version[17];

    plb_str strings;
    const plb_lex_ref *words; /* [n_words] */
    const plb_lex_slot *slots;
    const plb_lex_node *nodes;
    const plb_lex_edge *edges;
    const plb_lex_item *items;
    const plb_lex_ref *values;
    const plb_lex_class *classes; /* sorted by name */
    const plb_lex_entry *entries;
    const plb_lex_country *countries; /* sorted by iso3 */
    const plb_lex_type *types;        /* [PLB_N_TYPES], or NULL */
    const plb_lex_mode *modes;
    const plb_lex_context *contexts;
    const plb_lex_cameo *cameo; /* sorted by code */
    uint32_t n_entries, n_countries, n_types, n_modes, n_contexts, n_cameo;
    uint32_t n_words, n_slots, n_nodes, n_edges, n_items, n_values, n_classes;
};

static inline plb_str plb_lex_string(const plb_lexicon *lex, plb_lex_ref r)
{
    return (plb_str){ lex->strings.p + r.offset, r.n };
}

/* Opens bytes in memory, which must be 8-byte aligned and are the lexicon's from then on (free). On
 * failure they stay the caller's. */
plb_status plb_lexicon_open_bytes(char *bytes, size_t n, plb_lexicon **out,
                                  plb_error *err) PLB_MUST_USE;

/* The elements of a section that is an array of `size`-byte structs; none where there is no such
 * section. */
plb_status plb_lex_array(const plb_lexicon *lex, const char *name, size_t size, const void **at,
                         uint32_t *n, plb_error *err) PLB_MUST_USE;

/* Whether a string lies within "strings". */
static inline bool plb_lex_ref_ok(const plb_lexicon *lex, plb_lex_ref r)
{
    return r.offset <= lex->strings.n && r.n <= lex->strings.n - r.offset;
}

/* Each reader checks the tables that it walks, once, on opening. */
plb_status plb_lex_check_tries(plb_lexicon *lex, plb_error *err) PLB_MUST_USE;
plb_status plb_lex_check_entries(plb_lexicon *lex, plb_error *err) PLB_MUST_USE;
plb_status plb_lex_check_ontology(plb_lexicon *lex, plb_error *err) PLB_MUST_USE;

/* Puts the address and number of a section's structs into fields of the lexicon. */
#define PLB_LEX_LOAD(lex, name, table, count, err)                                                 \
    do {                                                                                           \
        const void *plb_at_;                                                                       \
        PLB_TRY(plb_lex_array((lex), (name), sizeof *(lex)->table, &plb_at_, &(lex)->count, err)); \
        (lex)->table = plb_at_;                                                                    \
    } while (0)

#endif
