/* text: a paragraph is cut into pieces: words, numbers, marks. Private: pieces.h.
 *
 * Blanks always divide. Between two blanks (a chunk) a word goes on as long as `joins` finds a
 * reason to keep two characters together; everything else stands alone. */
#include "text/pieces.h"
#include "text/utf8.h"

typedef struct {
    plb_splitting *s;
    plb_str text;
    size_t end;       /* of the paragraph */
    size_t chunk_end; /* the blank behind the chunk at hand */
    bool address;     /* the chunk has an @ between word characters */
    bool single_open; /* a quotation in single marks is open */
} cutter;

static plb_char kind_at(const cutter *c, size_t at)
{
    return at < c->end ? plb_char_from(c->text, at) : PLB_CHAR_BLANK;
}

static char byte_at(const cutter *c, size_t at)
{
    return at < c->end ? c->text.p[at] : '\0';
}

static bool is_digit(char b)
{
    return b >= '0' && b <= '9';
}

static size_t step(const cutter *c, size_t at)
{
    size_t length;
    plb_utf8_at(c->text, at, &length);
    return at + length;
}

/* The end of the run of characters of that kind. */
static size_t run_of(const cutter *c, size_t at, plb_char kind)
{
    while (at < c->end && kind_at(c, at) == kind) at = step(c, at);
    return at;
}

static size_t digits_from(const cutter *c, size_t at)
{
    while (is_digit(byte_at(c, at))) at++;
    return at;
}

/* ---- what keeps two characters together
 * ---------------------------------------------------------- */

static bool stop_joins(const cutter *c, size_t segment, size_t at)
{
    plb_char before = plb_char_before(c->text, at), next = kind_at(c, at + 1);
    if (before == PLB_CHAR_DIGIT && next == PLB_CHAR_DIGIT) return true; /* 3.5 */
    if (!plb_char_is_letter(next)) return false;
    if (plb_char_is_letter(before) && at - segment == 1) return true; /* U.S */
    if (next == PLB_CHAR_LOWER) return true;                          /* example.org, 20.doc */
    /* A capital: FILE.TXT, Ph.D, but "…the end.The next…" lacks a space. */
    plb_char then = kind_at(c, step(c, at + 1));
    return then != PLB_CHAR_LOWER &&
           (before == PLB_CHAR_UPPER || (at - segment == 2 && !plb_char_is_word(then)));
}

/* 1,200 and 12,00,000 */
static bool comma_joins(const cutter *c, size_t at)
{
    if (plb_char_before(c->text, at) != PLB_CHAR_DIGIT) return false;
    size_t after = digits_from(c, at + 1), n = after - at - 1;
    return n == 3 || (n == 2 && byte_at(c, after) == ',' && is_digit(byte_at(c, after + 1)));
}

/* 9/11 and 1/2/2003; w/o */
static bool slash_joins(const cutter *c, size_t begin, size_t at)
{
    plb_char next = kind_at(c, at + 1);
    if (next == PLB_CHAR_DIGIT) {
        if (at - begin > 8) return false;
        for (size_t i = begin; i < at; i++)
            if (!is_digit(c->text.p[i]) && c->text.p[i] != '/') return false;
        return true;
    }
    if (at - begin != 1 || !plb_char_is_letter(next)) return false;
    size_t after = at + 1;
    while (after < c->end && after - at <= 4 && plb_char_is_letter(kind_at(c, after)))
        after = step(c, after);
    return after - at - 1 <= 3 && !plb_char_is_word(kind_at(c, after));
}

static bool all_upper(plb_str s)
{
    for (size_t at = 0, length; at < s.n; at += length)
        if (plb_char_at(s, at, &length) != PLB_CHAR_UPPER) return false;
    return true;
}

/* AT&T, p&l */
static bool ampersand_joins(const cutter *c, size_t begin, size_t at)
{
    plb_char next = kind_at(c, at + 1);
    if (at - begin == 1 && !plb_char_is_word(kind_at(c, step(c, at + 1))))
        return plb_char_is_letter(next);
    return next == PLB_CHAR_UPPER && at - begin <= 4 &&
           all_upper(plb_str_slice(c->text, begin, at));
}

/* Whether the word that began at `begin` goes on over the character at `at`; its last stop is
 * before `segment`. What follows must be a character of a word. */
