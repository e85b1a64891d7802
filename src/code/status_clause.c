/* code: the operators around one head. In: a tree. Out: plb_clause: negation, modality, hedges,
 * tense and aspect, the word that subordinates it. One pass over the dependents of a token and
 * theirs. */
#include "code/status_internal.h"

bool plb_status_named(plb_str name, uint8_t *status)
{
    int s = plb_event_status_of(name);
    if (s < 0) return false;
    *status = (uint8_t)s;
    return true;
}

static int32_t sentence_end(const plb_doc *doc, int32_t token)
{
    const plb_sentence *s = &doc->sentences.at[plb_doc_token(doc, token)->sentence];
    return s->first_token + s->n_tokens;
}

/* "not", unless it begins a phrase that negates nothing: "not only". */
static bool negates(const plb_status_rules *rules, const plb_doc *doc, int32_t token,
                    plb_status_class cls)
{
    return plb_status_word(rules, doc, token, cls, NULL) &&
           !plb_lexicon_phrase(rules->lex, rules->cls[PLB_STATUS_CLASS_NO_NEGATION], PLB_MATCH_FORM,
                               doc, token, sentence_end(doc, token), NULL);
}

/* The token that makes an argument negative ("no one", "no soldiers", "neither side"), or PLB_NONE.
 */
static int32_t negative_argument(const plb_status_rules *rules, const plb_doc *doc, int32_t arg)
{
    const plb_token *t = plb_doc_token(doc, arg);
    if ((t->upos == PLB_UPOS_PRON || t->upos == PLB_UPOS_NOUN || t->upos == PLB_UPOS_DET) &&
        negates(rules, doc, arg, PLB_STATUS_CLASS_NEGATIVE_PRONOUN))
        return arg;
    PLB_EACH_CHILD(doc, arg, c)
    {
        uint8_t rel = plb_doc_token(doc, c)->deprel;
        if ((rel == PLB_DEP_DET && negates(rules, doc, c, PLB_STATUS_CLASS_NEGATIVE_DETERMINER)) ||
            (rel == PLB_DEP_CC_PRECONJ && negates(rules, doc, c, PLB_STATUS_CLASS_NEGATOR)))
            return c;
    }
    return PLB_NONE;
}

static void take_argument(const plb_status_rules *rules, const plb_doc *doc, int32_t arg,
                          plb_clause *out)
{
    if (out->negator != PLB_NONE) return;
    out->negator = negative_argument(rules, doc, arg);
    if (out->negator != PLB_NONE) out->negative_argument = arg;
}

/* "had no information" stays true of having; "killed no one" does not of killing. */
static void take_object(const plb_status_rules *rules, const plb_doc *doc, int32_t object,
                        plb_clause *out)
{
    int32_t verb = plb_doc_token(doc, object)->head;
    if (!plb_status_word(rules, doc, verb, PLB_STATUS_CLASS_TRUE_WITHOUT_OBJECT, NULL))
        take_argument(rules, doc, object, out);
}

static bool is_question_word(const plb_token *t)
{
    return t->xpos == PLB_XPOS_WP || t->xpos == PLB_XPOS_WP_POSS || t->xpos == PLB_XPOS_WRB ||
           t->xpos == PLB_XPOS_WDT;
}

