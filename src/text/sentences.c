/* text: where sentences end; pieces become tokens of the document. Private: pieces.h.
 *
 * A stop ends a sentence where what follows looks like the beginning of another one. A stop that
 * belongs to an abbreviation does so only before a word that is known to begin sentences; it then
 * becomes a token of its own, as in the treebanks. */
#include "text/pieces.h"

enum { LAST_MARKS = 2 }; /* so many marks alone at the end of a paragraph are no sentence */

typedef struct {
    plb_splitting *s;
    const plb_piece *at; /* the pieces */
    uint32_t n;
    uint32_t first; /* of the sentence at hand */
    bool quoted;    /* a straight quotation mark is open */
    bool all_caps;  /* the paragraph has no small letter */
} breaker;

static plb_char first_kind(const breaker *b, uint32_t i)
{
    return plb_char_from(b->s->text, b->at[i].begin);
}

static plb_str form(const breaker *b, uint32_t i)
{
    return plb_str_slice(b->s->text, b->at[i].begin, b->at[i].end);
}

static bool blank_before(const breaker *b, uint32_t i)
{
    return i > 0 && b->at[i].begin > b->at[i - 1].end;
}

static plb_side side_of(const breaker *b, uint32_t i)
{
    bool single;
    if (b->at[i].kind != PLB_PIECE_OTHER) return PLB_SIDE_NONE;
    return plb_quote_side(b->s->text, b->at[i].begin, b->at[i].end, &single);
}

/* The last piece of a reference mark, "[12]", which goes with the sentence before it; other words
 * in brackets do so only without a blank. i where there is none. */
static uint32_t reference_end(const breaker *b, uint32_t i)
{
    enum { MOST = 4 };
    if (b->s->text.p[b->at[i].begin] != '[') return i;
    bool blank = blank_before(b, i);
    for (uint32_t k = i + 1; k < b->n && k <= i + MOST; k++) {
        if (b->s->text.p[b->at[k].begin] == ']') return k;
        if (blank && b->at[k].kind != PLB_PIECE_NUMBER) return i;
    }
    return i;
}

/* The piece behind closing marks that follow piece i; *quote: one of them is a quotation mark. */
static uint32_t behind_closers(const breaker *b, uint32_t i, bool *quote)
{
    *quote = false;
    bool open = b->quoted;
    for (i++; i < b->n; i++) {
        uint32_t reference = reference_end(b, i);
        if (reference > i) {
            i = reference;
            continue;
        }
        plb_side side = side_of(b, i);
        bool close = side == PLB_SIDE_CLOSE || (side == PLB_SIDE_EITHER && open);
        if (close) *quote = true;
        if (side == PLB_SIDE_EITHER) open = !open;
        if (!close && (first_kind(b, i) != PLB_CHAR_CLOSE || b->at[i].kind != PLB_PIECE_OTHER))
            break;
    }
    return i;
}

/* The first word at or behind piece i, over opening marks and bullets; b->n where none is near. */
static uint32_t next_word(const breaker *b, uint32_t i)
{
    enum { NEAR = 16 };
    for (uint32_t end = i + NEAR; i < b->n && i < end; i++)
        if (plb_char_is_word(first_kind(b, i))) return i;
    return b->n;
}

/* Whether the word begins sentences; `sure`: and hardly stands elsewhere. */
static bool is_starter(const breaker *b, uint32_t i, bool sure)
{
    plb_str value;
    return first_kind(b, i) == PLB_CHAR_UPPER &&
           plb_in_class(b->s, PLB_TEXT_SENTENCE_START, form(b, i), &value) && !(sure && value.n);
}

/* "1." and "(a)." at its beginning are no sentence. */
static bool is_list_mark(const breaker *b, uint32_t i)
{
    uint32_t n = i - b->first;
    if (n == 0 || n > 3) return n == 0;
    for (uint32_t k = b->first; k < i; k++) {
        plb_char kind = first_kind(b, k);
        bool short_word = plb_char_is_word(kind) && b->at[k].end - b->at[k].begin <= 3 &&
                          (kind == PLB_CHAR_DIGIT || b->at[k].end - b->at[k].begin == 1);
        if (!short_word && kind != PLB_CHAR_OPEN && kind != PLB_CHAR_CLOSE) return false;
    }
    return true;
}

