/* plb_lexc: compiles the lexicon while the project is built. */
#include <stdio.h>
#include <string.h>

#include "lexicon/compile.h"

typedef struct {
    bool show_warnings;
    unsigned n_warnings;
} listener;

static void print(void *context, const plb_finding *f)
{
    listener *l = context;
    if (!f->error) l->n_warnings++;
    if (!f->error && !l->show_warnings) return;
    fprintf(stderr, "%s:%llu: %s: %s\n", f->file, (unsigned long long)f->line,
            f->error ? "error" : "warning", f->message);
}

int main(int argc, char **argv)
{
    listener l = { argc == 5 && strcmp(argv[1], "--warnings") == 0, 0 };
    if (argc != 4 && !l.show_warnings) {
        fprintf(stderr, "usage: plb_lexc [--warnings] LEXICON_FOLDER ONTOLOGY_FOLDER OUT\n");
        return 2;
    }
    char **paths = argv + argc - 3;
    plb_error err;
    if (plb_lexicon_compile(paths[0], paths[1], paths[2], print, &l, &err) != PLB_OK) {
        fprintf(stderr, "plb_lexc: %s\n", err.msg);
        return 3;
    }
    if (l.n_warnings && !l.show_warnings)
        printf("plb_lexc: %u warnings, which --warnings shows\n", l.n_warnings);
    return 0;
}
