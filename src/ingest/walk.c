/* ingest: the files of a list of paths; the interface is walk.h. */
#include "ingest/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEEPEST = 64 };

/* A folder being walked. */
typedef struct {
    char *path;            /* owned */
    struct dirent **entry; /* [n], owned */
    int n, next;
    bool any; /* something in it was handed out or walked */
} folder;

struct plb_walk {
    const char *const *paths;
    size_t n_paths, next_path;
    folder stack[DEEPEST];
    int depth;
    char *path; /* owned: the one handed out */
};

plb_walk *plb_walk_new(const char *const *paths, size_t n_paths)
{
    plb_walk *w = calloc(1, sizeof *w);
    if (w) {
        w->paths = paths;
        w->n_paths = n_paths;
    }
    return w;
}

static void leave(plb_walk *w)
{
    folder *f = &w->stack[--w->depth];
    for (int i = f->next; i < f->n; i++) free(f->entry[i]);
    free(f->entry);
    free(f->path);
}

void plb_walk_free(plb_walk *w)
{
    if (!w) return;
    while (w->depth) leave(w);
    free(w->path);
    free(w);
}

const char *plb_shown_path(const char *path, char out[PLB_SHOWN_PATH])
{
    size_t n = strlen(path);
    if (n < PLB_SHOWN_PATH) return path;
    size_t begin = n - (PLB_SHOWN_PATH - 8);
    while (((unsigned char)path[begin] & 0xc0) == 0x80) begin++; /* not within a character */
    snprintf(out, PLB_SHOWN_PATH, "...%s", path + begin);
    return out;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_shown(const struct dirent *e)
{
    return e->d_name[0] != '.';
}

/* Takes over `path`. */
static plb_status enter(plb_walk *w, char *path, plb_error *err)
{
    char shown[PLB_SHOWN_PATH];
    plb_status status = PLB_OK;
    folder f = { .path = path };
    if (w->depth == DEEPEST) {
        status = plb_fail(err, PLB_ELIMIT, DEEPEST, "%s: folders within folders, more than %d deep",
                          plb_shown_path(path, shown), DEEPEST);
    } else if ((f.n = scandir(path, &f.entry, is_shown, by_name)) < 0) {
        status = plb_fail(err, PLB_EIO, 0, "%s: %s", plb_shown_path(path, shown), strerror(errno));
    } else {
        w->stack[w->depth++] = f;
        return PLB_OK;
    }
    free(path);
    return status;
}

static char *join(const char *dir, const char *name)
{
    size_t n = strlen(dir), bytes = n + strlen(name) + 2;
    char *path = malloc(bytes);
    if (path) snprintf(path, bytes, "%s%s%s", dir, n && dir[n - 1] == '/' ? "" : "/", name);
    return path;
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The next entry of the folder at hand: a file to hand out, or a folder entered. */
static plb_status next_entry(plb_walk *w, const char **path, plb_error *err)
{
    folder *f = &w->stack[w->depth - 1];
    if (f->next == f->n) {
        char shown[PLB_SHOWN_PATH];
        plb_status status = PLB_OK;
        if (!f->any)
            status = plb_fail(err, PLB_EPARSE, 0, "%s: no file in this folder",
                              plb_shown_path(f->path, shown));
        leave(w);
        return status;
    }
    struct dirent *e = f->entry[f->next++];
    char *joined = join(f->path, e->d_name);
    free(e);
    if (!joined) return plb_fail(err, PLB_ENOMEM, 0, "%s: out of memory", f->path);
    struct stat st;
    bool ok = lstat(joined, &st) == 0;
    bool link = ok && S_ISLNK(st.st_mode), dir = is_folder(joined);
    if (link) ok = stat(joined, &st) == 0;
    if (dir && !link) {
        f->any = true;
        return enter(w, joined, err);
    }
    if (dir ||
        (ok && !S_ISREG(st.st_mode))) { /* links to folders may run in rings; pipes may hang */
        free(joined);
        return PLB_OK;
    }
    f->any = true;
    w->path = joined;
    *path = joined;
    return PLB_OK;
}

plb_status plb_walk_next(plb_walk *w, const char **path, plb_error *err)
{
    free(w->path);
    w->path = NULL;
    *path = NULL;
    while (!*path) {
        if (w->depth) {
            PLB_TRY(next_entry(w, path, err));
            continue;
        }
        if (w->next_path == w->n_paths) return PLB_ENONE;
        const char *given = w->paths[w->next_path++];
        if (strcmp(given, "-") == 0 || !is_folder(given)) {
            *path = given;
            break;
        }
        char *copy = join(given, "");
        if (!copy) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
        size_t n = strlen(copy);
        if (n > 1) copy[n - 1] = '\0'; /* without the slash at its end */
        PLB_TRY(enter(w, copy, err));
    }
    return PLB_OK;
}
