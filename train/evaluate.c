#include "train/evaluate.h"

#include <stdio.h>
#include <time.h>

#include "base/mapped.h"
#include "text/conllu.h"

enum { TIMED_RUNS = 3, N_LEVELS = 4 };

typedef struct {
    int64_t n, upos, xpos, uas, las, universal, lemma;
    int64_t level[N_LEVELS], level_right[N_LEVELS]; /* by confidence */
    double seconds;
} score;

static void recase_token(plb_doc *doc, plb_token *token, plb_recase recase, bool initial)
{
    plb_str form = plb_arena_str(doc->arena, token->form);
    char *p = (char *)(uintptr_t)form.p;
    bool title = recase == PLB_RECASE_TITLE;
    size_t n = title ? (initial || form.n >= 4) : form.n;
    for (size_t i = 0; p && i < n; i++) {
        if (recase == PLB_RECASE_LOWER && p[i] >= 'A' && p[i] <= 'Z') p[i] = (char)(p[i] + 32);
        if (recase != PLB_RECASE_LOWER && p[i] >= 'a' && p[i] <= 'z') p[i] = (char)(p[i] - 32);
    }
    token->form = form;
    if (!title) token->flags |= PLB_TOKEN_CAPS;
}

static void recase_doc(plb_doc *doc, plb_recase recase)
{
    for (uint32_t s = 0; s < doc->sentences.n && recase != PLB_RECASE_NONE; s++) {
        int32_t first = doc->sentences.at[s].first_token;
        for (int32_t i = 0; i < doc->sentences.at[s].n_tokens; i++)
            recase_token(doc, &doc->tokens.at[first + i], recase, i == 0);
    }
}

static void compare(const plb_token *gold, const plb_token *got, score *s)
{
    bool head = gold->head == got->head;
    bool label = plb_deprel_universal(gold->deprel) == plb_deprel_universal(got->deprel);
    s->n++;
    s->upos += gold->upos == got->upos;
    s->xpos += gold->xpos == got->xpos;
    s->uas += head;
    s->las += head && gold->deprel == got->deprel;
    s->universal += head && label;
    s->lemma += plb_str_eq(gold->lemma, got->lemma);
    int level = got->confidence * N_LEVELS / 256;
    s->level[level]++;
    s->level_right[level] += head && label && gold->upos == got->upos;
}

static double cpu_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static plb_status annotate_timed(const plb_model *model, plb_doc *doc, double *best, plb_error *err)
{
    plb_annotator *a;
    PLB_TRY(plb_annotator_new(model, &a, err));
    plb_status status = PLB_OK;
    for (int run = 0; run < TIMED_RUNS && status == PLB_OK; run++) {
        double begin = cpu_seconds();
        status = plb_annotate(a, doc, err);
        double seconds = cpu_seconds() - begin;
        if (run == 0 || seconds < *best) *best = seconds;
    }
    plb_annotator_free(a);
    return status;
}

static double percent(int64_t part, int64_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0;
}

static void print(const char *path, const score *s)
{
    printf("%s: words %lld  UPOS %.2f  XPOS %.2f  UAS %.2f  LAS %.2f  LAS(universal) %.2f  "
           "lemma %.2f  words/s %.0f  right by confidence",
           path, (long long)s->n, percent(s->upos, s->n), percent(s->xpos, s->n),
           percent(s->uas, s->n), percent(s->las, s->n), percent(s->universal, s->n),
           percent(s->lemma, s->n), (double)s->n / s->seconds);
    for (int i = 0; i < N_LEVELS; i++)
        printf(" %.0f%%of%lld", percent(s->level_right[i], s->level[i]), (long long)s->level[i]);
    printf("\n");
}

static plb_status evaluate_docs(const plb_model *model, plb_arena *arena, plb_str bytes,
                                const char *path, plb_recase recase, plb_error *err)
{
    plb_report report = { .file = plb_str_of(path), .published = PLB_DAY_UNKNOWN };
    plb_doc gold, got;
    plb_doc_begin(&gold, arena, &report);
    plb_doc_begin(&got, arena, &report);
    PLB_TRY(plb_conllu_read(&gold, bytes, PLB_CONLLU_ALL, err));
    PLB_TRY(plb_conllu_read(&got, bytes, PLB_CONLLU_FORMS, err));
    recase_doc(&got, recase);
    score s = { 0 };
    PLB_TRY(annotate_timed(model, &got, &s.seconds, err));
    for (uint32_t t = 0; t < gold.tokens.n; t++) compare(&gold.tokens.at[t], &got.tokens.at[t], &s);
    print(path, &s);
    return PLB_OK;
}

plb_status plb_evaluate(const plb_model *model, const char *path, plb_recase recase, plb_error *err)
{
    plb_mapped file;
    PLB_TRY(plb_mapped_open(path, &file, err));
    plb_arena *arena = plb_arena_new(SIZE_MAX);
    plb_str bytes = { (const char *)file.p, file.n };
    plb_status status = arena ? evaluate_docs(model, arena, bytes, path, recase, err)
                              : plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    plb_arena_free(arena);
    plb_mapped_close(&file);
    return status;
}
