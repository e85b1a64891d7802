/* code: attributions whose cue stands beside what it reports. In: a sentence with arguments. Out:
 * doc->attributions.
 *
 *   "talks failed, officials said"      the cue hangs beside the clause (parataxis)
 *   "…, the minister said, …"           an aside between commas
 *   "according to the ministry, …"      a source in a prepositional phrase
 *   "reportedly"                        an adverb; nobody is named
 *   "Minister: …"                       a line that begins with its speaker */
#include "code/attribution_internal.h"

enum { MAX_GROUP = 6 }; /* words between a verb and what stands beside it */

/* "The deal, the envoy said, would hold": a subject and its verb between two commas comment on the
 * whole sentence. The runs before and behind them, or false. */
static bool is_aside(const plb_attributing *a, int32_t verb, plb_tokens around[2])
{
    const plb_doc *doc = a->doc;
    const plb_sentence *s = &doc->sentences.at[plb_doc_token(doc, verb)->sentence];
    int32_t end = s->first_token + s->n_tokens, subject = plb_attribution_subject(doc, verb), first,
            last;
    if (subject == PLB_NONE || subject > verb) return false;
    plb_doc_subtree(doc, subject, &first, &last);
    if (last >= verb || verb - last > MAX_GROUP || first <= s->first_token ||
        plb_doc_token(doc, first - 1)->xpos != PLB_XPOS_COMMA)
        return false;
    for (int32_t t = last + 1; t < verb; t++) {
        uint8_t upos = plb_doc_token(doc, t)->upos;
        if (upos != PLB_UPOS_AUX && upos != PLB_UPOS_ADV && upos != PLB_UPOS_PART) return false;
    }
    int32_t t = verb + 1;
    while (t < end && t <= verb + MAX_GROUP && plb_doc_token(doc, t)->upos != PLB_UPOS_PUNCT) {
        if (plb_attribution_is_verb(plb_doc_token(doc, t)) ||
            plb_doc_token(doc, t)->upos == PLB_UPOS_SCONJ)
            return false;
        t++;
    }
    if (t < end && plb_doc_token(doc, t)->xpos != PLB_XPOS_COMMA &&
        plb_doc_token(doc, t)->xpos != PLB_XPOS_STOP)
        return false;
    around[0] = (plb_tokens){ s->first_token, first - 1 };
    around[1] = (plb_tokens){ t, end - 1 };
    return true;
}

/* "Talks failed, officials said": the cue hangs on the clause. "Officials said: talks failed": the
 * clause hangs on the cue. */
plb_status plb_attribution_parataxis(plb_attributing *a, int32_t child, bool *used, plb_error *err)
{
    const plb_doc *doc = a->doc;
    int32_t head = plb_doc_token(doc, child)->head;
    plb_draft d;
    plb_tokens around[2];
    *used = true;
    if (plb_attribution_says(a, child) && !plb_attribution_has_clause(doc, child) &&
        plb_attribution_subject(doc, child) != PLB_NONE) {
        d = plb_draft_at(child);
        plb_draft_add(&d, head);
        d.without = child;
    } else if (plb_attribution_says(a, head) && !plb_attribution_has_clause(doc, head) &&
               !is_aside(a, head, around)) {
        d = plb_draft_at(head);
        plb_draft_add(&d, child);
    } else {
        *used = false;
        return PLB_OK;
    }
    d.finite = true;
    plb_attribution_speaker(a, d.cue, &d);
    return plb_attribution_push(a, &d, err);
}

plb_status plb_attribution_aside(plb_attributing *a, int32_t verb, bool *used, plb_error *err)
{
    plb_tokens around[2];
    plb_signature s;
    plb_signatures rows = a->work->worlds->signatures[verb];
    *used = plb_status_signature(a->work->coder->status, rows, PLB_STR("finite"), &s) &&
            s.voice == PLB_VOICE_SAYS && is_aside(a, verb, around);
    if (!*used) return PLB_OK;
    plb_draft d = plb_draft_at(verb);
    d.finite = true;
    plb_attribution_speaker(a, verb, &d);
    d.quote = plb_attribution_bytes(a->doc, around[0].first, around[0].last);
    uint32_t at = a->doc->attributions.n;
    PLB_TRY(plb_attribution_push(a, &d, err));
    if (a->doc->attributions.n > at && around[1].first <= around[1].last)
        plb_attribution_add(&a->doc->attributions.at[at],
                            plb_attribution_bytes(a->doc, around[1].first, around[1].last));
    return PLB_OK;
}

/* The clause that a phrase or adverb comments on: the sentence where it stands at an edge of it. */
static int32_t commented(const plb_attributing *a, int32_t dep)
{
    const plb_sentence *s = &a->doc->sentences.at[plb_doc_token(a->doc, dep)->sentence];
    int32_t first, last;
    plb_doc_subtree(a->doc, dep, &first, &last);
    bool edge = first == s->first_token || last >= s->first_token + s->n_tokens - 2;
    return edge && s->root != PLB_NONE && s->root != dep ? s->root
                                                         : plb_doc_token(a->doc, dep)->head;
}

