/* ground: which names are places. A name that the lexicon has is one unless its company says
 * otherwise: it is a part of a longer name ("Boston Globe", "Michael Jordan"), a title stands
 * before it, or it is also a person's name or a word and nothing locative stands beside it. A name
 * that the lexicon lacks is one where a noun ("the village of X", "X district"), a preposition of
 * place ("in X", "near X") or a known place behind a comma ("to X, Y") says so. */
#include "ground/place_internal.h"

enum { MAX_NAME = 5, MAX_SURNAMES = 64 };

/* What speaks for a place. */
typedef enum {
    EVIDENCE_NONE,
    EVIDENCE_WEAK,
    EVIDENCE_WAY,
    EVIDENCE_PLACE,
    EVIDENCE_STRONG
} evidence;

static const plb_token *token(const plb_grounding *s, int32_t t)
{
    return plb_doc_token(s->doc, t);
}

static bool is_mark(const plb_grounding *s, int32_t t, char mark)
{
    return token(s, t)->form.n == 1 && token(s, t)->form.p[0] == mark;
}

static bool is_capital(const plb_grounding *s, int32_t t)
{
    unsigned char c = (unsigned char)token(s, t)->form.p[0];
    return (c >= 'A' && c <= 'Z') || (c >= 0xc3 && token(s, t)->upos == PLB_UPOS_PROPN);
}

static bool in(const plb_grounding *s, plb_class cls, int32_t t)
{
    return plb_ground_form_in(s, cls, t, NULL);
}

static bool is_date(const plb_grounding *s, int32_t t)
{
    return plb_ground_form_in(s, s->g->date_word, t, NULL);
}

static bool is_hyphen(const plb_grounding *s, int32_t t)
{
    return is_mark(s, t, '-');
}

/* ---- the words beside a name
 * ------------------------------------------------------------------------ */

typedef struct {
    int32_t begin, end; /* of the sentence */
} bounds;

static bounds bounds_of(const plb_grounding *s, int32_t t)
{
    const plb_sentence *at = &s->doc->sentences.at[token(s, t)->sentence];
    return (bounds){ at->first_token, at->first_token + at->n_tokens };
}

static uint8_t precision_of(plb_str name)
{
    for (uint8_t i = PLB_PRECISION_POINT; i <= PLB_PRECISION_COUNTRY; i++)
        if (plb_str_eq(name, plb_precision_name((plb_precision)i))) return i;
    return PLB_PRECISION_NONE;
}

static uint8_t place_noun(const plb_grounding *s, int32_t t)
{
    plb_str value;
    uint8_t upos = token(s, t)->upos;
    if (upos != PLB_UPOS_NOUN && upos != PLB_UPOS_PROPN) return PLB_PRECISION_NONE;
    if (!plb_ground_lemma_in(s, s->g->place_noun, t, &value) &&
        !plb_ground_form_in(s, s->g->place_noun, t, &value))
        return PLB_PRECISION_NONE;
    return precision_of(value);
}

static evidence preposition(const plb_grounding *s, int32_t t)
{
    plb_str value;
    if (!plb_ground_form_in(s, s->g->place_preposition, t, &value)) return EVIDENCE_NONE;
    if (plb_str_is(value, "strong")) return EVIDENCE_STRONG;
    if (plb_str_is(value, "place")) return EVIDENCE_PLACE;
    return plb_str_is(value, "way") ? EVIDENCE_WAY : EVIDENCE_WEAK;
}

/* What stands before a name, over "the", compass words, adjectives and a noun of place with its
 * "of": its precision, its compass word, the preposition. */
static evidence before(const plb_grounding *s, int32_t first, plb_found_place *f)
{
    bounds b = bounds_of(s, first);
    int32_t t = first - 1;
    plb_str value;
    f->compass = PLB_NONE;
    if (t >= b.begin && plb_ground_form_in(s, s->g->compass, t, &value)) {
        if (plb_str_is(value, "part")) f->compass = t;
        t--;
        if (t > b.begin && is_hyphen(s, t) && in(s, s->g->compass, t - 1)) {
            if (f->compass != PLB_NONE) f->compass = t - 1;
            t -= 2;
        }
    }
    bool noun = false;
    if (t > b.begin && preposition(s, t) == EVIDENCE_WEAK && place_noun(s, t - 1)) {
        f->precision = place_noun(s, t - 1); /* "the village of X" */
        noun = true;
        t -= 2;
    } else if (t >= b.begin && place_noun(s, t) && token(s, t)->upos == PLB_UPOS_NOUN) {
        f->precision = place_noun(s, t); /* "the village X" */
        noun = true;
        t--;
    }
    if (noun) return EVIDENCE_STRONG;
    while (t >= b.begin && (token(s, t)->upos == PLB_UPOS_DET || in(s, s->g->compass, t))) t--;
    return t >= b.begin ? preposition(s, t) : EVIDENCE_NONE;
}

