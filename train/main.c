/* polybius_train: trains a model on treebanks, or measures one.
 *
 *   polybius_train --train A.conllu [--train B.conllu …] --dev C.conllu [--dev …] -o MODEL
 *   polybius_train --model MODEL --eval C.conllu [--eval …] [--case upper|lower|title]
 */
#include <stdio.h>
#include <stdlib.h>

#include "train/calibrate.h"
#include "train/evaluate.h"
#include "train/pack.h"
#include "train/train_lemma.h"

typedef struct {
    const char *train[PLB_MAX_FILES], *dev[PLB_MAX_FILES], *eval[PLB_MAX_FILES];
    int n_train, n_dev, n_eval;
    const char *out, *model;
    plb_recase recase;
    plb_train_options train_options;
    int most_tag, most_move, most_label; /* rows kept of each table */
} options;

static const char USAGE[] =
    "usage: polybius_train --train FILE… --dev FILE… -o MODEL\n"
    "       polybius_train --model MODEL --eval FILE… [--case upper|lower|title]\n"
    "  --train FILE    CoNLL-U to learn from (may be given again)\n"
    "  --dev FILE      CoNLL-U to fit the confidence on and to measure\n"
    "  -o MODEL        where the model goes\n"
    "  --rounds N      rounds of the parser (the tagger has two thirds of them)\n"
    "  --caseless N    percent of the sentences that are read without case\n"
    "  --min N         corrections before a feature counts\n"
    "  --tag-rows N --move-rows N --label-rows N   features kept of each part\n";

static bool add_path(const char **list, int *n, const char *path)
{
    if (*n == PLB_MAX_FILES) return false;
    list[(*n)++] = path;
    return true;
}

static bool read_case(const char *value, plb_recase *out)
{
    static const char *const NAMES[] = { "none", "upper", "lower", "title" };
    for (int i = 0; i < 4; i++) {
        if (strcmp(value, NAMES[i]) != 0) continue;
        *out = (plb_recase)i;
        return true;
    }
    return false;
}

static bool read_number(const char *value, int *out)
{
    int64_t n;
    if (!plb_str_int(plb_str_of(value), &n) || n < 0 || n > 100000000) return false;
    *out = (int)n;
    return true;
}

static bool read_option(options *o, const char *name, const char *value)
{
    plb_train_options *t = &o->train_options;
    int n;
    if (strcmp(name, "--train") == 0) return add_path(o->train, &o->n_train, value);
    if (strcmp(name, "--dev") == 0) return add_path(o->dev, &o->n_dev, value);
    if (strcmp(name, "--eval") == 0) return add_path(o->eval, &o->n_eval, value);
    if (strcmp(name, "-o") == 0) return (o->out = value) != NULL;
    if (strcmp(name, "--model") == 0) return (o->model = value) != NULL;
    if (strcmp(name, "--case") == 0) return read_case(value, &o->recase);
    if (strcmp(name, "--tag-rows") == 0) return read_number(value, &o->most_tag);
    if (strcmp(name, "--move-rows") == 0) return read_number(value, &o->most_move);
    if (strcmp(name, "--label-rows") == 0) return read_number(value, &o->most_label);
    if (!read_number(value, &n)) return false;
    if (strcmp(name, "--rounds") == 0) {
        t->parse_rounds = n;
        t->tag_rounds = (n * 2 + 2) / 3;
        return true;
    }
    if (strcmp(name, "--caseless") == 0) {
        t->caseless_percent = (uint32_t)n;
        return true;
    }
    if (strcmp(name, "--min") == 0) {
        t->min_updates_tag = t->min_updates_move = t->min_updates_label = n;
        return true;
    }
    return false;
}

static bool read_options(int argc, char **argv, options *o)
{
    *o = (options){ .train_options = plb_train_defaults(),
                    .most_tag = 400000,
                    .most_move = 1200000,
                    .most_label = 300000 };
    for (int i = 1; i + 1 < argc; i += 2)
        if (!read_option(o, argv[i], argv[i + 1])) return false;
    if (argc < 2 || argc % 2 == 0) return false;
    return o->model ? o->n_eval > 0 : o->n_train > 0 && o->n_dev > 0 && o->out;
}

static plb_str names_of_tags(const plb_classes *c, plb_arena *arena)
{
    plb_str out = PLB_STR("");
    for (int t = 0; t < c->n_tags; t++)
        out = plb_arena_printf(arena, "%.*s%.*s|%.*s\n", PLB_FMT(out),
                               PLB_FMT(plb_upos_name(c->upos[t])),
                               PLB_FMT(plb_xpos_name(c->xpos[t])));
    return out;
}

static plb_str names_of_labels(const plb_classes *c, plb_arena *arena)
{
    plb_str out = PLB_STR("");
    for (int l = 0; l < c->n_labels; l++)
        out = plb_arena_printf(arena, "%.*s%.*s\n", PLB_FMT(out),
                               PLB_FMT(plb_deprel_name(c->deprel[l])));
    return out;
}

