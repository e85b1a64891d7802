/* bench: how well raw text is split, against treebanks.
 *
 *     split_score LEXICON GOLD.conllu…      F1 of words and sentences; -e also lists what differs
 *     split_score LEXICON -t FILE           the splitter's output as CoNLL-U (- for standard input)
 *
 * The raw text is what the treebank's sentences make up: a space between them unless SpaceAfter=No,
 * an empty line before a new paragraph. A word counts where both ends are right. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/mapped.h"
#include "lexicon/lexicon.h"
#include "text/conllu.h"
#include "text/split.h"

typedef struct {
    const plb_lexicon *lex;
    plb_class cls[PLB_N_TEXT_CLASSES];
} lookup;

static bool find(const void *context, plb_text_class cls, plb_str lower, plb_str *value)
{
    const lookup *l = context;
    return plb_lexicon_word(l->lex, l->cls[cls], lower, value);
}

static void die(const char *what)
{
    fprintf(stderr, "split_score: %s\n", what);
    exit(1);
}

typedef struct {
    size_t right, gold, made;
} counts;

static double f1(counts c)
{
    return c.gold + c.made ? 200.0 * (double)c.right / (double)(c.gold + c.made) : 0;
}

static void show(const char *side, const plb_doc *doc, uint32_t begin, uint32_t end)
{
    printf("%s", side);
    for (uint32_t i = 0; i < doc->tokens.n; i++) {
        const plb_token *t = &doc->tokens.at[i];
        if (t->begin < begin || t->end > end) continue;
        const plb_sentence *s = &doc->sentences.at[t->sentence];
        printf("%s%.*s", t->begin == s->begin ? " ‖ " : " ", PLB_FMT(t->form));
    }
    printf("\n");
}

static counts compare_words(const plb_doc *gold, const plb_doc *made, bool list)
{
    counts c = { 0, gold->tokens.n, made->tokens.n };
    for (uint32_t i = 0, k = 0; i < gold->tokens.n && k < made->tokens.n;) {
        const plb_token *g = &gold->tokens.at[i], *m = &made->tokens.at[k];
        if (g->begin == m->begin && g->end == m->end) {
            c.right++;
            i++;
            k++;
            continue;
        }
        /* On to where both have a boundary again. */
        uint32_t begin = g->begin < m->begin ? g->begin : m->begin, end = 0;
        while (i < gold->tokens.n && k < made->tokens.n) {
            uint32_t ge = gold->tokens.at[i].end, me = made->tokens.at[k].end;
            end = ge > me ? ge : me;
            if (ge <= me) i++;
            if (me <= ge) k++;
            if (ge == me) break;
        }
        if (list) {
            show("words  gold", gold, begin, end);
            show("       made", made, begin, end);
        }
    }
    return c;
}

static counts compare_sentences(const plb_doc *gold, const plb_doc *made, bool list)
{
    counts c = { 0, gold->sentences.n, made->sentences.n };
    for (uint32_t i = 0, k = 0; i < gold->sentences.n || k < made->sentences.n;) {
        uint32_t gb = i < gold->sentences.n ? gold->sentences.at[i].begin : UINT32_MAX;
        uint32_t mb = k < made->sentences.n ? made->sentences.at[k].begin : UINT32_MAX;
        if (gb == mb) {
            c.right += gold->sentences.at[i].end == made->sentences.at[k].end;
        } else if (list) {
            uint32_t at = gb < mb ? gb : mb, from = at > 50 ? at - 50 : 0;
            printf("%s ", gb < mb ? "missed" : "wrong ");
            show("", gold, from, at + 50);
        }
        if (gb <= mb) i++;
        if (mb <= gb) k++;
    }
    return c;
}

static plb_doc split(plb_arena *arena, const plb_report *report, const lookup *l)
{
    plb_doc doc;
    plb_error err;
    plb_doc_begin(&doc, arena, report);
    plb_text_words words = { l, find };
    if (plb_text_split(&doc, &words, &err) != PLB_OK) die(err.msg);
    return doc;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void score(const char *path, const lookup *l, bool list)
{
    plb_mapped file;
    plb_error err;
    if (plb_mapped_open(path, &file, &err) != PLB_OK) die(err.msg);
    plb_arena *arena = plb_arena_new((size_t)1 << 32);
    plb_report report = { 0 };
    plb_doc gold;
    plb_doc_begin(&gold, arena, &report);
    if (plb_conllu_read(&gold, (plb_str){ (const char *)file.p, file.n }, PLB_CONLLU_FORMS, &err) !=
        PLB_OK)
        die(err.msg);
    report.text = gold.part[PLB_PART_TEXT];
    double start = seconds();
    plb_doc made = split(arena, &report, l);
    double took = seconds() - start;
    counts words = compare_words(&gold, &made, list),
           sentences = compare_sentences(&gold, &made, list);
    printf("%s: words %.2f, sentences %.2f (%zu right of %zu, %zu made); %.0f words/s\n", path,
           f1(words), f1(sentences), sentences.right, sentences.gold, sentences.made,
           (double)words.made / took);
    plb_arena_free(arena);
    plb_mapped_close(&file);
}

static void print_split(FILE *in, const lookup *l)
{
    plb_buf text = { 0 }, out = { 0 };
    char piece[4096];
    for (size_t n; (n = fread(piece, 1, sizeof piece, in)) > 0;)
        plb_buf_add(&text, (plb_str){ piece, n });
    plb_arena *arena = plb_arena_new((size_t)1 << 32);
    plb_report report = { .text = plb_buf_str(&text) };
    plb_doc doc = split(arena, &report, l);
    plb_conllu_write(&doc, &out);
    fwrite(out.p, 1, out.n, stdout);
    plb_buf_free(&text);
    plb_buf_free(&out);
    plb_arena_free(arena);
}

int main(int argc, char **argv)
{
    plb_error err;
    plb_lexicon *lex;
    lookup l;
    bool list = false;
    if (argc < 3) die("usage: split_score LEXICON [-e] GOLD.conllu… | LEXICON -t FILE");
    if (plb_lexicon_open(argv[1], &lex, &err) != PLB_OK) die(err.msg);
    l.lex = lex;
    for (int i = 0; i < PLB_N_TEXT_CLASSES; i++)
        l.cls[i] = plb_lexicon_class(lex, plb_text_class_name((plb_text_class)i).p);
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "-e") == 0) {
            list = true;
        } else if (strcmp(argv[i], "-t") == 0 && i + 1 < argc) {
            FILE *in = strcmp(argv[++i], "-") == 0 ? stdin : fopen(argv[i], "rb");
            if (!in) die("no such file");
            print_split(in, &l);
            if (in != stdin) fclose(in);
        } else {
            score(argv[i], &l, list);
        }
    }
    plb_lexicon_close(lex);
    return 0;
}
