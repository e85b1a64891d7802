/* ground: expressions of time in the words of a sentence. A hand-written grammar over the kinds
 * that the lexicon gives to each word; the expressions are those of TIMEX3 (Pustejovsky et al.
 * 2003). Every rule takes the token where it begins and returns the token behind it, or PLB_NONE.
 *
 *   expression   [the] [part [of | -] [the]] core
 *   core         calendar | weekday | day | unit | window | count | set | season | year | fuzzy */
#include "ground/date_internal.h"

#include <stdlib.h>

static const plb_date_word NO_WORD;

static const plb_date_word *word(const plb_date_sentence *d, int32_t t)
{
    return t >= d->first && t < d->end ? plb_date_word_at(d, t) : &NO_WORD;
}

static bool is(const plb_date_sentence *d, int32_t t, plb_date_word_kind kind)
{
    return plb_word_is(word(d, t), kind);
}

static const plb_token *token(const plb_date_sentence *d, int32_t t)
{
    return &d->s->doc->tokens.at[t];
}

static bool is_mark(const plb_date_sentence *d, int32_t t, char mark)
{
    return t < d->end && token(d, t)->form.n == 1 && token(d, t)->form.p[0] == mark;
}

/* ---- words
 * ------------------------------------------------------------------------------------------ */

/* "month:8 unit:4" */
static void parse_kinds(plb_str value, plb_date_word *out)
{
    static const char *const NAMES[] = {
#define PLB_DATE_WORD(id, name) name,
#include "ground/date_word.def"
#undef PLB_DATE_WORD
    };
    size_t i = 0;
    while (i < value.n) {
        size_t begin = i, colon = 0;
        for (; i < value.n && value.p[i] != ' '; i++)
            if (value.p[i] == ':') colon = i;
        plb_str name = plb_str_slice(value, begin, colon > begin ? colon : i);
        for (int kind = 0; kind < PLB_N_DATE_WORDS; kind++) {
            if (!plb_str_is(name, NAMES[kind])) continue;
            char number[8] = { 0 };
            if (colon && i - colon - 1 < sizeof number)
                memcpy(number, value.p + colon + 1, i - colon - 1);
            out->kinds |= UINT64_C(1) << kind;
            out->value[kind] = (int16_t)strtol(number, NULL, 10);
        }
        i++;
    }
}

void plb_date_words(plb_date_sentence *d, const plb_grounding *s, int32_t sentence,
                    plb_date_word *scratch)
{
    const plb_sentence *at = &s->doc->sentences.at[sentence];
    *d = (plb_date_sentence){ s, at->first_token, at->first_token + at->n_tokens, scratch, false };
    for (int32_t t = d->first; t < d->end; t++) {
        plb_date_word *w = &scratch[t - d->first];
        plb_str value;
        w->kinds = 0;
        if (plb_ground_form_in(s, s->g->date_word, t, &value)) parse_kinds(value, w);
        plb_str form = s->doc->tokens.at[t].form;
        if (w->kinds || (form.n && form.p[0] >= '0' && form.p[0] <= '9')) d->any = true;
    }
}

int plb_date_limit(const plb_grounding *s, const char *which)
{
    plb_str value = { 0 };
    if (!plb_lexicon_word(s->lex, s->g->date_limit, plb_str_of(which), &value)) return 0;
    return plb_number_small(value);
}

/* ---- numbers
 * ---------------------------------------------------------------------------------------- */

/* A number that counts a noun behind it ("20 soldiers") is no day and no year. */
static bool counts(const plb_date_sentence *d, int32_t t)
{
    const plb_token *n = token(d, t);
    return n->deprel == PLB_DEP_NUMMOD && n->head > t && n->head < d->end &&
           token(d, n->head)->upos == PLB_UPOS_NOUN && !is(d, n->head, PLB_WORD_MONTH);
}

