/* ground: whom a pronoun stands for. */
#include "ground/coref_internal.h"

enum {
    REACH = 3,         /* sentences that a pronoun looks back */
    STATEMENT = 12,    /* … within a statement */
    PER_SENTENCE = 30, /* what each of them costs */
    SUBJECT = 25,      /* what a subject is worth */
    FIRST = 10,        /* the first mention of its sentence */
    POSSESSOR = -8,
    PARALLEL = 10, /* subject to subject, object to object */
    GENDER = 12,
    UNSURE = -20, /* its kind is not known */
    PRONOUN_SURE = 200,
    PRONOUN_STEP = 30
};

typedef struct {
    char person, number, gender;
    bool persons, organisations, groups;
    bool possessive, reflexive;
    bool quoted;
} pronoun;

static bool read_pronoun(const plb_coref *c, int32_t m, pronoun *p)
{
    const plb_token *t = plb_coref_head(c, m);
    plb_str v;
    if (!plb_ground_form_in(c->s, c->s->g->pronoun, plb_coref_mention(c, m)->head, &v) || v.n < 3)
        return false;
    *p = (pronoun){ .person = v.p[0], .number = v.p[1], .gender = v.p[2] };
    for (size_t i = 3; i < v.n; i++) {
        p->persons |= v.p[i] == 'p';
        p->organisations |= v.p[i] == 'o';
        p->groups |= v.p[i] == 'g';
        p->reflexive |= v.p[i] == 'r';
    }
    p->possessive = t->xpos == PLB_XPOS_PRP_POSS || t->deprel == PLB_DEP_NMOD_POSS;
    p->quoted = t->flags & PLB_TOKEN_QUOTED;
    return true;
}

/* "it was reported that …", "it is clear …": nobody. */
static bool is_dummy(const plb_coref *c, int32_t m, const pronoun *p)
{
    const plb_token *t = plb_coref_head(c, m);
    if (p->number != 's' || p->persons || t->head == PLB_NONE) return false;
    plb_deprel rel = plb_deprel_universal(t->deprel);
    if (rel != PLB_DEP_NSUBJ && rel != PLB_DEP_EXPL) return false;
    const plb_token *above = plb_doc_token(c->doc, t->head);
    if (plb_doc_child_universal(c->doc, t->head, PLB_DEP_CSUBJ) != PLB_NONE) return true;
    bool clause = plb_doc_child_universal(c->doc, t->head, PLB_DEP_CCOMP) != PLB_NONE;
    if (above->upos == PLB_UPOS_VERB) return clause && t->deprel == PLB_DEP_NSUBJ_PASS;
    if (above->upos != PLB_UPOS_ADJ) return true;
    return clause || plb_ground_lemma_in(c->s, c->s->g->dummy, t->head, NULL);
}

static bool can_stand_for(const pronoun *p, const plb_actor *a)
{
    bool one = p->number == 's';
    switch (a->kind) {
    case PLB_KIND_PERSON:
        if (!p->persons || !one || a->plural) return false;
        return !a->gender || p->gender == '-' || (char)a->gender == p->gender;
    case PLB_KIND_COUNTRY:
        return p->organisations && one;
    case PLB_KIND_OFFICE:
    case PLB_KIND_ORGANISATION:
        return p->organisations && (!one || !a->plural);
    case PLB_KIND_GROUP:
        return p->groups && (one ? !a->plural : true);
    default:
        return one || a->plural;
    }
}

/* Arguments of one verb are not the same, unless the pronoun says so ("himself"). */
static bool is_coargument(const plb_coref *c, int32_t m, int32_t other)
{
    const plb_token *a = plb_coref_head(c, m), *b = plb_coref_head(c, other);
    return a->head != PLB_NONE && a->head == b->head;
}

/* "X's talks with him": nor a noun's possessor and what else hangs on it; nor what holds the
 * pronoun
 * ("his foreign minister"). */
static bool holds(const plb_coref *c, int32_t m, int32_t other)
{
    const plb_mention *o = plb_coref_mention(c, other);
    int32_t t = plb_coref_mention(c, m)->head;
    return o->sentence == plb_coref_mention(c, m)->sentence && t >= o->first_token &&
           t <= o->last_token;
}

/* In a quotation the third person is not the one who speaks. */
static bool speaks(const plb_coref *c, int32_t m, int32_t entity)
{
    int32_t speaker = c->speaker != PLB_NONE ? c->speaker : c->last_speaker;
    if (speaker == PLB_NONE) return false;
    int32_t distance = plb_coref_mention(c, m)->sentence - plb_coref_mention(c, speaker)->sentence;
    return distance <= 1 && plb_coref_note(c, speaker)->entity == entity;
}

static int score_of(const plb_coref *c, int32_t m, const pronoun *p, int32_t entity)
{
    const plb_entity *e = &c->entity.at[entity];
    int32_t last = e->last_mention;
    const plb_token *t = plb_coref_head(c, last), *own = plb_coref_head(c, m);
    int score = -PER_SENTENCE * plb_coref_distance(c, entity, m);
    bool subject = plb_coref_is_subject(c, last);
    if (subject) score += SUBJECT;
    if (t->deprel == PLB_DEP_NMOD_POSS) score += POSSESSOR;
    if (t->deprel == own->deprel) score += PARALLEL;
    const plb_sentence *s = &c->doc->sentences.at[plb_coref_mention(c, last)->sentence];
    if (plb_coref_mention(c, last)->first_token <= s->first_token + 1) score += FIRST;
    if (p->gender != '-' && (char)e->actor.gender == p->gender) score += GENDER;
    if (e->actor.kind == PLB_KIND_UNKNOWN) score += UNSURE;
    score += e->n_mentions > 4 ? 8 : 2 * e->n_mentions;
    return score;
}

