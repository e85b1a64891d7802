/* code: who speaks, and from draft to attribution. In: drafts. Out: doc->attributions.
 *
 * The speaker of a verb is its subject; where the tree gives it none, the name that stands beside
 * it. */
#include "code/attribution_internal.h"

enum { MAX_GROUP = 6 }; /* words between a verb and what stands beside it */

plb_draft plb_draft_at(int32_t cue)
{
    return (plb_draft){ .cue = cue,
                        .cue_last = PLB_NONE,
                        .source = PLB_NONE,
                        .speaker = PLB_NONE,
                        .without = PLB_NONE,
                        .preposition = PLB_NONE,
                        .voice = PLB_VOICE_SAYS };
}

void plb_draft_add(plb_draft *d, int32_t head)
{
    if (d->n_content < MAX_CONTENT_PARTS) d->content[d->n_content++] = head;
}

bool plb_attribution_phrase_at(const plb_attributing *a, plb_class cls, int32_t token, int32_t *n)
{
    const plb_sentence *s = &a->doc->sentences.at[plb_doc_token(a->doc, token)->sentence];
    int32_t end = s->first_token + s->n_tokens;
    *n = plb_lexicon_phrase(a->rules->lex, cls, PLB_MATCH_FORM, a->doc, token, end, NULL);
    if (*n == 0)
        *n = plb_lexicon_phrase(a->rules->lex, cls, PLB_MATCH_LEMMA, a->doc, token, end, NULL);
    return *n > 0;
}

bool plb_attribution_says(const plb_attributing *a, int32_t token)
{
    plb_signature s;
    if (!plb_attribution_is_verb(plb_doc_token(a->doc, token))) return false;
    plb_signatures rows = a->work->worlds->signatures[token];
    return plb_status_signature(a->work->coder->status, rows, PLB_STR("finite"), &s) &&
           s.voice != PLB_VOICE_OF_NOBODY;
}

bool plb_attribution_follows_mark(const plb_attributing *a, int32_t cue)
{
    return cue > 0 && plb_doc_token(a->doc, cue - 1)->upos == PLB_UPOS_PUNCT &&
           plb_doc_token(a->doc, cue - 1)->sentence == plb_doc_token(a->doc, cue)->sentence;
}

static bool is_nominal(const plb_token *t)
{
    return t->upos == PLB_UPOS_NOUN || t->upos == PLB_UPOS_PROPN || t->upos == PLB_UPOS_PRON;
}

/* The head of the run of nominal words that holds a token: the one that hangs outside of it. */
static int32_t nominal_head(const plb_doc *doc, int32_t t)
{
    int32_t sentence = plb_doc_token(doc, t)->sentence;
    for (int i = 0; i < MAX_GROUP; i++) {
        int32_t head = plb_doc_token(doc, t)->head;
        if (head == PLB_NONE || head - t > MAX_GROUP || t - head > MAX_GROUP ||
            !is_nominal(plb_doc_token(doc, head)) || plb_doc_token(doc, head)->sentence != sentence)
            return t;
        t = head;
    }
    return t;
}

/* Who stands beside a verb of saying where the tree gives it no subject: "…, said Mr Smith, who …",
 * "police have said". */
static int32_t neighbour(const plb_attributing *a, int32_t verb)
{
    const plb_doc *doc = a->doc;
    const plb_sentence *s = &doc->sentences.at[plb_doc_token(doc, verb)->sentence];
    int32_t end = s->first_token + s->n_tokens, t = verb + 1;
    if (plb_attribution_follows_mark(a, verb)) {
        while (t < end && t <= verb + MAX_GROUP &&
               (plb_doc_token(doc, t)->upos == PLB_UPOS_DET ||
                plb_doc_token(doc, t)->upos == PLB_UPOS_ADJ ||
                plb_doc_token(doc, t)->upos == PLB_UPOS_NUM))
            t++;
        return t < end && is_nominal(plb_doc_token(doc, t)) ? nominal_head(doc, t) : PLB_NONE;
    }
    for (t = verb - 1; t >= s->first_token && t >= verb - MAX_GROUP; t--) {
        const plb_token *token = plb_doc_token(doc, t);
        if (is_nominal(token)) return nominal_head(doc, t);
        if (token->upos != PLB_UPOS_AUX && token->upos != PLB_UPOS_ADV &&
            token->upos != PLB_UPOS_PART && !plb_attribution_is_verb(token))
            break;
    }
    return PLB_NONE;
}

