/* ground: countries by name, adjective and people; capitals that stand for governments. */
#include "ground/actor_reading.h"

enum { MAX_HOPS = 16 };

/* A country by its name, its adjective, its people. */
void plb_read_country(plb_reading *r, const plb_unit *u)
{
    plb_actor a = plb_read_country_actor(r->w, u);
    bool last = u == &r->w->unit[r->p->last_unit];
    bool people = u->kind == PLB_UNIT_DEMONYM || (u->kind == PLB_UNIT_ADJECTIVE && last);
    if (people) {
        a.kind = PLB_KIND_GROUP;
        a.plural = true;
        a.name = plb_read_name(r->w, r->start, u->last);
        a.id = (plb_str){ NULL, 0 };
        a.n_sectors = 0;
        plb_actor_sector(&a, PLB_SECTOR_CVL);
        plb_actor_code(r->w->doc, &a);
    }
    plb_actor_note *note;
    plb_mention *m = plb_read_add(r, u, PLB_VIA_NAME, &a, &note);
    if (!m) return;
    note->form = people ? PLB_FORM_ROLE : PLB_FORM_KNOWN;
    m->confidence = PLB_SURE;
}

static bool has_case_in(const plb_actor_work *w, int32_t t, plb_class cls)
{
    PLB_EACH_CHILD(w->doc, t, c)
    if (plb_work_token(w, c)->deprel == PLB_DEP_CASE && plb_ground_form_in(w->s, cls, c, NULL))
        return true;
    return false;
}

/* Relations in which a name has the part of its head in the sentence: "X and [Y]", "the capital
 * [Y]". */
static bool shares_place(uint8_t deprel)
{
    plb_deprel rel = plb_deprel_universal(deprel);
    return rel == PLB_DEP_CONJ || rel == PLB_DEP_APPOS || rel == PLB_DEP_FLAT;
}

/* Whether a capital stands for its government here, or a town for its people: where it acts, is
 * acted upon or is a party, and is not merely where something happens. */
static bool acts(const plb_actor_work *w, int32_t t, bool metonym)
{
    const plb_grounding *s = w->s;
    for (int hops = 0; hops < MAX_HOPS && shares_place(plb_work_token(w, t)->deprel); hops++)
        t = plb_work_token(w, t)->head;
    const plb_token *token = plb_work_token(w, t);
    if (token->head == PLB_NONE) return false;
    const plb_token *above = plb_work_token(w, token->head);
    switch (plb_deprel_universal(token->deprel)) {
    case PLB_DEP_OBJ:
    case PLB_DEP_IOBJ:
        return above->upos == PLB_UPOS_VERB;
    case PLB_DEP_NSUBJ:
        if (token->deprel == PLB_DEP_NSUBJ_PASS) return true;
        return metonym && above->upos == PLB_UPOS_VERB &&
               !plb_ground_lemma_in(s, s->g->place_subject, token->head, NULL);
    case PLB_DEP_NMOD:
        if (token->deprel == PLB_DEP_NMOD_POSS) return metonym;
        /* fall through */
    case PLB_DEP_OBL:
        return metonym && has_case_in(w, t, s->g->party_preposition) &&
               !plb_ground_lemma_in(s, s->g->motion, token->head, NULL);
    default:
        return false;
    }
}

/* What is done to a capital is done to the town; what it has, the country has. */
static bool is_undergoer(const plb_actor_work *w, int32_t t)
{
    uint8_t rel = plb_work_token(w, t)->deprel;
    return rel == PLB_DEP_OBJ || rel == PLB_DEP_NSUBJ_PASS || rel == PLB_DEP_NMOD_POSS;
}

void plb_read_place(plb_reading *r, const plb_unit *u)
{
    plb_actor_work *w = r->w;
    plb_entry e = plb_lexicon_entry(w->s->lex, u->entry);
    int32_t head = plb_ground_head(w->doc, u->first, u->last);
    plb_actor a = plb_read_place_actor(w, u);
    if (!a.country[0] || !acts(w, head, e.metonym)) return;
    if (e.metonym && !is_undergoer(w, head)) {
        plb_actor_sector(&a, PLB_SECTOR_GOV);
        plb_actor_code(w->doc, &a);
    }
    plb_actor_note *note;
    plb_mention *m = plb_read_add(r, u, PLB_VIA_METONYM, &a, &note);
    if (!m) return;
    note->form = PLB_FORM_KNOWN;
    m->confidence = e.metonym ? PLB_LIKELY : PLB_POSSIBLE;
}
