/* ground: what a number counts and what happened to it. Told, in this order, by
 *
 *   1. words of the counted noun    12 people killed in …, six wounded soldiers
 *   2. its verb                     … killed 12 people; 12 people died; … left 12 people dead
 *   3. a toll                       the death toll rose to 45
 *   4. the noun that it hangs on    the killing of 12 people
 *   5. the words beside it          Bomb Kills 12 ; 8 killed, 20 wounded
 *   6. the noun itself              12 bodies */
#include "ground/quantity_internal.h"

enum { MAX_CONJUNCTS = 8, NEAR = 4 };

bool plb_is_headline(const plb_grounding *s, int32_t token)
{
    const plb_sentence *at = &s->doc->sentences.at[plb_doc_token(s->doc, token)->sentence];
    return at->part == PLB_PART_TITLE || at->line == PLB_LINE_HEADLINE;
}

bool plb_measure_value(plb_str value, plb_measure *measure, plb_str *rest)
{
    size_t i = 0;
    while (i < value.n && value.p[i] != ' ') i++;
    int found = plb_measure_of(plb_str_slice(value, 0, i));
    if (found < 0) return false;
    *measure = (plb_measure)found;
    *rest = plb_str_slice(value, i < value.n ? i + 1 : i, value.n);
    return true;
}

static bool by_class(const plb_grounding *s, plb_class cls, int32_t t, plb_measured *out,
                     plb_str *rest)
{
    plb_str value, ignored;
    if (!plb_ground_lemma_in(s, cls, t, &value) && !plb_ground_form_in(s, cls, t, &value))
        return false;
    if (!plb_measure_value(value, &out->measure, rest ? rest : &ignored)) return false;
    out->predicate = t;
    return out->found = true;
}

static const plb_token *token(const plb_grounding *s, int32_t t)
{
    return plb_doc_token(s->doc, t);
}

static plb_deprel relation(const plb_grounding *s, int32_t t)
{
    return plb_deprel_universal((plb_deprel)token(s, t)->deprel);
}

static bool is_nominal(const plb_token *t)
{
    return t->upos == PLB_UPOS_NOUN || t->upos == PLB_UPOS_PROPN || t->upos == PLB_UPOS_NUM ||
           t->upos == PLB_UPOS_PRON || t->upos == PLB_UPOS_SYM || t->upos == PLB_UPOS_ADJ;
}

static bool has_child(const plb_grounding *s, int32_t t, plb_deprel rel)
{
    return plb_doc_child_universal(s->doc, t, rel) != PLB_NONE;
}

static bool is_passive(const plb_grounding *s, int32_t verb)
{
    return plb_doc_child(s->doc, verb, PLB_DEP_AUX_PASS) != PLB_NONE ||
           plb_doc_child(s->doc, verb, PLB_DEP_NSUBJ_PASS) != PLB_NONE;
}

static bool form_says(const plb_grounding *s, int32_t t, const char *use, const char *other,
                      plb_measured *out)
{
    plb_str value, rest, word;
    plb_measure measure;
    if (!plb_ground_form_in(s, s->g->measure_form, t, &value) ||
        !plb_measure_value(value, &measure, &rest))
        return false;
    while (plb_str_split(&rest, ' ', &word)) {
        if (!plb_str_is(word, use) && !(other && plb_str_is(word, other))) continue;
        out->measure = measure;
        out->predicate = t;
        return out->found = true;
    }
    return false;
}

/* A verb that counts `who`: "obj", "subj", "life"; by its lemma, else by its form. */
static bool verb_counts(const plb_grounding *s, int32_t verb, const char *who, plb_measured *out)
{
    plb_measured found = *out;
    plb_str rest;
    if (!by_class(s, s->g->measure_verb, verb, &found, &rest))
        return plb_str_is(plb_str_of(who), "subj") ? form_says(s, verb, "after", NULL, out)
                                                   : form_says(s, verb, "active", "passive", out);
    if (!plb_str_is(rest, who)) return false;
    *out = found;
    return true;
}

/* ---- 1: on the noun
 * --------------------------------------------------------------------------------- */

