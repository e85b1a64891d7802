/* ground: the day of the report, against which its expressions of time are resolved. In this order:
 *
 * 1. the dateline's day, where it is whole or publication or the rules below give its year
 *
 * 2. the day of publication
 *
 * 3. the first whole date in the first sentences that does not look ahead
 *
 * 4. the first "weekday, month, day" or "month, day" there, its year inferred: of the years within
 *    "date-limit" in which the weekday fits, those in which most of the persons named hold an
 * office that the lexicon dates (the office that the report gives them, where it gives one); of
 * these, those not before the latest year that the report names, if any is left; of these the
 * latest, but without a weekday only where one is left
 *
 * doc->date_how keeps which it was. */
#include "ground/date_internal.h"

enum { MAX_PERSONS = 64, FIRST_SENTENCES = 4, TITLE_REACH = 8, DATELINE_LAG = 21 };

/* The readings of one person's name: matches at one token, of one length. */
typedef struct {
    uint32_t first, end; /* in s->match */
    plb_str role;        /* the office that stands before the name, or p == NULL */
} person;

typedef struct {
    const plb_grounding *s;
    person person[MAX_PERSONS];
    int n_persons;
    int latest_year; /* named in the text, or 0 */
} evidence;

/* ---- offices
 * ---------------------------------------------------------------------------------------- */

static bool is_dated_person(const plb_entry *e)
{
    return e->kind == PLB_ENTRY_ACTOR && e->actor_kind == PLB_KIND_PERSON &&
           (e->from != PLB_DAY_UNKNOWN || e->to != PLB_DAY_UNKNOWN);
}

/* The office among the words before the name that one of its readings has. */
static plb_str role_before(const plb_grounding *s, int32_t token, const person *p)
{
    int32_t begin = s->doc->sentences.at[s->doc->tokens.at[token].sentence].first_token;
    if (begin < token - TITLE_REACH) begin = token - TITLE_REACH;
    for (int32_t t = token - 1; t >= begin; t--) {
        for (uint32_t m = s->first_match[t]; m < s->first_match[t + 1]; m++) {
            if (t + s->match[m].n_tokens > token) continue;
            plb_entry role = plb_lexicon_entry(s->lex, s->match[m].entry);
            if (role.kind != PLB_ENTRY_ROLE) continue;
            for (uint32_t r = p->first; r < p->end; r++)
                if (plb_str_eq(plb_lexicon_entry(s->lex, s->match[r].entry).role, role.name))
                    return role.name;
        }
    }
    return (plb_str){ NULL, 0 };
}

static void find_persons(evidence *e)
{
    const plb_grounding *s = e->s;
    int32_t n = (int32_t)s->doc->tokens.n;
    for (int32_t t = 0; t < n && e->n_persons < MAX_PERSONS; t++) {
        uint32_t first = s->first_match[t], end = first;
        if (first == s->first_match[t + 1]) continue;
        bool dated = false;
        for (; end < s->first_match[t + 1] && s->match[end].n_tokens == s->match[first].n_tokens;
             end++) {
            plb_entry entry = plb_lexicon_entry(s->lex, s->match[end].entry);
            dated |= is_dated_person(&entry);
        }
        if (!dated) continue;
        person p = { first, end, { NULL, 0 } };
        p.role = role_before(s, t, &p);
        e->person[e->n_persons++] = p;
        t += s->match[first].n_tokens - 1;
    }
}

static bool in_office(const plb_grounding *s, const person *p, plb_day day)
{
    for (uint32_t m = p->first; m < p->end; m++) {
        plb_entry e = plb_lexicon_entry(s->lex, s->match[m].entry);
        if (!is_dated_person(&e) || (p->role.p && !plb_str_eq(p->role, e.role))) continue;
        if ((e.from == PLB_DAY_UNKNOWN || e.from <= day) &&
            (e.to == PLB_DAY_UNKNOWN || day <= e.to))
            return true;
    }
    return false;
}

/* ---- the year
 * --------------------------------------------------------------------------------------- */

/* 0 where none can be told. `by_office` says whether the persons decided. */
static int infer_year(const evidence *e, const plb_date_expr *x, bool *by_office)
{
    int first = plb_date_limit(e->s, "first"), last = plb_date_limit(e->s, "last");
    int best = 0, most = -1, least = MAX_PERSONS + 1, n_best = 0;
    bool best_late = false;
    for (int year = first; year <= last && first > 0; year++) {
        if (x->day > plb_days_in_month(year, x->month)) continue;
        plb_day day = plb_day_of(year, x->month, x->day);
        if (x->weekday >= 0 && plb_day_weekday(day) != x->weekday) continue;
        int holders = 0;
        for (int i = 0; i < e->n_persons; i++) holders += in_office(e->s, &e->person[i], day);
        bool late = year >= e->latest_year;
        if (holders < least) least = holders;
        if (holders < most || (holders == most && best_late && !late)) continue;
        n_best = holders == most && late == best_late ? n_best + 1 : 1;
        most = holders;
        best_late = late;
        best = year;
    }
    *by_office = most > least;
    if (x->weekday < 0 && n_best > 1) return 0;
    return best;
}

/* ---- the text
 * --------------------------------------------------------------------------------------- */

/* Calls `use` for the calendar days in a sentence; stops where it says so. */
typedef bool use_fn(void *context, const plb_date_sentence *d, const plb_date_expr *e);

