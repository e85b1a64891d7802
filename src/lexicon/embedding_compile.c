/* lexicon: compiles embedding.tsv into the section "embedding" (layout: embedding.c).
 *
 *   lemma <tab> pos <tab> complements <tab> if_true <tab> if_false <tab> voice <tab> note
 *
 * Complements are separated by commas. The first line that is no comment names the columns. */
#include <stdlib.h>

#include "lexicon/compilation.h"
#include "lexicon/embedding.h"
#include "model/ud.h"

enum { MAX_NAME = 255 };

typedef struct {
    uint64_t hash;
    plb_str lemma, pos, complement;
    plb_signature signature;
    uint64_t line;
} entry;

typedef struct {
    plb_compilation *run;
    const char *file;
    PLB_VEC(entry) entries;
} compiler;

static void complain(compiler *c, uint64_t line, const char *message)
{
    plb_compilation_find(c->run, c->file, line, true, "%s", message);
}

static bool status_of(plb_str name, uint8_t *out)
{
    int status = plb_str_is(name, "keep") ? PLB_SIGNATURE_KEEP : plb_event_status_of(name);
    if (status < 0) return false;
    *out = (uint8_t)status;
    return true;
}

static bool voice_of(plb_str name, uint8_t *out)
{
    static const char *const names[] = { "-", "says", "thinks", "judges" };
    for (uint8_t i = 0; i < sizeof names / sizeof *names; i++)
        if (plb_str_is(name, names[i])) {
            *out = i;
            return true;
        }
    return false;
}

static plb_status add_entries(compiler *c, const plb_tsv *t, plb_error *err)
{
    entry e = { .lemma = t->field[0], .pos = t->field[1], .line = t->line };
    if (e.lemma.n == 0 || plb_upos_of(e.pos) < 0) {
        complain(c, t->line, "wanted a lemma and VERB, NOUN or ADJ");
        return PLB_OK;
    }
    if (!status_of(t->field[3], &e.signature.if_true) ||
        !status_of(t->field[4], &e.signature.if_false) ||
        !voice_of(t->field[5], &e.signature.voice)) {
        complain(c, t->line, "wanted two statuses (or keep) and a voice (-, says, thinks, judges)");
        return PLB_OK;
    }
    e.hash = plb_embedding_hash(e.lemma, e.pos);
    plb_str rest = t->field[2];
    while (plb_str_split(&rest, ',', &e.complement)) {
        if (e.complement.n == 0 || e.complement.n > MAX_NAME) {
            complain(c, t->line, "a complement is empty or too long");
            continue;
        }
        entry *slot = PLB_PUSH(c->run->arena, &c->entries);
        if (!slot) return plb_fail(err, PLB_ENOMEM, t->line, "no memory for the signatures");
        *slot = e;
    }
    return PLB_OK;
}

static int by_predicate(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    int order = plb_str_cmp(x->complement, y->complement);
    if (order != 0) return order;
    return x->line < y->line ? -1 : x->line > y->line;
}

static void check_entries(compiler *c)
{
    for (uint32_t i = 1; i < c->entries.n; i++) {
        const entry *a = &c->entries.at[i - 1], *b = &c->entries.at[i];
        if (a->hash != b->hash) continue;
        if (!plb_str_eq(a->lemma, b->lemma) || !plb_str_eq(a->pos, b->pos))
            complain(c, b->line, "its hash is that of another predicate");
        else if (plb_str_eq(a->complement, b->complement))
            complain(c, b->line, "this complement of the predicate stands twice");
    }
}

static void put32(plb_buf *out, uint32_t value)
{
    plb_buf_add(out, (plb_str){ (const char *)&value, sizeof value });
}

