/* code, last pass: when, where, how many. In: candidates and the mentions of dates, places and
 * quantities in their sentence. Out: those fields of the event, each with the reason that `ground`
 * or the document gives. A date or place belongs to an event if the way up the tree from it reaches
 * a word of the event before any other verb. */
#include "code/candidate.h"

enum { MAX_WORDS = 8, MAX_STEPS = 8, FAR = 1000, PLACE_STEP = 2 };

plb_status plb_circumstances_find(const plb_code_work *w, plb_circumstances *out, plb_error *err)
{
    const plb_doc *doc = w->doc;
    *out = (plb_circumstances){ w, PLB_NEW(doc->arena, int32_t, doc->sentences.n),
                                PLB_NEW(doc->arena, int32_t, doc->mentions.n) };
    if (!out->first || !out->next)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its limit of memory");
    for (uint32_t i = 0; i < doc->sentences.n; i++) out->first[i] = PLB_NONE;
    for (int32_t i = (int32_t)doc->mentions.n - 1; i >= 0; i--) {
        const plb_mention *m = &doc->mentions.at[i];
        if (m->kind == PLB_MENTION_ACTOR) continue;
        out->next[i] = out->first[m->sentence];
        out->first[m->sentence] = i;
    }
    return PLB_OK;
}

#define EACH_MENTION(k, event, m)                                                                  \
    for (int32_t m = (k)->first[(event)->sentence]; m != PLB_NONE; m = (k)->next[m])

/* The words of an event, the nearest first: trigger, carrier, the verb over a noun, those of the
 * events inside and of those merged into it. */
typedef struct {
    int32_t at[MAX_WORDS];
    int n;
} words;

static void add_word(words *out, int32_t token)
{
    for (int i = 0; i < out->n; i++)
        if (out->at[i] == token) return;
    if (token != PLB_NONE && out->n < MAX_WORDS) out->at[out->n++] = token;
}

static words words_of(const plb_code_work *w, const plb_candidate *c)
{
    words out = { .n = 0 };
    add_word(&out, c->match.token);
    add_word(&out, w->arguments[c->match.token].carrier);
    for (int i = 0; i < c->match.n_further; i++) add_word(&out, c->match.further[i]);
    for (const plb_candidate *in = c->match.inner; in; in = in->match.inner)
        add_word(&out, in->match.token);
    for (int i = 0; i < c->n_also; i++) add_word(&out, c->also[i]);
    int32_t head = plb_doc_token(w->doc, c->match.token)->head;
    bool noun = w->arguments[c->match.token].voice == PLB_VOICE_NONE;
    if (noun && head != PLB_NONE && w->arguments[head].voice != PLB_VOICE_NONE)
        add_word(&out, head);
    return out;
}

static bool is_locative(const plb_code_work *w, int32_t token)
{
    PLB_EACH_CHILD(w->doc, token, c)
    {
        const plb_token *t = plb_doc_token(w->doc, c);
        if (t->deprel == PLB_DEP_CASE &&
            plb_lexicon_word(w->coder->lex, w->coder->frame->locative, t->lemma, NULL))
            return true;
    }
    return false;
}

/* Whether a token says who takes part in something, not where it is: "in Israel's strikes", "in the
 * war between Israel and …". */
static bool is_party(const plb_code_work *w, int32_t token)
{
    const plb_token *t = plb_doc_token(w->doc, token);
    if (t->head == PLB_NONE || w->predicate[t->head] == PLB_NONE) return false;
    if (t->deprel == PLB_DEP_NMOD_POSS) return true;
    return t->deprel == PLB_DEP_NMOD && plb_doc_child(w->doc, token, PLB_DEP_CASE) != PLB_NONE &&
           !is_locative(w, token);
}

/* How far a phrase is from the event: steps up the tree, FAR where another verb comes first.
 * `placed` says whether a preposition of place was on the way. */
static int distance(const plb_code_work *w, const words *event, int32_t token, bool *placed)
{
    *placed = false;
    for (int step = 0; token != PLB_NONE && step <= MAX_STEPS; step++) {
        for (int i = 0; i < event->n; i++)
            if (event->at[i] == token) return step * MAX_WORDS + i;
        *placed |= is_locative(w, token);
        if (step && w->arguments[token].voice != PLB_VOICE_NONE) break;
        if (is_party(w, token)) break;
        token = plb_doc_token(w->doc, token)->head;
    }
    return FAR;
}

static int apart(int32_t a, int32_t b)
{
    return a < b ? b - a : a - b;
}

/* ---- date ---- */

static bool is_dated(const plb_mention *m)
{
    return m->kind == PLB_MENTION_DATE && m->date.precision != PLB_DATE_DURATION &&
           m->date.precision != PLB_DATE_SET && m->date.precision != PLB_DATE_UNKNOWN;
}

static void fill_date(const plb_circumstances *k, const words *event_words, plb_event *event)
{
    const plb_doc *doc = k->w->doc;
    int best = INT32_MAX;
    bool placed;
    event->date_mention = PLB_NONE;
    EACH_MENTION(k, event, i)
    {
        const plb_mention *m = &doc->mentions.at[i];
        if (!is_dated(m)) continue;
        int far = distance(k->w, event_words, m->head, &placed);
        if (far == FAR) far += apart(m->head, event->trigger);
        if (far >= best) continue;
        best = far;
        event->date_mention = i;
    }
    if (event->date_mention != PLB_NONE) {
        event->date = doc->mentions.at[event->date_mention].date;
    } else if (event->status != PLB_STATUS_PAST && doc->date != PLB_DAY_UNKNOWN) {
        event->date = (plb_date){ doc->date, doc->date, PLB_DATE_DAY, (uint8_t)doc->date_how };
    } else {
        event->date =
            (plb_date){ PLB_DAY_UNKNOWN, PLB_DAY_UNKNOWN, PLB_DATE_UNKNOWN, PLB_HOW_NONE };
    }
}