/* "Wright County" is no town of Wright: with a name's noun only the readings of its kind are left.
 */
static void keep_fitting(const plb_grounding *s, plb_found_place *f, uint8_t precision)
{
    uint8_t kept = 0;
    for (int i = 0; i < f->n_readings; i++) {
        plb_entry e = plb_lexicon_entry(s->lex, f->reading[i]);
        if (plb_precision_fits(precision, e.precision)) f->reading[kept++] = f->reading[i];
    }
    f->n_readings = kept;
}

/* "X province": with a capital the noun is a part of the name. */
static evidence behind(const plb_grounding *s, plb_found_place *f)
{
    bounds b = bounds_of(s, f->first);
    int32_t t = f->last + 1;
    if (t >= b.end) return EVIDENCE_NONE;
    if (is_hyphen(s, t) && t + 1 < b.end && in(s, s->g->place_based, t + 1)) return EVIDENCE_STRONG;
    uint8_t precision = place_noun(s, t);
    if (!precision) return EVIDENCE_NONE;
    bool capital = is_capital(s, t) && !(token(s, t)->flags & PLB_TOKEN_CAPS);
    f->precision = precision;
    if (capital) {
        f->last = t;
        keep_fitting(s, f, precision);
    }
    return precision == PLB_PRECISION_POINT ? EVIDENCE_WEAK : EVIDENCE_STRONG;
}

/* Whether a role, a nationality or a place ends before `t`: such a word is no given name. */
static bool ends_known(const plb_grounding *s, int32_t t, int32_t begin)
{
    for (int32_t from = t; from >= begin && from > t - MAX_NAME; from--) {
        for (uint32_t m = s->first_match[from]; m < s->first_match[from + 1]; m++) {
            if (from + s->match[m].n_tokens != t + 1) continue;
            uint8_t kind = plb_lexicon_entry(s->lex, s->match[m].entry).kind;
            if (kind == PLB_ENTRY_ROLE || kind == PLB_ENTRY_ADJECTIVE ||
                kind == PLB_ENTRY_DEMONYM || kind == PLB_ENTRY_COUNTRY)
                return true;
        }
    }
    return false;
}

/* Whether a title or a given name stands before the name: "Michael Jordan". */
static bool is_surname(const plb_grounding *s, const plb_found_place *f)
{
    bounds b = bounds_of(s, f->first);
    int32_t p = f->first - 1;
    if (p < b.begin || (token(s, f->first)->flags & PLB_TOKEN_CAPS)) return false;
    if (in(s, s->g->place_title, p)) return true;
    bool name = token(s, p)->upos == PLB_UPOS_PROPN && is_capital(s, p) &&
                !in(s, s->g->compass, p) && !place_noun(s, p) && !is_date(s, p);
    bool joined = token(s, f->last)->head == p || token(s, p)->head == f->last ||
                  token(s, p)->head == token(s, f->last)->head;
    return name && joined && !ends_known(s, p, b.begin);
}

/* Whether a surname follows: "Michael Adams". Only names that are persons' too are asked. */
static bool is_given_name(const plb_grounding *s, const plb_found_place *f)
{
    int32_t n = f->last + 1;
    if (n >= bounds_of(s, f->first).end || (token(s, n)->flags & PLB_TOKEN_CAPS)) return false;
    bool name = token(s, n)->upos == PLB_UPOS_PROPN && is_capital(s, n) && !place_noun(s, n) &&
                !is_date(s, n);
    bool joined = token(s, f->last)->head == n || token(s, n)->head == f->last ||
                  token(s, n)->head == token(s, f->last)->head;
    return name && joined && s->first_match[n] == s->first_match[n + 1];
}

/* Whether a capitalised word that touches the name makes it a part of another name. */
static bool is_within_name(const plb_grounding *s, const plb_found_place *f)
{
    bounds b = bounds_of(s, f->first);
    int32_t n = f->last + 1;
    bool caps = (token(s, f->first)->flags & PLB_TOKEN_CAPS) != 0;
    if (is_surname(s, f)) return true;
    if (n < b.end && !caps && is_capital(s, n) &&
        plb_ground_lemma_in(s, s->g->place_company, n, NULL))
        return true;
    if (n < b.end && in(s, s->g->place_company, n) && is_capital(s, n) && !caps) return true;
    return false;
}

