#include "annotate/model.h"

#include <stdlib.h>

#include "base/hash.h"

/* The sections of a file, bounds checked. */
typedef struct {
    plb_str section[PLB_N_SECTIONS];
    const char *path;
    plb_error *err;
} reader;

#define BAD(r, at, ...) plb_fail((r)->err, PLB_EPARSE, (at), __VA_ARGS__)

static uint64_t at_of(const reader *r, const plb_model *model, plb_model_section s)
{
    return (uint64_t)(r->section[s].p - (const char *)model->file.p);
}

static plb_status check_header(const plb_model_header *h, plb_str bytes, reader *r)
{
    if (memcmp(h->magic, PLB_MODEL_MAGIC, sizeof h->magic) != 0)
        return BAD(r, 0, "%s: not a model file", r->path);
    if (h->byte_order != PLB_MODEL_BYTE_ORDER)
        return BAD(r, 8, "%s: made on a machine of another byte order", r->path);
    if (h->version != PLB_MODEL_VERSION)
        return BAD(r, 12, "%s: model version %u, want %d: train it with this version's trainer",
                   r->path, h->version, PLB_MODEL_VERSION);
    if (h->size != bytes.n)
        return BAD(r, 16, "%s: %zu bytes, but %llu were written: the file is cut off or damaged",
                   r->path, bytes.n, (unsigned long long)h->size);
    if (h->n_sections != PLB_N_SECTIONS)
        return BAD(r, 32, "%s: %u sections, want %d", r->path, h->n_sections, PLB_N_SECTIONS);
    return PLB_OK;
}

static plb_status read_sections(plb_str bytes, reader *r)
{
    if (bytes.n < sizeof(plb_model_header))
        return BAD(r, 0, "%s: too short for a model file", r->path);
    plb_model_header h;
    memcpy(&h, bytes.p, sizeof h);
    PLB_TRY(check_header(&h, bytes, r));
    plb_str rest = plb_str_slice(bytes, sizeof h, bytes.n);
    if (plb_hash(rest, 0) != h.checksum)
        return BAD(r, sizeof h, "%s: the checksum is wrong: the file is damaged", r->path);
    plb_model_range range[PLB_N_SECTIONS];
    if (rest.n < sizeof range) return BAD(r, sizeof h, "%s: no section table", r->path);
    memcpy(range, rest.p, sizeof range);
    for (int s = 0; s < PLB_N_SECTIONS; s++) {
        uint64_t begin = range[s].begin, length = range[s].length;
        if (begin % PLB_MODEL_ALIGN || begin > bytes.n || length > bytes.n - begin)
            return BAD(r, sizeof h, "%s: section %d is out of bounds", r->path, s);
        r->section[s] = (plb_str){ bytes.p + begin, (size_t)length };
    }
    return PLB_OK;
}

/* "UPOS|XPOS" to numbers. */
static bool read_tag(plb_str line, uint8_t *upos, uint8_t *xpos)
{
    plb_str first;
    if (!plb_str_split(&line, '|', &first) || !line.p) return false;
    int u = plb_upos_of(first), x = plb_xpos_of(line);
    if (u < 0 || x < 0) return false;
    *upos = (uint8_t)u;
    *xpos = (uint8_t)x;
    return true;
}

static plb_status read_tags(plb_model *model, reader *r)
{
    plb_str rest = r->section[PLB_SECTION_TAGS], line;
    while (rest.n && plb_str_split(&rest, '\n', &line)) {
        int n = model->n_tags;
        if (n == PLB_MAX_CLASSES || !read_tag(line, &model->tag_upos[n], &model->tag_xpos[n]))
            return BAD(r, at_of(r, model, PLB_SECTION_TAGS), "%s: tag %d is unknown: \"%.*s\"",
                       r->path, n, (int)(line.n < 32 ? line.n : 32), line.p);
        model->n_tags++;
    }
    if (model->n_tags < 2) return BAD(r, at_of(r, model, PLB_SECTION_TAGS), "%s: no tags", r->path);
    return PLB_OK;
}

