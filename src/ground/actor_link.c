/* ground: what noun phrases of a sentence say of each other: "spokesman for the ministry", "dozens
 * of soldiers", "Jane Doe, Chile's defence minister,", "the Democratic Front (DF)". */
#include "ground/actor_internal.h"

enum { MAX_OWNERS = 8, APPOSITION_REACH = 6 };

static plb_mention *mention_at(const plb_actor_work *w, int32_t m)
{
    return &w->doc->mentions.at[m];
}

static bool is_comma(const plb_actor_work *w, int32_t t)
{
    return t < w->end && plb_work_token(w, t)->xpos == PLB_XPOS_COMMA;
}

/* The phrase that a chain of possessors ends in: "leaders of [Chile's new government]". */
static int32_t end_of_possessors(const plb_actor_work *w, int32_t phrase)
{
    while (w->phrase[phrase].possessive && phrase + 1 < w->n_phrases &&
           w->phrase[phrase + 1].possessor == phrase)
        phrase++;
    return phrase;
}

/* The phrase behind the preposition that follows `phrase`, or -1; `value` is the preposition's. */
static int32_t complement_of(const plb_actor_work *w, int32_t phrase, plb_str *value)
{
    const plb_phrase *p = &w->phrase[phrase];
    int32_t t = p->last + 1;
    if (p->possessive || t >= w->end || phrase + 1 >= w->n_phrases) return PLB_NONE;
    if (w->phrase[phrase + 1].first != t + 1) return PLB_NONE;
    if (!plb_ground_form_in(w->s, w->s->g->belonging, t, value)) return PLB_NONE;
    return end_of_possessors(w, phrase + 1);
}

/* The country that a unit names: a place or a country before another noun. */
static bool country_of_unit(const plb_actor_work *w, const plb_unit *u, plb_actor *out)
{
    bool country = u->kind == PLB_UNIT_COUNTRY || u->kind == PLB_UNIT_ADJECTIVE;
    if (u->aside || (!country && u->kind != PLB_UNIT_PLACE)) return false;
    plb_entry e = plb_lexicon_entry(w->s->lex, u->entry);
    int32_t place = country ? PLB_NONE : w->place_of[u->first];
    *out = (plb_actor){ .kind = PLB_KIND_COUNTRY };
    memcpy(out->country, place == PLB_NONE ? e.country : mention_at(w, place)->place.country,
           sizeof out->country);
    plb_actor_code(w->doc, out);
    return out->country[0] != '\0';
}

/* The actor that a phrase names as an owner: its mention's, or the country of a place in it ("the
 * [Bosnian] town", "the town of [Gorazde]"). */
static bool owner_of_phrase(const plb_actor_work *w, int32_t phrase, plb_actor *out)
{
    for (int depth = 0; depth < 2; depth++) {
        const plb_phrase *p = &w->phrase[phrase];
        if (p->mention != PLB_NONE) {
            *out = mention_at(w, p->mention)->actors[0];
            return true;
        }
        for (int32_t i = p->last_unit; i >= p->first_unit; i--)
            if (country_of_unit(w, &w->unit[i], out)) return true;
        plb_str value;
        phrase = complement_of(w, phrase, &value);
        if (phrase == PLB_NONE || !plb_str_is(value, "always")) return false;
    }
    return false;
}

/* The next phrase coordinated with `phrase` ("Hamas and Hezbollah"), or -1. */
static int32_t next_conjunct(const plb_actor_work *w, int32_t phrase)
{
    const plb_phrase *p = &w->phrase[phrase];
    if (phrase + 1 >= w->n_phrases || p->possessive) return PLB_NONE;
    int32_t next = end_of_possessors(w, phrase + 1);
    const plb_phrase *q = &w->phrase[phrase + 1];
    int32_t t = p->last + 1;
    while (t < q->first && (is_comma(w, t) || plb_work_token(w, t)->upos == PLB_UPOS_CCONJ)) t++;
    if (t != q->first || t == p->last + 1) return PLB_NONE;
    int32_t head = plb_ground_head(w->doc, w->phrase[next].first, w->phrase[next].last);
    const plb_token *token = plb_work_token(w, head);
    return token->deprel == PLB_DEP_CONJ && token->head < q->first ? next : PLB_NONE;
}

/* Whether the preposition's phrase belongs to the role: "of" always does, "in" only a place, and
 * the tree must not hang others on something else. */
