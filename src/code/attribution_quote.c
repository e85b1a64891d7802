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

static bool is_quoted(const plb_doc *doc, int32_t t)
{
    return plb_doc_token(doc, t)->flags & PLB_TOKEN_QUOTED;
}

/* The quotation at or behind `*at`, with its marks, which are not flagged themselves; `*at` moves
 * behind it. */
static bool next_quote(const plb_doc *doc, int32_t *at, plb_tokens *out)
{
    int32_t n = (int32_t)doc->tokens.n, t = *at;
    while (t < n && !is_quoted(doc, t)) t++;
    if (t == n) return false;
    out->first = t;
    while (t < n && is_quoted(doc, t) && same_part(doc, t, out->first)) t++;
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

/* "Will you stay?" A reporter asked. Splitters take the mark for the end of a sentence. */
static int32_t cue_of_question(const quoting *s, const plb_tokens *q)
{
    const plb_doc *doc = s->a->doc;
    int32_t next = q->last + 1, inner = q->last - 1;
    if (next >= (int32_t)doc->tokens.n || inner < q->first || !same_part(doc, next, q->last))
        return PLB_NONE;
    plb_str form = plb_doc_token(doc, inner)->form;
    const plb_sentence *line = sentence_of(doc, next);
    if (next != line->first_token || line->paragraph != sentence_of(doc, q->last)->paragraph ||
        form.n == 0 || (form.p[form.n - 1] != '?' && form.p[form.n - 1] != '!'))
        return PLB_NONE;
    return cue_between(s, next, before(next + MAX_NAME, next + line->n_tokens - 1), true);
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
    cue = cue_of_question(s, q);
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

/* ---- the words beside a quotation ------------------------------------------------------------ */

static bool is_nominal(const plb_token *t)
{
    return t->upos == PLB_UPOS_NOUN || t->upos == PLB_UPOS_PROPN || t->upos == PLB_UPOS_PRON;
}

/* What ends a speaker's name behind "said". */
static bool ends_name(const plb_token *t)
{
    return t->upos == PLB_UPOS_PUNCT || t->upos == PLB_UPOS_VERB || t->upos == PLB_UPOS_AUX ||
           t->upos == PLB_UPOS_ADP || t->upos == PLB_UPOS_SCONJ || t->xpos == PLB_XPOS_WP;
}

/* The words between a quotation and its cue, or behind the cue that follows it at once: whatever
 * the tree makes of them, they name the speaker. Empty (first > last) where there are none. */
static plb_tokens speaker_beside(const plb_doc *doc, const plb_tokens *q, int32_t cue)
{
    plb_tokens run = { q->last + 1, cue - 1 };
    if (cue < q->first) return (plb_tokens){ 1, 0 };
    if (run.first <= run.last) {
        while (run.last >= run.first && !is_nominal(plb_doc_token(doc, run.last))) run.last--;
        return run;
    }
    const plb_sentence *s = sentence_of(doc, cue);
    int32_t end = s->first_token + s->n_tokens;
    run = (plb_tokens){ cue + 1, cue };
    while (run.last + 1 < end && !ends_name(plb_doc_token(doc, run.last + 1))) run.last++;
    while (run.last >= run.first && !is_nominal(plb_doc_token(doc, run.last))) run.last--;
    return run;
}

static void take_speaker(const quoting *s, int32_t at, const plb_tokens *q)
{
    plb_doc *doc = s->a->doc;
    plb_attribution *x = &doc->attributions.at[at];
    plb_tokens run = speaker_beside(doc, q, x->cue_token);
    if (run.first > run.last) return;
    x->source = plb_attribution_bytes(doc, run.first, run.last);
    for (int32_t t = run.first; t <= run.last; t++) {
        int32_t m = plb_doc_token(doc, t)->mention;
        if (m == PLB_NONE || doc->mentions.at[m].kind != PLB_MENTION_ACTOR) continue;
        x->speaker = m;
        return;
    }
}

/* The cue stands at the quotation, with the speaker at most between: the quotation is all it
 * reports. */
static bool adjoins(const plb_doc *doc, const plb_tokens *q, int32_t cue)
{
    if (cue > q->last) return true;
    if (plb_doc_token(doc, cue)->sentence != plb_doc_token(doc, q->first)->sentence) return true;
    return q->first - cue <= 3;
}

/* ---- making and extending -------------------------------------------------------------------- */

static plb_status push_cue(quoting *s, int32_t cue, const plb_tokens *q, int32_t *out,
                           plb_error *err)
{
    plb_doc *doc = s->a->doc;
    plb_draft d = plb_draft_at(cue);
    d.quote = bytes_of(doc, q);
    d.finite = true;
    plb_attribution_speaker(s->a, cue, &d);
    uint32_t n = doc->attributions.n;
    PLB_TRY(plb_attribution_push(s->a, &d, err));
    *out = doc->attributions.n > n ? (int32_t)n : PLB_NONE;
    return PLB_OK;
}

/* A new attribution of a quotation, without cue and speaker. */
static plb_status push(quoting *s, const plb_tokens *q, int32_t *out, plb_error *err)
{
    plb_doc *doc = s->a->doc;
    plb_attribution *slot = PLB_PUSH(doc->arena, &doc->attributions);
    uint8_t *carries = PLB_PUSH(doc->arena, &s->a->carries);
    if (!slot || !carries)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    *slot = (plb_attribution){ .sentence = plb_doc_token(doc, q->first)->sentence,
                               .speaker = PLB_NONE,
                               .cue_token = PLB_NONE,
                               .level = 1,
                               .parent = PLB_NONE };
    *carries = true;
    *out = (int32_t)doc->attributions.n - 1;
    return PLB_OK;
}

/* The last speaker goes on in a paragraph of quotation. */
static plb_status push_more(quoting *s, const plb_tokens *q, int32_t *out, plb_error *err)
{
    plb_doc *doc = s->a->doc;
    PLB_TRY(push(s, q, out, err));
    doc->attributions.at[*out].speaker = doc->attributions.at[s->last].speaker;
    doc->attributions.at[*out].source = doc->attributions.at[s->last].source;
    return PLB_OK;
}

/* A line of a dash and a name under a quotation. */
static bool signature_line(const plb_doc *doc, const plb_tokens *q, plb_tokens *name)
{
    int32_t dash = q->last + 1, n = (int32_t)doc->tokens.n;
    if (dash + 1 >= n || !same_part(doc, dash, q->last)) return false;
    const plb_sentence *line = sentence_of(doc, dash);
    int32_t end = line->first_token + line->n_tokens;
    if (plb_doc_token(doc, dash)->upos != PLB_UPOS_PUNCT || is_mark(plb_doc_token(doc, dash)) ||
        line->paragraph - sentence_of(doc, q->last)->paragraph > 1 || end - dash > MAX_NAME ||
        plb_doc_token(doc, dash + 1)->upos != PLB_UPOS_PROPN)
        return false;
    *name = (plb_tokens){ dash + 1, end - 1 };
    for (int32_t t = dash + 1; t < end; t++)
        if (plb_doc_token(doc, t)->upos == PLB_UPOS_VERB) return false;
    return true;
}

static plb_status push_signed(quoting *s, const plb_tokens *q, const plb_tokens *name, int32_t *out,
                              plb_error *err)
{
    plb_doc *doc = s->a->doc;
    PLB_TRY(push(s, q, out, err));
    plb_attribution *x = &doc->attributions.at[*out];
    int32_t dash = name->first - 1;
    x->source = plb_attribution_bytes(doc, name->first, name->last);
    x->cue_token = dash;
    x->cue = (plb_span){ plb_doc_token(doc, dash)->begin, plb_doc_token(doc, dash)->end };
    for (int32_t t = name->first; t <= name->last && x->speaker == PLB_NONE; t++) {
        int32_t m = plb_doc_token(doc, t)->mention;
        if (m != PLB_NONE && doc->mentions.at[m].kind == PLB_MENTION_ACTOR) x->speaker = m;
    }
    return PLB_OK;
}

/* Direct speech: what the quotation says is all that its cue reports. */
static plb_status attribute_speech(quoting *s, const plb_tokens *q, int32_t cue, int32_t *out,
                                   plb_error *err)
{
    plb_doc *doc = s->a->doc;
    *out = s->a->of_cue[cue];
    if (*out == PLB_NONE) PLB_TRY(push_cue(s, cue, q, out, err));
    if (*out == PLB_NONE) return PLB_OK;
    plb_attribution *x = &doc->attributions.at[*out];
    if (!x->quoted && adjoins(doc, q, cue)) x->n_content = 0;
    take_speaker(s, *out, q);
    return PLB_OK;
}

static plb_status attribute(quoting *s, const plb_tokens *q, int32_t *out, plb_error *err)
{
    const plb_doc *doc = s->a->doc;
    int32_t paragraph = sentence_of(doc, q->first)->paragraph;
    bool whole = speaks(doc, q), same = paragraph == s->last_paragraph;
    int32_t cue = whole || words_in(doc, q) >= MIN_OWN_WORDS ? introducing(s, q) : PLB_NONE;
    plb_tokens name;
    if (whole && signature_line(doc, q, &name)) return push_signed(s, q, &name, out, err);
    if (whole && cue != PLB_NONE) return attribute_speech(s, q, cue, out, err);
    *out = reporting(s, q);
    if (*out != PLB_NONE) return PLB_OK;
    if (cue != PLB_NONE && s->a->of_cue[cue] != PLB_NONE) {
        *out = s->a->of_cue[cue];
        return PLB_OK;
    }
    if (cue != PLB_NONE) return push_cue(s, cue, q, out, err);
    if (!whole || s->last == PLB_NONE || paragraph - s->last_paragraph > 1) return PLB_OK;
    if (!same || doc->attributions.at[s->last].n_content == PLB_MAX_CONTENT_SPANS)
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
