/* bench: what each stage costs. Reads reports, runs the flow stage by stage over all of them
 * several times and prints the median of the rounds, words and sentences a second of one core, and
 * peak memory.
 *
 *     bench_stages [--rounds N] NEWS… */
#include "annotate/annotate.h"
#include "code/code.h"
#include "export/record.h"
#include "ground/ground.h"
#include "ingest/reader.h"
#include "pipeline/pipeline.h"
#include "situate/situate.h"
#include "text/split.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { MOST_ROUNDS = 32 };

enum { READ, SPLIT, ANNOTATE, GROUND, CODE, WRITE, WHOLE, N_STAGES };
static const char *const NAMES[N_STAGES] = { "read", "text",  "annotate", "ground",
                                             "code", "write", "whole" };

typedef struct {
    double seconds[N_STAGES];
    uint64_t reports, sentences, words, bytes, events, failed;
} round_of;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Adds the time since *at to a stage and moves *at on. */
static void lap(round_of *r, int stage, double *at)
{
    double t = now();
    r->seconds[stage] += t - *at;
    r->seconds[WHOLE] += t - *at;
    *at = t;
}

static bool find_word(const void *context, plb_text_class cls, plb_str lower, plb_str *value)
{
    const plb_engine *engine = context;
    return plb_lexicon_word(engine->lexicon, engine->text_class[cls], lower, value);
}

/* The flow of pipeline.c with a clock between the stages. */
static plb_status read_timed(plb_pipeline *p, const plb_report *report, plb_buf *out, round_of *r)
{
    const plb_engine *e = p->engine;
    plb_text_words words = { e, find_word };
    double at = now();
    plb_arena_reset(p->arena);
    plb_doc_begin(&p->doc, p->arena, report);
    PLB_TRY(plb_text_split(&p->doc, &words, NULL));
    lap(r, SPLIT, &at);
    PLB_TRY(plb_annotate(p->annotator, &p->doc, NULL));
    lap(r, ANNOTATE, &at);
    PLB_TRY(plb_ground(e->grounder, &p->doc, NULL));
    lap(r, GROUND, &at);
    PLB_TRY(plb_code(e->coder, &p->doc, NULL));
    plb_situate_document(&p->doc);
    lap(r, CODE, &at);
    plb_buf_clear(out);
    PLB_TRY(plb_record_events(&p->doc, &e->provenance, out));
    lap(r, WRITE, &at);
    return PLB_OK;
}

static bool run_round(const plb_engine *engine, const char *const *paths, size_t n, round_of *r)
{
    plb_reader_options o = plb_reader_options_default();
    o.paths = paths;
    o.n_paths = n;
    plb_reader *reader = NULL;
    plb_pipeline pipeline;
    plb_buf out = { 0 };
    if (plb_reader_open(&o, &reader, NULL) != PLB_OK) return false;
    if (plb_pipeline_begin(&pipeline, engine, NULL) != PLB_OK) return false;
    for (;;) {
        plb_report *report = NULL;
        double at = now();
        plb_status status = plb_reader_next(reader, &report, NULL);
        lap(r, READ, &at);
        if (status == PLB_ENONE) break;
        if (status != PLB_OK || read_timed(&pipeline, report, &out, r) != PLB_OK) {
            r->failed++;
        } else {
            r->reports++;
            r->sentences += pipeline.doc.sentences.n;
            r->words += pipeline.doc.tokens.n;
            r->events += pipeline.doc.events.n;
            r->bytes += report->title.n + report->text.n;
        }
        if (status == PLB_OK) plb_report_free(report);
    }
    plb_pipeline_end(&pipeline);
    plb_reader_close(reader);
    plb_buf_free(&out);
    return true;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(const round_of *rounds, int n, int stage)
{
    double seconds[MOST_ROUNDS];
    for (int i = 0; i < n; i++) seconds[i] = rounds[i].seconds[stage];
    qsort(seconds, (size_t)n, sizeof *seconds, by_size);
    return seconds[n / 2];
}

static void print(const round_of *rounds, int n)
{
    const round_of *r = &rounds[0];
    printf("%llu reports, %llu sentences, %llu words, %llu bytes, %llu events, %llu failed; "
           "median of %d rounds, one core\n\n",
           (unsigned long long)r->reports, (unsigned long long)r->sentences,
           (unsigned long long)r->words, (unsigned long long)r->bytes,
           (unsigned long long)r->events, (unsigned long long)r->failed, n);
    printf("%-10s %9s %7s %13s %12s\n", "stage", "seconds", "share", "sentences/s", "words/s");
    double whole = median(rounds, n, WHOLE);
    for (int s = 0; s < N_STAGES; s++) {
        double t = median(rounds, n, s);
        printf("%-10s %9.3f %6.1f%% %13.0f %12.0f\n", NAMES[s], t, 100 * t / whole,
               (double)r->sentences / t, (double)r->words / t);
    }
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    printf("\npeak memory %.1f MB\n", (double)use.ru_maxrss / 1024);
}

int main(int argc, char **argv)
{
    int rounds = 5, first = 1;
    if (argc > 2 && !strcmp(argv[1], "--rounds")) {
        rounds = atoi(argv[2]);
        first = 3;
    }
    if (first >= argc || rounds < 1 || rounds > MOST_ROUNDS) {
        fprintf(stderr, "usage: bench_stages [--rounds 1…%d] NEWS…\n", MOST_ROUNDS);
        return 2;
    }
    plb_engine_options options = plb_engine_options_default();
    plb_engine *engine = NULL;
    plb_error err = { 0 };
    double start = now();
    if (plb_engine_open(&options, &engine, &err) != PLB_OK) {
        fprintf(stderr, "%s\n", err.msg);
        return 4;
    }
    printf("engine opened in %.1f ms\n", 1e3 * (now() - start));
    round_of results[MOST_ROUNDS] = { 0 };
    for (int i = 0; i < rounds; i++)
        if (!run_round(engine, (const char *const *)argv + first, (size_t)(argc - first),
                       &results[i]))
            return 3;
    print(results, rounds);
    plb_engine_close(engine);
    return 0;
}
