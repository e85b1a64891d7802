/* Tests of the passes: short documents and the project's own lexicon sources, compiled once.
 *
 * test_flat("Rebels met/VBD on Tuesday/NNP .") makes a document without writing a tree: a word has
 * the tag behind its slash, else one guessed from its form; the first verb is the root, what is
 * tagged MD is an auxiliary, all the rest hangs on the root. "|" begins a new sentence. */
#ifndef PLB_TEST_GROUNDING_H
#define PLB_TEST_GROUNDING_H

#include "doc.h"

#include <stdio.h>
#include <sys/stat.h>

#include "ground/ground_internal.h"
#include "lexicon/compile.h"

typedef struct {
    plb_lexicon *lex;
    plb_grounder *grounder;
} test_lexicon;

static inline void test_finding(void *context, const plb_finding *f)
{
    (void)context;
    if (f->error) print_error("%s:%llu: %s\n", f->file, (unsigned long long)f->line, f->message);
}

/* `name` keeps programs that run at once apart. */
static inline test_lexicon test_lexicon_open(const char *name)
{
    test_lexicon t = { NULL, NULL };
    plb_error err = { 0 };
    char path[512];
    mkdir(PLB_BINARY_DIR "/test", 0777);
    snprintf(path, sizeof path, PLB_BINARY_DIR "/test/%s.lex", name);
    if (plb_lexicon_compile(PLB_SOURCE_DIR "/data/lexicon/en", PLB_SOURCE_DIR "/data/ontology",
                            path, test_finding, NULL, &err) != PLB_OK ||
        plb_lexicon_open(path, &t.lex, &err) != PLB_OK ||
        plb_grounder_new(t.lex, &t.grounder, &err) != PLB_OK)
        fail_msg("%s", err.msg);
    return t;
}

static inline void test_lexicon_close(test_lexicon *t)
{
    plb_grounder_free(t->grounder);
    plb_lexicon_close(t->lex);
}

/* Says how a row of a table differs, so that all rows that do are seen at once. */
static inline bool test_differs(const char *name, plb_str got, const char *want)
{
    if (plb_str_is(got, want)) return false;
    print_error("%s\n    got  %.*s\n    want %s\n", name, PLB_FMT(got), want);
    return true;
}

static inline const char *test_upos(const char *xpos)
{
    static const char *const PAIRS[][2] = {
        { "MD", "AUX" },  { "V", "VERB" },   { "NNP", "PROPN" }, { "NN", "NOUN" },
        { "CD", "NUM" },  { "IN", "ADP" },   { "DT", "DET" },    { "RB", "ADV" },
        { "JJ", "ADJ" },  { "PRP", "PRON" }, { "CC", "CCONJ" },  { "TO", "PART" },
        { ".", "PUNCT" }, { ",", "PUNCT" },  { "WP", "PRON" },
    };
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (strncmp(xpos, PAIRS[i][0], strlen(PAIRS[i][0])) == 0) return PAIRS[i][1];
    return "X";
}

static inline const char *test_guess(const char *form, bool first)
{
    if (strchr(",.-();", form[0])) return form[0] == ',' ? "," : ".";
    if (form[0] >= '0' && form[0] <= '9') return "CD";
    if (form[0] >= 'A' && form[0] <= 'Z' && !first) return "NNP";
    return "NN";
}

static inline test_doc test_flat(const char *text)
{
    char words[64][48], tags[64][8];
    plb_buf rows = { 0 };
    const char *p = text;
    while (*p) {
        int n = 0, root = -1;
        for (; *p && *p != '|' && n < 64;) {
            size_t len = strcspn(p, " |");
            if (len) {
                snprintf(words[n], sizeof words[n], "%.*s", (int)len, p);
                char *slash = strrchr(words[n], '/');
                const char *tag = slash && slash[1] ? slash + 1 : test_guess(words[n], n == 0);
                snprintf(tags[n], sizeof tags[n], "%s", tag);
                if (slash && slash[1]) *slash = '\0';
                if (root < 0 && tags[n][0] == 'V') root = n;
                n++;
            }
            p += len;
            while (*p == ' ') p++;
        }
        if (*p == '|') p++;
        while (*p == ' ') p++;
        if (root < 0) root = 0;
        for (int i = 0; i < n; i++) {
            char lower[48];
            for (size_t k = 0; k < sizeof lower; k++)
                lower[k] = words[i][k] >= 'A' && words[i][k] <= 'Z' ? (char)(words[i][k] + 32)
                                                                    : words[i][k];
            const char *rel = i == root ? "root" : strcmp(tags[i], "MD") == 0 ? "aux" : "obl";
            plb_buf_printf(&rows, "%d %s %s %s %s %d %s\n", i + 1, words[i], lower,
                           test_upos(tags[i]), tags[i], i == root ? 0 : root + 1, rel);
        }
        plb_buf_char(&rows, '\n');
    }
    plb_buf_char(&rows, '\0');
    test_doc t = test_doc_new(rows.p);
    plb_buf_free(&rows);
    return t;
}

#endif
