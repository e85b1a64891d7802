/* lexicon: a user's own entries put over those of the file. In: an open lexicon and a file of
 * actors. Out: the same lexicon, its image made anew in memory, so that a lookup costs what it cost
 * before. */
#include "base/hash.h"
#include "lexicon/entries_compile.h"
#include "lexicon/name_split.h"
#include "lexicon/writer.h"

enum { MAX_BYTES = 1 << 30 };

/* The sections that are made anew; the others are copied. */
static bool made_anew(const char *name)
{
    static const char *const NAMES[] = { "strings", "words",  "wordslots", "nodes",   "edges",
                                         "items",   "values", "classes",   "entries", "countries" };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(name, NAMES[i]) == 0) return true;
    return false;
}

static plb_status copy_sections(const plb_lexicon *lex, plb_lex_writer *w, plb_error *err)
{
    for (uint32_t i = 0; i < lex->n_sections; i++) {
        const char *name = lex->sections[i].name;
        if (!made_anew(name))
            PLB_TRY(plb_lex_writer_add(w, name, plb_lexicon_section(lex, name), err));
    }
    return PLB_OK;
}

static bool load_entries(plb_compilation *c, const plb_lexicon *lex)
{
    for (uint32_t i = 0; i < lex->n_entries; i++)
        if (plb_entry_add(c, &lex->entries[i], (plb_origin){ NULL, 0 }) == UINT32_MAX) return false;
    for (uint32_t i = 0; i < lex->n_countries; i++) {
        plb_lex_country *country = PLB_PUSH(c->arena, &c->countries);
        if (!country) return false;
        *country = lex->countries[i];
    }
    return true;
}

/* ---- rows that take the place of others
 * -------------------------------------------------------------- */

typedef struct {
    plb_compilation *c;
    uint32_t n_before; /* entries of the lexicon; those behind are the overlay's */
    bool *replaced;    /* [n_before] */
} replacement;

static bool is_replaced(void *context, uint32_t entry)
{
    const replacement *r = context;
    return entry < r->n_before && r->replaced[entry];
}

/* Marks the actors of the lexicon that have the name of an entry of the overlay. */
static void mark_replaced(replacement *r, const plb_lexicon *lex, uint32_t entry)
{
    plb_key key[PLB_KEY_MAX_VARIANTS];
    plb_str name = plb_trie_text(r->c->trie, r->c->entries.at[entry].name);
    uint32_t node = plb_key_variants(NULL, name, key)
                        ? plb_key_find(r->c->trie, PLB_LEX_ENTRY_ROOT, &key[0])
                        : 0;
    uint32_t at = 0;
    for (plb_lex_item *i; node && (i = plb_trie_next_item(r->c->trie, node, &at));) {
        if (i->value >= r->n_before || !(i->flags & PLB_LEX_ITEM_NAME)) continue;
        if (lex->entries[i->value].kind == PLB_ENTRY_ACTOR) r->replaced[i->value] = true;
    }
}

static plb_status replace(plb_compilation *c, const plb_lexicon *lex, plb_error *err)
{
    replacement r = { c, lex->n_entries, PLB_NEW(c->arena, bool, lex->n_entries) };
    if (!r.replaced) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the overlay");
    for (uint32_t i = r.n_before; i < c->entries.n; i++) mark_replaced(&r, lex, i);
    plb_trie_drop(c->trie, is_replaced, &r);
    return PLB_OK;
}

/* ---- the new image
 * ----------------------------------------------------------------------------------- */

static plb_status make_image(plb_compilation *c, const plb_lexicon *lex, const char *path,
                             plb_buf *out, plb_error *err)
{
    c->trie = plb_trie_new(c->arena);
    if (!c->trie || !plb_trie_load(c->trie, lex) || !load_entries(c, lex))
        return plb_fail(err, PLB_ENOMEM, 0, "%s: no memory for the overlay", path);
    plb_str text;
    plb_status status = plb_source_read(c->arena, path, &text, err);
    if (status != PLB_OK) return status == PLB_ENONE ? PLB_EIO : status;
    plb_name_splitter splitter;
    if (!plb_name_splitter_begin(&splitter, lex))
        return plb_fail(err, PLB_ENOMEM, 0, "%s: no memory for the overlay", path);
    c->splitter = &splitter;
    status = plb_actors_compile_file(c, path, err);
    c->splitter = NULL;
    plb_name_splitter_end(&splitter);
    PLB_TRY(status);
    c->source_hash = plb_hash(text, lex->source_hash);
    if (c->n_errors) return plb_fail(err, PLB_EPARSE, c->first_line, "%s", c->first_error);
    PLB_TRY(replace(c, lex, err));
    PLB_TRY(copy_sections(lex, c->writer, err));
    PLB_TRY(plb_entries_write(c, err));
    PLB_TRY(plb_trie_write(c->trie, c->writer, err));
    return plb_lex_writer_finish(c->writer, c->source_hash, out, err);
}

plb_status plb_lexicon_overlay(plb_lexicon *lex, const char *path, plb_error *err)
{
    plb_compilation c = { .arena = plb_arena_new(MAX_BYTES),
                          .writer = plb_lex_writer_new(),
                          .lexicon_dir = "",
                          .ontology_dir = "" };
    plb_buf bytes = { 0 };
    plb_lexicon *fresh = NULL;
    plb_status status = c.arena && c.writer
                            ? make_image(&c, lex, path, &bytes, err)
                            : plb_fail(err, PLB_ENOMEM, 0, "%s: no memory for the overlay", path);
    if (status == PLB_OK) status = plb_lexicon_open_bytes(bytes.p, bytes.n, &fresh, err);
    if (status == PLB_OK) {
        plb_lexicon before = *lex;
        *lex = *fresh;
        *fresh = before;
        plb_lexicon_close(fresh);
    } else {
        plb_buf_free(&bytes);
    }
    plb_lex_writer_free(c.writer);
    plb_arena_free(c.arena);
    return status;
}