static plb_status pack_weights(const options *o, plb_trainer *t, plb_str *section, plb_error *err)
{
    plb_arena *arena = t->corpus->arena;
    plb_packed tag, move, label;
    PLB_TRY(plb_pack_wide(&t->tag, (uint32_t)o->most_tag, arena, &tag, err));
    PLB_TRY(plb_pack_narrow(&t->move, (uint32_t)o->most_move, arena, &move, err));
    PLB_TRY(plb_pack_wide(&t->label, (uint32_t)o->most_label, arena, &label, err));
    fprintf(
        stderr,
        "features seen, kept, lost: tags %llu, %u, %u; moves %llu, %u, %u; labels %llu, %u, %u\n",
        (unsigned long long)t->tag.n_rows, tag.rows, tag.dropped,
        (unsigned long long)t->move.n_rows, move.rows, move.dropped,
        (unsigned long long)t->label.n_rows, label.rows, label.dropped);
    section[PLB_SECTION_TAG_SLOTS] = tag.slots;
    section[PLB_SECTION_TAG_BLOCKS] = tag.blocks;
    section[PLB_SECTION_MOVE_SLOTS] = move.slots;
    section[PLB_SECTION_LABEL_SLOTS] = label.slots;
    section[PLB_SECTION_LABEL_BLOCKS] = label.blocks;
    return PLB_OK;
}

#define BYTES(pointer, count) ((plb_str){ (const char *)(pointer), (count) * sizeof *(pointer) })

static plb_status pack_lemmas(plb_trainer *t, plb_str *section, plb_error *err)
{
    plb_lemmas l;
    PLB_TRY(plb_train_lemmas(t->corpus, &l, err));
    section[PLB_SECTION_LEMMA_WORDS] = BYTES(l.words.entry, (size_t)l.words.mask + 1);
    section[PLB_SECTION_LEMMA_POOL] = BYTES(l.pool, l.n_pool);
    section[PLB_SECTION_LEMMA_SUFFIXES] = BYTES(l.suffixes.entry, (size_t)l.suffixes.mask + 1);
    section[PLB_SECTION_LEMMA_RULES] = BYTES(l.rule, l.n_rules);
    return PLB_OK;
}

/* Twice: the confidence is fitted on what the model does without one. */
static plb_status write_model(const options *o, plb_str *section, plb_arena *arena, plb_error *err)
{
    plb_confidence confidence;
    plb_confidence_flat(&confidence);
    section[PLB_SECTION_CONFIDENCE] = BYTES(&confidence, 1);
    plb_str image;
    plb_model model;
    PLB_TRY(plb_pack_image(section, arena, &image, err));
    PLB_TRY(plb_model_read(&model, image, o->out, err));
    plb_corpus dev;
    PLB_TRY(plb_corpus_read(&dev, o->dev, o->n_dev, err));
    PLB_TRY(plb_confidence_fit(&model, &dev, &confidence, err));
    PLB_TRY(plb_pack_image(section, arena, &image, err));
    return plb_pack_write(o->out, image, err);
}

static plb_status train(const options *o, plb_error *err)
{
    static plb_corpus corpus;
    plb_trainer t;
    PLB_TRY(plb_corpus_read(&corpus, o->train, o->n_train, err));
    fprintf(stderr, "%u sentences, %d tags, %d relations\n", corpus.n, corpus.classes.n_tags,
            corpus.classes.n_labels);
    PLB_TRY(plb_trainer_begin(&t, &corpus, &o->train_options, err));
    PLB_TRY(plb_train_guesses(&t, err));
    PLB_TRY(plb_train_tagger(&t, err));
    PLB_TRY(plb_train_parser(&t, err));
    plb_str section[PLB_N_SECTIONS];
    section[PLB_SECTION_NAME] = PLB_STR("en 1 (UD English EWT, UD English GUM free genres)");
    section[PLB_SECTION_TAGS] = names_of_tags(&corpus.classes, corpus.arena);
    section[PLB_SECTION_LABELS] = names_of_labels(&corpus.classes, corpus.arena);
    section[PLB_SECTION_VOCAB] = BYTES(t.vocab.entry, (size_t)t.vocab.mask + 1);
    PLB_TRY(pack_weights(o, &t, section, err));
    PLB_TRY(pack_lemmas(&t, section, err));
    return write_model(o, section, corpus.arena, err);
}

static plb_status measure(const char *path, const char *const *files, int n, plb_recase recase,
                          plb_error *err)
{
    plb_model *model;
    PLB_TRY(plb_model_open(path, &model, err));
    plb_status status = PLB_OK;
    for (int i = 0; i < n && status == PLB_OK; i++)
        status = plb_evaluate(model, files[i], recase, err);
    plb_model_close(model);
    return status;
}

int main(int argc, char **argv)
{
    options o;
    plb_error err = { 0 };
    if (!read_options(argc, argv, &o)) {
        fputs(USAGE, stderr);
        return 2;
    }
    plb_status status = PLB_OK;
    if (!o.model) {
        status = train(&o, &err);
        o.model = o.out;
        if (status == PLB_OK) status = measure(o.model, o.dev, o.n_dev, o.recase, &err);
    } else {
        status = measure(o.model, o.eval, o.n_eval, o.recase, &err);
    }
    if (status != PLB_OK) fprintf(stderr, "polybius_train: %s\n", err.msg);
    return status == PLB_OK ? 0 : 1;
}
