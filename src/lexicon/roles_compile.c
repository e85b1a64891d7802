/* lexicon: compiles roles.tsv: what an actor is without its name. */
#include "lexicon/entries_compile.h"

enum { ROLE, SECTORS, RANK, KIND, PLURAL, NOTE, N_COLUMNS };

static const char *const COLUMNS[N_COLUMNS] = {
    "role", "sectors", "rank", "kind", "plural", "note"
};

static void add_row(const plb_table *t)
{
    static const char NOWHERE[4] = "";
    plb_lex_entry e = plb_entry_blank(PLB_ENTRY_ROLE);
    plb_str role = plb_table_get(t, ROLE);
    if (!role.n) {
        plb_table_error(t, "no role", plb_table_get(t, SECTORS));
        return;
    }
    int64_t rank = plb_table_int(t, RANK, 0);
    if (rank > 9) plb_table_error(t, "rank is 1 to 9", plb_table_get(t, RANK));
    e.rank = (uint8_t)(rank > 9 ? 0 : rank);
    e.n_sectors = plb_table_sectors(t, SECTORS, e.sectors);
    e.actor_kind = plb_table_kind(t, KIND, PLB_KIND_UNKNOWN);
    e.id = plb_entry_slug(t, role, NOWHERE);
    e.name = plb_trie_string(t->c->trie, role);
    e.code = plb_entry_code(t->c, &e);
    uint32_t entry = plb_entry_of_row(t, &e);
    plb_entry_name(t, entry, role, PLB_LEX_ITEM_NAME | PLB_LEX_ITEM_LEMMA);
    plb_entry_names(t, entry, plb_table_get(t, PLURAL), PLB_LEX_ITEM_PLURAL);
}

plb_status plb_roles_compile(plb_compilation *c, plb_error *err)
{
    plb_str path = plb_arena_printf(c->arena, "%s/roles.tsv", c->lexicon_dir);
    if (!path.p) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the roles");
    return plb_table_each(c, path.p, COLUMNS, N_COLUMNS, add_row, err);
}
