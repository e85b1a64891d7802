/* text: what characters are. ASCII by table, the rest by Unicode's categories. */
#ifndef PLB_TEXT_CHARS_H
#define PLB_TEXT_CHARS_H

#include "base/str.h"

typedef enum {
    PLB_CHAR_BLANK, /* white space, controls, invisible marks of direction */
    PLB_CHAR_UPPER,
    PLB_CHAR_LOWER,
    PLB_CHAR_LETTER, /* without case */
    PLB_CHAR_DIGIT,
    PLB_CHAR_MARK, /* belongs to the letter before it: accents, joiners, soft hyphen */
    PLB_CHAR_STOP, /* . ! ? … */
    PLB_CHAR_OPEN, /* ( [ { */
    PLB_CHAR_CLOSE,
    PLB_CHAR_QUOTE,      /* " and its like; which side, its place tells */
    PLB_CHAR_APOSTROPHE, /* ' ’ ‘ `: quotation marks or parts of words */
    PLB_CHAR_HYPHEN,     /* - within words */
    PLB_CHAR_DASH,       /* – — */
    PLB_CHAR_CURRENCY,
    PLB_CHAR_OTHER
} plb_char;

plb_char plb_char_of(uint32_t c);

static inline bool plb_char_is_letter(plb_char k)
{
    return k == PLB_CHAR_UPPER || k == PLB_CHAR_LOWER || k == PLB_CHAR_LETTER;
}

static inline bool plb_char_is_word(plb_char k)
{
    return k >= PLB_CHAR_UPPER && k <= PLB_CHAR_MARK;
}

/* The kind and the length of the character at s.p[at]; at < s.n. */
plb_char plb_char_at(plb_str s, size_t at, size_t *length);

/* The kind of the character at `at`, or before it; PLB_CHAR_BLANK at the edges of the text. */
plb_char plb_char_from(plb_str s, size_t at);
plb_char plb_char_before(plb_str s, size_t at);

typedef enum { PLB_SIDE_NONE, PLB_SIDE_OPEN, PLB_SIDE_CLOSE, PLB_SIDE_EITHER } plb_side;

/* Whether text[begin:end] is a quotation mark, and which: by its shape, else by the white space
 * around it. Single marks count (an apostrophe that is a token of its own looks like one). */
plb_side plb_quote_side(plb_str text, size_t begin, size_t end, bool *is_single);

#endif
