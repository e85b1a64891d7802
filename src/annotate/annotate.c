/* annotate: the stage. Sentence by sentence: words, tags, tree, lemmas. */
#include "annotate/annotate.h"

#include <stdlib.h>

#include "annotate/model.h"
#include "annotate/parser.h"
#include "annotate/tagger.h"

enum { FIRST_ROOM = 256 };

struct plb_annotator {
    const plb_model *model;
    plb_arena *scratch; /* holds what follows, for sentences of up to `room` tokens */
    int32_t room;
    plb_words words;
    plb_state state;
    uint8_t (*bins)[PLB_N_MARGINS];
};

static plb_status make_room(plb_annotator *a, int32_t n, plb_error *err)
{
    if (n <= a->room) return PLB_OK;
    int32_t room = n < FIRST_ROOM ? FIRST_ROOM : n;
    if (room < INT32_MAX / 2) room += room / 2;
    size_t nodes = (size_t)room + 2;
    plb_arena_reset(a->scratch);
    a->room = 0;
    a->words.word = PLB_NEW(a->scratch, plb_word, nodes);
    a->state.node = PLB_NEW(a->scratch, plb_node, nodes);
    a->state.stack = PLB_NEW(a->scratch, int32_t, nodes);
    a->bins = plb_arena_array(a->scratch, nodes, sizeof *a->bins);
    if (plb_arena_full(a->scratch))
        return plb_fail(err, PLB_ENOMEM, 0, "memory is short for a sentence of %d tokens", n);
    a->room = room;
    return PLB_OK;
}

plb_status plb_annotator_new(const plb_model *model, plb_annotator **out, plb_error *err)
{
    plb_annotator *a = calloc(1, sizeof *a);
    if (a) a->scratch = plb_arena_new(SIZE_MAX);
    if (!a || !a->scratch) {
        free(a);
        return plb_fail(err, PLB_ENOMEM, 0, "memory is short for an annotator");
    }
    a->model = model;
    plb_status status = make_room(a, FIRST_ROOM, err);
    if (status != PLB_OK) {
        plb_annotator_free(a);
        return status;
    }
    *out = a;
    return PLB_OK;
}

void plb_annotator_free(plb_annotator *a)
{
    if (!a) return;
    plb_arena_free(a->scratch);
    free(a);
}

/* Writes word i and node i into the tokens of the sentence. */
static bool write_token(const plb_annotator *a, plb_doc *doc, int32_t first, int32_t i, bool tells)
{
    const plb_model *model = a->model;
    const plb_word *word = &a->words.word[i];
    const plb_node *node = &a->state.node[i];
    plb_token *token = &doc->tokens.at[first + i - 1];
    token->upos = model->tag_upos[word->tag];
    token->xpos = model->tag_xpos[word->tag];
    token->head = node->head == 0 ? PLB_NONE : first + node->head - 1;
    token->deprel = model->label_deprel[node->label - 1];
    token->confidence = plb_confidence_of(model->confidence, a->bins[i]);
    plb_lemma_query query = { .form = token->form,
                              .word = word,
                              .name = token->upos == PLB_UPOS_PROPN,
                              .tells = tells && !(token->flags & PLB_TOKEN_CAPS) };
    token->lemma = plb_lemma_of(&model->lemmas, &query, doc->arena);
    return token->lemma.p != NULL;
}

static plb_status annotate_sentence(plb_annotator *a, plb_doc *doc, int32_t s, plb_error *err)
{
    int32_t first = doc->sentences.at[s].first_token, n = doc->sentences.at[s].n_tokens;
    if (n == 0) return PLB_OK;
    PLB_TRY(make_room(a, n, err));
    bool tells =
        plb_words_read(&a->model->vocab, &doc->tokens.at[first], n, PLB_CASING_JUDGE, &a->words);
    plb_tag(a->model, &a->words, a->bins);
    plb_parse(a->model, &a->words, &a->state, a->bins);
    for (int32_t i = 1; i <= n; i++)
        if (!write_token(a, doc, first, i, tells))
            return plb_fail(err, PLB_ENOMEM, 0, "the report is larger than its memory limit");
    plb_doc_link(doc, s);
    return PLB_OK;
}

plb_status plb_annotate(plb_annotator *a, plb_doc *doc, plb_error *err)
{
    for (uint32_t s = 0; s < doc->sentences.n; s++)
        PLB_TRY(annotate_sentence(a, doc, (int32_t)s, err));
    return PLB_OK;
}