/* "people who died", "people who were killed" */
static bool by_relative(const plb_grounding *s, int32_t verb, plb_measured *out)
{
    PLB_EACH_CHILD(s->doc, verb, c)
    {
        if (relation(s, c) != PLB_DEP_NSUBJ || token(s, c)->upos != PLB_UPOS_PRON) continue;
        bool passive = token(s, c)->deprel == PLB_DEP_NSUBJ_PASS || is_passive(s, verb);
        return verb_counts(s, verb, passive ? "obj" : "subj", out) ||
               by_class(s, s->g->measure_adjective, verb, out, NULL);
    }
    return false;
}

static bool by_own_words(const plb_grounding *s, int32_t noun, plb_measured *out)
{
    PLB_EACH_CHILD(s->doc, noun, c)
    {
        const plb_token *t = token(s, c);
        switch (relation(s, c)) {
        case PLB_DEP_ACL:
            if (t->xpos == PLB_XPOS_VBN || t->xpos == PLB_XPOS_VBD) {
                if (!has_child(s, c, PLB_DEP_OBJ) && verb_counts(s, c, "obj", out)) return true;
            }
            if (t->deprel == PLB_DEP_ACL_RELCL && by_relative(s, c, out)) return true;
            if (t->xpos == PLB_XPOS_VBG && verb_counts(s, c, "subj", out)) return true;
            if (t->upos == PLB_UPOS_ADJ && by_class(s, s->g->measure_adjective, c, out, NULL))
                return true;
            break;
        case PLB_DEP_AMOD:
            if (by_class(s, s->g->measure_adjective, c, out, NULL)) return true;
            break;
        default:
            break;
        }
    }
    return false;
}

/* ---- 2, 3, 4: above it
 * ------------------------------------------------------------------------------ */

/* "left 12 dead", "were found dead", "went missing", "took 12 hostage", "forced 12 to flee" */
static bool by_predicative(const plb_grounding *s, int32_t verb, plb_measured *out)
{
    PLB_EACH_CHILD(s->doc, verb, c)
    {
        plb_deprel rel = relation(s, c);
        if ((rel == PLB_DEP_XCOMP || rel == PLB_DEP_ADVCL || rel == PLB_DEP_ADVMOD) &&
            by_class(s, s->g->measure_adjective, c, out, NULL))
            return true;
        if (rel == PLB_DEP_XCOMP && verb_counts(s, c, "subj", out)) return true;
    }
    return false;
}

static bool toll_of(const plb_grounding *s, int32_t verb, plb_measured *out)
{
    PLB_EACH_CHILD(s->doc, verb, c)
    {
        plb_deprel rel = relation(s, c);
        if ((rel == PLB_DEP_NSUBJ || rel == PLB_DEP_OBJ) &&
            by_class(s, s->g->measure_toll, c, out, NULL))
            return true;
    }
    return false;
}

static bool by_verb(const plb_grounding *s, int32_t noun, int32_t verb, plb_deprel rel,
                    bool passive_subject, plb_measured *out)
{
    bool passive = passive_subject || is_passive(s, verb);
    switch (rel) {
    case PLB_DEP_OBJ:
        if (verb_counts(s, verb, "obj", out)) return true;
        if (plb_ground_lemma_in(s, s->g->measure_life, noun, NULL) &&
            verb_counts(s, verb, "life", out))
            return true;
        return by_predicative(s, verb, out) || toll_of(s, verb, out);
    case PLB_DEP_NSUBJ:
        if (passive) {
            if (verb_counts(s, verb, "obj", out)) return true;
        } else {
            if (verb_counts(s, verb, "subj", out)) return true;
            bool reduced = token(s, verb)->xpos == PLB_XPOS_VBN ||
                           (plb_is_headline(s, verb) && token(s, verb)->xpos == PLB_XPOS_VBD);
            if (reduced && !has_child(s, verb, PLB_DEP_OBJ) && !has_child(s, verb, PLB_DEP_AUX) &&
                verb_counts(s, verb, "obj", out))
                return true;
        }
        if (by_class(s, s->g->measure_adjective, verb, out, NULL) &&
            (token(s, verb)->upos == PLB_UPOS_ADJ || passive))
            return true;
        out->found = false;
        out->predicate = PLB_NONE;
        return by_predicative(s, verb, out) || toll_of(s, verb, out);
    case PLB_DEP_OBL:
    case PLB_DEP_XCOMP:
    case PLB_DEP_ADVMOD:
        return toll_of(s, verb, out);
    default:
        return false;
    }
}

