/* cli: doctor, what is installed and whether it works. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* A sentence of three countries and one event; their codes must come out whatever the lexicon's
 * state. */
static const char SELF_TEST[] = "France and Kenya signed a trade agreement with Japan on Monday.";

static bool self_test(const plb_engine *engine, char *why, size_t size)
{
    plb_worker *worker = NULL;
    plb_error err = { 0 };
    plb_str out = { NULL, 0 };
    plb_input input = { .text = { SELF_TEST, sizeof SELF_TEST - 1 },
                        .published = { "2024-08-21", 10 } };
    plb_status status = plb_worker_new(engine, &worker, &err);
    if (status == PLB_OK) status = plb_worker_code(worker, &input, &out, &err);
    bool good = status == PLB_OK && out.n;
    snprintf(why, size, "%s", status != PLB_OK ? err.msg : good ? "" : "no event was found");
    plb_worker_free(worker);
    return good;
}

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
    char why[256];
    bool good = self_test(engine, why, sizeof why);
    printf("%-14s %s%s\n", "self-test", good ? "passed" : "failed: ", why);
    plb_engine_close(engine);
    return good ? EXIT_OK : EXIT_STORE;
}
