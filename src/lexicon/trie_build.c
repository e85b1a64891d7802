/* lexicon: building vocabulary, strings and tries (format.h draws them). */
#include "lexicon/trie_build.h"

#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/trie.h"

typedef struct {
    plb_lex_item item;
    uint32_t next; /* of the same node, counted from 1; 0: the last */
} link;

typedef struct {
    uint32_t parent, word;
    uint32_t first, last; /* links, counted from 1 */
} build_node;

/* A set of strings: hash → number, open addressing. */
typedef struct {
    plb_lex_slot *at; /* [n_slots] */
    uint32_t n_slots, n;
} string_set;

struct plb_trie {
    plb_arena *arena;
    PLB_VEC(char) text; /* the bytes of "strings" */
    PLB_VEC(plb_lex_ref) string;
    string_set strings; /* numbers in `string`, from 1 */
    PLB_VEC(plb_lex_ref) word;
    string_set words;
    PLB_VEC(build_node) node;
    plb_lex_edge *edges; /* [n_edges] */
    uint32_t n_edges, n_children;
    PLB_VEC(link) links;
    PLB_VEC(plb_lex_ref) value;
    string_set values; /* numbers in `value`, from 1 */
    PLB_VEC(plb_lex_class) classes;
};

enum { FIRST_SLOTS = 1024 };

/* One more element, zeroed by the arena; false past its limit. */
#define GROW(t, vec)                                                                               \
    plb_vec_grow((t)->arena, (void **)&(t)->vec.at, &(t)->vec.n, &(t)->vec.cap, sizeof *(t)->vec.at)

plb_trie *plb_trie_new(plb_arena *arena)
{
    plb_trie *t = PLB_NEW(arena, plb_trie, 1);
    if (!t) return NULL;
    t->arena = arena;
    for (int i = 0; i < PLB_LEX_FIRST_WORD; i++)
        if (!GROW(t, word)) return NULL;
    return GROW(t, node) ? t : NULL;
}

static plb_str string_at(const plb_trie *t, plb_lex_ref r)
{
    return (plb_str){ t->text.at + r.offset, r.n };
}

/* Where `s` is in the set, or the empty slot where it belongs; `refs` holds the strings by number.
 */
static plb_lex_slot *set_find(const plb_trie *t, const string_set *set, const plb_lex_ref *refs,
                              plb_str s, uint32_t hash)
{
    uint32_t mask = set->n_slots - 1, at = hash & mask;
    while (set->at[at].word &&
           (set->at[at].hash != hash || !plb_str_eq(string_at(t, refs[set->at[at].word]), s)))
        at = (at + 1) & mask;
    return &set->at[at];
}

/* Room for one more with at most three quarters of the slots used. */
static bool set_grow(plb_trie *t, string_set *set)
{
    if (set->n_slots && (set->n + 1) * 4 <= set->n_slots * 3) return true;
    uint32_t n_slots = set->n_slots ? set->n_slots * 2 : FIRST_SLOTS;
    plb_lex_slot *at = PLB_NEW(t->arena, plb_lex_slot, n_slots);
    if (!at) return false;
    for (uint32_t i = 0; i < set->n_slots; i++) {
        if (!set->at[i].word) continue;
        uint32_t to = set->at[i].hash & (n_slots - 1);
        while (at[to].word) to = (to + 1) & (n_slots - 1);
        at[to] = set->at[i];
    }
    set->at = at;
    set->n_slots = n_slots;
    return true;
}

static bool text_add(plb_trie *t, plb_str s)
{
    while (t->text.cap - t->text.n < s.n) { /* in one step where it can be */
        uint32_t n = t->text.n;
        t->text.n = t->text.cap;
        if (!GROW(t, text)) return false;
        t->text.n = n;
    }
    if (s.n) memcpy(t->text.at + t->text.n, s.p, s.n);
    t->text.n += (uint32_t)s.n;
    return true;
}

