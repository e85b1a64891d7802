/* ground: a sentence cut into units: what the lexicon knows (the longest reading from left to
 * right), runs of unknown names, single words. */
#include "ground/actor_internal.h"

enum { MAX_ROLE_BYTES = 64 };

static bool is_function_word(uint8_t upos)
{
    switch (upos) {
    case PLB_UPOS_NOUN:
    case PLB_UPOS_PROPN:
    case PLB_UPOS_ADJ:
    case PLB_UPOS_NUM:
    case PLB_UPOS_X:
        return false;
    default:
        return true;
    }
}

static bool starts_upper(const plb_token *t)
{
    unsigned char c = t->form.n ? (unsigned char)t->form.p[0] : 0;
    return (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c < 0xE0); /* É, Ö, Š, Ž … of UTF-8 */
}

/* Whether the capital says that it is a name: not at the start of a sentence, not where all is
 * capitals. */
static bool is_capitalised(const plb_actor_work *w, int32_t t)
{
    const plb_token *token = plb_work_token(w, t);
    if (token->flags & PLB_TOKEN_CAPS || !starts_upper(token)) return false;
    return t > w->begin && w->doc->tokens.at[t - 1].upos != PLB_UPOS_PUNCT;
}

static bool is_nominal_relation(uint8_t deprel)
{
    switch (plb_deprel_universal(deprel)) {
    case PLB_DEP_NSUBJ:
    case PLB_DEP_OBJ:
    case PLB_DEP_IOBJ:
    case PLB_DEP_OBL:
    case PLB_DEP_NMOD:
    case PLB_DEP_APPOS:
    case PLB_DEP_COMPOUND:
    case PLB_DEP_FLAT:
        return true;
    default:
        return false;
    }
}

/* At the start of a sentence a capital says nothing ("Brown bears", "Rice fell"): a person's name
 * must be tagged as one, or be what no word before a verb is taken for. */
static bool is_person_word(const plb_actor_work *w, int32_t t)
{
    const plb_token *token = plb_work_token(w, t);
    if (token->upos == PLB_UPOS_PROPN || token->xpos == PLB_XPOS_NNP) return true;
    if (!is_function_word(token->upos) || !starts_upper(token) || t + 1 >= w->end) return false;
    uint8_t next = plb_work_token(w, t + 1)->upos;
    return next == PLB_UPOS_VERB || next == PLB_UPOS_AUX;
}

/* Whether a reading of the lexicon can be meant here. */
static bool fits(const plb_actor_work *w, int32_t t, const plb_match *m, const plb_entry *e)
{
    int32_t last = t + m->n_tokens - 1;
    const plb_token *token = plb_work_token(w, last);
    if (e->kind == PLB_ENTRY_ROLE) {
        if (token->upos == PLB_UPOS_NOUN || token->upos == PLB_UPOS_PROPN) return true;
        return token->upos == PLB_UPOS_ADJ ? is_nominal_relation(token->deprel)
                                           : token->xpos == PLB_XPOS_NNS || is_capitalised(w, last);
    }
    if (m->n_tokens > 1) return true;
    if (w->dated[t]) return false;
    if (e->kind == PLB_ENTRY_ACTOR && e->actor_kind == PLB_KIND_PERSON && !is_capitalised(w, t) &&
        !(token->flags & PLB_TOKEN_CAPS))
        return is_person_word(w, t);
    if (!is_function_word(token->upos) || is_capitalised(w, t)) return true;
    bool country = e->kind == PLB_ENTRY_COUNTRY || e->kind == PLB_ENTRY_ADJECTIVE ||
                   e->kind == PLB_ENTRY_DEMONYM;
    return country && starts_upper(token) && !(token->flags & PLB_TOKEN_CAPS);
}

/* The order in which kinds of readings of one length are preferred. */
static int rank_of_kind(uint8_t kind)
{
    static const uint8_t RANK[] = {
        [PLB_ENTRY_COUNTRY] = 0, [PLB_ENTRY_ADJECTIVE] = 1, [PLB_ENTRY_DEMONYM] = 2,
        [PLB_ENTRY_ACTOR] = 3,   [PLB_ENTRY_PLACE] = 4,     [PLB_ENTRY_ROLE] = 5,
    };
    return RANK[kind];
}

static plb_unit_kind unit_of_entry(uint8_t kind)
{
    static const uint8_t UNIT[] = {
        [PLB_ENTRY_COUNTRY] = PLB_UNIT_COUNTRY, [PLB_ENTRY_ADJECTIVE] = PLB_UNIT_ADJECTIVE,
        [PLB_ENTRY_DEMONYM] = PLB_UNIT_DEMONYM, [PLB_ENTRY_ACTOR] = PLB_UNIT_ACTOR,
        [PLB_ENTRY_ROLE] = PLB_UNIT_ROLE,       [PLB_ENTRY_PLACE] = PLB_UNIT_PLACE,
    };
    return (plb_unit_kind)UNIT[kind];
}

