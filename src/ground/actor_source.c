/* ground: what single units say of an actor: roles, names, places, countries; and what a role or a
 * name takes from the sources before it. */
#include "ground/actor_reading.h"

plb_str plb_read_words(const plb_actor_work *w, int32_t first, int32_t last)
{
    plb_str part = plb_doc_part(w->doc, w->doc->tokens.at[first].sentence);
    return plb_str_slice(part, w->doc->tokens.at[first].begin, w->doc->tokens.at[last].end);
}

/* Behind the number that counts what is named, with all that bounds it ("at least 39"), if there is
 * one. */
static int32_t behind_number(const plb_actor_work *w, int32_t first, int32_t last)
{
    for (int32_t t = first; t < last; t++) {
        uint8_t upos = plb_work_token(w, t)->upos;
        if (upos == PLB_UPOS_NOUN || upos == PLB_UPOS_PROPN) break;
        if (upos == PLB_UPOS_NUM) first = t + 1;
    }
    return first;
}

/* The words without articles and numbers before them. */
plb_str plb_read_name(const plb_actor_work *w, int32_t first, int32_t last)
{
    first = behind_number(w, first, last);
    while (first < last) {
        uint8_t upos = plb_work_token(w, first)->upos;
        if (upos != PLB_UPOS_DET && upos != PLB_UPOS_PUNCT && upos != PLB_UPOS_CCONJ &&
            upos != PLB_UPOS_PRON && upos != PLB_UPOS_ADV)
            break;
        first++;
    }
    return plb_read_words(w, first, last);
}

bool plb_read_generic(const plb_actor_work *w, const plb_unit *role)
{
    if (role->first != role->last) return false;
    return plb_ground_lemma_in(w->s, w->s->g->generic_role, role->last, NULL) ||
           plb_ground_form_in(w->s, w->s->g->generic_role, role->last, NULL);
}

bool plb_read_plural(const plb_actor_work *w, const plb_unit *u)
{
    uint8_t xpos = plb_work_token(w, u->last)->xpos;
    return u->plural || xpos == PLB_XPOS_NNS || xpos == PLB_XPOS_NNPS;
}

/* The sector and the kind that the class of generic roles tells. */
static void take_value(plb_actor *a, plb_str value)
{
    for (plb_str word; plb_str_split(&value, ' ', &word);) {
        int sector = plb_sector_of(word);
        if (sector >= 0) plb_actor_sector(a, (plb_sector)sector);
        if (plb_str_is(word, "group")) a->kind = PLB_KIND_GROUP;
    }
}

plb_actor plb_read_role_actor(const plb_actor_work *w, const plb_unit *u)
{
    plb_actor a = { .kind = u->actor_kind, .plural = plb_read_plural(w, u) };
    plb_str value;
    if (u->entry == PLB_NO_ENTRY) {
        if (plb_ground_lemma_in(w->s, w->s->g->generic_role, u->last, &value))
            take_value(&a, value);
        if (a.plural && a.kind == PLB_KIND_PERSON) a.kind = PLB_KIND_GROUP;
        plb_actor_code(w->doc, &a);
        return a;
    }
    plb_entry e = plb_lexicon_entry(w->s->lex, u->entry);
    a.kind = e.actor_kind;
    a.gender = e.gender;
    for (int i = 0; i < e.n_sectors; i++) plb_actor_sector(&a, (plb_sector)e.sectors[i]);
    if (a.plural && a.kind == PLB_KIND_PERSON) a.kind = PLB_KIND_GROUP;
    plb_actor_code(w->doc, &a);
    return a;
}

plb_actor plb_read_name_actor(const plb_actor_work *w, const plb_unit *u)
{
    plb_actor a = { .name = plb_read_words(w, u->first, u->last), .kind = u->actor_kind };
    plb_str value;
    if (u->actor_kind == PLB_KIND_ORGANISATION &&
        plb_unit_in(w, u, w->s->g->organisation_noun, &value) && plb_sector_of(value) >= 0)
        plb_actor_sector(&a, (plb_sector)plb_sector_of(value));
    if (plb_ground_form_in(w->s, w->s->g->given_name, u->first, &value) && value.n == 1)
        a.gender = (uint8_t)value.p[0];
    plb_actor_code(w->doc, &a);
    return a;
}

