/* ground: coreference within a report. In: mentions with what their own sentences say of them. Out:
 * chains; pronouns, short names, descriptions and collectives with the actors that they stand for.
 *
 * Method: one walk through the text with a short list of recent entities; rules of agreement (kind,
 * number, gender, role), of binding, and a salience of subjects and of recency, in the manner of
 * Lappin & Leass (1994) and the sieves of Lee et al. (2013): sure links first. */
#include "ground/coref_internal.h"

#include "base/hash.h"

enum { SAME = 240, SHORTENED = 220, MAX_SENTENCE_MENTIONS = 1024 };

static size_t slot_of(const plb_coref *c, uint64_t key)
{
    size_t i = (size_t)key & c->mask;
    while (c->key[i] && c->key[i] != key) i = (i + 1) & c->mask;
    return i;
}

static uint64_t key_of(plb_name_key kind, plb_str name)
{
    uint64_t key = plb_hash(name, (uint64_t)kind + 1);
    return key ? key : 1;
}

int32_t plb_coref_get(const plb_coref *c, plb_name_key kind, plb_str name)
{
    size_t i = slot_of(c, key_of(kind, name));
    return c->key[i] ? c->value[i] : PLB_NONE;
}

void plb_coref_set(plb_coref *c, plb_name_key kind, plb_str name, int32_t value)
{
    uint64_t key = key_of(kind, name);
    size_t i = slot_of(c, key);
    c->key[i] = key;
    c->value[i] = value;
}

bool plb_coref_is_subject(const plb_coref *c, int32_t m)
{
    return plb_deprel_universal(plb_coref_head(c, m)->deprel) == PLB_DEP_NSUBJ;
}

int32_t plb_coref_distance(const plb_coref *c, int32_t entity, int32_t m)
{
    const plb_mention *last = plb_coref_mention(c, c->entity.at[entity].last_mention);
    return plb_coref_mention(c, m)->sentence - last->sentence;
}

/* ---- entities ---- */

static int32_t weight_of(const plb_coref *c, int32_t m)
{
    const plb_mention *mention = plb_coref_mention(c, m);
    static const uint8_t WEIGHT[] = {
        [PLB_FORM_KNOWN] = 60,
        [PLB_FORM_NAME] = 50,
        [PLB_FORM_ROLE] = 20,
        [PLB_FORM_THING] = 10,
    };
    const plb_actor_note *note = plb_coref_note(c, m);
    int32_t weight = note->form < sizeof WEIGHT ? WEIGHT[note->form] : 0;
    int32_t words = mention->last_token - mention->first_token;
    return weight + (words > 7 ? 7 : words);
}

/* The country's adjective before a noun is no antecedent: it does not move to the front. */
static bool is_in_front(const plb_coref *c, int32_t m)
{
    const plb_token *t = plb_coref_head(c, m);
    return t->deprel != PLB_DEP_AMOD && t->upos != PLB_UPOS_ADJ;
}

static void move_to_front(plb_coref *c, int32_t entity)
{
    int i = 0;
    while (i < c->n_recent && c->recent[i] != entity) i++;
    if (i == c->n_recent) {
        if (c->n_recent < PLB_COREF_RECENT)
            c->n_recent++;
        else
            i--;
    }
    for (; i > 0; i--) c->recent[i] = c->recent[i - 1];
    c->recent[0] = entity;
}

int32_t plb_coref_begin(plb_coref *c, int32_t m)
{
    plb_entity *e = PLB_PUSH(c->doc->arena, &c->entity);
    plb_chain *chain = PLB_PUSH(c->doc->arena, &c->doc->chains);
    if (!e || !chain) {
        c->full = true;
        return PLB_NONE;
    }
    *e = (plb_entity){ .actor = plb_coref_mention(c, m)->actors[0],
                       .chain = (int32_t)c->doc->chains.n - 1,
                       .weight = -1,
                       .last_mention = m,
                       .role = PLB_NONE,
                       .role_entry = PLB_NO_ENTRY };
    *chain = (plb_chain){ m, 0 };
    uint32_t entry = plb_coref_note(c, m)->entry;
    if (entry != PLB_NO_ENTRY) e->office = plb_lexicon_entry(c->s->lex, entry).role;
    return (int32_t)c->entity.n - 1;
}

