/* polybius.h: the public interface of Polybius, the only header that is installed.
 *
 * Threads: a plb_engine (lexicon, model) is read-only once opened and may be shared by all threads;
 * a plb_worker serves one thread at a time. Errors are values; the library prints nothing and never
 * exits. Text is UTF-8. Offsets in the program's output are Unicode code points, end exclusive. */
#ifndef POLYBIUS_H
#define POLYBIUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define PLB_API __attribute__((visibility("default")))
#define PLB_MUST_USE __attribute__((warn_unused_result))
#else
#define PLB_API
#define PLB_MUST_USE
#endif

typedef enum {
    PLB_OK = 0,
    PLB_EINVAL, /* a call or an option is wrong */
    PLB_ENOMEM, /* memory is short, or a report passes its limit */
    PLB_ELIMIT, /* the input passes a documented limit */
    PLB_EPARSE, /* the input is broken: `at` tells where */
    PLB_EIO,    /* the system refused to read or write */
    PLB_ENONE   /* nothing there: the end of a stream, no such entry */
} plb_status;

/* What went wrong and where. `at` counts bytes or lines of the input, as the message says. */
typedef struct {
    plb_status code;
    uint64_t at;
    char msg[240];
} plb_error;

/* Borrowed text, not NUL-terminated; print with %.*s. */
typedef struct {
    const char *p;
    size_t n;
} plb_str;

/* ---- the engine: lexicon and model, opened once
 * ---------------------------------------------------- */

typedef struct plb_engine plb_engine;

typedef struct {
    const char *model_path; /* NULL: $POLYBIUS_MODEL, else where the build or the package put it */
    const char *lexicon_path; /* NULL: $POLYBIUS_LEXICON, else likewise */
    const char *const
        *overlays; /* [n_overlays] the user's own lexicon files (docs/formats/lexicon.md) */
    size_t n_overlays;
    size_t max_report_bytes; /* a report with more text than this is set aside (PLB_ELIMIT) */
} plb_engine_options;

PLB_API plb_engine_options plb_engine_options_default(void);

/* Maps and checks model and lexicon. The engine is the caller's, to be closed after its last
 * worker. A damaged, foreign or newer file is PLB_EPARSE with the reason. */
PLB_API plb_status plb_engine_open(const plb_engine_options *options, plb_engine **out,
                                   plb_error *err) PLB_MUST_USE;
PLB_API void plb_engine_close(plb_engine *engine);

/* "0.1.0" */
PLB_API const char *plb_version(void);

typedef struct {
    plb_str version;           /* of the program */
    plb_str model, model_path; /* version and file */
    plb_str lexicon, lexicon_path;
} plb_engine_facts;

/* Borrowed from the engine. */
PLB_API plb_engine_facts plb_engine_describe(const plb_engine *engine);

/* ---- a worker: reads one report after another, one thread at a time
 * --------------------------------- */

typedef struct plb_worker plb_worker;

/* A report. Strings are borrowed for the call; p == NULL for what is not known. `published` is
 * "YYYY-MM-DD". Without an id the hash of title and text serves. */
typedef struct {
    plb_str id, url, publisher, published, title, text;
} plb_input;

typedef enum {
    PLB_OUT_JSONL,    /* events, a record a line; annotations, a report a line */
    PLB_OUT_TABLE,    /* events for eyes */
    PLB_OUT_CONLLU,   /* annotations */
    PLB_OUT_TERMINAL, /* situation report for a terminal */
    PLB_OUT_MARKDOWN  /* situation report */
} plb_output_format;

PLB_API plb_status plb_worker_new(const plb_engine *engine, plb_worker **out,
                                  plb_error *err) PLB_MUST_USE;
PLB_API void plb_worker_free(plb_worker *worker);

/* Events of one report as JSON lines, or what lies below them. *out is the worker's and lives until
 * its next call. A report that cannot be read (not UTF-8, too large) fails and costs nothing else.
 */
PLB_API plb_status plb_worker_code(plb_worker *worker, const plb_input *input, plb_str *out,
                                   plb_error *err) PLB_MUST_USE;
