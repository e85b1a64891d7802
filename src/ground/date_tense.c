/* ground: whether the clause around a word looks back or ahead, from the tags of its verbs and from
 * words that look ahead (class "future-cue": auxiliaries, and predicates like "plan" or "due"). It
 * says which Friday a bare "Friday" is; the status of events is read elsewhere and with more care.
 */
#include "ground/date_internal.h"

enum { MAX_CLIMB = 12 };

static bool cue(const plb_grounding *s, int32_t t, char kind)
{
    plb_str value;
    return (plb_ground_form_in(s, s->g->future_cue, t, &value) ||
            plb_ground_lemma_in(s, s->g->future_cue, t, &value)) &&
           value.n > 0 && value.p[0] == kind;
}

static bool is_past(uint8_t xpos)
{
    return xpos == PLB_XPOS_VBD;
}

/* The tense of one verb with its auxiliaries; NONE where it has none of its own. */
static plb_tense of_verb(const plb_grounding *s, int32_t verb)
{
    const plb_doc *doc = s->doc;
    const plb_token *v = plb_doc_token(doc, verb);
    plb_tense tense = is_past(v->xpos)                                     ? PLB_TENSE_PAST
                      : v->xpos == PLB_XPOS_VBZ || v->xpos == PLB_XPOS_VBP ? PLB_TENSE_PRESENT
                                                                           : PLB_TENSE_NONE;
    PLB_EACH_CHILD(doc, verb, c)
    {
        const plb_token *t = plb_doc_token(doc, c);
        plb_deprel rel = plb_deprel_universal((plb_deprel)t->deprel);
        if (rel != PLB_DEP_AUX && rel != PLB_DEP_COP) continue;
        if (cue(s, c, 'a')) return PLB_TENSE_FUTURE;
        if (is_past(t->xpos)) tense = PLB_TENSE_PAST;
        if ((t->xpos == PLB_XPOS_VBZ || t->xpos == PLB_XPOS_VBP) && tense == PLB_TENSE_NONE)
            tense = v->xpos == PLB_XPOS_VBN ? PLB_TENSE_PAST : PLB_TENSE_PRESENT;
    }
    if (tense == PLB_TENSE_NONE && v->xpos == PLB_XPOS_VBN) tense = PLB_TENSE_PAST;
    return tense;
}

static bool is_verbal(const plb_doc *doc, int32_t t)
{
    uint8_t upos = plb_doc_token(doc, t)->upos;
    return upos == PLB_UPOS_VERB || upos == PLB_UPOS_AUX ||
           plb_doc_child_universal(doc, t, PLB_DEP_COP) != PLB_NONE;
}

/* The present of a headline is the past; "the council meets on Friday" tells of what is to come. */
static plb_tense present(const plb_doc *doc, int32_t verb, int32_t below, bool headline,
                         bool infinitive)
{
    if (headline) return infinitive ? PLB_TENSE_FUTURE : PLB_TENSE_PAST;
    plb_deprel rel = plb_deprel_universal((plb_deprel)plb_doc_token(doc, below)->deprel);
    bool when = rel == PLB_DEP_OBL || rel == PLB_DEP_ADVMOD || rel == PLB_DEP_OBJ;
    bool alone = plb_doc_token(doc, verb)->upos == PLB_UPOS_VERB &&
                 plb_doc_child_universal(doc, verb, PLB_DEP_AUX) == PLB_NONE;
    return alone && when ? PLB_TENSE_FUTURE : PLB_TENSE_PRESENT;
}

plb_tense plb_date_tense(const plb_grounding *s, int32_t token)
{
    const plb_doc *doc = s->doc;
    const plb_sentence *sentence = &doc->sentences.at[plb_doc_token(doc, token)->sentence];
    bool headline = sentence->part == PLB_PART_TITLE || sentence->line == PLB_LINE_HEADLINE;
    bool infinitive = false;
    int32_t t = token, below = token;
    for (int i = 0; i < MAX_CLIMB && t != PLB_NONE;
         i++, below = t, t = plb_doc_token(doc, t)->head) {
        if (cue(s, t, 'p') && t != token) return PLB_TENSE_FUTURE;
        if (plb_doc_token(doc, below)->deprel == PLB_DEP_XCOMP && cue(s, t, 'i'))
            return PLB_TENSE_FUTURE;
        if (!is_verbal(doc, t)) continue;
        plb_tense tense = of_verb(s, t);
        if (tense == PLB_TENSE_PRESENT) return present(doc, t, below, headline, infinitive);
        if (tense != PLB_TENSE_NONE) return tense;
        infinitive |= plb_doc_token(doc, t)->xpos == PLB_XPOS_VB;
        /* A headline's "to meet" is what will be. */
        if (headline && infinitive && plb_doc_token(doc, t)->head == PLB_NONE)
            return PLB_TENSE_FUTURE;
    }
    return PLB_TENSE_NONE;
}
