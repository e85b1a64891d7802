#include "test.h"

#include <stdio.h>
#include <stdlib.h>

#include "annotate/annotate.h"
#include "annotate/model.h"
#include "base/hash.h"

#define MODEL PLB_SOURCE_DIR "/models/en.plb"

static plb_model *model;

static int open_model(void **state)
{
    (void)state;
    plb_error err = { 0 };
    plb_status status = plb_model_open(MODEL, &model, &err);
    if (status != PLB_OK) print_error("%s\n", err.msg);
    return status == PLB_OK ? 0 : -1;
}

static int close_model(void **state)
{
    (void)state;
    plb_model_close(model);
    return 0;
}

/* One sentence, its words between single spaces. */
static void begin(plb_doc *doc, plb_arena *arena, plb_str text)
{
    static const plb_report NONE = { .published = PLB_DAY_UNKNOWN };
    plb_doc_begin(doc, arena, &NONE);
    plb_sentence *s = PLB_PUSH(arena, &doc->sentences);
    assert_non_null(s);
    *s = (plb_sentence){ .part = PLB_PART_TEXT, .root = PLB_NONE };
    plb_str word;
    while (plb_str_split(&text, ' ', &word)) {
        plb_token *t = PLB_PUSH(arena, &doc->tokens);
        assert_non_null(t);
        *t = (plb_token){ .form = word, .mention = PLB_NONE };
        s->n_tokens++;
    }
}

static void annotate(plb_doc *doc)
{
    plb_annotator *a;
    plb_error err = { 0 };
    assert_int_equal(plb_annotator_new(model, &a, &err), PLB_OK);
    assert_int_equal(plb_annotate(a, doc, &err), PLB_OK);
    plb_annotator_free(a);
}

/* One root, every other token below it, and nothing but the root is called root. */
static void assert_tree(const plb_doc *doc)
{
    for (uint32_t s = 0; s < doc->sentences.n; s++) {
        const plb_sentence *x = &doc->sentences.at[s];
        int32_t seen = 0, t = x->root;
        assert_true(x->n_tokens == 0 || t != PLB_NONE);
        while (x->n_tokens && t != PLB_NONE) { /* all tokens below the root, children first */
            const plb_token *token = &doc->tokens.at[t];
            seen++;
            assert_true(t >= x->first_token && t < x->first_token + x->n_tokens);
            assert_int_equal(token->deprel == PLB_DEP_ROOT, token->head == PLB_NONE);
            assert_non_null(token->lemma.p);
            if (token->first_child != PLB_NONE) {
                t = token->first_child;
                continue;
            }
            while (t != x->root && doc->tokens.at[t].next_sibling == PLB_NONE)
                t = doc->tokens.at[t].head;
            t = t == x->root ? PLB_NONE : doc->tokens.at[t].next_sibling;
        }
        assert_int_equal(seen, x->n_tokens);
    }
}

static const struct {
    const char *name, *text, *tags, *heads, *lemmas;
} SENTENCES[] = {
    { "plain", "The minister visited Baghdad on Monday .", "DET NOUN VERB PROPN ADP PROPN PUNCT",
      "2 3 0 3 6 3 3", "the minister visit Baghdad on Monday ." },
    { "capitals", "THE MINISTER VISITED BAGHDAD ON MONDAY .", "DET NOUN VERB PROPN ADP PROPN PUNCT",
      "2 3 0 3 6 3 3", "the minister visit Baghdad on Monday ." },
    { "small letters", "the minister visited baghdad on monday .",
      "DET NOUN VERB PROPN ADP PROPN PUNCT", "2 3 0 3 6 3 3",
      "the minister visit Baghdad on Monday ." },
    { "passive", "Five soldiers were killed by gunmen .", "NUM NOUN AUX VERB ADP NOUN PUNCT",
      "2 4 4 0 6 4 4", "five soldier be kill by gunman ." },
    { "one word", "Why", "ADV", "0", "why" },
};