void plb_coref_join(plb_coref *c, int32_t m, int32_t entity)
{
    if (entity == PLB_NONE) return;
    plb_entity *e = &c->entity.at[entity];
    plb_actor_note *note = plb_coref_note(c, m);
    plb_mention *mention = plb_coref_mention(c, m);
    note->entity = entity;
    mention->chain = e->chain;
    c->doc->chains.at[e->chain].n_mentions++;
    int32_t weight = weight_of(c, m);
    if (weight > e->weight) {
        e->weight = weight;
        c->doc->chains.at[e->chain].first_mention = m;
    }
    e->n_mentions++;
    if (note->role != PLB_NONE) {
        e->role = note->role;
        e->role_entry = note->role_entry;
    }
    if (!is_in_front(c, m)) return;
    e->last_mention = m;
    move_to_front(c, entity);
}

plb_actor *plb_coref_copy(plb_coref *c, const plb_actor *actors, uint32_t n)
{
    plb_actor *copy = PLB_NEW(c->doc->arena, plb_actor, n);
    if (!copy) {
        c->full = true;
        return NULL;
    }
    for (uint32_t i = 0; i < n; i++) {
        copy[i] = actors[i];
        copy[i].words = (plb_span){ 0, 0 };
    }
    return copy;
}

void plb_coref_refer(plb_coref *c, int32_t m, int32_t entity, plb_via via, uint8_t confidence)
{
    plb_mention *mention = plb_coref_mention(c, m);
    const plb_mention *last = plb_coref_mention(c, c->entity.at[entity].last_mention);
    if (last->n_actors > 1) {
        mention->actors = plb_coref_copy(c, last->actors, last->n_actors);
        if (!mention->actors) return;
        mention->n_actors = last->n_actors;
    } else {
        mention->actors[0] = c->entity.at[entity].actor;
        mention->actors[0].words = (plb_span){ 0, 0 };
        mention->n_actors = 1;
    }
    mention->via = (uint8_t)via;
    mention->confidence = confidence;
    plb_coref_join(c, m, entity);
}

static void join_or_begin(plb_coref *c, int32_t m, int32_t entity)
{
    if (entity == PLB_NONE) entity = plb_coref_begin(c, m);
    plb_coref_join(c, m, entity);
}

/* ---- mentions by their form ---- */

/* What makes two mentions of a known actor the same: a country by its code, others by their entry.
 */
static plb_str id_of(const plb_actor *a)
{
    if (a->kind == PLB_KIND_COUNTRY && a->country[0]) return plb_str_of(a->country);
    return a->id.p ? a->id : a->name;
}

/* "Blinken" where the report names another of that name in full. */
static bool refer_to_full_name(plb_coref *c, int32_t m)
{
    int32_t full = plb_coref_full_name(c, m);
    if (full == PLB_NONE || full == m) return false;
    plb_actor_note *note = plb_coref_note(c, full);
    if (note->entity == PLB_NONE) {
        int32_t entity = plb_coref_begin(c, full);
        if (entity == PLB_NONE) return false;
        note->entity = entity;
    }
    plb_coref_refer(c, m, note->entity, PLB_VIA_SHORT, SHORTENED);
    return true;
}

static void place_known(plb_coref *c, int32_t m)
{
    const plb_mention *mention = plb_coref_mention(c, m);
    const plb_actor_note *note = plb_coref_note(c, m);
    if (mention->actors[0].kind == PLB_KIND_PERSON && note->name_first == note->name_last &&
        refer_to_full_name(c, m))
        return;
    if (mention->actors[0].kind == PLB_KIND_GROUP && !mention->actors[0].country[0] &&
        plb_actor_has(&mention->actors[0], PLB_SECTOR_CVL))
        (void)plb_coref_context(c, m); /* a people without a state */
    plb_str id = id_of(&mention->actors[0]);
    int32_t entity = plb_coref_get(c, PLB_KEY_ID, id);
    join_or_begin(c, m, entity);
    if (entity == PLB_NONE) plb_coref_set(c, PLB_KEY_ID, id, plb_coref_note(c, m)->entity);
}

