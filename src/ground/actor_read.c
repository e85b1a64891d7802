/* ground: reads a noun phrase from left to right into mentions of actors.
 *
 *   Senior  Hungarian  and  Romanian  officials        sources: [Hungarian] [Romanian], taken by a
 * role Israeli Prime Minister  Benjamin Netanyahu         source: [Israeli, Prime Minister], by a
 * name Israeli strikes                                    nothing takes the source: a mention of
 * its own
 *
 * Countries, organisations and roles wait as sources until a role or a name takes them. */
#include "ground/actor_internal.h"

enum {
    MAX_SOURCES = 8,
    TAKER_REACH = 24, /* units */
    MAX_HOPS = 16,
    SURE = 250,    /* confidence, of 255: a name that the lexicon knows */
    LIKELY = 230,  /* put together from what it knows */
    POSSIBLE = 150 /* a name or a role without a country */
};

typedef struct {
    int32_t first, last;        /* tokens of its words */
    int32_t country, org, role; /* units, or -1 */
} source;

typedef struct {
    plb_actor_work *w;
    plb_phrase *p;
    source src[MAX_SOURCES];
    int n_src;
    bool next;     /* a conjunction stands before the next modifier */
    int32_t start; /* first token of the group being read */
    bool first_group;
    bool former, definite, indefinite, titled, foreign;
    uint8_t gender;
    int rank; /* sector of the rank that is titled, or -1 */
    bool failed;
} reading;

static plb_str words_of(const plb_actor_work *w, int32_t first, int32_t last)
{
    plb_str part = plb_doc_part(w->doc, w->doc->tokens.at[first].sentence);
    return plb_str_slice(part, w->doc->tokens.at[first].begin, w->doc->tokens.at[last].end);
}

static bool is_tagged(const plb_actor_work *w, const plb_unit *u, plb_upos upos)
{
    return u->kind == PLB_UNIT_WORD && plb_work_token(w, u->first)->upos == upos;
}

/* The words without articles and numbers before them. */
static plb_str name_of_words(const plb_actor_work *w, int32_t first, int32_t last)
{
    while (first < last) {
        uint8_t upos = plb_work_token(w, first)->upos;
        if (upos != PLB_UPOS_DET && upos != PLB_UPOS_NUM && upos != PLB_UPOS_PUNCT &&
            upos != PLB_UPOS_CCONJ && upos != PLB_UPOS_PRON && upos != PLB_UPOS_ADV)
            break;
        first++;
    }
    return words_of(w, first, last);
}

plb_mention *plb_actor_add(const plb_grounding *s, int32_t first, int32_t last, int32_t head,
                           plb_via via, const plb_actor *actor, plb_actor_note **note)
{
    plb_mention *m = plb_ground_add(s, PLB_MENTION_ACTOR, first, last, head);
    if (!m) return NULL;
    m->via = (uint8_t)via;
    m->actors = PLB_NEW(s->doc->arena, plb_actor, 1);
    if (!m->actors) return NULL;
    m->actors[0] = *actor;
    m->n_actors = 1;
    while (s->notes->note.n < s->doc->mentions.n) {
        plb_actor_note *n = PLB_PUSH(s->doc->arena, &s->notes->note);
        if (!n) return NULL;
        *n = (plb_actor_note){ .owner = PLB_NONE,
                               .same = PLB_NONE,
                               .role = PLB_NONE,
                               .name_first = PLB_NONE,
                               .name_last = PLB_NONE,
                               .role_entry = PLB_NO_ENTRY,
                               .entry = PLB_NO_ENTRY,
                               .entity = PLB_NONE };
    }
    *note = plb_actor_note_of(s, (int32_t)s->doc->mentions.n - 1);
    return m;
}

/* ---- what a unit says ---- */

static bool is_generic(const plb_actor_work *w, const plb_unit *role)
{
    if (role->first != role->last) return false;
    return plb_ground_lemma_in(w->s, w->s->g->generic_role, role->last, NULL) ||
           plb_ground_form_in(w->s, w->s->g->generic_role, role->last, NULL);
}

static bool is_plural(const plb_actor_work *w, const plb_unit *u)
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

