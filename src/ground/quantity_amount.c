/* ground: how many. Numbers with what qualifies them become bounds:
 *
 *     over 40,000       40001 …         at least 12    12 …          up to 15      … 15
 *     fewer than 20     … 19            about 20       20 … 20       12 to 15      12 … 15
 *     dozens            24 …            several        3 …           nobody        0 … 0
 *     a majority of the 2.3 million     1150001 … 2300000            half of 60    30 … 30 */
#include "ground/quantity_internal.h"

#include <math.h>
#include <stdlib.h>

typedef enum {
    BOUND_NONE,
    BOUND_EXACT,
    BOUND_ABOUT,
    BOUND_OVER,
    BOUND_LEAST,
    BOUND_MOST,
    BOUND_UNDER
} bound;

enum { MAX_BOUNDS = 3, FRACTION_REACH = 6 };

static bound bound_of(plb_str value)
{
    static const struct {
        const char *name;
        bound bound;
    } NAMES[] = { { "over", BOUND_OVER },
                  { "least", BOUND_LEAST },
                  { "most", BOUND_MOST },
                  { "under", BOUND_UNDER },
                  { "about", BOUND_ABOUT } };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (plb_str_is(value, NAMES[i].name)) return NAMES[i].bound;
    return BOUND_EXACT;
}

static int32_t phrase(const plb_grounding *s, plb_class cls, int32_t t, int32_t end, plb_str *value)
{
    if (cls < 0 || t >= end) return 0;
    return plb_lexicon_phrase(s->lex, cls, PLB_MATCH_FORM, s->doc, t, end, value);
}

static plb_str form(const plb_grounding *s, int32_t t)
{
    return s->doc->tokens.at[t].form;
}

static bool is_sign(const plb_grounding *s, int32_t t, char sign)
{
    return form(s, t).n == 1 && form(s, t).p[0] == sign;
}

static bool is_dash(const plb_grounding *s, int32_t t)
{
    return is_sign(s, t, '-') || plb_str_is(form(s, t), "\xe2\x80\x93");
}

static bool link_is(const plb_grounding *s, int32_t t, int32_t end, const char *what)
{
    plb_str value;
    if (t < end && is_dash(s, t)) return strcmp(what, "to") == 0;
    return t < end && plb_ground_form_in(s, s->g->quantity_link, t, &value) &&
           plb_str_is(value, what);
}

/* ---- what carries no quantity
 * ----------------------------------------------------------------------- */

/* "F-16", "AK-47", the second number of "3-2": it belongs to a name or score. */
static bool in_compound(const plb_grounding *s, int32_t t, int32_t first)
{
    if (t < first + 2 || !is_dash(s, t - 1)) return false;
    const plb_token *dash = plb_doc_token(s->doc, t - 1), *before = plb_doc_token(s->doc, t - 2);
    double ignored;
    return before->end == dash->begin || plb_number_digits(before->form, &ignored);
}

/* "20-member", "12-year-old", and the score "3-2". */
static bool is_modifier(const plb_grounding *s, int32_t after, int32_t end, double value)
{
    if (after >= end || !is_dash(s, after)) return false;
    plb_number next;
    return !(after + 1 < end && plb_ground_number(s, after + 1, end, &next) && next.value > value);
}

/* ", 34 ," behind a name is an age. */
static bool is_age(const plb_grounding *s, int32_t t, int32_t after, int32_t first, int32_t end)
{
    return t >= first + 2 && is_sign(s, t - 1, ',') && after < end && is_sign(s, after, ',') &&
           plb_doc_token(s->doc, t - 2)->upos == PLB_UPOS_PROPN;
}

static bool is_year_like(const plb_grounding *s, int32_t t, const plb_number *n)
{
    return n->digits && n->n_tokens == 1 && form(s, t).n == 4 && n->value >= 1900 &&
           n->value <= 2100;
}

