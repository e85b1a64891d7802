#include "annotate/reported.h"

/*  first … comma-1 | comma … speaker … verb … last
 *     content      |          frame                   of one sentence, as tokens */
typedef struct {
    int32_t first, comma, verb, last;
} reported;

enum { LONGEST_TAIL = 14, LONGEST_SPEAKER = 24, SHORTEST_CONTENT = 2 };

plb_status plb_reported_begin(const plb_lexicon *lex, plb_reported *out, plb_error *err)
{
    return plb_embedding_open(plb_lexicon_section(lex, "embedding"), &out->embedding, err);
}

static bool is_verbal(const plb_token *t)
{
    return t->upos == PLB_UPOS_VERB || t->upos == PLB_UPOS_AUX;
}

static bool reports(const plb_reported *r, const plb_token *t)
{
    plb_signature s;
    if (t->upos != PLB_UPOS_VERB ||
        (t->xpos != PLB_XPOS_VBD && t->xpos != PLB_XPOS_VBZ && t->xpos != PLB_XPOS_VBN))
        return false;
    plb_signatures rows = plb_embedding_find(&r->embedding, t->lemma, PLB_UPOS_VERB);
    return rows.n && plb_embedding_signature(&r->embedding, rows, PLB_STR("finite"), &s) &&
           s.voice == PLB_VOICE_SAYS;
}

/* The last verb of the sentence, if it reports and nothing but adjuncts follow. */
static bool find_verb(const plb_reported *r, const plb_doc *doc, reported *x)
{
    for (int32_t t = x->last; t > x->first && x->last - t <= LONGEST_TAIL; t--) {
        const plb_token *token = plb_doc_token(doc, t);
        if (!is_verbal(token)) continue;
        x->verb = t;
        return reports(r, token);
    }
    return false;
}

static bool has_clause(const plb_doc *doc, int32_t first, int32_t end)
{
    bool noun = false;
    for (int32_t t = first; t < end; t++) {
        const plb_token *token = plb_doc_token(doc, t);
        if (is_verbal(token) && noun) return true;
        noun = noun || token->upos == PLB_UPOS_NOUN || token->upos == PLB_UPOS_PROPN ||
               token->upos == PLB_UPOS_PRON;
    }
    return false;
}

/* The comma that divides the content from its frame: the nearest to the left of the verb with a
 * clause before it and no verb behind it; commas of an apposition to the speaker are passed over.
 */
static bool find_comma(const plb_doc *doc, reported *x)
{
    bool speaker = false;
    for (int32_t t = x->verb - 1; t >= x->first + SHORTEST_CONTENT; t--) {
        const plb_token *token = plb_doc_token(doc, t);
        if (is_verbal(token) || x->verb - t > LONGEST_SPEAKER) return false;
        if (token->xpos == PLB_XPOS_COMMA && (speaker || t == x->verb - 1)) {
            /* "…, said officials": the speaker follows; "X, a group, said": go on to the left. */
            bool adjacent = t == x->verb - 1;
            bool followed = x->verb < x->last &&
                            plb_doc_token(doc, x->verb + 1)->upos != PLB_UPOS_PUNCT &&
                            plb_doc_token(doc, x->verb + 1)->upos != PLB_UPOS_ADP;
            if (has_clause(doc, x->first, t) && (!adjacent || followed)) {
                x->comma = t;
                return true;
            }
        }
        speaker = speaker || token->upos == PLB_UPOS_NOUN || token->upos == PLB_UPOS_PROPN ||
                  token->upos == PLB_UPOS_PRON;
    }
    return false;
}

static bool in_content(const reported *x, int32_t t)
{
    return t != PLB_NONE && t >= x->first && t < x->comma;
}

/* What may head the content: its tokens that hang outside of it. */
static bool heads_content(const plb_doc *doc, const reported *x, int32_t t)
{
    return !in_content(x, plb_doc_token(doc, t)->head);
}

static bool has_subject(const plb_doc *doc, const reported *x, int32_t t)
{
    PLB_EACH_CHILD(doc, t, c)
    if (in_content(x, c) && plb_deprel_universal(plb_doc_token(doc, c)->deprel) == PLB_DEP_NSUBJ)
        return true;
    return false;
}

/* The first clause with a subject of its own, else the first verb, else the first of them. */
static int32_t head_of_content(const plb_doc *doc, const reported *x)
{
    int32_t best = PLB_NONE, rank = 0;
    for (int32_t t = x->first; t < x->comma; t++) {
        const plb_token *token = plb_doc_token(doc, t);
        if (!heads_content(doc, x, t) || token->upos == PLB_UPOS_PUNCT) continue;
        int32_t r = has_subject(doc, x, t) ? 3 : token->upos == PLB_UPOS_VERB ? 2 : 1;
        if (r > rank) {
            rank = r;
            best = t;
        }
    }
    return best;
}

static bool is_noun(const plb_token *t)
{
    return t->upos == PLB_UPOS_NOUN || t->upos == PLB_UPOS_PROPN || t->upos == PLB_UPOS_PRON;
}