/* ---- names that the lexicon has
 * --------------------------------------------------------------------- */

static bool is_place_kind(uint8_t kind)
{
    return kind == PLB_ENTRY_COUNTRY || kind == PLB_ENTRY_PLACE;
}

/* Parts of states are in the list of countries as actors, and in that of places with a point: the
 * latter. */
static void drop_parts(const plb_grounding *s, plb_found_place *f)
{
    bool place = false;
    for (int i = 0; i < f->n_readings; i++) {
        plb_entry e = plb_lexicon_entry(s->lex, f->reading[i]);
        place |= e.kind == PLB_ENTRY_PLACE && e.precision >= PLB_PRECISION_ADMIN1;
    }
    uint8_t kept = 0;
    for (int i = 0; i < f->n_readings; i++) {
        plb_entry e = plb_lexicon_entry(s->lex, f->reading[i]);
        bool part = e.kind == PLB_ENTRY_COUNTRY && !plb_is_state(&e);
        if (!place || !part) f->reading[kept++] = f->reading[i];
    }
    f->n_readings = kept;
}

/* The tokens that a name of something else takes at `t`: those before a longer name of a place that
 * begins within it ("the West" in "the West Bank"). */
static int32_t before_overlap(const plb_grounding *s, int32_t t, int32_t n)
{
    for (int32_t i = 1; i < n; i++)
        for (uint32_t m = s->first_match[t + i]; m < s->first_match[t + i + 1]; m++)
            if (i + s->match[m].n_tokens > n &&
                is_place_kind(plb_lexicon_entry(s->lex, s->match[m].entry).kind))
                return i;
    return n;
}

/* The longest readings at `t` that are places, into `f`; false where there are none or a longer
 * name of something else covers them (*past is then behind it). */
static bool read_known(const plb_grounding *s, int32_t t, plb_found_place *f, int32_t *past)
{
    int32_t longest = 0, other = 0, people = 0;
    bool state = false;
    f->n_readings = 0;
    for (uint32_t m = s->first_match[t]; m < s->first_match[t + 1]; m++) {
        const plb_match *match = &s->match[m];
        plb_entry e = plb_lexicon_entry(s->lex, match->entry);
        if (!is_place_kind(e.kind)) {
            bool name = e.kind == PLB_ENTRY_ACTOR && match->n_tokens > other;
            if (name) other = match->n_tokens;
            bool of_people = e.kind == PLB_ENTRY_ADJECTIVE || e.kind == PLB_ENTRY_DEMONYM;
            if (of_people && match->n_tokens > people) people = match->n_tokens;
            continue;
        }
        if (longest && match->n_tokens < longest) continue;
        longest = match->n_tokens;
        state |= e.kind == PLB_ENTRY_COUNTRY;
        /* A capital that stands for its government is no place by that reading. */
        if (e.kind == PLB_ENTRY_COUNTRY && e.metonym) continue;
        if (f->n_readings < PLB_MAX_READINGS) f->reading[f->n_readings++] = match->entry;
    }
    drop_parts(s, f);
    *past = t + (other > longest ? before_overlap(s, t, other) : longest ? longest : 1);
    if (!f->n_readings || other > longest || (people >= longest && !state)) return false;
    f->first = t;
    f->last = t + longest - 1;
    return true;
}

/* Whether the report has the name as a person's surname somewhere. */
static bool is_person(const plb_places *p, const plb_found_place *f)
{
    if (f->first != f->last) return false;
    for (uint32_t i = 0; i < p->surnames.n; i++)
        if (plb_str_eq(p->s->lower[p->surnames.at[i]], p->s->lower[f->first])) return true;
    return false;
}

static bool is_doubtful(const plb_grounding *s, const plb_found_place *f)
{
    return s->g->place_doubtful >= 0 &&
           plb_lexicon_phrase(s->lex, s->g->place_doubtful, PLB_MATCH_FORM, s->doc, f->first,
                              f->last + 1, NULL) == f->last - f->first + 1;
}

static bool has_country(const plb_grounding *s, const plb_found_place *f)
{
    for (int i = 0; i < f->n_readings; i++)
        if (plb_lexicon_entry(s->lex, f->reading[i]).kind == PLB_ENTRY_COUNTRY) return true;
    return false;
}