static void take_auxiliary(const plb_status_rules *rules, const plb_doc *doc, int32_t aux,
                           uint8_t head_xpos, plb_clause *out)
{
    const plb_token *t = plb_doc_token(doc, aux);
    if (!out->auxiliary && !out->subject)
        out->inverted = true; /* until a subject fails to follow */
    out->auxiliary = true;
    plb_str value;
    if (t->deprel == PLB_DEP_COP) out->copula = true;
    if (t->deprel == PLB_DEP_AUX_PASS) out->passive = true;
    if (t->xpos == PLB_XPOS_MD &&
        plb_status_word(rules, doc, aux, PLB_STATUS_CLASS_MODAL, &value)) {
        plb_str yes;
        out->modal = aux;
        if (plb_str_split(&value, '/', &yes)) plb_status_named(yes, &out->modal_true);
        plb_str no;
        if (plb_str_split(&value, '/', &no)) plb_status_named(no, &out->modal_false);
        if (value.p) plb_status_named(value, &out->modal_said);
        return;
    }
    if (out->tense == PLB_TENSE_NONE && out->modal == PLB_NONE) {
        if (t->xpos == PLB_XPOS_VBD) out->tense = PLB_TENSE_PAST;
        if (t->xpos == PLB_XPOS_VBZ || t->xpos == PLB_XPOS_VBP) out->tense = PLB_TENSE_PRESENT;
    }
    bool beside = t->deprel == PLB_DEP_AUX && t->xpos != PLB_XPOS_MD;
    if (beside && head_xpos == PLB_XPOS_VBG) out->progressive = true;
    if (t->deprel == PLB_DEP_AUX_PASS && t->xpos == PLB_XPOS_VBG) out->progressive = true;
    if (beside && head_xpos == PLB_XPOS_VBN) out->perfect = true;
    if (t->xpos == PLB_XPOS_VBN && t->deprel != PLB_DEP_AUX) out->perfect = true;
}

/* "no" of "no longer". */
static int32_t negative_degree(const plb_status_rules *rules, const plb_doc *doc, int32_t adverb)
{
    PLB_EACH_CHILD(doc, adverb, c)
    if (negates(rules, doc, c, PLB_STATUS_CLASS_NEGATIVE_DETERMINER)) return c;
    return PLB_NONE;
}

static void take_adverb(const plb_status_rules *rules, const plb_doc *doc, int32_t adverb,
                        plb_clause *out)
{
    if (is_question_word(plb_doc_token(doc, adverb))) out->asks = true;
    plb_str value;
    if (out->negator == PLB_NONE) {
        if (negates(rules, doc, adverb, PLB_STATUS_CLASS_NEGATOR) ||
            negates(rules, doc, adverb, PLB_STATUS_CLASS_NEGATIVE_ADVERB))
            out->negator = adverb;
        else
            out->negator = negative_degree(rules, doc, adverb);
        if (out->negator != PLB_NONE) return;
    }
    if (out->hedge == PLB_NONE &&
        plb_status_word(rules, doc, adverb, PLB_STATUS_CLASS_HEDGE, &value) &&
        plb_status_named(value, &out->hedge_status))
        out->hedge = adverb;
}

static void take_marker(const plb_status_rules *rules, const plb_doc *doc, int32_t marker,
                        plb_clause *out)
{
    const plb_token *t = plb_doc_token(doc, marker);
    if (t->xpos == PLB_XPOS_TO && t->deprel == PLB_DEP_MARK) {
        out->infinitive = true;
        return;
    }
    plb_str value = { 0 };
    if (out->marker_status != PLB_SIGNATURE_KEEP || out->marker_waits) return;
    plb_class cls = rules->cls[PLB_STATUS_CLASS_MARKER];
    if (!plb_lexicon_phrase(rules->lex, cls, PLB_MATCH_FORM, doc, marker, sentence_end(doc, marker),
                            &value))
        return;
    out->marker = marker;
    if (plb_status_named(value, &out->marker_status)) return;
    out->marker_follows = plb_str_is(value, "follows");
    out->marker_waits = true;
}

static int32_t marker_child(const plb_doc *doc, int32_t token)
{
    int32_t mark = plb_doc_child(doc, token, PLB_DEP_MARK);
    return mark != PLB_NONE ? mark : plb_doc_child(doc, token, PLB_DEP_CASE);
}

/* "Had they attacked": an auxiliary before the subject. */
static bool is_inverted(const plb_doc *doc, int32_t clause)
{
    bool auxiliary = false;
    PLB_EACH_CHILD(doc, clause, c)
    {
        plb_deprel rel = plb_deprel_universal((plb_deprel)plb_doc_token(doc, c)->deprel);
        if (rel == PLB_DEP_NSUBJ) return auxiliary;
        auxiliary |= rel == PLB_DEP_AUX || rel == PLB_DEP_COP;
    }
    return false;
}