/* A year that stands alone, "Resolution 242", "Highway 1". */
static bool is_label(const plb_grounding *s, int32_t t, const plb_number *n)
{
    const plb_token *number = plb_doc_token(s->doc, t);
    if (is_year_like(s, t, n) && number->deprel != PLB_DEP_NUMMOD) return true;
    if (!n->digits || number->head == PLB_NONE || number->head >= t) return false;
    const plb_token *head = plb_doc_token(s->doc, number->head);
    plb_deprel rel = plb_deprel_universal((plb_deprel)number->deprel);
    bool names = head->upos == PLB_UPOS_NOUN || head->upos == PLB_UPOS_PROPN;
    bool counted = plb_ground_form_in(s, s->g->measure_form, number->head, NULL) ||
                   plb_ground_lemma_in(s, s->g->measure_toll, number->head, NULL);
    return names && !counted && number->head == t - 1 &&
           (rel == PLB_DEP_NUMMOD || rel == PLB_DEP_NMOD || rel == PLB_DEP_COMPOUND ||
            rel == PLB_DEP_FLAT || rel == PLB_DEP_APPOS);
}

/* ---- amounts
 * ---------------------------------------------------------------------------------------- */

static void put_exact(plb_amount *a, double low, double high)
{
    a->low = low;
    a->high = high;
    a->has_low = a->has_high = true;
}

static void qualify(plb_amount *a, bound b)
{
    switch (b) {
    case BOUND_OVER:
        a->low = floor(a->high) + 1;
        a->has_high = false;
        break;
    case BOUND_LEAST:
        a->has_high = false;
        break;
    case BOUND_MOST:
        a->has_low = false;
        break;
    case BOUND_UNDER:
        a->high = ceil(a->low) - 1;
        a->has_low = false;
        break;
    default:
        break;
    }
}

/* What a number phrase is carried by: the word of it whose head lies outside. */
static void put_tokens(const plb_grounding *s, plb_amount *a, int32_t number, int32_t last)
{
    a->number_first = number;
    a->last = last;
    a->number = a->base = plb_ground_head(s->doc, number, last);
}

/* 12 [to 15]; behind "between", and */
static bool scan_number(const plb_grounding *s, int32_t t, int32_t end, bool between, plb_amount *a)
{
    plb_number n, m;
    int32_t first = s->doc->sentences.at[plb_doc_token(s->doc, t)->sentence].first_token;
    if (!plb_ground_number(s, t, end, &n) || in_compound(s, t, first)) return false;
    int32_t after = t + n.n_tokens;
    if (is_modifier(s, after, end, n.value) || is_age(s, t, after, first, end)) return false;
    const char *link = between ? "and" : "to";
    if (link_is(s, after, end, link) && after + 1 < end &&
        plb_ground_number(s, after + 1, end, &m) && m.value >= n.value &&
        !is_modifier(s, after + 1 + m.n_tokens, end, m.value)) {
        /* "2 to 3 million" */
        double low =
            m.multiplied && !n.multiplied && n.value < 1000 && m.value >= 1000 && n.value * 1000 > 0
                ? n.value * pow(10, 3 * floor(log10(m.value) / 3))
                : n.value;
        put_exact(a, low <= m.value ? low : n.value, m.value);
        put_tokens(s, a, t, after + m.n_tokens);
        return true;
    }
    if (between || is_label(s, t, &n)) return false;
    put_exact(a, n.value, n.value);
    put_tokens(s, a, t, after - 1);
    a->year_like = is_year_like(s, t, &n);
    return true;
}

/* "dozens", "a few": value "24" or "2 2" */
static bool scan_vague(const plb_grounding *s, int32_t t, int32_t end, plb_amount *a)
{
    plb_str value;
    int32_t n = phrase(s, s->g->quantity_noun, t, end, &value);
    if (!n || value.n == 0 || value.n > 40) return false;
    char text[48], *rest;
    memcpy(text, value.p, value.n);
    text[value.n] = '\0';
    a->low = strtod(text, &rest);
    a->has_low = true;
    a->high = a->low;
    a->has_high = *rest == ' ';
    if (a->has_high) a->high = strtod(rest, NULL);
    a->vague = true;
    put_tokens(s, a, t, t + n - 1);
    return true;
}

