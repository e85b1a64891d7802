/* code: quotations. In: tokens flagged as quoted, attributions of the trees. Out: attributions
 * whose content is the whole quotation, however many sentences it has; quotations that no tree ties
 * to a cue.
 *
 *   "We won," the general said. "They fled."       one attribution, two spans
 *   The general added: "We won. They fled."         the cue stands in the sentence before the last
 *   "And we will stay."                              a paragraph of its own: the last speaker goes
 * on
 *
 * Words in quotation marks within a clause (the "so-called" republic) are left alone. */
#include "code/attribution_internal.h"

enum { MAX_REACH = 14, MIN_OWN_WORDS = 4, MAX_NAME = 9 };

typedef struct {
    plb_attributing *a;
    int32_t last;           /* the attribution of the quotation before, or PLB_NONE */
    int32_t last_paragraph; /* its paragraph */
} quoting;

static bool is_mark(const plb_token *t)
{
    return t->xpos == PLB_XPOS_OPEN_QUOTE || t->xpos == PLB_XPOS_CLOSE_QUOTE;
}

static const plb_sentence *sentence_of(const plb_doc *doc, int32_t token)
{
    return &doc->sentences.at[plb_doc_token(doc, token)->sentence];
}

static bool same_part(const plb_doc *doc, int32_t t, int32_t u)
{
    return sentence_of(doc, t)->part == sentence_of(doc, u)->part;
}

/* The quotation at or behind `*at`; `*at` moves behind it. */
static bool next_quote(const plb_doc *doc, int32_t *at, plb_tokens *out)
{
    int32_t n = (int32_t)doc->tokens.n, t = *at;
    while (t < n &&
           (!(plb_doc_token(doc, t)->flags & PLB_TOKEN_QUOTED) || is_mark(plb_doc_token(doc, t))))
        t++;
    if (t == n) return false;
    out->first = t;
    while (t < n && (plb_doc_token(doc, t)->flags & PLB_TOKEN_QUOTED) &&
           !is_mark(plb_doc_token(doc, t)) && same_part(doc, t, out->first))
        t++;
    out->last = t - 1;
    if (out->first > 0 && is_mark(plb_doc_token(doc, out->first - 1)) &&
        same_part(doc, out->first - 1, out->first))
        out->first--;
    if (t < n && is_mark(plb_doc_token(doc, t)) && same_part(doc, t, out->last)) out->last = t;
    *at = t;
    return true;
}

static bool inside(const plb_tokens *q, int32_t token)
{
    return token >= q->first && token <= q->last;
}

static plb_span bytes_of(const plb_doc *doc, const plb_tokens *q)
{
    return (plb_span){ plb_doc_token(doc, q->first)->begin, plb_doc_token(doc, q->last)->end };
}

static bool overlaps(const plb_attribution *x, plb_span span)
{
    for (uint8_t i = 0; i < x->n_content; i++)
        if (x->content[i].begin < span.end && span.begin < x->content[i].end) return true;
    return false;
}

static int32_t words_in(const plb_doc *doc, const plb_tokens *q)
{
    int32_t n = 0;
    for (int32_t t = q->first; t <= q->last; t++)
        n += plb_doc_token(doc, t)->upos != PLB_UPOS_PUNCT;
    return n;
}

/* ---- which attribution ----------------------------------------------------------------------- */

/* One that reports a part of the quotation from outside. */
static int32_t reporting(const quoting *s, const plb_tokens *q)
{
    const plb_doc *doc = s->a->doc;
    int32_t first = plb_doc_token(doc, q->first)->sentence,
            last = plb_doc_token(doc, q->last)->sentence;
    plb_span span = bytes_of(doc, q);
    for (uint32_t i = s->a->first[first]; i < s->a->first[last + 1]; i++) {
        const plb_attribution *x = &doc->attributions.at[i];
        if (x->cue_token != PLB_NONE && !inside(q, x->cue_token) && overlaps(x, span))
            return (int32_t)i;
    }
    return PLB_NONE;
}

/* A verb of saying in [first, last], nearest to the quotation; PLB_NONE. */
static int32_t cue_between(const quoting *s, int32_t first, int32_t last, bool forward)
{
    int32_t step = forward ? 1 : -1;
    for (int32_t t = forward ? first : last; t >= first && t <= last; t += step) {
        const plb_token *token = plb_doc_token(s->a->doc, t);
        if (token->flags & PLB_TOKEN_QUOTED) return PLB_NONE;
        if (plb_attribution_says(s->a, t)) return t;
    }
    return PLB_NONE;
}

