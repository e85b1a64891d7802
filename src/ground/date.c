/* ground: dates. In: trees, the day of the report. Out: a mention for every expression of time,
 * with the days that it stands for; values follow TIMEX3 (Pustejovsky et al. 2003), except that
 * ranges with both ends said, and "since X", are mentions of their own. Such a mention comes before
 * those of its ends and is carried by the same word as the first of them. */
#include "ground/date_internal.h"

/* The day that "the previous day" counts from: the last that was named, for as long as it is near.
 */
typedef struct {
    plb_day day;
    int32_t sentence;
} spoken_day;

enum { SPOKEN_FOR = 3 }; /* sentences */

static bool can_begin(const plb_date_sentence *d, int32_t t)
{
    static const uint64_t LINKS = UINT64_C(1) << PLB_WORD_OF | UINT64_C(1) << PLB_WORD_FROM |
                                  UINT64_C(1) << PLB_WORD_TO | UINT64_C(1) << PLB_WORD_SINCE |
                                  UINT64_C(1) << PLB_WORD_YEAR | UINT64_C(1) << PLB_WORD_SUFFIX;
    plb_str form = d->s->doc->tokens.at[t].form;
    return (plb_date_word_at(d, t)->kinds & ~LINKS) != 0 ||
           (form.n > 0 && form.p[0] >= '0' && form.p[0] <= '9') ||
           plb_ground_form_in(d->s, d->s->g->number_word, t, NULL);
}

static plb_date resolve(const plb_grounding *s, const plb_date_expr *e, const spoken_day *spoken)
{
    int32_t sentence = s->doc->tokens.at[e->first].sentence;
    int32_t head = plb_ground_head(s->doc, e->first, e->last);
    bool near = spoken->day != PLB_DAY_UNKNOWN && sentence - spoken->sentence < SPOKEN_FOR;
    plb_date date = plb_date_resolve(e, s->doc->date, near ? spoken->day : s->doc->date,
                                     plb_date_tense(s, head));
    /* The expression that gave the report its day has its year for the same reason. */
    if (date.how == PLB_HOW_ANNIVERSARY_YEAR && date.from == s->doc->date &&
        s->doc->date_how == PLB_HOW_WEEKDAY_YEAR)
        date.how = PLB_HOW_WEEKDAY_YEAR;
    return date;
}

static plb_status add(const plb_grounding *s, int32_t first, int32_t last, int32_t head,
                      plb_date date, plb_error *err)
{
    plb_mention *m = plb_ground_add(s, PLB_MENTION_DATE, first, last, head);
    if (!m) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    m->date = date;
    return PLB_OK;
}

static plb_date range(plb_date from, plb_date to)
{
    plb_date date = { from.from, to.to, PLB_DATE_RANGE, from.how };
    if (from.from == PLB_DAY_UNKNOWN || to.to == PLB_DAY_UNKNOWN || to.to < from.from)
        date.from = date.to = PLB_DAY_UNKNOWN;
    return date;
}

static int link_of(const plb_date_sentence *d, int32_t t, plb_date_word_kind kind)
{
    if (t < d->first || t >= d->end || !plb_word_is(plb_date_word_at(d, t), kind)) return 0;
    return plb_date_word_at(d, t)->value[kind];
}

/* from A to B, between A and B; false where no second expression follows. A month that only the
 * second names holds for both, and so does its year. */
static bool second_end(const plb_date_sentence *d, const plb_date_expr *first,
                       plb_date_expr *second)
{
    int from = link_of(d, first->first - 1, PLB_WORD_FROM);
    int to = link_of(d, first->last + 1, PLB_WORD_TO);
    return from && from == to && first->last + 2 < d->end &&
           plb_date_scan(d, first->last + 2, second);
}

static void remember(spoken_day *spoken, plb_date date, int32_t sentence)
{
    if (date.precision != PLB_DATE_DAY || date.from == PLB_DAY_UNKNOWN) return;
    *spoken = (spoken_day){ date.from, sentence };
}

static plb_status add_expression(const plb_date_sentence *d, plb_date_expr *e, spoken_day *spoken,
                                 int32_t *last, plb_error *err)
{
    const plb_grounding *s = d->s;
    int32_t sentence = s->doc->tokens.at[e->first].sentence;
    int32_t head = plb_ground_head(s->doc, e->first, e->last);
    plb_date_expr end = { 0 };
    *last = e->last;
    bool two = second_end(d, e, &end);
    if (two && !e->year && end.year) e->year = end.year;
    plb_date date = resolve(s, e, spoken), end_date = { 0 };
    if (two) {
        end_date = resolve(s, &end, spoken);
        PLB_TRY(add(s, e->first - 1, end.last, head, range(date, end_date), err));
        *last = end.last;
    } else if (link_of(d, e->first - 1, PLB_WORD_SINCE) && date.from != PLB_DAY_UNKNOWN) {
        plb_date today = { s->doc->date, s->doc->date, PLB_DATE_DAY, PLB_HOW_NONE };
        PLB_TRY(add(s, e->first - 1, e->last, head, range(date, today), err));
    }
    PLB_TRY(add(s, e->first, e->last, head, date, err));
    remember(spoken, date, sentence);
    if (two) {
        PLB_TRY(add(s, end.first, end.last, plb_ground_head(s->doc, end.first, end.last), end_date,
                    err));
        remember(spoken, end_date, sentence);
    }
    return PLB_OK;
}

plb_date_word *plb_date_scratch(const plb_grounding *s)
{
    int32_t longest = 0;
    for (uint32_t i = 0; i < s->doc->sentences.n; i++)
        if (s->doc->sentences.at[i].n_tokens > longest) longest = s->doc->sentences.at[i].n_tokens;
    return PLB_NEW(s->doc->arena, plb_date_word, (size_t)longest + 1);
}

plb_status plb_ground_dates(const plb_grounding *s, plb_error *err)
{
    plb_date_word *scratch = plb_date_scratch(s);
    if (!scratch) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    spoken_day spoken = { PLB_DAY_UNKNOWN, 0 };
    for (int32_t i = 0; i < (int32_t)s->doc->sentences.n; i++) {
        plb_date_sentence d;
        plb_date_words(&d, s, i, scratch);
        if (!d.any) continue;
        for (int32_t t = d.first; t < d.end; t++) {
            plb_date_expr e;
            if (can_begin(&d, t) && plb_date_scan(&d, t, &e))
                PLB_TRY(add_expression(&d, &e, &spoken, &t, err));
        }
    }
    return PLB_OK;
}