static void sentences_are_read(void **state)
{
    (void)state;
    plb_arena *arena = plb_arena_new(1 << 20);
    for (size_t i = 0; i < sizeof SENTENCES / sizeof *SENTENCES; i++) {
        plb_doc doc;
        plb_arena_reset(arena);
        begin(&doc, arena, plb_str_of(SENTENCES[i].text));
        annotate(&doc);
        assert_tree(&doc);
        plb_str tags = PLB_STR(""), heads = PLB_STR(""), lemmas = PLB_STR("");
        for (uint32_t t = 0; t < doc.tokens.n; t++) {
            const plb_token *token = &doc.tokens.at[t];
            const char *space = t ? " " : "";
            tags = plb_arena_printf(arena, "%.*s%s%.*s", PLB_FMT(tags), space,
                                    PLB_FMT(plb_upos_name(token->upos)));
            heads = plb_arena_printf(arena, "%.*s%s%d", PLB_FMT(heads), space, token->head + 1);
            lemmas = plb_arena_printf(arena, "%.*s%s%.*s", PLB_FMT(lemmas), space,
                                      PLB_FMT(token->lemma));
        }
        ASSERT_STR(SENTENCES[i].name, tags, SENTENCES[i].tags);
        ASSERT_STR(SENTENCES[i].name, heads, SENTENCES[i].heads);
        ASSERT_STR(SENTENCES[i].name, lemmas, SENTENCES[i].lemmas);
    }
    plb_arena_free(arena);
}

/* A sentence of every length up to 40 and one of 100,000 tokens, of words that make no sense. */
static void every_length_is_a_tree(void **state)
{
    (void)state;
    static const char *const WORDS[] = { "that", "said",  "Said",         "the",
                                         ",",    "\"",    "to",           "\xc3\x89t\xc3\xa9",
                                         "12.5", "-",     "\xe2\x80\x94", "\xff",
                                         "of",   "killed" };
    uint32_t seed = 7;
    for (int32_t n = 0; n <= 41; n++) {
        int32_t length = n == 41 ? 100000 : n;
        plb_arena *arena = plb_arena_new(1 << 26);
        plb_doc doc;
        begin(&doc, arena, (plb_str){ NULL, 0 });
        doc.sentences.at[0].n_tokens = length;
        for (int32_t i = 0; i < length; i++) {
            plb_token *t = PLB_PUSH(arena, &doc.tokens);
            assert_non_null(t);
            seed = seed * 1103515245 + 12345;
            t->form = plb_str_of(WORDS[(seed >> 16) % (sizeof WORDS / sizeof *WORDS)]);
        }
        annotate(&doc);
        assert_tree(&doc);
        plb_arena_free(arena);
    }
}

static void long_words_pass(void **state)
{
    (void)state;
    size_t n = 1 << 20;
    char *text = malloc(n);
    assert_non_null(text);
    memset(text, 'A', n);
    plb_arena *arena = plb_arena_new(1 << 24);
    plb_doc doc;
    begin(&doc, arena, (plb_str){ text, n });
    annotate(&doc);
    assert_tree(&doc);
    plb_arena_free(arena);
    free(text);
}

static void short_memory_is_told(void **state)
{
    (void)state;
    plb_arena *arena = plb_arena_new(4096);
    plb_doc doc;
    begin(&doc, arena, PLB_STR("the blorgings were zyxted"));
    while (plb_arena_alloc(arena, 16)) continue;
    plb_annotator *a;
    plb_error err = { 0 };
    assert_int_equal(plb_annotator_new(model, &a, &err), PLB_OK);
    assert_int_equal(plb_annotate(a, &doc, &err), PLB_ENOMEM);
    plb_annotator_free(a);
    plb_arena_free(arena);
}