static plb_str name_words(const plb_coref *c, int32_t m)
{
    const plb_actor_note *note = plb_coref_note(c, m);
    plb_str part = plb_doc_part(c->doc, plb_coref_mention(c, m)->sentence);
    return plb_str_slice(part, c->doc->tokens.at[note->name_first].begin,
                         c->doc->tokens.at[note->name_last].end);
}

/* A name met again keeps the code of the mention that told most. */
static void agree(plb_coref *c, int32_t m, int32_t entity)
{
    plb_actor *known = &c->entity.at[entity].actor;
    plb_mention *mention = plb_coref_mention(c, m);
    plb_actor *a = &mention->actors[0];
    if (!known->country[0] && a->code.n > known->code.n) {
        plb_str name = known->name;
        *known = *a;
        known->name = name;
    } else if (known->code.n && (!a->country[0] || known->country[0])) {
        uint8_t via = a->code.n ? mention->via : PLB_VIA_SHORT;
        plb_span words = a->words;
        if (!a->country[0] || !a->n_sectors) {
            *a = *known;
            a->words = words;
            mention->via = via;
            mention->confidence = SHORTENED;
        }
    }
}

static void place_name(plb_coref *c, int32_t m)
{
    plb_str name = name_words(c, m);
    int32_t entity = plb_coref_get(c, PLB_KEY_NAME, name);
    if (entity != PLB_NONE) {
        agree(c, m, entity);
        plb_coref_join(c, m, entity);
        return;
    }
    if (plb_coref_note(c, m)->name_first == plb_coref_note(c, m)->name_last &&
        refer_to_full_name(c, m))
        return;
    join_or_begin(c, m, plb_coref_note(c, m)->entity);
    plb_coref_set(c, PLB_KEY_NAME, name, plb_coref_note(c, m)->entity);
}

static bool is_office(const plb_actor *a)
{
    return a->kind == PLB_KIND_OFFICE && a->country[0] && a->n_sectors;
}

/* "his Polish counterpart" holds the office of whom he faces. */
static void take_office(plb_coref *c, int32_t m, const plb_actor *other)
{
    plb_actor *a = &plb_coref_mention(c, m)->actors[0];
    plb_str value;
    int32_t role = plb_coref_note(c, m)->role;
    if (a->n_sectors || !plb_ground_lemma_in(c->s, c->s->g->outsider_role, role, &value)) return;
    if (!plb_str_is(value, "same")) return;
    memcpy(a->sectors, other->sectors, sizeof a->sectors);
    a->n_sectors = other->n_sectors;
    plb_actor_code(c->doc, a);
}

/* What a role belongs to is known by now: "his army" after "his". */
static void take_owner(plb_coref *c, int32_t m)
{
    plb_actor_note *note = plb_coref_note(c, m);
    plb_mention *mention = plb_coref_mention(c, m);
    if (note->owner == PLB_NONE || mention->n_actors != 1) return;
    const plb_actor *owner = &plb_coref_mention(c, note->owner)->actors[0];
    plb_actor *a = &mention->actors[0];
    if (note->outsider) { /* the country is its own */
        take_office(c, m, owner);
        return;
    }
    bool known = owner->country[0] || (owner->id.p && owner->code.n);
    if (a->country[0] || !known || mention->via == PLB_VIA_TITLE) return;
    plb_actor_belong(c->doc, a, owner, note->generic);
    if (note->former) plb_actor_former(c->doc, a);
    mention->via = PLB_VIA_TITLE;
    mention->confidence = plb_coref_mention(c, note->owner)->confidence;
}

static void place_role(plb_coref *c, int32_t m)
{
    plb_mention *mention = plb_coref_mention(c, m);
    take_owner(c, m);
    plb_actor *a = &mention->actors[0];
    if (mention->n_actors == 1 && is_office(a)) {
        int32_t entity = plb_coref_get(c, PLB_KEY_ID, a->code);
        join_or_begin(c, m, entity);
        if (entity == PLB_NONE) plb_coref_set(c, PLB_KEY_ID, a->code, plb_coref_note(c, m)->entity);
        return;
    }
    const plb_actor_note *note = plb_coref_note(c, m);
    if (note->definite && note->owner == PLB_NONE && plb_coref_definite(c, m)) return;
    if (mention->n_actors == 1 && !a->country[0]) (void)plb_coref_context(c, m);
    join_or_begin(c, m, PLB_NONE);
}

