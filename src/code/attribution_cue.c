/* code: attributions that trees show. In: a sentence with arguments. Out: doc->attributions.
 *
 * A verb, noun or adjective reports the complement whose signature has a voice (embedding.tsv):
 * "the minister said that …", "the claim that …". What the tree does not put below its cue is
 * attribution_beside.c. The kinds are those of PolNeAR (Newell et al. 2018): source, cue, content,
 * nested. */
#include "code/attribution_internal.h"

enum { MAX_GROUP = 6 }; /* words between a verb and what stands beside it */

static bool is_expletive(const plb_attributing *a, int32_t verb)
{
    return plb_doc_child(a->doc, verb, PLB_DEP_EXPL) != PLB_NONE;
}

/* ---- complements of verbs, nouns and adjectives ---------------------------------------------- */

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

/* What follows the last content under the same head, up to a comma or a conjunction: "praised the
 * plan to help farmers" is one thing to a reader, wherever the parser hangs the infinitive. */
static void add_trailing(const plb_attributing *a, int32_t head, int32_t after, plb_draft *d)
{
    PLB_EACH_CHILD(a->doc, head, c)
    {
        const plb_token *t = plb_doc_token(a->doc, c);
        if (c <= after) continue;
        switch (t->deprel) {
        case PLB_DEP_OBL:
        case PLB_DEP_NMOD:
        case PLB_DEP_ADVCL:
        case PLB_DEP_XCOMP:
        case PLB_DEP_OBL_AGENT:
            break;
        default:
            return;
        }
        int32_t first, last;
        plb_doc_subtree(a->doc, c, &first, &last);
        if (plb_doc_token(a->doc, first)->upos == PLB_UPOS_PUNCT || last < c) return;
        plb_draft_add(d, c);
    }
}

static void add_objects(const plb_attributing *a, int32_t verb, plb_draft *d)
{
    PLB_EACH_CHILD(a->doc, verb, c)
    {
        uint8_t rel = plb_doc_token(a->doc, c)->deprel;
        if (rel == PLB_DEP_OBJ || rel == PLB_DEP_NSUBJ_PASS || small_clause(a->doc, c))
            plb_draft_add(d, c);
    }
}

