#include "annotate/tag_features.h"
#include "annotate/key.h"

/* Templates are numbered by their place: a new one goes to the end, and the model is trained anew.
 */
#define F1(a) (keys[n] = plb_key1((uint32_t)n, a), n++)
#define F2(a, b) (keys[n] = plb_key2((uint32_t)n, a, b), n++)
#define F3(a, b, c) (keys[n] = plb_key3((uint32_t)n, a, b, c), n++)

int plb_tag_features(const plb_words *words, int32_t i, uint64_t keys[PLB_MAX_TAG_FEATURES])
{
    const plb_word *t = &words->word[i];
    const plb_word *before = t - 1, *before2 = i > 1 ? t - 2 : before;
    const plb_word *after = t + 1, *after2 = i < words->n ? t + 2 : after;
    uint32_t tag1 = before->tag, tag2 = i > 1 ? before2->tag : PLB_TAG_NOTHING;
    int n = 0;

    F1(0);
    F1(t->form);
    F1(t->norm);
    for (int k = 0; k < PLB_N_SUFFIXES; k++) F1(t->suffix[k]);
    for (int k = 0; k < PLB_N_PREFIXES; k++) F1(t->prefix[k]);
    F1(t->shape);
    F2(t->shape, i == 1);
    F2(t->shape, t->suffix[2]);

    F1(tag1);
    F2(tag1, tag2);
    F2(tag1, t->norm);
    F2(tag1, t->suffix[2]);
    F2(tag1, t->shape);

    F1(before->norm);
    F1(after->norm);
    F1(before2->norm);
    F1(after2->norm);
    F2(before->norm, t->norm);
    F2(t->norm, after->norm);
    F1(before->suffix[2]);
    F1(after->suffix[2]);
    F1(after->suffix[1]);
    F1(before->shape);
    F1(after->shape);

    F1(t->known);
    F1(after->known);
    F1(after2->known);
    F2(t->known, after->known);
    F2(tag1, t->known);
    F3(tag1, t->known, after->known);
    F3(tag1, tag2, t->known);
    F3(t->known, after->known, after2->known);
    F2(tag1, after->norm);
    return n;
}