static bool joins(const cutter *c, size_t begin, size_t segment, size_t at)
{
    size_t after = step(c, at);
    plb_char kind = kind_at(c, at), next = kind_at(c, after);
    if (!plb_char_is_word(next) || next == PLB_CHAR_MARK) return false;
    if (kind == PLB_CHAR_APOSTROPHE) return true;
    if (kind == PLB_CHAR_HYPHEN) return c->address;
    switch (c->text.p[at]) {
    case '.':
        return stop_joins(c, segment, at);
    case ',':
        return comma_joins(c, at);
    case '/':
        return slash_joins(c, begin, at);
    case '&':
        return ampersand_joins(c, begin, at);
    case ':':
        return plb_char_before(c->text, at) == PLB_CHAR_DIGIT && next == PLB_CHAR_DIGIT;
    case '_':
    case '@':
        return true;
    case '*':
        return plb_char_is_letter(next) && plb_char_is_letter(plb_char_before(c->text, at));
    default:
        return false;
    }
}

/* ---- words
 * --------------------------------------------------------------------------------------- */

/* The end of the simple word (no hyphen, no stop at its end) that begins at `begin`. */
static size_t simple_end(const cutter *c, size_t begin)
{
    size_t at = begin, segment = begin;
    for (;;) {
        while (at < c->end && plb_char_is_word(kind_at(c, at))) at = step(c, at);
        if (at >= c->end || !joins(c, begin, segment, at)) break;
        if (c->text.p[at] == '.') segment = at + 1;
        at = step(c, at);
    }
    /* US$ before an amount */
    if (byte_at(c, at) == '$' && at - begin <= 3 && run_of(c, begin, PLB_CHAR_UPPER) == at) at++;
    return at;
}

/* U.S, p.m, Ph.D, M.Sc: short pieces between stops, the last a letter, or two behind a capital. */
static bool is_acronym(plb_str word)
{
    size_t letters = 0, n_stops = 0;
    bool capital = word.n > 1 && plb_char_from(word, 0) == PLB_CHAR_UPPER && word.p[1] == '.';
    for (size_t at = 0, length; at < word.n; at += length) {
        plb_char kind = plb_char_at(word, at, &length);
        if (word.p[at] == '.') {
            if (letters > 3) return false;
            letters = 0;
            n_stops++;
        } else {
            if (!plb_char_is_letter(kind)) return false;
            letters++;
        }
    }
    return n_stops > 0 && (letters == 1 || (letters == 2 && n_stops == 1 && capital));
}

/* Abbreviations that are words too ("no", "sat") have the value "capital": small, they are words.
 */
static bool is_abbreviation(const cutter *c, plb_text_class cls, plb_str word)
{
    plb_str value;
    if (!plb_in_class(c->s, cls, word, &value)) return false;
    return !value.n || plb_char_from(word, 0) == PLB_CHAR_UPPER;
}

/* A number, or a month: "b. May 1990". */
static bool number_follows(const cutter *c, size_t at)
{
    while (at < c->end && kind_at(c, at) == PLB_CHAR_BLANK) at = step(c, at);
    if (kind_at(c, at) == PLB_CHAR_DIGIT || byte_at(c, at) == '#') return true;
    size_t end = at;
    while (end < c->end && end - at < PLB_WORD_BYTES && plb_char_is_letter(kind_at(c, end)))
        end = step(c, end);
    return plb_in_class(c->s, PLB_TEXT_MONTH, plb_str_slice(c->text, at, end), NULL);
}

