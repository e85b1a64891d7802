/* ground: what the files of the date pass share.
 *
 *   date_scan.c      tokens        → plb_date_expr   what is said: "Tuesday, August 20th"
 *   date_resolve.c   plb_date_expr → plb_date        which days these are
 *   date_tense.c     a token       → its time        whether the clause looks back or ahead
 *   date_document.c  the document  → doc->date
 *   date.c           the pass: mentions, ranges, the day spoken of before
 */
#ifndef PLB_GROUND_DATE_INTERNAL_H
#define PLB_GROUND_DATE_INTERNAL_H

#include "ground/number.h"

typedef enum {
#define PLB_DATE_WORD(id, name) PLB_WORD_##id,
#include "ground/date_word.def"
#undef PLB_DATE_WORD
    PLB_N_DATE_WORDS
} plb_date_word_kind;

/* What one token can be: a bit for each kind and the number that goes with it. */
typedef struct {
    uint64_t kinds;
    int16_t value[PLB_N_DATE_WORDS];
} plb_date_word;

static inline bool plb_word_is(const plb_date_word *w, plb_date_word_kind kind)
{
    return (w->kinds >> kind & 1) != 0;
}

/* A sentence whose words have been looked up. */
typedef struct {
    const plb_grounding *s;
    int32_t first, end;  /* tokens of the sentence, end exclusive */
    plb_date_word *word; /* [end - first] */
    bool any;            /* some word of time or digit is there */
} plb_date_sentence;

static inline const plb_date_word *plb_date_word_at(const plb_date_sentence *d, int32_t token)
{
    return &d->word[token - d->first];
}

/* As date-word.tsv numbers them. */
typedef enum {
    PLB_UNIT_NONE,
    PLB_UNIT_SECOND,
    PLB_UNIT_MINUTE,
    PLB_UNIT_HOUR,
    PLB_UNIT_DAY,
    PLB_UNIT_NIGHT,
    PLB_UNIT_WEEK,
    PLB_UNIT_WEEKEND,
    PLB_UNIT_FORTNIGHT,
    PLB_UNIT_MONTH,
    PLB_UNIT_QUARTER,
    PLB_UNIT_SEASON,
    PLB_UNIT_YEAR,
    PLB_UNIT_DECADE,
    PLB_UNIT_CENTURY
} plb_date_unit;

typedef enum {
    PLB_EXPR_NONE,
    PLB_EXPR_CALENDAR, /* year, month, day as far as they are said */
    PLB_EXPR_DAY,      /* n days from the report: "yesterday" */
    PLB_EXPR_NIGHT,    /* the night before it: "overnight" */
    PLB_EXPR_WEEKDAY,
    PLB_EXPR_UNIT,   /* the unit, n units away: "last week" */
    PLB_EXPR_AGO,    /* n units away, to the unit's precision: "three days ago" */
    PLB_EXPR_WINDOW, /* the n units up to now: "the past two weeks" */
    PLB_EXPR_SEASON,
    PLB_EXPR_DURATION,
    PLB_EXPR_SET,
    PLB_EXPR_FUZZY
} plb_expr_kind;

enum { PLB_NO_SHIFT = 99 };

typedef struct {
    uint8_t kind;             /* plb_expr_kind */
    uint8_t unit;             /* plb_date_unit */
    int8_t shift;             /* of the unit, weekday, month or season; PLB_NO_SHIFT */
    int8_t year_shift;        /* "July last year"; PLB_NO_SHIFT */
    int8_t week_shift;        /* "Monday last week"; PLB_NO_SHIFT */
    int8_t weekday;           /* or -1 */
    uint8_t month, day;       /* 0 where not said */
    uint8_t to_month, to_day; /* of "3 to 5 May" */
    int16_t year;             /* 0 where not said */
    int16_t decade;           /* years that the year stands for: 10 of "the 1990s"; else 0 */
    int32_t n;                /* with AGO, WINDOW, DAY */
    bool anchored;            /* counted from the day spoken of, not from the report */
    bool said_unit;           /* a part of a unit that was spoken of: "the end of the month" */
    int32_t first, last;      /* tokens */
} plb_date_expr;

/* Looks up the words of a sentence; `scratch` has room for those of any sentence of the document
 * (NULL where memory is short). */
plb_date_word *plb_date_scratch(const plb_grounding *s);
void plb_date_words(plb_date_sentence *d, const plb_grounding *s, int32_t sentence,
                    plb_date_word *scratch);

/* The expression that begins at `token`, the longest; false for none. */
bool plb_date_scan(const plb_date_sentence *d, int32_t token, plb_date_expr *out);

typedef enum { PLB_TENSE_NONE, PLB_TENSE_PAST, PLB_TENSE_PRESENT, PLB_TENSE_FUTURE } plb_tense;

/* Which way the clause around `token` looks. */
plb_tense plb_date_tense(const plb_grounding *s, int32_t token);

/* The days of an expression. `today` is the day of the report, `spoken` the day spoken of before;
 * either may be unknown. */
plb_date plb_date_resolve(const plb_date_expr *e, plb_day today, plb_day spoken, plb_tense tense);

/* The number of the tokens' word for the year limits: "first", "last". */
int plb_date_limit(const plb_grounding *s, const char *which);

#endif
