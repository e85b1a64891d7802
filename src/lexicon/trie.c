/* lexicon: the vocabulary and the checks of the tries (format.h draws them). */
#include "lexicon/trie.h"

#include "base/hash.h"
#include "lexicon/name_key.h"
#include "text/normalise.h"

plb_str plb_lex_fold(plb_str s, char *room)
{
    return (plb_str){ room, plb_fold(s, room, PLB_LEX_MAX_FOLDED) };
}

static uint32_t find_folded(const plb_lexicon *lex, plb_str folded)
{
    if (!folded.n || !lex->n_slots) return PLB_LEX_WORD_UNKNOWN;
    uint32_t hash = (uint32_t)plb_hash(folded, 0), mask = lex->n_slots - 1, at = hash & mask;
    for (uint32_t probes = 0; probes <= mask; probes++, at = (at + 1) & mask) {
        const plb_lex_slot *s = &lex->slots[at];
        if (!s->word) break;
        if (s->hash == hash && plb_str_eq(plb_lex_string(lex, lex->words[s->word]), folded))
            return s->word;
    }
    return PLB_LEX_WORD_UNKNOWN;
}

/* Without the stops of an acronym: "u.n." → "un"; n == 0 where it is none. */
static plb_str without_stops(plb_str folded, char *room)
{
    size_t n = 0, stops = 0;
    for (size_t i = 0; i < folded.n; i++) {
        if (folded.p[i] == '.')
            stops++;
        else
            room[n++] = folded.p[i];
    }
    return (plb_str){ room, stops > 1 && n > 1 ? n : 0 };
}

uint32_t plb_lex_word(const plb_lexicon *lex, plb_str form)
{
    char room[PLB_LEX_MAX_FOLDED];
    plb_str folded = plb_lex_fold(form, room);
    uint32_t word = find_folded(lex, folded);
    if (word != PLB_LEX_WORD_UNKNOWN || !folded.n || !memchr(room, '.', folded.n)) return word;
    return plb_token_upper(form, NULL) ? find_folded(lex, without_stops(folded, room)) : word;
}

void plb_lexicon_mark(const plb_lexicon *lex, plb_doc *doc)
{
    for (uint32_t i = 0; i < doc->tokens.n; i++) {
        plb_token *t = &doc->tokens.at[i];
        t->form_word = plb_lex_word(lex, t->form);
        bool same = !t->lemma.p || plb_str_eq(t->lemma, t->form);
        t->lemma_word = same ? t->form_word : plb_lex_word(lex, t->lemma);
    }
}

static bool power_of_two(uint32_t n)
{
    return (n & (n - 1)) == 0;
}

static plb_status bad(plb_error *err, const char *what, uint32_t i)
{
    return plb_fail(err, PLB_EPARSE, i, "lexicon: %s %u out of bounds", what, i);
}

static plb_status check_vocabulary(const plb_lexicon *lex, plb_error *err)
{
    for (uint32_t i = 0; i < lex->n_words; i++)
        if (!plb_lex_ref_ok(lex, lex->words[i])) return bad(err, "word", i);
    if (!power_of_two(lex->n_slots)) return bad(err, "table of words", lex->n_slots);
    for (uint32_t i = 0; i < lex->n_slots; i++)
        if (lex->slots[i].word >= lex->n_words && lex->slots[i].word)
            return bad(err, "word slot", i);
    return PLB_OK;
}

static plb_status check_nodes(const plb_lexicon *lex, plb_error *err)
{
    for (uint32_t i = 0; i < lex->n_nodes; i++) {
        const plb_lex_node *n = &lex->nodes[i];
        if ((n->parent && n->parent >= i) || (n->word && n->word >= lex->n_words) ||
            n->first_item > lex->n_items || n->n_items > lex->n_items - n->first_item)
            return bad(err, "node", i);
    }
    if (!power_of_two(lex->n_edges)) return bad(err, "table of edges", lex->n_edges);
    for (uint32_t i = 0; i < lex->n_edges; i++)
        if (lex->edges[i].child && lex->edges[i].child >= lex->n_nodes) return bad(err, "edge", i);
    return PLB_OK;
}

static plb_status check_classes(const plb_lexicon *lex, plb_error *err)
{
    for (uint32_t i = 0; i < lex->n_values; i++)
        if (!plb_lex_ref_ok(lex, lex->values[i])) return bad(err, "value", i);
    for (uint32_t i = 0; i < lex->n_classes; i++) {
        const plb_lex_class *c = &lex->classes[i];
        if (!plb_lex_ref_ok(lex, c->name) || c->root >= lex->n_nodes) return bad(err, "class", i);
    }
    return PLB_OK;
}

plb_status plb_lex_check_tries(plb_lexicon *lex, plb_error *err)
{
    PLB_LEX_LOAD(lex, "words", words, n_words, err);
    PLB_LEX_LOAD(lex, "wordslots", slots, n_slots, err);
    PLB_LEX_LOAD(lex, "nodes", nodes, n_nodes, err);
    PLB_LEX_LOAD(lex, "edges", edges, n_edges, err);
    PLB_LEX_LOAD(lex, "items", items, n_items, err);
    PLB_LEX_LOAD(lex, "values", values, n_values, err);
    PLB_LEX_LOAD(lex, "classes", classes, n_classes, err);
    PLB_TRY(check_vocabulary(lex, err));
    PLB_TRY(check_nodes(lex, err));
    return check_classes(lex, err);
}