/* A name may be both a country's and a smaller place's; the passes before have looked at places. */
static bool is_smaller_place(const plb_actor_work *w, int32_t t)
{
    int32_t place = w->place_of[t];
    if (place == PLB_NONE) return false;
    uint8_t precision = w->doc->mentions.at[place].place.precision;
    return precision != PLB_PRECISION_COUNTRY && precision != PLB_PRECISION_REGION &&
           precision != PLB_PRECISION_NONE;
}

/* "Deputy Secretary [of Energy]": where the lexicon knows the role the other way round ("energy
 * secretary"), the words behind "of" belong to it. */
static void extend_role(const plb_actor_work *w, plb_unit *u)
{
    char words[MAX_ROLE_BYTES];
    int32_t of = u->last + 1, noun = of + 1;
    if (noun >= w->end || u->actor_kind != PLB_KIND_PERSON) return;
    if (!plb_ground_form_in(w->s, w->s->g->belonging, of, NULL)) return;
    plb_str what = w->s->lower[noun], role = w->s->lower[u->last];
    if (what.n + role.n + 1 > sizeof words) return;
    memcpy(words, what.p, what.n);
    words[what.n] = ' ';
    memcpy(words + what.n + 1, role.p, role.n);
    plb_match m;
    plb_str turned = { words, what.n + 1 + role.n };
    if (plb_lexicon_lookup_text(w->s->lex, turned, &m, 1) == 0) return;
    if (plb_lexicon_entry(w->s->lex, m.entry).kind != PLB_ENTRY_ROLE) return;
    u->last = noun;
    u->entry = m.entry;
    u->n_match = 0;
}

/* "the [West Bank]", not "[the West] Bank": behind an article something longer begins. */
static bool reaches_further(const plb_actor_work *w, int32_t t, int32_t end)
{
    if (t >= w->end || plb_work_token(w, t - 1)->upos != PLB_UPOS_DET) return false;
    uint32_t first = w->s->first_match[t];
    return first < w->s->first_match[t + 1] && t + w->s->match[first].n_tokens > end;
}

/* The best reading at t; false where there is none. */
static bool read_lexicon(plb_actor_work *w, int32_t t, plb_unit *u)
{
    const plb_grounding *s = w->s;
    uint32_t i = s->first_match[t], end = s->first_match[t + 1];
    while (i < end) {
        int32_t length = s->match[i].n_tokens;
        uint32_t from = i, best = PLB_NO_ENTRY;
        int best_rank = 99;
        bool place = false;
        for (; i < end && s->match[i].n_tokens == length; i++) {
            plb_entry e = plb_lexicon_entry(s->lex, s->match[i].entry);
            if (t + length > w->end || !fits(w, t, &s->match[i], &e)) continue;
            if (e.kind == PLB_ENTRY_PLACE && w->place_of[t] == PLB_NONE && !e.metonym) continue;
            place |= e.kind == PLB_ENTRY_PLACE;
            int rank = rank_of_kind(e.kind);
            if (rank < best_rank) best_rank = rank, best = i;
        }
        if (best == PLB_NO_ENTRY || reaches_further(w, t + 1, t + length)) continue;
        plb_entry e = plb_lexicon_entry(s->lex, s->match[best].entry);
        *u = (plb_unit){ .first = t,
                         .last = t + length - 1,
                         .match = from,
                         .n_match = i - from,
                         .entry = s->match[best].entry,
                         .kind = (uint8_t)unit_of_entry(e.kind),
                         .actor_kind = e.actor_kind,
                         .plural = s->match[best].plural };
        if (e.kind == PLB_ENTRY_COUNTRY && (e.metonym || (place && is_smaller_place(w, t))))
            u->kind = PLB_UNIT_PLACE;
        if (e.kind == PLB_ENTRY_ROLE) extend_role(w, u);
        return true;
    }
    return false;
}

