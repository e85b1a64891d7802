/* lexicon: classes of words and phrases at run time. */
#include "lexicon/trie.h"

plb_class plb_lexicon_class(const plb_lexicon *lex, const char *name)
{
    plb_str want = plb_str_of(name);
    uint32_t low = 0, high = lex->n_classes;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = plb_str_cmp(plb_lex_string(lex, lex->classes[middle].name), want);
        if (order == 0) return (plb_class)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

/* The root of a class, 0 for none. */
static uint32_t root_of(const plb_lexicon *lex, plb_class cls)
{
    return cls >= 0 && (uint32_t)cls < lex->n_classes ? lex->classes[cls].root : 0;
}

/* Whether a word of the class ends at the node, and its value. */
static bool ends_at(const plb_lexicon *lex, uint32_t node, plb_str *value)
{
    const plb_lex_node *n = &lex->nodes[node];
    if (!n->n_items) return false;
    uint32_t number = lex->items[n->first_item].value;
    if (value)
        *value = number && number < lex->n_values ? plb_lex_string(lex, lex->values[number])
                                                  : PLB_STR("");
    return true;
}

bool plb_lexicon_word(const plb_lexicon *lex, plb_class cls, plb_str word, plb_str *value)
{
    uint32_t node = root_of(lex, cls);
    for (plb_str token; node && plb_str_split(&word, ' ', &token);)
        node = plb_lex_step(lex, node, plb_lex_word(lex, token));
    return node && ends_at(lex, node, value);
}

int32_t plb_lexicon_phrase(const plb_lexicon *lex, plb_class cls, plb_match_by by,
                           const plb_doc *doc, int32_t token, int32_t end, plb_str *value)
{
    uint32_t node = root_of(lex, cls);
    int32_t longest = 0;
    for (int32_t i = token; node && i < end; i++) {
        const plb_token *t = &doc->tokens.at[i];
        uint32_t word = by == PLB_MATCH_LEMMA ? plb_lex_lemma(lex, t) : plb_lex_form(lex, t);
        node = plb_lex_step(lex, node, word);
        if (node && ends_at(lex, node, value)) longest = i + 1 - token;
    }
    return longest;
}