/* [12 percent | half | a majority] of … 200 … */
static bool scan_fraction(const plb_grounding *s, int32_t t, int32_t end, plb_amount *a)
{
    plb_str value;
    plb_number percent = { 0 }, base;
    int32_t at = t;
    if (plb_ground_number(s, at, end, &percent)) at += percent.n_tokens;
    int32_t n = phrase(s, s->g->quantity_fraction, at, end, &value);
    bool is_percent = n && plb_str_is(value, "percent");
    if (is_percent != (at > t)) { /* "two thirds" begins like a number */
        at = t;
        n = phrase(s, s->g->quantity_fraction, at, end, &value);
        is_percent = false;
        if (n && plb_str_is(value, "percent")) return false;
    }
    at += n;
    if (!n || value.n == 0 || value.n > 40 || at >= end ||
        !plb_ground_form_in(s, s->g->quantity_of, at, NULL))
        return false;
    int32_t reach = at + FRACTION_REACH < end ? at + FRACTION_REACH : end;
    for (int32_t b = at + 1; b < reach; b++) {
        uint8_t upos = plb_doc_token(s->doc, b)->upos;
        if (upos == PLB_UPOS_VERB || upos == PLB_UPOS_PUNCT) return false;
        if (!plb_ground_number(s, b, end, &base)) continue;
        char text[48], *rest;
        memcpy(text, value.p, value.n);
        text[value.n] = '\0';
        double part = is_percent ? percent.value / 100 : strtod(text, &rest);
        if (part <= 0 || part > 1) return false;
        double low = floor(part * base.value + 0.5);
        bool over = !is_percent && plb_str_ends(value, PLB_STR("over"));
        put_exact(a, over ? floor(part * base.value) + 1 : low, over ? base.value : low);
        put_tokens(s, a, t, b + base.n_tokens - 1);
        a->number = plb_ground_head(s->doc, t, at - 1);
        a->base = plb_ground_head(s->doc, b, a->last);
        return true;
    }
    return false;
}

static bool scan_zero(const plb_grounding *s, int32_t t, int32_t end, plb_amount *a)
{
    plb_str value;
    int32_t n = phrase(s, s->g->quantity_zero, t, end, &value);
    if (!n) return false;
    put_exact(a, 0, 0);
    a->zero = true;
    put_tokens(s, a, t, t + n - 1);
    return true;
}

static bool is_money_sign(const plb_grounding *s, int32_t t)
{
    plb_str value;
    return plb_doc_token(s->doc, t)->upos == PLB_UPOS_SYM &&
           plb_ground_form_in(s, s->g->measure_noun, t, &value) &&
           plb_str_eq(value, plb_measure_name(PLB_MEASURE_MONEY));
}

bool plb_amount_at(const plb_grounding *s, int32_t token, int32_t end, plb_amount *out)
{
    plb_str value;
    bound b = BOUND_NONE;
    int32_t at = token, n;
    *out = (plb_amount){ .first = token };
    if (scan_zero(s, token, end, out)) return true;
    if (scan_vague(s, token, end, out) && out->last > token) goto found; /* "a few" is no "few" */
    for (int i = 0; i < MAX_BOUNDS && (n = phrase(s, s->g->quantity_bound, at, end, &value)) > 0;
         i++) {
        bound next = bound_of(value);
        if (next > b) b = next;
        at += n;
    }
    bool between = link_is(s, at, end, "between");
    if (between || link_is(s, at, end, "from")) at++;
    if (at < end && is_money_sign(s, at)) {
        out->money = true;
        at++;
    }
    if (at >= end) return false;
    *out = (plb_amount){ .first = token, .money = out->money };
    bool ok = between ? scan_number(s, at, end, true, out)
                      : scan_fraction(s, at, end, out) || scan_number(s, at, end, false, out) ||
                            scan_vague(s, at, end, out);
    if (!ok) return false;
found:
    if ((n = phrase(s, s->g->quantity_after, out->last + 1, end, &value)) > 0) {
        bound next = bound_of(value);
        if (next > b) b = next;
        out->last += n;
    }
    qualify(out, b);
    return true;
}