plb_status plb_attribution_source_phrase(plb_attributing *a, int32_t noun, bool *used,
                                         plb_error *err)
{
    const plb_doc *doc = a->doc;
    int32_t mark = plb_attribution_case(doc, noun), n;
    *used = mark != PLB_NONE && plb_doc_token(doc, noun)->head != PLB_NONE &&
            plb_attribution_phrase_at(a, a->rules->according, mark, &n);
    if (!*used) return PLB_OK;
    plb_draft d = plb_draft_at(mark);
    d.cue_last = mark + n - 1;
    d.source = d.speaker = noun;
    d.without = noun;
    d.finite = true;
    plb_draft_add(&d, commented(a, noun));
    return plb_attribution_push(a, &d, err);
}

plb_status plb_attribution_hearsay(plb_attributing *a, int32_t adverb, plb_error *err)
{
    int32_t n;
    if (!plb_attribution_phrase_at(a, a->rules->hearsay, adverb, &n)) return PLB_OK;
    plb_draft d = plb_draft_at(adverb);
    d.cue_last = adverb + n - 1;
    d.without = adverb;
    d.finite = true;
    plb_draft_add(&d, plb_doc_token(a->doc, adverb)->head);
    return plb_attribution_push(a, &d, err);
}

/* ---- lines that begin with their speaker ----------------------------------------------------- */

enum { MAX_LABEL = 8 };

/* The colon of "Minister: …", or PLB_NONE. */
static int32_t label_end(const plb_doc *doc, int32_t first, int32_t end)
{
    for (int32_t i = first + 1; i <= first + MAX_LABEL && i + 2 < end; i++) {
        const plb_token *t = plb_doc_token(doc, i);
        if (plb_attribution_is_verb(t)) return PLB_NONE;
        if (t->upos == PLB_UPOS_PUNCT && t->form.n == 1 && t->form.p[0] == ':') return i;
    }
    return PLB_NONE;
}

/* The token that heads a label: the one whose governor stands outside. */
static int32_t label_head(const plb_doc *doc, int32_t first, int32_t colon)
{
    for (int32_t t = first; t < colon; t++) {
        int32_t head = plb_doc_token(doc, t)->head;
        if ((head < first || head >= colon) && plb_doc_token(doc, t)->upos != PLB_UPOS_PUNCT)
            return t;
    }
    return PLB_NONE;
}

/* Transcripts name their speakers in capitals. */
static bool is_capitals(plb_str form)
{
    for (size_t i = 0; i < form.n; i++)
        if (form.p[i] >= 'a' && form.p[i] <= 'z') return false;
    return form.n > 1 && form.p[0] >= 'A' && form.p[0] <= 'Z';
}

/* The last token that a label speaks for: of its sentence, or in a transcript of its paragraph. */
static int32_t label_reach(const plb_doc *doc, int32_t sentence, bool transcript)
{
    const plb_sentence *s = &doc->sentences.at[sentence], *next = s + 1;
    int32_t last = s->first_token + s->n_tokens - 1;
    for (; transcript && next < doc->sentences.at + doc->sentences.n; next++) {
        if (next->part != s->part || next->paragraph != s->paragraph) break;
        if (label_end(doc, next->first_token, next->first_token + next->n_tokens) != PLB_NONE)
            break;
        last = next->first_token + next->n_tokens - 1;
    }
    return last;
}

plb_status plb_attribution_label(plb_attributing *a, int32_t sentence, plb_error *err)
{
    plb_doc *doc = a->doc;
    const plb_sentence *s = &doc->sentences.at[sentence];
    int32_t first = s->first_token, end = first + s->n_tokens;
    if (first < end && plb_doc_token(doc, first)->upos == PLB_UPOS_PUNCT) first++;
    int32_t colon = label_end(doc, first, end), head;
    if (colon == PLB_NONE || plb_attribution_is_verb(plb_doc_token(doc, first))) return PLB_OK;
    if ((head = label_head(doc, first, colon)) == PLB_NONE) return PLB_OK;
    const plb_token *t = plb_doc_token(doc, head);
    bool transcript = is_capitals(t->form) && !(t->flags & PLB_TOKEN_CAPS);
    if (!transcript && !plb_attribution_is_somebody(a, head)) return PLB_OK;
    plb_attribution found = { .sentence = sentence,
                              .speaker = PLB_NONE,
                              .cue_token = colon,
                              .level = 1,
                              .parent = PLB_NONE };
    if (t->mention != PLB_NONE && doc->mentions.at[t->mention].kind == PLB_MENTION_ACTOR)
        found.speaker = t->mention;
    found.source = plb_attribution_bytes(doc, first, colon - 1);
    found.cue = (plb_span){ plb_doc_token(doc, colon)->begin, plb_doc_token(doc, colon)->end };
    int32_t last = label_reach(doc, sentence, transcript);
    plb_attribution_add(&found, plb_attribution_bytes(doc, colon + 1, last));
    plb_attribution *slot = PLB_PUSH(doc->arena, &doc->attributions);
    uint8_t *carries = PLB_PUSH(doc->arena, &a->carries);
    if (!slot || !carries)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    *slot = found;
    *carries = true;
    return PLB_OK;
}