static bool attaches(const plb_actor_work *w, int32_t phrase, int32_t owner, plb_str value)
{
    if (plb_str_is(value, "always")) return true;
    const plb_phrase *p = &w->phrase[phrase], *q = &w->phrase[owner];
    int32_t head = plb_ground_head(w->doc, q->first, q->last);
    int32_t above = plb_work_token(w, head)->head;
    bool inside = above >= p->first && above <= p->last;
    if (!plb_str_is(value, "place")) return inside;
    uint8_t kind = w->unit[q->last_unit].kind;
    return kind == PLB_UNIT_PLACE || kind == PLB_UNIT_COUNTRY;
}

static bool set_owners(plb_actor_work *w, int32_t m, const plb_actor *owner, int n_owners,
                       const plb_span *words)
{
    plb_mention *mention = mention_at(w, m);
    const plb_actor_note *note = plb_actor_note_of(w->s, m);
    plb_actor *actors = PLB_NEW(w->doc->arena, plb_actor, (size_t)n_owners);
    if (!actors) return false;
    uint32_t n = 0;
    for (int i = 0; i < n_owners; i++) {
        actors[n] = mention->actors[0];
        plb_actor_belong(w->doc, &actors[n], &owner[i], note->generic);
        if (note->former) plb_actor_former(w->doc, &actors[n]);
        if (n_owners > 1) actors[n].words = words[i];
        if (n == 0 || actors[n].country[0] || !plb_str_eq(actors[n].code, actors[0].code)) n++;
    }
    if (n == 1) actors[0].words = (plb_span){ 0, 0 };
    mention->actors = actors;
    mention->n_actors = n;
    if (n == 1 && !actors[0].country[0] && !owner[0].id.p) return true;
    mention->via = PLB_VIA_TITLE;
    mention->confidence = PLB_LIKELY;
    return true;
}

/* "leaders of Hamas and Hezbollah", "the Foreign Ministry in Tehran" */
static bool link_owner(plb_actor_work *w, int32_t phrase)
{
    int32_t m = w->phrase[phrase].mention;
    if (m == PLB_NONE) return true;
    plb_actor_note *note = plb_actor_note_of(w->s, m);
    const plb_actor *a = &mention_at(w, m)->actors[0];
    bool stands_for = note->form == PLB_FORM_THING || note->form == PLB_FORM_COLLECTIVE;
    bool people = note->form == PLB_FORM_KNOWN && a->kind == PLB_KIND_GROUP &&
                  plb_actor_has(a, PLB_SECTOR_CVL);
    bool open = note->form == PLB_FORM_ROLE || stands_for || people ||
                (note->form == PLB_FORM_NAME && a->kind != PLB_KIND_UNKNOWN);
    if (!open || note->outsider || mention_at(w, m)->via == PLB_VIA_TITLE || a->country[0])
        return true;
    plb_str value;
    int32_t owner = complement_of(w, phrase, &value);
    if (owner == PLB_NONE || !attaches(w, phrase, owner, value)) return true;
    plb_actor owners[MAX_OWNERS];
    plb_span words[MAX_OWNERS];
    int n = 0;
    for (int32_t q = owner; q != PLB_NONE && n < MAX_OWNERS; q = next_conjunct(w, q)) {
        if (!owner_of_phrase(w, q, &owners[n])) break;
        words[n] = (plb_span){ plb_work_token(w, w->phrase[q].first)->begin,
                               plb_work_token(w, w->phrase[q].last)->end };
        if (owners[n].code.n)
            n++;
        else if (n == 0 && !stands_for)
            note->owner = w->phrase[q].mention; /* for coreference */
    }
    if (n == 0) return true;
    if (stands_for) note->form = PLB_FORM_ROLE;
    note->owner = w->phrase[owner].mention;
    return set_owners(w, m, owners, n, words);
}

