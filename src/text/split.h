/* text: the first stage. In: a document with title and text. Out: sentences and tokens with byte
 * spans, dateline, byline, boilerplate lines told apart, tokens in quotation marks flagged. Tokens
 * follow the conventions of UD English (contractions and possessives are words of their own,
 * hyphened compounds are split as the treebanks split them). Nothing is dropped: every non-blank
 * character of both parts belongs to exactly one token. */
#ifndef PLB_TEXT_SPLIT_H
#define PLB_TEXT_SPLIT_H

#include "base/error.h"
#include "model/doc.h"

/* The classes of data/lexicon/en/words/ that the stage asks for; PLB_TEXT_CLASS(identifier, file).
 */
typedef enum {
#define PLB_TEXT_CLASS(id, name) PLB_TEXT_##id,
#include "text/class.def"
#undef PLB_TEXT_CLASS
    PLB_N_TEXT_CLASSES
} plb_text_class;

/* The name of the class in the lexicon; static. */
plb_str plb_text_class_name(plb_text_class cls);

/* Where the stage finds words: `find` says whether a lower-cased word belongs to the class, and its
 * value (which may be asked for with NULL). The pipeline hands in the lexicon; `text` does not know
 * it. */
typedef struct {
    const void *context;
    bool (*find)(const void *context, plb_text_class cls, plb_str lower, plb_str *value);
} plb_text_words;

/* No sentence has more tokens: a longer one is cut, at the best punctuation that there is. */
enum { PLB_MAX_SENTENCE_TOKENS = 400 };

/* Fails with PLB_ENOMEM past the arena's limit. */
plb_status plb_text_split(plb_doc *doc, const plb_text_words *words, plb_error *err) PLB_MUST_USE;

#endif
