/* code, fourth pass: frames. In: arguments and mentions. Out: candidates: for each word that the
 * lexicon has a frame for, the most specific frame whose conditions hold, with the mentions that
 * fill its sides. */
#include <stdlib.h>

#include "base/hash.h"
#include "code/candidate.h"

enum { MAX_LEMMA = 64, MAX_FOUND = 64, MAX_DEPTH = 2, MAX_ENDING = 3 };

/* ---- the rules: an index over the keys ---- */

static plb_status index_keys(plb_frame_rules *r, plb_error *err)
{
    const plb_frames *f = &r->frames;
    r->n_slot = 64;
    while (r->n_slot < 2 * f->n_key) r->n_slot *= 2;
    r->slot = calloc(r->n_slot, sizeof *r->slot);
    r->word_class = calloc((size_t)f->n_word + 1, sizeof *r->word_class);
    if (!r->slot || !r->word_class) return plb_fail(err, PLB_ENOMEM, 0, "no memory for frames");
    for (uint32_t i = 0; i < f->n_key; i++) {
        plb_str lemma = plb_frames_str(f, f->key[i].lemma);
        if (i && plb_str_eq(lemma, plb_frames_str(f, f->key[i - 1].lemma))) continue;
        uint32_t at = (uint32_t)plb_hash(lemma, 0) & (r->n_slot - 1);
        while (r->slot[at]) at = (at + 1) & (r->n_slot - 1);
        r->slot[at] = i + 1;
    }
    return PLB_OK;
}

static void find_classes(plb_frame_rules *r)
{
    for (uint32_t i = 0; i < r->frames.n_word; i++) {
        char name[MAX_LEMMA];
        plb_str text = plb_frames_str(&r->frames, r->frames.word[i].text);
        r->word_class[i] = -1;
        if (r->frames.word[i].is != PLB_WORD_CLASS || text.n >= sizeof name) continue;
        memcpy(name, text.p, text.n);
        name[text.n] = '\0';
        r->word_class[i] = plb_lexicon_class(r->lex, name);
    }
}

plb_status plb_frame_rules_new(const plb_lexicon *lex, plb_frame_rules **out, plb_error *err)
{
    plb_frame_rules *r = calloc(1, sizeof *r);
    if (!r) return plb_fail(err, PLB_ENOMEM, 0, "no memory for frames");
    r->lex = lex;
    plb_status status = plb_frames_open(lex, &r->frames, err);
    if (status == PLB_OK) status = index_keys(r, err);
    if (status != PLB_OK) {
        plb_frame_rules_free(r);
        return status;
    }
    find_classes(r);
    r->locative = plb_lexicon_class(lex, "locative-preposition");
    r->obligation = plb_lexicon_class(lex, "obligation");
    r->negator = plb_lexicon_class(lex, "negator");
    *out = r;
    return PLB_OK;
}

void plb_frame_rules_free(plb_frame_rules *r)
{
    if (!r) return;
    free(r->slot);
    free(r->word_class);
    free(r);
}

/* ---- lemmas ---- */

/* In lower case (ASCII), in `buffer`; too long a word is cut and will not be found. */
static plb_str lower(plb_str s, char buffer[MAX_LEMMA])
{
    size_t n = s.n < MAX_LEMMA ? s.n : MAX_LEMMA;
    for (size_t i = 0; i < n; i++)
        buffer[i] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + ('a' - 'A') : s.p[i]);
    return (plb_str){ buffer, n };
}

/* By lemma, or as it is written: lemmas of rare words may be wrong. */
static bool lemma_is(const plb_doc *doc, int32_t token, plb_str word)
{
    char buffer[MAX_LEMMA];
    const plb_token *t = plb_doc_token(doc, token);
    return plb_str_eq(lower(t->lemma, buffer), word) || plb_str_eq(lower(t->form, buffer), word);
}

/* The word, or several words in order of which the last is the token. */
static bool is_words(const plb_doc *doc, int32_t token, plb_str words)
{
    size_t from = words.n;
    int32_t first = doc->sentences.at[plb_doc_token(doc, token)->sentence].first_token;
    for (size_t end = words.n;; end = from - 1) {
        for (from = end; from && words.p[from - 1] != ' ';) from--;
        if (token < first || !lemma_is(doc, token, plb_str_slice(words, from, end))) return false;
        if (from == 0) return true;
        token--;
        if (token > first && plb_doc_token(doc, token)->upos == PLB_UPOS_PUNCT) token--;
    }
}