static int32_t scan_year(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    if (t >= d->end) return PLB_NONE;
    int year = token(d, t)->form.n == 4 ? plb_number_small(token(d, t)->form) : -1;
    if (year >= 1500 && year <= 2100 && !counts(d, t)) {
        e->year = (int16_t)year;
        return t + 1;
    }
    plb_number century, rest; /* "nineteen ninety-seven" */
    if (year < 0 && plb_ground_number(d->s, t, d->end, &century) && century.n_tokens == 1 &&
        !century.digits && century.value >= 15 && century.value <= 20 && t + 1 < d->end &&
        plb_ground_number(d->s, t + 1, d->end, &rest) && !rest.digits && !rest.multiplied &&
        rest.value >= 10 && rest.value < 100) {
        e->year = (int16_t)(century.value * 100 + rest.value);
        return t + 1 + rest.n_tokens;
    }
    return PLB_NONE;
}

/* "1990s" */
static int32_t scan_decade(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    if (t >= d->end || token(d, t)->form.n != 5) return PLB_NONE;
    int year = plb_number_small(plb_str_slice(token(d, t)->form, 0, 4));
    plb_str suffix = plb_str_slice(d->s->lower[t], 4, 5), value;
    plb_date_word w = { 0 };
    if (year < 1500 || year > 2100 || year % 10 != 0 ||
        !plb_lexicon_word(d->s->lex, d->s->g->date_word, suffix, &value))
        return PLB_NONE;
    parse_kinds(value, &w);
    if (!plb_word_is(&w, PLB_WORD_SUFFIX) || w.value[PLB_WORD_SUFFIX] != 2) return PLB_NONE;
    e->year = (int16_t)year;
    e->decade = 10;
    return t + 1;
}

/* "20", "20th", "twentieth" */
static int32_t read_month_day(const plb_date_sentence *d, int32_t t, uint8_t *day)
{
    if (t >= d->end) return PLB_NONE;
    plb_str form = token(d, t)->form;
    size_t digits = 0;
    while (digits < form.n && form.p[digits] >= '0' && form.p[digits] <= '9') digits++;
    int n = digits > 0 && digits <= 2 ? plb_number_small(plb_str_slice(form, 0, digits)) : -1;
    if (n > 0 && digits < form.n) {
        plb_str value, suffix = plb_str_slice(d->s->lower[t], digits, form.n);
        plb_date_word w = { 0 };
        if (plb_lexicon_word(d->s->lex, d->s->g->date_word, suffix, &value)) parse_kinds(value, &w);
        if (!plb_word_is(&w, PLB_WORD_SUFFIX) || w.value[PLB_WORD_SUFFIX] != 1) return PLB_NONE;
    } else if (is(d, t, PLB_WORD_ORDINAL)) {
        n = word(d, t)->value[PLB_WORD_ORDINAL];
    }
    if (n < 1 || n > 31) return PLB_NONE;
    *day = (uint8_t)n;
    return t + 1;
}

static int32_t scan_month_day(const plb_date_sentence *d, int32_t t, uint8_t *day)
{
    return t < d->end && counts(d, t) ? PLB_NONE : read_month_day(d, t, day);
}

static bool is_plural(const plb_token *t)
{
    return t->xpos == PLB_XPOS_NNS || t->xpos == PLB_XPOS_NNPS;
}

/* ---- calendar
 * --------------------------------------------------------------------------------------- */

/* A word that is also something else ("may", "march") needs a number beside it, or to be written
 * and tagged as a name behind a preposition or at least not at the beginning. */