static bool by_governor(const plb_grounding *s, int32_t noun, plb_measured *out)
{
    int32_t first = noun;
    for (int i = 0; i < MAX_CONJUNCTS && relation(s, first) == PLB_DEP_CONJ; i++) {
        int32_t head = token(s, first)->head;
        if (head == PLB_NONE || !is_nominal(token(s, head))) break;
        first = head;
    }
    int32_t above = token(s, first)->head;
    if (above == PLB_NONE) return false;
    plb_deprel rel = relation(s, first);
    bool passive = token(s, first)->deprel == PLB_DEP_NSUBJ_PASS;
    uint8_t upos = token(s, above)->upos;
    if (upos == PLB_UPOS_VERB || rel == PLB_DEP_NSUBJ || rel == PLB_DEP_OBJ) {
        if (by_verb(s, noun, above, rel, passive, out)) return true;
    }
    if (rel == PLB_DEP_NMOD || rel == PLB_DEP_NUMMOD || rel == PLB_DEP_APPOS ||
        rel == PLB_DEP_OBL) {
        if (by_class(s, s->g->measure_toll, above, out, NULL)) return true;
        if (rel == PLB_DEP_NMOD && token(s, first)->deprel != PLB_DEP_NMOD_POSS &&
            by_class(s, s->g->measure_nominal, above, out, NULL))
            return true;
    }
    return first != noun && by_own_words(s, first, out);
}

bool plb_measure_noun(const plb_grounding *s, int32_t noun, plb_measured *out)
{
    return by_own_words(s, noun, out) || by_governor(s, noun, out);
}

/* ---- 5: beside it
 * ----------------------------------------------------------------------------------- */

/* "kills 12", "8 killed", "20 people were wounded", "toll now 15" */
static bool by_neighbours(const plb_grounding *s, const plb_amount *a, int32_t noun,
                          plb_measured *out)
{
    const plb_sentence *at = &s->doc->sentences.at[token(s, a->number)->sentence];
    int32_t begin = at->first_token, end = begin + at->n_tokens;
    int32_t from = (noun > a->last ? noun : a->last) + 1;
    for (int32_t t = from; t < end && t < from + NEAR; t++) {
        uint8_t upos = token(s, t)->upos;
        if (form_says(s, t, "passive", "after", out)) {
            /* "12 soldiers killed three rebels" is no passive. */
            bool object =
                t + 1 < end &&
                (token(s, t + 1)->upos == PLB_UPOS_NUM || token(s, t + 1)->upos == PLB_UPOS_DET ||
                 token(s, t + 1)->upos == PLB_UPOS_NOUN || token(s, t + 1)->upos == PLB_UPOS_PROPN);
            if (!object || t > from) return true;
            out->found = false;
            out->predicate = PLB_NONE;
            break;
        }
        bool goes_on = upos == PLB_UPOS_AUX || upos == PLB_UPOS_ADV || upos == PLB_UPOS_NOUN;
        /* "feared killed", "reported dead" */
        bool reported = upos == PLB_UPOS_VERB && t == from && t + 1 < end &&
                        plb_ground_form_in(s, s->g->measure_form, t + 1, NULL);
        if (!goes_on && !reported) break;
    }
    if (a->first > begin && form_says(s, a->first - 1, "active", NULL, out)) return true;
    int32_t reach = noun == PLB_NONE && plb_is_headline(s, a->number) ? a->first - begin : NEAR;
    for (int32_t t = a->first - 1; t >= begin && t >= a->first - reach; t--) {
        if (token(s, t)->upos == PLB_UPOS_PUNCT || token(s, t)->upos == PLB_UPOS_NUM) break;
        if (by_class(s, s->g->measure_toll, t, out, NULL)) return true;
    }
    return false;
}

/* ---- what is counted
 * -------------------------------------------------------------------------------- */

bool plb_is_person(const plb_grounding *s, int32_t noun)
{
    if (plb_ground_lemma_in(s, s->g->person_noun, noun, NULL)) return true;
    for (int32_t t = noun; t > noun - NEAR && t >= 0; t--) {
        for (uint32_t m = s->first_match[t]; m < s->first_match[t + 1]; m++) {
            if (t + s->match[m].n_tokens != noun + 1) continue;
            plb_entry e = plb_lexicon_entry(s->lex, s->match[m].entry);
            bool role = e.kind == PLB_ENTRY_ROLE &&
                        (e.actor_kind == PLB_KIND_PERSON || e.actor_kind == PLB_KIND_GROUP);
            if (role || e.kind == PLB_ENTRY_DEMONYM) return true;
        }
    }
    return false;
}