plb_lex_ref plb_trie_string(plb_trie *t, plb_str s)
{
    if (!s.n || !set_grow(t, &t->strings)) return (plb_lex_ref){ 0, 0 };
    if (!t->string.n && !GROW(t, string)) return (plb_lex_ref){ 0, 0 };
    uint32_t hash = (uint32_t)plb_hash(s, 0);
    plb_lex_slot *slot = set_find(t, &t->strings, t->string.at, s, hash);
    if (slot->word) return t->string.at[slot->word];
    plb_lex_ref r = { t->text.n, (uint32_t)s.n };
    plb_lex_ref *entry = PLB_PUSH(t->arena, &t->string);
    if (!entry || !text_add(t, s)) return (plb_lex_ref){ 0, 0 };
    *entry = r;
    *slot = (plb_lex_slot){ hash, t->string.n - 1 };
    t->strings.n++;
    return r;
}

static uint32_t word_number(plb_trie *t, plb_str folded)
{
    if (!folded.n || !set_grow(t, &t->words)) return 0;
    uint32_t hash = (uint32_t)plb_hash(folded, 0);
    plb_lex_slot *slot = set_find(t, &t->words, t->word.at, folded, hash);
    if (slot->word) return slot->word;
    plb_lex_ref r = plb_trie_string(t, folded);
    plb_lex_ref *word = PLB_PUSH(t->arena, &t->word);
    if (!word) return 0;
    *word = r;
    *slot = (plb_lex_slot){ hash, t->word.n - 1 };
    t->words.n++;
    return slot->word;
}

plb_str plb_trie_text(const plb_trie *t, plb_lex_ref string)
{
    return string_at(t, string);
}

uint32_t plb_trie_value(plb_trie *t, plb_str s)
{
    if (!t->value.n && !GROW(t, value)) return 0; /* 0: no value */
    if (!s.n || !set_grow(t, &t->values)) return 0;
    uint32_t hash = (uint32_t)plb_hash(s, 0);
    plb_lex_slot *slot = set_find(t, &t->values, t->value.at, s, hash);
    if (slot->word) return slot->word;
    plb_lex_ref r = plb_trie_string(t, s);
    plb_lex_ref *value = PLB_PUSH(t->arena, &t->value);
    if (!value) return 0;
    *value = r;
    *slot = (plb_lex_slot){ hash, t->value.n - 1 };
    t->values.n++;
    return slot->word;
}

uint32_t plb_trie_root(plb_trie *t)
{
    return GROW(t, node) ? t->node.n - 1 : 0;
}

static plb_lex_edge *edge_find(plb_lex_edge *edges, uint32_t n, uint32_t parent, uint32_t word)
{
    uint32_t at = plb_lex_edge_hash(parent, word) & (n - 1);
    while (edges[at].child && (edges[at].parent != parent || edges[at].word != word))
        at = (at + 1) & (n - 1);
    return &edges[at];
}

static bool edges_grow(plb_trie *t)
{
    if (t->n_edges && (t->n_children + 1) * 4 <= t->n_edges * 3) return true;
    uint32_t n = t->n_edges ? t->n_edges * 2 : FIRST_SLOTS;
    plb_lex_edge *edges = PLB_NEW(t->arena, plb_lex_edge, n);
    if (!edges) return false;
    for (uint32_t i = 0; i < t->n_edges; i++) {
        const plb_lex_edge *e = &t->edges[i];
        if (e->child) *edge_find(edges, n, e->parent, e->word) = *e;
    }
    t->edges = edges;
    t->n_edges = n;
    return true;
}

static uint32_t child_by_word(plb_trie *t, uint32_t parent, uint32_t word)
{
    if (!parent || !word || !edges_grow(t)) return 0;
    plb_lex_edge *e = edge_find(t->edges, t->n_edges, parent, word);
    if (e->child) return e->child;
    build_node *node = PLB_PUSH(t->arena, &t->node);
    if (!node) return 0;
    *node = (build_node){ .parent = parent, .word = word };
    *e = (plb_lex_edge){ parent, word, t->node.n - 1 };
    t->n_children++;
    return e->child;
}

