/* ground: actors by their role ("police", "Israeli tanks"), and words that stand for actors named
 * before: things, collectives, pronouns. What they stand for is coreference's work. */
#include "ground/actor_reading.h"

/* "National Liberation Army": an unknown name whose last word is a role. */
static bool ends_name(const plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    if (r->n_src != 1 || r->src[0].org == PLB_NONE || r->src[0].last + 1 != u->first) return false;
    return w->unit[r->src[0].org].kind == PLB_UNIT_NAME && u->actor_kind != PLB_KIND_PERSON &&
           plb_work_token(w, u->last)->upos == PLB_UPOS_PROPN;
}

/* "the Doe administration": of a country that nobody here says. */
static bool has_unknown_owner(const plb_reading *r)
{
    if (!r->n_src || r->src[0].org == PLB_NONE) return false;
    const plb_unit *u = &r->w->unit[r->src[0].org];
    return u->kind == PLB_UNIT_NAME && u->actor_kind != PLB_KIND_ORGANISATION;
}

/* In a name the last word tells the sector only where the class of such words says so: a "Union"
 * may be of workers or of states. */
static void take_noun_sector(const plb_actor_work *w, plb_actor *a, const plb_unit *u)
{
    plb_str value;
    if (!plb_ground_lemma_in(w->s, w->s->g->organisation_noun, u->last, &value) &&
        !plb_ground_form_in(w->s, w->s->g->organisation_noun, u->last, &value))
        return;
    a->n_sectors = 0;
    if (plb_sector_of(value) >= 0) plb_actor_sector(a, (plb_sector)plb_sector_of(value));
    plb_actor_code(w->doc, a);
}

void plb_read_role(plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    bool generic = plb_read_generic(w, u);
    plb_actor base = plb_read_role_actor(w, u), a = base;
    if (r->gender) a.gender = base.gender = r->gender;
    a.name = base.name = plb_read_name(w, r->start, u->last);
    if (r->n_src) plb_read_take_source(r, &a, &r->src[0], generic);
    if (has_unknown_owner(r)) r->foreign = true;
    bool placed = a.country[0] || (r->n_src && r->src[0].org != PLB_NONE);

    plb_actor_note *note;
    plb_mention *m = plb_read_add(r, u, placed ? PLB_VIA_TITLE : PLB_VIA_ROLE, &a, &note);
    if (!m) return;
    note->form = PLB_FORM_ROLE;
    note->role = u->last;
    note->role_entry = u->entry;
    note->generic = generic;
    note->former = r->former || u->former;
    note->outsider = plb_ground_lemma_in(w->s, w->s->g->outsider_role, u->last, NULL);
    if (ends_name(r, u)) {
        take_noun_sector(w, &m->actors[0], u);
        note->form = PLB_FORM_NAME;
        note->name_first = r->src[0].first;
        note->name_last = u->last;
        m->actors[0].kind = PLB_KIND_ORGANISATION;
    }
    m->confidence = placed ? PLB_LIKELY : PLB_POSSIBLE;
    if (r->n_src > 1)
        plb_read_members(r, m, &base, generic);
    else
        plb_read_take_possessor(r, &m->actors[0], note, generic);
    if (note->owner != PLB_NONE && plb_read_belongs(r, note)) {
        m->via = PLB_VIA_TITLE;
        m->confidence = PLB_LIKELY;
    }
    if (note->former)
        for (uint32_t i = 0; i < m->n_actors; i++) plb_actor_former(w->doc, &m->actors[i]);
}

/* "Israeli tanks": arms act for those who have them. */
bool plb_read_equipment(plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    if (r->n_src == 0 || !plb_ground_lemma_in(w->s, w->s->g->equipment, u->last, NULL))
        return false;
    plb_actor base = { .kind = PLB_KIND_OFFICE, .plural = plb_read_plural(w, u) }, a;
    plb_actor_sector(&base, PLB_SECTOR_MIL);
    base.name = plb_read_name(w, r->start, u->last);
    a = base;
    plb_read_take_source(r, &a, &r->src[0], false);
    plb_actor_note *note;
    plb_mention *m = plb_read_add(r, u, PLB_VIA_TITLE, &a, &note);
    if (!m) return true;
    note->form = PLB_FORM_ROLE;
    note->role = u->last;
    m->confidence = PLB_LIKELY;
    if (r->n_src > 1) plb_read_members(r, m, &base, false);
    plb_read_close(r, u);
    return true;
}

bool plb_read_is_side(const plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    plb_str value;
    return u == &w->unit[r->p->last_unit] && u->kind == PLB_UNIT_WORD &&
           plb_ground_lemma_in(w->s, w->s->g->collective, u->last, &value) &&
           plb_str_is(value, "party");
}

bool plb_read_side(plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    if (r->n_src == 0 || !plb_read_is_side(r, u)) return false;
    plb_actor base = { .kind = PLB_KIND_GROUP, .name = plb_read_name(w, r->start, u->last) };
    plb_actor a = base;
    plb_read_take_source(r, &a, &r->src[0], true);
    plb_actor_note *note;
    plb_mention *m = plb_read_add(r, u, PLB_VIA_TITLE, &a, &note);
    if (!m) return true;
    note->form = PLB_FORM_ROLE;
    note->role = u->last;
    m->confidence = PLB_LIKELY;
    if (r->n_src > 1) plb_read_members(r, m, &base, true);
    plb_read_close(r, u);
    return true;
}