static void reading_is_repeatable(void **state)
{
    (void)state;
    plb_arena *arena = plb_arena_new(1 << 20);
    plb_annotator *a;
    plb_error err = { 0 };
    assert_int_equal(plb_annotator_new(model, &a, &err), PLB_OK);
    plb_doc doc[2];
    for (int i = 0; i < 2; i++) {
        begin(&doc[i], arena,
              PLB_STR("Talks between both sides resumed on Friday , officials said ."));
        assert_int_equal(plb_annotate(a, &doc[i], &err), PLB_OK);
    }
    for (uint32_t t = 0; t < doc[0].tokens.n; t++) {
        assert_int_equal(doc[0].tokens.at[t].head, doc[1].tokens.at[t].head);
        assert_int_equal(doc[0].tokens.at[t].xpos, doc[1].tokens.at[t].xpos);
        assert_int_equal(doc[0].tokens.at[t].confidence, doc[1].tokens.at[t].confidence);
    }
    plb_annotator_free(a);
    plb_arena_free(arena);
}

/* A copy of the model file with one change, and whether its checksum is made right again. */
static const struct {
    const char *name;
    size_t at;
    unsigned char flip;
    bool mend;
    const char *message;
} DAMAGE[] = {
    { "magic", 3, 0x20, true, "not a model file" },
    { "byte order", 8, 0x05, true, "byte order" },
    { "version", 12, 0x40, true, "version" },
    { "size", 16, 0x01, true, "cut off" },
    { "sections", 32, 0x40, true, "sections" },
    { "checksum", 24, 0x01, false, "damaged" },
    { "first byte behind the header", sizeof(plb_model_header), 0x80, false, "damaged" },
    { "begin of a section", sizeof(plb_model_header), 0x01, true, "out of bounds" },
    { "length of a section", sizeof(plb_model_header) + 8 + 6, 0x01, true, "out of bounds" },
};

static void damaged_files_are_refused(void **state)
{
    (void)state;
    size_t n = model->file.n;
    char *copy = aligned_alloc(PLB_MODEL_ALIGN, n);
    assert_non_null(copy);
    for (size_t i = 0; i < sizeof DAMAGE / sizeof *DAMAGE; i++) {
        memcpy(copy, model->file.p, n);
        copy[DAMAGE[i].at] = (char)(copy[DAMAGE[i].at] ^ DAMAGE[i].flip);
        if (DAMAGE[i].mend) {
            plb_str rest = { copy + sizeof(plb_model_header), n - sizeof(plb_model_header) };
            uint64_t sum = plb_hash(rest, 0);
            memcpy(copy + offsetof(plb_model_header, checksum), &sum, sizeof sum);
        }
        plb_model m;
        plb_error err = { 0 };
        if (plb_model_read(&m, (plb_str){ copy, n }, "x.plb", &err) != PLB_EPARSE)
            fail_msg("%s: not refused", DAMAGE[i].name);
        if (!strstr(err.msg, DAMAGE[i].message))
            fail_msg("%s: \"%s\" does not say \"%s\"", DAMAGE[i].name, err.msg, DAMAGE[i].message);
    }
    free(copy);
}

static void cut_files_are_refused(void **state)
{
    (void)state;
    static const size_t LENGTHS[] = { 1, 7, 39, 40, 41, 300, 100000 };
    for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i++) {
        plb_model m;
        plb_error err = { 0 };
        plb_str bytes = { (const char *)model->file.p, LENGTHS[i] };
        assert_int_equal(plb_model_read(&m, bytes, "x.plb", &err), PLB_EPARSE);
    }
}

static void missing_files_are_told(void **state)
{
    (void)state;
    plb_model *m = NULL;
    plb_error err = { 0 };
    assert_int_equal(plb_model_open(PLB_BINARY_DIR "/no such file", &m, &err), PLB_EIO);
    assert_non_null(strstr(err.msg, "no such file"));
    assert_int_equal(plb_model_open(PLB_SOURCE_DIR, &m, &err), PLB_EIO);
    assert_int_equal(plb_model_open(PLB_SOURCE_DIR "/CMakeLists.txt", &m, &err), PLB_EPARSE);
    assert_null(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_read),    cmocka_unit_test(every_length_is_a_tree),
        cmocka_unit_test(long_words_pass),       cmocka_unit_test(short_memory_is_told),
        cmocka_unit_test(reading_is_repeatable), cmocka_unit_test(damaged_files_are_refused),
        cmocka_unit_test(cut_files_are_refused), cmocka_unit_test(missing_files_are_told),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
