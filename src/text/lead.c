/* text: what stands before and around the running text; the interface is lead.h. */
#include "text/lead.h"

static plb_str form(const plb_splitting *s, uint32_t i)
{
    const plb_piece *p = &s->pieces.at[i];
    return plb_str_slice(s->text, p->begin, p->end);
}

static bool is_mark(const plb_splitting *s, uint32_t i, char mark)
{
    return i < s->pieces.n && s->pieces.at[i].end - s->pieces.at[i].begin == 1 &&
           s->text.p[s->pieces.at[i].begin] == mark;
}

static plb_char kind_of(const plb_splitting *s, uint32_t i)
{
    return i < s->pieces.n ? plb_char_from(s->text, s->pieces.at[i].begin) : PLB_CHAR_BLANK;
}

static bool blank_before(const plb_splitting *s, uint32_t i)
{
    return i == 0 || i >= s->pieces.n || s->pieces.at[i].begin > s->pieces.at[i - 1].end;
}

/* The word without the stop of an abbreviation is in the class. */
static bool in_class(const plb_splitting *s, plb_text_class cls, uint32_t i)
{
    if (i >= s->pieces.n || !plb_char_is_letter(kind_of(s, i))) return false;
    plb_str word = form(s, i);
    if (word.n > 1 && word.p[word.n - 1] == '.') word.n--;
    return plb_in_class(s, cls, word, NULL);
}

static plb_span span_of(const plb_splitting *s, uint32_t first, uint32_t end)
{
    if (first >= end) return (plb_span){ 0, 0 };
    return (plb_span){ s->pieces.at[first].begin, s->pieces.at[end - 1].end };
}

/* The longest phrase of the class that begins at piece i: the piece behind it, and its value. */
static uint32_t phrase(const plb_splitting *s, plb_text_class cls, uint32_t i, plb_str *value)
{
    enum { MOST_WORDS = 8, MOST_BYTES = 120 };
    char joined[MOST_BYTES];
    size_t n = 0;
    uint32_t end = i;
    for (uint32_t k = i; k < s->pieces.n && k < i + MOST_WORDS; k++) {
        char lower[PLB_WORD_BYTES];
        plb_str word = plb_lower(form(s, k), lower);
        if (!word.n || n + word.n + 1 > sizeof joined) break;
        if (n) joined[n++] = ' ';
        memcpy(joined + n, word.p, word.n);
        n += word.n;
        plb_str found;
        if (!s->words->find(s->words->context, cls, (plb_str){ joined, n }, &found)) continue;
        end = k + 1;
        *value = found;
    }
    return end;
}

/* ---- dates
 * ---------------------------------------------------------------------------------------- */

static bool is_number(const plb_splitting *s, uint32_t i, size_t most_bytes)
{
    return kind_of(s, i) == PLB_CHAR_DIGIT && form(s, i).n <= most_bytes;
}

static bool is_year(const plb_splitting *s, uint32_t i)
{
    return is_number(s, i, 4) && form(s, i).n == 4 && s->pieces.at[i].kind == PLB_PIECE_NUMBER;
}

/* "2016-07-23", "23/07/2016" */
static bool is_date_number(const plb_splitting *s, uint32_t i)
{
    if (kind_of(s, i) != PLB_CHAR_DIGIT) return false;
    plb_str word = form(s, i);
    size_t n_marks = 0;
    for (size_t k = 0; k < word.n; k++) n_marks += word.p[k] == '-' || word.p[k] == '/';
    return n_marks == 2 && word.n >= 8 && word.n <= 10;
}

/* The piece behind a date at piece i: "Aug 20", "15 NOV 89", "Monday, March 5, 2007"; i where there
 * is none. */
static uint32_t date_end(const plb_splitting *s, uint32_t i, bool *has_year)
{
    uint32_t k = i;
    *has_year = false;
    if (in_class(s, PLB_TEXT_WEEKDAY, k)) k += is_mark(s, k + 1, ',') ? 2 : 1;
    if (is_date_number(s, k)) {
        *has_year = true;
        return k + 1;
    }
    if (in_class(s, PLB_TEXT_MONTH, k) && is_number(s, k + 1, 4) && !is_year(s, k + 1))
        k += 2;
    else if (is_number(s, k, 4) && in_class(s, PLB_TEXT_MONTH, k + 1))
        k += 2;
    else
        return i;
    uint32_t year = is_mark(s, k, ',') ? k + 1 : k;
    *has_year = is_year(s, year) || (year == k && is_number(s, k, 2) && form(s, k).n == 2);
    return *has_year ? year + 1 : k;
}