/* Whether the stop at `at` belongs to the word before it, and what that makes it. */
static bool takes_stop(const cutter *c, size_t begin, size_t at, plb_piece_kind *kind)
{
    plb_char next = kind_at(c, at + 1);
    if (byte_at(c, at) != '.' || plb_char_is_word(next)) return false;
    /* "Inc.." is the abbreviation and the end of its sentence, "Inc..." three dots. */
    if (next == PLB_CHAR_STOP && kind_at(c, step(c, at + 1)) == PLB_CHAR_STOP) return false;
    plb_str word = plb_str_slice(c->text, begin, at);
    plb_char first = plb_char_from(c->text, begin);
    if (!plb_char_is_letter(first)) return false;
    bool single = step(c, begin) == at;
    if (single && first == PLB_CHAR_UPPER)
        *kind = PLB_PIECE_INITIAL;
    else if (is_acronym(word))
        *kind = PLB_PIECE_ABBREVIATION;
    else if (is_abbreviation(c, PLB_TEXT_ABBREVIATION_NAME, word))
        *kind = PLB_PIECE_BEFORE_NAME;
    else if (is_abbreviation(c, PLB_TEXT_ABBREVIATION_NUMBER, word) && number_follows(c, at + 1))
        *kind = PLB_PIECE_BEFORE_NUMBER;
    else if (is_abbreviation(c, PLB_TEXT_ABBREVIATION, word))
        *kind = PLB_PIECE_ABBREVIATION;
    else if (byte_at(c, at + 1) == ',' || byte_at(c, at + 1) == ';')
        *kind = PLB_PIECE_ABBREVIATION; /* no sentence ends before a comma */
    else
        return false;
    return true;
}

/* Telephone numbers and dates stay whole (555-0172, 2024-08-20), ranges do not (10-12, 500-1000):
 * the end of such a chain of digits, or `begin`. */
static size_t digit_chain(const cutter *c, size_t begin)
{
    enum { MOST = 8 };
    size_t at = digits_from(c, begin), first = at - begin, groups = 1, last = 0;
    while (groups < MOST && byte_at(c, at) == '-' && is_digit(byte_at(c, at + 1))) {
        size_t end = digits_from(c, at + 1);
        last = end - at - 1;
        groups++;
        at = end;
    }
    bool round = at > begin && c->text.p[begin + first - 1] == '0' && c->text.p[at - 1] == '0';
    bool whole = groups >= 3 || (groups == 2 && first == 3 && last == 4 && !round);
    return whole && !plb_char_is_word(kind_at(c, at)) ? at : begin;
}

static bool hyphen_at(const cutter *c, size_t at)
{
    if (at >= c->end || kind_at(c, at) != PLB_CHAR_HYPHEN) return false;
    plb_char next = kind_at(c, step(c, at));
    return plb_char_is_word(next) && next != PLB_CHAR_MARK;
}

/* Whether the hyphen at `at`, behind the word that begins at `begin`, is no token: "anti-war",
 * "twenty-odd". */
static bool hyphen_joins(const cutter *c, size_t begin, size_t at)
{
    if (plb_in_class(c->s, PLB_TEXT_HYPHEN_PREFIX, plb_str_slice(c->text, begin, at), NULL))
        return true;
    size_t next = step(c, at), end = simple_end(c, next);
    return !hyphen_at(c, end) &&
           plb_in_class(c->s, PLB_TEXT_HYPHEN_SUFFIX, plb_str_slice(c->text, next, end), NULL);
}

/* Whether a URL begins here: "scheme://", "www.", "example.org/" */
static bool is_url(const cutter *c, size_t begin, size_t word_end)
{
    plb_str rest = plb_str_slice(c->text, begin, c->chunk_end);
    /* example.org/page */
    if (byte_at(c, word_end) == '/' && plb_char_is_word(kind_at(c, word_end + 1)) &&
        word_end - begin > 4) {
        size_t last = word_end;
        while (last > begin && c->text.p[last - 1] >= 'a' && c->text.p[last - 1] <= 'z') last--;
        if (last > begin + 1 && word_end - last >= 2 && c->text.p[last - 1] == '.') return true;
    }
    if (word_end - begin < 12 &&
        plb_str_starts(plb_str_slice(c->text, word_end, c->chunk_end), PLB_STR("://")))
        return word_end + 3 < c->chunk_end;
    return rest.n > 4 && (rest.p[0] | 0x20) == 'w' && (rest.p[1] | 0x20) == 'w' &&
           (rest.p[2] | 0x20) == 'w' && rest.p[3] == '.' &&
           plb_char_is_word(plb_char_from(rest, 4));
}

