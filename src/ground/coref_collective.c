/* ground: plurals that stand for several actors named before: "both sides", "the two countries",
 * "the mediators", "each other". */
#include "ground/coref_internal.h"

enum { MAX_MEMBERS = 8, REACH = 8, COLLECTIVE_SURE = 180, COLLECTIVE_GUESSED = 110 };

typedef enum { ANY_PARTY, COUNTRIES, PERSONS, ORGANISATIONS, GO_BETWEENS } member_kind;

static member_kind kind_of_value(plb_str value)
{
    if (plb_str_is(value, "country")) return COUNTRIES;
    if (plb_str_is(value, "person")) return PERSONS;
    if (plb_str_is(value, "organisation")) return ORGANISATIONS;
    if (plb_str_is(value, "go-between")) return GO_BETWEENS;
    return ANY_PARTY;
}

/* Whether an actor can be one of them. Parties are states and what can oppose them. */
static bool can_be(const plb_entity *e, member_kind kind)
{
    const plb_actor *a = &e->actor;
    bool organised = a->kind == PLB_KIND_GROUP || a->kind == PLB_KIND_ORGANISATION;
    switch (kind) {
    case COUNTRIES:
        return a->kind == PLB_KIND_COUNTRY;
    case PERSONS:
        return a->kind == PLB_KIND_PERSON && !a->plural;
    case ORGANISATIONS:
        return organised && a->code.n;
    case GO_BETWEENS:
        return e->go_between;
    default:
        return a->code.n &&
               (a->kind == PLB_KIND_COUNTRY || a->kind == PLB_KIND_OFFICE || organised);
    }
}

/* The person or thing that a mention stands for in a pair: its entity, where there is just one. */
static int32_t entity_of_token(const plb_coref *c, int32_t token)
{
    int32_t m = c->doc->tokens.at[token].mention;
    if (m == PLB_NONE || plb_coref_mention(c, m)->kind != PLB_MENTION_ACTOR) return PLB_NONE;
    return plb_coref_note(c, m)->entity;
}

static bool has_between(const plb_coref *c, int32_t token)
{
    PLB_EACH_CHILD(c->doc, token, child)
    if (c->doc->tokens.at[child].deprel == PLB_DEP_CASE &&
        plb_ground_form_in(c->s, c->s->g->between, child, NULL))
        return true;
    return false;
}

void plb_coref_pair(plb_coref *c, int32_t m)
{
    const plb_token *t = plb_coref_head(c, m);
    if (t->deprel != PLB_DEP_CONJ || t->head == PLB_NONE) return;
    int32_t second = plb_coref_note(c, m)->entity, first = entity_of_token(c, t->head);
    if (first == PLB_NONE || second == PLB_NONE || first == second) return;
    if (c->n_pairs < PLB_COREF_PAIRS) c->n_pairs++;
    for (int i = c->n_pairs - 1; i > 0; i--) c->pair[i] = c->pair[i - 1];
    c->pair[0] = (plb_party_pair){ first, second, has_between(c, t->head) };
}

static void add(int32_t *members, int *n, int32_t entity)
{
    for (int i = 0; i < *n; i++)
        if (members[i] == entity) return;
    if (*n < MAX_MEMBERS) members[(*n)++] = entity;
}

/* The last two that were named together; opposite parties ("between X and Y") before others. */
static int from_pairs(const plb_coref *c, int32_t m, member_kind kind, int32_t *members)
{
    for (int between = kind == ANY_PARTY; between >= 0; between--) {
        for (int i = 0; i < c->n_pairs; i++) {
            const plb_party_pair *p = &c->pair[i];
            if (between && !p->between) continue;
            if (!can_be(&c->entity.at[p->first], kind) || !can_be(&c->entity.at[p->second], kind))
                continue;
            if (!between && plb_coref_distance(c, p->second, m) > REACH) continue;
            members[0] = p->first;
            members[1] = p->second;
            return 2;
        }
    }
    return 0;
}

/* Those named last. */
static int from_recent(const plb_coref *c, int32_t m, member_kind kind, int wanted,
                       int32_t *members)
{
    int n = 0;
    for (int i = 0; i < c->n_recent && n < wanted; i++) {
        int32_t entity = c->recent[i];
        if (plb_coref_distance(c, entity, m) > REACH) continue;
        if (can_be(&c->entity.at[entity], kind)) add(members, &n, entity);
    }
    return n;
}

/* They are an entity of their own, for "they" and "their". */
static bool begin_together(plb_coref *c, int32_t m)
{
    int32_t entity = plb_coref_begin(c, m);
    if (entity == PLB_NONE) return false;
    plb_actor *a = &c->entity.at[entity].actor;
    *a = (plb_actor){ .name = a->name, .kind = PLB_KIND_GROUP, .plural = true };
    plb_coref_join(c, m, entity);
    return true;
}