/* The first key of a lemma in lower case, or NULL. */
static const plb_frame_key *find_key(const plb_frame_rules *r, plb_str lemma)
{
    for (uint32_t at = (uint32_t)plb_hash(lemma, 0) & (r->n_slot - 1); r->slot[at];
         at = (at + 1) & (r->n_slot - 1)) {
        const plb_frame_key *key = &r->frames.key[r->slot[at] - 1];
        if (plb_str_eq(plb_frames_str(&r->frames, key->lemma), lemma)) return key;
    }
    return NULL;
}

/* The first key of a token. The lemma of a rare verb may have been cut too short ("blockad") or a
 * letter too long ("riote"): then the longest piece of its form that is a key serves. */
static const plb_frame_key *first_key(const plb_frame_rules *r, const plb_token *t)
{
    char buffer[MAX_LEMMA];
    plb_str lemma = lower(t->lemma, buffer);
    const plb_frame_key *key = find_key(r, lemma);
    if (key || t->upos != PLB_UPOS_VERB) return key;
    size_t shortest = lemma.n ? lemma.n - 1 : 0, n;
    plb_str form = lower(t->form, buffer);
    for (n = form.n; !key && n >= shortest && n + MAX_ENDING >= form.n && n > 0; n--)
        key = find_key(r, plb_str_slice(form, 0, n));
    return key;
}

/* As which part of speech a token can trigger a frame; PLB_N_POS: none. Names do so only where case
 * tells nothing. */
static plb_frame_pos pos_of(const plb_doc *doc, int32_t token)
{
    const plb_token *t = plb_doc_token(doc, token);
    switch (t->upos) {
    case PLB_UPOS_VERB:
    case PLB_UPOS_AUX:
        return PLB_POS_VERB;
    case PLB_UPOS_NOUN:
        return PLB_POS_NOUN;
    case PLB_UPOS_ADJ:
        return PLB_POS_ADJ;
    case PLB_UPOS_PROPN: {
        const plb_sentence *s = &doc->sentences.at[t->sentence];
        bool caseless = t->flags & PLB_TOKEN_CAPS || s->part == PLB_PART_TITLE;
        return caseless && t->mention == PLB_NONE ? PLB_POS_NOUN : PLB_N_POS;
    }
    default:
        return PLB_N_POS;
    }
}

/* ---- keys ---- */

/* The words that stand right before the lemma; hyphens between are passed over. */
static bool words_before(const plb_code_work *w, plb_match_of_frame *m)
{
    const plb_frames *f = &w->coder->frame->frames;
    int32_t at = m->token,
            first = w->doc->sentences.at[plb_doc_token(w->doc, at)->sentence].first_token;
    for (int i = m->key->before - 1; i >= 0; i--) {
        plb_str word = plb_frames_str(f, f->word[m->key->words.first + (uint32_t)i].text);
        at--;
        if (at > first && plb_doc_token(w->doc, at)->upos == PLB_UPOS_PUNCT) at--;
        if (at < first || !lemma_is(w->doc, at, word)) return false;
        if (m->n_further < PLB_MAX_FURTHER) m->further[m->n_further++] = at;
    }
    return true;
}

/* A further word of a key: a particle, the preposition of an argument, an argument itself, an
 * adverb. */
static bool further_word(const plb_code_work *w, plb_match_of_frame *m, plb_str word)
{
    const plb_doc *doc = w->doc;
    int32_t n;
    const plb_argument *a = plb_arguments_of(w, m->token, &n);
    PLB_EACH_CHILD(doc, m->token, c)
    {
        plb_deprel rel = plb_deprel_universal((plb_deprel)plb_doc_token(doc, c)->deprel);
        bool particle = rel == PLB_DEP_COMPOUND || rel == PLB_DEP_ADVMOD || rel == PLB_DEP_XCOMP ||
                        rel == PLB_DEP_AMOD;
        if (!particle || !lemma_is(doc, c, word)) continue;
        m->further[m->n_further++] = c;
        return true;
    }
    for (int32_t i = 0; i < n; i++) {
        if (a[i].case_token == PLB_NONE || !lemma_is(doc, a[i].case_token, word)) continue;
        if (a[i].role == PLB_ROLE_OTHER) continue;
        m->alias[m->n_alias++] = a[i].role;
        return true;
    }
    for (int32_t i = 0; i < n; i++) {
        if (!is_words(doc, a[i].token, word)) continue;
        m->further[m->n_further++] = a[i].token;
        return true;
    }
    return false;
}

