/* lexicon: finds entries that get in one another's way: what is there twice, and names that stand
 * for two actors at one time. In: all entries with their names, compiled. Out: findings, warnings
 * all. */
#include "lexicon/entries_compile.h"

enum { MOST_AT_A_NODE = 64, MOST_TOLD = 1000 };

typedef struct {
    uint32_t a, b;
} pair;

typedef struct {
    plb_compilation *c;
    PLB_VEC(pair) told; /* two entries meet under several spellings */
} checker;

static bool overlap(const plb_lex_entry *a, const plb_lex_entry *b)
{
    bool a_ends = a->to != PLB_DAY_UNKNOWN && b->from != PLB_DAY_UNKNOWN && a->to < b->from;
    bool b_ends = b->to != PLB_DAY_UNKNOWN && a->from != PLB_DAY_UNKNOWN && b->to < a->from;
    return !a_ends && !b_ends;
}

static bool same(plb_lex_ref a, plb_lex_ref b)
{
    return a.offset == b.offset && a.n == b.n; /* strings of the file are there once */
}

/* What is wrong with two entries under one name; NULL: nothing. */
static const char *fault_of(const plb_lex_entry *a, const plb_lex_entry *b)
{
    if (a->kind != b->kind) return NULL;
    switch (a->kind) {
    case PLB_ENTRY_ROLE:
        return same(a->name, b->name) ? "is there twice:" : NULL;
    case PLB_ENTRY_PLACE:
        return same(a->id, b->id) ? "is there twice:" : NULL;
    case PLB_ENTRY_ACTOR:
        if (!overlap(a, b)) return NULL;
        if (!same(a->id, b->id)) return "has a name that is at that time also of";
        return same(a->code, b->code) && same(a->role, b->role) ? "is there twice:" : NULL;
    default:
        return NULL;
    }
}

static void tell(checker *k, uint32_t a, uint32_t b, const char *fault)
{
    for (uint32_t i = 0; i < k->told.n; i++)
        if (k->told.at[i].a == a && k->told.at[i].b == b) return;
    pair *both = PLB_PUSH(k->c->arena, &k->told);
    if (!both || k->told.n > MOST_TOLD) return;
    *both = (pair){ a, b };
    const plb_origin *origin = &k->c->origins.at[b], *other = &k->c->origins.at[a];
    plb_str name = plb_trie_text(k->c->trie, k->c->entries.at[b].name);
    plb_str other_name = plb_trie_text(k->c->trie, k->c->entries.at[a].name);
    plb_compilation_find(k->c, origin->path, origin->line, false,
                         "\"%.*s\" %s \"%.*s\" (line %llu of %.*s.tsv)", PLB_FMT(name), fault,
                         PLB_FMT(other_name), (unsigned long long)other->line,
                         PLB_FMT(plb_source_stem(plb_str_of(other->path))));
}

static void check_node(checker *k, uint32_t node)
{
    uint32_t entry[MOST_AT_A_NODE], n = 0, at = 0;
    for (plb_lex_item *i; n < MOST_AT_A_NODE && (i = plb_trie_next_item(k->c->trie, node, &at));)
        entry[n++] = i->value;
    for (uint32_t b = 1; b < n; b++)
        for (uint32_t a = 0; a < b; a++) {
            const plb_lex_entry *entries = k->c->entries.at;
            const char *fault = fault_of(&entries[entry[a]], &entries[entry[b]]);
            if (fault) tell(k, entry[a], entry[b], fault);
        }
}

void plb_entries_check(plb_compilation *c)
{
    checker k = { .c = c };
    for (uint32_t node = 1; node < plb_trie_n_nodes(c->trie); node++)
        if (plb_trie_below(c->trie, node, PLB_LEX_ENTRY_ROOT)) check_node(&k, node);
}
