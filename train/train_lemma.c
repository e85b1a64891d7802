/* train: the tables of the lemmatiser: what each (word, tag) is most often, and the rules of
 * suffixes. */
#include "train/train_lemma.h"

#include <stdlib.h>

enum { MIN_SUFFIX_COUNT = 2, SHORT_SUFFIX = 2, MAX_RULES = 1 << 16, MAX_LEMMA = 255 };

/* A token, seen through one key. */
typedef struct {
    uint64_t key;
    plb_str lemma;
    const plb_word *word;
    uint32_t rule; /* of suffix keys */
    uint32_t tag;
} record;

typedef PLB_VEC(record) records;

typedef struct {
    plb_corpus *corpus;
    plb_word *words; /* [tokens] */
    records norms, forms, suffixes[PLB_N_SUFFIXES + 1];
    PLB_VEC(plb_lemma_rule) rules;
    PLB_VEC(char) pool;
    plb_lemma_entry *entry[2]; /* words, suffixes */
    uint32_t mask[2];
    bool failed;
} lemma_trainer;

static int by_key_lemma(const void *a, const void *b)
{
    const record *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return plb_str_cmp(x->lemma, y->lemma);
}

static int by_key_rule(const void *a, const void *b)
{
    const record *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x->rule > y->rule) - (x->rule < y->rule);
}

static bool same_value(const record *a, const record *b, bool rules)
{
    return rules ? a->rule == b->rule : plb_str_eq(a->lemma, b->lemma);
}

/* The commonest value of the records that begin at `first` with one key; *end is where they end. */
static const record *majority(const records *list, uint32_t first, uint32_t *end, uint32_t *count,
                              bool rules)
{
    const record *best = NULL;
    uint32_t most = 0, i = first;
    while (i < list->n && list->at[i].key == list->at[first].key) {
        uint32_t from = i;
        while (i < list->n && list->at[i].key == list->at[first].key &&
               same_value(&list->at[i], &list->at[from], rules))
            i++;
        if (i - from > most) {
            most = i - from;
            best = &list->at[from];
        }
    }
    *end = i;
    *count = i - first;
    return best;
}

static void push(lemma_trainer *t, records *list, record r)
{
    record *to = PLB_PUSH(t->corpus->arena, list);
    if (to)
        *to = r;
    else
        t->failed = true;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool continues(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

static bool has_capital(plb_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (lower(s.p[i]) != s.p[i]) return true;
    return false;
}

/* The rule that makes `lemma` of `form`. */
static bool make_rule(plb_str form, plb_str lemma, plb_lemma_rule *rule)
{
    bool keep = has_capital(form) && has_capital(lemma) && form.p[0] == lemma.p[0];
    size_t same = 0;
    while (same < form.n && same < lemma.n &&
           (keep ? form.p[same] : lower(form.p[same])) == lemma.p[same])
        same++;
    while (same > 0 && ((same < form.n && continues(form.p[same])) ||
                        (same < lemma.n && continues(lemma.p[same]))))
        same--;
    if (lemma.n - same > PLB_MAX_RULE_ADD || form.n - same > UINT8_MAX) return false;
    *rule = (plb_lemma_rule){ .keep = keep ? PLB_LEMMA_KEEP : PLB_LEMMA_LOWER,
                              .cut = (uint8_t)(form.n - same),
                              .n_add = (uint8_t)(lemma.n - same) };
    memcpy(rule->add, lemma.p + same, lemma.n - same);
    return true;
}

static uint32_t rule_number(lemma_trainer *t, const plb_lemma_rule *rule)
{
    for (uint32_t i = 0; i < t->rules.n; i++)
        if (memcmp(&t->rules.at[i], rule, sizeof *rule) == 0) return i;
    plb_lemma_rule *to = PLB_PUSH(t->corpus->arena, &t->rules);
    if (!to || t->rules.n > MAX_RULES) {
        t->failed = true;
        return 0;
    }
    *to = *rule;
    return t->rules.n - 1;
}

static void collect_token(lemma_trainer *t, const plb_token *token, uint32_t tag, plb_word *word)
{
    plb_folded folded = plb_word_fold(token->form);
    plb_word_fill(word, &folded);
    plb_word_case(word, token->form, true);
    if (token->lemma.n == 0 || token->lemma.n > MAX_LEMMA) return;
    record r = { .lemma = token->lemma, .word = word, .tag = tag };
    if (!plb_lemma_has_digit(token->form)) {
        r.key = plb_lemma_norm_key(word->norm, tag);
        push(t, &t->norms, r);
        r.key = plb_lemma_form_key(word->form, tag);
        push(t, &t->forms, r);
    }
    plb_lemma_rule rule;
    if (!make_rule(token->form, token->lemma, &rule)) return;
    r.rule = rule_number(t, &rule);
    for (int k = 0; k <= PLB_N_SUFFIXES; k++) {
        r.key = plb_lemma_suffix_key(word, k, tag);
        push(t, &t->suffixes[k], r);
    }
}

static plb_lemma_entry *slot_of(plb_lemma_entry *entry, uint32_t mask, uint64_t key)
{
    uint32_t check = plb_lemma_check(key), i = (uint32_t)(key >> 32) & mask;
    while (entry[i].check && entry[i].check != check) i = (i + 1) & mask;
    return &entry[i];
}

static bool make_table(lemma_trainer *t, int table, uint32_t most)
{
    uint32_t size = 1024;
    while (size < 2 * most) size *= 2;
    t->entry[table] = PLB_NEW(t->corpus->arena, plb_lemma_entry, size);
    t->mask[table] = size - 1;
    return t->entry[table] != NULL;
}

static uint32_t pool_add(lemma_trainer *t, plb_str lemma)
{
    uint32_t at = t->pool.n;
    for (size_t i = 0; i <= lemma.n; i++) {
        char *c = PLB_PUSH(t->corpus->arena, &t->pool);
        if (!c) {
            t->failed = true;
            return 0;
        }
        *c = i ? lemma.p[i - 1] : (char)lemma.n;
    }
    return at;
}

static void add_word(lemma_trainer *t, const record *r)
{
    plb_lemma_entry *e = slot_of(t->entry[0], t->mask[0], r->key);
    if (!e->check) *e = (plb_lemma_entry){ plb_lemma_check(r->key), pool_add(t, r->lemma) };
}

static uint32_t used(const lemma_trainer *t, int table)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i <= t->mask[table]; i++) n += t->entry[table][i].check != 0;
    return n;
}

