/* cli: eval, the engine against a user's own coded text. */
#include "cli/cli.h"

int run_eval(const cli_options *o)
{
    if (o->n_arguments != 1) {
        complain("eval wants one file of coded text (docs/formats/gold.md)");
        return EXIT_USAGE;
    }
    plb_engine *engine = open_engine(o);
    if (!engine) return EXIT_STORE;
    sink out;
    if (!sink_open(&out, o->output)) {
        plb_engine_close(engine);
        return EXIT_PARTIAL;
    }
    plb_error err = { 0 };
    plb_status status = plb_eval(engine, o->arguments[0], o->json ? PLB_EVAL_JSON : PLB_EVAL_TABLE,
                                 &out, sink_write, &err);
    int code = EXIT_OK;
    if (!sink_close(&out)) {
        code = EXIT_PARTIAL;
    } else if (status != PLB_OK) {
        complain("%s", err.msg);
        code = EXIT_INPUT;
    }
    plb_engine_close(engine);
    return code;
}