/* "dozens of soldiers", "some of the rebels": the whole is what the part behind "of" is. */
static bool link_container(plb_actor_work *w, int32_t phrase)
{
    plb_phrase *p = &w->phrase[phrase];
    plb_str value;
    int32_t inner = complement_of(w, phrase, &value);
    if (inner == PLB_NONE || !plb_str_is(value, "always")) return true;
    int32_t of = w->phrase[inner].mention;
    if (of == PLB_NONE) return true;
    const plb_unit *u = &w->unit[p->last_unit];
    const plb_token *t = plb_work_token(w, u->last);
    bool counts = t->upos == PLB_UPOS_NUM || t->upos == PLB_UPOS_DET;
    if (!counts && !plb_ground_lemma_in(w->s, w->s->g->container, u->last, NULL)) return true;

    int32_t last = mention_at(w, of)->last_token;
    plb_actor_note *note;
    plb_mention *m;
    if (p->mention == PLB_NONE) {
        m = plb_actor_add(w->s, p->first, last, u->last, PLB_VIA_ROLE,
                          &mention_at(w, of)->actors[0], &note);
        if (!m) return false;
        p->mention = (int32_t)w->doc->mentions.n - 1;
    } else {
        m = mention_at(w, p->mention);
        m->last_token = last;
        m->span.end = plb_work_token(w, last)->end;
        note = plb_actor_note_of(w->s, p->mention);
    }
    const plb_mention *inside = mention_at(w, of);
    m->actors = inside->actors;
    m->n_actors = inside->n_actors;
    m->via = inside->via;
    m->confidence = inside->confidence;
    const plb_actor_note *inner_note = plb_actor_note_of(w->s, of);
    note->form = PLB_FORM_ROLE;
    note->role = inner_note->role;
    note->role_entry = inner_note->role_entry;
    note->same = of;
    note->container = note->indefinite = true;
    return true;
}

/* ---- appositions ---- */

static bool is_role(const plb_actor_work *w, int32_t m)
{
    return plb_actor_note_of(w->s, m)->form == PLB_FORM_ROLE;
}

static bool is_name(const plb_actor_work *w, int32_t m)
{
    const plb_actor_note *n = plb_actor_note_of(w->s, m);
    return n->form == PLB_FORM_NAME || n->form == PLB_FORM_KNOWN;
}

static bool are_alike(const plb_actor *a, const plb_actor *b)
{
    bool person_a = a->kind == PLB_KIND_PERSON, person_b = b->kind == PLB_KIND_PERSON;
    if (a->kind == PLB_KIND_COUNTRY || b->kind == PLB_KIND_COUNTRY) return false;
    if (a->plural != b->plural) return false;
    return person_a == person_b || a->kind == PLB_KIND_UNKNOWN || b->kind == PLB_KIND_UNKNOWN;
}

static void share(plb_actor *to, const plb_actor *from)
{
    plb_str name = to->name, id = to->id;
    uint8_t kind = to->kind, gender = to->gender;
    plb_span words = to->words;
    *to = *from;
    to->words = words;
    if (kind != PLB_KIND_UNKNOWN) to->kind = kind;
    if (gender) to->gender = gender;
    to->name = name;
    to->id = id;
}

/* How much a mention says of who it is. */
static int weight_of(const plb_mention *m, const plb_actor_note *note)
{
    if (note->form == PLB_FORM_KNOWN) return 4;
    if (m->actors[0].country[0] || m->via == PLB_VIA_TITLE) return 3;
    if (m->actors[0].code.n) return 2;
    return note->form == PLB_FORM_NAME ? 1 : 0;
}

/* Two mentions are one actor: the code comes from the one that says most, the name from a name. */
static void unite(plb_actor_work *w, int32_t first, int32_t second)
{
    plb_mention *a = mention_at(w, first), *b = mention_at(w, second);
    plb_actor_note *na = plb_actor_note_of(w->s, first), *nb = plb_actor_note_of(w->s, second);
    if (a->n_actors != 1 || b->n_actors != 1 || na->same != PLB_NONE || nb->same != PLB_NONE)
        return;
    bool a_tells = weight_of(a, na) >= weight_of(b, nb);
    plb_mention *from = a_tells ? a : b, *to = a_tells ? b : a;
    plb_actor_note *from_note = a_tells ? na : nb, *to_note = a_tells ? nb : na;
    bool to_named = to_note->form == PLB_FORM_NAME || to_note->form == PLB_FORM_KNOWN;
    bool from_named = from_note->form == PLB_FORM_NAME || from_note->form == PLB_FORM_KNOWN;
    share(&to->actors[0], &from->actors[0]);
    if (from_named && !to_named) {
        to->actors[0].name = from->actors[0].name;
        to->actors[0].id = from->actors[0].id;
    } else if (to_named && !from_named) {
        from->actors[0].name = to->actors[0].name;
    }
    if (to->actors[0].code.n) {
        to->via = PLB_VIA_APPOSITION;
        to->confidence = from->confidence;
    }
    nb->same = first;
}

static int32_t phrase_over(const plb_actor_work *w, int32_t before, int32_t t)
{
    for (int32_t i = before - 1; i >= 0 && i >= before - APPOSITION_REACH; i--)
        if (w->phrase[i].first <= t && t <= w->phrase[i].last) return i;
    return PLB_NONE;
}

