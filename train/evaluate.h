/* train: how good and how fast a model is on a treebank, with gold words. */
#ifndef PLB_TRAIN_EVALUATE_H
#define PLB_TRAIN_EVALUATE_H

#include "annotate/annotate.h"

/* What is done to the words before they are annotated. */
typedef enum {
    PLB_RECASE_NONE,
    PLB_RECASE_UPPER,
    PLB_RECASE_LOWER,
    PLB_RECASE_TITLE /* capitals on the first word and on all of four letters or more */
} plb_recase;

/* Prints one line to standard output. */
plb_status plb_evaluate(const plb_model *model, const char *path, plb_recase recase,
                        plb_error *err);

#endif