/* The chunk without the punctuation at its end, which is not the address's. */
static size_t url_end(const cutter *c, size_t begin)
{
    size_t end = c->chunk_end, open = 0, close = 0;
    for (size_t i = begin; i < end; i++) {
        open += c->text.p[i] == '(';
        close += c->text.p[i] == ')';
    }
    while (end > begin) {
        plb_char kind = plb_char_before(c->text, end);
        char last = c->text.p[end - 1];
        if (last == ')' && close <= open) break;
        close -= last == ')';
        if (kind != PLB_CHAR_STOP && kind != PLB_CHAR_CLOSE && kind != PLB_CHAR_QUOTE &&
            kind != PLB_CHAR_APOSTROPHE && last != ',' && last != ';' && last != ':' && last != '>')
            break;
        end = plb_utf8_before(c->text, end);
    }
    return end;
}

/* One word with its hyphens from `begin` on; *at moves behind it. */
static bool cut_word(cutter *c, size_t begin, size_t *at)
{
    plb_piece_kind kind = kind_at(c, begin) == PLB_CHAR_DIGIT ? PLB_PIECE_NUMBER : PLB_PIECE_WORD;
    if (kind == PLB_PIECE_NUMBER) {
        *at = digit_chain(c, begin);
        if (*at > begin) return plb_pieces_add(c->s, begin, *at, kind);
    }
    size_t end = simple_end(c, begin);
    if (is_url(c, begin, end)) {
        *at = url_end(c, begin);
        return plb_pieces_add(c->s, begin, *at, PLB_PIECE_WORD);
    }
    while (hyphen_at(c, end) && hyphen_joins(c, begin, end)) end = simple_end(c, step(c, end));
    if (takes_stop(c, begin, end, &kind)) end++;
    *at = end;
    return plb_pieces_add_word(c->s,
                               (plb_piece){ (uint32_t)begin, (uint32_t)end, (uint8_t)kind, 0 });
}

/* ---- everything else
 * ----------------------------------------------------------------------------- */

/* ".", "...", "?!" */
static bool cut_stops(cutter *c, size_t begin, size_t *at)
{
    if (byte_at(c, begin) == '.' && is_digit(byte_at(c, begin + 1)) &&
        plb_char_before(c->text, begin) == PLB_CHAR_BLANK) { /* .5 */
        uint32_t first = c->s->pieces.n;
        if (!cut_word(c, begin + 1, at)) return false;
        c->s->pieces.at[first].begin--;
        return true;
    }
    *at = run_of(c, begin, PLB_CHAR_STOP);
    plb_str run = plb_str_slice(c->text, begin, *at);
    bool dots = run.n > 1;
    for (size_t i = 0; i < run.n; i++) dots = dots && run.p[i] != '!' && run.p[i] != '?';
    return plb_pieces_add(c->s, begin, *at, dots ? PLB_PIECE_ELLIPSIS : PLB_PIECE_STOP);
}

/* Whether the apostrophe before `after` ends a plural possessive ("the workers' party") and not a
 * quotation: the word before ends as such words do, and no quotation is open. */
static bool is_possessive(const cutter *c, size_t begin, size_t after)
{
    plb_str letters;
    if (c->single_open || !plb_char_is_letter(plb_char_before(c->text, begin)) ||
        !plb_in_class(c->s, PLB_TEXT_CLITIC, plb_str_slice(c->text, begin, after), &letters))
        return false;
    size_t last = plb_utf8_before(c->text, begin);
    char lower[PLB_WORD_BYTES];
    plb_str ending = plb_lower(plb_str_slice(c->text, last, begin), lower), letter;
    while (plb_str_split(&letters, ' ', &letter))
        if (plb_str_eq(letter, ending)) return true;
    return false;
}

static bool cut_possessive(cutter *c, size_t begin, size_t end)
{
    if (!plb_pieces_add(c->s, begin, end, PLB_PIECE_WORD)) return false;
    c->s->pieces.at[c->s->pieces.n - 1].flags = PLB_TOKEN_CONTINUES;
    return true;
}

/* An apostrophe that no letter follows, or none precedes: a possessive, "'90s", the clitic of text
 * that was split before ("boy 's"), else a mark of its own. */