static bool each_day(const plb_date_sentence *d, use_fn *use, void *context)
{
    for (int32_t t = d->first; t < d->end; t++) {
        plb_date_expr e;
        if (!plb_date_scan(d, t, &e)) continue;
        if (e.kind == PLB_EXPR_CALENDAR && use(context, d, &e)) return true;
        t = e.last;
    }
    return false;
}

static bool note_year(void *context, const plb_date_sentence *d, const plb_date_expr *x)
{
    evidence *e = context;
    (void)d;
    if (x->year > e->latest_year && x->year <= plb_date_limit(e->s, "last"))
        e->latest_year = x->year;
    return false;
}

typedef struct {
    evidence *evidence;
    bool any_tense;
    plb_day day;
    plb_date_how how;
} finding;

static bool take_day(void *context, const plb_date_sentence *d, const plb_date_expr *x)
{
    finding *f = context;
    if (!x->day || x->to_day || x->shift != PLB_NO_SHIFT || x->year_shift != PLB_NO_SHIFT)
        return false;
    int32_t head = plb_ground_head(d->s->doc, x->first, x->last);
    if (!f->any_tense && plb_date_tense(d->s, head) == PLB_TENSE_FUTURE) return false;
    bool by_office = false;
    int year = x->year ? x->year : infer_year(f->evidence, x, &by_office);
    if (!year || x->day > plb_days_in_month(year, x->month)) return false;
    f->day = plb_day_of(year, x->month, x->day);
    f->how = x->year     ? PLB_HOW_EXPRESSION
             : by_office ? PLB_HOW_WEEKDAY_YEAR
                         : PLB_HOW_ANNIVERSARY_YEAR;
    return true;
}

static bool from_text(evidence *e, plb_date_word *scratch, finding *f)
{
    int seen = 0;
    for (int32_t i = 0; i < (int32_t)e->s->doc->sentences.n && seen < FIRST_SENTENCES; i++) {
        plb_date_sentence d;
        if (e->s->doc->sentences.at[i].line == PLB_LINE_BOILERPLATE) continue;
        seen++;
        plb_date_words(&d, e->s, i, scratch);
        if (each_day(&d, take_day, f)) return true;
    }
    return false;
}

/* ---- dateline
 * --------------------------------------------------------------------------------------- */

typedef struct {
    plb_span span;
    finding *finding;
    plb_day published;
} dateline;

static bool take_dateline(void *context, const plb_date_sentence *d, const plb_date_expr *x)
{
    dateline *l = context;
    const plb_token *t = plb_doc_token(d->s->doc, x->first);
    if (t->begin < l->span.begin || t->begin >= l->span.end) return false;
    if (x->year || l->published == PLB_DAY_UNKNOWN) return take_day(l->finding, d, x);
    plb_date date = plb_date_resolve(x, l->published, l->published, PLB_TENSE_PAST);
    l->finding->day = date.precision == PLB_DATE_DAY ? date.from : PLB_DAY_UNKNOWN;
    return l->finding->day != PLB_DAY_UNKNOWN;
}

/* A report is printed some days after it was written, not years. */
static bool from_dateline(const plb_grounding *s, plb_date_word *scratch, finding *f)
{
    const plb_dateline *line = &s->doc->dateline;
    dateline l = { line->date, f, s->doc->report->published };
    if (line->date.end <= line->date.begin) return false;
    for (int32_t i = 0; i < (int32_t)s->doc->sentences.n; i++) {
        const plb_sentence *at = &s->doc->sentences.at[i];
        if (at->part != PLB_PART_TEXT || at->end <= line->date.begin) continue;
        if (at->begin >= line->date.end) break;
        plb_date_sentence d;
        plb_date_words(&d, s, i, scratch);
        if (each_day(&d, take_dateline, &l))
            return l.published == PLB_DAY_UNKNOWN ||
                   (f->day <= l.published && l.published - f->day <= DATELINE_LAG);
    }
    return false;
}

static void gather(evidence *e, plb_date_word *scratch)
{
    find_persons(e);
    for (int32_t i = 0; i < (int32_t)e->s->doc->sentences.n; i++) {
        plb_date_sentence d;
        plb_date_words(&d, e->s, i, scratch);
        each_day(&d, note_year, e);
    }
}

plb_status plb_ground_document_date(const plb_grounding *s, plb_error *err)
{
    plb_date_word *scratch = plb_date_scratch(s);
    if (!scratch) return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    plb_doc *doc = s->doc;
    evidence e = { .s = s };
    bool published = doc->report->published != PLB_DAY_UNKNOWN;
    if (!published) gather(&e, scratch);

    finding f = { &e, true, PLB_DAY_UNKNOWN, PLB_HOW_NONE };
    doc->date = PLB_DAY_UNKNOWN;
    doc->date_how = PLB_HOW_NONE;
    if (from_dateline(s, scratch, &f)) {
        doc->date = f.day;
        doc->date_how = PLB_HOW_DATELINE;
    } else if (published) {
        doc->date = doc->report->published;
        doc->date_how = PLB_HOW_PUBLISHED;
    } else {
        f = (finding){ &e, false, PLB_DAY_UNKNOWN, PLB_HOW_NONE };
        if (from_text(&e, scratch, &f)) {
            doc->date = f.day;
            doc->date_how = f.how;
        }
    }
    return PLB_OK;
}