static plb_actor actor_of_role(const plb_actor_work *w, const plb_unit *u)
{
    plb_actor a = { .kind = u->actor_kind, .plural = is_plural(w, u) };
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

static plb_actor actor_of_name(const plb_actor_work *w, const plb_unit *u)
{
    plb_actor a = { .name = words_of(w, u->first, u->last), .kind = u->actor_kind };
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
static plb_actor actor_of_place(const plb_actor_work *w, const plb_unit *u)
{
    plb_entry e = plb_lexicon_entry(w->s->lex, u->entry);
    plb_actor a = { .name = e.name, .kind = PLB_KIND_COUNTRY };
    int32_t place = w->place_of[u->first];
    memcpy(a.country, place == PLB_NONE ? e.country : w->doc->mentions.at[place].place.country,
           sizeof a.country);
    plb_actor_code(w->doc, &a);
    return a;
}

static plb_actor actor_of_country(const plb_actor_work *w, const plb_unit *u)
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

static plb_actor actor_of_unit(const plb_actor_work *w, const plb_unit *u, bool *former)
{
    *former = false;
    switch (u->kind) {
    case PLB_UNIT_ACTOR: {
        plb_hold when;
        plb_entry e = plb_lexicon_entry(w->s->lex, plb_actor_reading(w->s, u, "", &when));
        return plb_actor_of_entry(w->s, &e, former);
    }
    case PLB_UNIT_ROLE:
        return actor_of_role(w, u);
    case PLB_UNIT_PLACE:
        return actor_of_place(w, u);
    case PLB_UNIT_NAME:
        return actor_of_name(w, u);
    default:
        return actor_of_country(w, u);
    }
}

/* "the Amal militia", "Hamas militants": the role only says what sort of body it is. */
static bool is_kind_of(const plb_actor *role, const plb_actor *body)
{
    bool organised = body->kind == PLB_KIND_GROUP || body->kind == PLB_KIND_ORGANISATION;
    if (!organised) return false;
    if (!role->plural && (role->kind == PLB_KIND_GROUP || role->kind == PLB_KIND_ORGANISATION))
        return true;
    for (int i = 0; i < role->n_sectors; i++)
        if (plb_actor_has(body, (plb_sector)role->sectors[i])) return true;
    return false;
}

/* Gives a role or a name what its source says. */
static void take_source(const reading *r, plb_actor *a, const source *src, bool generic)
{
    const plb_actor_work *w = r->w;
    bool former;
    if (src->role != PLB_NONE) {
        plb_actor before = actor_of_role(w, &w->unit[src->role]);
        if (before.n_sectors && (generic || !a->n_sectors)) {
            memcpy(a->sectors, before.sectors, sizeof a->sectors);
            a->n_sectors = before.n_sectors;
            generic = is_generic(w, &w->unit[src->role]);
        }
    }
    if (src->country != PLB_NONE) {
        plb_actor country = actor_of_unit(w, &w->unit[src->country], &former);
        if (!a->country[0]) memcpy(a->country, country.country, sizeof a->country);
    }
    if (src->org != PLB_NONE) {
        plb_actor org = actor_of_unit(w, &w->unit[src->org], &former);
        generic |= is_kind_of(a, &org);
        char country[4];
        memcpy(country, a->country, sizeof country);
        if (org.code.n) a->country[0] = '\0';
        plb_actor_belong(w->doc, a, &org, generic);
        if (!a->country[0] && !org.code.n) memcpy(a->country, country, sizeof country);
    }
    if (src->org == PLB_NONE) plb_actor_code(w->doc, a);
}

/* ---- adding mentions ---- */

static int32_t possessor_mention(const reading *r)
{
    if (!r->first_group || r->p->possessor == PLB_NONE) return PLB_NONE;
    return r->w->phrase[r->p->possessor].mention;
}

/* Adds the mention of the group that ends with `u`; NULL when memory is short. */
static plb_mention *add_group(reading *r, const plb_unit *u, plb_via via, const plb_actor *a,
                              plb_actor_note **note)
{
    plb_actor_work *w = r->w;
    int32_t first = r->start;
    if (r->first_group && r->p->possessor != PLB_NONE) first = w->phrase[r->p->possessor].first;
    int32_t head = plb_ground_head(w->doc, r->start <= u->last ? r->start : u->first, u->last);
    if (plb_work_token(w, head)->deprel == PLB_DEP_DET) head = u->last;
    plb_mention *m = plb_actor_add(w->s, first, u->last, head, via, a, note);
    if (!m) {
        r->failed = true;
        return NULL;
    }
    (*note)->definite = r->first_group && (r->definite || r->p->possessor != PLB_NONE);
    (*note)->indefinite = r->first_group && r->indefinite;
    (*note)->foreign = r->foreign;
    /* Tokens of the unit that the tree hangs elsewhere lead to the same mention. */
    for (int32_t t = u->first; t <= u->last; t++) {
        plb_token *token = plb_work_token(w, t);
        bool outside = token->head < u->first || token->head > u->last;
        if (outside && token->mention == PLB_NONE && token->upos != PLB_UPOS_DET)
            token->mention = (int32_t)w->doc->mentions.n - 1;
    }
    if (&w->unit[r->p->last_unit] == u) r->p->mention = (int32_t)w->doc->mentions.n - 1;
    return m;
}

static void begin_group(reading *r, int32_t token)
{
    r->n_src = 0;
    r->next = r->former = r->titled = r->foreign = r->first_group = false;
    r->gender = 0;
    r->rank = -1;
    r->start = token;
}

/* Several sources, several actors: each with the words of its own. */
static void add_members(reading *r, plb_mention *m, const plb_actor *base, bool generic)
{
    const plb_actor_work *w = r->w;
    plb_actor *members = PLB_NEW(w->doc->arena, plb_actor, (size_t)r->n_src);
    if (!members) {
        r->failed = true;
        return;
    }
    for (int i = 0; i < r->n_src; i++) {
        members[i] = *base;
        take_source(r, &members[i], &r->src[i], generic);
        if (r->former) plb_actor_former(w->doc, &members[i]);
        int32_t last = i + 1 < r->n_src ? r->src[i].last : m->last_token;
        members[i].words =
            (plb_span){ w->doc->tokens.at[r->src[i].first].begin, w->doc->tokens.at[last].end };
        members[i].name = words_of(w, r->src[i].first, last);
    }
    m->actors = members;
    m->n_actors = (uint32_t)r->n_src;
}

static bool has_organisation(const reading *r)
{
    for (int i = 0; i < r->n_src; i++)
        if (r->src[i].org != PLB_NONE) return true;
    return false;
}

/* What a possessor gives: now where it is known, else its mention is remembered for coreference. */
static void take_possessor(reading *r, plb_actor *a, plb_actor_note *note, bool generic)
{
    int32_t m = possessor_mention(r);
    if (m == PLB_NONE) return;
    note->owner = m;
    if (note->outsider) return;
    const plb_actor *owner = &r->w->doc->mentions.at[m].actors[0];
    if (owner->code.n && !a->country[0] && !has_organisation(r))
        plb_actor_belong(r->w->doc, a, owner, generic);
}

/* "National Liberation Army": an unknown name whose last word is a role. */
static bool ends_name(const reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    if (r->n_src != 1 || r->src[0].org == PLB_NONE || r->src[0].last + 1 != u->first) return false;
    return w->unit[r->src[0].org].kind == PLB_UNIT_NAME && u->actor_kind != PLB_KIND_PERSON &&
           plb_work_token(w, u->last)->upos == PLB_UPOS_PROPN;
}

/* "the Doe administration": of a country that nobody here says. */
static bool has_unknown_owner(const reading *r)
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

/* Whether the possessor is known already. */
static bool belongs(const reading *r, const plb_actor_note *note)
{
    return !note->outsider && r->w->doc->mentions.at[note->owner].actors[0].code.n;
}

static void add_role(reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    bool generic = is_generic(w, u);
    plb_actor base = actor_of_role(w, u), a = base;
    if (r->gender) a.gender = base.gender = r->gender;
    a.name = base.name = name_of_words(w, r->start, u->last);
    if (r->n_src) take_source(r, &a, &r->src[0], generic);
    if (has_unknown_owner(r)) r->foreign = true;
    bool placed = a.country[0] || (r->n_src && r->src[0].org != PLB_NONE);

    plb_actor_note *note;
    plb_mention *m = add_group(r, u, placed ? PLB_VIA_TITLE : PLB_VIA_ROLE, &a, &note);
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
    m->confidence = placed ? LIKELY : POSSIBLE;
    if (r->n_src > 1)
        add_members(r, m, &base, generic);
    else
        take_possessor(r, &m->actors[0], note, generic);
    if (note->owner != PLB_NONE && belongs(r, note)) {
        m->via = PLB_VIA_TITLE;
        m->confidence = LIKELY;
    }
    if (note->former)
        for (uint32_t i = 0; i < m->n_actors; i++) plb_actor_former(w->doc, &m->actors[i]);
}

/* The role that stands before a name as its title, with what it is of; false where there is none.
 */
static bool title_actor(reading *r, plb_actor *out, const plb_unit **role)
{
    for (int i = r->n_src - 1; i >= 0; i--) {
        if (r->src[i].role == PLB_NONE) continue;
        source src = r->src[i];
        const plb_unit *u = &r->w->unit[src.role];
        src.role = PLB_NONE;
        *out = actor_of_role(r->w, u);
        take_source(r, out, &src, is_generic(r->w, u));
        *role = u;
        return true;
    }
    return false;
}

static void note_title(reading *r, plb_actor_note *note, const plb_unit *role, const plb_unit *name)
{
    note->name_first = name->first;
    note->name_last = name->last;
    note->former = r->former || (role && role->former);
    if (!role) return;
    note->role = role->last;
    note->role_entry = role->entry;
    note->generic = is_generic(r->w, role);
}

/* Whether the last word of a name alone is meant for somebody else than the lexicon's: "Algerian
 * President Ahmed" in a lexicon that has a Somali one, a name before its bearer was known, a given
 * name without a title. */
static bool is_somebody_else(const reading *r, const plb_unit *u, const plb_entry *e,
                             const char *country, plb_hold when)
{
    const plb_actor_work *w = r->w;
    if (e->actor_kind != PLB_KIND_PERSON || plb_unit_name(w, u, e) != u->last) return false;
    if (country[0] && e->country[0]) return strcmp(country, e->country) != 0;
    if (u->first != u->last || r->n_src || r->titled) return false;
    return when == PLB_NOT_YET || plb_ground_form_in(w->s, w->s->g->given_name, u->last, NULL);
}

/* The country that stands before a name, by its adjective or name; "" where none does. */
static void country_before(const reading *r, char country[4])
{
    bool former;
    country[0] = '\0';
    if (r->n_src && r->src[0].country != PLB_NONE) {
        plb_actor a = actor_of_unit(r->w, &r->w->unit[r->src[0].country], &former);
        memcpy(country, a.country, sizeof a.country);
        return;
    }
    int32_t m = possessor_mention(r);
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
static bool add_known(reading *r, const plb_unit *u)
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
    bool titled = a.kind == PLB_KIND_PERSON && title_actor(r, &title, &role);
    bool former = r->former || (role && role->former);
    if (titled && title.n_sectors && !former && !is_generic(w, role)) {
        take_title(w, &a, &title);
        ended = false;
    } else if (!titled && a.kind != PLB_KIND_PERSON && !a.country[0] && country[0] && r->n_src) {
        memcpy(a.country, country, sizeof a.country); /* "the Iranian Red Crescent" */
        plb_actor_code(w->doc, &a);
    }
    if (former) plb_actor_former(w->doc, &a);

    plb_actor_note *note;
    plb_mention *m = add_group(r, u, PLB_VIA_NAME, &a, &note);
    if (!m) return true;
    note->form = PLB_FORM_KNOWN;
    note->entry = entry;
    note_title(r, note, role, u);
    note->name_first = plb_unit_name(w, u, &e);
    note->former |= ended;
    m->confidence = SURE;
    return true;
}

/* An unknown name: what stands before it says what it is. */
static void add_name(reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    plb_actor a = actor_of_name(w, u), title = { 0 };
    const plb_unit *role = NULL;
    plb_via via = PLB_VIA_UNRESOLVED;
    if (title_actor(r, &title, &role)) {
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
            take_source(r, &a, &r->src[0], r->rank < 0);
        else
            plb_actor_code(w->doc, &a);
        if (a.code.n && a.kind != PLB_KIND_ORGANISATION) via = PLB_VIA_TITLE;
    }
    if (r->titled && a.kind == PLB_KIND_UNKNOWN) a.kind = PLB_KIND_PERSON;
    if (r->gender) a.gender = r->gender;
    if (r->former) plb_actor_former(w->doc, &a);

    plb_actor_note *note;
    plb_mention *m = add_group(r, u, via, &a, &note);
    if (!m) return;
    note->form = PLB_FORM_NAME;
    note_title(r, note, role, u);
    m->confidence = a.country[0] ? LIKELY : POSSIBLE;
    take_possessor(r, &m->actors[0], note, note->generic);
    if (note->owner != PLB_NONE && belongs(r, note)) m->via = PLB_VIA_TITLE;
}

/* A name that the lexicon has for another: read as an unknown one. Its title may be a part of what
 * the lexicon has ("President X"). */
static void add_namesake(reading *r, plb_unit *u)
{
    plb_entry e = plb_lexicon_entry(r->w->s->lex, u->entry);
    bool titled = u->first < u->last;
    u->first = plb_unit_name(r->w, u, &e);
    u->kind = PLB_UNIT_NAME;
    u->actor_kind = PLB_KIND_PERSON;
    if (titled && e.n_sectors && r->rank < 0) r->rank = e.sectors[0];
    add_name(r, u);
}

/* A country by its name, its adjective, its people. */
static void add_country(reading *r, const plb_unit *u)
{
    plb_actor a = actor_of_country(r->w, u);
    bool last = u == &r->w->unit[r->p->last_unit];
    bool people = u->kind == PLB_UNIT_DEMONYM || (u->kind == PLB_UNIT_ADJECTIVE && last);
    if (people) {
        a.kind = PLB_KIND_GROUP;
        a.plural = true;
        a.name = name_of_words(r->w, r->start, u->last);
        a.id = (plb_str){ NULL, 0 };
        a.n_sectors = 0;
        plb_actor_sector(&a, PLB_SECTOR_CVL);
        plb_actor_code(r->w->doc, &a);
    }
    plb_actor_note *note;
    plb_mention *m = add_group(r, u, PLB_VIA_NAME, &a, &note);
    if (!m) return;
    note->form = people ? PLB_FORM_ROLE : PLB_FORM_KNOWN;
    m->confidence = SURE;
}

/* ---- places that act ---- */

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

static void add_place(reading *r, const plb_unit *u)
{
    plb_actor_work *w = r->w;
    plb_entry e = plb_lexicon_entry(w->s->lex, u->entry);
    int32_t head = plb_ground_head(w->doc, u->first, u->last);
    plb_actor a = actor_of_place(w, u);
    if (!a.country[0] || !acts(w, head, e.metonym)) return;
    if (e.metonym && !is_undergoer(w, head)) {
        plb_actor_sector(&a, PLB_SECTOR_GOV);
        plb_actor_code(w->doc, &a);
    }
    plb_actor_note *note;
    plb_mention *m = add_group(r, u, PLB_VIA_METONYM, &a, &note);
    if (!m) return;
    note->form = PLB_FORM_KNOWN;
    m->confidence = e.metonym ? LIKELY : POSSIBLE;
}

/* ---- nouns that stand for an actor named before, pronouns ---- */

static bool has_plural_number(const reading *r)
{
    const plb_actor_work *w = r->w;
    for (int32_t i = r->p->first_unit; i < r->p->last_unit; i++)
        if (plb_unit_in(w, &w->unit[i], w->s->g->plural_number, NULL)) return true;
    return false;
}

/* "the group", "both sides": `base` is what the noun says by itself, where it is a role too ("the
 * country"). False where it is no such noun. */
static bool add_thing(reading *r, const plb_unit *u, const plb_actor *base)
{
    const plb_actor_work *w = r->w;
    const plb_grounding *s = w->s;
    bool plural = is_plural(w, u), all = plural && (r->definite || has_plural_number(r)) &&
                                         plb_ground_lemma_in(s, s->g->collective, u->last, NULL);
    bool one = !plural && r->definite && plb_ground_lemma_in(s, s->g->thing, u->last, NULL);
    if (!all && !one) return false;
    plb_actor a = *base;
    a.name = name_of_words(w, r->start, u->last);
    a.plural = plural;
    plb_actor_note *note;
    plb_mention *m = add_group(r, u, PLB_VIA_UNRESOLVED, &a, &note);
    if (!m) return true;
    note->form = all ? PLB_FORM_COLLECTIVE : PLB_FORM_THING;
    note->role = u->last;
    note->owner = possessor_mention(r);
    if (u->kind == PLB_UNIT_ROLE) {
        note->role_entry = u->entry;
        note->generic = is_generic(w, u);
        note->former = r->former || u->former;
    }
    m->confidence = 0;
    return true;
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

static void add_pronoun(reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    const plb_token *t = plb_work_token(w, u->last);
    int32_t each = plb_lexicon_phrase(w->s->lex, w->s->g->reciprocal, PLB_MATCH_FORM, w->doc,
                                      r->p->first, w->end, NULL);
    if (each > 0 && r->p->first + each - 1 == u->last) {
        plb_actor none = { .name = words_of(w, r->p->first, u->last), .plural = true };
        plb_actor_note *reciprocal;
        if (add_group(r, u, PLB_VIA_UNRESOLVED, &none, &reciprocal))
            reciprocal->form = PLB_FORM_RECIPROCAL;
        return;
    }
    bool pronoun =
        t->deprel != PLB_DEP_EXPL && plb_ground_form_in(w->s, w->s->g->pronoun, u->last, NULL);
    if (!pronoun && !counts_people(w, u->last)) return;
    plb_actor a = { .name = words_of(w, u->first, u->last), .plural = !pronoun };
    if (!pronoun) a.kind = PLB_KIND_GROUP;
    plb_actor_note *note;
    plb_mention *m = add_group(r, u, PLB_VIA_UNRESOLVED, &a, &note);
    if (!m) return;
    note->form = pronoun ? PLB_FORM_PRONOUN : PLB_FORM_ROLE;
    m->confidence = 0;
}

/* ---- the walk through a phrase ---- */

static bool is_noun_word(const plb_actor_work *w, const plb_unit *u)
{
    return is_tagged(w, u, PLB_UPOS_NOUN) || is_tagged(w, u, PLB_UPOS_PROPN);
}

/* "the Gulf state", "the Balkan country": the region tells no country. */
static bool only_region(const reading *r, const plb_unit *u)
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
static void add_role_or_thing(reading *r, const plb_unit *u)
{
    bool alone = u->first == u->last && (r->n_src == 0 || only_region(r, u));
    if (r->p->possessor != PLB_NONE && !is_plural(r->w, u)) alone = false;
    if (alone && u == &r->w->unit[r->p->last_unit]) {
        plb_actor base = actor_of_role(r->w, u);
        if (add_thing(r, u, &base)) return;
    }
    add_role(r, u);
}

/* Whether a role can stand before a name: "minister X", "the rebel group X", not "the army X". */
static bool is_title(const plb_unit *role, const plb_unit *name)
{
    return role->actor_kind != PLB_KIND_OFFICE ||
           (name->actor_kind != PLB_KIND_PERSON && name->actor_kind != PLB_KIND_UNKNOWN);
}

/* The unit that takes what `unit` says: "Israeli [defence ministry]", or -1. Over other nouns it
 * reaches only where the phrase itself is an actor ("Turkish coast guard commander"). */
static int32_t taker_of(const reading *r, int32_t unit)
{
    const plb_actor_work *w = r->w;
    const plb_unit *u = &w->unit[unit], *last = &w->unit[r->p->last_unit];
    bool over_nouns = false;
    for (int32_t i = unit + 1; i <= r->p->last_unit && i <= unit + TAKER_REACH; i++) {
        const plb_unit *v = &w->unit[i];
        switch (v->kind) {
        case PLB_UNIT_WORD:
            if (!is_noun_word(w, v)) continue;
            if (!over_nouns && plb_ground_lemma_in(w->s, w->s->g->equipment, v->last, NULL))
                return i;
            over_nouns = true;
            continue;
        case PLB_UNIT_ROLE:
            if (over_nouns && v != last) return PLB_NONE;
            return i;
        case PLB_UNIT_ACTOR:
        case PLB_UNIT_NAME:
            if (over_nouns || plb_work_is_hyphen(w, v->first - 1)) return PLB_NONE;
            if (u->kind == PLB_UNIT_ROLE) return is_title(u, v) ? i : PLB_NONE;
            if (u->kind == PLB_UNIT_ADJECTIVE) return i;
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

static source *source_for(reading *r, const plb_unit *u)
{
    if (r->n_src == 0 || (r->next && r->n_src < MAX_SOURCES)) {
        source *src = &r->src[r->n_src++];
        *src = (source){ u->first, u->last, PLB_NONE, PLB_NONE, PLB_NONE };
        r->next = false;
    }
    source *src = &r->src[r->n_src - 1];
    src->last = u->last;
    return src;
}

static void close_group(reading *r, const plb_unit *u)
{
    begin_group(r, u->last + 1);
}

/* "opposition leader Sheikh X": the second title says nothing of the office. */
static bool is_honorific_role(reading *r, int32_t unit)
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
static bool describes_country(reading *r, int32_t unit)
{
    const plb_actor_work *w = r->w;
    const plb_unit *u = &w->unit[unit];
    if (u->kind != PLB_UNIT_ROLE || unit == r->p->last_unit || is_plural(w, u)) return false;
    if (w->unit[unit + 1].kind != PLB_UNIT_COUNTRY || w->unit[unit + 1].aside) return false;
    if (!is_generic(w, u) && !plb_ground_lemma_in(w->s, w->s->g->outsider_role, u->last, NULL))
        return false;
    r->n_src = 0;
    return true;
}

/* "Israeli tanks": arms act for those who have them. */
static bool read_equipment(reading *r, const plb_unit *u)
{
    const plb_actor_work *w = r->w;
    if (r->n_src == 0 || !plb_ground_lemma_in(w->s, w->s->g->equipment, u->last, NULL))
        return false;
    plb_actor base = { .kind = PLB_KIND_OFFICE, .plural = is_plural(w, u) }, a;
    plb_actor_sector(&base, PLB_SECTOR_MIL);
    base.name = name_of_words(w, r->start, u->last);
    a = base;
    take_source(r, &a, &r->src[0], false);
    plb_actor_note *note;
    plb_mention *m = add_group(r, u, PLB_VIA_TITLE, &a, &note);
    if (!m) return true;
    note->form = PLB_FORM_ROLE;
    note->role = u->last;
    m->confidence = LIKELY;
    if (r->n_src > 1) add_members(r, m, &base, false);
    close_group(r, u);
    return true;
}

static void read_modifier(reading *r, int32_t unit)
{
    plb_unit *u = &r->w->unit[unit];
    if (u->aside) r->foreign = true;
    if (u->aside || is_honorific_role(r, unit) || describes_country(r, unit)) return;
    if (taker_of(r, unit) != PLB_NONE) {
        source *src = source_for(r, u);
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
        add_role_or_thing(r, u);
        break;
    case PLB_UNIT_ACTOR:
        if (!add_known(r, u)) add_namesake(r, u);
        break;
    case PLB_UNIT_NAME:
        add_name(r, u);
        break;
    case PLB_UNIT_PLACE:
        add_place(r, u);
        break;
    default:
        add_country(r, u);
        break;
    }
    close_group(r, u);
}

static void read_word(reading *r, const plb_unit *u)
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
    if (read_equipment(r, u) || u != &w->unit[r->p->last_unit]) return;
    if (t->upos == PLB_UPOS_NOUN || t->upos == PLB_UPOS_PROPN)
        (void)add_thing(r, u, &(plb_actor){ 0 });
    else if (t->upos == PLB_UPOS_NUM || t->upos == PLB_UPOS_PRON || t->upos == PLB_UPOS_DET ||
             t->upos == PLB_UPOS_ADJ)
        add_pronoun(r, u);
}

bool plb_actor_read(plb_actor_work *w, int32_t phrase)
{
    reading r = { .w = w, .p = &w->phrase[phrase], .start = w->phrase[phrase].first };
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