static bool cut_apostrophe(cutter *c, size_t begin, size_t *at)
{
    size_t after = step(c, begin), end = after;
    if (kind_at(c, after) == PLB_CHAR_APOSTROPHE && byte_at(c, after) == byte_at(c, begin)) {
        *at = step(c, after); /* '' and `` */
        return plb_pieces_add(c->s, begin, *at, PLB_PIECE_OTHER);
    }
    *at = after;
    if (is_possessive(c, begin, after)) return cut_possessive(c, begin, after);
    while (end < c->end && plb_char_is_word(kind_at(c, end)) && end - after < 4) end = step(c, end);
    bool whole = end > after && !plb_char_is_word(kind_at(c, end));
    bool years = whole && digits_from(c, after) == after + 2 &&
                 (end == after + 2 || byte_at(c, after + 2) == 's');
    if (years ||
        (whole && plb_in_class(c->s, PLB_TEXT_CLITIC, plb_str_slice(c->text, begin, end), NULL))) {
        *at = end;
        return plb_pieces_add(c->s, begin, end, PLB_PIECE_WORD);
    }
    bool single;
    plb_side side = plb_quote_side(c->text, begin, after, &single);
    if (side == PLB_SIDE_OPEN) c->single_open = true;
    if (side == PLB_SIDE_CLOSE) c->single_open = false;
    return plb_pieces_add(c->s, begin, after, PLB_PIECE_OTHER);
}

/* :-) and its like, between blanks or before a stop; the end, or `begin`. */
static size_t smiley_end(const cutter *c, size_t begin)
{
    static const char EYES[] = ":;=", NOSES[] = "-o^", MOUTHS[] = ")(DPp|/";
    size_t at = begin;
    if (plb_char_before(c->text, begin) != PLB_CHAR_BLANK ||
        !memchr(EYES, c->text.p[at], sizeof EYES - 1))
        return begin;
    at++;
    if (at < c->end && memchr(NOSES, c->text.p[at], sizeof NOSES - 1)) at++;
    if (at >= c->end || !memchr(MOUTHS, c->text.p[at], sizeof MOUTHS - 1)) return begin;
    plb_char after = kind_at(c, ++at);
    return after == PLB_CHAR_BLANK || after == PLB_CHAR_STOP ? at : begin;
}

/* Where the mark at `begin` ends: most stand alone, some repeat ("--", "***"), a tag or a handle
 * takes its word, a sign of a picture its modifiers. */
static size_t mark_end(const cutter *c, size_t begin)
{
    size_t at = step(c, begin);
    char b = c->text.p[begin];
    if ((b == '#' || b == '@') && plb_char_is_letter(kind_at(c, at)) &&
        !plb_char_is_word(plb_char_before(c->text, begin)))
        return simple_end(c, at);
    if (b == '+' && is_digit(byte_at(c, at)) && plb_char_before(c->text, begin) == PLB_CHAR_BLANK)
        return simple_end(c, at);
    if (memchr("-*=_~#<>|+^/\\", b, 13))
        while (byte_at(c, at) == b) at++;
    else if (smiley_end(c, begin) > begin)
        return smiley_end(c, begin);
    while (at < c->end && kind_at(c, at) == PLB_CHAR_MARK) at = step(c, at);
    return at;
}

static void begin_chunk(cutter *c, size_t at)
{
    c->address = false;
    while (at < c->end && kind_at(c, at) != PLB_CHAR_BLANK) {
        if (c->text.p[at] == '@' && plb_char_is_word(plb_char_before(c->text, at)) &&
            plb_char_is_word(kind_at(c, at + 1)))
            c->address = true;
        at = step(c, at);
    }
    c->chunk_end = at;
}

bool plb_pieces_cut(plb_splitting *s, plb_span paragraph)
{
    cutter c = { .s = s, .text = s->text, .end = paragraph.end, .chunk_end = paragraph.begin };
    s->pieces.n = 0;
    for (size_t at = paragraph.begin; at < c.end;) {
        plb_char kind = kind_at(&c, at);
        size_t begin = at;
        if (kind == PLB_CHAR_BLANK) {
            at = step(&c, at);
            continue;
        }
        if (at >= c.chunk_end) begin_chunk(&c, at);
        bool ok;
        if (plb_char_is_word(kind))
            ok = cut_word(&c, begin, &at);
        else if (kind == PLB_CHAR_STOP)
            ok = cut_stops(&c, begin, &at);
        else if (kind == PLB_CHAR_APOSTROPHE)
            ok = cut_apostrophe(&c, begin, &at);
        else
            ok = plb_pieces_add(s, begin, at = mark_end(&c, begin), PLB_PIECE_OTHER);
        if (!ok) return false;
    }
    return true;
}
