/* lexicon: compiles countries.tsv. The first row of a code is the state or territory, further rows
 * of the code are parts of it that reports name as actors. A row becomes an entry for its names,
 * one for its adjectives, one for its people, and one for its capital as a word for its government.
 */
#include <math.h>

#include "lexicon/entries_compile.h"

enum {
    ISO3,
    ISO2,
    ISONUM,
    COW,
    GWCODE,
    FIPS,
    CAMEO,
    NAME,
    ALIASES,
    ADJECTIVES,
    DEMONYMS,
    CAPITAL,
    CAPITAL_LAT,
    CAPITAL_LON,
    REGION,
    FROM,
    TO,
    NOTE,
    N_COLUMNS
};

static const char *const COLUMNS[N_COLUMNS] = { "iso3",        "iso2",        "isonum",   "cow",
                                                "gwcode",      "fips",        "cameo",    "name",
                                                "aliases",     "adjectives",  "demonyms", "capital",
                                                "capital_lat", "capital_lon", "region",   "from",
                                                "to",          "note" };

/* The first of a list. */
static plb_str first_of(plb_str list)
{
    plb_str first = { list.p, 0 };
    plb_str_split(&list, '|', &first);
    return plb_str_trim(first);
}

static const plb_lex_country *state_of(const plb_compilation *c, const char code[4])
{
    for (uint32_t i = 0; i < c->countries.n; i++)
        if (memcmp(c->countries.at[i].iso3, code, 4) == 0) return &c->countries.at[i];
    return NULL;
}

static void add_state(const plb_table *t, const char code[4], uint32_t entry)
{
    plb_trie *trie = t->c->trie;
    plb_lex_country *state = PLB_PUSH(t->c->arena, &t->c->countries);
    if (!state) return;
    memcpy(state->iso3, code, 4);
    plb_table_code(t, ISO2, state->iso2);
    plb_table_code(t, FIPS, state->fips);
    plb_table_code(t, CAMEO, state->cameo);
    state->iso_number = (int32_t)plb_table_int(t, ISONUM, -1);
    state->cow = (int32_t)plb_table_int(t, COW, -1);
    state->gw = (int32_t)plb_table_int(t, GWCODE, -1);
    state->entry = entry;
    state->capital = plb_trie_string(trie, first_of(plb_table_get(t, CAPITAL)));
    state->region = plb_trie_string(trie, plb_table_get(t, REGION));
    state->capital_lat = plb_table_real(t, CAPITAL_LAT, -90, 90);
    state->capital_lon = plb_table_real(t, CAPITAL_LON, -180, 180);
}

/* One entry of the row with other names and another kind. */
static void add_words(const plb_table *t, const plb_lex_entry *state, plb_entry_kind kind,
                      plb_str names)
{
    if (!names.n) return;
    plb_lex_entry e = *state;
    e.kind = (uint8_t)kind;
    plb_entry_names(t, plb_entry_of_row(t, &e), names, 0);
}

/* The capital by the names that the country does not have itself: "Singapore" is the country first.
 */
static void add_capital(const plb_table *t, const plb_lex_entry *state, uint32_t entry)
{
    plb_str list = plb_table_get(t, CAPITAL), name;
    plb_lex_entry e = *state;
    e.flags = PLB_LEX_ENTRY_METONYM;
    uint32_t capital = UINT32_MAX;
    while (list.n && plb_str_split(&list, '|', &name)) {
        name = plb_str_trim(name);
        if (plb_entry_has_name(t->c, entry, name)) continue;
        if (capital == UINT32_MAX) capital = plb_entry_of_row(t, &e);
        plb_entry_name(t, capital, name, 0);
    }
}

static void add_row(const plb_table *t)
{
    plb_lex_entry e = plb_entry_blank(PLB_ENTRY_COUNTRY);
    plb_str name = plb_table_get(t, NAME);
    plb_table_code(t, ISO3, e.country);
    if (strlen(e.country) != 3) plb_table_error(t, "want a code of three letters", name);
    if (!name.n) plb_table_error(t, "no name", plb_table_get(t, ISO3));
    bool is_state = !state_of(t->c, e.country);
    plb_str code = { e.country, strlen(e.country) };
    e.actor_kind = PLB_KIND_COUNTRY;
    e.precision = is_state ? PLB_PRECISION_COUNTRY : PLB_PRECISION_REGION;
    e.name = plb_trie_string(t->c->trie, name);
    e.code = plb_trie_string(t->c->trie, code);
    e.id = is_state ? e.code : plb_entry_slug(t, name, e.country);
    e.from = plb_table_day(t, FROM, false);
    e.to = plb_table_day(t, TO, true);
    uint32_t entry = plb_entry_of_row(t, &e);
    if (is_state) add_state(t, e.country, entry);
    plb_entry_name(t, entry, name, PLB_LEX_ITEM_NAME);
    plb_entry_names(t, entry, plb_table_get(t, ALIASES), 0);
    add_words(t, &e, PLB_ENTRY_ADJECTIVE, plb_table_get(t, ADJECTIVES));
    add_words(t, &e, PLB_ENTRY_DEMONYM, plb_table_get(t, DEMONYMS));
    add_capital(t, &e, entry);
}

plb_status plb_countries_compile(plb_compilation *c, plb_error *err)
{
    plb_str path = plb_arena_printf(c->arena, "%s/countries.tsv", c->lexicon_dir);
    if (!path.p) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the countries");
    return plb_table_each(c, path.p, COLUMNS, N_COLUMNS, add_row, err);
}
