/* ground: reads a noun phrase from left to right into mentions of actors.
 *
 *   Senior Hungarian and Romanian officials    two sources, taken by a role
 *   Israeli Prime Minister Benjamin Netanyahu  one source, taken by a name
 *   Israeli strikes                            nothing takes it: a mention of its own
 *
 * Countries, organisations and roles wait as sources until a role or a name takes them. */
#include "ground/actor_reading.h"

enum { TAKER_REACH = 24 /* units */ };

static bool is_tagged(const plb_actor_work *w, const plb_unit *u, plb_upos upos)
{
    return u->kind == PLB_UNIT_WORD && plb_work_token(w, u->first)->upos == upos;
}

static bool is_noun_word(const plb_actor_work *w, const plb_unit *u)
{
    return is_tagged(w, u, PLB_UPOS_NOUN) || is_tagged(w, u, PLB_UPOS_PROPN);
}

/* Whether a role can stand before a name: "minister X", "the rebel group X", not "the army X". */
static bool is_title(const plb_unit *role, const plb_unit *name)
{
    return role->actor_kind != PLB_KIND_OFFICE ||
           (name->actor_kind != PLB_KIND_PERSON && name->actor_kind != PLB_KIND_UNKNOWN);
}

/* The unit that takes what `unit` says: "Israeli [defence ministry]", or -1. Over other nouns it
 * reaches only where the phrase itself is an actor ("Turkish coast guard commander"). */
static int32_t taker_of(const plb_reading *r, int32_t unit)
{
    const plb_actor_work *w = r->w;
    const plb_unit *u = &w->unit[unit], *last = &w->unit[r->p->last_unit];
    bool over_nouns = false;
    for (int32_t i = unit + 1; i <= r->p->last_unit && i <= unit + TAKER_REACH; i++) {
        const plb_unit *v = &w->unit[i];
        switch (v->kind) {
        case PLB_UNIT_WORD:
            if (!is_noun_word(w, v)) continue;
            if (!over_nouns && (plb_ground_lemma_in(w->s, w->s->g->equipment, v->last, NULL) ||
                                plb_read_is_side(r, v)))
                return i;
            over_nouns = true;
            continue;
        case PLB_UNIT_ROLE:
            if (over_nouns && v != last) return PLB_NONE;
            return i;
        case PLB_UNIT_ACTOR:
        case PLB_UNIT_NAME:
            if (over_nouns || plb_work_is_hyphen(w, v->first - 1)) return PLB_NONE;
            if (u->kind == PLB_UNIT_ROLE)
                return is_title(u, v) && !plb_read_plural(w, u) ? i : PLB_NONE;
            if (u->kind == PLB_UNIT_ADJECTIVE) return i;
            if (u->kind == PLB_UNIT_PLACE && v->actor_kind == PLB_KIND_ORGANISATION && v == last)
                return i; /* "the Sahel Unity Front" */
            /* "Iraq al-Qaeda", but "the Israel Hamas war" */
            if (u->kind == PLB_UNIT_COUNTRY && v == last) return i;
            continue;
        case PLB_UNIT_COUNTRY:
        case PLB_UNIT_ADJECTIVE:
        case PLB_UNIT_DEMONYM:
        case PLB_UNIT_PLACE:
            continue; /* "UN Syria envoy" */
        default:
            return PLB_NONE;
        }
    }
    return PLB_NONE;
}

static plb_source *source_for(plb_reading *r, const plb_unit *u)
{
    if (r->n_src == 0 || (r->next && r->n_src < PLB_MAX_SOURCES)) {
        plb_source *src = &r->src[r->n_src++];
        *src = (plb_source){ u->first, u->last, PLB_NONE, PLB_NONE, PLB_NONE };
        r->next = false;
    }
    plb_source *src = &r->src[r->n_src - 1];
    src->last = u->last;
    return src;
}

/* "opposition leader Sheikh X": the second title says nothing of the office. */
static bool is_honorific_role(plb_reading *r, int32_t unit)
{
    const plb_actor_work *w = r->w;
    const plb_unit *u = &w->unit[unit];
    if (u->kind != PLB_UNIT_ROLE || u->first != u->last || unit == r->p->last_unit) return false;
    plb_str value;
    if (!plb_ground_form_in(w->s, w->s->g->honorific, u->first, &value)) return false;
    if (r->n_src == 0 || r->src[r->n_src - 1].role == PLB_NONE) return false;
    if (w->unit[unit + 1].kind != PLB_UNIT_NAME && w->unit[unit + 1].kind != PLB_UNIT_ACTOR)
        return false;
    if (value.n == 1) r->gender = (uint8_t)value.p[0];
    return true;
}