/* "ex-president": a role behind a word that ends offices, in one token. */
static bool read_former(plb_actor_work *w, int32_t t, plb_unit *u)
{
    plb_str form = w->s->lower[t];
    const char *dash = form.n ? memchr(form.p, '-', form.n) : NULL;
    if (!dash) return false;
    plb_str before = { form.p, (size_t)(dash - form.p) };
    plb_str rest = plb_str_slice(form, before.n + 1, form.n);
    plb_class former = w->s->g->former;
    if (former < 0 || !plb_lexicon_word(w->s->lex, former, before, NULL)) return false;
    plb_match m;
    if (plb_lexicon_lookup_text(w->s->lex, rest, &m, 1) == 0) return false;
    plb_entry e = plb_lexicon_entry(w->s->lex, m.entry);
    if (e.kind != PLB_ENTRY_ROLE) return false;
    *u = (plb_unit){ .first = t,
                     .last = t,
                     .entry = m.entry,
                     .kind = PLB_UNIT_ROLE,
                     .actor_kind = e.actor_kind,
                     .plural = m.plural,
                     .former = true };
    return true;
}

/* "head of the mission", "his Polish counterpart": words that mean nothing without whom they belong
 * to, or whom they face. */
static bool read_generic(const plb_actor_work *w, int32_t t, plb_unit *u)
{
    const plb_token *token = plb_work_token(w, t);
    if (token->upos != PLB_UPOS_NOUN && token->upos != PLB_UPOS_PROPN) return false;
    if (!plb_ground_lemma_in(w->s, w->s->g->generic_role, t, NULL) &&
        !plb_ground_lemma_in(w->s, w->s->g->outsider_role, t, NULL))
        return false;
    *u = (plb_unit){ .first = t,
                     .last = t,
                     .entry = PLB_NO_ENTRY,
                     .kind = PLB_UNIT_ROLE,
                     .actor_kind = PLB_KIND_PERSON,
                     .plural = token->xpos == PLB_XPOS_NNS };
    return true;
}

static bool is_name_word(const plb_actor_work *w, int32_t t)
{
    const plb_token *token = plb_work_token(w, t);
    char last = token->form.n ? token->form.p[token->form.n - 1] : '$';
    if (w->dated[t] || last == '$' || (last >= '0' && last <= '9')) return false;
    if (plb_ground_form_in(w->s, w->s->g->honorific, t, NULL)) return false;
    bool proper = token->upos == PLB_UPOS_PROPN || token->xpos == PLB_XPOS_NNP;
    if (proper) return starts_upper(token) || token->flags & PLB_TOKEN_CAPS;
    return (token->upos == PLB_UPOS_X || token->deprel == PLB_DEP_FLAT) && is_capitalised(w, t);
}

bool plb_work_is_hyphen(const plb_actor_work *w, int32_t t)
{
    const plb_token *token = plb_work_token(w, t);
    return t > w->begin && token->upos == PLB_UPOS_PUNCT && token->flags & PLB_TOKEN_NO_SPACE &&
           plb_work_token(w, t - 1)->flags & PLB_TOKEN_NO_SPACE && token->form.n <= 3 &&
           (token->form.p[0] == '-' || (unsigned char)token->form.p[0] == 0xE2);
}

static bool known_at(const plb_actor_work *w, int32_t t)
{
    plb_unit u;
    return t < w->end && read_lexicon((plb_actor_work *)w, t, &u);
}

/* The token behind what may join two parts of a name: "al - Zarqawi", "bin Salman", "Front of …".
 */
static int32_t behind_joint(const plb_actor_work *w, int32_t last)
{
    int32_t t = last + 1;
    plb_str value;
    for (; t < w->end && t <= last + 3; t++) {
        if (plb_work_is_hyphen(w, t)) continue;
        if (!plb_ground_form_in(w->s, w->s->g->name_particle, t, &value)) break;
        if (value.n && !plb_ground_form_in(w->s, w->s->g->organisation_noun, last, NULL)) break;
    }
    return t;
}

/* A particle of persons' names: what follows belongs to the name, known or not. */
static bool is_small_word(const plb_actor_work *w, int32_t t)
{
    plb_str value;
    return plb_ground_form_in(w->s, w->s->g->name_particle, t, &value) && value.n == 0;
}

/* The last token of a run of unknown names from t, or t - 1 where there is none. */
static int32_t name_run(const plb_actor_work *w, int32_t t)
{
    if (!is_name_word(w, t)) return t - 1;
    int32_t last = t;
    for (;;) {
        int32_t next = behind_joint(w, last);
        if (next >= w->end || !is_name_word(w, next)) return last;
        bool joined = next > last + 1 && plb_work_is_hyphen(w, next - 1);
        if (!joined && !is_small_word(w, next - 1) && known_at(w, next)) return last;
        last = next;
    }
}

bool plb_unit_in(const plb_actor_work *w, const plb_unit *u, plb_class cls, plb_str *value)
{
    for (int32_t t = u->first; t <= u->last; t++)
        if (plb_ground_form_in(w->s, cls, t, value) || plb_ground_lemma_in(w->s, cls, t, value))
            return true;
    return false;
}