static bool key_holds(const plb_code_work *w, plb_match_of_frame *m)
{
    const plb_frames *f = &w->coder->frame->frames;
    const plb_frame_key *k = m->key;
    if (k->before && !words_before(w, m)) return false;
    for (uint32_t i = k->before; i < k->words.n; i++) {
        if (m->n_further == PLB_MAX_FURTHER || m->n_alias == PLB_MAX_FURTHER) return false;
        if (!further_word(w, m, plb_frames_str(f, f->word[k->words.first + i].text))) return false;
    }
    return true;
}

/* ---- places ---- */

static bool is_further(const plb_match_of_frame *m, int32_t token)
{
    for (int i = 0; i < m->n_further; i++)
        if (m->further[i] == token) return true;
    return false;
}

/* Whether an argument of the trigger is in the role, as this key reads it. A word of the key fills
 * no role, but leads to what hangs on it ("launched an investigation into …"). */
static bool in_role(const plb_match_of_frame *m, const plb_argument *a, uint16_t role, bool last)
{
    if (is_further(m, a->token)) return !last && role == PLB_ROLE_OBJ;
    for (int i = 0; i < m->n_alias && role == PLB_ROLE_OBJ; i++)
        if (a->role == m->alias[i]) return true;
    return a->role == role;
}

size_t plb_place_tokens(const plb_code_work *w, const plb_match_of_frame *m,
                        const plb_frame_place *place, plb_argument *out, size_t max)
{
    if (place->path[0] == PLB_ROLE_SELF) {
        if (max == 0) return 0;
        out[0] = (plb_argument){ m->token, PLB_NONE, PLB_ROLE_SELF, PLB_ARGUMENT_DIRECT };
        return 1;
    }
    size_t found = 0;
    int32_t n;
    const plb_argument *a = plb_arguments_of(w, m->token, &n);
    for (int32_t i = 0; i < n && found < max; i++)
        if (in_role(m, &a[i], place->path[0], place->path[1] == PLB_ROLE_OTHER))
            out[found++] = a[i];
    for (int step = 1; step < PLB_FRAME_PATH && place->path[step] != PLB_ROLE_OTHER; step++) {
        plb_argument next[MAX_FOUND];
        size_t n_next = 0;
        for (size_t j = 0; j < found; j++) {
            a = plb_arguments_of(w, out[j].token, &n);
            for (int32_t i = 0; i < n && n_next < MAX_FOUND; i++)
                if (a[i].role == place->path[step] && a[i].how != PLB_ARGUMENT_NEAR)
                    next[n_next++] = a[i];
        }
        found = n_next < max ? n_next : max;
        memcpy(out, next, found * sizeof *out);
    }
    return found;
}

/* ---- conditions ---- */

static const plb_mention *mention_at(const plb_doc *doc, int32_t token)
{
    int32_t mention = plb_doc_token(doc, token)->mention;
    return mention == PLB_NONE ? NULL : &doc->mentions.at[mention];
}

static const plb_actor *actor_at(const plb_doc *doc, int32_t token)
{
    const plb_mention *m = mention_at(doc, token);
    return m && m->kind == PLB_MENTION_ACTOR && m->n_actors ? &m->actors[0] : NULL;
}

static bool has_sector(const plb_actor *actor, const uint8_t *sectors, size_t n)
{
    for (uint8_t i = 0; actor && i < actor->n_sectors; i++)
        for (size_t j = 0; j < n; j++)
            if (actor->sectors[i] == sectors[j]) return true;
    return false;
}

static const uint8_t ARMED[] = { PLB_SECTOR_MIL, PLB_SECTOR_REB, PLB_SECTOR_UAF,
                                 PLB_SECTOR_COP, PLB_SECTOR_PRM, PLB_SECTOR_SPY };
static const uint8_t OF_STATE[] = { PLB_SECTOR_GOV, PLB_SECTOR_MIL, PLB_SECTOR_COP,
                                    PLB_SECTOR_JUD, PLB_SECTOR_LEG, PLB_SECTOR_SPY };

static bool is_obliged(const plb_code_work *w, int32_t verb)
{
    PLB_EACH_CHILD(w->doc, verb, c)
    if (plb_doc_token(w->doc, c)->deprel == PLB_DEP_AUX &&
        plb_lexicon_word(w->coder->lex, w->coder->frame->obligation,
                         plb_doc_token(w->doc, c)->lemma, NULL))
        return true;
    return false;
}

