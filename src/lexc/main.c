/* plb_lexc: compiles the lexicon while the project is built. */
#include <stdio.h>

#include "lexicon/compile.h"

static void print(void *context, const plb_finding *f)
{
    (void)context;
    fprintf(stderr, "%s:%llu: %s: %s\n", f->file, (unsigned long long)f->line,
            f->error ? "error" : "warning", f->message);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: plb_lexc LEXICON_FOLDER ONTOLOGY_FOLDER OUT\n");
        return 2;
    }
    plb_error err;
    if (plb_lexicon_compile(argv[1], argv[2], argv[3], print, NULL, &err) != PLB_OK) {
        fprintf(stderr, "plb_lexc: %s\n", err.msg);
        return 3;
    }
    return 0;
}
