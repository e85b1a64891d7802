#include "ingest/paths.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What is still to come, the next one last; all are owned. */
struct plb_paths {
    char **stack;
    size_t n, cap;
    char *given; /* the file handed out last */
};

static bool push(plb_paths *p, char *path)
{
    if (p->n == p->cap) {
        size_t cap = p->cap ? p->cap * 2 : 64;
        char **stack = realloc(p->stack, cap * sizeof *stack);
        if (!stack) return false;
        p->stack = stack;
        p->cap = cap;
    }
    p->stack[p->n++] = path;
    return true;
}

static char *copy(const char *s)
{
    size_t n = strlen(s) + 1;
    char *p = malloc(n);
    return p ? memcpy(p, s, n) : NULL;
}

static char *join(const char *folder, const char *name)
{
    size_t n = strlen(folder), m = strlen(name) + 1;
    char *p = malloc(n + 1 + m);
    if (!p) return NULL;
    memcpy(p, folder, n);
    if (n && folder[n - 1] != '/') p[n++] = '/';
    memcpy(p + n, name, m);
    return p;
}

plb_status plb_paths_new(const char *const *paths, size_t n, plb_paths **out, plb_error *err)
{
    plb_paths *p = calloc(1, sizeof *p);
    bool good = p != NULL;
    for (size_t i = n; good && i-- > 0;) {
        char *path = copy(paths[i]);
        good = path && push(p, path);
        if (!good) free(path);
    }
    if (!good) {
        plb_paths_free(p);
        return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    }
    *out = p;
    return PLB_OK;
}

void plb_paths_free(plb_paths *p)
{
    if (!p) return;
    for (size_t i = 0; i < p->n; i++) free(p->stack[i]);
    free(p->stack);
    free(p->given);
    free(p);
}

static int backwards(const void *a, const void *b)
{
    return strcmp(*(char *const *)b, *(char *const *)a);
}

/* Puts the entries of a folder on the stack, so that the first by name comes next. */
static plb_status open_folder(plb_paths *p, const char *folder, plb_error *err)
{
    DIR *dir = opendir(folder);
    if (!dir) return plb_fail(err, PLB_EIO, 0, "%s: %s", folder, strerror(errno));
    size_t first = p->n;
    bool good = true;
    for (struct dirent *entry; good && (entry = readdir(dir));) {
        if (entry->d_name[0] == '.') continue;
        char *path = join(folder, entry->d_name);
        good = path && push(p, path);
        if (!good) free(path);
    }
    closedir(dir);
    if (!good) return plb_fail(err, PLB_ENOMEM, 0, "%s: out of memory", folder);
    if (p->n > first) qsort(p->stack + first, p->n - first, sizeof *p->stack, backwards);
    return PLB_OK;
}

plb_status plb_paths_next(plb_paths *p, const char **file, plb_error *err)
{
    while (p->n) {
        free(p->given);
        p->given = p->stack[--p->n];
        struct stat st;
        bool folder = strcmp(p->given, "-") && stat(p->given, &st) == 0 && S_ISDIR(st.st_mode);
        if (!folder) {
            *file = p->given;
            return PLB_OK;
        }
        PLB_TRY(open_folder(p, p->given, err));
    }
    return PLB_ENONE;
}