static void place(plb_coref *c, int32_t m)
{
    plb_actor_note *note = plb_coref_note(c, m);
    if (note->same != PLB_NONE && plb_coref_note(c, note->same)->entity != PLB_NONE &&
        note->form != PLB_FORM_PRONOUN) {
        if (note->container) {
            const plb_mention *inner = plb_coref_mention(c, note->same);
            plb_mention *whole = plb_coref_mention(c, m);
            whole->actors = plb_coref_copy(c, inner->actors, inner->n_actors);
            if (!whole->actors) return;
            whole->n_actors = inner->n_actors;
            whole->via = inner->via;
            whole->confidence = inner->confidence;
        } else {
            take_owner(c, m);
        }
        plb_coref_join(c, m, plb_coref_note(c, note->same)->entity);
        return;
    }
    switch (note->form) {
    case PLB_FORM_KNOWN:
        place_known(c, m);
        break;
    case PLB_FORM_NAME:
        take_owner(c, m);
        if (plb_coref_mention(c, m)->actors[0].kind == PLB_KIND_PERSON && note->role != PLB_NONE &&
            !plb_coref_mention(c, m)->actors[0].country[0])
            (void)plb_coref_context(c, m);
        place_name(c, m);
        break;
    case PLB_FORM_ROLE:
        place_role(c, m);
        break;
    case PLB_FORM_THING:
        if (!plb_coref_definite(c, m)) join_or_begin(c, m, PLB_NONE);
        break;
    case PLB_FORM_PRONOUN:
        if (!plb_coref_pronoun(c, m)) plb_coref_mention(c, m)->chain = PLB_NONE;
        break;
    case PLB_FORM_COLLECTIVE:
        (void)plb_coref_collective(c, m);
        break;
    case PLB_FORM_RECIPROCAL:
        (void)plb_coref_reciprocal(c, m);
        break;
    default:
        break;
    }
    if (note->form == PLB_FORM_KNOWN || note->form == PLB_FORM_NAME) plb_coref_register(c, m);
    plb_coref_count_country(c, m);
    plb_coref_pair(c, m);
}

/* ---- the walk ---- */

static bool is_actor(const plb_coref *c, int32_t m)
{
    return plb_coref_mention(c, m)->kind == PLB_MENTION_ACTOR;
}

static bool stands_before(const plb_coref *c, int32_t a, int32_t b)
{
    const plb_mention *x = plb_coref_mention(c, a), *y = plb_coref_mention(c, b);
    if (x->last_token != y->last_token) return x->last_token < y->last_token;
    return x->first_token > y->first_token;
}

/* The mentions of a sentence, which lie between `from` and `to`, in the order in which they end:
 * possessors and inner parts before what holds them. */
static int32_t in_order(const plb_coref *c, int32_t from, int32_t to, int32_t *order)
{
    int32_t n = 0;
    for (int32_t m = from; m < to && n < MAX_SENTENCE_MENTIONS; m++) {
        int32_t i = n++;
        for (; i > 0 && stands_before(c, m, order[i - 1]); i--) order[i] = order[i - 1];
        order[i] = m;
    }
    return n;
}

bool plb_coref_is_speech_verb(const plb_coref *c, int32_t token)
{
    const plb_token *t = &c->doc->tokens.at[token];
    const plb_embedding *e = &c->s->g->embedding;
    plb_signature signature;
    if (t->upos != PLB_UPOS_VERB) return false;
    plb_signatures rows = plb_embedding_find(e, t->lemma, PLB_UPOS_VERB);
    return plb_embedding_signature(e, rows, PLB_STR("finite"), &signature) &&
           signature.voice == PLB_VOICE_SAYS;
}

/* The subject of the first verb of speaking outside of quotation marks. */
static int32_t speaker_of(const plb_coref *c, const int32_t *order, int32_t n)
{
    for (int32_t i = 0; i < n; i++) {
        const plb_token *t = plb_coref_head(c, order[i]);
        if (t->flags & PLB_TOKEN_QUOTED || t->head == PLB_NONE) continue;
        if (plb_deprel_universal(t->deprel) != PLB_DEP_NSUBJ) continue;
        if (plb_coref_is_speech_verb(c, t->head)) return order[i];
    }
    return PLB_NONE;
}