uint32_t plb_lead_stamp(const plb_splitting *s, uint32_t from, plb_span *date)
{
    plb_str value;
    bool has_year;
    uint32_t i = phrase(s, PLB_TEXT_BYLINE, from, &value);
    if (i == from) i = phrase(s, PLB_TEXT_AGENCY, from, &value);
    uint32_t end = date_end(s, i, &has_year);
    if (end == i || !has_year) return from;
    plb_span span = span_of(s, i, end);
    /* A time of day: "17:53", "10:15 GMT", "6:30 PM" */
    if (kind_of(s, end) == PLB_CHAR_DIGIT && memchr(form(s, end).p, ':', form(s, end).n)) {
        end++;
        if (in_class(s, PLB_TEXT_UNIT, end)) end++;
    }
    if (is_mark(s, end, '|') || is_mark(s, end, '-')) end++;
    /* Text of its own begins behind it; "5 March 2007 was …" is a sentence. */
    bool apart = end == s->pieces.n ||
                 (blank_before(s, end) &&
                  (kind_of(s, end) == PLB_CHAR_UPPER || kind_of(s, end) == PLB_CHAR_DIGIT ||
                   kind_of(s, end) == PLB_CHAR_QUOTE));
    if (!apart) return from;
    *date = span;
    return end;
}

/* ---- datelines
 * ------------------------------------------------------------------------------------ */

static bool is_capital_word(const plb_splitting *s, uint32_t i)
{
    return kind_of(s, i) == PLB_CHAR_UPPER && !in_class(s, PLB_TEXT_MONTH, i) &&
           !in_class(s, PLB_TEXT_WEEKDAY, i);
}

/* Words in brackets from piece i on, at most `most`: the piece behind them, or i. */
static uint32_t bracket_end(const plb_splitting *s, uint32_t i, char open, char close,
                            uint32_t most)
{
    if (!is_mark(s, i, open)) return i;
    for (uint32_t k = i + 1; k < s->pieces.n && k <= i + most; k++)
        if (is_mark(s, k, close) && (open != close || k > i + 1)) return k + 1;
    return i;
}

static bool joins_names(const plb_splitting *s, uint32_t i)
{
    return is_mark(s, i, ',') || is_mark(s, i, '-') || is_mark(s, i, '/') ||
           kind_of(s, i) == PLB_CHAR_APOSTROPHE;
}

/* The place of a dateline: capitalised words, with what stands between them. */
static uint32_t place_end(const plb_splitting *s, uint32_t i)
{
    enum { MOST = 14, PARTICLE = 3 };
    uint32_t k = i, end = i;
    while (k < s->pieces.n && k < i + MOST) {
        bool next = is_capital_word(s, k + 1);
        if (is_capital_word(s, k)) {
            end = ++k;
        } else if (k == i) {
            break;
        } else if (!blank_before(s, k) && joins_names(s, k) &&
                   (next || (s->pieces.at[k].flags & PLB_TOKEN_CONTINUES))) {
            k++; /* "TEL-AVIV", "BEIRUT/CAIRO", "Newark, N.J.", "COTE D'IVOIRE" */
        } else if (kind_of(s, k) == PLB_CHAR_LOWER && form(s, k).n <= PARTICLE && next) {
            k++; /* "Rio de Janeiro" */
        } else if (bracket_end(s, k, '(', ')', 5) > k &&
                   is_mark(s, bracket_end(s, k, '(', ')', 5), ',')) {
            end = k = bracket_end(s, k, '(', ')', 5); /* "MANAGUA (NICARAGUA), …" */
        } else {
            break;
        }
    }
    return end;
}

static bool has_lower(const plb_splitting *s, uint32_t first, uint32_t end)
{
    if (first >= end) return false;
    plb_span span = span_of(s, first, end);
    for (size_t at = span.begin, length; at < span.end; at += length)
        if (plb_char_at(s->text, at, &length) == PLB_CHAR_LOWER) return true;
    return false;
}

/* Dates and agencies behind the place, in either order. */
static uint32_t source_end(const plb_splitting *s, uint32_t i, plb_dateline *out)
{
    for (uint32_t k = i;;) {
        bool has_year;
        plb_str value;
        uint32_t at = is_mark(s, k, ',') || is_mark(s, k, '|') ? k + 1 : k,
                 end = date_end(s, at, &has_year);
        if (end > at && out->date.end == 0) {
            out->date = span_of(s, at, end);
        } else if ((end = bracket_end(s, at, '(', ')', 9)) > at ||
                   (end = bracket_end(s, at, '/', '/', 5)) > at) {
            if (out->agency.end == 0) out->agency = span_of(s, at + 1, end - 1);
        } else if ((end = phrase(s, PLB_TEXT_AGENCY, at, &value)) > at && out->agency.end == 0) {
            out->agency = span_of(s, at, end);
        } else {
            return k;
        }
        k = end;
    }
}

