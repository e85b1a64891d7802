/* code: attributions that a tree shows. In: a sentence with arguments. Out: doc->attributions.
 *
 *   "the minister said that …"          a complement whose signature has a voice (embedding.tsv)
 *   "…, the minister said, …"           the cue hangs beside the clause that it reports (parataxis)
 *   "according to the ministry, …"      a source in a prepositional phrase
 *   "reportedly"                        an adverb; nobody is named
 *   "Minister: …"                       a line that begins with its speaker
 *
 * The kinds are those of PolNeAR (Newell et al. 2018): source, cue, content, nested. */
#include "code/attribution_internal.h"

static bool is_verb(const plb_token *t)
{
    return t->upos == PLB_UPOS_VERB || t->upos == PLB_UPOS_AUX;
}

static bool phrase_at(const plb_attributing *a, plb_class cls, int32_t token, int32_t *n)
{
    const plb_sentence *s = &a->doc->sentences.at[plb_doc_token(a->doc, token)->sentence];
    *n = plb_lexicon_phrase(a->rules->lex, cls, PLB_MATCH_FORM, a->doc, token,
                            s->first_token + s->n_tokens, NULL);
    return *n > 0;
}

static plb_draft draft_at(int32_t cue)
{
    return (plb_draft){ .cue = cue,
                        .cue_last = PLB_NONE,
                        .source = PLB_NONE,
                        .speaker = PLB_NONE,
                        .without = PLB_NONE,
                        .preposition = PLB_NONE,
                        .voice = PLB_VOICE_SAYS };
}

static void add_content(plb_draft *d, int32_t head)
{
    if (d->n_content < MAX_CONTENT_PARTS) d->content[d->n_content++] = head;
}

/* ---- the speaker ----------------------------------------------------------------------------- */

static int32_t subject_child(const plb_doc *doc, int32_t verb)
{
    return plb_doc_child_universal(doc, verb, PLB_DEP_NSUBJ);
}

static bool is_expletive(const plb_attributing *a, int32_t verb)
{
    return plb_doc_child(a->doc, verb, PLB_DEP_EXPL) != PLB_NONE;
}

void plb_attribution_speaker(const plb_attributing *a, int32_t verb, plb_draft *draft)
{
    const plb_doc *doc = a->doc;
    int32_t logical = plb_argument_first(a->work, verb, PLB_ROLE_SUBJ);
    bool passive = a->work->arguments[verb].voice == PLB_VOICE_PASSIVE;
    int32_t written = passive ? PLB_NONE : subject_child(doc, verb);
    draft->source = written != PLB_NONE ? written : logical;
    draft->speaker = logical != PLB_NONE ? logical : written;
}

static void speaker_of_noun(const plb_attributing *a, int32_t noun, plb_draft *draft)
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

/* ---- from draft to attribution --------------------------------------------------------------- */

