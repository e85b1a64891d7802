/* ground: noun phrases over the units of a sentence. Words and tags decide, the tree only where two
 * phrases touch ("gave Hamas weapons"): tags are surer than attachments in news. */
#include "ground/actor_internal.h"

enum { MAX_COORDINATED = 12, ADVERB_REACH = 3 };

static bool is_participle(const plb_token *t)
{
    return t->xpos == PLB_XPOS_VBN || t->xpos == PLB_XPOS_VBG;
}

static bool is_attribute(const plb_token *t)
{
    return t->deprel == PLB_DEP_AMOD || t->deprel == PLB_DEP_COMPOUND;
}

/* "wounded soldiers", but "guerrillas wounded two soldiers": whatever the tree says. */
static bool participle_fits(const plb_actor_work *w, int32_t unit)
{
    if (unit + 1 >= w->n_units) return false;
    uint8_t next = plb_work_token(w, w->unit[unit + 1].first)->upos;
    if (next == PLB_UPOS_NUM || next == PLB_UPOS_DET) return false;
    if (unit == 0) return true;
    const plb_unit *before = &w->unit[unit - 1];
    uint8_t upos = plb_work_token(w, before->last)->upos;
    return before->kind == PLB_UNIT_ADJECTIVE ||
           (before->kind == PLB_UNIT_WORD && upos != PLB_UPOS_NOUN && upos != PLB_UPOS_PROPN &&
            upos != PLB_UPOS_PRON);
}

/* "Iran-[backed]", "Jordan's [visiting] king" */
static bool follows_joint(const plb_actor_work *w, int32_t t)
{
    return plb_work_is_hyphen(w, t - 1) || plb_work_token(w, t - 1)->xpos == PLB_XPOS_POS;
}

/* Whether the unit can stand inside a noun phrase. */
static bool joins(const plb_actor_work *w, int32_t unit)
{
    const plb_unit *u = &w->unit[unit];
    if (u->kind == PLB_UNIT_DATE) return false;
    if (u->kind != PLB_UNIT_WORD) return true;
    const plb_token *t = plb_work_token(w, u->first);
    switch (t->upos) {
    case PLB_UPOS_DET:
    case PLB_UPOS_NUM:
    case PLB_UPOS_ADJ:
    case PLB_UPOS_NOUN:
    case PLB_UPOS_PROPN:
    case PLB_UPOS_SYM:
    case PLB_UPOS_X:
        return true;
    case PLB_UPOS_VERB:
        /* "Iran-backed fighters", also where the tree makes a sentence of it */
        if (is_participle(t) && u->first > w->begin && follows_joint(w, u->first)) return true;
        return is_participle(t) && is_attribute(t) && t->head > u->first &&
               participle_fits(w, unit);
    case PLB_UPOS_ADV:
        return t->deprel == PLB_DEP_ADVMOD && t->head > u->first &&
               t->head <= u->first + ADVERB_REACH && t->head < w->end &&
               plb_work_token(w, t->head)->upos != PLB_UPOS_VERB;
    default:
        return plb_work_is_hyphen(w, u->first);
    }
}

static bool is_modifier(const plb_unit *u)
{
    switch (u->kind) {
    case PLB_UNIT_COUNTRY:
    case PLB_UNIT_ADJECTIVE:
    case PLB_UNIT_PLACE:
        return !u->aside;
    case PLB_UNIT_ROLE:
        return !u->plural;
    case PLB_UNIT_NAME:
        return u->actor_kind == PLB_KIND_ORGANISATION && !u->aside;
    case PLB_UNIT_ACTOR:
        return u->actor_kind != PLB_KIND_PERSON && !u->aside;
    default:
        return false;
    }
}

static bool is_conjunction(const plb_actor_work *w, int32_t unit)
{
    if (unit >= w->n_units || w->unit[unit].kind != PLB_UNIT_WORD) return false;
    const plb_token *t = plb_work_token(w, w->unit[unit].first);
    return t->upos == PLB_UPOS_CCONJ || t->xpos == PLB_XPOS_COMMA;
}

static bool is_word_tagged(const plb_actor_work *w, int32_t unit, plb_upos upos)
{
    const plb_unit *u = &w->unit[unit];
    return u->kind == PLB_UNIT_WORD && plb_work_token(w, u->first)->upos == upos;
}

/* The last of the modifiers joined to `unit`: "French, German and [British] officials"; -1 for
 * none. */
static int32_t last_coordinated(const plb_actor_work *w, int32_t unit)
{
    int32_t i = unit, end = unit + MAX_COORDINATED;
    if (end > w->n_units) end = w->n_units;
    while (is_conjunction(w, i + 1)) {
        int32_t next = i + 2;
        if (is_conjunction(w, next)) next++;
        if (next < end && is_word_tagged(w, next, PLB_UPOS_ADJ)) next++;
        if (next >= end || !is_modifier(&w->unit[next])) return PLB_NONE;
        i = next;
    }
    return i == unit ? PLB_NONE : i;
}

/* Whether a role follows in the same phrase: what coordinated modifiers share. */
static bool role_follows(const plb_actor_work *w, int32_t unit)
{
    for (int32_t i = unit + 1; i < w->n_units && joins(w, i); i++) {
        if (is_word_tagged(w, i, PLB_UPOS_DET)) return false;
        if (w->unit[i].kind == PLB_UNIT_ROLE) return true;
        if (plb_ground_lemma_in(w->s, w->s->g->equipment, w->unit[i].last, NULL)) return true;
        if (plb_ground_lemma_in(w->s, w->s->g->collective, w->unit[i].last, NULL)) return true;
    }
    return false;
}

