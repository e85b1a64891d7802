/* base: a file mapped read-only. */
#ifndef PLB_BASE_MAPPED_H
#define PLB_BASE_MAPPED_H

#include "base/error.h"
#include "base/str.h"

typedef struct {
    const unsigned char *p; /* page-aligned; NULL for an empty file */
    size_t n;
} plb_mapped;

/* Maps a regular file; a missing file, a folder or an empty file fails with the reason. */
plb_status plb_mapped_open(const char *path, plb_mapped *out, plb_error *err) PLB_MUST_USE;
void plb_mapped_close(plb_mapped *m);

#endif