plb_status plb_attribution_push(plb_attributing *a, const plb_draft *draft, plb_error *err)
{
    plb_doc *doc = a->doc;
    plb_attribution found = { .sentence = plb_doc_token(doc, draft->cue)->sentence,
                              .speaker = PLB_NONE,
                              .cue_token = draft->cue,
                              .level = 1,
                              .parent = PLB_NONE };
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

/* ---- complements of verbs, nouns and adjectives ---------------------------------------------- */

static int32_t case_child(const plb_doc *doc, int32_t token)
{
    int32_t found = plb_doc_child(doc, token, PLB_DEP_CASE);
    return found != PLB_NONE ? found : plb_doc_child(doc, token, PLB_DEP_MARK);
}

static bool is_finite(plb_str kind)
{
    return plb_str_is(kind, "finite");
}

/* Whether the object stands for what is said ("urged Iran to leave", "called it a crime"), rather
 * than for those who are told ("told Iran that …"). */
static bool takes_object(plb_str kind)
{
    return !is_finite(kind) && !plb_str_is(kind, "object") && !plb_str_is(kind, "gerund");
}

static bool small_clause(const plb_doc *doc, int32_t dep)
{
    const plb_token *t = plb_doc_token(doc, dep);
    return t->deprel == PLB_DEP_XCOMP && t->upos != PLB_UPOS_VERB;
}

/* What a verb says of its object besides: "criticised the plan as …", "praised him for …". */
static bool is_ground(const plb_attributing *a, int32_t dep)
{
    const plb_token *t = plb_doc_token(a->doc, dep);
    int32_t mark = case_child(a->doc, dep), n;
    return (t->deprel == PLB_DEP_OBL || t->deprel == PLB_DEP_ADVCL) && mark != PLB_NONE &&
           phrase_at(a, a->rules->quoting, mark, &n);
}

static void add_objects(const plb_attributing *a, int32_t verb, plb_draft *d)
{
    PLB_EACH_CHILD(a->doc, verb, c)
    {
        uint8_t rel = plb_doc_token(a->doc, c)->deprel;
        if (rel == PLB_DEP_OBJ || rel == PLB_DEP_NSUBJ_PASS || small_clause(a->doc, c))
            add_content(d, c);
    }
}

/* The complement that says most: a finite clause before an infinitive before a noun. */
static int rank_of(plb_str kind)
{
    if (is_finite(kind)) return 4;
    if (plb_str_is(kind, "infinitive") || plb_str_is(kind, "bare")) return 3;
    return plb_str_is(kind, "object") ? 1 : 2;
}

bool plb_attribution_says(const plb_attributing *a, int32_t token)
{
    plb_signature s;
    if (!is_verb(plb_doc_token(a->doc, token))) return false;
    plb_signatures rows = plb_status_signatures(a->work->coder->status, a->doc, token);
    return plb_status_signature(a->work->coder->status, rows, PLB_STR("finite"), &s) &&
           s.voice != PLB_VOICE_OF_NOBODY;
}

static bool has_clause(const plb_doc *doc, int32_t verb)
{
    return plb_doc_child(doc, verb, PLB_DEP_CCOMP) != PLB_NONE;
}

typedef struct {
    int32_t token;
    plb_str kind;
    uint8_t voice;
} complement;

static bool has_voice(const plb_attributing *a, plb_signatures rows, int32_t dep, complement *out)
{
    plb_signature s;
    plb_str kind =
        small_clause(a->doc, dep) ? PLB_STR("xcomp") : plb_status_complement(a->doc, dep);
    if (!plb_status_signature(a->work->coder->status, rows, kind, &s)) return false;
    if (s.voice == PLB_VOICE_OF_NOBODY) return false;
    *out = (complement){ dep, kind, s.voice };
    return true;
}

/* A clause of a verb that no table knows is somebody's words, where somebody is its subject. */
static bool unknown_voice(const plb_attributing *a, plb_signatures rows, int32_t verb, int32_t dep,
                          complement *out)
{
    const plb_token *t = plb_doc_token(a->doc, dep);
    plb_str kind = plb_status_complement(a->doc, dep);
    plb_signature s;
    if (t->deprel != PLB_DEP_CCOMP || !is_finite(kind) || is_expletive(a, verb)) return false;
    if (plb_status_signature(a->work->coder->status, rows, kind, &s)) return false;
    if (plb_argument_first(a->work, verb, PLB_ROLE_SUBJ) == PLB_NONE) return false;
    *out = (complement){ dep, kind, PLB_VOICE_SAYS };
    return true;
}

/* Whether a complement makes an attribution: wanting a thing is no saying; nouns and adjectives say
 * in clauses, or in what a possessor says ("his accusations of fraud"). */
static bool reports(const plb_attributing *a, int32_t head, const complement *c)
{
    if (is_finite(c->kind)) return true;
    if (is_verb(plb_doc_token(a->doc, head)))
        return c->voice != PLB_VOICE_THINKS || !plb_str_is(c->kind, "object");
    return c->voice == PLB_VOICE_SAYS && !plb_str_is(c->kind, "infinitive") &&
           !plb_str_is(c->kind, "compound") &&
           plb_argument_first(a->work, head, PLB_ROLE_POSS) != PLB_NONE;
}

static bool best_complement(const plb_attributing *a, int32_t head, plb_signatures rows,
                            complement *out)
{
    bool verb = is_verb(plb_doc_token(a->doc, head)), any = false;
    complement here;
    PLB_EACH_CHILD(a->doc, head, c)
    { /* "was quoted as saying that …": the inner verb reports */
        if (verb && plb_doc_token(a->doc, c)->deprel == PLB_DEP_ADVCL && has_clause(a->doc, c) &&
            case_child(a->doc, c) != PLB_NONE && plb_attribution_says(a, c))
            return false;
    }
    PLB_EACH_CHILD(a->doc, head, c)
    {
        if (plb_doc_token(a->doc, c)->deprel == PLB_DEP_NSUBJ) continue;
        if (!(rows.n && has_voice(a, rows, c, &here)) &&
            !(verb && unknown_voice(a, rows, head, c, &here)))
            continue;
        if (!reports(a, head, &here)) continue;
        if (any && rank_of(here.kind) <= rank_of(out->kind)) continue;
        *out = here;
        any = true;
    }
    return any;
}

/* In a quotation, "I think" and "you know" are its speaker's way of talking; what others are said
 * to have said is reported. */
static bool in_own_words(const plb_attributing *a, const plb_draft *d)
{
    if (!(plb_doc_token(a->doc, d->cue)->flags & PLB_TOKEN_QUOTED)) return false;
    return d->voice != PLB_VOICE_SAYS || !d->finite || d->source == PLB_NONE ||
           plb_doc_token(a->doc, d->source)->upos == PLB_UPOS_PRON;
}

static plb_status from_complement(plb_attributing *a, int32_t head, const complement *c,
                                  plb_error *err)
{
    plb_doc *doc = a->doc;
    plb_draft d = draft_at(head);
    d.voice = c->voice;
    d.finite = is_finite(c->kind);
    if (takes_object(c->kind)) add_objects(a, head, &d);
    add_content(&d, c->token);
    uint8_t rel = plb_doc_token(doc, c->token)->deprel;
    int32_t preposition = case_child(doc, c->token);
    if (preposition == head + 1 && rel != PLB_DEP_CCOMP && !d.finite &&
        plb_doc_token(doc, preposition)->xpos != PLB_XPOS_TO)
        d.preposition = preposition;
    if (is_verb(plb_doc_token(doc, head))) {
        plb_attribution_speaker(a, head, &d);
        if (plb_str_is(c->kind, "object")) PLB_EACH_CHILD(doc, head, g)
        if (is_ground(a, g)) add_content(&d, g);
    } else if (plb_doc_token(doc, head)->upos == PLB_UPOS_ADJ) {
        d.source = d.speaker = plb_argument_first(a->work, head, PLB_ROLE_SUBJ);
    } else {
        speaker_of_noun(a, head, &d);
    }
    return in_own_words(a, &d) ? PLB_OK : plb_attribution_push(a, &d, err);
}

/* ---- cues beside what they report ------------------------------------------------------------ */

/* "Talks failed, officials said": the cue hangs on the clause. "Officials said: talks failed": the
 * clause hangs on the cue. */
static plb_status from_parataxis(plb_attributing *a, int32_t child, bool *used, plb_error *err)
{
    const plb_doc *doc = a->doc;
    int32_t head = plb_doc_token(doc, child)->head;
    plb_draft d;
    *used = true;
    if (plb_attribution_says(a, child) && !has_clause(doc, child) &&
        subject_child(doc, child) != PLB_NONE) {
        d = draft_at(child);
        add_content(&d, head);
        d.without = child;
    } else if (plb_attribution_says(a, head) && !has_clause(doc, head)) {
        d = draft_at(head);
        add_content(&d, child);
    } else {
        *used = false;
        return PLB_OK;
    }
    d.finite = true;
    plb_attribution_speaker(a, d.cue, &d);
    return plb_attribution_push(a, &d, err);
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

static plb_status from_phrase(plb_attributing *a, int32_t noun, bool *used, plb_error *err)
{
    const plb_doc *doc = a->doc;
    int32_t mark = case_child(doc, noun), n;
    *used = mark != PLB_NONE && plb_doc_token(doc, noun)->head != PLB_NONE &&
            phrase_at(a, a->rules->according, mark, &n);
    if (!*used) return PLB_OK;
    plb_draft d = draft_at(mark);
    d.cue_last = mark + n - 1;
    d.source = d.speaker = noun;
    d.without = noun;
    d.finite = true;
    add_content(&d, commented(a, noun));
    return plb_attribution_push(a, &d, err);
}

static plb_status from_adverb(plb_attributing *a, int32_t adverb, plb_error *err)
{
    int32_t n;
    if (!phrase_at(a, a->rules->hearsay, adverb, &n)) return PLB_OK;
    plb_draft d = draft_at(adverb);
    d.cue_last = adverb + n - 1;
    d.without = adverb;
    d.finite = true;
    add_content(&d, plb_doc_token(a->doc, adverb)->head);
    return plb_attribution_push(a, &d, err);
}

/* ---- lines that begin with their speaker ----------------------------------------------------- */

enum { MAX_LABEL = 8 };

static int32_t label_end(const plb_doc *doc, const plb_sentence *s)
{
    for (int32_t i = 1; i <= MAX_LABEL && i + 2 < s->n_tokens; i++) {
        const plb_token *t = plb_doc_token(doc, s->first_token + i);
        if (is_verb(t)) return PLB_NONE;
        if (t->xpos == PLB_XPOS_COLON && t->form.n == 1 && t->form.p[0] == ':')
            return s->first_token + i;
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

static plb_status from_label(plb_attributing *a, const plb_sentence *s, plb_error *err)
{
    plb_doc *doc = a->doc;
    int32_t colon = label_end(doc, s);
    if (colon == PLB_NONE || is_verb(plb_doc_token(doc, s->first_token))) return PLB_OK;
    int32_t head = label_head(doc, s->first_token, colon);
    if (head == PLB_NONE) return PLB_OK;
    const plb_token *t = plb_doc_token(doc, head);
    bool actor = t->mention != PLB_NONE && doc->mentions.at[t->mention].kind == PLB_MENTION_ACTOR;
    if (t->upos != PLB_UPOS_PROPN && !actor) return PLB_OK;
    plb_attribution found = { .sentence = t->sentence,
                              .speaker = actor ? t->mention : PLB_NONE,
                              .cue_token = colon,
                              .level = 1,
                              .parent = PLB_NONE };
    found.source = plb_attribution_bytes(doc, s->first_token, colon - 1);
    found.cue = (plb_span){ plb_doc_token(doc, colon)->begin, plb_doc_token(doc, colon)->end };
    plb_attribution_add(&found,
                        plb_attribution_bytes(doc, colon + 1, s->first_token + s->n_tokens - 1));
    plb_attribution *slot = PLB_PUSH(doc->arena, &doc->attributions);
    uint8_t *carries = PLB_PUSH(doc->arena, &a->carries);
    if (!slot || !carries)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    *slot = found;
    *carries = true;
    return PLB_OK;
}

/* ---- a sentence ------------------------------------------------------------------------------ */

static plb_status from_token(plb_attributing *a, int32_t t, plb_error *err)
{
    plb_doc *doc = a->doc;
    const plb_token *token = plb_doc_token(doc, t);
    complement best;
    bool used = false;
    if (token->deprel == PLB_DEP_PARATAXIS) PLB_TRY(from_parataxis(a, t, &used, err));
    switch (token->upos) {
    case PLB_UPOS_ADV:
        return from_adverb(a, t, err);
    case PLB_UPOS_NOUN:
    case PLB_UPOS_PROPN:
    case PLB_UPOS_PRON:
        if (!used) PLB_TRY(from_phrase(a, t, &used, err));
        break;
    case PLB_UPOS_VERB:
    case PLB_UPOS_AUX:
    case PLB_UPOS_ADJ:
        break;
    default:
        return PLB_OK;
    }
    if (used) return PLB_OK;
    plb_signatures rows = plb_status_signatures(a->work->coder->status, doc, t);
    if (!rows.n && !is_verb(token)) return PLB_OK;
    return best_complement(a, t, rows, &best) ? from_complement(a, t, &best, err) : PLB_OK;
}

plb_status plb_attribution_sentence(plb_attributing *a, int32_t sentence, plb_error *err)
{
    const plb_sentence *s = &a->doc->sentences.at[sentence];
    uint32_t before = a->doc->attributions.n;
    if (s->root == PLB_NONE) return PLB_OK;
    PLB_TRY(from_label(a, s, err));
    for (int32_t t = s->first_token; t < s->first_token + s->n_tokens; t++) {
        if (a->doc->attributions.n - before >= MAX_DRAFTS) break;
        PLB_TRY(from_token(a, t, err));
    }
    return PLB_OK;
}
