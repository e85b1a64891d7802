/* train: how sure is sure? Fits the confidence of annotate/confidence.h on development text. */
#ifndef PLB_TRAIN_CALIBRATE_H
#define PLB_TRAIN_CALIBRATE_H

#include "train/corpus.h"

/* A confidence that says the same of every token. */
void plb_confidence_flat(plb_confidence *out);

/* `dev` has been read with plb_corpus_read; the model's own confidence is not used. */
plb_status plb_confidence_fit(const plb_model *model, plb_corpus *dev, plb_confidence *out,
                              plb_error *err);

#endif
