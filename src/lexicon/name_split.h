/* lexicon: names split into tokens as the stage `text` splits reports, so that both agree. */
#ifndef PLB_LEXICON_NAME_SPLIT_H
#define PLB_LEXICON_NAME_SPLIT_H

#include "lexicon/name_key.h"
#include "text/split.h"

struct plb_name_splitter {
    plb_arena *arena; /* of one name at a time */
    const plb_lexicon *lexicon;
    plb_class classes[PLB_N_TEXT_CLASSES];
};

/* Finds the splitter's words in `lexicon`, which must outlive it; false when memory is short. */
bool plb_name_splitter_begin(plb_name_splitter *s, const plb_lexicon *lexicon);
void plb_name_splitter_end(plb_name_splitter *s);

/* The tokens of a name, views of it; false where there are none or too many. */
bool plb_name_split(const plb_name_splitter *s, plb_str name, plb_key *out);

#endif
