/* cli: doctor, what is installed and whether it works. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static void line(const char *name, plb_str value)
{
    printf("%-14s %.*s\n", name, (int)value.n, value.p);
}

int run_doctor(const cli_options *o)
{
    printf("%-14s %s\n", "polybius", plb_version());
    plb_engine *engine = open_engine(o);
    if (!engine) return EXIT_STORE;
    plb_engine_facts facts = plb_engine_describe(engine);
    line("model", facts.model);
    line("  file", facts.model_path);
    line("lexicon", facts.lexicon);
    line("  file", facts.lexicon_path);
    plb_examples_summary examples = { 0 };
    plb_error err = { 0 };
    plb_status status = plb_lexicon_examples(engine, NULL, NULL, &examples, &err);
    bool good = status == PLB_OK && examples.good && examples.good * 10 >= examples.examples * 9;
    printf("%-14s %s: %u of %u frame examples\n", "self-test", good ? "passed" : "failed",
           examples.good, examples.examples);
    if (status != PLB_OK) complain("%s", err.msg);
    plb_engine_close(engine);
    return good ? EXIT_OK : EXIT_STORE;
}
