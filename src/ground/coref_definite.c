/* ground: descriptions: "the militant group", "the president", "the ministry". They stand for an
 * actor named before that fits by kind, sector and role; a state's office that was not named before
 * gets the country that the sentence or the report is about. */
#include "ground/coref_internal.h"

enum {
    REACH = 12, /* sentences */
    PER_SENTENCE = 6,
    SAME_ROLE = 60,
    SHARED_SECTOR = 25,
    SUBJECT = 8,
    TITLED = 3, /* ranks up to this are one person a state: "the president" is no minister */
    DEFINITE_SURE = 190,
    FROM_SENTENCE = 140,
    FROM_REPORT = 90,
    LOCATIVE_REACH = 6, /* tokens */
    NEAR = 128,         /* tokens to both sides, in very long sentences */
    FEW = 2,            /* mentions of a country before "the government" may be of it */
    MANY = 3            /* … before others may */
};

/* What a description asks of its antecedent. */
typedef struct {
    bool kind[PLB_KIND_OFFICE + 1];
    plb_actor sectors; /* of which one must be shared, where there are any */
    bool plural, titled;
    bool empty; /* a role that says no sector: only the same role fits */
    int32_t role;
    uint32_t role_entry;
    plb_str role_name;
} wanted;

static int kind_of_word(plb_str word)
{
    static const char *const NAMES[] = {
        [PLB_KIND_COUNTRY] = "country", [PLB_KIND_PERSON] = "person",
        [PLB_KIND_GROUP] = "group",     [PLB_KIND_ORGANISATION] = "organisation",
        [PLB_KIND_OFFICE] = "office",
    };
    for (int k = PLB_KIND_COUNTRY; k <= PLB_KIND_OFFICE; k++)
        if (plb_str_is(word, NAMES[k])) return k;
    return -1;
}

static void want_thing(plb_str value, wanted *w)
{
    plb_str word;
    while (plb_str_split(&value, ' ', &word)) {
        int kind = kind_of_word(word), sector = plb_sector_of(word);
        if (kind > 0) w->kind[kind] = true;
        if (sector >= 0) plb_actor_sector(&w->sectors, (plb_sector)sector);
    }
}

static void want_role(const plb_coref *c, const plb_actor_note *note, const plb_actor *a, wanted *w)
{
    w->kind[a->kind] = true;
    if (a->kind == PLB_KIND_GROUP || a->kind == PLB_KIND_ORGANISATION)
        w->kind[PLB_KIND_GROUP] = w->kind[PLB_KIND_ORGANISATION] = true;
    w->sectors = *a;
    w->empty = a->n_sectors == 0;
    if (note->role_entry == PLB_NO_ENTRY) return;
    plb_entry e = plb_lexicon_entry(c->s->lex, note->role_entry);
    w->titled = e.rank > 0 && e.rank <= TITLED && a->kind == PLB_KIND_PERSON;
    w->role_name = e.name;
}

static bool same_role(const plb_coref *c, const plb_entity *e, const wanted *w)
{
    if (w->role_entry != PLB_NO_ENTRY && e->role_entry == w->role_entry) return true;
    if (w->role_name.n && plb_str_eq(e->office, w->role_name)) return true;
    return e->role != PLB_NONE && w->role != PLB_NONE && e->role_entry == w->role_entry &&
           plb_str_eq(c->doc->tokens.at[e->role].lemma, c->doc->tokens.at[w->role].lemma);
}

/* Civilians are too many for their sector to tell one from another. */
static bool shares_sector(const plb_actor *a, const plb_actor *b)
{
    for (int i = 0; i < a->n_sectors; i++)
        if (a->sectors[i] != PLB_SECTOR_CVL && plb_actor_has(b, (plb_sector)a->sectors[i]))
            return true;
    return false;
}