static bool is_kind(const plb_code_work *w, int32_t token, plb_frame_kind kind)
{
    const plb_doc *doc = w->doc;
    const plb_mention *m = mention_at(doc, token);
    const plb_actor *actor = actor_at(doc, token);
    switch (kind) {
    case PLB_FRAME_KIND_ANY:
        return true;
    case PLB_FRAME_KIND_ACTOR:
        return actor != NULL;
    case PLB_FRAME_KIND_PLACE:
        return m && (m->kind == PLB_MENTION_PLACE || (actor && actor->kind == PLB_KIND_COUNTRY));
    case PLB_FRAME_KIND_COUNTRY:
        return actor && actor->kind == PLB_KIND_COUNTRY;
    case PLB_FRAME_KIND_PERSON:
        return actor && actor->kind == PLB_KIND_PERSON;
    case PLB_FRAME_KIND_GROUP:
        return actor && actor->kind == PLB_KIND_GROUP;
    case PLB_FRAME_KIND_ARMED:
        return has_sector(actor, ARMED, sizeof ARMED);
    case PLB_FRAME_KIND_STATE:
        return actor && (actor->kind == PLB_KIND_COUNTRY ||
                         (actor->country[0] && has_sector(actor, OF_STATE, sizeof OF_STATE)));
    case PLB_FRAME_KIND_NUMBER:
        return plb_doc_token(doc, token)->upos == PLB_UPOS_NUM ||
               plb_doc_child(doc, token, PLB_DEP_NUMMOD) != PLB_NONE;
    case PLB_FRAME_KIND_PASSIVE:
        return w->arguments[token].voice == PLB_VOICE_PASSIVE;
    case PLB_FRAME_KIND_ACTIVE:
        return w->arguments[token].voice == PLB_VOICE_ACTIVE;
    case PLB_FRAME_KIND_OBLIGED:
        return is_obliged(w, token);
    case PLB_FRAME_KIND_NAME:
        return plb_doc_token(doc, token)->upos == PLB_UPOS_PROPN;
    case PLB_FRAME_KIND_NONE:
    case PLB_N_FRAME_KINDS:
        break;
    }
    return false;
}

static bool is_word(const plb_code_work *w, int32_t token, uint32_t word)
{
    const plb_frame_rules *r = w->coder->frame;
    const plb_frame_word *what = &r->frames.word[word];
    char buffer[MAX_LEMMA];
    switch (what->is) {
    case PLB_WORD_LEMMA:
        return is_words(w->doc, token, plb_frames_str(&r->frames, what->text));
    case PLB_WORD_CLASS:
        return plb_lexicon_word(r->lex, r->word_class[word],
                                lower(plb_doc_token(w->doc, token)->lemma, buffer), NULL);
    case PLB_WORD_SECTOR:
        return has_sector(actor_at(w->doc, token), &what->value, 1);
    default:
        return is_kind(w, token, (plb_frame_kind)what->value);
    }
}

static bool test_holds(const plb_code_work *w, const plb_match_of_frame *m,
                       const plb_frame_test *test)
{
    const plb_frames *f = &w->coder->frame->frames;
    plb_argument found[MAX_FOUND];
    plb_match_of_frame all = *m; /* conditions see the words of the key too */
    size_t n = 0;
    all.n_further = 0;
    for (uint32_t i = 0; i < test->places.n; i++)
        n += plb_place_tokens(w, &all, &f->list[test->places.first + i], found + n, MAX_FOUND - n);
    for (uint32_t i = 0; i < test->words.n; i++) {
        uint32_t word = test->words.first + i;
        if (f->word[word].is == PLB_WORD_KIND && f->word[word].value == PLB_FRAME_KIND_NONE) {
            if (n == 0) return true;
            continue;
        }
        for (size_t j = 0; j < n; j++)
            if (is_word(w, found[j].token, word)) return true;
    }
    return false;
}

static bool tests_hold(const plb_code_work *w, plb_match_of_frame *m)
{
    const plb_frames *f = &w->coder->frame->frames;
    m->score = (uint16_t)(2 * m->key->words.n);
    for (uint32_t i = 0; i < m->rule->tests.n; i++) {
        const plb_frame_test *test = &f->test[m->rule->tests.first + i];
        if (test_holds(w, m, test) == (test->unless != 0)) return false;
        if (!test->unless) m->score++;
    }
    return true;
}

