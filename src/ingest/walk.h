/* ingest: the files of a list of paths: folders are walked, sorted by name, so that the same input
 * always comes in the same order. Hidden files are left out, and folders behind links. */
#ifndef PLB_INGEST_WALK_H
#define PLB_INGEST_WALK_H

#include "base/error.h"

typedef struct plb_walk plb_walk;

/* `paths` stay with the caller until plb_walk_free. NULL when memory is short. */
plb_walk *plb_walk_new(const char *const *paths, size_t n_paths);
void plb_walk_free(plb_walk *w);

/* The next path, valid until the next call; it need not be a file that can be read. PLB_ENONE at
 * the end. Anything else is about one folder, whose path begins the message: call again to go on.
 */
plb_status plb_walk_next(plb_walk *w, const char **path, plb_error *err) PLB_MUST_USE;

/* A path for messages: the end of one that is long. */
enum { PLB_SHOWN_PATH = 120 };
const char *plb_shown_path(const char *path, char out[PLB_SHOWN_PATH]);

#endif
