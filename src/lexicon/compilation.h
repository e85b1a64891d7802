/* lexicon: what the compilers of the parts share. */
#ifndef PLB_LEXICON_COMPILATION_H
#define PLB_LEXICON_COMPILATION_H

#include "lexicon/name_split.h"
#include "lexicon/source.h"
#include "lexicon/trie_build.h"

/* A word of a class. */
typedef struct {
    uint32_t root, value;
    plb_str word;
} plb_word_row;

/* The line that an entry comes from; path == NULL where it was in the lexicon before. */
typedef struct {
    const char *path;
    uint64_t line;
} plb_origin;

/* One run of the compiler, or of its check. */
struct plb_compilation {
    plb_arena *arena;
    const char *lexicon_dir, *ontology_dir;
    plb_lex_writer *writer;
    plb_trie *trie;
    const plb_lexicon *lexicon; /* words, entries and ontology, once they are made; else NULL */
    const plb_name_splitter *splitter; /* once the words are made; else NULL */
    PLB_VEC(plb_word_row) words;
    PLB_VEC(plb_lex_entry) entries;
    PLB_VEC(plb_origin) origins; /* of the entries */
    PLB_VEC(plb_lex_country) countries;
    plb_lex_type *types; /* [PLB_N_TYPES] */
    PLB_VEC(plb_lex_mode) modes;
    PLB_VEC(plb_lex_context) contexts;
    PLB_VEC(plb_lex_cameo) cameo;
    uint64_t source_hash; /* over names and bytes of all sources, in order */
    uint64_t n_errors;
    char first_error[240]; /* with file and line */
    uint64_t first_line;
    plb_finding_fn *report;
    void *context;
};

/* What plb_lexicon_compile does, in an arena of that limit; `c` names folders and listener. */
plb_status plb_lexicon_compile_within(size_t max_bytes, plb_compilation *c, const char *out_path,
                                      plb_error *err) PLB_MUST_USE;

/* A finding in a source file; line 0: the file as a whole. */
void plb_compilation_find(plb_compilation *c, const char *file, uint64_t line, bool is_error,
                          const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Reads a source and counts it in the hash. `*found` is false where there is no such file, and
 * where it is no UTF-8, which is a finding. */
plb_status plb_compilation_read(plb_compilation *c, const char *path, plb_str *out, bool *found,
                                plb_error *err) PLB_MUST_USE;

plb_status plb_ontology_compile(plb_compilation *c, plb_error *err) PLB_MUST_USE;
plb_status plb_words_compile(plb_compilation *c, plb_error *err) PLB_MUST_USE;
/* Makes phrases be found as the stage `text` splits them; uses the splitter. */
void plb_words_split(plb_compilation *c);
/* embedding.tsv, which may be absent. */
plb_status plb_embedding_compile(plb_compilation *c, plb_error *err) PLB_MUST_USE;
/* Reads `lexicon`: classes of words and the ontology are there by then. */
plb_status plb_frames_compile(plb_compilation *c, plb_error *err) PLB_MUST_USE;

#endif
