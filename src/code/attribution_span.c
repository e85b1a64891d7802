/* code: words and bytes of attributions. In: a tree and drafts. Out: spans of source, cue and
 * content. Subtrees are intervals of the preorder, so that "is below" is two comparisons. */
#include "code/attribution_internal.h"

plb_status plb_attribution_order(plb_attributing *a, plb_error *err)
{
    plb_doc *doc = a->doc;
    a->order = PLB_NEW(doc->arena, int32_t, doc->tokens.n);
    a->size = PLB_NEW(doc->arena, int32_t, doc->tokens.n);
    if (!a->order || !a->size)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    for (uint32_t s = 0; s < doc->sentences.n; s++) {
        int32_t root = doc->sentences.at[s].root, next = doc->sentences.at[s].first_token;
        for (int32_t t = root; t != PLB_NONE;) {
            const plb_token *token = plb_doc_token(doc, t);
            a->order[t] = next++;
            if (token->first_child != PLB_NONE) {
                t = token->first_child;
                continue;
            }
            for (;;) {
                a->size[t] = next - a->order[t];
                if (t == root || plb_doc_token(doc, t)->next_sibling != PLB_NONE) break;
                t = plb_doc_token(doc, t)->head;
            }
            t = t == root ? PLB_NONE : plb_doc_token(doc, t)->next_sibling;
        }
    }
    return PLB_OK;
}

int32_t plb_attribution_token_at(const plb_doc *doc, int32_t first, int32_t end, uint32_t byte)
{
    while (first < end) {
        int32_t middle = first + (end - first) / 2;
        if (doc->tokens.at[middle].begin < byte)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

static bool is_edge(const plb_token *t)
{
    return t->xpos == PLB_XPOS_COMMA || t->xpos == PLB_XPOS_COLON || t->xpos == PLB_XPOS_STOP ||
           t->xpos == PLB_XPOS_HYPH;
}

plb_span plb_attribution_bytes(const plb_doc *doc, int32_t first, int32_t last)
{
    while (first <= last && is_edge(plb_doc_token(doc, first))) first++;
    while (last >= first && is_edge(plb_doc_token(doc, last)) &&
           plb_doc_token(doc, last)->xpos != PLB_XPOS_STOP)
        last--;
    if (last > first && plb_doc_token(doc, last)->xpos == PLB_XPOS_STOP) last--;
    if (first > last) return (plb_span){ 0, 0 };
    return (plb_span){ plb_doc_token(doc, first)->begin, plb_doc_token(doc, last)->end };
}

plb_span plb_attribution_phrase(const plb_attributing *a, int32_t head)
{
    int32_t first, last;
    plb_doc_subtree(a->doc, head, &first, &last);
    PLB_EACH_CHILD(a->doc, head, c)
    { /* the preposition of "according to", "by" is no part of it */
        int32_t case_first, case_last;
        if (plb_doc_token(a->doc, c)->deprel != PLB_DEP_CASE || c > head) continue;
        plb_doc_subtree(a->doc, c, &case_first, &case_last);
        if (case_last >= first) first = case_last + 1;
    }
    return plb_attribution_bytes(a->doc, first, last);
}

plb_span plb_attribution_cue(const plb_attributing *a, const plb_draft *draft)
{
    const plb_doc *doc = a->doc;
    int32_t first = draft->cue, last = draft->cue_last;
    if (last == PLB_NONE) {
        last = first;
        int32_t verb = first;
        PLB_EACH_CHILD(doc, verb, c)
        {
            plb_deprel rel = plb_deprel_universal((plb_deprel)plb_doc_token(doc, c)->deprel);
            if (c < first && first - c <= 3 && rel == PLB_DEP_AUX) first = c;
            if (plb_doc_token(doc, c)->deprel == PLB_DEP_COMPOUND_PRT && c > last) last = c;
        }
        if (draft->preposition == last + 1) last = draft->preposition;
    }
    return (plb_span){ plb_doc_token(doc, first)->begin, plb_doc_token(doc, last)->end };
}

void plb_attribution_add(plb_attribution *out, plb_span span)
{
    if (span.end <= span.begin) return;
    uint8_t kept = 0;
    for (uint8_t i = 0; i < out->n_content; i++) {
        plb_span s = out->content[i];
        /* what touches, or leaves a mark and a blank between, is one */
        if (s.begin <= span.end + 2 && span.begin <= s.end + 2) {
            if (s.begin < span.begin) span.begin = s.begin;
            if (s.end > span.end) span.end = s.end;
        } else {
            out->content[kept++] = s;
        }
    }
    out->n_content = kept;
    if (kept == PLB_MAX_CONTENT_SPANS) return;
    uint8_t at = kept;
    while (at > 0 && out->content[at - 1].begin > span.begin) {
        out->content[at] = out->content[at - 1];
        at--;
    }
    out->content[at] = span;
    out->n_content = (uint8_t)(kept + 1);
}

/* The runs of a subtree's tokens without those of the cue's own words. */
static void add_subtree(const plb_attributing *a, const plb_draft *d, int32_t head,
                        plb_attribution *out)
{
    int32_t first, last, begin = PLB_NONE;
    plb_doc_subtree(a->doc, head, &first, &last);
    for (int32_t t = first; t <= last + 1; t++) {
        bool in =
            t <= last && plb_attribution_below(a, t, head) && t != d->cue && t != d->preposition;
        if (in && d->without != PLB_NONE) in = !plb_attribution_below(a, t, d->without);
        if (in && begin == PLB_NONE) begin = t;
        if (!in && begin != PLB_NONE) {
            plb_attribution_add(out, plb_attribution_bytes(a->doc, begin, t - 1));
            begin = PLB_NONE;
        }
    }
}

void plb_attribution_content(const plb_attributing *a, const plb_draft *draft, plb_attribution *out)
{
    for (int32_t i = 0; i < draft->n_content; i++) add_subtree(a, draft, draft->content[i], out);
    plb_attribution_add(out, draft->quote);
}
