/* Documents with gold trees for the unit tests of the stages behind `text`:
 *
 *     test_doc t = test_doc_new("1 Hamas   Hamas  PROPN NNP 2 nsubj\n"
 *                               "2 refused refuse VERB  VBD 0 root\n"
 *                               "\n"
 *                               "1 It ...");
 *     … t.doc …
 *     test_doc_free(&t);
 *
 * Columns are ID FORM LEMMA UPOS XPOS HEAD DEPREL, or the ten of CoNLL-U, with tabs or spaces
 * between; ranges ("2-3 don't"), `# text`, `# newpar` and SpaceAfter=No (column 8 of the short
 * rows) work. */
#ifndef PLB_TEST_DOC_H
#define PLB_TEST_DOC_H

#include "test.h"

#include <stdlib.h>

#include "base/buf.h"
#include "text/conllu.h"

typedef struct {
    plb_arena *arena;
    plb_report *report; /* its fields may be set before the next stage runs */
    plb_doc *doc;
} test_doc;

/* One row with the ten columns between tabs. */
static inline void test_doc_row(plb_buf *out, plb_str line)
{
    plb_str column[10] = { 0 }, rest = line, piece;
    int n = 0;
    bool tabs = memchr(line.p, '\t', line.n) != NULL;
    while (n < 10 && plb_str_split(&rest, tabs ? '\t' : ' ', &piece))
        if (piece.n) column[n++] = piece;
    if (n < 9) { /* the short row: neither features nor enhanced dependencies */
        column[9] = column[7];
        column[7] = column[6];
        column[6] = column[5];
        column[5] = column[8] = PLB_STR("_");
    }
    for (int i = 0; i < 10; i++) {
        if (i) plb_buf_char(out, '\t');
        plb_buf_add(out, column[i].n ? column[i] : PLB_STR("_"));
    }
}

static inline test_doc test_doc_new(const char *rows)
{
    test_doc t = { plb_arena_new((size_t)1 << 30), NULL, NULL };
    plb_buf text = { 0 };
    plb_error err = { 0 };
    plb_str line;
    for (plb_str rest = plb_str_of(rows); plb_str_split(&rest, '\n', &line);) {
        if (plb_str_trim(line).n && line.p[0] != '#')
            test_doc_row(&text, plb_str_trim(line));
        else
            plb_buf_add(&text, plb_str_trim(line));
        plb_buf_char(&text, '\n');
    }
    plb_str kept = plb_arena_str(t.arena, plb_buf_str(&text));
    plb_buf_free(&text);
    t.report = PLB_NEW(t.arena, plb_report, 1);
    t.doc = PLB_NEW(t.arena, plb_doc, 1);
    assert_non_null(t.doc);
    t.report->published = PLB_DAY_UNKNOWN;
    plb_doc_begin(t.doc, t.arena, t.report);
    if (plb_conllu_read(t.doc, kept, PLB_CONLLU_ALL, &err) != PLB_OK)
        fail_msg("test_doc_new: %s in:\n%s", err.msg, rows);
    return t;
}

static inline void test_doc_free(test_doc *t)
{
    plb_arena_free(t->arena);
    *t = (test_doc){ 0 };
}

#endif
