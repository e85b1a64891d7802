/* ground: what the files of the quantity pass share.
 *
 *   quantity_amount.c   tokens      → plb_amount    how many: "between 12 and 15", "dozens"
 *   quantity_measure.c  the tree    → plb_measured  of whom, and what happened to them
 *   quantity.c          the pass: parts, ones, none
 */
#ifndef PLB_GROUND_QUANTITY_INTERNAL_H
#define PLB_GROUND_QUANTITY_INTERNAL_H

#include "ground/number.h"

typedef struct {
    double low, high;
    bool has_low, has_high;
    bool vague; /* "dozens": no number is said */
    bool zero;
    bool year_like;      /* "2014": a number of people only where something says so */
    bool money;          /* a sign of currency stands before it */
    int32_t first, last; /* tokens, with what qualifies it */
    int32_t number;      /* the token that carries it in the tree */
    int32_t base;        /* the same of the number alone: "200" of "half of the 200" */
    int32_t number_first;
} plb_amount;

/* The amount that begins at `token` and ends before `end`; false for none. */
bool plb_amount_at(const plb_grounding *s, int32_t token, int32_t end, plb_amount *out);

typedef struct {
    int32_t noun;      /* what is counted, or PLB_NONE */
    int32_t predicate; /* the word that says what happened, or PLB_NONE */
    plb_measure measure;
    bool found;    /* a predicate or noun told the measure */
    bool weak;     /* only the counted noun did */
    bool kept;     /* false: a length, a time, an age, a score */
    bool of_whole; /* "three of them" */
} plb_measured;

void plb_measure_amount(const plb_grounding *s, const plb_amount *a, plb_measured *out);

/* What happened to a noun by the tree: by its participles, its governor, the noun it hangs on. */
bool plb_measure_noun(const plb_grounding *s, int32_t noun, plb_measured *out);

/* Whether the noun is one person, or some persons. */
bool plb_is_person(const plb_grounding *s, int32_t noun);

/* The measure that the value of a class begins with; `rest` is what follows it. */
bool plb_measure_value(plb_str value, plb_measure *measure, plb_str *rest);

/* Whether case says nothing about verbs here: titles and headlines write their verbs otherwise. */
bool plb_is_headline(const plb_grounding *s, int32_t token);

#endif
