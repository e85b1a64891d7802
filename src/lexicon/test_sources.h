/* Tests: folders of small sources below the build folder, compiled and opened. */
#ifndef PLB_LEXICON_TEST_SOURCES_H
#define PLB_LEXICON_TEST_SOURCES_H

#include "test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "lexicon/compile.h"
#include "lexicon/lexicon.h"

enum { TEST_PATH = 512 };

typedef struct {
    char root[TEST_PATH / 2];
    char lexicon[TEST_PATH], ontology[TEST_PATH], out[TEST_PATH];
    plb_buf findings; /* "file:line: message" a line, the file without its folder */
    plb_error err;
} test_sources;

static inline void test_make_folder(const char *path)
{
    mkdir(path, 0777);
    DIR *dir = opendir(path);
    assert_non_null(dir);
    for (struct dirent *e; (e = readdir(dir));) {
        char file[TEST_PATH * 2];
        snprintf(file, sizeof file, "%s/%s", path, e->d_name);
        struct stat st;
        if (e->d_name[0] != '.' && stat(file, &st) == 0 && S_ISREG(st.st_mode)) unlink(file);
    }
    closedir(dir);
}

/* Empty folders of that name. */
static inline void test_sources_begin(test_sources *s, const char *name)
{
    static const char *const FOLDERS[] = { "",          "/ontology",  "/en",
                                           "/en/words", "/en/actors", "/en/frames" };
    *s = (test_sources){ 0 };
    mkdir(PLB_BINARY_DIR "/test", 0777);
    snprintf(s->root, sizeof s->root, PLB_BINARY_DIR "/test/%s", name);
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++) {
        char path[TEST_PATH];
        snprintf(path, sizeof path, "%s%s", s->root, FOLDERS[i]);
        test_make_folder(path);
    }
    snprintf(s->lexicon, sizeof s->lexicon, "%s/en", s->root);
    snprintf(s->ontology, sizeof s->ontology, "%s/ontology", s->root);
    snprintf(s->out, sizeof s->out, "%s/out.lex", s->root);
}

static inline void test_sources_end(test_sources *s)
{
    plb_buf_free(&s->findings);
}

/* Writes a file; `name` counts from the root: "en/words/month.tsv". */
static inline void test_sources_put(const test_sources *s, const char *name, plb_str bytes)
{
    char path[TEST_PATH];
    snprintf(path, sizeof path, "%s/%s", s->root, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
}

static inline void test_sources_find(void *context, const plb_finding *f)
{
    test_sources *s = context;
    const char *slash = strrchr(f->file, '/');
    plb_buf_printf(&s->findings, "%s:%llu: %s: %s\n", slash ? slash + 1 : f->file,
                   (unsigned long long)f->line, f->error ? "error" : "warning", f->message);
}

static inline plb_status test_sources_compile(test_sources *s)
{
    plb_buf_clear(&s->findings);
    return plb_lexicon_compile(s->lexicon, s->ontology, s->out, test_sources_find, s, &s->err);
}

/* Compiles and opens; fails the test where that fails. */
static inline plb_lexicon *test_sources_open(test_sources *s)
{
    plb_lexicon *lex = NULL;
    if (test_sources_compile(s) != PLB_OK)
        fail_msg("%s\n%.*s", s->err.msg, (int)s->findings.n, s->findings.p);
    if (plb_lexicon_open(s->out, &lex, &s->err) != PLB_OK) fail_msg("%s", s->err.msg);
    return lex;
}

static inline plb_str test_read(const char *path)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    assert_int_equal(fseek(f, 0, SEEK_END), 0);
    long n = ftell(f);
    assert_true(n >= 0);
    rewind(f);
    char *p = malloc((size_t)n + 1);
    assert_non_null(p);
    assert_int_equal(fread(p, 1, (size_t)n, f), n);
    p[n] = '\0';
    fclose(f);
    return (plb_str){ p, (size_t)n };
}

/* A document of one sentence: its tokens are the words of `text`, at blanks; a word "form/lemma"
 * has a lemma. The arena is the caller's. */
static inline void test_doc(plb_doc *doc, plb_arena *arena, const char *text)
{
    static const plb_report REPORT;
    plb_arena_reset(arena);
    plb_doc_begin(doc, arena, &REPORT);
    plb_sentence *sentence = PLB_PUSH(arena, &doc->sentences);
    plb_str rest = plb_str_of(text), word;
    while (plb_str_split(&rest, ' ', &word)) {
        plb_token *t = PLB_PUSH(arena, &doc->tokens);
        t->form = word;
        const char *slash = memchr(word.p, '/', word.n);
        if (!slash) continue;
        t->form.n = (size_t)(slash - word.p);
        t->lemma = plb_str_slice(word, t->form.n + 1, word.n);
    }
    sentence->n_tokens = (int32_t)doc->tokens.n;
}

#endif
