/* What holds of every document that has been split, whatever its text: tokens in order and within
 * their sentences, their forms the text itself, every character that is no blank in one of them, no
 * sentence too long. */
#ifndef PLB_TEST_SPLIT_PROPERTIES_H
#define PLB_TEST_SPLIT_PROPERTIES_H

#include "text/chars.h"
#include "text/split.h"
#include "text/utf8.h"

static inline size_t split_count(plb_str s)
{
    size_t n = 0;
    for (size_t at = 0, length; at < s.n; at += length)
        if (plb_char_at(s, at, &length) != PLB_CHAR_BLANK) n += length;
    return n;
}

/* What is wrong with token t, which may not begin before `at`; NULL: nothing. */
static inline const char *split_token_broken(const plb_doc *doc, const plb_sentence *s,
                                             const plb_token *t, uint32_t at)
{
    plb_str part = doc->part[s->part];
    if (t->begin < at || t->begin >= t->end) return "tokens overlap or are empty";
    if (t->end > s->end || t->end > part.n) return "a token passes the end of its sentence";
    if (!plb_str_eq(t->form, plb_str_slice(part, t->begin, t->end)))
        return "a form is not the text";
    if (plb_utf8_check(t->form) < t->form.n) return "a character is cut";
    if (&doc->sentences.at[t->sentence] != s) return "a token is of another sentence";
    return NULL;
}

/* NULL, or what does not hold. */
static inline const char *split_broken(const plb_doc *doc)
{
    size_t covered = 0;
    int32_t next = 0;
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        uint32_t at = s->begin;
        if (s->n_tokens <= 0 || s->n_tokens > PLB_MAX_SENTENCE_TOKENS) return "number of tokens";
        if (s->first_token != next) return "sentences do not follow one another";
        if (i && s->part == s[-1].part && s->begin < s[-1].end) return "sentences overlap";
        next += s->n_tokens;
        for (int32_t k = s->first_token; k < next; k++) {
            const plb_token *t = &doc->tokens.at[k];
            const char *broken = split_token_broken(doc, s, t, at);
            if (broken) return broken;
            covered += split_count(t->form);
            at = t->end;
        }
        if (at != s->end || doc->tokens.at[s->first_token].begin != s->begin)
            return "a sentence is not its tokens";
    }
    if (next != (int32_t)doc->tokens.n) return "tokens without a sentence";
    size_t all = split_count(doc->part[PLB_PART_TITLE]) + split_count(doc->part[PLB_PART_TEXT]);
    return covered == all ? NULL : "characters are lost";
}

#endif
