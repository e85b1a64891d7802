/* cli: one table of options makes parsing and help. */
#include "cli/cli.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { KIND_TEXT, KIND_NUMBER, KIND_FLAG, KIND_LIST } option_kind;

typedef struct {
    const char *name, *letter, *argument, *help;
    unsigned bit;
    option_kind kind;
    size_t field; /* offset in cli_options */
} option;

static const option OPTIONS[] = {
    { "--published", NULL, "DATE", "the day of reports that have none of their own: YYYY-MM-DD",
      OPT_PUBLISHED, KIND_TEXT, offsetof(cli_options, published) },
    { "--format", NULL, "NAME",
      "code: jsonl, table; annotate: json, conllu; report: terminal, markdown", OPT_FORMAT,
      KIND_TEXT, offsetof(cli_options, format) },
    { "--input", NULL, "NAME", "what the input is: auto, txt, jsonl, conllu", OPT_INPUT, KIND_TEXT,
      offsetof(cli_options, input) },
    { "--output", "-o", "FILE", "write there instead of to standard output", OPT_OUTPUT, KIND_TEXT,
      offsetof(cli_options, output) },
    { "--jobs", "-j", "N", "threads; 0: as many as there are cores (the default)", OPT_JOBS,
      KIND_NUMBER, offsetof(cli_options, jobs) },
    { "--lexicon", NULL, "FILE",
      "a lexicon file of your own on top (may be given several times), or "
      "a compiled .lex in place of the shipped one",
      OPT_LEXICON, KIND_LIST, 0 },
    { "--model", NULL, "FILE", "another model file", OPT_MODEL, KIND_TEXT,
      offsetof(cli_options, model) },
    { "--json", NULL, NULL, "for machines", OPT_JSON, KIND_FLAG, offsetof(cli_options, json) },
    { "--quiet", "-q", NULL, "no progress and no summary", OPT_QUIET, KIND_FLAG,
      offsetof(cli_options, quiet) },
};

enum { N_OPTIONS = sizeof OPTIONS / sizeof *OPTIONS };

void options_help(const command *c)
{
    printf("polybius %s %s\n  %s\n\n", c->name, c->arguments, c->summary);
    for (int i = 0; i < N_OPTIONS; i++) {
        const option *o = &OPTIONS[i];
        if (!(c->options & o->bit)) continue;
        char left[40];
        snprintf(left, sizeof left, "%s%s%s%s%s", o->letter ? o->letter : "", o->letter ? ", " : "",
                 o->name, o->argument ? " " : "", o->argument ? o->argument : "");
        printf("  %-22s %s\n", left, o->help);
    }
    printf("\nexamples:\n%s\nexit status: 0 done, 1 nothing found, 2 usage, 3 bad input, "
           "4 model, lexicon or store, 5 in part\n",
           c->examples);
}

static bool ends_in(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && !strcmp(s + n - m, suffix);
}

static bool add_lexicon(cli_options *out, const char *value)
{
    if (ends_in(value, ".lex")) {
        out->lexicon_file = value;
        return true;
    }
    if (out->n_overlays == sizeof out->overlays / sizeof *out->overlays) return false;
    out->overlays[out->n_overlays++] = value;
    return true;
}

static bool set(const option *o, const char *value, cli_options *out)
{
    void *field = (char *)out + o->field;
    char *end;
    unsigned long number;
    switch (o->kind) {
    case KIND_FLAG:
        *(bool *)field = true;
        return true;
    case KIND_TEXT:
        *(const char **)field = value;
        return true;
    case KIND_LIST:
        return add_lexicon(out, value);
    case KIND_NUMBER:
        number = strtoul(value, &end, 10);
        if (end == value || *end || value[0] == '-' || number > 1024) return false;
        *(unsigned *)field = (unsigned)number;
        return true;
    }
    return false;
}

static const option *find(const command *c, const char *word, size_t n)
{
    for (int i = 0; i < N_OPTIONS; i++) {
        const option *o = &OPTIONS[i];
        if (!(c->options & o->bit)) continue;
        if ((strlen(o->name) == n && !strncmp(o->name, word, n)) ||
            (o->letter && strlen(o->letter) == n && !strncmp(o->letter, word, n)))
            return o;
    }
    return NULL;
}

/* Reads one option at argv[*i]; moves *i onto its value. */
static bool read_option(const command *c, int argc, char **argv, int *i, cli_options *out)
{
    const char *word = argv[*i], *equals = strchr(word, '=');
    const option *o = find(c, word, equals ? (size_t)(equals - word) : strlen(word));
    const char *value = equals ? equals + 1 : NULL;
    if (!o && word[1] != '-' && word[2]) { /* "-j2" */
        o = find(c, word, 2);
        value = word + 2;
    }
    if (!o) {
        complain("%s: no option '%s'; polybius %s --help lists them", c->name, word, c->name);
        return false;
    }
    if (o->kind != KIND_FLAG && !value) {
        if (*i + 1 == argc) {
            complain("%s: %s wants a value: %s", c->name, o->name, o->argument);
            return false;
        }
        value = argv[++*i];
    }
    if (!set(o, value, out)) {
        complain("%s: %s does not take '%s'", c->name, o->name, value);
        return false;
    }
    return true;
}

bool options_read(const command *c, int argc, char **argv, cli_options *out, bool *help)
{
    *out = (cli_options){ .arguments = (const char **)argv };
    bool only_arguments = false;
    for (int i = 0; i < argc; i++) {
        const char *word = argv[i];
        if (!only_arguments && (!strcmp(word, "--help") || !strcmp(word, "-h"))) {
            options_help(c);
            *help = true;
            return false;
        }
        if (only_arguments || word[0] != '-' || !word[1]) {
            out->arguments[out->n_arguments++] = word; /* never overtakes i */
        } else if (!strcmp(word, "--")) {
            only_arguments = true;
        } else if (!read_option(c, argc, argv, &i, out)) {
            return false;
        }
    }
    return true;
}