size_t plb_match_rules(const plb_code_work *w, int32_t token, plb_rule_is is,
                       plb_match_of_frame *out, size_t max)
{
    const plb_frame_rules *r = w->coder->frame;
    const plb_frames *f = &r->frames;
    plb_frame_pos pos = pos_of(w->doc, token);
    const plb_frame_key *key = pos == PLB_N_POS ? NULL : first_key(r, plb_doc_token(w->doc, token));
    if (!key) return 0;
    size_t found = 0;
    for (plb_frame_text lemma = key->lemma;
         key < f->key + f->n_key && key->lemma.at == lemma.at && key->lemma.n == lemma.n; key++) {
        plb_match_of_frame m = { .key = key, .rule = &f->rule[key->rule], .token = token };
        if (key->pos != pos || m.rule->is != is || !key_holds(w, &m) || !tests_hold(w, &m))
            continue;
        size_t at = found;
        while (at && out[at - 1].score < m.score) at--;
        if (at == max) continue;
        if (found < max) found++;
        memmove(out + at + 1, out + at, (found - 1 - at) * sizeof *out);
        out[at] = m;
    }
    return found;
}

bool plb_frame_trigger(const plb_code_work *w, int32_t token)
{
    plb_match_of_frame m;
    return plb_match_rules(w, token, PLB_RULE_FRAME, &m, 1) ||
           plb_match_rules(w, token, PLB_RULE_COMPOSE, &m, 1);
}

/* ---- sides ---- */

static void add_mention(plb_side *side, int32_t mention, uint8_t how)
{
    for (int i = 0; i < side->n; i++)
        if (side->at[i] == mention) return;
    if (side->n == PLB_MAX_SIDE) return;
    side->at[side->n++] = mention;
    if (how > side->how) side->how = how;
}

/* Whether a mention can be a side: an actor, or a place in a country. */
static bool can_act(const plb_mention *m)
{
    return m->kind == PLB_MENTION_ACTOR ? m->n_actors > 0
                                        : m->kind == PLB_MENTION_PLACE && m->place.country[0];
}

/* The mention that a token is the head of, or that an apposition to it names. */
static int32_t mention_of(const plb_doc *doc, int32_t token)
{
    int32_t mention = plb_doc_token(doc, token)->mention;
    if (mention != PLB_NONE && can_act(&doc->mentions.at[mention])) return mention;
    PLB_EACH_CHILD(doc, token, c)
    {
        const plb_token *t = plb_doc_token(doc, c);
        if (t->deprel == PLB_DEP_APPOS && t->mention != PLB_NONE &&
            can_act(&doc->mentions.at[t->mention]))
            return t->mention;
    }
    return PLB_NONE;
}

/* Adds the actor that an argument is, or else those that it speaks of ("Israel's planes"). */
static bool add_argument(const plb_code_work *w, const plb_frame_rule *rule, int32_t token,
                         uint8_t how, int depth, plb_side *side)
{
    const plb_frames *f = &w->coder->frame->frames;
    int32_t mention = mention_of(w->doc, token), n;
    if (mention != PLB_NONE) {
        add_mention(side, mention, how);
        return true;
    }
    if (depth == 0) return false;
    const plb_argument *a = plb_arguments_of(w, token, &n);
    for (uint32_t i = 0; i < rule->through.n; i++) {
        const plb_frame_place *place = &f->list[rule->through.first + i];
        bool any = false;
        for (int32_t j = 0; j < n; j++)
            if (a[j].role == place->path[0] && a[j].how != PLB_ARGUMENT_NEAR)
                any |= add_argument(w, rule, a[j].token, PLB_ARGUMENT_NEAR, depth - 1, side);
        if (any) return true;
    }
    return false;
}

/* The sides of the event inside; false where the role is none of these. */
static bool add_inner(const plb_candidate *inner, uint16_t role, plb_side *side)
{
    const plb_side *from = role == PLB_ROLE_INNER_SOURCE   ? &inner->source
                           : role == PLB_ROLE_INNER_TARGET ? &inner->target
                                                           : NULL;
    if (role == PLB_ROLE_INNER_SUBJ && inner->subject != PLB_NONE)
        add_mention(side, inner->subject, PLB_ARGUMENT_SHARED);
    for (uint8_t i = 0; from && i < from->n; i++) add_mention(side, from->at[i], from->how);
    return from || role == PLB_ROLE_INNER_SUBJ;
}

