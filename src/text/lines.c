/* text: physical lines become paragraphs. Private: pieces.h.
 *
 * Text comes in three shapes: a line is a paragraph; empty lines divide paragraphs whose lines were
 * broken to a width (wire services: 70 columns); lines broken to a width and paragraphs told by an
 * indent. A line was broken to the width if the first word of the next one would not have fitted.
 */
#include "text/pieces.h"
#include "text/utf8.h"

enum {
    LONGEST = 132, /* no text is broken to more columns */
    SHORTEST = 40,
    SLACK = 10, /* columns that a full line may lack: some lines of a text run over its width */
    FEW = 3     /* fewer pairs of lines say little about a width */
};

typedef struct {
    size_t begin, end; /* without white space at both ends; begin == end: empty */
    size_t next;       /* where the next line begins */
    size_t indent;     /* white space before it, in characters */
} line;

static line line_at(plb_str text, size_t at)
{
    size_t stop = at;
    while (stop < text.n && text.p[stop] != '\n' && text.p[stop] != '\r') stop++;
    line l = { at, stop, stop, 0 };
    if (l.next < text.n)
        l.next += text.p[stop] == '\r' && stop + 1 < text.n && text.p[stop + 1] == '\n' ? 2 : 1;
    for (size_t length; l.begin < l.end; l.begin += length, l.indent++)
        if (plb_char_at(text, l.begin, &length) != PLB_CHAR_BLANK) break;
    while (l.begin < l.end && plb_char_before(text, l.end) == PLB_CHAR_BLANK)
        l.end = plb_utf8_before(text, l.end);
    return l;
}

static size_t columns(plb_str text, line l)
{
    return l.indent + plb_utf8_count(plb_str_slice(text, l.begin, l.end));
}

/* Columns that line `l` would have with the first word of the line below. */
static size_t columns_with(plb_str text, line l, line below)
{
    size_t at = below.begin;
    while (at < below.end && text.p[at] != ' ' && text.p[at] != '\t') at++;
    return columns(text, l) + 1 + plb_utf8_count(plb_str_slice(text, below.begin, at));
}

static bool is_full(plb_str text, line l, line below, size_t width)
{
    return columns_with(text, l, below) + SLACK > width;
}

static bool begins_lower(plb_str text, line l)
{
    return plb_char_from(text, l.begin) == PLB_CHAR_LOWER;
}

/* The width that nearly all lines keep to; 0 where there is none. */
static size_t width_of(plb_str text)
{
    uint32_t count[LONGEST + 2] = { 0 }, n = 0;
    for (size_t at = 0; at < text.n;) {
        line l = line_at(text, at);
        at = l.next;
        if (l.begin == l.end) continue;
        size_t wide = columns(text, l);
        count[wide > LONGEST ? LONGEST + 1 : wide]++;
        n++;
    }
    uint32_t rest = n / 32; /* so many lines may run over */
    size_t width = LONGEST + 1;
    while (width > 0 && count[width] <= rest) rest -= count[width--];
    return width >= SHORTEST && width <= LONGEST ? width : 0;
}

plb_layout plb_layout_of(plb_str text)
{
    plb_layout layout = { width_of(text), 0 };
    uint32_t pairs = 0, full = 0, lower = 0;
    line above = { 0 };
    for (size_t at = 0; layout.width && at < text.n;) {
        line l = line_at(text, at);
        at = l.next;
        if (above.begin < above.end && l.begin < l.end) {
            pairs++;
            full += is_full(text, above, l, layout.width);
            lower += begins_lower(text, l);
        }
        above = l;
    }
    bool wrapped = pairs < FEW ? pairs && full == pairs && lower == pairs : full * 10 >= pairs * 6;
    if (!wrapped) layout.width = 0;
    return layout;
}

static bool ends_with_stop(plb_str text, line l)
{
    plb_char last = plb_char_before(text, l.end);
    return last == PLB_CHAR_STOP || last == PLB_CHAR_QUOTE || text.p[l.end - 1] == ':';
}

/* Whether the line below goes on with the sentence of the line above. */
static bool goes_on(plb_str text, line above, line below, size_t width)
{
    if (begins_lower(text, below) && !ends_with_stop(text, above)) return true;
    if (!width || (below.indent >= 2 && below.indent > above.indent)) return false;
    return is_full(text, above, below, width);
}

bool plb_layout_paragraph(plb_str text, plb_layout *layout, plb_span *paragraph)
{
    line l = { 0 };
    for (l.next = layout->next; l.begin == l.end;) {
        if (l.next >= text.n) return false;
        l = line_at(text, l.next);
    }
    size_t begin = l.begin;
    while (l.next < text.n) {
        line below = line_at(text, l.next);
        if (below.begin == below.end || !goes_on(text, l, below, layout->width)) break;
        l = below;
    }
    *paragraph = (plb_span){ (uint32_t)begin, (uint32_t)l.end };
    layout->next = l.next;
    return true;
}