/* The complement that says most: a finite clause before an infinitive before a noun. */
static int rank_of(plb_str kind)
{
    if (is_finite(kind)) return 4;
    if (plb_str_is(kind, "infinitive") || plb_str_is(kind, "bare")) return 3;
    return plb_str_is(kind, "object") ? 1 : 2;
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

/* What stands before its cue is set off from it: "Talks failed, officials said". What is not is
 * rather a subject that the parser took for more. */
static bool is_set_off(const plb_attributing *a, int32_t dep, int32_t cue)
{
    int32_t first, last;
    plb_doc_subtree(a->doc, dep, &first, &last);
    if (last > cue) last = dep;
    for (int32_t t = last; t < cue && t <= last + MAX_GROUP; t++)
        if (plb_doc_token(a->doc, t)->upos == PLB_UPOS_PUNCT) return true;
    return false;
}

/* Whether a complement makes an attribution: wanting a thing is no saying; nouns and adjectives say
 * in clauses, or in what a possessor says ("his accusations of fraud"). */
static bool reports(const plb_attributing *a, int32_t head, const complement *c)
{
    if (is_finite(c->kind)) return true;
    if (plb_attribution_is_verb(plb_doc_token(a->doc, head)))
        return c->voice != PLB_VOICE_THINKS || !plb_str_is(c->kind, "object");
    return c->voice == PLB_VOICE_SAYS && !plb_str_is(c->kind, "infinitive") &&
           !plb_str_is(c->kind, "compound") &&
           plb_argument_first(a->work, head, PLB_ROLE_POSS) != PLB_NONE;
}

/* The search for the best complement of a head. */
typedef struct {
    int32_t head;
    plb_signatures rows;
    bool verb, any, before; /* before: the best one stands before a verb behind a mark */
    complement best;
} search;

static void consider(const plb_attributing *a, search *s, int32_t dep)
{
    complement here;
    if (!(s->rows.n && has_voice(a, s->rows, dep, &here)) &&
        !(s->verb && unknown_voice(a, s->rows, s->head, dep, &here)))
        return;
    if (!reports(a, s->head, &here)) return;
    if (dep < s->head && !is_set_off(a, dep, s->head)) return;
    /* "…, said the general, who …": what stands before it, and not what a wrong tree adds */
    if (s->any && (s->before || rank_of(here.kind) <= rank_of(s->best.kind))) return;
    s->before = dep < s->head && s->verb && plb_attribution_follows_mark(a, s->head);
    s->best = here;
    s->any = true;
}

/* What hangs on the nouns below a verb but belongs to it: "told the families of the dead that …".
 */
static void consider_below(const plb_attributing *a, search *s, int32_t noun, int depth)
{
    plb_signature signature;
    PLB_EACH_CHILD(a->doc, noun, c)
    {
        plb_str kind = plb_status_complement(a->doc, c);
        if (plb_status_governor(a->work->coder->status, a->doc, a->work->worlds->signatures, c,
                                kind, &signature) == s->head)
            consider(a, s, c);
        uint8_t rel = plb_doc_token(a->doc, c)->deprel;
        if (depth && (rel == PLB_DEP_NMOD || rel == PLB_DEP_CONJ))
            consider_below(a, s, c, depth - 1);
    }
}

/* "was quoted as saying that …": the inner verb reports. */
static bool leaves_it_to_another(const plb_attributing *a, int32_t verb)
{
    PLB_EACH_CHILD(a->doc, verb, c)
    if (plb_doc_token(a->doc, c)->deprel == PLB_DEP_ADVCL &&
        plb_attribution_has_clause(a->doc, c) && plb_attribution_case(a->doc, c) != PLB_NONE &&
        plb_attribution_says(a, c))
        return true;
    return false;
}

static bool best_complement(const plb_attributing *a, int32_t head, plb_signatures rows,
                            complement *out)
{
    search s = { .head = head,
                 .rows = rows,
                 .verb = plb_attribution_is_verb(plb_doc_token(a->doc, head)) };
    if (s.verb && leaves_it_to_another(a, head)) return false;
    PLB_EACH_CHILD(a->doc, head, c)
    {
        uint8_t rel = plb_doc_token(a->doc, c)->deprel;
        if (rel != PLB_DEP_NSUBJ) consider(a, &s, c);
        if (s.verb && rows.n && c > head &&
            (rel == PLB_DEP_OBJ || rel == PLB_DEP_IOBJ || rel == PLB_DEP_OBL))
            consider_below(a, &s, c, 2);
    }
    *out = s.best;
    return s.any;
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
    plb_draft d = plb_draft_at(head);
    d.voice = c->voice;
    d.finite = is_finite(c->kind);
    if (takes_object(c->kind)) add_objects(a, head, &d);
    plb_draft_add(&d, c->token);
    uint8_t rel = plb_doc_token(doc, c->token)->deprel;
    int32_t preposition = plb_attribution_case(doc, c->token);
    if (preposition == head + 1 && rel != PLB_DEP_CCOMP && !d.finite &&
        plb_doc_token(doc, preposition)->xpos != PLB_XPOS_TO)
        d.preposition = preposition;
    if (plb_attribution_is_verb(plb_doc_token(doc, head))) {
        plb_attribution_speaker(a, head, &d);
        if (!d.finite && c->token > head) add_trailing(a, head, c->token, &d);
    } else if (plb_doc_token(doc, head)->upos == PLB_UPOS_ADJ) {
        d.source = d.speaker = plb_argument_first(a->work, head, PLB_ROLE_SUBJ);
    } else {
        plb_attribution_speaker_of_noun(a, head, &d);
    }
    if (in_own_words(a, &d) || (!d.finite && !plb_attribution_is_somebody(a, d.speaker)))
        return PLB_OK;
    return plb_attribution_push(a, &d, err);
}

/* ---- a sentence ------------------------------------------------------------------------------ */

static plb_status from_token(plb_attributing *a, int32_t t, plb_error *err)
{
    plb_doc *doc = a->doc;
    const plb_token *token = plb_doc_token(doc, t);
    complement best;
    bool used = false;
    if (token->upos == PLB_UPOS_VERB) PLB_TRY(plb_attribution_aside(a, t, &used, err));
    if (!used && token->deprel == PLB_DEP_PARATAXIS)
        PLB_TRY(plb_attribution_parataxis(a, t, &used, err));
    switch (token->upos) {
    case PLB_UPOS_ADV:
        return plb_attribution_hearsay(a, t, err);
    case PLB_UPOS_NOUN:
    case PLB_UPOS_PROPN:
    case PLB_UPOS_PRON:
        if (!used) PLB_TRY(plb_attribution_source_phrase(a, t, &used, err));
        break;
    case PLB_UPOS_VERB:
    case PLB_UPOS_AUX:
    case PLB_UPOS_ADJ:
        break;
    default:
        return PLB_OK;
    }
    if (used) return PLB_OK;
    plb_signatures rows = a->work->worlds->signatures[t];
    if (!rows.n && !plb_attribution_is_verb(token)) return PLB_OK;
    return best_complement(a, t, rows, &best) ? from_complement(a, t, &best, err) : PLB_OK;
}

plb_status plb_attribution_sentence(plb_attributing *a, int32_t sentence, plb_error *err)
{
    const plb_sentence *s = &a->doc->sentences.at[sentence];
    uint32_t before = a->doc->attributions.n;
    if (s->root == PLB_NONE) return PLB_OK;
    PLB_TRY(plb_attribution_label(a, sentence, err));
    for (int32_t t = s->first_token; t < s->first_token + s->n_tokens; t++) {
        if (a->doc->attributions.n - before >= MAX_DRAFTS) break;
        PLB_TRY(from_token(a, t, err));
    }
    return PLB_OK;
}
