/* text: what tokens know of their surroundings. Called by the splitter and by the reader of
 * CoNLL-U. */
#ifndef PLB_TEXT_FLAGS_H
#define PLB_TEXT_FLAGS_H

#include "model/doc.h"

/* Sets PLB_TOKEN_QUOTED of tokens between quotation marks, over sentences too, and PLB_TOKEN_CAPS
 * of sentences without capitals or without small letters. */
void plb_text_flag(plb_doc *doc);

#endif