/* The noun by the tree, else the next noun behind the number. */
static int32_t counted_noun(const plb_grounding *s, const plb_amount *a, bool *of_whole)
{
    const plb_token *n = token(s, a->base);
    const plb_sentence *at = &s->doc->sentences.at[n->sentence];
    int32_t end = at->first_token + at->n_tokens;
    plb_deprel rel = relation(s, a->base);
    for (int32_t t = a->number_first; t <= a->last; t++) {
        PLB_EACH_CHILD(s->doc, t, c)
        {
            if (relation(s, c) != PLB_DEP_NMOD || c <= a->last) continue;
            int32_t of = plb_doc_child_universal(s->doc, c, PLB_DEP_CASE);
            if (of == PLB_NONE || !plb_ground_form_in(s, s->g->quantity_of, of, NULL)) continue;
            *of_whole = plb_ground_form_in(s, s->g->quantity_whole, c, NULL);
            return *of_whole ? PLB_NONE : c;
        }
    }
    bool modifies = rel == PLB_DEP_NUMMOD || rel == PLB_DEP_DET || rel == PLB_DEP_AMOD ||
                    rel == PLB_DEP_COMPOUND || rel == PLB_DEP_NMOD;
    if (modifies && n->head > a->last && n->head < end && is_nominal(token(s, n->head)))
        return n->head;
    int32_t t = a->last + 1;
    for (; t < end && t <= a->last + NEAR; t++) {
        if (plb_ground_form_in(s, s->g->quantity_whole, t, NULL) && t > a->last + 1) {
            *of_whole = true;
            return PLB_NONE;
        }
        uint8_t upos = token(s, t)->upos;
        if (upos == PLB_UPOS_NOUN || upos == PLB_UPOS_PROPN) {
            bool more = t + 1 < end && t < a->last + NEAR &&
                        (token(s, t + 1)->upos == PLB_UPOS_NOUN ||
                         token(s, t + 1)->upos == PLB_UPOS_PROPN) &&
                        token(s, t)->head > t;
            if (more) continue;
            return t;
        }
        if (upos != PLB_UPOS_ADJ && !plb_ground_form_in(s, s->g->quantity_of, t, NULL)) break;
        /* "12 wounded": the adjective stands for the noun */
        if (plb_ground_form_in(s, s->g->measure_form, t, NULL)) break;
    }
    return PLB_NONE;
}

/* ---- all
 * -------------------------------------------------------------------------------------------- */

static bool by_noun(const plb_grounding *s, int32_t noun, plb_measured *out)
{
    out->weak = true;
    if (by_class(s, s->g->measure_noun, noun, out, NULL)) return true;
    if (!plb_is_person(s, noun)) return false;
    out->measure = PLB_MEASURE_PEOPLE;
    return out->found = true;
}

void plb_measure_amount(const plb_grounding *s, const plb_amount *a, plb_measured *out)
{
    *out = (plb_measured){ PLB_NONE, PLB_NONE, PLB_MEASURE_OTHER, false, false, true, false };
    out->noun = counted_noun(s, a, &out->of_whole);
    int32_t noun = out->noun;
    if (noun != PLB_NONE && plb_ground_lemma_in(s, s->g->measure_unit, noun, NULL))
        out->kept = false;
    if (a->money) {
        out->measure = PLB_MEASURE_MONEY;
        out->found = true;
        return;
    }
    if (noun == PLB_NONE && a->last + 1 < (int32_t)s->doc->tokens.n &&
        plb_ground_form_in(s, s->g->measure_unit, a->last + 1, NULL))
        out->kept = false;
    if (!out->kept) return;

    /* What happens to animals is no matter of casualties. */
    if (noun != PLB_NONE && plb_ground_lemma_in(s, s->g->animal_noun, noun, NULL)) return;
    int32_t carrier = noun != PLB_NONE && plb_doc_below(s->doc, a->number, noun) ? noun : a->number;
    if (plb_measure_noun(s, carrier, out)) return;
    if (carrier != noun && noun != PLB_NONE && plb_measure_noun(s, noun, out)) return;
    if (by_neighbours(s, a, noun, out)) return;
    if (noun != PLB_NONE && by_noun(s, noun, out)) return;
    out->kept = noun != PLB_NONE && !a->year_like;
}
