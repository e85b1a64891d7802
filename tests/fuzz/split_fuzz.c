/* Fuzz: any text can be split, and what holds of split text holds. A first line that ends with a
 * form feed is the title. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/encoding.h"
#include "split_properties.h"
#include "words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    plb_buf room = { 0 };
    plb_str text, title = { NULL, 0 };
    if (plb_decode((plb_str){ (const char *)data, n }, &room, &text, NULL) == PLB_OK) {
        plb_str rest = text, first;
        if (plb_str_split(&rest, '\f', &first) && rest.p) {
            title = first;
            text = rest;
        }
        plb_arena *arena = plb_arena_new((size_t)1 << 28);
        plb_report report = { .title = title, .text = text };
        plb_text_words words = test_words();
        plb_doc doc;
        plb_doc_begin(&doc, arena, &report);
        if (plb_text_split(&doc, &words, NULL) == PLB_OK) {
            const char *broken = split_broken(&doc);
            if (broken) {
                fprintf(stderr, "%s\n", broken);
                abort();
            }
        }
        plb_arena_free(arena);
    }
    plb_buf_free(&room);
    return 0;
}