static int32_t scan_month(const plb_date_sentence *d, int32_t t, bool company, uint8_t *month)
{
    const plb_date_word *w = word(d, t);
    if (plb_word_is(w, PLB_WORD_MONTH)) {
        *month = (uint8_t)w->value[PLB_WORD_MONTH];
        return t + 1;
    }
    if (!plb_word_is(w, PLB_WORD_MAYBE_MONTH)) return PLB_NONE;
    plb_date_expr ignored;
    uint8_t day;
    int32_t next = is_mark(d, t + 1, '.') ? t + 2 : t + 1;
    bool numbered =
        scan_month_day(d, next, &day) != PLB_NONE || scan_year(d, next, &ignored) != PLB_NONE;
    const plb_token *word_token = token(d, t);
    bool named = word_token->upos == PLB_UPOS_PROPN && !(word_token->flags & PLB_TOKEN_CAPS) &&
                 word_token->form.p[0] >= 'A' && word_token->form.p[0] <= 'Z' &&
                 (t > d->first || numbered) &&
                 (is(d, t - 1, PLB_WORD_YEAR) || word_token->form.n > 3);
    if (!company && !numbered && !named) return PLB_NONE;
    *month = (uint8_t)w->value[PLB_WORD_MAYBE_MONTH];
    return numbered ? next : t + 1;
}

/* [of] this | last | next year */
static int32_t scan_year_shift(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    int32_t at = is(d, t, PLB_WORD_OF) ? t + 1 : t;
    if (!is(d, at, PLB_WORD_SHIFT) || !is(d, at + 1, PLB_WORD_UNIT) ||
        word(d, at + 1)->value[PLB_WORD_UNIT] != PLB_UNIT_YEAR)
        return PLB_NONE;
    e->year_shift = (int8_t)word(d, at)->value[PLB_WORD_SHIFT];
    return at + 2;
}

/* [,] [of] year | year shift; the token itself where there is none */
static int32_t scan_year_behind(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    int32_t at = is_mark(d, t, ',') || is(d, t, PLB_WORD_OF) ? t + 1 : t;
    int32_t end = scan_year(d, at, e);
    if (end == PLB_NONE) end = scan_year_shift(d, t, e);
    return end == PLB_NONE ? t : end;
}

/* The second day of "3 - 5", "3 to 5". */
static int32_t scan_to_day(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    bool link = is_mark(d, t, '-') || is(d, t, PLB_WORD_TO) ||
                (t < d->end && plb_str_is(token(d, t)->form, "\xe2\x80\x93"));
    uint8_t day;
    int32_t end = link ? scan_month_day(d, t + 1, &day) : PLB_NONE;
    if (end == PLB_NONE || day <= e->day) return PLB_NONE;
    e->to_day = day;
    return end;
}

/* August 20 [- 22] [, 2024] */
static int32_t month_first(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    int32_t at = scan_month(d, t, false, &e->month);
    if (at == PLB_NONE) return PLB_NONE;
    int32_t dot = is_mark(d, at, '.') ? at + 1 : at;
    int32_t the = is(d, dot, PLB_WORD_THE) ? dot + 1 : dot;
    /* Behind a month a number counts only what is more than one: "the May 20 accord". */
    bool people = the < d->end && counts(d, the) && is_plural(token(d, token(d, the)->head));
    int32_t end = people ? PLB_NONE : read_month_day(d, the, &e->day);
    if (end != PLB_NONE) {
        int32_t range = scan_to_day(d, end, e);
        /* "August 20 to 22 people" is no range: 22 counts the people. */
        if (range != PLB_NONE) end = range;
        at = end;
    }
    return scan_year_behind(d, at, e);
}

/* [3 -] 20 [of] August [,] [2024] */
static int32_t day_first(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    int32_t at = scan_month_day(d, t, &e->day);
    if (at == PLB_NONE) return PLB_NONE;
    int32_t range = scan_to_day(d, at, e);
    if (range != PLB_NONE) at = range;
    if (is(d, at, PLB_WORD_OF)) at++;
    at = scan_month(d, at, true, &e->month);
    if (at == PLB_NONE) return PLB_NONE;
    return scan_year_behind(d, at, e);
}