/* The mark that ends a dateline at piece i; what may end it depends on how sure the rest is. */
static uint32_t dash_end(const plb_splitting *s, uint32_t i, bool sure, bool capitals)
{
    if (i >= s->pieces.n || i + 1 >= s->pieces.n) return i;
    plb_str mark = form(s, i);
    plb_char kind = kind_of(s, i);
    bool dash = kind == PLB_CHAR_DASH || mark.p[0] == '_' ||
                (mark.p[0] == '-' && (mark.n > 1 || blank_before(s, i)));
    if (dash && (blank_before(s, i + 1) || kind == PLB_CHAR_DASH || mark.n > 1)) return i + 1;
    if (sure && mark.n == 1 && (mark.p[0] == '.' || mark.p[0] == '-')) return i + 1;
    if ((sure || capitals) && mark.n == 1 && mark.p[0] == ':' && blank_before(s, i + 1))
        return i + 1;
    return i;
}

/* A paragraph of sentences. */
static bool is_running_text(const plb_splitting *s)
{
    enum { FEW = 15 };
    if (s->pieces.n < FEW) return false;
    for (uint32_t i = s->pieces.n; i-- > s->pieces.n - 3;)
        if (s->pieces.at[i].kind == PLB_PIECE_STOP) return true;
    return false;
}

uint32_t plb_lead_dateline(const plb_splitting *s, uint32_t from, plb_dateline *out)
{
    enum { MOST_LABELS = 4 };
    plb_dateline line = { .date = { 0, 0 } };
    uint32_t place = place_end(s, from);
    if (place == from) return from;
    line.place = span_of(s, from, place);
    uint32_t source = source_end(s, place, &line);
    bool capitals = !has_lower(s, from, place) && has_lower(s, place, s->pieces.n);
    /* "On October 1 -" is no dateline. */
    bool dated = line.date.end > 0 && (is_mark(s, place, ',') || !has_lower(s, from, place));
    bool sure = dated || line.agency.end > 0;
    uint32_t end = dash_end(s, source, sure, capitals);
    if (end == source) return from;
    if (!sure && !is_running_text(s)) return from; /* a headline: "ISRAEL: …" */
    if (!sure && !capitals) { /* "Taipei, Taiwan — The …", not "Israel — a state" */
        uint32_t n_commas = 0;
        for (uint32_t i = from; i < place; i++) n_commas += is_mark(s, i, ',');
        if (n_commas != 1 || place - from > 6 || kind_of(s, end) != PLB_CHAR_UPPER) return from;
    }
    for (int label = 0; label < MOST_LABELS; label++) end = bracket_end(s, end, '[', ']', 16);
    if (end == s->pieces.n) return from;
    line.span = span_of(s, from, end);
    *out = line;
    return end;
}

/* ---- the title again
 * ------------------------------------------------------------------------------ */

static bool same_word(plb_str a, plb_str b)
{
    if (a.n > 1 && a.p[a.n - 1] == '.')
        a.n--; /* an abbreviation here, the end of the title there */
    if (b.n > 1 && b.p[b.n - 1] == '.') b.n--;
    if (plb_str_eq(a, b)) return true;
    char x[PLB_WORD_BYTES], y[PLB_WORD_BYTES];
    plb_str low = plb_lower(a, x);
    return low.n && plb_str_eq(low, plb_lower(b, y));
}

static bool is_word_form(plb_str word)
{
    return word.n && plb_char_is_word(plb_char_from(word, 0));
}

/* Tokens of the title, up to a mark that sets the publisher apart ("… - The Daily"). */
static int32_t title_tokens(const plb_doc *doc)
{
    enum { ENOUGH = 4 };
    int32_t n = 0, words = 0;
    for (uint32_t i = 0; i < doc->sentences.n && doc->sentences.at[i].part == PLB_PART_TITLE; i++)
        for (int32_t t = 0; t < doc->sentences.at[i].n_tokens; t++, n++) {
            plb_str word = doc->tokens.at[n].form;
            bool apart =
                plb_str_is(word, "|") || (plb_str_is(word, "-") && n > 0 &&
                                          !(doc->tokens.at[n - 1].flags & PLB_TOKEN_NO_SPACE));
            if (apart && words >= ENOUGH) return n;
            words += is_word_form(word);
        }
    return words >= ENOUGH ? n : 0;
}

