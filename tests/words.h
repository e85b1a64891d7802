/* Word classes for tests of the splitter, small and by hand: what it does with a word of a class,
 * not which words there are. */
#ifndef PLB_TEST_WORDS_H
#define PLB_TEST_WORDS_H

#include "text/split.h"

static const struct {
    plb_text_class cls;
    const char *word, *value;
} TEST_WORDS[] = {
    { PLB_TEXT_ABBREVIATION, "inc", "" },
    { PLB_TEXT_ABBREVIATION, "etc", "" },
    { PLB_TEXT_ABBREVIATION, "nov", "" },
    { PLB_TEXT_ABBREVIATION, "sat", "capital" },
    { PLB_TEXT_ABBREVIATION_NAME, "mr", "" },
    { PLB_TEXT_ABBREVIATION_NAME, "gen", "" },
    { PLB_TEXT_ABBREVIATION_NAME, "st", "" },
    { PLB_TEXT_ABBREVIATION_NUMBER, "no", "capital" },
    { PLB_TEXT_ABBREVIATION_NUMBER, "p", "" },
    { PLB_TEXT_SENTENCE_START, "the", "" },
    { PLB_TEXT_SENTENCE_START, "he", "" },
    { PLB_TEXT_SENTENCE_START, "in", "weak" },
    { PLB_TEXT_CLITIC, "'s", "" },
    { PLB_TEXT_CLITIC, "n't", "" },
    { PLB_TEXT_CLITIC, "'ve", "" },
    { PLB_TEXT_CLITIC, "'", "s z" },
    { PLB_TEXT_CONTRACTION, "cannot", "can not" },
    { PLB_TEXT_HYPHEN_PREFIX, "anti", "" },
    { PLB_TEXT_HYPHEN_PREFIX, "mid", "" },
    { PLB_TEXT_HYPHEN_SUFFIX, "esque", "" },
    { PLB_TEXT_UNIT, "km", "" },
    { PLB_TEXT_UNIT, "pm", "" },
    { PLB_TEXT_UNIT, "p.m", "" },
    { PLB_TEXT_UNIT, "m", "" },
    { PLB_TEXT_MONTH, "nov", "11" },
    { PLB_TEXT_MONTH, "august", "8" },
    { PLB_TEXT_WEEKDAY, "friday", "4" },
    { PLB_TEXT_AGENCY, "newswire", "" },
    { PLB_TEXT_BYLINE, "by", "" },
    { PLB_TEXT_BYLINE, "posted on", "" },
    { PLB_TEXT_BOILERPLATE, "read more", "" },
    { PLB_TEXT_BOILERPLATE, "tags", "" },
    { PLB_TEXT_BOILERPLATE, "all rights reserved", "any" },
};

static inline bool test_words_find(const void *context, plb_text_class cls, plb_str lower,
                                   plb_str *value)
{
    (void)context;
    for (size_t i = 0; i < sizeof TEST_WORDS / sizeof *TEST_WORDS; i++)
        if (TEST_WORDS[i].cls == cls && plb_str_is(lower, TEST_WORDS[i].word)) {
            if (value) *value = plb_str_of(TEST_WORDS[i].value);
            return true;
        }
    return false;
}

static inline plb_text_words test_words(void)
{
    return (plb_text_words){ NULL, test_words_find };
}

#endif