static bool can_unite(const plb_actor_work *w, int32_t a, int32_t b)
{
    if (a == PLB_NONE || b == PLB_NONE || a == b) return false;
    if (!(is_role(w, a) && is_name(w, b)) && !(is_name(w, a) && is_role(w, b))) return false;
    return are_alike(&mention_at(w, a)->actors[0], &mention_at(w, b)->actors[0]);
}

/* Where a phrase ends, with what hangs on it by a preposition. */
static int32_t end_with_complement(const plb_actor_work *w, int32_t phrase)
{
    plb_str value;
    int32_t complement = complement_of(w, phrase, &value);
    return complement == PLB_NONE ? w->phrase[phrase].last : w->phrase[complement].last;
}

static bool is_one_person(const plb_actor_work *w, int32_t m)
{
    const plb_actor *a = &mention_at(w, m)->actors[0];
    return (a->kind == PLB_KIND_PERSON || a->kind == PLB_KIND_UNKNOWN) && !a->plural;
}

/* "Jane Doe, the defence minister of Chile, said", "the defence minister of Chile, Jane Doe, said":
 * by the words where the tree says something else. */
static bool looks_like_apposition(const plb_actor_work *w, int32_t first, int32_t second)
{
    const plb_phrase *p = &w->phrase[first], *q = &w->phrase[second];
    if (p->mention == PLB_NONE || !is_one_person(w, p->mention) || !is_one_person(w, q->mention))
        return false;
    int32_t begin = q->possessor == PLB_NONE ? q->first : w->phrase[q->possessor].first;
    int32_t comma = end_with_complement(w, first) + 1, end = end_with_complement(w, second);
    if (begin != comma + 1 || !is_comma(w, comma)) return false;
    if (is_comma(w, end + 1) || end + 2 >= w->end) return true;
    /* "Minister for Trade, Jane Doe said" */
    return p->first == w->begin && is_role(w, p->mention) && is_name(w, q->mention) &&
           plb_work_token(w, end + 1)->upos == PLB_UPOS_VERB;
}

static void link_apposition(plb_actor_work *w, int32_t phrase)
{
    const plb_phrase *q = &w->phrase[phrase];
    if (q->mention == PLB_NONE) return;
    int32_t head = mention_at(w, q->mention)->head;
    const plb_token *t = plb_work_token(w, head);
    int32_t p = t->deprel == PLB_DEP_APPOS ? phrase_over(w, phrase, t->head) : PLB_NONE;
    for (int32_t i = phrase - 1; p == PLB_NONE && i >= 0 && i >= phrase - APPOSITION_REACH; i--)
        if (!w->phrase[i].possessive && looks_like_apposition(w, i, phrase)) p = i;
    if (p != PLB_NONE && can_unite(w, w->phrase[p].mention, q->mention))
        unite(w, w->phrase[p].mention, q->mention);
}

/* "the Democratic Front (DF)": the letters in brackets are the same actor. */
static void link_acronym(plb_actor_work *w, int32_t phrase)
{
    const plb_phrase *q = &w->phrase[phrase];
    if (phrase == 0 || q->mention == PLB_NONE || q->first_unit != q->last_unit) return;
    const plb_phrase *p = &w->phrase[phrase - 1];
    if (p->mention == PLB_NONE || p->last + 2 != q->first || q->last + 1 >= w->end) return;
    if (plb_work_token(w, p->last + 1)->xpos != PLB_XPOS_LRB ||
        plb_work_token(w, q->last + 1)->xpos != PLB_XPOS_RRB)
        return;
    const plb_unit *u = &w->unit[q->last_unit];
    if ((u->kind != PLB_UNIT_NAME && u->kind != PLB_UNIT_ACTOR) || u->first != u->last) return;
    if (!is_name(w, p->mention) && !is_role(w, p->mention)) return;
    unite(w, p->mention, q->mention);
    plb_mention *letters = mention_at(w, q->mention);
    if (u->kind == PLB_UNIT_NAME)
        letters->actors[0].name = mention_at(w, p->mention)->actors[0].name;
}

bool plb_actor_link(plb_actor_work *w)
{
    /* From the right, so that "head of the army of Chile" finds Chile's army. */
    for (int32_t i = w->n_phrases - 1; i >= 0; i--) {
        if (!link_container(w, i)) return false;
        if (!link_owner(w, i)) return false;
    }
    for (int32_t i = 0; i < w->n_phrases; i++) {
        link_apposition(w, i);
        link_acronym(w, i);
    }
    return true;
}