static plb_status read_labels(plb_model *model, reader *r)
{
    plb_str rest = r->section[PLB_SECTION_LABELS], line;
    model->root_label = -1;
    while (rest.n && plb_str_split(&rest, '\n', &line)) {
        int n = model->n_labels, rel = plb_deprel_of(line);
        if (n == PLB_MAX_LABELS || rel < 0)
            return BAD(r, at_of(r, model, PLB_SECTION_LABELS),
                       "%s: relation %d is unknown: \"%.*s\"", r->path, n,
                       (int)(line.n < 32 ? line.n : 32), line.p);
        if (rel == PLB_DEP_ROOT) model->root_label = n;
        model->label_deprel[n] = (uint8_t)rel;
        model->n_labels++;
    }
    if (model->root_label < 0 || model->n_labels < 2)
        return BAD(r, at_of(r, model, PLB_SECTION_LABELS), "%s: no root among the relations",
                   r->path);
    return PLB_OK;
}

/* The number of elements of a section, or -1 if its length does not fit. */
static int64_t count_of(const reader *r, plb_model_section s, size_t size)
{
    plb_str section = r->section[s];
    return section.n % size || section.n / size > UINT32_MAX ? -1 : (int64_t)(section.n / size);
}

/* A hash table has a power of two of slots; it also must have an empty one, else a search may not
 * end. */
static bool power_of_two(int64_t n)
{
    return n > 0 && (n & (n - 1)) == 0;
}

static plb_status read_vocab(plb_model *model, reader *r)
{
    uint64_t at = at_of(r, model, PLB_SECTION_VOCAB);
    int64_t n = count_of(r, PLB_SECTION_VOCAB, sizeof(plb_vocab_entry));
    if (!power_of_two(n)) return BAD(r, at, "%s: the vocabulary has a wrong length", r->path);
    model->vocab.entry = (const void *)r->section[PLB_SECTION_VOCAB].p;
    model->vocab.mask = (uint32_t)(n - 1);
    for (int64_t i = 0; i < n; i++)
        if (model->vocab.entry[i].hash == 0) return PLB_OK;
    return BAD(r, at, "%s: the vocabulary is full", r->path);
}

static plb_status read_slots(plb_model *model, reader *r, plb_model_section s, plb_table *out)
{
    int64_t n = count_of(r, s, PLB_BUCKET * sizeof(uint64_t));
    if (n <= 0) return BAD(r, at_of(r, model, s), "%s: a weight table has a wrong length", r->path);
    out->slot = (const void *)r->section[s].p;
    out->n_buckets = (uint32_t)n;
    return PLB_OK;
}

static plb_status read_wide(plb_model *model, reader *r, plb_model_section slots, int n_classes,
                            plb_table *out)
{
    plb_model_section blocks = (plb_model_section)(slots + 1);
    PLB_TRY(read_slots(model, r, slots, out));
    int64_t n = count_of(r, blocks, sizeof(plb_block));
    if (n < 0) return BAD(r, at_of(r, model, blocks), "%s: weights have a wrong length", r->path);
    out->block = (const void *)r->section[blocks].p;
    out->n_blocks = (uint32_t)n;
    for (size_t i = 0; i < (size_t)out->n_buckets * PLB_BUCKET; i++) {
        uint64_t slot = out->slot[i];
        if ((uint64_t)plb_wide_slot_first(slot) + plb_wide_slot_blocks(slot) > out->n_blocks)
            return BAD(r, at_of(r, model, slots), "%s: weights are out of bounds", r->path);
    }
    for (uint32_t i = 0; i < out->n_blocks; i++)
        for (int k = 0; k < PLB_BLOCK; k++)
            if (out->block[i].class[k] >= n_classes)
                return BAD(r, at_of(r, model, blocks), "%s: a weight of no class", r->path);
    return PLB_OK;
}

/* Whether an entry points into the pool, or at a rule. */
static bool lemma_entry_fits(const plb_lemmas *l, plb_model_section s, const plb_lemma_entry *e)
{
    if (s == PLB_SECTION_LEMMA_SUFFIXES) return e->at < l->n_rules;
    return e->at < l->n_pool && (unsigned char)l->pool[e->at] < l->n_pool - e->at;
}

