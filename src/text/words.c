/* text: what stands between two blanks becomes words: contractions, possessives, compounds with a
 * hyphen, numbers with a unit. Private: pieces.h. */
#include "text/pieces.h"
#include "text/normalise.h"
#include "text/utf8.h"

bool plb_pieces_add(plb_splitting *s, size_t begin, size_t end, plb_piece_kind kind)
{
    plb_piece *piece = PLB_PUSH(s->doc->arena, &s->pieces);
    if (!piece) return false;
    *piece = (plb_piece){ (uint32_t)begin, (uint32_t)end, (uint8_t)kind, 0 };
    return true;
}

plb_str plb_lower(plb_str s, char out[PLB_WORD_BYTES])
{
    if (s.n > PLB_WORD_BYTES) return (plb_str){ out, 0 };
    return (plb_str){ out, plb_fold(s, out, PLB_WORD_BYTES) };
}

bool plb_in_class(const plb_splitting *s, plb_text_class cls, plb_str word, plb_str *value)
{
    char lower[PLB_WORD_BYTES];
    plb_str key = plb_lower(word, lower);
    return key.n && s->words->find(s->words->context, cls, key, value);
}

/* ---- clitics and contractions
 * -------------------------------------------------------------------- */

static bool is_apostrophe(plb_str text, size_t at, size_t *length)
{
    return plb_char_at(text, at, length) == PLB_CHAR_APOSTROPHE;
}

/* Where a clitic begins that ends the word text[begin:end]: "'s", "n't"; `end` where there is none.
 */
static size_t clitic_begin(const plb_splitting *s, size_t begin, size_t end)
{
    size_t at = end, length;
    for (int back = 0; back < 4 && at > begin; back++) { /* the longest are "'re", "'ll" */
        at = plb_utf8_before(s->text, at);
        if (is_apostrophe(s->text, at, &length)) break;
    }
    if (at <= begin || !is_apostrophe(s->text, at, &length)) return end;
    size_t before = plb_utf8_before(s->text, at);
    if (before > begin && plb_char_is_letter(plb_char_from(s->text, before)) &&
        plb_in_class(s, PLB_TEXT_CLITIC, plb_str_slice(s->text, before, end), NULL))
        return before;                        /* "n't" takes the letter before it */
    if (s->text.p[before] == '0') return end; /* "the 1980's" */
    return plb_in_class(s, PLB_TEXT_CLITIC, plb_str_slice(s->text, at, end), NULL) ? at : end;
}

/* The words of a contraction without an apostrophe follow one another in `value`: "can not". */
static bool add_contraction(plb_splitting *s, size_t begin, size_t end, plb_str value)
{
    plb_str word;
    size_t at = begin;
    for (plb_str rest = value; plb_str_split(&rest, ' ', &word);) at += word.n;
    if (at != end) return plb_pieces_add(s, begin, end, PLB_PIECE_WORD);
    at = begin;
    while (plb_str_split(&value, ' ', &word)) {
        if (!plb_pieces_add(s, at, at + word.n, PLB_PIECE_WORD)) return false;
        if (at > begin) s->pieces.at[s->pieces.n - 1].flags = PLB_TOKEN_CONTINUES;
        at += word.n;
    }
    return true;
}

/* A word that may end in clitics. */
static bool add_with_clitics(plb_splitting *s, plb_piece word)
{
    enum { MOST = 3 };
    size_t clitic[MOST], end = word.end;
    int n = 0;
    while (n < MOST) {
        size_t at = clitic_begin(s, word.begin, end);
        if (at == end) break;
        clitic[n++] = end = at;
    }
    if (!plb_pieces_add(s, word.begin, end, (plb_piece_kind)word.kind)) return false;
    while (n--) {
        if (!plb_pieces_add(s, clitic[n], n ? clitic[n - 1] : word.end, PLB_PIECE_WORD))
            return false;
        s->pieces.at[s->pieces.n - 1].flags = PLB_TOKEN_CONTINUES;
    }
    return true;
}

/* ---- numbers
 * -------------------------------------------------------------------------------------- */

/* Where the digits of "5pm" end; `end` where no unit follows them. */
static size_t unit_begin(const plb_splitting *s, size_t begin, size_t end)
{
    size_t at = begin;
    while (at < end && ((s->text.p[at] >= '0' && s->text.p[at] <= '9') || s->text.p[at] == ',' ||
                        s->text.p[at] == '.' || s->text.p[at] == ':'))
        at++;
    if (at == begin || at == end) return end;
    plb_str unit = plb_str_slice(s->text, at, end);
    bool money = s->pieces.n &&
                 plb_char_from(s->text, s->pieces.at[s->pieces.n - 1].begin) == PLB_CHAR_CURRENCY;
    /* A single capital is a name ("4G"), behind money a multiple ("$3M"). */
    if (unit.n == 1 && plb_char_from(s->text, at) == PLB_CHAR_UPPER && !money) return end;
    return plb_in_class(s, PLB_TEXT_UNIT, unit, NULL) ? at : end;
}

bool plb_pieces_add_word(plb_splitting *s, plb_piece word)
{
    plb_char first = plb_char_from(s->text, word.begin);
    if (first == PLB_CHAR_DIGIT) {
        size_t unit = unit_begin(s, word.begin, word.end);
        if (unit < word.end) {
            if (!plb_pieces_add(s, word.begin, unit, PLB_PIECE_NUMBER)) return false;
            word.begin = (uint32_t)unit;
            return plb_pieces_add(s, unit, word.end, (plb_piece_kind)word.kind);
        }
    }
    plb_str value, whole = plb_str_slice(s->text, word.begin, word.end);
    if (plb_char_is_letter(first) && word.kind == PLB_PIECE_WORD &&
        plb_in_class(s, PLB_TEXT_CONTRACTION, whole, &value))
        return add_contraction(s, word.begin, word.end, value);
    return add_with_clitics(s, word);
}