/* "Hungarian and Romanian officials", "government and rebel forces": the modifier before the
 * conjunction belongs to the noun behind the last one. Adjectives must; of nouns the tree says. */
static bool shares_noun(const plb_actor_work *w, int32_t unit)
{
    const plb_unit *u = &w->unit[unit];
    if (!is_modifier(u)) return false;
    int32_t last = last_coordinated(w, unit);
    if (last == PLB_NONE || !role_follows(w, last)) return false;
    if (u->kind == PLB_UNIT_ADJECTIVE) return true;
    const plb_token *t = plb_work_token(w, plb_ground_head(w->doc, u->first, u->last));
    plb_deprel rel = plb_deprel_universal(t->deprel);
    return t->head > u->last &&
           (rel == PLB_DEP_COMPOUND || rel == PLB_DEP_AMOD || rel == PLB_DEP_NMOD);
}

static bool is_argument(uint8_t deprel)
{
    plb_deprel rel = plb_deprel_universal(deprel);
    return rel == PLB_DEP_NSUBJ || rel == PLB_DEP_OBJ || rel == PLB_DEP_IOBJ;
}

/* "guerrillas [wounded] two soldiers": a number that counts what follows begins a phrase behind a
 * noun, whatever the words between are taken for. */
static bool is_new_count(const plb_actor_work *w, int32_t unit)
{
    const plb_token *t = plb_work_token(w, w->unit[unit].first);
    if (!is_word_tagged(w, unit, PLB_UPOS_NUM) || t->head <= w->unit[unit].first) return false;
    int32_t i = unit - 1;
    while (i >= 0 && (is_word_tagged(w, i, PLB_UPOS_ADJ) || is_word_tagged(w, i, PLB_UPOS_VERB)))
        i--;
    return i >= 0 && plb_work_token(w, w->unit[i].last)->upos == PLB_UPOS_NOUN;
}

/* Whether two phrases touch between the units: the left one is an argument of a verb of its own. */
static bool parts(const plb_actor_work *w, int32_t left, int32_t right)
{
    const plb_unit *l = &w->unit[left], *r = &w->unit[right];
    if (l->kind == PLB_UNIT_ADJECTIVE) return false;
    if (plb_work_is_hyphen(w, l->first) || plb_work_is_hyphen(w, r->first)) return false;
    if (is_word_tagged(w, right, PLB_UPOS_DET)) return !is_word_tagged(w, left, PLB_UPOS_DET);
    if (is_new_count(w, right)) return true;
    if (l->kind == PLB_UNIT_ROLE) return false;
    int32_t lt = plb_ground_head(w->doc, l->first, l->last);
    int32_t rt = plb_ground_head(w->doc, r->first, r->last);
    const plb_token *a = plb_work_token(w, lt), *b = plb_work_token(w, rt);
    /* "the balance Blinken must keep" */
    bool clause = plb_deprel_universal(b->deprel) == PLB_DEP_NSUBJ && b->head > r->last;
    bool name =
        r->kind == PLB_UNIT_NAME || r->kind == PLB_UNIT_ACTOR || r->kind == PLB_UNIT_COUNTRY;
    if (clause && l->kind == PLB_UNIT_WORD && a->upos == PLB_UPOS_NOUN && name) return true;
    if (!is_argument(a->deprel) || a->head == PLB_NONE || a->head == rt) return false;
    if (plb_work_token(w, a->head)->upos != PLB_UPOS_VERB) return false;
    return !plb_doc_below(w->doc, rt, lt) && b->head != lt;
}

static plb_phrase *open_phrase(plb_actor_work *w, int32_t unit, int32_t possessor)
{
    plb_phrase *p = &w->phrase[w->n_phrases++];
    *p = (plb_phrase){
        .first_unit = unit, .last_unit = unit, .possessor = possessor, .mention = PLB_NONE
    };
    p->first = w->unit[unit].first;
    p->last = w->unit[unit].last;
    return p;
}

void plb_actor_phrases(plb_actor_work *w)
{
    plb_phrase *open = NULL;
    int32_t possessor = PLB_NONE;
    w->n_phrases = 0;
    for (int32_t i = 0; i < w->n_units; i++) {
        const plb_unit *u = &w->unit[i];
        const plb_token *t = plb_work_token(w, u->first);
        bool word = u->kind == PLB_UNIT_WORD;
        if (word && t->upos == PLB_UPOS_PRON) {
            open = open_phrase(w, i, PLB_NONE);
            open->possessive = t->xpos == PLB_XPOS_PRP_POSS || t->deprel == PLB_DEP_NMOD_POSS;
            possessor = open->possessive ? w->n_phrases - 1 : PLB_NONE;
            open = NULL;
        } else if (word && t->xpos == PLB_XPOS_POS) {
            if (open) open->possessive = true;
            possessor = open ? w->n_phrases - 1 : PLB_NONE;
            open = NULL;
        } else if (joins(w, i)) {
            if (open && parts(w, i - 1, i)) open = NULL;
            if (!open) open = open_phrase(w, i, possessor);
            open->last_unit = i;
            open->last = u->last;
            possessor = PLB_NONE;
        } else if (!open || !is_conjunction(w, i) || !shares_noun(w, i - 1)) {
            if (!(open && is_conjunction(w, i) && is_conjunction(w, i - 1))) open = NULL;
            possessor = PLB_NONE;
        }
    }
}