static bool set_members(plb_coref *c, int32_t m, const int32_t *members, int n, uint8_t confidence)
{
    plb_actor *actors = PLB_NEW(c->doc->arena, plb_actor, (size_t)n);
    if (!actors) {
        c->full = true;
        return false;
    }
    for (int i = 0; i < n; i++) {
        actors[i] = c->entity.at[members[i]].actor;
        actors[i].words = (plb_span){ 0, 0 };
    }
    plb_mention *mention = plb_coref_mention(c, m);
    mention->actors = actors;
    mention->n_actors = (uint32_t)n;
    mention->via = PLB_VIA_COLLECTIVE;
    mention->confidence = confidence;
    return begin_together(c, m);
}

/* "their countries": the countries of those that it belongs to. */
static bool countries_of_owner(plb_coref *c, int32_t m)
{
    const plb_mention *owner = plb_coref_mention(c, plb_coref_note(c, m)->owner);
    if (owner->n_actors < 2) return false;
    plb_mention *mention = plb_coref_mention(c, m);
    plb_actor *actors = plb_coref_copy(c, owner->actors, owner->n_actors);
    if (!actors) return false;
    for (uint32_t i = 0; i < owner->n_actors; i++) {
        plb_entry country;
        plb_actor *a = &actors[i];
        if (!plb_lexicon_country(c->s->lex, plb_str_of(a->country), &country)) return false;
        *a = (plb_actor){ .name = country.name, .id = country.id, .kind = PLB_KIND_COUNTRY };
        memcpy(a->country, country.country, sizeof a->country);
        plb_actor_code(c->doc, a);
    }
    mention->actors = actors;
    mention->n_actors = owner->n_actors;
    mention->via = PLB_VIA_COLLECTIVE;
    mention->confidence = owner->confidence;
    return true;
}

/* How many there are: "both", "the two", "three"; 0 where it is not said. */
static int number_said(const plb_coref *c, int32_t m)
{
    const plb_mention *mention = plb_coref_mention(c, m);
    plb_str value;
    int64_t n;
    for (int32_t t = mention->first_token; t < mention->last_token; t++)
        if (plb_ground_form_in(c->s, c->s->g->plural_number, t, &value) && plb_str_int(value, &n))
            return n > 1 && n <= MAX_MEMBERS ? (int)n : 0;
    return 0;
}

bool plb_coref_collective(plb_coref *c, int32_t m)
{
    plb_str value;
    int32_t members[MAX_MEMBERS];
    const plb_actor_note *note = plb_coref_note(c, m);
    if (!plb_ground_lemma_in(c->s, c->s->g->collective, note->role, &value)) return false;
    member_kind kind = kind_of_value(value);
    if (note->owner != PLB_NONE) return kind == COUNTRIES && countries_of_owner(c, m);
    int said = number_said(c, m), n = 0;
    bool pair = kind != GO_BETWEENS && said <= 2;
    if (pair) n = from_pairs(c, m, kind, members);
    uint8_t confidence = n ? COLLECTIVE_SURE : COLLECTIVE_GUESSED;
    if (!n)
        n = from_recent(c, m, kind, said ? said : kind == GO_BETWEENS ? MAX_MEMBERS : 2, members);
    if (n < (said ? said : kind == GO_BETWEENS ? 1 : 2)) return false;
    return set_members(c, m, members, n, confidence);
}

bool plb_coref_reciprocal(plb_coref *c, int32_t m)
{
    int32_t members[MAX_MEMBERS];
    int n = 0;
    int32_t verb = plb_coref_head(c, m)->head;
    if (verb == PLB_NONE) return false;
    int32_t subject = plb_doc_child_universal(c->doc, verb, PLB_DEP_NSUBJ);
    if (subject == PLB_NONE) return false;
    int32_t entity = entity_of_token(c, subject);
    if (entity != PLB_NONE) add(members, &n, entity);
    PLB_EACH_CHILD(c->doc, subject, child)
    {
        if (c->doc->tokens.at[child].deprel != PLB_DEP_CONJ) continue;
        entity = entity_of_token(c, child);
        if (entity != PLB_NONE) add(members, &n, entity);
    }
    int32_t at = c->doc->tokens.at[subject].mention;
    if (n < 2 && at != PLB_NONE && plb_coref_mention(c, at)->n_actors > 1) {
        const plb_mention *all = plb_coref_mention(c, at);
        plb_mention *mention = plb_coref_mention(c, m);
        mention->actors = all->actors;
        mention->n_actors = all->n_actors;
        mention->via = PLB_VIA_COLLECTIVE;
        mention->confidence = all->confidence;
        return true;
    }
    return n >= 2 && set_members(c, m, members, n, COLLECTIVE_SURE);
}
