#include "model/doc.h"

void plb_doc_begin(plb_doc *doc, plb_arena *arena, const plb_report *report)
{
    *doc = (plb_doc){ .arena = arena, .report = report };
    doc->part[PLB_PART_TITLE] = report->title;
    doc->part[PLB_PART_TEXT] = report->text;
    doc->date = PLB_DAY_UNKNOWN;
}

void plb_doc_link(plb_doc *doc, int32_t sentence)
{
    plb_sentence *s = &doc->sentences.at[sentence];
    int32_t end = s->first_token + s->n_tokens;
    s->root = PLB_NONE;
    for (int32_t t = s->first_token; t < end; t++)
        doc->tokens.at[t].first_child = doc->tokens.at[t].next_sibling = PLB_NONE;
    /* From the right, so that each list ends up from left to right. */
    for (int32_t t = end - 1; t >= s->first_token; t--) {
        plb_token *token = &doc->tokens.at[t];
        if (token->head == PLB_NONE) {
            s->root = t;
            continue;
        }
        plb_token *head = &doc->tokens.at[token->head];
        token->next_sibling = head->first_child;
        head->first_child = t;
    }
}

int32_t plb_doc_child(const plb_doc *doc, int32_t token, plb_deprel rel)
{
    PLB_EACH_CHILD(doc, token, c)
    if (doc->tokens.at[c].deprel == rel) return c;
    return PLB_NONE;
}

int32_t plb_doc_child_universal(const plb_doc *doc, int32_t token, plb_deprel rel)
{
    PLB_EACH_CHILD(doc, token, c)
    if (plb_deprel_universal(doc->tokens.at[c].deprel) == rel) return c;
    return PLB_NONE;
}

void plb_doc_subtree(const plb_doc *doc, int32_t token, int32_t *first, int32_t *last)
{
    /* Descends without a stack: down to a child, else on to the next sibling of the nearest
     * ancestor. */
    int32_t lo = token, hi = token, t = token;
    for (;;) {
        if (t < lo) lo = t;
        if (t > hi) hi = t;
        if (doc->tokens.at[t].first_child != PLB_NONE) {
            t = doc->tokens.at[t].first_child;
            continue;
        }
        while (t != token && doc->tokens.at[t].next_sibling == PLB_NONE) t = doc->tokens.at[t].head;
        if (t == token) break;
        t = doc->tokens.at[t].next_sibling;
    }
    *first = lo;
    *last = hi;
}

bool plb_doc_below(const plb_doc *doc, int32_t token, int32_t ancestor)
{
    while (token != PLB_NONE && token != ancestor) token = doc->tokens.at[token].head;
    return token == ancestor;
}
