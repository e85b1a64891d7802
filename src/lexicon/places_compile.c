/* lexicon: compiles places.tsv. */
#include "lexicon/entries_compile.h"

#include <math.h>
#include <stdio.h>

enum { NAME, ALIASES, LAT, LON, COUNTRY, ADMIN1, GEONAMES, POPULATION, PRECISION, NOTE, N_COLUMNS };

static const char *const COLUMNS[N_COLUMNS] = { "name",      "aliases", "lat",      "lon",
                                                "country",   "admin1",  "geonames", "population",
                                                "precision", "note" };

static uint8_t precision_of(const plb_table *t)
{
    plb_str s = plb_table_get(t, PRECISION);
    for (uint8_t i = PLB_PRECISION_POINT; i <= PLB_PRECISION_COUNTRY; i++)
        if (plb_str_eq(s, plb_precision_name((plb_precision)i))) return i;
    plb_table_error(t, "unknown precision", s);
    return PLB_PRECISION_NONE;
}

static plb_lex_ref id_of(const plb_table *t, const plb_lex_entry *e)
{
    char text[32];
    if (!e->geonames) return plb_entry_slug(t, plb_table_get(t, NAME), e->country);
    int n = snprintf(text, sizeof text, "geonames:%u", e->geonames);
    return plb_trie_string(t->c->trie, (plb_str){ text, (size_t)n });
}

static int32_t millionths(double degrees)
{
    return isnan(degrees) ? PLB_LEX_NOWHERE : (int32_t)lround(degrees * PLB_LEX_DEGREE);
}

static uint32_t number_of(const plb_table *t, uint32_t column)
{
    int64_t value = plb_table_int(t, column, 0);
    if (value <= UINT32_MAX) return (uint32_t)value;
    plb_table_error(t, "number too large", plb_table_get(t, column));
    return 0;
}

static void add_row(const plb_table *t)
{
    plb_lex_entry e = plb_entry_blank(PLB_ENTRY_PLACE);
    plb_str name = plb_table_get(t, NAME);
    if (!name.n) {
        plb_table_error(t, "no name", plb_table_get(t, GEONAMES));
        return;
    }
    plb_entry_country(t, COUNTRY, e.country);
    e.lat = millionths(plb_table_real(t, LAT, -90, 90));
    e.lon = millionths(plb_table_real(t, LON, -180, 180));
    if ((e.lat == PLB_LEX_NOWHERE) != (e.lon == PLB_LEX_NOWHERE))
        plb_table_error(t, "one coordinate without the other", name);
    e.geonames = number_of(t, GEONAMES);
    e.population = number_of(t, POPULATION);
    e.precision = precision_of(t);
    e.id = id_of(t, &e);
    e.name = plb_trie_string(t->c->trie, name);
    e.admin1 = plb_trie_string(t->c->trie, plb_table_get(t, ADMIN1));
    uint32_t entry = plb_entry_of_row(t, &e);
    plb_entry_name(t, entry, name, PLB_LEX_ITEM_NAME);
    plb_entry_names(t, entry, plb_table_get(t, ALIASES), 0);
}

plb_status plb_places_compile(plb_compilation *c, plb_error *err)
{
    plb_str path = plb_arena_printf(c->arena, "%s/places.tsv", c->lexicon_dir);
    if (!path.p) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the places");
    return plb_table_each(c, path.p, COLUMNS, N_COLUMNS, add_row, err);
}