/* The piece behind the title if it begins at piece i, else i; marks may differ. */
static uint32_t title_end(const plb_splitting *s, uint32_t i, int32_t n_title)
{
    uint32_t k = i;
    for (int32_t t = 0; t < n_title; t++) {
        plb_str word = s->doc->tokens.at[t].form;
        if (!is_word_form(word)) continue;
        while (k < s->pieces.n && !is_word_form(form(s, k))) k++;
        if (k == s->pieces.n || !same_word(form(s, k), word)) return i;
        k++;
    }
    while (k < s->pieces.n && s->pieces.at[k].kind != PLB_PIECE_WORD && !blank_before(s, k) &&
           !is_word_form(form(s, k)))
        k++; /* its stop */
    return k;
}

bool plb_lead_title(const plb_splitting *s, uint32_t *first, uint32_t *end)
{
    enum { NEAR = 16 };
    int32_t n_title = title_tokens(s->doc);
    if (!n_title) return false;
    for (uint32_t i = 0; i < s->pieces.n && i < NEAR; i++) {
        uint32_t k = is_word_form(form(s, i)) ? title_end(s, i, n_title) : i;
        if (k == i) continue;
        /* Words of a title that begin or stand in a sentence go on in small letters. */
        bool apart =
            k == s->pieces.n || !is_word_form(form(s, k - 1)) || kind_of(s, k) != PLB_CHAR_LOWER;
        plb_span date;
        if (!apart || (i > 0 && plb_lead_stamp(s, 0, &date) == 0)) return false;
        *first = i;
        *end = k;
        return true;
    }
    return false;
}

/* ---- lines
 * ---------------------------------------------------------------------------------------- */

static bool is_byline(const plb_splitting *s)
{
    enum { MOST = 18, MOST_IN_BRACKETS = 60 };
    plb_str value;
    plb_span date;
    uint32_t n = s->pieces.n, first = is_mark(s, 0, '(') ? 1 : 0;
    uint32_t end = phrase(s, PLB_TEXT_BYLINE, first, &value);
    if (end > first && n <= (first ? MOST_IN_BRACKETS : MOST)) {
        bool name = is_mark(s, end, ':') || kind_of(s, end) == PLB_CHAR_UPPER ||
                    kind_of(s, end) == PLB_CHAR_DIGIT || end == n;
        return name && (first || s->pieces.at[n - 1].kind != PLB_PIECE_STOP);
    }
    if (n <= MOST && plb_lead_stamp(s, 0, &date) == n) return true;
    return phrase(s, PLB_TEXT_AGENCY, 0, &value) == n;
}

/* A phrase of one word says it only of a line that is no sentence. */
static bool is_boilerplate(const plb_splitting *s)
{
    enum { MOST = 30 };
    uint32_t n = s->pieces.n;
    if (n > MOST) return false;
    bool sentence = s->pieces.at[n - 1].kind == PLB_PIECE_STOP;
    for (uint32_t i = 0; i < n; i++) {
        plb_str value = { NULL, 0 };
        uint32_t end = phrase(s, PLB_TEXT_BOILERPLATE, i, &value);
        if (end > i && (value.n || (i == 0 && (end > 1 || !sentence)))) return true;
    }
    return false;
}

uint32_t plb_lead_tail(const plb_splitting *s, uint32_t from, plb_line *line)
{
    enum { MOST = 12 };
    uint32_t n = s->pieces.n, stop = n;
    while (stop > from && n - stop < MOST && s->pieces.at[stop - 1].kind != PLB_PIECE_STOP) stop--;
    if (stop == from || stop == n || s->pieces.at[stop - 1].kind != PLB_PIECE_STOP) return n;
    while (stop < n && (kind_of(s, stop) == PLB_CHAR_QUOTE || kind_of(s, stop) == PLB_CHAR_CLOSE))
        stop++;
    uint32_t first = stop;
    while (first < n && !plb_char_is_word(kind_of(s, first))) first++;
    plb_str value;
    uint32_t end = phrase(s, PLB_TEXT_AGENCY, first, &value);
    while (end > first && end < n && !plb_char_is_word(kind_of(s, end))) end++;
    *line = PLB_LINE_BYLINE;
    if (end > first && end == n) return stop;
    *line = PLB_LINE_BOILERPLATE;
    return phrase(s, PLB_TEXT_BOILERPLATE, first, &value) > first ? stop : n;
}

plb_line plb_lead_line(const plb_splitting *s)
{
    if (is_byline(s)) return PLB_LINE_BYLINE;
    return is_boilerplate(s) ? PLB_LINE_BOILERPLATE : PLB_LINE_TEXT;
}