/* The score of an entity as the antecedent, or -1. */
static int fit(const plb_coref *c, int32_t m, int32_t entity, const wanted *w)
{
    const plb_entity *e = &c->entity.at[entity];
    const plb_actor *a = &e->actor;
    int32_t distance = plb_coref_distance(c, entity, m);
    if (distance > REACH || !w->kind[a->kind] || a->plural != w->plural) return -1;
    if (plb_coref_mention(c, e->last_mention)->head == plb_coref_mention(c, m)->head) return -1;
    bool role = same_role(c, e, w);
    bool shared = shares_sector(&w->sectors, a);
    bool known_role = e->role != PLB_NONE || e->office.n;
    if (w->titled && !role && known_role) return -1;
    if (w->sectors.n_sectors && a->n_sectors && !shared && !role) return -1;
    if ((w->plural || w->empty) && !role) return -1;
    if (a->kind == PLB_KIND_OFFICE && !role) return -1;
    int score = 100 - PER_SENTENCE * distance;
    if (role) score += SAME_ROLE;
    if (shared) score += SHARED_SECTOR;
    if (plb_coref_is_subject(c, e->last_mention)) score += SUBJECT;
    return score;
}

static int32_t antecedent(const plb_coref *c, int32_t m, const wanted *w)
{
    int32_t best = PLB_NONE;
    int best_score = 0;
    for (int i = 0; i < c->n_recent; i++) {
        int score = fit(c, m, c->recent[i], w) - i;
        if (score > best_score) best_score = score, best = c->recent[i];
    }
    return best;
}

bool plb_coref_definite(plb_coref *c, int32_t m)
{
    const plb_mention *mention = plb_coref_mention(c, m);
    const plb_actor_note *note = plb_coref_note(c, m);
    const plb_actor *a = &mention->actors[0];
    if (mention->n_actors != 1) return false;
    wanted w = { .plural = a->plural, .role = note->role, .role_entry = note->role_entry };
    plb_str value;
    if (note->form == PLB_FORM_THING) {
        if (!plb_ground_lemma_in(c->s, c->s->g->thing, note->role, &value)) return false;
        want_thing(value, &w);
    } else {
        want_role(c, note, a, &w);
    }
    int32_t entity = antecedent(c, m, &w);
    if (entity == PLB_NONE) return false;
    const plb_actor *there = &c->entity.at[entity].actor;
    /* "the Iranian president": not another country's. */
    if (a->country[0] && there->country[0] && strcmp(a->country, there->country) != 0) return false;
    if (a->country[0] && !there->country[0]) return false;
    if (!there->code.n && a->n_sectors) return false; /* it knows no more than the words do */
    plb_coref_refer(c, m, entity, PLB_VIA_DEFINITE, DEFINITE_SURE);
    return true;
}

/* ---- roles without a country ---- */

static void count(plb_coref *c, const char *country)
{
    for (int i = 0; i < c->n_countries; i++) {
        if (strcmp(c->country[i].country, country) != 0) continue;
        c->country[i].n++;
        return;
    }
    if (c->n_countries == PLB_COREF_COUNTRIES) return;
    plb_country_count *at = &c->country[c->n_countries++];
    memcpy(at->country, country, sizeof at->country);
    at->n = 1;
}

void plb_coref_count_country(plb_coref *c, int32_t m)
{
    const plb_mention *mention = plb_coref_mention(c, m);
    const char *country = mention->actors[0].country;
    if (mention->n_actors == 1 && country[0] && mention->confidence > FROM_REPORT)
        count(c, country);
}

void plb_coref_count_places(plb_coref *c, int32_t sentence)
{
    for (; c->place < c->first_actor; c->place++) {
        const plb_mention *m = plb_coref_mention(c, c->place);
        if (m->kind != PLB_MENTION_PLACE) continue;
        if (m->sentence > sentence) return;
        bool acts = c->doc->tokens.at[m->head].mention != c->place; /* counted as an actor */
        if (!acts && m->place.country[0]) count(c, m->place.country);
    }
}

/* International bodies are of no country; reporters and refugees may be from anywhere. */
static bool is_domestic(const plb_actor *a)
{
    for (int i = 0; i < a->n_sectors; i++) {
        switch (a->sectors[i]) {
        case PLB_SECTOR_IGO:
        case PLB_SECTOR_UNO:
        case PLB_SECTOR_EUR:
        case PLB_SECTOR_ISM:
        case PLB_SECTOR_IMG:
        case PLB_SECTOR_NGO:
        case PLB_SECTOR_JRN:
        case PLB_SECTOR_REF:
        case PLB_SECTOR_MNC:
            return false;
        default:
            break;
        }
    }
    return a->n_sectors > 0;
}