void plb_attribution_speaker(const plb_attributing *a, int32_t verb, plb_draft *draft)
{
    const plb_doc *doc = a->doc;
    int32_t logical = plb_argument_first(a->work, verb, PLB_ROLE_SUBJ);
    bool passive = a->work->arguments[verb].voice == PLB_VOICE_PASSIVE;
    int32_t written = passive ? PLB_NONE : plb_attribution_subject(doc, verb);
    draft->source = written != PLB_NONE ? written : logical;
    if (draft->source == PLB_NONE && !passive) draft->source = neighbour(a, verb);
    draft->speaker = logical != PLB_NONE ? logical : draft->source;
}

void plb_attribution_speaker_of_noun(const plb_attributing *a, int32_t noun, plb_draft *draft)
{
    const plb_doc *doc = a->doc;
    int32_t found = plb_argument_first(a->work, noun, PLB_ROLE_POSS);
    if (found == PLB_NONE) found = plb_argument_first(a->work, noun, PLB_ROLE_SUBJ);
    draft->source = draft->speaker = found;
    if (found != PLB_NONE) return;
    PLB_EACH_CHILD(doc, noun, c)
    { /* "a warning by the army" */
        const plb_token *t = plb_doc_token(doc, c);
        if (t->deprel == PLB_DEP_NMOD && t->mention != PLB_NONE &&
            doc->mentions.at[t->mention].kind == PLB_MENTION_ACTOR && c != draft->content[0]) {
            draft->source = draft->speaker = c;
            return;
        }
    }
}

/* Whether a word names somebody who can speak: an actor, a name, a pronoun, a report. */
bool plb_attribution_is_somebody(const plb_attributing *a, int32_t token)
{
    if (token == PLB_NONE) return false;
    const plb_token *t = plb_doc_token(a->doc, token);
    int32_t n;
    if (t->upos == PLB_UPOS_PROPN || t->upos == PLB_UPOS_PRON) return true;
    if (t->mention != PLB_NONE && a->doc->mentions.at[t->mention].kind == PLB_MENTION_ACTOR)
        return true;
    return plb_attribution_phrase_at(a, a->rules->speaking, token, &n);
}

/* ---- from draft to attribution --------------------------------------------------------------- */

plb_status plb_attribution_push(plb_attributing *a, const plb_draft *draft, plb_error *err)
{
    plb_doc *doc = a->doc;
    plb_attribution found = { .sentence = plb_doc_token(doc, draft->cue)->sentence,
                              .speaker = PLB_NONE,
                              .cue_token = draft->cue,
                              .level = 1,
                              .parent = PLB_NONE };
    if (a->of_cue[draft->cue] != PLB_NONE) return PLB_OK; /* a cue reports once */
    plb_attribution_content(a, draft, &found);
    if (found.n_content == 0) return PLB_OK;
    found.cue = plb_attribution_cue(a, draft);
    if (draft->source != PLB_NONE && plb_doc_token(doc, draft->source)->sentence == found.sentence)
        found.source = plb_attribution_phrase(a, draft->source);
    if (draft->speaker != PLB_NONE) {
        int32_t m = plb_doc_token(doc, draft->speaker)->mention;
        if (m != PLB_NONE && doc->mentions.at[m].kind == PLB_MENTION_ACTOR) found.speaker = m;
    }
    plb_attribution *slot = PLB_PUSH(doc->arena, &doc->attributions);
    uint8_t *carries = PLB_PUSH(doc->arena, &a->carries);
    if (!slot || !carries)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    *slot = found;
    a->of_cue[draft->cue] = (int32_t)doc->attributions.n - 1;
    *carries =
        draft->voice == PLB_VOICE_SAYS || (draft->voice == PLB_VOICE_THINKS && draft->finite);
    return PLB_OK;
}