static plb_status read_lemma_table(plb_model *model, reader *r, plb_model_section s,
                                   plb_lemma_table *out)
{
    uint64_t at = at_of(r, model, s);
    int64_t n = count_of(r, s, sizeof(plb_lemma_entry));
    if (!power_of_two(n)) return BAD(r, at, "%s: a lemma table has a wrong length", r->path);
    out->entry = (const void *)r->section[s].p;
    out->mask = (uint32_t)(n - 1);
    bool empty = false;
    for (int64_t i = 0; i < n; i++) {
        if (out->entry[i].check == 0)
            empty = true;
        else if (!lemma_entry_fits(&model->lemmas, s, &out->entry[i]))
            return BAD(r, at, "%s: a lemma is out of bounds", r->path);
    }
    if (!empty) return BAD(r, at, "%s: a lemma table is full", r->path);
    return PLB_OK;
}

static plb_status read_lemmas(plb_model *model, reader *r)
{
    plb_lemmas *l = &model->lemmas;
    int64_t n_pool = count_of(r, PLB_SECTION_LEMMA_POOL, 1);
    int64_t n_rules = count_of(r, PLB_SECTION_LEMMA_RULES, sizeof(plb_lemma_rule));
    if (n_pool < 0 || n_rules < 0)
        return BAD(r, at_of(r, model, PLB_SECTION_LEMMA_POOL), "%s: lemmas have a wrong length",
                   r->path);
    l->pool = r->section[PLB_SECTION_LEMMA_POOL].p;
    l->n_pool = (uint32_t)n_pool;
    l->rule = (const void *)r->section[PLB_SECTION_LEMMA_RULES].p;
    l->n_rules = (uint32_t)n_rules;
    for (uint32_t i = 0; i < l->n_rules; i++)
        if (l->rule[i].n_add > PLB_MAX_RULE_ADD)
            return BAD(r, at_of(r, model, PLB_SECTION_LEMMA_RULES), "%s: a lemma rule is too long",
                       r->path);
    PLB_TRY(read_lemma_table(model, r, PLB_SECTION_LEMMA_WORDS, &l->words));
    return read_lemma_table(model, r, PLB_SECTION_LEMMA_SUFFIXES, &l->suffixes);
}

static plb_status read_confidence(plb_model *model, reader *r)
{
    if (r->section[PLB_SECTION_CONFIDENCE].n != sizeof(plb_confidence))
        return BAD(r, at_of(r, model, PLB_SECTION_CONFIDENCE),
                   "%s: the confidence table has a wrong length", r->path);
    model->confidence = (const void *)r->section[PLB_SECTION_CONFIDENCE].p;
    return PLB_OK;
}

plb_status plb_model_read(plb_model *model, plb_str bytes, const char *path, plb_error *err)
{
    reader r = { .path = path, .err = err };
    *model = (plb_model){ .file = { (const unsigned char *)bytes.p, bytes.n } };
    PLB_TRY(read_sections(bytes, &r));
    model->name = r.section[PLB_SECTION_NAME];
    PLB_TRY(read_tags(model, &r));
    PLB_TRY(read_labels(model, &r));
    PLB_TRY(read_vocab(model, &r));
    PLB_TRY(read_wide(model, &r, PLB_SECTION_TAG_SLOTS, model->n_tags, &model->tag));
    PLB_TRY(read_slots(model, &r, PLB_SECTION_MOVE_SLOTS, &model->move));
    PLB_TRY(read_wide(model, &r, PLB_SECTION_LABEL_SLOTS, model->n_labels, &model->label));
    PLB_TRY(read_lemmas(model, &r));
    PLB_TRY(read_confidence(model, &r));
    model->kernel = plb_kernel_best();
    return PLB_OK;
}

plb_status plb_model_open(const char *path, plb_model **out, plb_error *err)
{
    plb_mapped file;
    PLB_TRY(plb_mapped_open(path, &file, err));
    plb_model *model = calloc(1, sizeof *model);
    plb_status status =
        model ? plb_model_read(model, (plb_str){ (const char *)file.p, file.n }, path, err)
              : plb_fail(err, PLB_ENOMEM, 0, "%s: memory is short", path);
    if (status != PLB_OK) {
        free(model);
        plb_mapped_close(&file);
        return status;
    }
    *out = model;
    return PLB_OK;
}

void plb_model_close(plb_model *model)
{
    if (!model) return;
    plb_mapped_close(&model->file);
    free(model);
}

plb_str plb_model_version(const plb_model *model)
{
    return model->name;
}
