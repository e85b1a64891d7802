#include "annotate/shared_noun.h"

static bool is_common_noun(const plb_token *t)
{
    return t->xpos == PLB_XPOS_NN || t->xpos == PLB_XPOS_NNS;
}

static bool is_name(const plb_token *t)
{
    return t->upos == PLB_UPOS_PROPN;
}

/* Whether nothing but conjuncts of `first` and what joins them stands between it and `last`. */
static bool is_list(const plb_doc *doc, int32_t first, int32_t last)
{
    for (int32_t t = first + 1; t < last; t++) {
        const plb_token *token = plb_doc_token(doc, t);
        bool joins = token->upos == PLB_UPOS_CCONJ || token->upos == PLB_UPOS_PUNCT;
        bool conjunct = is_name(token) && token->deprel == PLB_DEP_CONJ && token->head == first;
        if (!joins && !conjunct) return false;
    }
    return true;
}

static bool stands_bare(const plb_doc *doc, int32_t noun)
{
    return plb_doc_child(doc, noun, PLB_DEP_CASE) == PLB_NONE &&
           plb_doc_child(doc, noun, PLB_DEP_DET) == PLB_NONE;
}

/* The first of the coordinated names before a noun that is cut off from them, or PLB_NONE. */
static int32_t names_before(const plb_doc *doc, int32_t noun, int32_t sentence_begin)
{
    int32_t last = noun - 1;
    if (!is_common_noun(plb_doc_token(doc, noun)) || last <= sentence_begin) return PLB_NONE;
    const plb_token *b = plb_doc_token(doc, last);
    int32_t first = b->head;
    if (!is_name(b) || b->deprel != PLB_DEP_CONJ || first < sentence_begin || first >= last)
        return PLB_NONE;
    bool cut_off = !plb_doc_below(doc, first, noun) && !plb_doc_below(doc, noun, first);
    bool list = is_name(plb_doc_token(doc, first)) && is_list(doc, first, last);
    return cut_off && list && stands_bare(doc, noun) ? first : PLB_NONE;
}

/* The noun takes the place of the first name, and the names come under it. */
static void join(plb_doc *doc, int32_t noun, int32_t name)
{
    plb_token *n = plb_doc_token(doc, noun), *a = plb_doc_token(doc, name);
    n->head = a->head;
    n->deprel = a->deprel;
    PLB_EACH_CHILD(doc, name, c)
    {
        plb_token *child = plb_doc_token(doc, c);
        if (c < name && (child->deprel == PLB_DEP_CASE || child->deprel == PLB_DEP_DET))
            child->head = noun;
    }
    a->head = noun;
    a->deprel = PLB_DEP_COMPOUND;
}

void plb_shared_nouns(plb_doc *doc)
{
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        for (int32_t t = s->first_token + 2; t < s->first_token + s->n_tokens; t++) {
            int32_t name = names_before(doc, t, s->first_token);
            if (name == PLB_NONE) continue;
            join(doc, t, name);
            plb_doc_link(doc, (int32_t)i);
        }
    }
}