/* "X and Y" */
static bool follows_and(const plb_places *p, int32_t first)
{
    if (!p->found.n) return false;
    const plb_found_place *last = &p->found.at[p->found.n - 1];
    return last->last == first - 2 && token(p->s, first - 1)->upos == PLB_UPOS_CCONJ;
}

/* "X, Y": a name that follows a comma is the place that holds it, or the next of a list. */
static bool follows_place(const plb_places *p, int32_t first)
{
    if (!p->found.n) return false;
    const plb_found_place *last = &p->found.at[p->found.n - 1];
    return last->last == first - 2 && is_mark(p->s, first - 1, ',') &&
           token(p->s, last->last)->sentence == token(p->s, first)->sentence;
}

/* Whether a known place stands behind the comma behind the name. */
static bool before_known(const plb_grounding *s, const plb_found_place *f)
{
    int32_t comma = f->last + 1, end = bounds_of(s, f->first).end, past;
    plb_found_place next;
    return comma + 1 < end && is_mark(s, comma, ',') && read_known(s, comma + 1, &next, &past) &&
           !is_doubtful(s, &next);
}

/* The object of a verb that takes places: "captured X", "entered X". */
static bool is_reached(const plb_grounding *s, const plb_found_place *f)
{
    const plb_token *head = token(s, plb_ground_head(s->doc, f->first, f->last));
    return head->deprel == PLB_DEP_OBJ && head->head != PLB_NONE &&
           plb_ground_lemma_in(s, s->g->place_verb, head->head, NULL);
}

static bool accept_known(const plb_places *p, plb_found_place *f)
{
    const plb_grounding *s = p->s;
    evidence e = before(s, f->first, f), after = behind(s, f);
    if (after > e) e = after;
    bool list = follows_place(p, f->first) || before_known(s, f) || follows_and(p, f->first) ||
                is_reached(s, f);
    bool doubtful = is_doubtful(s, f),
         surname = doubtful && (is_person(p, f) || is_given_name(s, f));
    bool sure = e >= (doubtful ? EVIDENCE_PLACE : EVIDENCE_WAY) || list;
    f->certainty = e >= EVIDENCE_PLACE ? 1.0F : sure ? 0.9F : 0.7F;
    if (f->dateline) return true;
    if (f->n_readings == 0) return e == EVIDENCE_STRONG;
    if (e != EVIDENCE_STRONG && (surname || is_within_name(s, f))) return false;
    uint8_t upos = token(s, f->last)->upos;
    bool named = upos == PLB_UPOS_PROPN || upos == PLB_UPOS_NOUN || upos == PLB_UPOS_X;
    if (has_country(s, f)) return named || sure;
    if (doubtful) return sure && named;
    return named || sure;
}

/* ---- names that it lacks
 * ---------------------------------------------------------------------------- */

/* Capitalised words from t on that no entry has. */
static bool read_unknown(const plb_grounding *s, int32_t t, plb_found_place *f)
{
    bounds b = bounds_of(s, t);
    int32_t end = t;
    while (end < b.end && end < t + MAX_NAME) {
        bool particle = end > t && (is_hyphen(s, end) || is_mark(s, end, '\'')) && end + 1 < b.end;
        bool word = token(s, end)->upos == PLB_UPOS_PROPN && is_capital(s, end) &&
                    !(token(s, end)->flags & PLB_TOKEN_CAPS) && !place_noun(s, end) &&
                    s->first_match[end] == s->first_match[end + 1];
        if (!word && !particle) break;
        end++;
    }
    while (end > t && token(s, end - 1)->upos == PLB_UPOS_PUNCT) end--;
    if (end == t) return false;
    *f = (plb_found_place){ .first = t, .last = end - 1, .compass = PLB_NONE };
    return true;
}

static bool is_acronym(const plb_grounding *s, const plb_found_place *f)
{
    plb_str form = token(s, f->first)->form;
    for (size_t i = 0; i < form.n; i++)
        if (form.p[i] >= 'a' && form.p[i] <= 'z') return false;
    return f->first == f->last;
}