static bool is_acronym(plb_str s)
{
    size_t upper = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] >= 'A' && s.p[i] <= 'Z')
            upper++;
        else if (s.p[i] != '.' && s.p[i] != '-' && s.p[i] != '/')
            return false;
    }
    return upper >= 2;
}

static uint8_t kind_of_name(const plb_actor_work *w, const plb_unit *u)
{
    if (plb_unit_in(w, u, w->s->g->organisation_noun, NULL)) return PLB_KIND_ORGANISATION;
    const plb_token *t = plb_work_token(w, u->first);
    if (u->first == u->last && is_acronym(t->form) && !(t->flags & PLB_TOKEN_CAPS))
        return PLB_KIND_ORGANISATION;
    if (plb_ground_form_in(w->s, w->s->g->given_name, u->first, NULL)) return PLB_KIND_PERSON;
    return PLB_KIND_UNKNOWN;
}

static bool begins_with_word(plb_str name, plb_str word)
{
    return plb_str_starts(name, word) && (name.n == word.n || name.p[word.n] == ' ');
}

/* "Sara Netanyahu", "Michael Jordan": an unknown name around a single word that the lexicon knows
 * for somebody else. False where the word is meant: "Barack H. Obama". */
static bool names_another(const plb_actor_work *w, const plb_unit *before, const plb_unit *u)
{
    if (u->first != u->last || !plb_unit_is(before, PLB_UNIT_NAME)) return false;
    if (u->kind == PLB_UNIT_ACTOR && u->actor_kind == PLB_KIND_PERSON) {
        plb_entry e = plb_lexicon_entry(w->s->lex, u->entry);
        return !begins_with_word(e.name, plb_work_token(w, before->first)->form);
    }
    if (u->kind != PLB_UNIT_COUNTRY && u->kind != PLB_UNIT_PLACE) return false;
    return plb_work_token(w, u->first)->deprel == PLB_DEP_FLAT &&
           plb_ground_form_in(w->s, w->s->g->given_name, before->last, NULL);
}

/* "Israel Katz", "Chad Smith": the tree makes the country's name the first part of a longer one. */
static bool begins_name(const plb_actor_work *w, const plb_unit *u, const plb_unit *after)
{
    if (u->first != u->last || (u->kind != PLB_UNIT_COUNTRY && u->kind != PLB_UNIT_PLACE))
        return false;
    const plb_token *next = plb_work_token(w, after->first);
    return plb_unit_is(after, PLB_UNIT_NAME) && after->first == after->last &&
           next->deprel == PLB_DEP_FLAT && next->head == u->first;
}

static bool has_word(plb_str name, plb_str word)
{
    for (plb_str piece; plb_str_split(&name, ' ', &piece);)
        if (plb_str_eq(piece, word)) return true;
    return false;
}

int32_t plb_unit_name(const plb_actor_work *w, const plb_unit *u, const plb_entry *e)
{
    int32_t t = u->first;
    while (t < u->last && !has_word(e->name, plb_work_token(w, t)->form)) t++;
    return t;
}

/* "President Ahmed Ben Bella": a word that the lexicon knows for somebody, then more of a name. */
static bool begins_other(const plb_actor_work *w, const plb_unit *u, const plb_unit *after)
{
    if (u->kind != PLB_UNIT_ACTOR || u->actor_kind != PLB_KIND_PERSON) return false;
    plb_entry e = plb_lexicon_entry(w->s->lex, u->entry);
    return plb_unit_name(w, u, &e) == u->last && after->kind == PLB_UNIT_NAME &&
           after->actor_kind != PLB_KIND_ORGANISATION &&
           plb_work_token(w, after->first)->deprel == PLB_DEP_FLAT;
}

/* The last two units become one unknown name; a title before it becomes a unit of its own. */
static void join_other(plb_actor_work *w)
{
    plb_unit u = w->unit[w->n_units - 2], after = w->unit[w->n_units - 1];
    int32_t end = w->end;
    w->n_units -= 2;
    w->end = u.last;
    for (int32_t t = u.first; t < u.last; t = w->unit[w->n_units - 1].last + 1)
        if (!read_lexicon(w, t, &w->unit[w->n_units++]))
            w->unit[w->n_units - 1] = (plb_unit){ .first = t, .last = t, .kind = PLB_UNIT_WORD };
    w->end = end;
    w->unit[w->n_units++] = (plb_unit){
        .first = u.last, .last = after.last, .kind = PLB_UNIT_NAME, .actor_kind = PLB_KIND_PERSON
    };
}

