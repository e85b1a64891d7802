/* lexicon: reading sources: folders, files, lines of tab-separated fields. */
#include "lexicon/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/mapped.h"

static int by_bytes(const void *a, const void *b)
{
    return plb_str_cmp(*(const plb_str *)a, *(const plb_str *)b);
}

plb_status plb_source_list(plb_arena *arena, const char *folder, const char *suffix, plb_paths *out,
                           plb_error *err)
{
    *out = (plb_paths){ 0 };
    DIR *dir = opendir(folder);
    if (!dir) {
        if (errno == ENOENT) return PLB_OK;
        return plb_fail(err, PLB_EIO, 0, "%s: %s", folder, strerror(errno));
    }
    bool full = false;
    for (struct dirent *e; !full && (e = readdir(dir));) {
        if (e->d_name[0] == '.' || !plb_str_ends(plb_str_of(e->d_name), plb_str_of(suffix)))
            continue;
        plb_str path = plb_arena_printf(arena, "%s/%s", folder, e->d_name);
        plb_str *at = path.p ? PLB_PUSH(arena, out) : NULL;
        if (at) *at = path;
        full = !at;
    }
    closedir(dir);
    if (full) return plb_fail(err, PLB_ENOMEM, 0, "%s: no memory for its files' names", folder);
    if (out->n) qsort(out->at, out->n, sizeof *out->at, by_bytes);
    return PLB_OK;
}

plb_status plb_source_read(plb_arena *arena, const char *path, plb_str *out, plb_error *err)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return plb_fail(err, errno == ENOENT ? PLB_ENONE : PLB_EIO, 0, "%s: %s", path,
                        strerror(errno));
    if (S_ISREG(st.st_mode) && st.st_size == 0) {
        *out = PLB_STR("");
        return PLB_OK;
    }
    plb_mapped map;
    PLB_TRY(plb_mapped_open(path, &map, err));
    plb_str copy = plb_arena_str(arena, (plb_str){ (const char *)map.p, map.n });
    plb_mapped_close(&map);
    if (!copy.p) return plb_fail(err, PLB_ENOMEM, 0, "%s: no memory to read it", path);
    *out = copy;
    return PLB_OK;
}

plb_str plb_source_stem(plb_str path)
{
    plb_str piece = { NULL, 0 }, rest = path;
    while (plb_str_split(&rest, '/', &piece)) path = piece;
    rest = path;
    plb_str_split(&rest, '.', &piece);
    return piece;
}

bool plb_tsv_next(plb_tsv *t)
{
    plb_str line;
    while (plb_str_split(&t->rest, '\n', &line)) {
        t->line++;
        if (!plb_str_trim(line).n || line.p[0] == '#') continue;
        t->n_fields = 0;
        for (int i = 0; i < PLB_TSV_MAX_FIELDS; i++) t->field[i] = (plb_str){ line.p, 0 };
        for (plb_str field; plb_str_split(&line, '\t', &field); t->n_fields++)
            if (t->n_fields < PLB_TSV_MAX_FIELDS) t->field[t->n_fields] = plb_str_trim(field);
        return true;
    }
    return false;
}