void plb_fill_side(const plb_code_work *w, const plb_match_of_frame *m, plb_frame_run list,
                   plb_side *side)
{
    const plb_frames *f = &w->coder->frame->frames;
    plb_argument found[MAX_FOUND];
    bool filled = side->n > 0;
    for (uint32_t i = 0; i < list.n; i++) {
        const plb_frame_place *place = &f->list[list.first + i];
        if (filled && !place->joined) return;
        if (m->inner && add_inner(m->inner, place->path[0], side)) {
            filled |= side->n > 0;
            continue;
        }
        size_t n = plb_place_tokens(w, m, place, found, MAX_FOUND);
        int depth = place->path[0] == PLB_ROLE_SELF ? 0 : MAX_DEPTH;
        for (size_t j = 0; j < n; j++)
            filled |= add_argument(w, m->rule, found[j].token, found[j].how, depth, side);
    }
}

static bool is_several(const plb_doc *doc, const plb_side *side)
{
    return side->n > 1 || (side->n == 1 && doc->mentions.at[side->at[0]].n_actors > 1);
}

/* Whether a pronoun stands for nobody but those who are on the other side. */
static bool stands_for(const plb_doc *doc, const plb_mention *pronoun, const plb_side *other)
{
    if (pronoun->via != PLB_VIA_PRONOUN || pronoun->n_actors == 0) return false;
    for (uint32_t i = 0; i < pronoun->n_actors; i++) {
        bool found = false;
        for (uint8_t j = 0; j < other->n && !found; j++) {
            const plb_mention *o = &doc->mentions.at[other->at[j]];
            for (uint32_t k = 0; k < o->n_actors && !found; k++)
                found = pronoun->actors[i].code.n &&
                        plb_str_eq(pronoun->actors[i].code, o->actors[k].code);
        }
        if (!found) return false;
    }
    return true;
}

/* Nobody does it to himself: a mention that is on the other side too is taken away, one of the same
 * chain likewise. */
static void take_away(const plb_doc *doc, plb_side *from, const plb_side *other)
{
    uint8_t n = 0;
    for (uint8_t i = 0; i < from->n; i++) {
        const plb_mention *m = &doc->mentions.at[from->at[i]];
        bool same = stands_for(doc, m, other);
        for (uint8_t j = 0; j < other->n && !same; j++) {
            const plb_mention *o = &doc->mentions.at[other->at[j]];
            same = m == o || (m->chain != PLB_NONE && m->chain == o->chain);
        }
        if (!same) from->at[n++] = from->at[i];
    }
    from->n = n;
}

/* Whether the words below a token still belong to what its head speaks of. */
static bool belongs(const plb_token *t)
{
    plb_deprel rel = plb_deprel_universal((plb_deprel)t->deprel);
    bool clause = t->upos == PLB_UPOS_VERB || t->upos == PLB_UPOS_AUX;
    return rel != PLB_DEP_PARATAXIS && rel != PLB_DEP_ADVCL && rel != PLB_DEP_APPOS &&
           rel != PLB_DEP_NSUBJ && rel != PLB_DEP_CSUBJ && rel != PLB_DEP_VOCATIVE &&
           t->deprel != PLB_DEP_ACL_RELCL && !(clause && rel == PLB_DEP_CONJ);
}

static bool is_new(const plb_doc *doc, int32_t mention, const plb_side *other)
{
    plb_side one = { .at = { mention }, .n = 1 };
    take_away(doc, &one, other);
    return one.n > 0 && doc->mentions.at[mention].via != PLB_VIA_UNRESOLVED &&
           doc->mentions.at[mention].via != PLB_VIA_PRONOUN;
}

/* The first actor behind the trigger that it speaks of, if no role has one: "threatened to ban
 * voting in Jerusalem", and those coordinated with it. A walk over the subtree, in the order of the
 * text. */
