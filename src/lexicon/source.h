/* lexicon: reading sources: folders, files, lines of tab-separated fields. */
#ifndef PLB_LEXICON_SOURCE_H
#define PLB_LEXICON_SOURCE_H

#include "base/arena.h"
#include "lexicon/compile.h"

/* The files of a folder whose names end in `suffix`, as paths, sorted by bytes; none where there is
 * no such folder. */
typedef PLB_VEC(plb_str) plb_paths;
plb_status plb_source_list(plb_arena *arena, const char *folder, const char *suffix, plb_paths *out,
                           plb_error *err) PLB_MUST_USE;

/* The bytes of a file, in the arena; an empty file is an empty string. Where there is no such file
 * PLB_ENONE. */
plb_status plb_source_read(plb_arena *arena, const char *path, plb_str *out,
                           plb_error *err) PLB_MUST_USE;

/* "name" of "folder/name.suffix" */
plb_str plb_source_stem(plb_str path);

enum { PLB_TSV_MAX_FIELDS = 24 };

/* Lines that are neither empty nor comments (`#` first). */
typedef struct {
    plb_str rest;
    uint64_t line;                     /* of the fields, counted from 1 */
    plb_str field[PLB_TSV_MAX_FIELDS]; /* without blanks around them; empty behind the last one */
    uint32_t n_fields;                 /* as written; may pass the array's size */
} plb_tsv;

static inline plb_tsv plb_tsv_begin(plb_str text)
{
    return (plb_tsv){ .rest = text };
}
bool plb_tsv_next(plb_tsv *t);

#endif