/* 2024-08-20, in one token or five. */
static int32_t scan_iso(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    plb_str form = token(d, t)->form;
    plb_day day;
    int32_t end = t + 1;
    if (form.n == 4 && plb_number_small(form) > 0 && t + 4 < d->end && is_mark(d, t + 1, '-') &&
        is_mark(d, t + 3, '-') && token(d, t + 4)->end - token(d, t)->begin == 10) {
        form.n = 10; /* the tokens touch, so the bytes of the text go on */
        end = t + 5;
    }
    if (form.n != 10 || form.p[4] != '-' || !plb_day_parse(form, &day)) return PLB_NONE;
    int year, month, month_day;
    plb_day_split(day, &year, &month, &month_day);
    e->year = (int16_t)year;
    e->month = (uint8_t)month;
    e->day = (uint8_t)month_day;
    return end;
}

static int32_t scan_weekday(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    const plb_date_word *w = word(d, t);
    if (plb_word_is(w, PLB_WORD_WEEKDAY))
        e->weekday = (int8_t)w->value[PLB_WORD_WEEKDAY];
    else if (plb_word_is(w, PLB_WORD_MAYBE_WEEKDAY) && is_mark(d, t + 1, '.'))
        e->weekday = (int8_t)w->value[PLB_WORD_MAYBE_WEEKDAY];
    else
        return PLB_NONE;
    return plb_word_is(w, PLB_WORD_WEEKDAY) ? t + 1 : t + 2;
}

static int32_t calendar(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    int32_t at = scan_weekday(d, t, e);
    if (at == PLB_NONE) {
        at = t;
    } else {
        if (is(d, at, PLB_WORD_DAYPART)) at++;
        if (is_mark(d, at, ',')) at++;
        if (is(d, at, PLB_WORD_THE)) at++;
    }
    if (at >= d->end) return PLB_NONE;
    plb_date_expr blank = *e;
    e->kind = PLB_EXPR_CALENDAR;
    int32_t end = scan_iso(d, at, e);
    if (end == PLB_NONE) end = month_first(d, at, e);
    if (end == PLB_NONE) {
        *e = blank;
        e->kind = PLB_EXPR_CALENDAR;
        end = day_first(d, at, e);
    }
    return end != PLB_NONE && e->weekday >= 0 && e->day == 0 ? PLB_NONE : end;
}

/* ---- weekdays, days, units
 * -------------------------------------------------------------------------- */

/* [of] last week */
static int32_t scan_week_shift(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    int32_t at = is(d, t, PLB_WORD_OF) ? t + 1 : t;
    if (!is(d, at, PLB_WORD_SHIFT) || !is(d, at + 1, PLB_WORD_UNIT) ||
        word(d, at + 1)->value[PLB_WORD_UNIT] != PLB_UNIT_WEEK)
        return t;
    e->week_shift = (int8_t)word(d, at)->value[PLB_WORD_SHIFT];
    return at + 2;
}

static int32_t weekday(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    int32_t at = t;
    while (is(d, at, PLB_WORD_SHIFT) && at < t + 2) /* "this coming Sunday": the last one counts */
        e->shift = (int8_t)word(d, at++)->value[PLB_WORD_SHIFT];
    if (at == t && is(d, at, PLB_WORD_ANCHORED)) {
        e->shift = (int8_t)word(d, at++)->value[PLB_WORD_ANCHORED];
        e->anchored = true;
    }
    int32_t dated = at > t ? calendar(d, at, e) : PLB_NONE; /* "this coming Sunday, March eighth" */
    if (dated != PLB_NONE && e->weekday >= 0) {
        e->shift = PLB_NO_SHIFT;
        return dated;
    }
    e->month = e->day = 0;
    at = scan_weekday(d, at, e);
    if (at == PLB_NONE) return PLB_NONE;
    e->kind = PLB_EXPR_WEEKDAY;
    if (is(d, at, PLB_WORD_DAYPART)) at++;
    return scan_week_shift(d, at, e);
}