static bool stop_ends(const breaker *b, uint32_t i)
{
    bool quote;
    uint32_t next = behind_closers(b, i, &quote), word = next_word(b, next);
    if (next >= b->n) return true;
    if (memchr(",;:", b->s->text.p[b->at[next].begin], 3)) return false;
    if (is_list_mark(b, i) || (word == b->n && b->n - next <= LAST_MARKS)) return false;
    bool small = word < b->n && first_kind(b, word) == PLB_CHAR_LOWER;
    if (!blank_before(b, next)) /* "…the end.The next…" */
        return word == next && !small && i > 0 && next == i + 1 &&
               b->at[i].kind == PLB_PIECE_STOP && first_kind(b, i - 1) == PLB_CHAR_LOWER &&
               first_kind(b, word) == PLB_CHAR_UPPER;
    if (small) /* a slip of the writer, or a quotation within its sentence */
        return !quote && !(b->quoted && side_of(b, next) != PLB_SIDE_NONE) && i > 0 &&
               b->at[i].kind == PLB_PIECE_STOP && !b->all_caps &&
               b->at[i - 1].end - b->at[i - 1].begin > 1;
    return true;
}

/* "at 6 p.m. Police said" ends, "at 6 p.m. Friday" and "6 p.m. GMT" do not. */
static bool time_ends(const breaker *b, uint32_t i, uint32_t word)
{
    enum { ZONE = 4 };
    plb_str next = form(b, word);
    bool zone = next.n <= ZONE;
    for (size_t at = 0, length; at < next.n && zone; at += length)
        zone = plb_char_at(next, at, &length) == PLB_CHAR_UPPER;
    return i > b->first && b->at[i - 1].kind == PLB_PIECE_NUMBER && !b->all_caps && !zone &&
           first_kind(b, word) == PLB_CHAR_UPPER &&
           plb_in_class(b->s, PLB_TEXT_UNIT,
                        plb_str_slice(b->s->text, b->at[i].begin, b->at[i].end - 1), NULL) &&
           !plb_in_class(b->s, PLB_TEXT_WEEKDAY, next, NULL) &&
           !plb_in_class(b->s, PLB_TEXT_MONTH, next, NULL);
}

static bool abbreviation_ends(const breaker *b, uint32_t i)
{
    bool quote;
    uint32_t next = behind_closers(b, i, &quote), word = next_word(b, next);
    if (next >= b->n) return true;
    if (word == b->n || !blank_before(b, next)) return false;
    bool sure = b->all_caps || b->at[i].kind == PLB_PIECE_BEFORE_NAME;
    return is_starter(b, word, sure) || time_ends(b, i, word);
}

static bool ends_after(const breaker *b, uint32_t i)
{
    switch (b->at[i].kind) {
    case PLB_PIECE_STOP:
    case PLB_PIECE_ELLIPSIS:
        return stop_ends(b, i);
    case PLB_PIECE_ABBREVIATION:
    case PLB_PIECE_INITIAL:
        return abbreviation_ends(b, i);
    default:
        return false;
    }
}

/* ---- from pieces to tokens
 * ------------------------------------------------------------------------ */

static bool add_token(breaker *b, size_t begin, size_t end, uint8_t flags)
{
    plb_doc *doc = b->s->doc;
    plb_token *token = PLB_PUSH(doc->arena, &doc->tokens);
    if (!token) return false;
    *token = (plb_token){
        .begin = (uint32_t)begin,
        .end = (uint32_t)end,
        .form = plb_str_slice(b->s->text, begin, end),
        .flags = flags,
        .sentence = (int32_t)doc->sentences.n - 1,
        .head = PLB_NONE,
        .first_child = PLB_NONE,
        .next_sibling = PLB_NONE,
        .mention = PLB_NONE,
    };
    if (plb_char_from(b->s->text, end) != PLB_CHAR_BLANK) token->flags |= PLB_TOKEN_NO_SPACE;
    return true;
}

