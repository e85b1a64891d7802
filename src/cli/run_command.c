/* cli: code, annotate and report: runs over files. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    const char *name;
    int value;
} choice;

static const choice INPUTS[] = { { "auto", PLB_INPUT_AUTO },
                                 { "txt", PLB_INPUT_TEXT },
                                 { "jsonl", PLB_INPUT_JSONL },
                                 { "conllu", PLB_INPUT_CONLLU },
                                 { NULL, 0 } };
static const choice CODE_FORMATS[] = {
    { "jsonl", PLB_OUT_JSONL }, { "json", PLB_OUT_JSONL }, { "table", PLB_OUT_TABLE }, { NULL, 0 }
};
static const choice ANNOTATE_FORMATS[] = {
    { "json", PLB_OUT_JSONL }, { "jsonl", PLB_OUT_JSONL }, { "conllu", PLB_OUT_CONLLU }, { NULL, 0 }
};
static const choice REPORT_FORMATS[] = { { "terminal", PLB_OUT_TERMINAL },
                                         { "markdown", PLB_OUT_MARKDOWN },
                                         { NULL, 0 } };

/* The value of a name, the first of the table for NULL; false after a complaint. */
static bool choose(const choice *choices, const char *option, const char *name, int *value)
{
    *value = choices[0].value;
    if (!name) return true;
    for (const choice *c = choices; c->name; c++) {
        if (strcmp(c->name, name)) continue;
        *value = c->value;
        return true;
    }
    complain("%s does not know '%s'; it takes:", option, name);
    for (const choice *c = choices; c->name; c++) fprintf(stderr, "  %s\n", c->name);
    return false;
}

/* What the callbacks of a run share. */
typedef struct {
    sink out;
    bool show_progress, shown;
    struct timespec start;
} run_view;

static double seconds_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + 1e-9 * (double)(now.tv_nsec - start->tv_nsec);
}

static plb_status write_out(void *context, plb_str bytes)
{
    return sink_write(&((run_view *)context)->out, bytes);
}

static void clear_progress(run_view *view)
{
    if (view->shown) fputs("\r\033[K", stderr);
    view->shown = false;
}

static void reject(void *context, const plb_error *what)
{
    clear_progress(context);
    complain("%s", what->msg);
}

static void progress(void *context, uint64_t reports)
{
    run_view *view = context;
    if (!view->show_progress) return;
    double rate = (double)reports / (seconds_since(&view->start) + 1e-9);
    fprintf(stderr, "\r%llu reports, %.0f a second\033[K", (unsigned long long)reports, rate);
    view->shown = true;
}

static unsigned terminal_width(int fd)
{
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col) return size.ws_col;
    return 0;
}

static void summarise(const run_view *view, const plb_run_summary *s)
{
    double t = seconds_since(&view->start);
    fprintf(stderr,
            "%llu reports (%llu set aside), %llu sentences, %llu words, %llu events in %.2f s, "
            "%.0f sentences a second\n",
            (unsigned long long)s->reports, (unsigned long long)s->rejected,
            (unsigned long long)s->sentences, (unsigned long long)s->words,
            (unsigned long long)s->events, t, (double)s->sentences / (t + 1e-9));
}

static int exit_of(const run_view *view, const plb_run_summary *s, plb_task task)
{
    if (view->out.broken) return EXIT_PARTIAL;
    if (s->rejected) return s->reports ? EXIT_PARTIAL : EXIT_INPUT;
    if (!s->reports || (task == PLB_TASK_CODE && !s->events)) return EXIT_NOTHING;
    return EXIT_OK;
}

static int run(const cli_options *options, plb_task task, const choice *formats)
{
    plb_run_options o = plb_run_options_default();
    int format, input;
    if (!choose(formats, "--format", options->format, &format) ||
        !choose(INPUTS, "--input", options->input, &input))
        return EXIT_USAGE;
    if (!options->n_arguments) {
        complain("no report given: name a file, a folder, or - for standard input");
        return EXIT_USAGE;
    }
    run_view view = { .show_progress = isatty(STDERR_FILENO) && !options->quiet };
    clock_gettime(CLOCK_MONOTONIC, &view.start);
    plb_engine *engine = open_engine(options);
    if (!engine) return EXIT_STORE;
    if (!sink_open(&view.out, options->output)) {
        plb_engine_close(engine);
        return EXIT_PARTIAL;
    }
    o.task = task;
    o.format = (plb_output_format)format;
    o.input = (plb_input_kind)input;
    o.published = options->published;
    o.jobs = options->jobs;
    o.colour = view.out.to_terminal && !getenv("NO_COLOR");
    o.width = view.out.to_terminal ? terminal_width(view.out.fd) : 0;
    o.context = &view;
    o.write = write_out;
    o.reject = reject;
    o.progress = progress;
    plb_run_summary summary = { 0 };
    plb_error err = { 0 };
    plb_status status =
        plb_run(engine, options->arguments, options->n_arguments, &o, &summary, &err);
    clear_progress(&view);
    int code;
    bool closed = sink_close(&view.out);
    if (status == PLB_EINVAL) {
        complain("%s", err.msg);
        code = EXIT_USAGE;
    } else if (status != PLB_OK && !view.out.broken) {
        complain("%s", err.msg);
        code = EXIT_PARTIAL;
    } else {
        code = closed ? exit_of(&view, &summary, task) : EXIT_PARTIAL;
    }
    if (view.show_progress) summarise(&view, &summary);
    plb_engine_close(engine);
    return code;
}

int run_code(const cli_options *options)
{
    return run(options, PLB_TASK_CODE, CODE_FORMATS);
}

int run_annotate(const cli_options *options)
{
    return run(options, PLB_TASK_ANNOTATE, ANNOTATE_FORMATS);
}

int run_report(const cli_options *options)
{
    return run(options, PLB_TASK_REPORT, REPORT_FORMATS);
}
