#include "annotate/lemma.h"
#include "annotate/key.h"

enum { TABLE_FORM = 1, TABLE_NORM, TABLE_SUFFIX };

uint64_t plb_lemma_form_key(uint32_t form, uint32_t tag)
{
    return plb_key2(TABLE_FORM, form, tag);
}

uint64_t plb_lemma_norm_key(uint32_t norm, uint32_t tag)
{
    return plb_key2(TABLE_NORM, norm, tag);
}

uint64_t plb_lemma_suffix_key(const plb_word *word, int length, uint32_t tag)
{
    uint32_t suffix = length ? word->suffix[length - 1] : 0;
    return plb_key3(TABLE_SUFFIX, suffix, (uint32_t)length, tag);
}

bool plb_lemma_has_digit(plb_str form)
{
    for (size_t i = 0; i < form.n; i++)
        if (form.p[i] >= '0' && form.p[i] <= '9') return true;
    return false;
}

static const plb_lemma_entry *find(const plb_lemma_table *table, uint64_t key)
{
    uint32_t check = plb_lemma_check(key);
    for (uint32_t i = (uint32_t)(key >> 32) & table->mask;; i = (i + 1) & table->mask) {
        const plb_lemma_entry *e = &table->entry[i];
        if (e->check == check) return e;
        if (e->check == 0) return NULL;
    }
}

static plb_str pool_text(const plb_lemmas *lemmas, uint32_t at)
{
    return (plb_str){ lemmas->pool + at + 1, (unsigned char)lemmas->pool[at] };
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

plb_str plb_lemma_apply(const plb_lemma_rule *rule, const plb_lemma_query *q, plb_arena *arena)
{
    bool name_in_capitals = rule->keep == PLB_LEMMA_KEEP && q->name && !q->tells;
    bool keep = rule->keep == PLB_LEMMA_KEEP && !name_in_capitals;
    if (rule->cut > q->form.n) return q->form;
    size_t stem = q->form.n - rule->cut;
    if (rule->cut && ((unsigned char)q->form.p[stem] & 0xc0) == 0x80) return q->form;
    if (keep && rule->cut == 0 && rule->n_add == 0) return q->form;
    char *p = plb_arena_alloc(arena, stem + rule->n_add + 1);
    if (!p) return (plb_str){ NULL, 0 };
    for (size_t i = 0; i < stem; i++) p[i] = keep ? q->form.p[i] : lower(q->form.p[i]);
    memcpy(p + stem, rule->add, rule->n_add);
    if (name_in_capitals) p[0] = upper(p[0]);
    return (plb_str){ p, stem + rule->n_add };
}

plb_str plb_lemma_of(const plb_lemmas *lemmas, const plb_lemma_query *q, plb_arena *arena)
{
    uint32_t tag = q->word->tag;
    if (!plb_lemma_has_digit(q->form)) {
        const plb_lemma_entry *e = NULL;
        if (q->tells) e = find(&lemmas->words, plb_lemma_form_key(q->word->form, tag));
        if (!e) e = find(&lemmas->words, plb_lemma_norm_key(q->word->norm, tag));
        if (e) return pool_text(lemmas, e->at);
    }
    for (int length = PLB_N_SUFFIXES; length >= 0; length--) {
        const plb_lemma_entry *e =
            find(&lemmas->suffixes, plb_lemma_suffix_key(q->word, length, tag));
        if (e) return plb_lemma_apply(&lemmas->rule[e->at], q, arena);
    }
    return q->form;
}
