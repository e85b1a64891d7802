/* text: what characters are; the interface is chars.h. */
#include "text/chars.h"
#include "text/utf8.h"

#include <utf8proc.h>

static plb_char ascii(unsigned char c)
{
    if (c >= 'a' && c <= 'z') return PLB_CHAR_LOWER;
    if (c >= 'A' && c <= 'Z') return PLB_CHAR_UPPER;
    if (c >= '0' && c <= '9') return PLB_CHAR_DIGIT;
    if (c <= ' ' || c == 0x7f) return PLB_CHAR_BLANK;
    switch (c) {
    case '.':
    case '!':
    case '?':
        return PLB_CHAR_STOP;
    case '(':
    case '[':
    case '{':
        return PLB_CHAR_OPEN;
    case ')':
    case ']':
    case '}':
        return PLB_CHAR_CLOSE;
    case '"':
        return PLB_CHAR_QUOTE;
    case '\'':
    case '`':
        return PLB_CHAR_APOSTROPHE;
    case '-':
        return PLB_CHAR_HYPHEN;
    case '$':
        return PLB_CHAR_CURRENCY;
    default:
        return PLB_CHAR_OTHER;
    }
}

static plb_char by_category(uint32_t c)
{
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return PLB_CHAR_UPPER;
    case UTF8PROC_CATEGORY_LL:
        return PLB_CHAR_LOWER;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return PLB_CHAR_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return PLB_CHAR_MARK;
    case UTF8PROC_CATEGORY_ND:
        return PLB_CHAR_DIGIT;
    case UTF8PROC_CATEGORY_PD:
        return PLB_CHAR_DASH;
    case UTF8PROC_CATEGORY_PS:
        return PLB_CHAR_OPEN;
    case UTF8PROC_CATEGORY_PE:
        return PLB_CHAR_CLOSE;
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
        return PLB_CHAR_QUOTE;
    case UTF8PROC_CATEGORY_SC:
        return PLB_CHAR_CURRENCY;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
        return PLB_CHAR_BLANK;
    default:
        return PLB_CHAR_OTHER;
    }
}

plb_char plb_char_of(uint32_t c)
{
    if (c < 0x80) return ascii((unsigned char)c);
    switch (c) {
    case 0x00ad: /* soft hyphen */
    case 0x200c: /* zero-width non-joiner, joiner */
    case 0x200d:
        return PLB_CHAR_MARK;
    case 0x2018: /* single quotation marks */
    case 0x2019:
    case 0x201b:
    case 0x02bc:
    case 0x00b4:
        return PLB_CHAR_APOSTROPHE;
    case 0x201a: /* low marks open a quotation */
    case 0x201e:
        return PLB_CHAR_QUOTE;
    case 0x2010:
    case 0x2011:
        return PLB_CHAR_HYPHEN;
    case 0x2026:
    case 0x3002:
        return PLB_CHAR_STOP;
    default:
        return by_category(c);
    }
}

plb_char plb_char_at(plb_str s, size_t at, size_t *length)
{
    return plb_char_of(plb_utf8_at(s, at, length));
}

plb_char plb_char_from(plb_str s, size_t at)
{
    size_t length;
    return at < s.n ? plb_char_at(s, at, &length) : PLB_CHAR_BLANK;
}

plb_char plb_char_before(plb_str s, size_t at)
{
    return at ? plb_char_from(s, plb_utf8_before(s, at)) : PLB_CHAR_BLANK;
}

/* A straight mark opens where white space or an opening mark stands before it, and closes where
 * white space or punctuation stands behind it. */
static plb_side side_by_place(plb_str text, size_t begin, size_t end)
{
    plb_char before = plb_char_before(text, begin), after = plb_char_from(text, end);
    bool opens = before == PLB_CHAR_BLANK || before == PLB_CHAR_OPEN || before == PLB_CHAR_DASH;
    bool closes = after == PLB_CHAR_BLANK || (!plb_char_is_word(after) && after != PLB_CHAR_OPEN &&
                                              after != PLB_CHAR_CURRENCY);
    if (opens == closes) return PLB_SIDE_EITHER;
    return opens ? PLB_SIDE_OPEN : PLB_SIDE_CLOSE;
}

plb_side plb_quote_side(plb_str text, size_t begin, size_t end, bool *is_single)
{
    plb_str mark = plb_str_slice(text, begin, end);
    size_t length;
    if (!mark.n) return PLB_SIDE_NONE;
    uint32_t c = plb_utf8_at(mark, 0, &length);
    bool twice = mark.n == 2 * length && memcmp(mark.p, mark.p + length, length) == 0;
    *is_single = plb_char_of(c) == PLB_CHAR_APOSTROPHE && !twice;
    if (mark.n != length && !twice) return PLB_SIDE_NONE;
    switch (c) {
    case '"':
    case '\'':
        return side_by_place(text, begin, end);
    case '`':
    case 0x2018:
    case 0x201a:
    case 0x201c:
    case 0x201e:
    case 0x00ab:
    case 0x2039:
        return PLB_SIDE_OPEN;
    case 0x2019:
    case 0x201d:
    case 0x00bb:
    case 0x203a:
        return PLB_SIDE_CLOSE;
    default:
        return PLB_SIDE_NONE;
    }
}
