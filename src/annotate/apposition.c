#include "annotate/apposition.h"

static bool is_common_noun(const plb_token *t)
{
    return t->xpos == PLB_XPOS_NN || t->xpos == PLB_XPOS_NNS;
}

/* The comma right before the noun and its modifiers, or PLB_NONE. */
static int32_t comma_before(const plb_doc *doc, int32_t noun, int32_t begin)
{
    int32_t t = noun - 1;
    while (t > begin && plb_doc_token(doc, t)->head == noun &&
           plb_doc_token(doc, t)->upos != PLB_UPOS_PUNCT)
        t--;
    return t > begin && plb_doc_token(doc, t)->xpos == PLB_XPOS_COMMA ? t : PLB_NONE;
}

/* The name that ends at the comma; the first of coordinated ones. */
static int32_t name_before(const plb_doc *doc, int32_t comma)
{
    int32_t t = comma - 1;
    if (plb_doc_token(doc, t)->upos != PLB_UPOS_PROPN) return PLB_NONE;
    for (int up = 0; up < 8; up++) {
        const plb_token *token = plb_doc_token(doc, t);
        bool within = token->deprel == PLB_DEP_CONJ || token->deprel == PLB_DEP_FLAT ||
                      token->deprel == PLB_DEP_COMPOUND;
        if (!within || token->head == PLB_NONE ||
            plb_doc_token(doc, token->head)->upos != PLB_UPOS_PROPN)
            break;
        t = token->head;
    }
    return t;
}

static bool moves(plb_doc *doc, int32_t noun, int32_t begin)
{
    plb_token *token = plb_doc_token(doc, noun);
    if (!is_common_noun(token) || token->deprel != PLB_DEP_OBL ||
        plb_doc_child(doc, noun, PLB_DEP_CASE) != PLB_NONE)
        return false;
    int32_t comma = comma_before(doc, noun, begin);
    int32_t name = comma == PLB_NONE ? PLB_NONE : name_before(doc, comma);
    if (name == PLB_NONE || plb_doc_below(doc, name, noun)) return false;
    token->head = name;
    token->deprel = PLB_DEP_APPOS;
    return true;
}

void plb_appositions(plb_doc *doc)
{
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        bool moved = false;
        for (int32_t t = s->first_token + 2; t < s->first_token + s->n_tokens; t++)
            moved = moves(doc, t, s->first_token) || moved;
        if (moved) plb_doc_link(doc, (int32_t)i);
    }
}