static void last_resort(const plb_code_work *w, const plb_match_of_frame *m, plb_candidate *c)
{
    const plb_doc *doc = w->doc;
    int32_t carrier = w->arguments[m->token].carrier;
    int32_t top = carrier == PLB_NONE ? m->token : carrier, best = PLB_NONE;
    for (int32_t t = top;;) {
        const plb_token *token = plb_doc_token(doc, t);
        bool in = t == top || belongs(token);
        if (in && t > m->token && (best == PLB_NONE || t < best)) {
            int32_t mention = mention_of(doc, t);
            if (mention != PLB_NONE && is_new(doc, mention, &c->source)) best = t;
        }
        if (in && token->first_child != PLB_NONE) {
            t = token->first_child;
            continue;
        }
        while (t != top && plb_doc_token(doc, t)->next_sibling == PLB_NONE)
            t = plb_doc_token(doc, t)->head;
        if (t == top) break;
        t = plb_doc_token(doc, t)->next_sibling;
    }
    if (best == PLB_NONE) return;
    add_argument(w, m->rule, best, PLB_ARGUMENT_NEAR, 0, &c->target);
    PLB_EACH_CHILD(doc, best, other)
    if (plb_doc_token(doc, other)->deprel == PLB_DEP_CONJ && mention_of(doc, other) != PLB_NONE)
        add_argument(w, m->rule, other, PLB_ARGUMENT_NEAR, 0, &c->target);
}

void plb_fill_sides(const plb_code_work *w, const plb_match_of_frame *m, plb_candidate *c)
{
    plb_fill_side(w, m, m->rule->source[m->key->pos], &c->source);
    plb_fill_side(w, m, m->rule->target[m->key->pos], &c->target);
    take_away(w->doc, &c->target, &c->source);
    if (m->rule->symmetric && c->target.n == 0 && is_several(w->doc, &c->source))
        c->target = c->source;
    if (c->target.n == 0 && m->rule->resort) last_resort(w, m, c);
}

/* ---- candidates ---- */

void plb_candidate_code(const plb_code_work *w, plb_candidate *c, const plb_frame_line *line)
{
    const plb_frames *f = &w->coder->frame->frames;
    c->type = line->type;
    c->mode = line->mode.n ? plb_frames_str(f, line->mode) : (plb_str){ NULL, 0 };
    c->cameo = line->cameo.n ? plb_frames_str(f, line->cameo) : (plb_str){ NULL, 0 };
    c->n_context = 0;
    for (uint32_t i = 0; i < line->context.n; i++)
        c->context[c->n_context++] = plb_frames_str(f, f->word[line->context.first + i].text);
}

plb_candidate *plb_candidate_new(plb_code_work *w, const plb_match_of_frame *m,
                                 const plb_frame_line *line)
{
    plb_candidate *c = PLB_NEW(w->doc->arena, plb_candidate, 1);
    plb_candidate **kept = c ? PLB_PUSH(w->doc->arena, &w->candidates) : NULL;
    if (!kept) return NULL;
    *kept = c;
    c->match = *m;
    c->frame = plb_frames_str(&w->coder->frame->frames, m->rule->name);
    c->status = m->rule->status;
    c->measure = m->rule->measure;
    c->need = m->rule->need[m->key->pos];
    c->subject = PLB_NONE;
    plb_candidate_code(w, c, line);
    return c;
}

const plb_predicate *plb_candidate_predicate(const plb_code_work *w, const plb_candidate *c)
{
    if (!w->predicate) return NULL;
    int32_t carrier = w->arguments[c->match.token].carrier;
    int32_t predicate = w->predicate[carrier == PLB_NONE ? c->match.token : carrier];
    if (predicate == PLB_NONE) predicate = w->predicate[c->match.token];
    return predicate == PLB_NONE ? NULL : &w->doc->predicates.at[predicate];
}

static int32_t subject_of(const plb_code_work *w, int32_t token)
{
    int32_t subject = plb_argument_first(w, token, PLB_ROLE_SUBJ);
    return subject == PLB_NONE ? PLB_NONE : mention_of(w->doc, subject);
}

plb_status plb_code_frames(plb_code_work *w, plb_error *err)
{
    plb_doc *doc = w->doc;
    const plb_frames *f = &w->coder->frame->frames;
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        if (s->line != PLB_LINE_TEXT && s->line != PLB_LINE_HEADLINE) continue;
        for (int32_t t = s->first_token; t < s->first_token + s->n_tokens; t++) {
            plb_match_of_frame m;
            if (!plb_match_rules(w, t, PLB_RULE_FRAME, &m, 1)) continue;
            plb_candidate *c = plb_candidate_new(w, &m, &f->line[m.rule->lines.first]);
            if (!c) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its limit of memory");
            plb_fill_sides(w, &m, c);
            c->subject = subject_of(w, t);
        }
    }
    return PLB_OK;
}
