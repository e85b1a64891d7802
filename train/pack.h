/* train: a trained model as a model file. */
#ifndef PLB_TRAIN_PACK_H
#define PLB_TRAIN_PACK_H

#include "train/trainer.h"

/* Weights in the layout of annotate/table.h; the strongest `most` rows. Owned by the arena. */
typedef struct {
    plb_str slots, blocks;
    uint32_t rows, dropped; /* kept; lost because their bucket was full */
} plb_packed;

plb_status plb_pack_narrow(const plb_perceptron *p, uint32_t most, plb_arena *arena,
                           plb_packed *out, plb_error *err);
plb_status plb_pack_wide(const plb_perceptron *p, uint32_t most, plb_arena *arena, plb_packed *out,
                         plb_error *err);

/* Lays the sections out and writes checksum and header; the image is aligned and owned by the
 * arena. */
plb_status plb_pack_image(const plb_str section[PLB_N_SECTIONS], plb_arena *arena, plb_str *image,
                          plb_error *err);

plb_status plb_pack_write(const char *path, plb_str image, plb_error *err);

#endif