/* An if-clause: by its marker, or by its order. */
static bool is_condition(const plb_status_rules *rules, const plb_doc *doc, int32_t clause)
{
    int32_t mark = marker_child(doc, clause);
    if (mark == PLB_NONE) return is_inverted(doc, clause);
    plb_clause c = { .marker_status = PLB_SIGNATURE_KEEP };
    take_marker(rules, doc, mark, &c);
    return c.marker_status == PLB_STATUS_CONDITIONAL;
}

static void take_child(const plb_status_rules *rules, const plb_doc *doc, int32_t child,
                       const plb_token *head, plb_clause *out)
{
    const plb_token *t = plb_doc_token(doc, child);
    switch (plb_deprel_universal((plb_deprel)t->deprel)) {
    case PLB_DEP_AUX:
    case PLB_DEP_COP:
        take_auxiliary(rules, doc, child, head->xpos, out);
        break;
    case PLB_DEP_ADVMOD:
        take_adverb(rules, doc, child, out);
        break;
    case PLB_DEP_CC:
        if (out->negator == PLB_NONE && negates(rules, doc, child, PLB_STATUS_CLASS_NEGATOR))
            out->negator = child;
        break;
    case PLB_DEP_DET:
        if (is_question_word(t)) out->asks = true;
        if (out->negator == PLB_NONE &&
            negates(rules, doc, child, PLB_STATUS_CLASS_NEGATIVE_DETERMINER))
            out->negator = child;
        if (plb_status_word(rules, doc, child, PLB_STATUS_CLASS_DEFINITE, NULL))
            out->definite = true;
        break;
    case PLB_DEP_MARK:
    case PLB_DEP_CASE:
        take_marker(rules, doc, child, out);
        break;
    case PLB_DEP_NSUBJ:
    case PLB_DEP_CSUBJ:
        out->subject = true; /* fall through */
    case PLB_DEP_OBL:
        if (is_question_word(t)) out->asks = true;
        take_argument(rules, doc, child, out);
        if (out->condition == PLB_NONE && t->deprel == PLB_DEP_OBL &&
            is_condition(rules, doc, child))
            out->condition = child;
        break;
    case PLB_DEP_OBJ:
        if (is_question_word(t)) out->asks = true;
        take_object(rules, doc, child, out);
        break;
    case PLB_DEP_AMOD:
        if (t->xpos == PLB_XPOS_JJS ||
            plb_status_word(rules, doc, child, PLB_STATUS_CLASS_SINGLING, NULL))
            out->singled = true;
        break;
    case PLB_DEP_NMOD:
        if (t->deprel == PLB_DEP_NMOD_POSS) out->definite = true;
        break;
    case PLB_DEP_ADVCL:
        if (out->condition == PLB_NONE && is_condition(rules, doc, child)) out->condition = child;
        break;
    default:
        break;
    }
}

plb_clause plb_status_clause(const plb_status_rules *rules, const plb_doc *doc, int32_t token)
{
    const plb_token *t = plb_doc_token(doc, token);
    plb_clause c = { .negator = PLB_NONE,
                     .modal = PLB_NONE,
                     .hedge = PLB_NONE,
                     .marker = PLB_NONE,
                     .condition = PLB_NONE,
                     .negative_argument = PLB_NONE,
                     .modal_true = PLB_SIGNATURE_KEEP,
                     .modal_false = PLB_SIGNATURE_KEEP,
                     .modal_said = PLB_SIGNATURE_KEEP,
                     .hedge_status = PLB_SIGNATURE_KEEP,
                     .marker_status = PLB_SIGNATURE_KEEP };
    if (t->xpos == PLB_XPOS_VBD) c.tense = PLB_TENSE_PAST;
    if (t->xpos == PLB_XPOS_VBZ || t->xpos == PLB_XPOS_VBP) c.tense = PLB_TENSE_PRESENT;
    PLB_EACH_CHILD(doc, token, child)
    take_child(rules, doc, child, t, &c);
    if (!c.subject) c.inverted = false;
    return c;
}