static bool is_candidate(const plb_coref *c, int32_t m, const pronoun *p, int32_t entity)
{
    const plb_entity *e = &c->entity.at[entity];
    int32_t last = e->last_mention;
    if (plb_coref_distance(c, entity, m) > (p->reflexive ? 0 : REACH)) return false;
    if (!can_stand_for(p, &e->actor)) return false;
    if (plb_coref_mention(c, last)->last_token >= plb_coref_mention(c, m)->first_token)
        return false;
    if (!p->possessive && !p->reflexive && is_coargument(c, m, last)) return false;
    if (holds(c, m, last)) return false;
    return !(p->quoted && speaks(c, m, entity));
}

/* All actors coordinated with a mention: "X and Y", for "they". */
static bool refer_to_coordination(plb_coref *c, int32_t m, int32_t first)
{
    plb_actor members[8];
    uint32_t n = 0;
    int32_t head = plb_coref_mention(c, first)->head;
    members[n++] = plb_coref_mention(c, first)->actors[0];
    PLB_EACH_CHILD(c->doc, head, child)
    {
        const plb_token *t = plb_doc_token(c->doc, child);
        if (t->deprel != PLB_DEP_CONJ || t->mention == PLB_NONE || n == 8) continue;
        const plb_mention *other = plb_coref_mention(c, t->mention);
        if (other->kind == PLB_MENTION_ACTOR) members[n++] = other->actors[0];
    }
    if (n < 2) return false;
    plb_actor *actors = plb_coref_copy(c, members, n);
    if (!actors) return false;
    plb_mention *mention = plb_coref_mention(c, m);
    mention->actors = actors;
    mention->n_actors = n;
    mention->via = PLB_VIA_PRONOUN;
    mention->confidence = PRONOUN_SURE - 2 * PRONOUN_STEP;
    return true;
}

/* The mention that heads the last coordination of actors before the pronoun, or -1. */
static int32_t last_coordination(const plb_coref *c, int32_t m)
{
    if (!c->n_pairs) return PLB_NONE;
    int32_t first = c->pair[0].first;
    int32_t last = c->entity.at[first].last_mention;
    int32_t distance = plb_coref_distance(c, first, m);
    bool subject = plb_coref_is_subject(c, last);
    return distance <= 1 && subject && !is_coargument(c, m, last) ? last : PLB_NONE;
}

bool plb_coref_pronoun(plb_coref *c, int32_t m)
{
    pronoun p;
    if (!read_pronoun(c, m, &p) || p.person != '3' || is_dummy(c, m, &p)) return false;
    int best_score = -1000;
    int32_t best = PLB_NONE;
    for (int i = 0; i < c->n_recent; i++) {
        int32_t entity = c->recent[i];
        if (!is_candidate(c, m, &p, entity)) continue;
        int score = score_of(c, m, &p, entity);
        if (score > best_score) best_score = score, best = entity;
    }
    int32_t pair = p.number == 'p' ? last_coordination(c, m) : PLB_NONE;
    if (pair != PLB_NONE && (best == PLB_NONE || !c->entity.at[best].actor.plural))
        if (refer_to_coordination(c, m, pair)) return true;
    if (best == PLB_NONE) return false;

    plb_actor *a = &c->entity.at[best].actor;
    if (a->kind == PLB_KIND_UNKNOWN && p.gender != '-') a->kind = PLB_KIND_PERSON;
    if (a->kind == PLB_KIND_PERSON && !a->gender && p.gender != '-') a->gender = (uint8_t)p.gender;
    int32_t distance = plb_coref_distance(c, best, m);
    int confidence = PRONOUN_SURE - PRONOUN_STEP * distance;
    plb_coref_refer(c, m, best, PLB_VIA_PRONOUN, (uint8_t)confidence);
    return true;
}

/* "X said: We …" within a sentence. */
static bool follows_colon(const plb_coref *c, int32_t m, int32_t speaker)
{
    int32_t from = plb_coref_mention(c, speaker)->head, to = plb_coref_mention(c, m)->head;
    if (plb_coref_mention(c, m)->sentence != plb_coref_mention(c, speaker)->sentence) return false;
    for (int32_t t = from; t < to; t++)
        if (c->doc->tokens.at[t].xpos == PLB_XPOS_COLON) return true;
    return false;
}

bool plb_coref_first_person(plb_coref *c, int32_t m)
{
    int32_t speaker = c->speaker != PLB_NONE ? c->speaker : c->last_speaker;
    bool quoted = plb_coref_head(c, m)->flags & PLB_TOKEN_QUOTED;
    if (speaker == PLB_NONE) return false;
    if (!quoted && !c->statement && !follows_colon(c, m, speaker)) return false;
    int32_t distance = plb_coref_mention(c, m)->sentence - plb_coref_mention(c, speaker)->sentence;
    int32_t entity = plb_coref_note(c, speaker)->entity;
    int32_t reach = quoted ? REACH : STATEMENT;
    if (distance > reach || entity == PLB_NONE) return false;
    plb_coref_refer(c, m, entity, PLB_VIA_PRONOUN, PRONOUN_SURE);
    return true;
}
