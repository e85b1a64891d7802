/* lexicon: what the compilers of countries, actors, roles and places share: entries and their
 * names. */
#include "lexicon/entries_compile.h"

#include <stdlib.h>

#include "lexicon/name_key.h"
#include "lexicon/trie.h"
#include "text/normalise.h"

plb_lex_entry plb_entry_blank(plb_entry_kind kind)
{
    return (plb_lex_entry){ .kind = (uint8_t)kind,
                            .from = PLB_DAY_UNKNOWN,
                            .to = PLB_DAY_UNKNOWN,
                            .lat = PLB_LEX_NOWHERE,
                            .lon = PLB_LEX_NOWHERE };
}

uint32_t plb_entry_add(plb_compilation *c, const plb_lex_entry *e, plb_origin origin)
{
    plb_origin *from = PLB_PUSH(c->arena, &c->origins);
    plb_lex_entry *at = from ? PLB_PUSH(c->arena, &c->entries) : NULL;
    if (!at) return UINT32_MAX;
    *from = origin;
    *at = *e;
    return c->entries.n - 1;
}

uint32_t plb_entry_of_row(const plb_table *t, const plb_lex_entry *e)
{
    return plb_entry_add(t->c, e, (plb_origin){ t->path, t->tsv.line });
}

/* Whether a name of one token is told from an ordinary word by its capitals alone: a short acronym,
 * or one that is a word of the language. */
static bool needs_case(const plb_trie *trie, const plb_key *key, plb_key_case letters)
{
    if (key->n != 1 || !(letters.upper & 1)) return false;
    return letters.first_letters <= PLB_KEY_SHORT_ACRONYM || plb_trie_is_word(trie, key->token[0]);
}

/* Adds an item, or eases the one that the entry has at that node. */
static void put_item(plb_trie *trie, uint32_t node, plb_lex_item item)
{
    uint32_t at = 0;
    for (plb_lex_item *i; (i = plb_trie_next_item(trie, node, &at));) {
        if (i->value != item.value) continue;
        uint32_t exact = i->flags & item.flags & PLB_LEX_ITEM_EXACT;
        i->flags = ((i->flags | item.flags) & ~(uint32_t)PLB_LEX_ITEM_EXACT) | exact;
        i->capital = i->capital && item.capital ? i->capital | item.capital : 0;
        i->upper &= item.upper;
        return;
    }
    plb_trie_item(trie, node, item);
}

void plb_entry_name(const plb_table *t, uint32_t entry, plb_str name, uint32_t flags)
{
    plb_compilation *c = t->c;
    name = plb_str_trim(name);
    if (!name.n || entry == UINT32_MAX) return;
    if (name.p[name.n - 1] == '!') {
        name.n--;
        flags |= PLB_LEX_ITEM_EXACT;
    }
    plb_key key[PLB_KEY_MAX_VARIANTS];
    uint32_t n = plb_key_variants(c->splitter, name, key);
    if (!n) plb_table_error(t, "no name, or too many words in it", name);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t node = plb_key_node(c->trie, PLB_LEX_ENTRY_ROOT, &key[i]);
        if (!node) {
            plb_table_error(t, "a word of the name is too long", name);
            return;
        }
        plb_key_case letters = plb_key_letters(&key[i]);
        plb_lex_item item = { entry, flags, letters.capital, letters.upper };
        if (needs_case(c->trie, &key[i], letters)) item.flags |= PLB_LEX_ITEM_EXACT;
        if (i == 0 && item.flags & PLB_LEX_ITEM_EXACT && flags & PLB_LEX_ITEM_NAME)
            c->entries.at[entry].flags |= PLB_LEX_ENTRY_NEEDS_CASE;
        put_item(c->trie, node, item);
    }
}

void plb_entry_names(const plb_table *t, uint32_t entry, plb_str list, uint32_t flags)
{
    for (plb_str name; plb_str_split(&list, '|', &name);) plb_entry_name(t, entry, name, flags);
}

/* The node of a name as it is written, or 0. */
static uint32_t node_of(const plb_compilation *c, plb_str name)
{
    plb_key key[PLB_KEY_MAX_VARIANTS];
    return plb_key_variants(NULL, name, key) ? plb_key_find(c->trie, PLB_LEX_ENTRY_ROOT, &key[0])
                                             : 0;
}

bool plb_entry_has_name(plb_compilation *c, uint32_t entry, plb_str name)
{
    uint32_t node = node_of(c, name), at = 0;
    for (plb_lex_item *i; node && (i = plb_trie_next_item(c->trie, node, &at));)
        if (i->value == entry) return true;
    return false;
}

bool plb_entry_exists(plb_compilation *c, plb_entry_kind kind, plb_str name)
{
    uint32_t node = node_of(c, name), at = 0;
    for (plb_lex_item *i; node && (i = plb_trie_next_item(c->trie, node, &at));)
        if (c->entries.at[i->value].kind == kind) return true;
    return false;
}

static char slug_byte(char c)
{
    bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
    return keep ? c : '-';
}

plb_lex_ref plb_entry_slug(const plb_table *t, plb_str name, const char country[4])
{
    char room[PLB_LEX_MAX_FOLDED * 2];
    size_t n = plb_fold(name, room, sizeof room - 4), to = 0;
    for (size_t i = 0; i < n; i++) {
        char c = slug_byte(room[i]);
        if (c != '-' || (to && room[to - 1] != '-')) room[to++] = c;
    }
    while (to && room[to - 1] == '-') to--;
    if (!to) plb_table_error(t, "no letters to make an id of", name);
    if (country[0]) {
        room[to++] = '-';
        for (int i = 0; i < 3 && country[i]; i++) room[to++] = (char)(country[i] | 0x20);
    }
    return plb_trie_string(t->c->trie, (plb_str){ room, to });
}

static bool known_country(const plb_compilation *c, const char code[4])
{
    for (uint32_t i = 0; i < c->countries.n; i++)
        if (memcmp(c->countries.at[i].iso3, code, 4) == 0) return true;
    return false;
}

void plb_entry_country(const plb_table *t, uint32_t wanted, char out[4])
{
    plb_table_code(t, wanted, out);
    if (out[0] && t->c->countries.n && !known_country(t->c, out))
        plb_table_error(t, "no such country in countries.tsv", plb_table_get(t, wanted));
}

plb_lex_ref plb_entry_code(plb_compilation *c, const plb_lex_entry *e)
{
    char code[4 + 3 * PLB_MAX_SECTORS];
    size_t n = strlen(e->country);
    memcpy(code, e->country, n);
    for (int i = 0; i < e->n_sectors; i++, n += 3)
        memcpy(code + n, plb_sector_name((plb_sector)e->sectors[i]).p, 3);
    return plb_trie_string(c->trie, (plb_str){ code, n });
}

static int by_code(const void *a, const void *b)
{
    return memcmp(a, b, 4);
}

plb_status plb_entries_write(plb_compilation *c, plb_error *err)
{
    if (plb_arena_full(c->arena)) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the entries");
    if (c->countries.n) qsort(c->countries.at, c->countries.n, sizeof *c->countries.at, by_code);
    plb_str entries = { (const char *)c->entries.at, c->entries.n * sizeof *c->entries.at };
    plb_str countries = { (const char *)c->countries.at, c->countries.n * sizeof *c->countries.at };
    PLB_TRY(plb_lex_writer_add(c->writer, "entries", entries, err));
    return plb_lex_writer_add(c->writer, "countries", countries, err);
}