static int32_t day(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    if (is(d, t, PLB_WORD_NIGHT)) {
        e->kind = PLB_EXPR_NIGHT;
        return t + 1;
    }
    if (!is(d, t, PLB_WORD_DAY)) return PLB_NONE;
    e->kind = PLB_EXPR_DAY;
    e->n = word(d, t)->value[PLB_WORD_DAY];
    return is(d, t + 1, PLB_WORD_DAYPART) ? t + 2 : t + 1;
}

/* What can follow "last", "this", "the previous": a unit, a part of the day, a month, a season. */
static int32_t shifted(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    const plb_date_word *w = word(d, t);
    if (plb_word_is(w, PLB_WORD_UNIT) && w->value[PLB_WORD_UNIT] >= PLB_UNIT_DAY) {
        e->kind = PLB_EXPR_UNIT;
        e->unit = (uint8_t)w->value[PLB_WORD_UNIT];
        return t + 1;
    }
    if (plb_word_is(w,
                    PLB_WORD_DAYPART)) { /* "last night" is yesterday's, "this morning" today's */
        e->kind = PLB_EXPR_UNIT;
        e->unit = PLB_UNIT_DAY;
        return t + 1;
    }
    if (plb_word_is(w, PLB_WORD_SEASON) || plb_word_is(w, PLB_WORD_MAYBE_SEASON)) {
        e->kind = PLB_EXPR_SEASON;
        e->month = (uint8_t)(plb_word_is(w, PLB_WORD_SEASON) ? w->value[PLB_WORD_SEASON]
                                                             : w->value[PLB_WORD_MAYBE_SEASON]);
        return t + 1;
    }
    int32_t end = scan_month(d, t, true, &e->month);
    if (end != PLB_NONE) {
        e->kind = PLB_EXPR_CALENDAR;
        int32_t numbered = scan_month_day(d, end, &e->day);
        if (numbered != PLB_NONE) end = numbered;
    }
    return end;
}

static int32_t unit(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    const plb_date_word *w = word(d, t);
    if (plb_word_is(w, PLB_WORD_SHIFT)) {
        e->shift = (int8_t)w->value[PLB_WORD_SHIFT];
        if (e->shift == 0 && is(d, t + 1, PLB_WORD_SHIFT)) /* "this past week" */
            e->shift = (int8_t)word(d, ++t)->value[PLB_WORD_SHIFT];
        return shifted(d, t + 1, e);
    }
    if (plb_word_is(w, PLB_WORD_ANCHORED) && token(d, t)->upos != PLB_UPOS_SCONJ &&
        token(d, t)->upos != PLB_UPOS_PRON) {
        e->shift = (int8_t)w->value[PLB_WORD_ANCHORED];
        e->anchored = true;
        int32_t end = shifted(d, t + 1, e);
        return end != PLB_NONE && e->kind == PLB_EXPR_UNIT ? end : PLB_NONE;
    }
    return PLB_NONE;
}

/* The unit of "the weekend" and, behind a part, "(the end of) the month". */
static int32_t the_unit(const plb_date_sentence *d, int32_t t, bool part, plb_date_expr *e)
{
    const plb_date_word *w = word(d, t);
    if (!plb_word_is(w, PLB_WORD_UNIT)) return PLB_NONE;
    e->unit = (uint8_t)w->value[PLB_WORD_UNIT];
    bool weekend = e->unit == PLB_UNIT_WEEKEND;
    if (!weekend && (!part || e->unit < PLB_UNIT_WEEK)) return PLB_NONE;
    e->kind = PLB_EXPR_UNIT;
    e->said_unit = !weekend;
    if (!weekend) e->shift = 0;
    return t + 1;
}

enum { MOST_UNITS = 100 }; /* in the singular: "a 30 day truce" */

/* ---- counted units
 * ---------------------------------------------------------------------------------- */

