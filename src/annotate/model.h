/* annotate: a model file and what is read out of it.
 *
 *   header     magic, byte order, version, size, checksum of all that follows it
 *   sections   begin and length of each, in the order of plb_model_section
 *   …          the sections, 64-byte aligned, zeros between them
 *
 * Numbers are in the byte order of the machine that wrote the file; another is refused. Opening
 * checks every bound and every index once, so that reading needs no checks. */
#ifndef PLB_ANNOTATE_MODEL_H
#define PLB_ANNOTATE_MODEL_H

#include "annotate/annotate.h"
#include "annotate/confidence.h"
#include "annotate/lemma.h"
#include "annotate/table.h"
#include "annotate/vocab.h"
#include "base/mapped.h"

#define PLB_MODEL_MAGIC "PLBMODEL"
#define PLB_MODEL_BYTE_ORDER UINT32_C(0x01020304)
enum { PLB_MODEL_VERSION = 1, PLB_MODEL_ALIGN = 64 };

typedef enum {
    PLB_SECTION_NAME,      /* text: name, version, origin */
    PLB_SECTION_TAGS,      /* "UPOS|XPOS\n" each */
    PLB_SECTION_LABELS,    /* "deprel\n" each */
    PLB_SECTION_VOCAB,     /* plb_vocab_entry */
    PLB_SECTION_TAG_SLOTS, /* wide table */
    PLB_SECTION_TAG_BLOCKS,
    PLB_SECTION_MOVE_SLOTS,  /* narrow table */
    PLB_SECTION_LABEL_SLOTS, /* wide table */
    PLB_SECTION_LABEL_BLOCKS,
    PLB_SECTION_LEMMA_WORDS,    /* plb_lemma_entry */
    PLB_SECTION_LEMMA_POOL,     /* text */
    PLB_SECTION_LEMMA_SUFFIXES, /* plb_lemma_entry */
    PLB_SECTION_LEMMA_RULES,    /* plb_lemma_rule */
    PLB_SECTION_CONFIDENCE,     /* plb_confidence */
    PLB_N_SECTIONS
} plb_model_section;

typedef struct {
    char magic[8];
    uint32_t byte_order, version;
    uint64_t size;     /* of the file, bytes */
    uint64_t checksum; /* XXH3 of everything behind the header */
    uint32_t n_sections;
    uint32_t unused;
} plb_model_header;

typedef struct {
    uint64_t begin, length; /* bytes */
} plb_model_range;

enum { PLB_MAX_LABELS = 64 };

struct plb_model {
    plb_mapped file;
    plb_str name;
    int n_tags, n_labels;
    uint8_t tag_upos[PLB_MAX_CLASSES], tag_xpos[PLB_MAX_CLASSES];
    uint8_t label_deprel[PLB_MAX_LABELS];
    int root_label;
    plb_vocab vocab;
    plb_table tag, move, label;
    plb_lemmas lemmas;
    const plb_confidence *confidence;
    const plb_kernel *kernel;
};

/* Reads a model out of memory, which must be aligned as PLB_MODEL_ALIGN says and stay; `path` is
 * for messages. */
plb_status plb_model_read(plb_model *model, plb_str bytes, const char *path, plb_error *err);

#endif
