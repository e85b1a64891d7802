/* lexicon: from reviewed text to the compiled file.
 *
 *   data/lexicon/en/words/CLASS.tsv   word <tab> value <tab> note
 *   data/lexicon/en/countries.tsv, roles.tsv, places.tsv, actors/ *.tsv   with a header line
 *   data/lexicon/en/frames/ *.frames  docs/frames.md
 *   data/ontology/ *.tsv
 *
 * The same sources give the same bytes. Layout of the file: magic, version, byte order, table of
 * (section name, offset, length), XXH3 of everything behind the header; relative offsets, 8-byte
 * aligned. */
#ifndef PLB_LEXICON_COMPILE_H
#define PLB_LEXICON_COMPILE_H

#include "base/buf.h"
#include "base/error.h"

/* One finding about a source file. */
typedef struct {
    const char *file;
    uint64_t line;
    bool error; /* else a warning */
    const char *message;
} plb_finding;

typedef void plb_finding_fn(void *context, const plb_finding *finding);

/* Compiles the folders into `out_path` (written aside, then renamed); with out_path == NULL it only
 * checks. Findings go to `report`, which may be NULL; errors among them make it fail. */
plb_status plb_lexicon_compile(const char *lexicon_dir, const char *ontology_dir,
                               const char *out_path, plb_finding_fn *report, void *context,
                               plb_error *err) PLB_MUST_USE;

/* ---- for the compilers of sections ---- */

typedef struct plb_lex_writer plb_lex_writer;
typedef struct plb_compilation plb_compilation; /* compilation.h */

/* Adds a section; the bytes are copied. Names are unique, at most 15 bytes. */
plb_status plb_lex_writer_add(plb_lex_writer *w, const char *name, plb_str bytes, plb_error *err);

#endif
