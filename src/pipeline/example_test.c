#include "test.h"

#include <stdio.h>

#include "pipeline/pipeline.h"

static void print(void *context, const char *line)
{
    (void)context;
    fprintf(stderr, "%s\n", line);
}

static void every_example_of_the_frames_holds(void **state)
{
    (void)state;
    plb_error err;
    plb_engine *engine;
    plb_engine_options options = plb_engine_options_default();
    options.model_path = PLB_BINARY_DIR "/en.plb";
    options.lexicon_path = PLB_BINARY_DIR "/polybius-en.lex";
    if (plb_engine_open(&options, &engine, &err) != PLB_OK) fail_msg("%s", err.msg);
    size_t run, failed;
    if (plb_run_examples(engine, &run, &failed, NULL, print, &err) != PLB_OK)
        fail_msg("%s", err.msg);
    plb_engine_close(engine);
    assert_true(run > 0);
    if (failed) fail_msg("%zu of %zu examples fail", failed, run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_of_the_frames_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