/* Whether a token can stand between "in" and the place: "in [the east of] Baghdad". */
static bool leads_to_place(const plb_coref *c, int32_t t)
{
    plb_str value;
    switch (c->doc->tokens.at[t].upos) {
    case PLB_UPOS_ADJ:
    case PLB_UPOS_DET:
    case PLB_UPOS_PROPN:
        return true;
    case PLB_UPOS_ADP:
        return plb_ground_form_in(c->s, c->s->g->belonging, t, &value) &&
               plb_str_is(value, "always");
    case PLB_UPOS_NOUN:
        return c->doc->tokens.at[t + 1].upos == PLB_UPOS_ADP;
    default:
        return false;
    }
}

/* "fought in Baghdad": by the words before it, which are surer than the tree. "The assets in Gaza"
 * says where they are, not where it happens. */
static bool is_locative(const plb_coref *c, int32_t token, const plb_mention *self)
{
    int32_t first = c->doc->sentences.at[self->sentence].first_token;
    int32_t t = token - 1;
    while (t >= first && t >= token - LOCATIVE_REACH &&
           !plb_ground_form_in(c->s, c->s->g->locative, t, NULL)) {
        if (!leads_to_place(c, t)) return false;
        t--;
    }
    if (t < first || t < token - LOCATIVE_REACH) return false;
    if (t == first) return true;
    const plb_token *before = &c->doc->tokens.at[t - 1];
    bool noun = before->upos == PLB_UPOS_NOUN || before->upos == PLB_UPOS_PROPN;
    bool own = t - 1 >= self->first_token && t - 1 <= self->last_token;
    return !noun || own || plb_ground_lemma_in(c->s, c->s->g->event_noun, t - 1, NULL);
}

/* Bodies that act at home: whom they act upon is mostly of their own country. */
static bool is_authority(const plb_actor *a)
{
    return plb_actor_has(a, PLB_SECTOR_GOV) || plb_actor_has(a, PLB_SECTOR_COP) ||
           plb_actor_has(a, PLB_SECTOR_JUD) || plb_actor_has(a, PLB_SECTOR_LEG);
}

/* Those who stand against the authorities of their own country. */
static bool is_opposition(const plb_actor *a)
{
    return plb_actor_has(a, PLB_SECTOR_OPP) || plb_actor_has(a, PLB_SECTOR_REB) ||
           plb_actor_has(a, PLB_SECTOR_PTY);
}

/* Whether another actor's country tells that of a role beside it. A country that is a subject does.
 * Officials meet and accuse those of other states, and attackers and their victims may be
 * strangers: there only an authority tells of those whom it acts upon, and a people of its rulers.
 */
static bool tells(const plb_coref *c, const plb_mention *self, const plb_mention *other)
{
    const plb_actor *a = &self->actors[0], *b = &other->actors[0];
    const plb_token *t = &c->doc->tokens.at[other->head];
    bool subject = plb_deprel_universal(t->deprel) == PLB_DEP_NSUBJ;
    if (b->kind == PLB_KIND_COUNTRY) return subject;
    if (plb_actor_has(a, PLB_SECTOR_GOV))
        return !plb_actor_has(b, PLB_SECTOR_GOV) && !plb_actor_has(b, PLB_SECTOR_MIL);
    if (plb_actor_has(a, PLB_SECTOR_JUD)) return !plb_actor_has(b, PLB_SECTOR_MIL);
    if (plb_actor_has(a, PLB_SECTOR_MIL) || !is_authority(b)) return false;
    return is_opposition(a) || other->last_token < self->first_token;
}

/* Those who attack may be from anywhere: only where they do it says something of them. */
static bool may_be_foreign(const plb_actor *a)
{
    return plb_actor_has(a, PLB_SECTOR_UAF) || plb_actor_has(a, PLB_SECTOR_CRM);
}

/* The one country that the places or the actors of a sentence are of; NULL where there are several
 * or none. Places where something happens come first. */
