/* ground: actors by name: those that the lexicon knows, and unknown ones by what stands before
 * them. */
#include "ground/actor_reading.h"

/* The role that stands before a name as its title, with what it is of; false where there is none.
 */
static bool read_title(plb_reading *r, plb_actor *out, const plb_unit **role)
{
    for (int i = r->n_src - 1; i >= 0; i--) {
        if (r->src[i].role == PLB_NONE) continue;
        plb_source src = r->src[i];
        const plb_unit *u = &r->w->unit[src.role];
        src.role = PLB_NONE;
        *out = plb_read_role_actor(r->w, u);
        plb_read_take_source(r, out, &src, plb_read_generic(r->w, u));
        *role = u;
        return true;
    }
    return false;
}

static void note_title(plb_reading *r, plb_actor_note *note, const plb_unit *role,
                       const plb_unit *name)
{
    note->name_first = name->first;
    note->name_last = name->last;
    note->former = r->former || (role && role->former);
    if (!role) return;
    note->role = role->last;
    note->role_entry = role->entry;
    note->generic = plb_read_generic(r->w, role);
}

/* Whether the last word of a name alone is meant for somebody else than the lexicon's: "Algerian
 * President Ahmed" in a lexicon that has a Somali one, a name before its bearer was known, a given
 * name without a title. */
static bool is_somebody_else(const plb_reading *r, const plb_unit *u, const plb_entry *e,
                             const char *country, plb_hold when)
{
    const plb_actor_work *w = r->w;
    if (e->actor_kind != PLB_KIND_PERSON || plb_unit_name(w, u, e) != u->last) return false;
    if (country[0] && e->country[0]) return strcmp(country, e->country) != 0;
    if (u->first != u->last || r->n_src || r->titled) return false;
    return when == PLB_NOT_YET || plb_ground_form_in(w->s, w->s->g->given_name, u->last, NULL);
}

/* The country that stands before a name, by its adjective or name; "" where none does. */
static void country_before(const plb_reading *r, char country[4])
{
    bool former;
    country[0] = '\0';
    if (r->n_src && r->src[0].country != PLB_NONE) {
        plb_actor a = plb_read_unit_actor(r->w, &r->w->unit[r->src[0].country], &former);
        memcpy(country, a.country, sizeof a.country);
        return;
    }
    int32_t m = plb_read_possessor(r);
    if (m != PLB_NONE)
        memcpy(country, r->w->doc->mentions.at[m].actors[0].country, sizeof(char[4]));
}

/* What the text says of a person's office goes before what the lexicon says: the report knows its
 * own day best. */
static void take_title(const plb_actor_work *w, plb_actor *a, const plb_actor *title)
{
    bool same = a->n_sectors && title->sectors[0] == a->sectors[0];
    bool country = !title->country[0] || strcmp(title->country, a->country) == 0;
    if (same || !country) return;
    memcpy(a->sectors, title->sectors, sizeof a->sectors);
    a->n_sectors = title->n_sectors;
    plb_actor_code(w->doc, a);
}

/* A person, group or organisation that the lexicon knows. False where somebody else is meant. */
bool plb_read_known(plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    bool ended;
    char country[4];
    plb_hold when;
    country_before(r, country);
    uint32_t entry = plb_actor_reading(w->s, u, country, &when);
    plb_entry e = plb_lexicon_entry(w->s->lex, entry);
    if (is_somebody_else(r, u, &e, country, when)) return false;
    plb_actor a = plb_actor_of_entry(w->s, &e, &ended), title = { 0 };
    const plb_unit *role = NULL;
    bool titled = a.kind == PLB_KIND_PERSON && read_title(r, &title, &role);
    bool former = r->former || (role && role->former);
    if (titled && title.n_sectors && !former && !plb_read_generic(w, role)) {
        take_title(w, &a, &title);
        ended = false;
    } else if (!titled && a.kind != PLB_KIND_PERSON && !a.country[0] && country[0] && r->n_src) {
        memcpy(a.country, country, sizeof a.country); /* "the Iranian Red Crescent" */
        plb_actor_code(w->doc, &a);
    }
    if (former) plb_actor_former(w->doc, &a);

    plb_actor_note *note;
    plb_mention *m = plb_read_add(r, u, PLB_VIA_NAME, &a, &note);
    if (!m) return true;
    note->form = PLB_FORM_KNOWN;
    note->entry = entry;
    note_title(r, note, role, u);
    note->name_first = plb_unit_name(w, u, &e);
    note->former |= ended;
    m->confidence = PLB_SURE;
    return true;
}

/* An unknown name: what stands before it says what it is. */
void plb_read_unknown(plb_reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    plb_actor a = plb_read_name_actor(w, u), title = { 0 };
    const plb_unit *role = NULL;
    plb_via via = PLB_VIA_UNRESOLVED;
    if (read_title(r, &title, &role)) {
        bool group = a.kind == PLB_KIND_ORGANISATION || title.kind == PLB_KIND_GROUP ||
                     title.kind == PLB_KIND_ORGANISATION || title.kind == PLB_KIND_OFFICE;
        if (a.kind == PLB_KIND_UNKNOWN) a.kind = group ? PLB_KIND_ORGANISATION : PLB_KIND_PERSON;
        memcpy(a.country, title.country, sizeof a.country);
        memcpy(a.sectors, title.sectors, sizeof a.sectors);
        a.n_sectors = title.n_sectors;
        a.code = title.code;
        if (!a.gender) a.gender = title.gender;
        via = PLB_VIA_TITLE;
    } else {
        if (r->rank >= 0) plb_actor_sector(&a, (plb_sector)r->rank);
        if (r->n_src)
            plb_read_take_source(r, &a, &r->src[0], r->rank < 0);
        else
            plb_actor_code(w->doc, &a);
        if (a.code.n && a.kind != PLB_KIND_ORGANISATION) via = PLB_VIA_TITLE;
    }
    if (r->titled && a.kind == PLB_KIND_UNKNOWN) a.kind = PLB_KIND_PERSON;
    if (r->gender) a.gender = r->gender;
    if (r->former) plb_actor_former(w->doc, &a);
    plb_actor_note *note;
    plb_mention *m = plb_read_add(r, u, via, &a, &note);
    if (!m) return;
    note->form = PLB_FORM_NAME;
    note_title(r, note, role, u);
    m->confidence = a.country[0] ? PLB_LIKELY : PLB_POSSIBLE;
    if (u != &w->unit[r->p->last_unit]) return; /* "its Gulf war" */
    plb_read_take_possessor(r, &m->actors[0], note, note->generic);
    if (note->owner != PLB_NONE && plb_read_belongs(r, note)) m->via = PLB_VIA_TITLE;
}

/* A name that the lexicon has for another: read as an unknown one. Its title may be a part of what
 * the lexicon has ("President X"). */
void plb_read_namesake(plb_reading *r, plb_unit *u)
{
    plb_entry e = plb_lexicon_entry(r->w->s->lex, u->entry);
    bool titled = u->first < u->last;
    u->first = plb_unit_name(r->w, u, &e);
    u->kind = PLB_UNIT_NAME;
    u->actor_kind = PLB_KIND_PERSON;
    if (titled && e.n_sectors && r->rank < 0) r->rank = e.sectors[0];
    plb_read_unknown(r, u);
}