/* A name that was cut where the lexicon knows a word of it. */
static bool continues_name(const plb_actor_work *w, const plb_unit *before, const plb_unit *u)
{
    if (!plb_unit_is(before, PLB_UNIT_NAME) || !plb_unit_is(u, PLB_UNIT_NAME)) return false;
    const plb_token *t = plb_work_token(w, u->first);
    return before->actor_kind == PLB_KIND_PERSON && u->first == before->last + 1 &&
           (t->deprel == PLB_DEP_FLAT || t->deprel == PLB_DEP_COMPOUND);
}

/* Joins the last two units where they are one name. */
static void join_names(plb_actor_work *w)
{
    if (w->n_units < 2) return;
    plb_unit *before = &w->unit[w->n_units - 2], *u = before + 1;
    if (begins_other(w, before, u)) {
        join_other(w);
    } else if (begins_name(w, before, u)) {
        before->last = u->last;
        before->kind = PLB_UNIT_NAME;
        before->n_match = 0;
        before->actor_kind = PLB_KIND_PERSON;
        w->n_units--;
    } else if (names_another(w, before, u) || continues_name(w, before, u)) {
        before->last = u->last;
        if (before->actor_kind == PLB_KIND_UNKNOWN) before->actor_kind = PLB_KIND_PERSON;
        w->n_units--;
    } else if (before->kind == PLB_UNIT_NAME && u->kind == PLB_UNIT_ACTOR &&
               u->actor_kind == PLB_KIND_PERSON && u->first == u->last) {
        u->first = before->first;
        *before = *u;
        w->n_units--;
    }
}

/* "Iran-backed": value "of" in the class keeps it ("Saudi-led" is Saudi). */
static void mark_aside(plb_actor_work *w, int32_t unit)
{
    plb_unit *u = &w->unit[unit];
    int32_t t = u->last + 1;
    if (t + 1 >= w->end || !plb_work_is_hyphen(w, t)) return;
    plb_str value;
    if (plb_ground_form_in(w->s, w->s->g->aside, t + 1, &value)) u->aside = value.n == 0;
}

/* "rebel leader", "military officials": an adjective that is a role before an actor is read as one.
 */
static void promote_adjectives(plb_actor_work *w)
{
    for (int32_t i = w->n_units - 2; i >= 0; i--) {
        plb_unit *u = &w->unit[i];
        const plb_unit *next = u + 1;
        bool actor = next->kind == PLB_UNIT_ROLE || next->kind == PLB_UNIT_NAME;
        /* "a US national": nothing follows that it could describe */
        uint8_t after = plb_work_token(w, next->first)->upos;
        bool last = after == PLB_UPOS_VERB || after == PLB_UPOS_AUX || after == PLB_UPOS_PUNCT ||
                    after == PLB_UPOS_ADP || after == PLB_UPOS_CCONJ;
        if (last && i > 0)
            actor |= u[-1].kind == PLB_UNIT_COUNTRY || u[-1].kind == PLB_UNIT_ADJECTIVE;
        if (u->kind != PLB_UNIT_WORD || !actor) continue;
        if (plb_work_token(w, u->first)->upos != PLB_UPOS_ADJ) continue;
        for (uint32_t k = w->s->first_match[u->first]; k < w->s->first_match[u->first + 1]; k++) {
            const plb_match *m = &w->s->match[k];
            plb_entry e = plb_lexicon_entry(w->s->lex, m->entry);
            if (m->n_tokens != 1 || e.kind != PLB_ENTRY_ROLE) continue;
            u->kind = PLB_UNIT_ROLE;
            u->actor_kind = e.actor_kind;
            u->entry = m->entry;
            break;
        }
    }
}

void plb_actor_units(plb_actor_work *w)
{
    w->n_units = 0;
    for (int32_t t = w->begin; t < w->end;) {
        plb_unit *u = &w->unit[w->n_units++];
        if (!read_lexicon(w, t, u) && !read_former(w, t, u) && !read_generic(w, t, u)) {
            int32_t last = name_run(w, t);
            if (last >= t) {
                *u = (plb_unit){ .first = t, .last = last, .kind = PLB_UNIT_NAME };
                u->actor_kind = kind_of_name(w, u);
            } else {
                *u = (plb_unit){ .first = t, .last = t, .kind = PLB_UNIT_WORD };
                if (w->dated[t]) u->kind = PLB_UNIT_DATE;
            }
        }
        t = u->last + 1;
        join_names(w);
    }
    promote_adjectives(w);
    for (int32_t i = 0; i < w->n_units; i++)
        if (w->unit[i].kind != PLB_UNIT_WORD) mark_aside(w, i);
}
