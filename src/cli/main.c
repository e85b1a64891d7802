/* cli: the table of commands and the way into them. */
#include "cli/cli.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

const command COMMANDS[] = {
    { "code", "PATH…", "read reports, print their events",
      "  polybius code report.txt | jq .\n"
      "  polybius code --published 2024-08-20 --format table reports/*.txt\n"
      "  cat reports.jsonl | polybius code -\n",
      OPT_RUN, run_code },
    { "annotate", "PATH…",
      "print the layers below the events: tokens, trees, mentions, attributions",
      "  polybius annotate --format conllu report.txt\n"
      "  polybius annotate --input conllu --format conllu gold.conllu\n",
      OPT_RUN, run_annotate },
    { "report", "PATH…", "the situation report: who did what, who says so, where the talks stand",
      "  polybius report samples/\n"
      "  polybius report --format markdown -o situation.md samples/\n",
      OPT_RUN, run_report },
    { "eval", "GOLD.jsonl", "precision, recall and F1 on your own coded text",
      "  polybius eval gold.jsonl\n"
      "  polybius eval --json gold.jsonl\n",
      OPT_LEXICON | OPT_MODEL | OPT_JSON | OPT_OUTPUT | OPT_QUIET, run_eval },
    { "lexicon", "check|compile|lookup|examples …",
      "check, compile or search the lexicon; run the examples of its frames",
      "  polybius lexicon lookup \"Israeli army\"\n"
      "  polybius lexicon check data/lexicon/en data/ontology\n"
      "  polybius lexicon compile data/lexicon/en data/ontology -o my.lex\n",
      OPT_LEXICON | OPT_MODEL | OPT_OUTPUT | OPT_QUIET, run_lexicon },
    { "doctor", "", "what is installed, versions of model and lexicon, a self-test",
      "  polybius doctor\n", OPT_LEXICON | OPT_MODEL, run_doctor },
};
const size_t N_COMMANDS = sizeof COMMANDS / sizeof *COMMANDS;

static void usage(FILE *to)
{
    fprintf(to,
            "Polybius %s: news reports of conflict and mediation, read into event data.\n\n"
            "usage: polybius COMMAND [OPTION]… [PATH]…\n\n",
            plb_version());
    for (size_t i = 0; i < N_COMMANDS; i++)
        fprintf(to, "  %-10s %s\n", COMMANDS[i].name, COMMANDS[i].summary);
    fprintf(to, "\npolybius COMMAND --help tells more. "
                "A PATH may be a file, a folder, or - for standard input.\n");
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of write(2), told like any other */
    if (argc < 2) {
        usage(stderr);
        return EXIT_USAGE;
    }
    const char *name = argv[1];
    if (!strcmp(name, "--help") || !strcmp(name, "-h") || !strcmp(name, "help")) {
        usage(stdout);
        return EXIT_OK;
    }
    if (!strcmp(name, "--version") || !strcmp(name, "version")) {
        printf("polybius %s\n", plb_version());
        return EXIT_OK;
    }
    for (size_t i = 0; i < N_COMMANDS; i++) {
        if (strcmp(name, COMMANDS[i].name)) continue;
        cli_options options;
        bool help = false;
        if (!options_read(&COMMANDS[i], argc - 2, argv + 2, &options, &help))
            return help ? EXIT_OK : EXIT_USAGE;
        return COMMANDS[i].run(&options);
    }
    complain("there is no command '%s'; polybius --help lists them", name);
    return EXIT_USAGE;
}