/* "NATO member Norway", "rival Pakistan": the country is who is meant; what is before describes it.
 */
static bool describes_country(plb_reading *r, int32_t unit)
{
    const plb_actor_work *w = r->w;
    const plb_unit *u = &w->unit[unit];
    if (u->kind != PLB_UNIT_ROLE || unit == r->p->last_unit || plb_read_plural(w, u)) return false;
    if (w->unit[unit + 1].kind != PLB_UNIT_COUNTRY || w->unit[unit + 1].aside) return false;
    if (!plb_read_generic(w, u) &&
        !plb_ground_lemma_in(w->s, w->s->g->outsider_role, u->last, NULL))
        return false;
    r->n_src = 0;
    return true;
}

static void read_modifier(plb_reading *r, int32_t unit)
{
    plb_unit *u = &r->w->unit[unit];
    if (u->aside) r->foreign = true;
    if (u->aside || is_honorific_role(r, unit) || describes_country(r, unit)) return;
    if (taker_of(r, unit) != PLB_NONE) {
        plb_source *src = source_for(r, u);
        if (u->kind == PLB_UNIT_ACTOR || u->kind == PLB_UNIT_NAME)
            src->org = unit;
        else if (u->kind == PLB_UNIT_ROLE)
            src->role = unit;
        else if (src->country == PLB_NONE)
            src->country = unit;
        return;
    }
    switch (u->kind) {
    case PLB_UNIT_ROLE:
        plb_read_role_or_thing(r, u);
        break;
    case PLB_UNIT_ACTOR:
        if (!plb_read_known(r, u)) plb_read_namesake(r, u);
        break;
    case PLB_UNIT_NAME:
        plb_read_unknown(r, u);
        break;
    case PLB_UNIT_PLACE:
        plb_read_place(r, u);
        break;
    default:
        plb_read_country(r, u);
        break;
    }
    plb_read_close(r, u);
}

static void read_word(plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    const plb_token *t = plb_work_token(w, u->first);
    plb_str value;
    if (plb_ground_form_in(w->s, w->s->g->former, u->first, NULL)) r->former = true;
    if (plb_ground_form_in(w->s, w->s->g->honorific, u->first, &value)) {
        r->titled = true;
        if (value.n == 1) r->gender = (uint8_t)value.p[0];
        if (plb_sector_of(value) >= 0) r->rank = plb_sector_of(value);
    }
    if (t->upos == PLB_UPOS_CCONJ || t->upos == PLB_UPOS_PUNCT) r->next = true;
    if (t->upos == PLB_UPOS_DET) {
        if (plb_ground_form_in(w->s, w->s->g->definite, u->first, NULL))
            r->definite = true;
        else
            r->indefinite = true;
    }
    if (t->upos == PLB_UPOS_NUM) r->indefinite = true;
    if (plb_read_equipment(r, u) || plb_read_side(r, u) || u != &w->unit[r->p->last_unit]) return;
    if (t->upos == PLB_UPOS_NOUN || t->upos == PLB_UPOS_PROPN)
        (void)plb_read_thing(r, u, &(plb_actor){ 0 });
    else if (t->upos == PLB_UPOS_NUM || t->upos == PLB_UPOS_PRON || t->upos == PLB_UPOS_DET ||
             t->upos == PLB_UPOS_ADJ)
        plb_read_pronoun(r, u);
}

bool plb_actor_read(plb_actor_work *w, int32_t phrase)
{
    plb_reading r = { .w = w, .p = &w->phrase[phrase], .start = w->phrase[phrase].first };
    r.first_group = true;
    r.rank = -1;
    r.definite = r.p->possessor != PLB_NONE;
    for (int32_t i = r.p->first_unit; i <= r.p->last_unit && !r.failed; i++) {
        if (w->unit[i].kind == PLB_UNIT_WORD)
            read_word(&r, &w->unit[i]);
        else
            read_modifier(&r, i);
    }
    return !r.failed;
}
