/* Fuzz: CoNLL-U is refused, or read, written, and read again with the same tokens. */
#include <stdint.h>
#include <stdlib.h>

#include "text/conllu.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static bool read_into(plb_doc *doc, plb_arena *arena, const plb_report *report, plb_str in,
                      plb_conllu_columns columns)
{
    plb_doc_begin(doc, arena, report);
    return plb_conllu_read(doc, in, columns, NULL) == PLB_OK;
}

static void check(plb_str in, plb_conllu_columns columns)
{
    plb_arena *arena = plb_arena_new((size_t)1 << 28);
    plb_report report = { 0 };
    plb_doc doc, again;
    plb_buf out = { 0 };
    if (read_into(&doc, arena, &report, in, columns)) {
        plb_conllu_write(&doc, &out);
        if (!read_into(&again, arena, &report, plb_buf_str(&out), columns)) abort();
        if (again.tokens.n != doc.tokens.n || again.sentences.n != doc.sentences.n) abort();
        for (uint32_t i = 0; i < doc.tokens.n; i++)
            if (again.tokens.at[i].head != doc.tokens.at[i].head) abort();
    }
    plb_buf_free(&out);
    plb_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    plb_str in = { (const char *)data, n };
    check(in, PLB_CONLLU_FORMS);
    check(in, PLB_CONLLU_ALL);
    return 0;
}
