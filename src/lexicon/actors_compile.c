/* lexicon: compiles actors/ *.tsv: persons by the offices that they hold (a row an office), groups,
 * organisations, offices. */
#include "lexicon/entries_compile.h"

enum { NAME, ALIASES, CODE, COUNTRY, SECTORS, KIND, ROLE, GENDER, FROM, TO, NOTE, N_COLUMNS };

static const char *const COLUMNS[N_COLUMNS] = { "name",    "aliases", "code", "country",
                                                "sectors", "kind",    "role", "gender",
                                                "from",    "to",      "note" };

static uint8_t gender_of(const plb_table *t)
{
    plb_str s = plb_table_get(t, GENDER);
    if (!s.n) return 0;
    if (s.n != 1 || (s.p[0] != 'f' && s.p[0] != 'm')) {
        plb_table_error(t, "gender is f, m or empty", s);
        return 0;
    }
    return (uint8_t)s.p[0];
}

static void add_row(const plb_table *t)
{
    plb_lex_entry e = plb_entry_blank(PLB_ENTRY_ACTOR);
    plb_str name = plb_table_get(t, NAME), code = plb_table_get(t, CODE);
    if (!name.n) {
        plb_table_error(t, "no name", code);
        return;
    }
    plb_entry_country(t, COUNTRY, e.country);
    e.n_sectors = plb_table_sectors(t, SECTORS, e.sectors);
    e.actor_kind = plb_table_kind(t, KIND, PLB_KIND_UNKNOWN);
    e.gender = gender_of(t);
    e.from = plb_table_day(t, FROM, false);
    e.to = plb_table_day(t, TO, true);
    if (e.from != PLB_DAY_UNKNOWN && e.to != PLB_DAY_UNKNOWN && e.to < e.from)
        plb_table_error(t, "ends before it begins", name);
    static const char NOWHERE[4] = "";
    bool person = e.actor_kind == PLB_KIND_PERSON;
    e.id = plb_entry_slug(t, name, person ? NOWHERE : e.country);
    e.name = plb_trie_string(t->c->trie, name);
    e.code = code.n ? plb_trie_string(t->c->trie, code) : plb_entry_code(t->c, &e);
    plb_str role = plb_table_get(t, ROLE);
    if (role.n && !plb_entry_exists(t->c, PLB_ENTRY_ROLE, role))
        plb_table_warn(t, "the role is not in roles.tsv", role);
    e.role = plb_trie_string(t->c->trie, role);
    uint32_t entry = plb_entry_of_row(t, &e);
    plb_entry_name(t, entry, name, PLB_LEX_ITEM_NAME);
    plb_entry_names(t, entry, plb_table_get(t, ALIASES), 0);
}

plb_status plb_actors_compile_file(plb_compilation *c, const char *path, plb_error *err)
{
    return plb_table_each(c, path, COLUMNS, N_COLUMNS, add_row, err);
}

plb_status plb_actors_compile(plb_compilation *c, plb_error *err)
{
    plb_str folder = plb_arena_printf(c->arena, "%s/actors", c->lexicon_dir);
    if (!folder.p) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the actors");
    plb_paths paths;
    PLB_TRY(plb_source_list(c->arena, folder.p, ".tsv", &paths, err));
    for (uint32_t i = 0; i < paths.n; i++) PLB_TRY(plb_actors_compile_file(c, paths.at[i].p, err));
    return PLB_OK;
}
