/* text: what tokens know of their surroundings; the interface is flags.h.
 *
 * A quotation that goes on over paragraphs opens anew in each and closes in the last. An opening
 * mark that nothing closes counts to the end of its sentence. */
#include "text/flags.h"
#include "text/chars.h"

/* ---- quotation marks
 * ----------------------------------------------------------------------------- */

typedef struct {
    plb_doc *doc;
    int32_t open;   /* the token that opened the quotation at hand, or PLB_NONE */
    int32_t single; /* the same of single marks */
} quoting;

static void flag_between(plb_doc *doc, int32_t open, int32_t close)
{
    for (int32_t t = open + 1; t < close; t++) doc->tokens.at[t].flags |= PLB_TOKEN_QUOTED;
}

static plb_side side_of(const plb_doc *doc, int32_t t, bool *single)
{
    const plb_token *token = &doc->tokens.at[t];
    if (token->flags & PLB_TOKEN_CONTINUES) return PLB_SIDE_NONE; /* a possessive */
    if (token->end - token->begin > 6) return PLB_SIDE_NONE;
    return plb_quote_side(plb_doc_part(doc, token->sentence), token->begin, token->end, single);
}

static int32_t sentence_end(const plb_doc *doc, int32_t token)
{
    const plb_sentence *s = &doc->sentences.at[doc->tokens.at[token].sentence];
    return s->first_token + s->n_tokens;
}

/* A straight mark behind a comma closes what is open, though its blank stands on the wrong side:
 * `We met, "he said` */
static bool closes_anyway(const plb_doc *doc, int32_t t)
{
    plb_str form = doc->tokens.at[t].form;
    return t > 0 && plb_str_is(form, "\"") && plb_str_is(doc->tokens.at[t - 1].form, ",");
}

static void take_mark(quoting *q, int32_t t, plb_side side, int32_t *open)
{
    if (side == PLB_SIDE_EITHER) side = *open == PLB_NONE ? PLB_SIDE_OPEN : PLB_SIDE_CLOSE;
    if (side == PLB_SIDE_OPEN && *open != PLB_NONE && closes_anyway(q->doc, t))
        side = PLB_SIDE_CLOSE;
    if (side == PLB_SIDE_OPEN) {
        /* The one before was never closed. */
        if (*open != PLB_NONE && open == &q->open) {
            int32_t end = sentence_end(q->doc, *open);
            flag_between(q->doc, *open, end < t ? end : t);
        }
        *open = t;
    } else if (*open != PLB_NONE) {
        flag_between(q->doc, *open, t);
        *open = PLB_NONE;
    }
}

/* Between two paragraphs: `next` is the first token of the second, or the number of tokens. */
static void end_paragraph(quoting *q, int32_t next)
{
    q->single = PLB_NONE;
    if (q->open == PLB_NONE) return;
    bool single = false, more = next < (int32_t)q->doc->tokens.n &&
                                side_of(q->doc, next, &single) == PLB_SIDE_OPEN && !single;
    flag_between(q->doc, q->open, more ? next : sentence_end(q->doc, q->open));
    q->open = PLB_NONE; /* which the mark at `next` opens again */
}

static void flag_quoted(plb_doc *doc)
{
    quoting q = { doc, PLB_NONE, PLB_NONE };
    const plb_sentence *s = doc->sentences.at;
    for (uint32_t i = 0; i < doc->sentences.n; i++, s++) {
        if (i && (s->part != s[-1].part || s->paragraph != s[-1].paragraph))
            end_paragraph(&q, s->part == s[-1].part ? s->first_token : (int32_t)doc->tokens.n);
        for (int32_t t = s->first_token; t < s->first_token + s->n_tokens; t++) {
            bool single = false;
            plb_side side = side_of(doc, t, &single);
            if (side != PLB_SIDE_NONE) take_mark(&q, t, side, single ? &q.single : &q.open);
        }
    }
    end_paragraph(&q, (int32_t)doc->tokens.n);
}

/* ---- capitals
 * ------------------------------------------------------------------------------------ */

/* Whether case says nothing in the sentence; `before` where it is too short to tell. */
static bool is_caseless(const plb_doc *doc, const plb_sentence *s, bool before)
{
    enum { FEW = 3 };
    uint32_t n_words = 0;
    bool upper = false, lower = false;
    for (int32_t t = s->first_token; t < s->first_token + s->n_tokens; t++) {
        plb_str form = doc->tokens.at[t].form;
        size_t n_letters = 0;
        for (size_t at = 0, length; at < form.n && !(upper && lower); at += length) {
            plb_char kind = plb_char_at(form, at, &length);
            upper = upper || kind == PLB_CHAR_UPPER;
            lower = lower || kind == PLB_CHAR_LOWER;
            n_letters += plb_char_is_letter(kind);
        }
        if (upper && lower) return false;
        n_words += n_letters > 1;
    }
    return n_words >= FEW ? upper || lower : before;
}

void plb_text_flag(plb_doc *doc)
{
    flag_quoted(doc);
    bool caseless = false;
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        if (i && s->part != s[-1].part) caseless = false;
        caseless = is_caseless(doc, s, caseless);
        if (!caseless) continue;
        for (int32_t t = s->first_token; t < s->first_token + s->n_tokens; t++)
            doc->tokens.at[t].flags |= PLB_TOKEN_CAPS;
    }
}