static bool has_own_stop(const plb_piece *p)
{
    return p->kind == PLB_PIECE_ABBREVIATION || p->kind == PLB_PIECE_INITIAL ||
           p->kind == PLB_PIECE_BEFORE_NAME || p->kind == PLB_PIECE_BEFORE_NUMBER;
}

/* The pieces from b->first to `last` are a sentence; `stop` is the one that ended it. */
static bool add_sentence(breaker *b, uint32_t last, uint32_t stop, plb_line line)
{
    plb_doc *doc = b->s->doc;
    plb_sentence *sentence = PLB_PUSH(doc->arena, &doc->sentences);
    if (!sentence) return false;
    *sentence = (plb_sentence){
        .begin = b->at[b->first].begin,
        .end = b->at[last].end,
        .first_token = (int32_t)doc->tokens.n,
        .root = PLB_NONE,
        .paragraph = b->s->paragraph,
        .part = (uint8_t)b->s->part,
        .line = (uint8_t)line,
    };
    for (uint32_t i = b->first; i <= last; i++) {
        const plb_piece *p = &b->at[i];
        size_t end = p->end;
        if (i == stop && has_own_stop(p)) end--;
        if (!add_token(b, p->begin, end, p->flags)) return false;
        if (end < p->end && !add_token(b, end, p->end, 0)) return false;
    }
    sentence->n_tokens = (int32_t)doc->tokens.n - sentence->first_token;
    b->first = last + 1;
    return true;
}

/* The best piece after which to cut a sentence of too many tokens: behind the last semicolon, colon
 * or dash, comma, else anywhere between two written forms; in the second half of what is allowed.
 */
static uint32_t best_cut(const breaker *b, uint32_t last)
{
    uint32_t half = b->first + PLB_MAX_SENTENCE_TOKENS / 2, best = last;
    int best_rank = 0;
    for (uint32_t i = half; i <= last && i + 1 < b->n; i++) {
        if (b->at[i + 1].flags & PLB_TOKEN_CONTINUES) continue;
        char mark = b->s->text.p[b->at[i].begin];
        int rank = mark == ';'                                        ? 4
                   : mark == ':' || first_kind(b, i) == PLB_CHAR_DASH ? 3
                   : mark == ','                                      ? 2
                                                                      : 1;
        if (rank >= best_rank) {
            best_rank = rank;
            best = i;
        }
    }
    return best;
}

static bool is_all_caps(const breaker *b)
{
    bool capital = false;
    for (uint32_t i = b->first; i < b->n; i++)
        for (size_t at = b->at[i].begin, length; at < b->at[i].end; at += length) {
            plb_char kind = plb_char_at(b->s->text, at, &length);
            if (kind == PLB_CHAR_LOWER) return false;
            capital = capital || kind == PLB_CHAR_UPPER;
        }
    return capital;
}

bool plb_pieces_to_sentences(plb_splitting *s, uint32_t first, uint32_t end, plb_line line)
{
    enum { MOST = PLB_MAX_SENTENCE_TOKENS - 1 }; /* a stop may be split off */
    breaker b = { .s = s, .at = s->pieces.at, .n = end, .first = first };
    b.all_caps = is_all_caps(&b);
    for (uint32_t i = first; i < end; i++) {
        plb_side side = side_of(&b, i);
        if (side == PLB_SIDE_OPEN)
            b.quoted = true;
        else if (side == PLB_SIDE_CLOSE)
            b.quoted = false;
        else if (side == PLB_SIDE_EITHER)
            b.quoted = !b.quoted;
        bool quote, ends = i + 1 == end || ends_after(&b, i);
        uint32_t last = ends ? behind_closers(&b, i, &quote) - 1 : i;
        if (last - b.first >= MOST) last = b.first + MOST - 1;
        if (ends) {
            if (last > i) b.quoted = false;
            if (!add_sentence(&b, last, i, line)) return false;
            i = last;
        } else if (i - b.first + 1 == MOST) {
            if (!add_sentence(&b, best_cut(&b, i), UINT32_MAX, line)) return false;
        }
    }
    return true;
}
