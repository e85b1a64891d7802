/* lexicon: entries while they are compiled: countries, actors, roles, places. */
#ifndef PLB_LEXICON_ENTRIES_COMPILE_H
#define PLB_LEXICON_ENTRIES_COMPILE_H

#include "lexicon/lexicon.h"
#include "lexicon/tsv_table.h"

/* An entry with nothing known. */
plb_lex_entry plb_entry_blank(plb_entry_kind kind);

/* Adds the entry of a row, or one without a source; its number, or UINT32_MAX when memory is short.
 */
uint32_t plb_entry_of_row(const plb_table *t, const plb_lex_entry *e);
uint32_t plb_entry_add(plb_compilation *c, const plb_lex_entry *e, plb_origin origin);

/* Makes a name find the entry, in all its variants. A name with "!" behind it matches only as it is
 * written. `flags`: PLB_LEX_ITEM_*. */
void plb_entry_name(const plb_table *t, uint32_t entry, plb_str name, uint32_t flags);

/* The same for every name of a list with | between. */
void plb_entry_names(const plb_table *t, uint32_t entry, plb_str list, uint32_t flags);

/* Whether it has that name already. */
bool plb_entry_has_name(plb_compilation *c, uint32_t entry, plb_str name);

/* "Lord's Resistance Army" → "lord-s-resistance-army", with "-uga" where there is such a country;
 * the id of what is known by name alone. */
plb_lex_ref plb_entry_slug(const plb_table *t, plb_str name, const char country[4]);

/* The country in a column, checked against countries.tsv. */
void plb_entry_country(const plb_table *t, uint32_t wanted, char out[4]);

/* CAMEO style: country, then sectors. */
plb_lex_ref plb_entry_code(plb_compilation *c, const plb_lex_entry *e);

plb_status plb_countries_compile(plb_compilation *c, plb_error *err) PLB_MUST_USE;
plb_status plb_roles_compile(plb_compilation *c, plb_error *err) PLB_MUST_USE;
plb_status plb_places_compile(plb_compilation *c, plb_error *err) PLB_MUST_USE;
plb_status plb_actors_compile(plb_compilation *c, plb_error *err) PLB_MUST_USE;

/* One file with the header of actors; also for users' overlays. */
plb_status plb_actors_compile_file(plb_compilation *c, const char *path,
                                   plb_error *err) PLB_MUST_USE;

/* Finds what is there twice and names that stand for two actors at one time. */
void plb_entries_check(plb_compilation *c);

/* Whether there is an entry of that kind with that name. */
bool plb_entry_exists(plb_compilation *c, plb_entry_kind kind, plb_str name);

/* Adds the sections "entries" and "countries". */
plb_status plb_entries_write(plb_compilation *c, plb_error *err) PLB_MUST_USE;

#endif
