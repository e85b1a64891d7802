/* lexicon: puts sections together into a file. */
#ifndef PLB_LEXICON_WRITER_H
#define PLB_LEXICON_WRITER_H

#include "lexicon/compile.h"

plb_lex_writer *plb_lex_writer_new(void); /* NULL when memory is short */
void plb_lex_writer_free(plb_lex_writer *w);

/* The whole file as bytes, sections in the order in which they were added. */
plb_status plb_lex_writer_finish(const plb_lex_writer *w, uint64_t source_hash, plb_buf *out,
                                 plb_error *err) PLB_MUST_USE;

/* Writes bytes aside, then renames: a reader sees the old file or the new one, whole. */
plb_status plb_lex_save(const char *path, plb_str bytes, plb_error *err) PLB_MUST_USE;

#endif