static int32_t before(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static bool ends_with_colon(const plb_doc *doc, int32_t token)
{
    const plb_token *t = plb_doc_token(doc, token);
    return t->form.n == 1 && t->form.p[0] == ':';
}

/* The verb that introduces a quotation: behind it in its last sentence, before it in its first, or
 * in the sentence before, where that ends with a colon. */
static int32_t introducing(const quoting *s, const plb_tokens *q)
{
    const plb_doc *doc = s->a->doc;
    const plb_sentence *first = sentence_of(doc, q->first), *last = sentence_of(doc, q->last);
    int32_t end = last->first_token + last->n_tokens - 1;
    int32_t cue = cue_between(s, q->last + 1, before(end, q->last + MAX_REACH), true);
    if (cue != PLB_NONE) return cue;
    int32_t from = first->first_token;
    if (q->first - from > MAX_REACH) from = q->first - MAX_REACH;
    cue = cue_between(s, from, q->first - 1, false);
    if (cue != PLB_NONE || q->first != first->first_token || q->first == 0) return cue;
    if (!ends_with_colon(doc, q->first - 1) || !same_part(doc, q->first - 1, q->first))
        return PLB_NONE;
    const plb_sentence *line = sentence_of(doc, q->first - 1);
    return cue_between(s, line->first_token, line->first_token + line->n_tokens - 1, false);
}

static bool ends_something(const plb_token *t)
{
    return t->xpos == PLB_XPOS_STOP || t->xpos == PLB_XPOS_COMMA || t->xpos == PLB_XPOS_COLON;
}

/* Whether the quotation begins behind a stop and ends with one: somebody speaks, and is not merely
 * cited. */
static bool speaks(const plb_doc *doc, const plb_tokens *q)
{
    const plb_sentence *first = sentence_of(doc, q->first), *last = sentence_of(doc, q->last);
    int32_t inner = is_mark(plb_doc_token(doc, q->last)) ? q->last - 1 : q->last;
    bool begins =
        q->first == first->first_token || ends_something(plb_doc_token(doc, q->first - 1));
    return begins && (q->last == last->first_token + last->n_tokens - 1 ||
                      ends_something(plb_doc_token(doc, inner)));
}

/* ---- making and extending -------------------------------------------------------------------- */

static plb_status push_cue(quoting *s, int32_t cue, const plb_tokens *q, int32_t *out,
                           plb_error *err)
{
    plb_doc *doc = s->a->doc;
    plb_draft d = { .cue = cue,
                    .cue_last = PLB_NONE,
                    .source = PLB_NONE,
                    .speaker = PLB_NONE,
                    .without = PLB_NONE,
                    .preposition = PLB_NONE,
                    .quote = bytes_of(doc, q),
                    .voice = PLB_VOICE_SAYS,
                    .finite = true };
    plb_attribution_speaker(s->a, cue, &d);
    uint32_t n = doc->attributions.n;
    PLB_TRY(plb_attribution_push(s->a, &d, err));
    *out = doc->attributions.n > n ? (int32_t)n : PLB_NONE;
    return PLB_OK;
}

/* The last speaker goes on in a paragraph of quotation. */
static plb_status push_more(quoting *s, const plb_tokens *q, int32_t *out, plb_error *err)
{
    plb_doc *doc = s->a->doc;
    plb_attribution *slot = PLB_PUSH(doc->arena, &doc->attributions);
    uint8_t *carries = PLB_PUSH(doc->arena, &s->a->carries);
    if (!slot || !carries)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    const plb_attribution *known = &doc->attributions.at[s->last];
    *slot = (plb_attribution){ .sentence = plb_doc_token(doc, q->first)->sentence,
                               .speaker = known->speaker,
                               .source = known->source,
                               .cue_token = PLB_NONE,
                               .level = 1,
                               .parent = PLB_NONE };
    *carries = true;
    *out = (int32_t)doc->attributions.n - 1;
    return PLB_OK;
}

static plb_status attribute(quoting *s, const plb_tokens *q, int32_t *out, plb_error *err)
{
    const plb_doc *doc = s->a->doc;
    int32_t paragraph = sentence_of(doc, q->first)->paragraph;
    bool whole = speaks(doc, q);
    *out = reporting(s, q);
    if (*out != PLB_NONE) return PLB_OK;
    if (words_in(doc, q) < MIN_OWN_WORDS && !whole) return PLB_OK;
    int32_t cue = introducing(s, q);
    if (cue != PLB_NONE && s->a->of_cue[cue] != PLB_NONE) {
        *out = s->a->of_cue[cue];
        return PLB_OK;
    }
    if (cue != PLB_NONE) return push_cue(s, cue, q, out, err);
    if (!whole || s->last == PLB_NONE || paragraph - s->last_paragraph > 1) return PLB_OK;
    if (paragraph != s->last_paragraph ||
        doc->attributions.at[s->last].n_content == PLB_MAX_CONTENT_SPANS)
        return push_more(s, q, out, err);
    *out = s->last;
    return PLB_OK;
}

plb_status plb_attribution_quotes(plb_attributing *a, plb_error *err)
{
    quoting s = { a, PLB_NONE, 0 };
    plb_doc *doc = a->doc;
    plb_tokens q;
    uint8_t part = PLB_PART_TITLE;
    for (int32_t at = 0; next_quote(doc, &at, &q);) {
        const plb_sentence *first = sentence_of(doc, q.first);
        if (first->part != part) s.last = PLB_NONE;
        part = first->part;
        int32_t found;
        PLB_TRY(attribute(&s, &q, &found, err));
        if (found == PLB_NONE) continue;
        plb_attribution_add(&doc->attributions.at[found], bytes_of(doc, &q));
        doc->attributions.at[found].quoted = true;
        s.last = found;
        s.last_paragraph = sentence_of(doc, q.last)->paragraph;
    }
    return PLB_OK;
}
