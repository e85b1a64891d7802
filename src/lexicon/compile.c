/* lexicon: from reviewed text to the compiled file; the order in which its parts are made. */
#include "lexicon/compile.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/compilation.h"
#include "lexicon/entries_compile.h"
#include "lexicon/writer.h"
#include "text/utf8.h"

enum { MAX_BYTES = 1 << 30 }; /* of all that a run holds */

void plb_compilation_find(plb_compilation *c, const char *file, uint64_t line, bool is_error,
                          const char *format, ...)
{
    char message[240];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (is_error && c->n_errors++ == 0) {
        snprintf(c->first_error, sizeof c->first_error, "%s:%llu: %.100s", file,
                 (unsigned long long)line, message);
        c->first_line = line;
    }
    if (c->report) c->report(c->context, &(plb_finding){ file, line, is_error, message });
}

/* The path below the folder of sources, so that the hash does not depend on where they lie. */
static plb_str relative(const plb_compilation *c, const char *path)
{
    plb_str p = plb_str_of(path),
            dirs[] = { plb_str_of(c->lexicon_dir), plb_str_of(c->ontology_dir) };
    for (int i = 0; i < 2; i++)
        if (plb_str_starts(p, dirs[i])) return plb_str_slice(p, dirs[i].n, p.n);
    return p;
}

plb_status plb_compilation_read(plb_compilation *c, const char *path, plb_str *out, bool *found,
                                plb_error *err)
{
    *found = false;
    plb_status status = plb_source_read(c->arena, path, out, err);
    if (status == PLB_ENONE) return PLB_OK;
    PLB_TRY(status);
    c->source_hash = plb_hash(relative(c, path), c->source_hash);
    c->source_hash = plb_hash(*out, c->source_hash);
    size_t bad = plb_utf8_check(*out);
    *found = bad == out->n;
    if (*found) return PLB_OK;
    uint64_t line = 1;
    for (size_t i = 0; i < bad; i++) line += out->p[i] == '\n';
    plb_compilation_find(c, path, line, true, "not UTF-8 (byte %zu of the file)", bad);
    return PLB_OK;
}

/* Opens what `w` holds, for the compilers that build on it. */
static plb_status open_so_far(const plb_compilation *c, const plb_lex_writer *w, plb_lexicon **out,
                              plb_error *err)
{
    plb_buf bytes = { 0 };
    plb_status status = plb_lex_writer_finish(w, c->source_hash, &bytes, err);
    if (status == PLB_OK) status = plb_lexicon_open_bytes(bytes.p, bytes.n, out, err);
    if (status != PLB_OK) plb_buf_free(&bytes);
    return status;
}

/* The words alone as a lexicon: what the splitter of text needs. */
static plb_status open_words(plb_compilation *c, plb_lexicon **out, plb_error *err)
{
    plb_lex_writer *w = plb_lex_writer_new();
    if (!w) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the words");
    plb_status status = plb_trie_write(c->trie, w, err);
    if (status == PLB_OK) status = open_so_far(c, w, out, err);
    plb_lex_writer_free(w);
    return status;
}

/* All that is found by names. */
static plb_status compile_entries(plb_compilation *c, plb_error *err)
{
    PLB_TRY(plb_countries_compile(c, err));
    PLB_TRY(plb_roles_compile(c, err));
    PLB_TRY(plb_places_compile(c, err));
    PLB_TRY(plb_actors_compile(c, err));
    plb_entries_check(c);
    return PLB_OK;
}

static plb_status compile_names(plb_compilation *c, plb_error *err)
{
    plb_lexicon *words;
    PLB_TRY(open_words(c, &words, err));
    plb_name_splitter splitter;
    plb_status status = PLB_ENOMEM;
    if (plb_name_splitter_begin(&splitter, words)) {
        c->splitter = &splitter;
        plb_words_split(c);
        status = compile_entries(c, err);
        c->splitter = NULL;
        plb_name_splitter_end(&splitter);
    }
    plb_lexicon_close(words);
    return status == PLB_ENOMEM ? plb_fail(err, status, 0, "no memory for the names") : status;
}

static plb_status compile_frames(plb_compilation *c, plb_error *err)
{
    plb_lexicon *lexicon;
    PLB_TRY(open_so_far(c, c->writer, &lexicon, err));
    c->lexicon = lexicon;
    plb_status status = plb_frames_compile(c, err);
    c->lexicon = NULL;
    plb_lexicon_close(lexicon);
    return status;
}

static plb_status run(plb_compilation *c, plb_buf *out, plb_error *err)
{
    c->source_hash = plb_hash(PLB_STR(PLB_VERSION), 0);
    c->trie = plb_trie_new(c->arena);
    if (!c->trie || plb_trie_root(c->trie) != PLB_LEX_ENTRY_ROOT)
        return plb_fail(err, PLB_ENOMEM, 0, "no memory to compile the lexicon");
    PLB_TRY(plb_words_compile(c, err));
    PLB_TRY(compile_names(c, err));
    PLB_TRY(plb_ontology_compile(c, err));
    PLB_TRY(plb_entries_write(c, err));
    PLB_TRY(plb_embedding_compile(c, err));
    PLB_TRY(plb_trie_write(c->trie, c->writer, err));
    PLB_TRY(compile_frames(c, err));
    if (c->n_errors)
        return plb_fail(
            err, PLB_EPARSE, c->n_errors, "%llu error%s in the sources, the first: %.180s",
            (unsigned long long)c->n_errors, c->n_errors == 1 ? "" : "s", c->first_error);
    return plb_lex_writer_finish(c->writer, c->source_hash, out, err);
}

plb_status plb_lexicon_compile_within(size_t max_bytes, plb_compilation *c, const char *out_path,
                                      plb_error *err)
{
    c->arena = plb_arena_new(max_bytes);
    c->writer = plb_lex_writer_new();
    plb_buf bytes = { 0 };
    plb_status status = c->arena && c->writer
                            ? run(c, &bytes, err)
                            : plb_fail(err, PLB_ENOMEM, 0, "no memory to compile the lexicon");
    if (status == PLB_OK && out_path) status = plb_lex_save(out_path, plb_buf_str(&bytes), err);
    plb_buf_free(&bytes);
    plb_lex_writer_free(c->writer);
    plb_arena_free(c->arena);
    return status;
}

plb_status plb_lexicon_compile(const char *lexicon_dir, const char *ontology_dir,
                               const char *out_path, plb_finding_fn *report, void *context,
                               plb_error *err)
{
    plb_compilation c = { .lexicon_dir = lexicon_dir,
                          .ontology_dir = ontology_dir,
                          .report = report,
                          .context = context };
    return plb_lexicon_compile_within(MAX_BYTES, &c, out_path, err);
}