/* The country in which the places' pass puts the unit. */
plb_actor plb_read_place_actor(const plb_actor_work *w, const plb_unit *u)
{
    plb_entry e = plb_lexicon_entry(w->s->lex, u->entry);
    plb_actor a = { .name = e.name, .kind = PLB_KIND_COUNTRY };
    int32_t place = w->place_of[u->first];
    memcpy(a.country, place == PLB_NONE ? e.country : w->doc->mentions.at[place].place.country,
           sizeof a.country);
    plb_actor_code(w->doc, &a);
    return a;
}

plb_actor plb_read_country_actor(const plb_actor_work *w, const plb_unit *u)
{
    bool former;
    plb_entry e = plb_lexicon_entry(w->s->lex, u->entry);
    plb_entry country;
    plb_actor a = plb_actor_of_entry(w->s, &e, &former);
    if (plb_lexicon_country(w->s->lex, plb_str_of(a.country), &country)) {
        a.name = country.name;
        a.id = country.id;
    }
    return a;
}

plb_actor plb_read_unit_actor(const plb_actor_work *w, const plb_unit *u, bool *former)
{
    *former = false;
    switch (u->kind) {
    case PLB_UNIT_ACTOR: {
        plb_hold when;
        plb_entry e = plb_lexicon_entry(w->s->lex, plb_actor_reading(w->s, u, "", &when));
        return plb_actor_of_entry(w->s, &e, former);
    }
    case PLB_UNIT_ROLE:
        return plb_read_role_actor(w, u);
    case PLB_UNIT_PLACE:
        return plb_read_place_actor(w, u);
    case PLB_UNIT_NAME:
        return plb_read_name_actor(w, u);
    default:
        return plb_read_country_actor(w, u);
    }
}

/* Known by descent or faith, not organised: "Hutu", "Druze". */
static bool is_people(const plb_actor *a)
{
    for (int i = 0; i < a->n_sectors; i++)
        if (a->sectors[i] != PLB_SECTOR_CVL && a->sectors[i] != PLB_SECTOR_REL) return false;
    return a->n_sectors > 0;
}

/* "the Amal militia", "Hamas militants": the role only says what sort of body it is. */
static bool is_kind_of(const plb_actor *role, const plb_actor *body)
{
    bool organised = body->kind == PLB_KIND_GROUP || body->kind == PLB_KIND_ORGANISATION;
    if (!organised || is_people(body)) return false;
    if (!role->plural && (role->kind == PLB_KIND_GROUP || role->kind == PLB_KIND_ORGANISATION))
        return true;
    for (int i = 0; i < role->n_sectors; i++)
        if (plb_actor_has(body, (plb_sector)role->sectors[i])) return true;
    return false;
}

/* Gives a role or a name what its source says. */
void plb_read_take_source(const plb_reading *r, plb_actor *a, const plb_source *src, bool generic)
{
    const plb_actor_work *w = r->w;
    bool former;
    if (src->role != PLB_NONE) {
        plb_actor before = plb_read_role_actor(w, &w->unit[src->role]);
        if (before.n_sectors && (generic || !a->n_sectors)) {
            memcpy(a->sectors, before.sectors, sizeof a->sectors);
            a->n_sectors = before.n_sectors;
            generic = plb_read_generic(w, &w->unit[src->role]);
        }
    }
    if (src->country != PLB_NONE) {
        plb_actor country = plb_read_unit_actor(w, &w->unit[src->country], &former);
        if (!a->country[0]) memcpy(a->country, country.country, sizeof a->country);
    }
    if (src->org != PLB_NONE) {
        plb_actor org = plb_read_unit_actor(w, &w->unit[src->org], &former);
        bool people = is_people(&org);
        generic |= is_kind_of(a, &org);
        if (people && !plb_actor_has(a, PLB_SECTOR_GOV)) generic = false; /* "Hutu rebels" */
        if (org.code.n && (org.country[0] || !people)) a->country[0] = '\0';
        plb_actor_belong(w->doc, a, &org, generic);
    }
    if (src->org == PLB_NONE) plb_actor_code(w->doc, a);
}