/* A number or a word for some; n is 0 where nobody knows how many. */
static int32_t scan_count(const plb_date_sentence *d, int32_t t, int32_t *n)
{
    plb_number number;
    if (is(d, t, PLB_WORD_ABOUT)) t++;
    if (t < d->end && plb_ground_number(d->s, t, d->end, &number)) {
        if (number.value < 1 || number.value > 10000) return PLB_NONE;
        *n = (int32_t)number.value;
        return t + number.n_tokens;
    }
    int32_t at = is(d, t, PLB_WORD_A) ? t + 1 : t;
    if (is(d, at, PLB_WORD_COUNT)) {
        *n = word(d, at)->value[PLB_WORD_COUNT];
        return is(d, at + 1, PLB_WORD_OF) ? at + 2 : at + 1;
    }
    *n = 1;
    return at > t ? at : PLB_NONE;
}

static int32_t scan_units(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    const plb_date_word *w = word(d, t);
    if (plb_word_is(w, PLB_WORD_UNITS))
        e->unit = (uint8_t)w->value[PLB_WORD_UNITS];
    else if (plb_word_is(w, PLB_WORD_UNIT))
        e->unit = (uint8_t)w->value[PLB_WORD_UNIT];
    else
        return PLB_NONE;
    return t + 1;
}

/* "later", "before" where nothing follows that they govern. */
static bool stands_alone(const plb_date_sentence *d, int32_t t)
{
    uint8_t upos = token(d, t)->upos;
    return upos == PLB_UPOS_ADV || t + 1 >= d->end || token(d, t + 1)->upos == PLB_UPOS_PUNCT;
}

static int32_t count(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    int32_t at = scan_count(d, t, &e->n);
    if (at == PLB_NONE) return PLB_NONE;
    bool hyphen = is_mark(d, at, '-');
    if (hyphen) at++;
    if (!hyphen && e->n > MOST_UNITS && is(d, at, PLB_WORD_UNIT))
        return PLB_NONE; /* "2018 day five" */
    at = scan_units(d, at, e);
    if (at != PLB_NONE && is(d, is_mark(d, at, '-') ? at + 1 : at, PLB_WORD_OLD)) return PLB_NONE;
    if (at == PLB_NONE || (e->unit == PLB_UNIT_SECOND && !is(d, at - 1, PLB_WORD_UNITS)))
        return PLB_NONE;
    e->kind = PLB_EXPR_DURATION;
    const plb_date_word *w = word(d, at);
    bool ago = plb_word_is(w, PLB_WORD_AGO);
    if (!ago && !(plb_word_is(w, PLB_WORD_LATER) && stands_alone(d, at))) return at;
    e->anchored = !ago;
    int direction = w->value[ago ? PLB_WORD_AGO : PLB_WORD_LATER];
    e->kind = e->n == 0 ? PLB_EXPR_FUZZY : PLB_EXPR_AGO;
    e->n *= direction;
    return at + 1;
}

/* past | last | next | recent [N] units */
static int32_t window(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    if (!is(d, t, PLB_WORD_WINDOW)) return PLB_NONE;
    int direction = word(d, t)->value[PLB_WORD_WINDOW];
    bool fuzzy = is(d, t, PLB_WORD_FUZZY);
    int32_t at = scan_count(d, t + 1, &e->n);
    if (at == PLB_NONE) {
        e->n = is(d, t + 1, PLB_WORD_UNIT) ? 1 : 0;
        at = t + 1;
    }
    at = scan_units(d, at, e);
    if (at == PLB_NONE) return PLB_NONE;
    e->kind = fuzzy || e->n == 0 ? PLB_EXPR_FUZZY : PLB_EXPR_WINDOW;
    e->n *= direction;
    return at;
}

/* ---- the rest
 * --------------------------------------------------------------------------------------- */

