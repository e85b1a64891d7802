/* lexicon: names split into tokens as the stage `text` splits reports. */
#include "lexicon/name_split.h"

enum { MAX_BYTES = 1 << 20 };

static bool find_word(const void *context, plb_text_class cls, plb_str lower, plb_str *value)
{
    const plb_name_splitter *s = context;
    return plb_lexicon_word(s->lexicon, s->classes[cls], lower, value);
}

bool plb_name_splitter_begin(plb_name_splitter *s, const plb_lexicon *lexicon)
{
    *s = (plb_name_splitter){ .arena = plb_arena_new(MAX_BYTES), .lexicon = lexicon };
    for (int i = 0; i < PLB_N_TEXT_CLASSES; i++)
        s->classes[i] = plb_lexicon_class(lexicon, plb_text_class_name((plb_text_class)i).p);
    return s->arena != NULL;
}

void plb_name_splitter_end(plb_name_splitter *s)
{
    plb_arena_free(s->arena);
    s->arena = NULL;
}

bool plb_name_split(const plb_name_splitter *s, plb_str name, plb_key *out)
{
    plb_arena_reset(s->arena);
    const plb_report report = { .title = name };
    const plb_text_words words = { s, find_word };
    plb_doc doc;
    plb_doc_begin(&doc, s->arena, &report);
    *out = (plb_key){ 0 };
    if (plb_text_split(&doc, &words, NULL) != PLB_OK) return false;
    if (!doc.tokens.n || doc.tokens.n > PLB_KEY_MAX_TOKENS) return false;
    for (uint32_t i = 0; i < doc.tokens.n; i++) out->token[out->n++] = doc.tokens.at[i].form;
    return true;
}
