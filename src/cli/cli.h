/* cli: what the commands share. The program stands on polybius.h and base alone. */
#ifndef PLB_CLI_CLI_H
#define PLB_CLI_CLI_H

#include <polybius.h>

/* Exit codes, the same for all commands. */
enum {
    EXIT_OK = 0,
    EXIT_NOTHING = 1, /* nothing found */
    EXIT_USAGE = 2,
    EXIT_INPUT = 3,  /* bad input, nothing could be read */
    EXIT_STORE = 4,  /* model, lexicon or store cannot be used */
    EXIT_PARTIAL = 5 /* some of it: rejects, or output that was cut short */
};

typedef struct {
    const char *published, *format, *input, *output, *model, *lexicon_file;
    const char *overlays[16];
    size_t n_overlays;
    unsigned jobs;
    bool quiet, json;
    const char **arguments; /* [n_arguments] what is no option */
    size_t n_arguments;
} cli_options;

typedef struct command {
    const char *name, *arguments, *summary;
    const char *examples; /* lines for --help */
    unsigned options;     /* bits of OPTIONS in options.c */
    int (*run)(const cli_options *options);
} command;

extern const command COMMANDS[];
extern const size_t N_COMMANDS;

/* Bits of command.options. */
enum {
    OPT_PUBLISHED = 1,
    OPT_FORMAT = 2,
    OPT_INPUT = 4,
    OPT_OUTPUT = 8,
    OPT_JOBS = 16,
    OPT_QUIET = 32,
    OPT_LEXICON = 64,
    OPT_MODEL = 128,
    OPT_JSON = 256,
    OPT_RUN = OPT_PUBLISHED | OPT_FORMAT | OPT_INPUT | OPT_OUTPUT | OPT_JOBS | OPT_QUIET |
              OPT_LEXICON | OPT_MODEL
};

/* Reads the words behind the command's name. False after a message: usage. `help` is set where help
 * was asked for (and printed). */
bool options_read(const command *c, int argc, char **argv, cli_options *out, bool *help);
void options_help(const command *c);

/* "polybius: …" on standard error. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Opens the engine as the options say; complains and gives NULL. */
plb_engine *open_engine(const cli_options *options);

/* Output to a file or standard output, with write errors noticed at once. */
typedef struct {
    int fd;
    const char *name;
    bool broken; /* a write failed; the complaint is made */
    bool to_terminal;
} sink;

bool sink_open(sink *s, const char *path);
/* A plb_run_options.write with the sink as its context. */
plb_status sink_write(void *context, plb_str bytes);
/* False where closing shows that something was not written. */
bool sink_close(sink *s);

/* Prints a line on standard error and counts it: a `finding` whose context is a size_t. */
void print_finding(void *context, const char *line);

int run_code(const cli_options *options);
int run_annotate(const cli_options *options);
int run_report(const cli_options *options);
int run_eval(const cli_options *options);
int run_lexicon(const cli_options *options);
int run_doctor(const cli_options *options);

#endif