uint32_t plb_trie_child(plb_trie *t, uint32_t node, plb_str folded)
{
    return child_by_word(t, node, word_number(t, folded));
}

uint32_t plb_trie_find(const plb_trie *t, uint32_t node, plb_str folded)
{
    if (!node || !folded.n || !t->words.n_slots || !t->n_edges) return 0;
    uint32_t hash = (uint32_t)plb_hash(folded, 0);
    uint32_t word = set_find(t, &t->words, t->word.at, folded, hash)->word;
    return word ? edge_find(t->edges, t->n_edges, node, word)->child : 0;
}

uint32_t plb_trie_n_nodes(const plb_trie *t)
{
    return t->node.n;
}

bool plb_trie_is_word(const plb_trie *t, plb_str word)
{
    char room[PLB_LEX_MAX_FOLDED];
    plb_str folded = plb_lex_fold(word, room);
    for (uint32_t i = 0; i < t->classes.n; i++) {
        uint32_t child = plb_trie_find(t, t->classes.at[i].root, folded);
        if (child && t->node.at[child].first) return true;
    }
    return false;
}

void plb_trie_item(plb_trie *t, uint32_t node, plb_lex_item item)
{
    link *l = node ? PLB_PUSH(t->arena, &t->links) : NULL;
    if (!l) return;
    l->item = item;
    build_node *n = &t->node.at[node];
    if (n->last)
        t->links.at[n->last - 1].next = t->links.n;
    else
        n->first = t->links.n;
    n->last = t->links.n;
}

plb_lex_item *plb_trie_next_item(plb_trie *t, uint32_t node, uint32_t *at)
{
    *at = *at ? t->links.at[*at - 1].next : t->node.at[node].first;
    return *at ? &t->links.at[*at - 1].item : NULL;
}

bool plb_trie_below(const plb_trie *t, uint32_t node, uint32_t root)
{
    while (t->node.at[node].parent) node = t->node.at[node].parent;
    return node == root;
}

void plb_trie_drop(plb_trie *t, bool (*drop)(void *context, uint32_t entry), void *context)
{
    for (uint32_t i = 1; i < t->node.n; i++) {
        build_node *n = &t->node.at[i];
        if (!n->first || !plb_trie_below(t, i, PLB_LEX_ENTRY_ROOT)) continue;
        uint32_t first = 0, last = 0;
        for (uint32_t at = n->first, next; at; at = next) {
            link *l = &t->links.at[at - 1];
            next = l->next;
            if (drop(context, l->item.value)) continue;
            l->next = 0;
            if (last)
                t->links.at[last - 1].next = at;
            else
                first = at;
            last = at;
        }
        n->first = first;
        n->last = last;
    }
}

void plb_trie_class(plb_trie *t, plb_str name, uint32_t root, uint32_t n_words)
{
    plb_lex_ref r = plb_trie_string(t, name);
    plb_lex_class *c = PLB_PUSH(t->arena, &t->classes);
    if (!c) return;
    uint32_t at = t->classes.n - 1; /* kept sorted */
    while (at && plb_str_cmp(string_at(t, t->classes.at[at - 1].name), name) > 0) {
        t->classes.at[at] = t->classes.at[at - 1];
        at--;
    }
    t->classes.at[at] = (plb_lex_class){ r, root, n_words };
}