/* Folded words first; then those spellings that are something else than their folded form says. */
static void make_words(lemma_trainer *t)
{
    uint32_t end, count;
    t->pool.n = 0;
    for (uint32_t i = 0; i < t->norms.n; i = end)
        add_word(t, majority(&t->norms, i, &end, &count, false));
    plb_lemmas folded = { .words = { t->entry[0], t->mask[0] }, .pool = t->pool.at };
    for (uint32_t i = 0; i < t->forms.n; i = end) {
        const record *r = majority(&t->forms, i, &end, &count, false);
        const plb_lemma_entry *e =
            slot_of(t->entry[0], t->mask[0], plb_lemma_norm_key(r->word->norm, r->tag));
        folded.pool = t->pool.at;
        plb_str other = { folded.pool + e->at + 1, (unsigned char)folded.pool[e->at] };
        if (!e->check || !plb_str_eq(other, r->lemma)) add_word(t, r);
    }
}

/* The rule that a shorter suffix gives already, or -1. */
static int64_t shorter_rule(const lemma_trainer *t, const record *r, int length)
{
    while (--length >= 0) {
        uint64_t key = plb_lemma_suffix_key(r->word, length, r->tag);
        const plb_lemma_entry *e = slot_of(t->entry[1], t->mask[1], key);
        if (e->check) return e->at;
    }
    return -1;
}

/* From short to long, each suffix only where it says something else than the shorter one. */
static void make_suffixes(lemma_trainer *t)
{
    for (int k = 0; k <= PLB_N_SUFFIXES; k++) {
        const records *list = &t->suffixes[k];
        uint32_t end, count;
        for (uint32_t i = 0; i < list->n; i = end) {
            const record *r = majority(list, i, &end, &count, true);
            if (count < MIN_SUFFIX_COUNT && k > SHORT_SUFFIX) continue;
            if (shorter_rule(t, r, k) == (int64_t)r->rule) continue;
            plb_lemma_entry *e = slot_of(t->entry[1], t->mask[1], r->key);
            if (!e->check) *e = (plb_lemma_entry){ plb_lemma_check(r->key), r->rule };
        }
    }
}

/* Fills a table twice: the first time to see how large it has to be. */
static bool fill(lemma_trainer *t, int table, void (*make)(lemma_trainer *))
{
    if (!make_table(t, table, t->norms.n)) return false;
    make(t);
    if (!make_table(t, table, used(t, table))) return false;
    make(t);
    return !t->failed;
}

plb_status plb_train_lemmas(plb_corpus *corpus, plb_lemmas *out, plb_error *err)
{
    lemma_trainer t = { .corpus = corpus };
    size_t tokens = 0, next = 0;
    for (uint32_t e = 0; e < corpus->n; e++) tokens += (size_t)corpus->example[e].n;
    t.words = PLB_NEW(corpus->arena, plb_word, tokens);
    if (!t.words) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    for (uint32_t e = 0; e < corpus->n; e++) {
        const plb_example *x = &corpus->example[e];
        for (int32_t i = 1; i <= x->n; i++)
            collect_token(&t, &x->token[i - 1], x->tag[i], &t.words[next++]);
    }
    qsort(t.norms.at, t.norms.n, sizeof *t.norms.at, by_key_lemma);
    qsort(t.forms.at, t.forms.n, sizeof *t.forms.at, by_key_lemma);
    for (int k = 0; k <= PLB_N_SUFFIXES; k++)
        qsort(t.suffixes[k].at, t.suffixes[k].n, sizeof(record), by_key_rule);
    if (t.failed || !fill(&t, 0, make_words) || !fill(&t, 1, make_suffixes))
        return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    *out = (plb_lemmas){ .words = { t.entry[0], t.mask[0] },
                         .suffixes = { t.entry[1], t.mask[1] },
                         .pool = t.pool.at,
                         .n_pool = t.pool.n,
                         .rule = t.rules.at,
                         .n_rules = t.rules.n };
    return PLB_OK;
}