static void hang(plb_doc *doc, int32_t t, int32_t head, plb_deprel rel)
{
    plb_token *token = plb_doc_token(doc, t);
    token->head = head;
    token->deprel = (uint8_t)rel;
}

/* A clause that hung on the verb of speech, or at the root, now hangs on what is said. */
static plb_deprel relation_in_content(const plb_token *token)
{
    if (token->deprel != PLB_DEP_ROOT && token->deprel != PLB_DEP_CCOMP)
        return (plb_deprel)token->deprel;
    return token->xpos == PLB_XPOS_VBG ? PLB_DEP_ADVCL : PLB_DEP_PARATAXIS;
}

/* What hung outside of the content comes under its head. */
static void gather_content(plb_doc *doc, const reported *x, int32_t head)
{
    for (int32_t t = x->first; t < x->comma; t++) {
        if (t == head || !heads_content(doc, x, t)) continue;
        hang(doc, t, head, relation_in_content(plb_doc_token(doc, t)));
    }
}

/* Whether the verb has a subject in its frame; of "said officials" the object is made one. */
static bool find_subject(plb_doc *doc, const reported *x)
{
    int32_t object = PLB_NONE;
    PLB_EACH_CHILD(doc, x->verb, c)
    {
        if (c < x->comma) continue;
        const plb_token *token = plb_doc_token(doc, c);
        if (plb_deprel_universal(token->deprel) == PLB_DEP_NSUBJ) return true;
        if (token->deprel == PLB_DEP_OBJ && x->comma == x->verb - 1) object = c;
    }
    if (object == PLB_NONE) return false;
    plb_doc_token(doc, object)->deprel = PLB_DEP_NSUBJ;
    return true;
}

/* The speaker and the adjuncts come under the verb. */
static void gather_frame(plb_doc *doc, const reported *x)
{
    bool subject = find_subject(doc, x);
    for (int32_t t = x->comma; t <= x->last; t++) {
        plb_token *token = plb_doc_token(doc, t);
        if (t == x->verb || (token->head >= x->comma && token->head != PLB_NONE)) continue;
        plb_deprel rel = token->upos == PLB_UPOS_PUNCT ? PLB_DEP_PUNCT
                         : is_noun(token) && !subject  ? PLB_DEP_NSUBJ
                         : is_noun(token)              ? PLB_DEP_OBL
                                                       : PLB_DEP_DEP;
        subject = subject || rel == PLB_DEP_NSUBJ;
        hang(doc, t, x->verb, rel);
    }
}

static void mend(plb_doc *doc, int32_t sentence, const reported *x)
{
    int32_t head = head_of_content(doc, x);
    if (head == PLB_NONE) return;
    gather_content(doc, x, head);
    hang(doc, head, x->verb, PLB_DEP_CCOMP);
    hang(doc, x->verb, PLB_NONE, PLB_DEP_ROOT);
    gather_frame(doc, x);
    plb_doc_link(doc, sentence);
}

/* Whether a clause is introduced as a complement and is whole: "that Israel would not compromise".
 */
static bool is_complement(const plb_doc *doc, int32_t verb)
{
    return is_verbal(plb_doc_token(doc, verb)) &&
           plb_doc_child(doc, verb, PLB_DEP_MARK) != PLB_NONE &&
           plb_doc_child_universal(doc, verb, PLB_DEP_NSUBJ) != PLB_NONE;
}

/* "told the families of the hostages that …": a whole clause that the parser hung on the addressee
 * is what the verb of speech above says, if that has no complement. */
static bool behind_addressee(const plb_reported *r, plb_doc *doc, int32_t clause)
{
    plb_token *t = plb_doc_token(doc, clause);
    if (plb_deprel_universal(t->deprel) != PLB_DEP_ACL || !is_complement(doc, clause)) return false;
    for (int32_t up = t->head; up != PLB_NONE; up = plb_doc_token(doc, up)->head) {
        const plb_token *above = plb_doc_token(doc, up);
        if (!is_verbal(above)) continue;
        if (!reports(r, above) || plb_doc_child(doc, up, PLB_DEP_CCOMP) != PLB_NONE) return false;
        hang(doc, clause, up, PLB_DEP_CCOMP);
        return true;
    }
    return false;
}

static void mend_addressees(const plb_reported *r, plb_doc *doc, int32_t sentence)
{
    const plb_sentence *s = &doc->sentences.at[sentence];
    bool moved = false;
    for (int32_t t = s->first_token; t < s->first_token + s->n_tokens; t++)
        moved = behind_addressee(r, doc, t) || moved;
    if (moved) plb_doc_link(doc, sentence);
}

void plb_reported_speech(const plb_reported *r, plb_doc *doc)
{
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        reported x = { .first = s->first_token, .last = s->first_token + s->n_tokens - 1 };
        if (find_verb(r, doc, &x) && find_comma(doc, &x)) mend(doc, (int32_t)i, &x);
        mend_addressees(r, doc, (int32_t)i);
    }
}
