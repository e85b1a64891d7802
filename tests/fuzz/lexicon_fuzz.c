/* Fuzz: a compiled lexicon that nobody vouches for is refused, or can be used without reading
 * outside of it. The checksums are set right first: they would stop every change before the checks
 * of bounds. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/embedding.h"
#include "lexicon/frame.h"
#include "lexicon/image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void set_checksums(char *bytes, size_t n)
{
    plb_lex_header h;
    if (n < sizeof h) return;
    memcpy(&h, bytes, sizeof h);
    h.size = n;
    h.body_hash = plb_hash((plb_str){ bytes + sizeof h, n - sizeof h }, 0);
    h.header_hash = plb_hash((plb_str){ (char *)&h, offsetof(plb_lex_header, header_hash) }, 0);
    memcpy(bytes, &h, sizeof h);
}

static void use(const plb_lexicon *lex)
{
    plb_match m[16];
    plb_cameo code;
    size_t bytes = plb_lexicon_version(lex).n;
    for (uint32_t i = 0; i < lex->n_words && i < 64; i++) {
        plb_str word = plb_lex_string(lex, lex->words[i]);
        bytes += plb_lexicon_lookup_text(lex, word, m, 16);
        for (plb_class c = 0; c < (int)lex->n_classes && c < 8; c++)
            bytes += plb_lexicon_word(lex, c, word, NULL);
    }
    for (uint32_t i = 0; i < plb_lexicon_n_entries(lex) && i < 64; i++) {
        plb_entry e = plb_lexicon_entry(lex, i);
        if (e.name.n) bytes += (unsigned char)e.name.p[e.name.n - 1];
    }
    for (uint32_t i = 0; i < plb_lexicon_n_countries(lex) && i < 64; i++)
        bytes += plb_lexicon_entry(lex, plb_lexicon_country_at(lex, i).entry).name.n;
    if (plb_ontology_cameo_entry(lex, PLB_STR("112"), &code)) bytes += code.name.n;
    bytes += plb_ontology_definition(lex, PLB_TYPE_AID, PLB_STR("")).n;
    plb_frames frames;
    plb_embedding embedding;
    bytes += plb_frames_open(lex, &frames, NULL);
    bytes += plb_embedding_open(plb_lexicon_section(lex, "embedding"), &embedding, NULL);
    volatile size_t kept = bytes;
    (void)kept;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    char *bytes = malloc(n + 1);
    if (!bytes) return 0;
    memcpy(bytes, data, n);
    set_checksums(bytes, n);
    plb_lexicon *lex;
    if (plb_lexicon_open_bytes(bytes, n, &lex, NULL) != PLB_OK) {
        free(bytes);
        return 0;
    }
    use(lex);
    plb_lexicon_close(lex);
    return 0;
}