static bool accept_unknown(const plb_places *p, plb_found_place *f)
{
    const plb_grounding *s = p->s;
    if (is_date(s, f->first)) return false;
    evidence e = before(s, f->first, f), after = behind(s, f);
    f->certainty = 0.6F;
    if (is_acronym(s, f)) return false;
    bool next_is_name = f->last + 1 < bounds_of(s, f->first).end && is_capital(s, f->last + 1);
    if (after == EVIDENCE_STRONG || (e == EVIDENCE_STRONG && !next_is_name)) return true;
    if (after == EVIDENCE_WEAK && e >= EVIDENCE_WAY) return true; /* "at X Square" */
    if (follows_and(p, f->first) || follows_place(p, f->first)) return !next_is_name;
    if (is_reached(s, f)) return !next_is_name;
    return e >= EVIDENCE_PLACE && (before_known(s, f) || !next_is_name);
}

/* ---- all
 * -------------------------------------------------------------------------------------------- */

static plb_status push(plb_places *p, const plb_found_place *f, plb_error *err)
{
    plb_found_place *at = PLB_PUSH(p->s->doc->arena, &p->found);
    if (!at) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    *at = *f;
    at->container = at->chosen = PLB_NONE;
    return PLB_OK;
}

/* The place of "X, Y" and "X (Y)": Y holds X where it is larger; told once all are found. */
static void find_containers(plb_places *p)
{
    for (uint32_t i = 0; i + 1 < p->found.n; i++) {
        plb_found_place *f = &p->found.at[i];
        const plb_found_place *next = &p->found.at[i + 1];
        int32_t gap = next->first - f->last;
        bool same = token(p->s, f->first)->sentence == token(p->s, next->first)->sentence;
        bool comma =
            gap == 2 && (is_mark(p->s, f->last + 1, ',') || is_mark(p->s, f->last + 1, '('));
        bool inside = gap >= 2 && gap <= 4 && preposition(p->s, f->last + 1) == EVIDENCE_PLACE;
        if (same && (comma || inside)) f->container = (int32_t)i + 1;
    }
}

/* Names of places that the report gives to persons. */
static plb_status find_surnames(plb_places *p, plb_error *err)
{
    const plb_grounding *s = p->s;
    for (int32_t t = 0; t < (int32_t)s->doc->tokens.n && p->surnames.n < MAX_SURNAMES; t++) {
        plb_found_place f;
        int32_t past;
        if (s->first_match[t] == s->first_match[t + 1] || !read_known(s, t, &f, &past)) continue;
        if (f.first != f.last || !is_doubtful(s, &f) || !is_surname(s, &f)) continue;
        int32_t *at = PLB_PUSH(s->doc->arena, &p->surnames);
        if (!at) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
        *at = t;
    }
    return PLB_OK;
}

/* Tokens of dates are no places: "March" is a town, too. */
static uint8_t *dates_of(const plb_doc *doc)
{
    uint8_t *dates = PLB_NEW(doc->arena, uint8_t, doc->tokens.n);
    for (uint32_t i = 0; dates && i < doc->mentions.n; i++) {
        const plb_mention *m = &doc->mentions.at[i];
        for (int32_t t = m->first_token; m->kind == PLB_MENTION_DATE && t <= m->last_token; t++)
            dates[t] = 1;
    }
    return dates;
}

plb_status plb_places_find(plb_places *p, plb_error *err)
{
    const plb_grounding *s = p->s;
    uint8_t *dates = dates_of(s->doc);
    if (!dates) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    PLB_TRY(find_surnames(p, err));
    const plb_dateline *line = &s->doc->dateline;
    for (int32_t i = 0; i < (int32_t)s->doc->sentences.n; i++) {
        const plb_sentence *at = &s->doc->sentences.at[i];
        int32_t end = at->first_token + at->n_tokens;
        if (at->line == PLB_LINE_BYLINE || at->line == PLB_LINE_BOILERPLATE) continue;
        for (int32_t t = at->first_token; t < end;) {
            plb_found_place f = { 0 };
            int32_t past;
            bool in_line = at->part == PLB_PART_TEXT && token(s, t)->begin >= line->place.begin &&
                           token(s, t)->end <= line->place.end;
            if (dates[t]) {
                t++;
                continue;
            }
            if (read_known(s, t, &f, &past)) {
                f.dateline = in_line;
                if (accept_known(p, &f)) {
                    PLB_TRY(push(p, &f, err));
                    if (f.last >= past) past = f.last + 1;
                }
            } else if (past == t + 1 && read_unknown(s, t, &f)) {
                past = f.last + 1;
                if (accept_unknown(p, &f)) {
                    PLB_TRY(push(p, &f, err));
                    past = f.last + 1;
                }
            }
            t = past;
        }
    }
    find_containers(p);
    return PLB_OK;
}