/* Makes a string that lies in `text` already known to the set. */
static void adopt_string(plb_trie *t, plb_lex_ref r)
{
    if (!r.n || !set_grow(t, &t->strings)) return;
    if (!t->string.n && !GROW(t, string)) return;
    plb_str s = string_at(t, r);
    uint32_t hash = (uint32_t)plb_hash(s, 0);
    plb_lex_slot *slot = set_find(t, &t->strings, t->string.at, s, hash);
    plb_lex_ref *entry = slot->word ? NULL : PLB_PUSH(t->arena, &t->string);
    if (!entry) return;
    *entry = r;
    *slot = (plb_lex_slot){ hash, t->string.n - 1 };
    t->strings.n++;
}

bool plb_trie_load(plb_trie *t, const plb_lexicon *lex)
{
    if (!text_add(t, lex->strings)) return false;
    for (uint32_t i = 0; i < lex->n_words; i++) adopt_string(t, lex->words[i]);
    for (uint32_t i = 0; i < lex->n_values; i++) adopt_string(t, lex->values[i]);
    for (uint32_t i = PLB_LEX_FIRST_WORD; i < lex->n_words; i++)
        word_number(t, plb_lex_string(lex, lex->words[i]));
    for (uint32_t i = 1; i < lex->n_values; i++)
        plb_trie_value(t, plb_lex_string(lex, lex->values[i]));
    for (uint32_t i = 1; i < lex->n_nodes; i++) {
        const plb_lex_node *n = &lex->nodes[i];
        uint32_t node = n->parent ? child_by_word(t, n->parent, n->word) : plb_trie_root(t);
        if (node != i) return false;
        for (uint32_t k = 0; k < n->n_items; k++)
            plb_trie_item(t, node, lex->items[n->first_item + k]);
    }
    for (uint32_t i = 0; i < lex->n_classes; i++)
        plb_trie_class(t, plb_lex_string(lex, lex->classes[i].name), lex->classes[i].root,
                       lex->classes[i].n_words);
    return !plb_arena_full(t->arena);
}

static plb_status write_nodes(plb_trie *t, plb_lex_writer *w, plb_error *err)
{
    plb_lex_node *nodes = PLB_NEW(t->arena, plb_lex_node, t->node.n);
    plb_lex_item *items = PLB_NEW(t->arena, plb_lex_item, t->links.n);
    if (!nodes || !items) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the tries");
    uint32_t n_items = 0;
    for (uint32_t i = 0; i < t->node.n; i++) {
        const build_node *n = &t->node.at[i];
        nodes[i] = (plb_lex_node){ n->parent, n->word, n_items, 0 };
        for (uint32_t at = n->first; at; at = t->links.at[at - 1].next)
            items[n_items++] = t->links.at[at - 1].item;
        nodes[i].n_items = n_items - nodes[i].first_item;
    }
    PLB_TRY(plb_lex_writer_add(w, "nodes",
                               (plb_str){ (const char *)nodes, t->node.n * sizeof *nodes }, err));
    return plb_lex_writer_add(w, "items", (plb_str){ (const char *)items, n_items * sizeof *items },
                              err);
}

plb_status plb_trie_write(plb_trie *t, plb_lex_writer *w, plb_error *err)
{
    if (plb_arena_full(t->arena)) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the tries");
#define ARRAY(p, n) ((plb_str){ (const char *)(p), (n) * sizeof *(p) })
    PLB_TRY(plb_lex_writer_add(w, "words", ARRAY(t->word.at, t->word.n), err));
    PLB_TRY(plb_lex_writer_add(w, "wordslots", ARRAY(t->words.at, t->words.n_slots), err));
    PLB_TRY(write_nodes(t, w, err));
    PLB_TRY(plb_lex_writer_add(w, "edges", ARRAY(t->edges, t->n_edges), err));
    PLB_TRY(plb_lex_writer_add(w, "values", ARRAY(t->value.at, t->value.n), err));
    PLB_TRY(plb_lex_writer_add(w, "classes", ARRAY(t->classes.at, t->classes.n), err));
#undef ARRAY
    return plb_lex_writer_add(w, "strings", (plb_str){ t->text.at, t->text.n }, err);
}
