#include "annotate/vocab.h"

const plb_vocab_entry *plb_vocab_find(const plb_vocab *vocab, uint32_t hash)
{
    for (uint32_t i = hash & vocab->mask;; i = (i + 1) & vocab->mask) {
        const plb_vocab_entry *e = &vocab->entry[i];
        if (e->hash == hash) return e;
        if (e->hash == 0) return NULL;
    }
}

/* How the words of a sentence use case. Common words are those whose capital cannot mean a name. */
typedef struct {
    int32_t words, lower;                       /* with two letters or more */
    int32_t common, common_upper, common_first; /* with four bytes or more */
} case_count;

static void count_case(case_count *count, plb_str form, bool common, bool initial)
{
    plb_case c = plb_case_of(form);
    if (c == PLB_CASE_NONE || form.n < 2) return;
    count->words++;
    count->lower += c == PLB_CASE_LOWER;
    if (!common || form.n < 4) return;
    if (c == PLB_CASE_UPPER) count->common_upper++;
    if (c == PLB_CASE_FIRST && initial) return;
    count->common++;
    count->common_first += c == PLB_CASE_FIRST;
}

/* All capitals, a headline With Capitals on Most Words, or no capital at all. */
static bool case_tells(const case_count *c)
{
    if (c->words >= 3 && c->lower == c->words) return false;
    if (c->common_upper >= 1 && c->common_upper * 5 >= c->common * 4) return false;
    return !(c->common_first >= 2 && c->common_first * 5 >= c->common * 3);
}

bool plb_words_read(const plb_vocab *vocab, const plb_token *tokens, int32_t n, plb_casing casing,
                    plb_words *words)
{
    case_count count = { 0 };
    words->n = n;
    plb_word_edges(words);
    for (int32_t i = 0; i < n; i++) {
        plb_word *word = &words->word[i + 1];
        *word = (plb_word){ 0 };
        plb_folded folded = plb_word_fold(tokens[i].form);
        const plb_vocab_entry *e = plb_vocab_find(vocab, folded.hash);
        if (e) {
            word->known = e->known;
            memcpy(word->cluster, e->cluster, sizeof word->cluster);
        }
        count_case(&count, tokens[i].form, e && e->flags & PLB_VOCAB_COMMON, i == 0);
        plb_word_fill(word, &folded);
    }
    bool tells = casing == PLB_CASING_JUDGE && case_tells(&count);
    for (int32_t i = 0; i < n; i++) {
        bool here = tells && !(tokens[i].flags & PLB_TOKEN_CAPS);
        plb_word_case(&words->word[i + 1], tokens[i].form, here);
    }
    return tells;
}