static int32_t set(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    e->kind = PLB_EXPR_SET;
    if (is(d, t, PLB_WORD_WEEKDAYS) || is(d, t, PLB_WORD_SET)) return t + 1;
    if (!is(d, t, PLB_WORD_EVERY)) return PLB_NONE;
    int32_t n, at = scan_count(d, t + 1, &n);
    if (at == PLB_NONE) at = t + 1;
    bool repeated = is(d, at, PLB_WORD_UNIT) || is(d, at, PLB_WORD_UNITS) ||
                    is(d, at, PLB_WORD_WEEKDAY) || is(d, at, PLB_WORD_MONTH) ||
                    is(d, at, PLB_WORD_DAYPART) || is(d, at, PLB_WORD_SEASON);
    return repeated ? at + 1 : PLB_NONE;
}

static int32_t season(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    if (!is(d, t, PLB_WORD_SEASON) && !is(d, t, PLB_WORD_MAYBE_SEASON)) return PLB_NONE;
    int32_t at = shifted(d, t, e), end = scan_year_behind(d, at, e);
    bool said = end > at || (is(d, t, PLB_WORD_SEASON) &&
                             (is(d, t - 1, PLB_WORD_YEAR) || is(d, t - 1, PLB_WORD_THE)));
    return said ? end : PLB_NONE;
}

static int32_t holiday(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    if (!is(d, t, PLB_WORD_HOLIDAY) || token(d, t)->upos != PLB_UPOS_PROPN) return PLB_NONE;
    e->kind = PLB_EXPR_CALENDAR;
    e->month = (uint8_t)(word(d, t)->value[PLB_WORD_HOLIDAY] / 100);
    e->day = (uint8_t)(word(d, t)->value[PLB_WORD_HOLIDAY] % 100);
    return scan_year_behind(d, t + 1, e);
}

static int32_t year(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    e->kind = PLB_EXPR_CALENDAR;
    int32_t end = scan_decade(d, t, e);
    if (end != PLB_NONE) return end;
    if (!is(d, t - 1, PLB_WORD_YEAR) && !is_mark(d, t - 1 < d->first ? d->end : t - 1, '('))
        return PLB_NONE;
    return scan_year(d, t, e);
}

static int32_t fuzzy(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    if (!is(d, t, PLB_WORD_FUZZY) || token(d, t)->upos != PLB_UPOS_ADV) return PLB_NONE;
    e->kind = PLB_EXPR_FUZZY;
    return t + 1;
}

typedef int32_t rule(const plb_date_sentence *d, int32_t t, plb_date_expr *e);

static plb_date_expr blank(int32_t t)
{
    return (plb_date_expr){ .shift = PLB_NO_SHIFT,
                            .year_shift = PLB_NO_SHIFT,
                            .week_shift = PLB_NO_SHIFT,
                            .weekday = -1,
                            .first = t };
}

static int32_t core(const plb_date_sentence *d, int32_t t, plb_date_expr *e)
{
    static rule *const RULES[] = { calendar, weekday, day,     unit, window, count,
                                   set,      season,  holiday, year, fuzzy };
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++) {
        *e = blank(t);
        int32_t end = RULES[i](d, t, e);
        if (end != PLB_NONE) return end;
    }
    return PLB_NONE;
}

bool plb_date_scan(const plb_date_sentence *d, int32_t t, plb_date_expr *out)
{
    int32_t at = t, end = core(d, at, out);
    bool the = false, part = false;
    if (end == PLB_NONE && is(d, at, PLB_WORD_THE)) {
        the = true;
        at++;
    }
    if (end == PLB_NONE && is(d, at, PLB_WORD_PART)) {
        part = true;
        at++;
        if (is(d, at, PLB_WORD_OF) || is_mark(d, at, '-')) at++;
        if (is(d, at, PLB_WORD_THE)) {
            the = true;
            at++;
        }
    }
    if (end == PLB_NONE && at > t && at < d->end) {
        end = core(d, at, out);
        if (end == PLB_NONE && the) {
            *out = blank(at);
            end = the_unit(d, at, part, out);
        }
    }
    if (end == PLB_NONE) return false;
    out->first = t;
    out->last = end - 1;
    return true;
}
