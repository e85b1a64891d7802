/* ground: numbers in digits and words. The words are in the class "number-word", whose values say
 * what each does: add, multiply, join. */
#include "ground/number.h"

#include <stdlib.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool plb_number_digits(plb_str s, double *out)
{
    double value = 0, scale = 1;
    size_t since_comma = 0;
    bool decimals = false, commas = false;
    if (s.n == 0 || s.n > 24 || !is_digit(s.p[0])) return false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (is_digit(c)) {
            value = value * 10 + (c - '0');
            if (decimals) scale *= 10;
            since_comma++;
        } else if (c == ',' && !decimals && (commas ? since_comma == 3 : since_comma <= 3)) {
            commas = true;
            since_comma = 0;
        } else if (c == '.' && !decimals && (!commas || since_comma == 3) && i + 1 < s.n) {
            decimals = true;
        } else {
            return false;
        }
    }
    if (commas && !decimals && since_comma != 3) return false;
    *out = value / scale;
    return true;
}

int plb_number_small(plb_str s)
{
    int value = 0;
    if (s.n == 0 || s.n > 4) return -1;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.p[i])) return -1;
        value = value * 10 + (s.p[i] - '0');
    }
    return value;
}

typedef struct {
    char op; /* 'n' a number, '*', '^', '=', '&' */
    double value;
} number_word;

static bool word_at(const plb_grounding *s, int32_t token, number_word *out)
{
    plb_str value;
    if (!plb_ground_form_in(s, s->g->number_word, token, &value) || value.n == 0) return false;
    char text[32];
    size_t n = value.n < sizeof text ? value.n : sizeof text - 1;
    memcpy(text, value.p, n);
    text[n] = '\0';
    bool plain = is_digit(text[0]);
    out->op = plain ? 'n' : text[0];
    out->value = strtod(plain ? text : text + 1, NULL);
    return true;
}

static bool is_hyphen(const plb_grounding *s, int32_t token)
{
    return plb_str_is(s->doc->tokens.at[token].form, "-");
}

/* total + group: "two million" + "three hundred and five". */
typedef struct {
    double total, group;
    bool any, multiplied;
} sum;

static void multiply(sum *n, double by)
{
    double group = n->any ? n->group : 1;
    n->multiplied = n->any = true;
    if (by < 1000) {
        n->group = group * by;
        return;
    }
    if (group == 0)
        n->total *= by;
    else
        n->total += group * by;
    n->group = 0;
}

/* Whether a small number can follow: "twenty" five, "two hundred" five; not "two" three. */
static bool adds(const sum *n, double value)
{
    if (!n->any) return true;
    if (n->group == 0) return n->total > 0;
    double room = n->group >= 100 ? 100 : n->group >= 20 ? 10 : 0;
    return value > 0 && value < room && (long)n->group % (long)room == 0;
}

bool plb_ground_number(const plb_grounding *s, int32_t token, int32_t end, plb_number *out)
{
    sum n = { 0, 0, false, false };
    number_word word;
    int32_t t = token;
    bool digits = plb_number_digits(s->doc->tokens.at[t].form, &n.group);
    int32_t last = PLB_NONE; /* the last token that belongs to it */
    if (digits) {
        n.any = true;
        last = t++;
    } else if (word_at(s, t, &word) && word.op == '=') {
        number_word next;
        int32_t at = t + 1;
        if (at < end && word_at(s, at, &next) && next.op == '=') at++;
        if (at >= end || !word_at(s, at, &next) || next.op != '*') return false;
        n.group = word.value;
        n.any = true;
        t = at;
    }
    for (; t < end; t++) {
        int32_t at = t;
        if (last != PLB_NONE && at + 1 < end && is_hyphen(s, at)) at++;
        if (!word_at(s, at, &word)) break;
        if (word.op == '&') {
            if (last == PLB_NONE || !n.multiplied || at + 1 >= end || !word_at(s, at + 1, &word) ||
                word.op != 'n' || !adds(&n, word.value))
                break;
            continue;
        }
        if (word.op == '*' || (word.op == '^' && digits && last == token && at == t)) {
            if (!n.any && s->doc->tokens.at[at].upos != PLB_UPOS_NUM) break;
            multiply(&n, word.value);
        } else if (word.op == 'n' && !(digits && !n.multiplied) && adds(&n, word.value)) {
            n.group += word.value;
            n.any = true;
        } else {
            break;
        }
        last = t = at;
    }
    if (last == PLB_NONE) return false;
    *out = (plb_number){ n.total + n.group, last - token + 1, digits, n.multiplied };
    return true;
}
