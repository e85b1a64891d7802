/* lexicon: a name or phrase as the tokens that a text may show it in. */
#include "lexicon/name_split.h"

#include <utf8proc.h>

#include "lexicon/trie.h"
#include "text/utf8.h"

/* Bytes of the dash at p, 0 where there is none: "-" and U+2010 to U+2015. */
static size_t dash_at(const char *p, const char *end)
{
    if (*p == '-') return 1;
    bool dash = end - p >= 3 && memcmp(p, "\xe2\x80", 2) == 0 && (unsigned char)p[2] >= 0x90 &&
                (unsigned char)p[2] <= 0x95;
    return dash ? 3 : 0;
}

static bool add(plb_key *key, const char *begin, const char *end)
{
    if (begin == end) return true;
    if (key->n == PLB_KEY_MAX_TOKENS) return false;
    key->token[key->n++] = (plb_str){ begin, (size_t)(end - begin) };
    return true;
}

/* Splits at dashes that stand inside the word. */
static bool split_dashes(plb_key *key, plb_str word, bool keep)
{
    const char *begin = word.p, *end = word.p + word.n;
    for (const char *p = begin; p < end;) {
        size_t n = dash_at(p, end);
        if (!n || p == begin || p + n == end) {
            p += n ? n : 1;
            continue;
        }
        if (!add(key, begin, p) || (keep && !add(key, p, p + n))) return false;
        begin = p += n;
    }
    return add(key, begin, end);
}

typedef enum { AT_BLANKS, DASHES_APART, DASHES_OUT, N_WAYS } way;

static bool split(plb_str words, way how, plb_key *key)
{
    key->n = 0;
    key->drop = 0;
    for (plb_str word; plb_str_split(&words, ' ', &word);) {
        bool ok = how == AT_BLANKS ? add(key, word.p, word.p + word.n)
                                   : split_dashes(key, word, how == DASHES_APART);
        if (!ok) return false;
    }
    return key->n > 0;
}

static bool same(const plb_key *a, const plb_key *b)
{
    if (a->n != b->n || a->drop != b->drop) return false;
    for (uint32_t i = 0; i < a->n; i++)
        if (!plb_str_eq(a->token[i], b->token[i])) return false;
    return true;
}

static plb_str fold_token(const plb_key *key, uint32_t i, char *room)
{
    plb_str folded = plb_lex_fold(key->token[i], room);
    if (!key->drop) return folded;
    size_t n = 0;
    for (size_t k = 0; k < folded.n; k++)
        if (room[k] != key->drop) room[n++] = room[k];
    return (plb_str){ room, n };
}

/* The key with `drop` left out of its tokens; false where none has it among other signs. */
static bool make_dropping(const plb_key *from, char drop, plb_key *to)
{
    char room[PLB_LEX_MAX_FOLDED];
    bool found = false;
    *to = (plb_key){ .drop = drop };
    for (uint32_t i = 0; i < from->n; i++) {
        plb_str folded = plb_lex_fold(from->token[i], room);
        bool has = folded.n && memchr(folded.p, drop, folded.n);
        if (has && folded.n == 1) continue; /* nothing would be left */
        to->token[to->n++] = from->token[i];
        found = found || (has && folded.n > 2);
    }
    return found;
}

/* Counts the last one in, unless it is there already. */
static void keep_if_new(const plb_key *keys, uint32_t *n)
{
    for (uint32_t i = 0; i < *n; i++)
        if (same(&keys[i], &keys[*n])) return;
    ++*n;
}

uint32_t plb_key_variants(const plb_name_splitter *s, plb_str words,
                          plb_key out[PLB_KEY_MAX_VARIANTS])
{
    uint32_t n = 0;
    for (way how = AT_BLANKS; how < N_WAYS; how++) {
        if (!split(words, how, &out[n])) return 0;
        keep_if_new(out, &n);
    }
    if (s && plb_name_split(s, words, &out[n])) keep_if_new(out, &n);
    uint32_t split_ways = n;
    for (uint32_t i = 0; i < split_ways; i++)
        if (make_dropping(&out[i], '\'', &out[n])) n++;
    if (make_dropping(&out[0], '-', &out[n])) n++;
    return n;
}

typedef struct {
    uint32_t letters, capitals;
} letter_count;

static letter_count count_letters(plb_str form)
{
    letter_count count = { 0, 0 };
    for (size_t at = 0, n; at < form.n; at += n) {
        uint32_t c = plb_utf8_at(form, at, &n);
        utf8proc_category_t is = utf8proc_category((utf8proc_int32_t)c);
        bool capital = is == UTF8PROC_CATEGORY_LU || is == UTF8PROC_CATEGORY_LT;
        count.letters += capital || is == UTF8PROC_CATEGORY_LL || is == UTF8PROC_CATEGORY_LO;
        count.capitals += capital;
    }
    return count;
}

bool plb_token_upper(plb_str form, uint32_t *letters)
{
    letter_count count = count_letters(form);
    if (letters) *letters = count.letters;
    return count.capitals > 1;
}

bool plb_token_capital(plb_str form)
{
    return count_letters(form).capitals > 0;
}

plb_key_case plb_key_letters(const plb_key *key)
{
    plb_key_case out = { 0 };
    for (uint32_t i = 0; i < key->n; i++) {
        uint32_t letters;
        if (plb_token_upper(key->token[i], &letters)) out.upper |= 1U << i;
        if (plb_token_capital(key->token[i])) out.capital |= 1U << i;
        if (i == 0) out.first_letters = letters;
    }
    return out;
}

uint32_t plb_key_node(plb_trie *t, uint32_t root, const plb_key *key)
{
    char room[PLB_LEX_MAX_FOLDED];
    uint32_t node = root;
    for (uint32_t i = 0; node && i < key->n; i++)
        node = plb_trie_child(t, node, fold_token(key, i, room));
    return node;
}

uint32_t plb_key_find(const plb_trie *t, uint32_t root, const plb_key *key)
{
    char room[PLB_LEX_MAX_FOLDED];
    uint32_t node = root;
    for (uint32_t i = 0; node && i < key->n; i++)
        node = plb_trie_find(t, node, fold_token(key, i, room));
    return node;
}