static bool has_plural_number(const plb_reading *r)
{
    const plb_actor_work *w = r->w;
    for (int32_t i = r->p->first_unit; i < r->p->last_unit; i++)
        if (plb_unit_in(w, &w->unit[i], w->s->g->plural_number, NULL)) return true;
    return false;
}

/* "the group", "both sides": `base` is what the noun says by itself, where it is a role too ("the
 * country"). False where it is no such noun. */
bool plb_read_thing(plb_reading *r, const plb_unit *u, const plb_actor *base)
{
    const plb_actor_work *w = r->w;
    const plb_grounding *s = w->s;
    bool plural = plb_read_plural(w, u),
         all = plural && (r->definite || has_plural_number(r)) &&
               plb_ground_lemma_in(s, s->g->collective, u->last, NULL);
    bool one = !plural && r->definite && plb_ground_lemma_in(s, s->g->thing, u->last, NULL);
    if (!all && !one) return false;
    plb_actor a = *base;
    a.name = plb_read_name(w, r->start, u->last);
    a.plural = plural;
    plb_actor_note *note;
    plb_mention *m = plb_read_add(r, u, PLB_VIA_UNRESOLVED, &a, &note);
    if (!m) return true;
    note->form = all ? PLB_FORM_COLLECTIVE : PLB_FORM_THING;
    note->role = u->last;
    note->owner = plb_read_possessor(r);
    if (u->kind == PLB_UNIT_ROLE) {
        note->role_entry = u->entry;
        note->generic = plb_read_generic(w, u);
        note->former = r->former || u->former;
    }
    m->confidence = 0;
    return true;
}

/* "the Gulf state", "the Balkan country": the region tells no country. */
static bool only_region(const plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    plb_str value, country = PLB_STR("country");
    if (!plb_ground_lemma_in(w->s, w->s->g->thing, u->last, &value)) return false;
    if (!plb_str_starts(value, country)) return false;
    for (int i = 0; i < r->n_src; i++)
        if (r->src[i].org != PLB_NONE || r->src[i].role != PLB_NONE ||
            r->src[i].country == PLB_NONE || w->unit[r->src[i].country].kind != PLB_UNIT_PLACE)
            return false;
    return true;
}

/* A single role word without anything that it belongs to may stand for an actor named before. */
void plb_read_role_or_thing(plb_reading *r, const plb_unit *u)
{
    bool alone = u->first == u->last && (r->n_src == 0 || only_region(r, u));
    if (r->p->possessor != PLB_NONE && !plb_read_plural(r->w, u)) alone = false;
    if (alone && u == &r->w->unit[r->p->last_unit]) {
        plb_actor base = plb_read_role_actor(r->w, u);
        if (plb_read_thing(r, u, &base)) return;
    }
    plb_read_role(r, u);
}

/* Numbers that stand for people: "12 were killed". Parsers often hang them on the verb as numbers.
 */
static bool counts_people(const plb_actor_work *w, int32_t at)
{
    const plb_token *t = plb_work_token(w, at);
    if (t->upos != PLB_UPOS_NUM || w->dated[at] || t->head <= at) return false;
    bool counted = plb_deprel_universal(t->deprel) == PLB_DEP_NSUBJ || t->deprel == PLB_DEP_NUMMOD;
    return counted && plb_work_token(w, t->head)->upos == PLB_UPOS_VERB;
}

/* "it rains"; but "it is willing", where parsers see the same. */
static bool is_empty(const plb_actor_work *w, const plb_token *t)
{
    if (t->deprel != PLB_DEP_EXPL) return false;
    return t->head == PLB_NONE || plb_work_token(w, t->head)->upos != PLB_UPOS_ADJ ||
           plb_ground_lemma_in(w->s, w->s->g->dummy, t->head, NULL);
}

void plb_read_pronoun(plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    const plb_token *t = plb_work_token(w, u->last);
    int32_t each = plb_lexicon_phrase(w->s->lex, w->s->g->reciprocal, PLB_MATCH_FORM, w->doc,
                                      r->p->first, w->end, NULL);
    if (each > 0 && r->p->first + each - 1 == u->last) {
        plb_actor none = { .name = plb_read_words(w, r->p->first, u->last), .plural = true };
        plb_actor_note *reciprocal;
        if (plb_read_add(r, u, PLB_VIA_UNRESOLVED, &none, &reciprocal))
            reciprocal->form = PLB_FORM_RECIPROCAL;
        return;
    }
    bool pronoun = !is_empty(w, t) && plb_ground_form_in(w->s, w->s->g->pronoun, u->last, NULL);
    if (!pronoun && !counts_people(w, u->last)) return;
    plb_actor a = { .name = plb_read_words(w, u->first, u->last), .plural = !pronoun };
    if (!pronoun) a.kind = PLB_KIND_GROUP;
    plb_actor_note *note;
    plb_mention *m = plb_read_add(r, u, PLB_VIA_UNRESOLVED, &a, &note);
    if (!m) return;
    note->form = pronoun ? PLB_FORM_PRONOUN : PLB_FORM_ROLE;
    m->confidence = 0;
}
