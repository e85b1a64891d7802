#include "annotate/mend.h"

#include "annotate/apposition.h"
#include "annotate/relative.h"
#include "annotate/shared_noun.h"

void plb_mend_trees(const plb_reported *reported, plb_doc *doc)
{
    plb_reported_speech(reported, doc);
    plb_relative_clauses(doc);
    plb_shared_nouns(doc);
    plb_appositions(doc);
}
