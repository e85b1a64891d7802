/* text: the first stage. In: a document with title and text. Out: sentences and tokens with byte
 * spans, dateline, byline, boilerplate lines told apart, tokens in quotation marks flagged. Tokens
 * follow the conventions of UD English (contractions and possessives are words of their own,
 * hyphened compounds are split as the treebanks split them). Nothing is dropped: every non-blank
 * character of both parts belongs to exactly one token. */
#ifndef PLB_TEXT_SPLIT_H
#define PLB_TEXT_SPLIT_H

#include "base/error.h"
#include "model/doc.h"

/* Where the stage finds words: `in` says whether a lower-cased word belongs to a class of
 * data/lexicon/en/words/ ("abbreviation", "month", "agency", "title", …). The pipeline hands in the
 * lexicon; `text` does not know it. */
typedef struct {
    const void *context;
    bool (*in)(const void *context, const char *class_name, plb_str lower);
} plb_text_words;

/* Fails with PLB_ENOMEM past the arena's limit. */
plb_status plb_text_split(plb_doc *doc, const plb_text_words *words, plb_error *err) PLB_MUST_USE;

#endif