/* Offset of a complement's name; names are few, so that a look through them is enough. */
static uint32_t name_offset(plb_buf *names, plb_str name)
{
    for (size_t at = 0; at < names->n; at += 1 + (unsigned char)names->p[at]) {
        plb_str here = { names->p + at + 1, (unsigned char)names->p[at] };
        if (plb_str_eq(here, name)) return (uint32_t)(at + 1);
    }
    plb_buf_char(names, (char)(unsigned char)name.n);
    plb_buf_add(names, name);
    return (uint32_t)(names->n - name.n);
}

static void write_slots(const compiler *c, uint32_t *slot_of, uint32_t n_slots, plb_buf *out)
{
    for (uint32_t i = 0; i < c->entries.n; i++) {
        uint64_t hash = c->entries.at[i].hash;
        if (i > 0 && hash == c->entries.at[i - 1].hash) continue;
        uint32_t at = (uint32_t)hash & (n_slots - 1);
        while (slot_of[at] != UINT32_MAX) at = (at + 1) & (n_slots - 1);
        slot_of[at] = i;
    }
    for (uint32_t s = 0; s < n_slots; s++) {
        uint32_t first = slot_of[s], n = 0;
        uint64_t hash = 0;
        if (first != UINT32_MAX) {
            hash = c->entries.at[first].hash;
            while (first + n < c->entries.n && c->entries.at[first + n].hash == hash) n++;
        }
        plb_buf_add(out, (plb_str){ (const char *)&hash, sizeof hash });
        put32(out, n ? first : 0);
        put32(out, n);
    }
}

static plb_status write_section(compiler *c, plb_buf *out, plb_error *err)
{
    uint32_t n_slots = 16;
    while (n_slots < 2 * (c->entries.n + 1)) n_slots *= 2;
    uint32_t *slot_of = PLB_NEW(c->run->arena, uint32_t, n_slots);
    if (!slot_of) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the signatures");
    memset(slot_of, 0xff, n_slots * sizeof *slot_of);
    plb_buf names = { 0 }, rows = { 0 };
    for (uint32_t i = 0; i < c->entries.n; i++) {
        const entry *e = &c->entries.at[i];
        put32(&rows, name_offset(&names, e->complement));
        plb_buf_char(&rows, (char)(unsigned char)e->complement.n);
        plb_buf_char(&rows, (char)e->signature.if_true);
        plb_buf_char(&rows, (char)e->signature.if_false);
        plb_buf_char(&rows, (char)e->signature.voice);
    }
    put32(out, n_slots);
    put32(out, c->entries.n);
    put32(out, (uint32_t)names.n);
    put32(out, 0);
    write_slots(c, slot_of, n_slots, out);
    plb_buf_add(out, plb_buf_str(&rows));
    plb_buf_add(out, plb_buf_str(&names));
    bool failed = names.failed || rows.failed || out->failed;
    plb_buf_free(&names);
    plb_buf_free(&rows);
    return failed ? plb_fail(err, PLB_ENOMEM, 0, "no memory for the signatures") : PLB_OK;
}

plb_status plb_embedding_compile(plb_compilation *run, plb_error *err)
{
    plb_str path = plb_arena_printf(run->arena, "%s/embedding.tsv", run->lexicon_dir), text;
    if (!path.p) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the signatures");
    compiler c = { .run = run, .file = path.p };
    bool found;
    PLB_TRY(plb_compilation_read(run, path.p, &text, &found, err));
    if (!found) return PLB_OK;
    plb_tsv t = plb_tsv_begin(text);
    plb_tsv_next(&t); /* names the columns */
    while (plb_tsv_next(&t)) PLB_TRY(add_entries(&c, &t, err));
    if (c.entries.n) qsort(c.entries.at, c.entries.n, sizeof *c.entries.at, by_predicate);
    check_entries(&c);
    plb_buf out = { 0 };
    plb_status status = write_section(&c, &out, err);
    if (status == PLB_OK)
        status = plb_lex_writer_add(run->writer, "embedding", plb_buf_str(&out), err);
    plb_buf_free(&out);
    return status;
}