/* ---- place ---- */

/* Whether what is done is done where the target is: a town that is shelled, a country that is
 * visited; not one that is criticised. */
static bool is_done_there(const plb_event *event)
{
    return event->type == PLB_TYPE_ASSAULT || event->type == PLB_TYPE_COERCE ||
           event->type == PLB_TYPE_MOBILIZE ||
           (event->type == PLB_TYPE_CONSULT && plb_str_is(event->mode, "visit"));
}

/* Whether a place is named by the target's own words: "the village of Sabr", "Kuwait". */
static bool is_target(const plb_doc *doc, const plb_event *event, int32_t place)
{
    const plb_mention *m = &doc->mentions.at[place];
    for (int i = 0; i < event->n_target; i++) {
        const plb_mention *t = &doc->mentions.at[event->target[i]];
        if (event->target[i] == place ||
            (m->span.begin >= t->span.begin && m->span.end <= t->span.end &&
             m->sentence == t->sentence && m->head == t->head))
            return true;
    }
    return false;
}

/* The finer place is the better answer, where the tree has several. */
static int coarseness(const plb_place *place)
{
    switch (place->precision) {
    case PLB_PRECISION_POINT:
    case PLB_PRECISION_CITY:
        return 0;
    case PLB_PRECISION_ADMIN2:
    case PLB_PRECISION_NONE:
        return 1;
    case PLB_PRECISION_ADMIN1:
    case PLB_PRECISION_REGION:
        return 2;
    default:
        return 3;
    }
}

/* The place that the tree gives to the event, the finest of those at one distance; else the target,
 * where it is one; else the only one in the sentence that a preposition of place stands before. */
static int32_t find_place(const plb_circumstances *k, const words *event_words,
                          const plb_event *event, bool *any)
{
    const plb_doc *doc = k->w->doc;
    int32_t best = PLB_NONE, other = PLB_NONE;
    int nearest = INT32_MAX, n_other = 0;
    bool there = is_done_there(event);
    EACH_MENTION(k, event, i)
    {
        const plb_mention *m = &doc->mentions.at[i];
        bool placed;
        if (m->kind != PLB_MENTION_PLACE) continue;
        *any = true;
        int far = distance(k->w, event_words, m->head, &placed);
        bool target = there && is_target(doc, event, i);
        if (placed) {
            other = i;
            n_other++;
        }
        if (target ? false : !placed || far == FAR) continue;
        far = (target ? FAR : far / MAX_WORDS) * PLACE_STEP + coarseness(&m->place);
        if (far >= nearest) continue;
        nearest = far;
        best = i;
    }
    return best != PLB_NONE ? best : n_other == 1 ? other : PLB_NONE;
}

static int32_t dateline_place(const plb_doc *doc)
{
    plb_span where = doc->dateline.place;
    for (uint32_t i = 0; where.end > where.begin && i < doc->mentions.n; i++) {
        const plb_mention *m = &doc->mentions.at[i];
        if (m->kind == PLB_MENTION_PLACE && m->span.begin >= where.begin &&
            m->span.end <= where.end && doc->sentences.at[m->sentence].part == PLB_PART_TEXT)
            return (int32_t)i;
    }
    return PLB_NONE;
}

static void fill_place(const plb_circumstances *k, const words *event_words, plb_event *event)
{
    const plb_doc *doc = k->w->doc;
    bool any = false;
    event->place_mention = find_place(k, event_words, event, &any);
    if (event->place_mention != PLB_NONE) {
        event->place = doc->mentions.at[event->place_mention].place;
        return;
    }
    int32_t dateline = any ? PLB_NONE : dateline_place(doc);
    if (dateline == PLB_NONE) return;
    event->place = doc->mentions.at[dateline].place;
    event->place.how = PLB_STR("dateline");
}

/* ---- quantities ---- */

/* Whether a number counts what this event is about: its predicate is a word of the event, or it
 * stands at one of the event's arguments and nobody else has it. */
static bool counts(const plb_code_work *w, const words *event_words, const plb_mention *m)
{
    const plb_quantity *q = &m->quantity;
    for (int i = 0; i < event_words->n; i++) {
        int32_t n;
        if (q->predicate_token == event_words->at[i]) return true;
        const plb_argument *a = plb_arguments_of(w, event_words->at[i], &n);
        for (int32_t j = 0; j < n && q->predicate_token == PLB_NONE; j++)
            if (a[j].token == m->head && a[j].role <= PLB_ROLE_OBJ) return true;
    }
    return false;
}

static void fill_quantities(const plb_circumstances *k, const words *event_words, plb_event *event)
{
    EACH_MENTION(k, event, i)
    {
        const plb_mention *m = &k->w->doc->mentions.at[i];
        if (m->kind != PLB_MENTION_QUANTITY || event->n_quantity == PLB_MAX_EVENT_QUANTITIES)
            continue;
        if (counts(k->w, event_words, m)) event->quantity[event->n_quantity++] = i;
    }
}

void plb_circumstances_fill(const plb_circumstances *k, const plb_candidate *c, plb_event *event)
{
    words event_words = words_of(k->w, c);
    fill_quantities(k, &event_words, event);
    fill_date(k, &event_words, event);
    fill_place(k, &event_words, event);
}
