/* cli: lexicon check, compile, lookup. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* `check [LEXICON ONTOLOGY]`, `compile LEXICON ONTOLOGY -o FILE` */
static int build(const cli_options *o, bool compile)
{
    size_t n = o->n_arguments - 1, findings = 0;
    if ((n != 0 && n != 2) || (compile && !o->output)) {
        complain(compile ? "lexicon compile wants two folders and -o FILE"
                         : "lexicon check wants two folders: the language's and the ontology's");
        return EXIT_USAGE;
    }
    const char *lexicon = n ? o->arguments[1] : "data/lexicon/en";
    const char *ontology = n ? o->arguments[2] : "data/ontology";
    plb_error err = { 0 };
    plb_status status = plb_lexicon_build(lexicon, ontology, compile ? o->output : NULL, &findings,
                                          print_finding, &err);
    if (status != PLB_OK) {
        complain("%s", err.msg);
        return EXIT_INPUT;
    }
    if (!o->quiet)
        fprintf(stderr, "%s and %s: %zu finding%s, no error\n", lexicon, ontology, findings,
                findings == 1 ? "" : "s");
    return EXIT_OK;
}

static int lookup(const cli_options *o)
{
    if (o->n_arguments < 2) {
        complain("lexicon lookup wants a name");
        return EXIT_USAGE;
    }
    plb_engine *engine = open_engine(o);
    sink out;
    if (!engine) return EXIT_STORE;
    int code = EXIT_OK;
    if (!sink_open(&out, o->output)) code = EXIT_PARTIAL;
    for (size_t i = 1; i < o->n_arguments && !code; i++) {
        plb_error err = { 0 };
        plb_str phrase = { o->arguments[i], strlen(o->arguments[i]) };
        plb_status status = plb_lexicon_print(engine, phrase, &out, sink_write, &err);
        if (status == PLB_OK) continue;
        if (!out.broken) complain("%s", err.msg);
        code = status == PLB_ENONE ? EXIT_NOTHING : EXIT_PARTIAL;
    }
    if (!sink_close(&out)) code = EXIT_PARTIAL;
    plb_engine_close(engine);
    return code;
}

/* Fails where fewer than nine in ten examples give what they say: the rest is the parser's doing.
 */
static int examples(const cli_options *o)
{
    plb_engine *engine = open_engine(o);
    if (!engine) return EXIT_STORE;
    plb_examples_summary summary = { 0 };
    plb_error err = { 0 };
    size_t findings = 0;
    plb_status status = plb_lexicon_examples(engine, &findings, print_finding, &summary, &err);
    plb_engine_close(engine);
    if (status != PLB_OK) {
        complain("%s", err.msg);
        return EXIT_PARTIAL;
    }
    printf("%u of %u examples give what they say\n", summary.good, summary.examples);
    return summary.good * 10 >= summary.examples * 9 ? EXIT_OK : EXIT_PARTIAL;
}

int run_lexicon(const cli_options *o)
{
    const char *what = o->n_arguments ? o->arguments[0] : "";
    if (!strcmp(what, "check")) return build(o, false);
    if (!strcmp(what, "compile")) return build(o, true);
    if (!strcmp(what, "lookup")) return lookup(o);
    if (!strcmp(what, "examples")) return examples(o);
    complain(
        "lexicon wants check, compile, lookup or examples; polybius lexicon --help tells more");
    return EXIT_USAGE;
}