static bool is_first_person(const plb_coref *c, int32_t m)
{
    plb_str value;
    return plb_coref_note(c, m)->form == PLB_FORM_PRONOUN &&
           plb_ground_form_in(c->s, c->s->g->pronoun, plb_coref_mention(c, m)->head, &value) &&
           value.n && value.p[0] == '1';
}

/* Go-betweens are those that stand before a word of mediation in its sentence. */
static void note_mediation(plb_coref *c, const int32_t *order, int32_t n)
{
    if (!n) return;
    const plb_sentence *s = &c->doc->sentences.at[plb_coref_mention(c, order[0])->sentence];
    int32_t word = PLB_NONE;
    for (int32_t t = s->first_token; t < s->first_token + s->n_tokens && word == PLB_NONE; t++)
        if (plb_ground_lemma_in(c->s, c->s->g->mediation, t, NULL)) word = t;
    if (word == PLB_NONE) return;
    for (int32_t i = 0; i < n; i++) {
        int32_t entity = plb_coref_note(c, order[i])->entity;
        if (entity == PLB_NONE || plb_coref_mention(c, order[i])->last_token >= word) continue;
        uint8_t kind = c->entity.at[entity].actor.kind;
        if (kind == PLB_KIND_COUNTRY || kind == PLB_KIND_ORGANISATION)
            c->entity.at[entity].go_between = true;
    }
}

static void walk_sentence(plb_coref *c, int32_t from, int32_t to)
{
    int32_t order[MAX_SENTENCE_MENTIONS];
    int32_t n = in_order(c, from, to, order);
    c->speaker = speaker_of(c, order, n);
    plb_coref_count_places(c, plb_coref_mention(c, from)->sentence);
    for (int32_t i = 0; i < n && !c->full; i++)
        if (!is_first_person(c, order[i])) place(c, order[i]);
    for (int32_t i = 0; i < n && !c->full; i++)
        if (is_first_person(c, order[i])) (void)plb_coref_first_person(c, order[i]);
    note_mediation(c, order, n);
    if (c->speaker == PLB_NONE) return;
    c->last_speaker = c->speaker;
    const plb_sentence *s = &c->doc->sentences.at[plb_coref_mention(c, c->speaker)->sentence];
    const plb_token *end = &c->doc->tokens.at[s->first_token + s->n_tokens - 1];
    c->statement = end->xpos == PLB_XPOS_COLON;
}

/* What could only be said once the whole report was read: owners that came later. */
static void finish(plb_coref *c)
{
    for (int32_t m = 0; m < (int32_t)c->doc->mentions.n; m++)
        if (is_actor(c, m)) take_owner(c, m);
}

static bool begin(plb_coref *c, const plb_grounding *s)
{
    *c = (plb_coref){ .s = s, .doc = s->doc, .speaker = PLB_NONE, .last_speaker = PLB_NONE };
    size_t n = 64;
    while (n < (size_t)s->doc->mentions.n * 8) n *= 2;
    c->key = PLB_NEW(s->doc->arena, uint64_t, n);
    c->value = PLB_NEW(s->doc->arena, int32_t, n);
    c->mask = n - 1;
    return c->key && c->value;
}

plb_status plb_ground_coreference(const plb_grounding *s, plb_error *err)
{
    plb_coref c;
    int32_t n = (int32_t)s->doc->mentions.n, first = 0;
    if (!begin(&c, s)) goto full;
    while (first < n && !is_actor(&c, first)) first++;
    c.first_actor = first;
    for (int32_t m = first; m < n; m++)
        if (is_actor(&c, m)) plb_coref_register(&c, m);
    for (int32_t from = first, to; from < n && !c.full; from = to) {
        to = from + 1;
        while (to < n &&
               plb_coref_mention(&c, to)->sentence == plb_coref_mention(&c, from)->sentence)
            to++;
        if (is_actor(&c, from)) walk_sentence(&c, from, to);
    }
    if (c.full) goto full;
    finish(&c);
    return PLB_OK;
full:
    return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
}