PLB_API plb_status plb_worker_annotate(plb_worker *worker, const plb_input *input,
                                       plb_output_format format, plb_str *out,
                                       plb_error *err) PLB_MUST_USE;

/* ---- runs over files
 * --------------------------------------------------------------------------------- */

typedef enum { PLB_TASK_CODE, PLB_TASK_ANNOTATE, PLB_TASK_REPORT } plb_task;
typedef enum { PLB_INPUT_AUTO, PLB_INPUT_TEXT, PLB_INPUT_JSONL, PLB_INPUT_CONLLU } plb_input_kind;

typedef struct {
    plb_task task;
    plb_input_kind input;
    plb_output_format format;
    const char *published; /* "YYYY-MM-DD" for reports that have no date of their own, or NULL */
    unsigned jobs;         /* threads; 0: as many as the machine has cores */
    bool colour;           /* of PLB_OUT_TERMINAL and PLB_OUT_TABLE */
    unsigned width;        /* columns of the terminal, 0: 100 */

    void *context;
    /* Receives output in the order of input. Anything but PLB_OK ends the run with that status. */
    plb_status (*write)(void *context, plb_str bytes);
    /* Receives what is set aside: a bad record, a file that cannot be read. `msg` names file, place
     * and reason. May be NULL. */
    void (*reject)(void *context, const plb_error *what);
    /* Called now and then with the count of reports read so far. May be NULL. */
    void (*progress)(void *context, uint64_t reports);
} plb_run_options;

PLB_API plb_run_options plb_run_options_default(void);

typedef struct {
    uint64_t reports, rejected; /* read well; set aside */
    uint64_t sentences, words, events;
} plb_run_summary;

/* Reads files, folders and "-" (standard input); the bytes are the same with any number of jobs.
 * Fails only where nothing can go on; a bad record is rejected and counted. */
PLB_API plb_status plb_run(const plb_engine *engine, const char *const *paths, size_t n_paths,
                           const plb_run_options *options, plb_run_summary *summary,
                           plb_error *err) PLB_MUST_USE;

/* ---- the lexicon
 * ------------------------------------------------------------------------------------- */

/* What stands in the lexicon under a phrase, a line an entry; PLB_ENONE where nothing does. `write`
 * as in plb_run_options. */
PLB_API plb_status plb_lexicon_print(const plb_engine *engine, plb_str phrase, void *context,
                                     plb_status (*write)(void *context, plb_str bytes),
                                     plb_error *err) PLB_MUST_USE;

/* Checks source folders (data/lexicon/en, data/ontology) and, with out_path, compiles them.
 * Findings go to `finding` as "file:line: error|warning: what"; any error fails with PLB_EPARSE. */
PLB_API plb_status plb_lexicon_build(const char *lexicon_dir, const char *ontology_dir,
                                     const char *out_path, void *context,
                                     void (*finding)(void *context, const char *line),
                                     plb_error *err) PLB_MUST_USE;

typedef struct {
    uint32_t examples, good;
} plb_examples_summary;

/* Runs the examples that the lexicon's frames carry through the engine; those that do not give what
 * they say go to `finding` (which may be NULL) as "file:line: frame: sentence". */
PLB_API plb_status plb_lexicon_examples(const plb_engine *engine, void *context,
                                        void (*finding)(void *context, const char *line),
                                        plb_examples_summary *summary, plb_error *err) PLB_MUST_USE;

/* ---- evaluation
 * -------------------------------------------------------------------------------------- */

typedef enum { PLB_EVAL_TABLE, PLB_EVAL_JSON } plb_eval_format;

/* Precision, recall and F1 by event type of the engine on a user's own coded text
 * (docs/formats/gold.md). */
PLB_API plb_status plb_eval(const plb_engine *engine, const char *gold_path, plb_eval_format format,
                            void *context, plb_status (*write)(void *context, plb_str bytes),
                            plb_error *err) PLB_MUST_USE;

#ifdef __cplusplus
}
#endif
#endif
