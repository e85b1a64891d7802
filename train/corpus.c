#include "train/corpus.h"

#include <stdlib.h>

#include "text/conllu.h"

typedef struct {
    int count, upos, xpos;
} pair;

static int by_count(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    if (x->count != y->count) return x->count > y->count ? -1 : 1;
    return (x->upos * PLB_N_XPOS + x->xpos) - (y->upos * PLB_N_XPOS + y->xpos);
}

/* Commonest first, so that the first class of a UPOS is the one that its rare pairs go to. */
static void find_tags(plb_classes *c, int count[PLB_N_UPOS][PLB_N_XPOS])
{
    pair pairs[PLB_N_UPOS * PLB_N_XPOS];
    int n = 0;
    for (int u = 0; u < PLB_N_UPOS; u++)
        for (int x = 0; x < PLB_N_XPOS; x++)
            if (count[u][x]) pairs[n++] = (pair){ count[u][x], u, x };
    qsort(pairs, (size_t)n, sizeof *pairs, by_count);
    for (int i = 0; i < n; i++) {
        const pair *p = &pairs[i];
        int first = 0;
        while (first < c->n_tags && c->upos[first] != p->upos) first++;
        if (first < c->n_tags && (p->count < PLB_MIN_TAG_COUNT || c->n_tags == PLB_MAX_CLASSES)) {
            c->tag_of[p->upos][p->xpos] = (uint8_t)first;
            continue;
        }
        c->upos[c->n_tags] = (uint8_t)p->upos;
        c->xpos[c->n_tags] = (uint8_t)p->xpos;
        c->tag_of[p->upos][p->xpos] = (uint8_t)c->n_tags++;
    }
}

static void find_classes(plb_corpus *corpus)
{
    plb_classes *c = &corpus->classes;
    int tags[PLB_N_UPOS][PLB_N_XPOS] = { 0 }, labels[PLB_N_DEP] = { 0 };
    for (int f = 0; f < corpus->n_files; f++) {
        for (uint32_t t = 0; t < corpus->doc[f].tokens.n; t++) {
            const plb_token *token = &corpus->doc[f].tokens.at[t];
            tags[token->upos][token->xpos]++;
            labels[token->deprel]++;
        }
    }
    find_tags(c, tags);
    for (int l = 0; l < PLB_N_DEP; l++) {
        if (!labels[l]) continue;
        if (l == PLB_DEP_ROOT) c->root_label = c->n_labels;
        c->deprel[c->n_labels] = (uint8_t)l;
        c->label_of[l] = (uint8_t)c->n_labels++;
    }
}

static plb_status read_file(plb_corpus *corpus, const char *path, plb_error *err)
{
    plb_mapped file;
    PLB_TRY(plb_mapped_open(path, &file, err));
    plb_doc *doc = &corpus->doc[corpus->n_files];
    plb_report *report = &corpus->report[corpus->n_files];
    *report = (plb_report){ .file = plb_str_of(path), .published = PLB_DAY_UNKNOWN };
    plb_doc_begin(doc, corpus->arena, report);
    plb_str bytes = { (const char *)file.p, file.n };
    PLB_TRY(plb_conllu_read(doc, bytes, PLB_CONLLU_ALL, err));
    corpus->n_files++;
    corpus->n += doc->sentences.n;
    return PLB_OK;
}

static void fill_example(plb_corpus *corpus, const plb_doc *doc, const plb_sentence *s,
                         plb_example *e)
{
    const plb_classes *c = &corpus->classes;
    size_t n = (size_t)s->n_tokens + 1;
    *e = (plb_example){ .token = &doc->tokens.at[s->first_token], .n = s->n_tokens };
    e->tag = PLB_NEW(corpus->arena, uint8_t, n);
    e->label = PLB_NEW(corpus->arena, uint8_t, n);
    e->guess[0] = PLB_NEW(corpus->arena, uint8_t, n);
    e->guess[1] = PLB_NEW(corpus->arena, uint8_t, n);
    e->head = PLB_NEW(corpus->arena, int32_t, n);
    if (plb_arena_full(corpus->arena)) return;
    for (int32_t i = 1; i <= e->n; i++) {
        const plb_token *t = &e->token[i - 1];
        e->tag[i] = c->tag_of[t->upos][t->xpos];
        e->label[i] = c->label_of[t->deprel];
        e->head[i] = t->head == PLB_NONE ? 0 : t->head - s->first_token + 1;
    }
    if (e->n > corpus->longest) corpus->longest = e->n;
}

plb_status plb_corpus_read(plb_corpus *corpus, const char *const *paths, int n_paths,
                           plb_error *err)
{
    *corpus = (plb_corpus){ .arena = plb_arena_new(SIZE_MAX) };
    if (!corpus->arena) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    if (n_paths > PLB_MAX_FILES)
        return plb_fail(err, PLB_EINVAL, 0, "%d files, at most %d", n_paths, PLB_MAX_FILES);
    for (int i = 0; i < n_paths; i++) PLB_TRY(read_file(corpus, paths[i], err));
    find_classes(corpus);
    corpus->example = PLB_NEW(corpus->arena, plb_example, corpus->n);
    if (!corpus->example) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    uint32_t n = 0;
    for (int f = 0; f < corpus->n_files; f++)
        for (uint32_t s = 0; s < corpus->doc[f].sentences.n; s++)
            fill_example(corpus, &corpus->doc[f], &corpus->doc[f].sentences.at[s],
                         &corpus->example[n++]);
    if (plb_arena_full(corpus->arena)) return plb_fail(err, PLB_ENOMEM, 0, "memory is short");
    return PLB_OK;
}
