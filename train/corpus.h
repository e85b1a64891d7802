/* train: treebanks as training examples. */
#ifndef PLB_TRAIN_CORPUS_H
#define PLB_TRAIN_CORPUS_H

#include "annotate/model.h"

enum { PLB_MAX_FILES = 16, PLB_MIN_TAG_COUNT = 5 };

/* The classes that are learnt: frequent pairs of UPOS and XPOS, and the relations. */
typedef struct {
    int n_tags, n_labels;
    uint8_t upos[PLB_MAX_CLASSES], xpos[PLB_MAX_CLASSES];
    uint8_t deprel[PLB_MAX_LABELS];
    uint8_t tag_of[PLB_N_UPOS][PLB_N_XPOS]; /* a rare pair goes to the commonest of its UPOS */
    uint8_t label_of[PLB_N_DEP];
    int root_label;
} plb_classes;

/* One sentence. Arrays count tokens from 1; 0 is the root. */
typedef struct {
    const plb_token *token; /* [n], from 0 */
    int32_t n;
    uint8_t *tag;      /* [n + 1] */
    int32_t *head;     /* [n + 1] */
    uint8_t *label;    /* [n + 1] */
    uint8_t *guess[2]; /* [n + 1] tags of a tagger that has not seen the sentence: case read, case
                          ignored */
} plb_example;

typedef struct {
    plb_arena *arena;
    plb_doc doc[PLB_MAX_FILES];
    plb_report report[PLB_MAX_FILES];
    int n_files;
    plb_example *example; /* [n] */
    uint32_t n;
    int32_t longest;
    plb_classes classes;
} plb_corpus;

/* Reads the files and finds the classes. The corpus lives until the program ends. */
plb_status plb_corpus_read(plb_corpus *corpus, const char *const *paths, int n_paths,
                           plb_error *err);

#endif
