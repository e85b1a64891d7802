/* ingest: the files that a list of paths stands for, one after the other: files as they are,
 * folders with all that is below them, sorted by name (hidden entries are left out), "-" as
 * standard input. */
#ifndef PLB_INGEST_PATHS_H
#define PLB_INGEST_PATHS_H

#include "base/error.h"

typedef struct plb_paths plb_paths;

/* `paths` is kept by the caller. */
plb_status plb_paths_new(const char *const *paths, size_t n, plb_paths **out,
                         plb_error *err) PLB_MUST_USE;
void plb_paths_free(plb_paths *p);

/* The next file; it lives until the next call. PLB_ENONE at the end; PLB_EIO for a folder that
 * cannot be read, after which the next call goes on. */
plb_status plb_paths_next(plb_paths *p, const char **file, plb_error *err) PLB_MUST_USE;

#endif