static const char *country_of_sentence(const plb_coref *c, int32_t m)
{
    const plb_mention *self = plb_coref_mention(c, m);
    const plb_sentence *s = &c->doc->sentences.at[self->sentence];
    const char *located = NULL, *named = NULL;
    bool several_places = false, several = false;
    int32_t begin = self->head - NEAR, end = self->head + NEAR;
    if (begin < s->first_token) begin = s->first_token;
    if (end > s->first_token + s->n_tokens) end = s->first_token + s->n_tokens;
    for (int32_t t = begin; t < end; t++) {
        int32_t at = c->doc->tokens.at[t].mention;
        if (at == PLB_NONE || at == m) continue;
        const plb_mention *other = plb_coref_mention(c, at);
        bool place = other->kind == PLB_MENTION_PLACE;
        several |= other->n_actors > 1;
        const char *country = place             ? other->place.country
                              : other->n_actors ? other->actors[0].country
                                                : "";
        if (!country[0] || (!place && other->confidence <= FROM_SENTENCE)) continue;
        bool where = place || other->actors[0].kind == PLB_KIND_COUNTRY;
        if (where && is_locative(c, t, self)) {
            several_places |= located && strcmp(located, country) != 0;
            located = country;
            continue;
        }
        if (place || !tells(c, self, other)) continue;
        several |= named && strcmp(named, country) != 0;
        named = country;
    }
    if (located && !several_places) return located;
    return several || may_be_foreign(&self->actors[0]) ? NULL : named;
}

/* Who is spoken to at home: "the minister told [the families]"; NULL where nobody speaks. */
static const char *country_of_speaker(const plb_coref *c, int32_t m)
{
    const plb_token *t = plb_coref_head(c, m);
    plb_deprel rel = plb_deprel_universal(t->deprel);
    bool addressed = rel == PLB_DEP_OBJ || rel == PLB_DEP_IOBJ || rel == PLB_DEP_OBL;
    if (!addressed || !plb_coref_is_speech_verb(c, t->head)) return NULL;
    int32_t subject = plb_doc_child_universal(c->doc, t->head, PLB_DEP_NSUBJ);
    int32_t at = subject == PLB_NONE ? PLB_NONE : c->doc->tokens.at[subject].mention;
    if (at == PLB_NONE || plb_coref_mention(c, at)->kind != PLB_MENTION_ACTOR) return NULL;
    const plb_mention *speaker = plb_coref_mention(c, at);
    return speaker->n_actors == 1 && speaker->actors[0].country[0] ? speaker->actors[0].country
                                                                   : NULL;
}

/* The country that most of the report's mentions so far are of, if it has half of them
 * and `least` of them; "the government" needs just one where no other country is named. */
static const char *country_of_report(const plb_coref *c, uint32_t least)
{
    uint32_t sum = 0;
    int best = -1;
    for (int i = 0; i < c->n_countries; i++) {
        sum += c->country[i].n;
        if (best < 0 || c->country[i].n > c->country[best].n) best = i;
    }
    if (best < 0) return NULL;
    bool alone = c->country[best].n == sum && least == FEW;
    if (!alone && c->country[best].n < least) return NULL;
    return c->country[best].n * 2 > sum ? c->country[best].country : NULL;
}

/* "the Association of …": written as a name, it is one body and not that of the country. */
static bool is_named_body(const plb_coref *c, const plb_actor *a, const plb_actor_note *note)
{
    return a->kind == PLB_KIND_ORGANISATION && note->role != PLB_NONE &&
           c->doc->tokens.at[note->role].upos == PLB_UPOS_PROPN;
}

bool plb_coref_context(plb_coref *c, int32_t m)
{
    plb_mention *mention = plb_coref_mention(c, m);
    plb_actor *a = &mention->actors[0];
    const plb_actor_note *note = plb_coref_note(c, m);
    if (!is_domestic(a) || note->foreign || note->outsider || is_named_body(c, a, note))
        return false;
    uint8_t confidence = FROM_SENTENCE;
    const char *country = country_of_sentence(c, m);
    if (!country) country = country_of_speaker(c, m);
    if (!country) {
        confidence = FROM_REPORT;
        country = country_of_report(c, note->definite ? FEW : MANY);
    }
    if (!country) return false;
    memcpy(a->country, country, sizeof a->country);
    plb_actor_code(c->doc, a);
    mention->confidence = confidence;
    return true;
}
