/* lexicon: opens a compiled file, checks every bound once, hands out its sections (format.h). */
#include "lexicon/lexicon.h"

#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/image.h"

static plb_status check_header(plb_str bytes, plb_lex_header *h, plb_error *err)
{
    if (bytes.n < sizeof *h)
        return plb_fail(err, PLB_EPARSE, bytes.n, "lexicon: cut short in its header");
    memcpy(h, bytes.p, sizeof *h);
    if (memcmp(h->magic, PLB_LEX_MAGIC, sizeof h->magic) != 0)
        return plb_fail(err, PLB_EPARSE, 0, "not a compiled lexicon");
    if (h->byte_order != PLB_LEX_BYTE_ORDER)
        return plb_fail(err, PLB_EPARSE, 8, "lexicon of a machine with another byte order");
    if (h->version != PLB_LEX_VERSION)
        return plb_fail(err, PLB_EPARSE, 12, "lexicon of format %u, want %d: compile it again",
                        h->version, PLB_LEX_VERSION);
    plb_str head = { bytes.p, offsetof(plb_lex_header, header_hash) };
    if (h->header_hash != plb_hash(head, 0))
        return plb_fail(err, PLB_EPARSE, 16, "lexicon: its header is damaged");
    if (h->size != bytes.n)
        return plb_fail(err, PLB_EPARSE, bytes.n, "lexicon: %zu bytes, want %llu: cut short",
                        bytes.n, (unsigned long long)h->size);
    if (h->body_hash != plb_hash(plb_str_slice(bytes, sizeof *h, bytes.n), 0))
        return plb_fail(err, PLB_EPARSE, sizeof *h, "lexicon: its checksum does not fit: damaged");
    return PLB_OK;
}

static plb_status check_sections(plb_lexicon *lex, uint32_t n, plb_error *err)
{
    size_t head = sizeof(plb_lex_header);
    if (n > PLB_LEX_MAX_SECTIONS || n * sizeof(plb_lex_section) > lex->bytes.n - head)
        return plb_fail(err, PLB_EPARSE, head, "lexicon: table of sections out of bounds");
    lex->sections = (const plb_lex_section *)(const void *)(lex->bytes.p + head);
    lex->n_sections = n;
    for (uint32_t i = 0; i < n; i++) {
        const plb_lex_section *s = &lex->sections[i];
        if (s->offset % 8 || s->offset > lex->bytes.n || s->n > lex->bytes.n - s->offset ||
            !memchr(s->name, '\0', sizeof s->name))
            return plb_fail(err, PLB_EPARSE, head + i * sizeof *s,
                            "lexicon: section %u out of bounds", i);
    }
    return PLB_OK;
}

static plb_status open_image(plb_lexicon *lex, plb_error *err)
{
    plb_lex_header h;
    PLB_TRY(check_header(lex->bytes, &h, err));
    lex->source_hash = h.source_hash;
    plb_hex16(h.source_hash, lex->version);
    PLB_TRY(check_sections(lex, h.n_sections, err));
    lex->strings = plb_lexicon_section(lex, "strings");
    PLB_TRY(plb_lex_check_tries(lex, err));
    PLB_TRY(plb_lex_check_entries(lex, err));
    return plb_lex_check_ontology(lex, err);
}

plb_status plb_lexicon_open_bytes(char *bytes, size_t n, plb_lexicon **out, plb_error *err)
{
    plb_lexicon *lex = calloc(1, sizeof *lex);
    if (!lex) return plb_fail(err, PLB_ENOMEM, 0, "no memory for a lexicon");
    lex->bytes = (plb_str){ bytes, n };
    plb_status status = open_image(lex, err);
    if (status != PLB_OK) {
        free(lex);
        return status;
    }
    lex->owned = bytes;
    *out = lex;
    return PLB_OK;
}

/* Puts the file's name before a message. */
static plb_status name_file(plb_status status, const char *path, plb_error *err)
{
    if (!err) return status;
    plb_error inner = *err;
    return plb_fail(err, status, inner.at, "%s: %.150s", path, inner.msg);
}

plb_status plb_lexicon_open(const char *path, plb_lexicon **out, plb_error *err)
{
    plb_lexicon *lex = calloc(1, sizeof *lex);
    if (!lex) return plb_fail(err, PLB_ENOMEM, 0, "no memory for a lexicon");
    plb_status status = plb_mapped_open(path, &lex->map, err);
    if (status != PLB_OK) {
        free(lex);
        return status;
    }
    lex->bytes = (plb_str){ (const char *)lex->map.p, lex->map.n };
    status = open_image(lex, err);
    if (status != PLB_OK) {
        plb_lexicon_close(lex);
        return name_file(status, path, err);
    }
    *out = lex;
    return PLB_OK;
}

void plb_lexicon_close(plb_lexicon *lex)
{
    if (!lex) return;
    plb_mapped_close(&lex->map);
    free(lex->owned);
    free(lex);
}

plb_str plb_lexicon_version(const plb_lexicon *lex)
{
    return (plb_str){ lex->version, 16 };
}

plb_str plb_lexicon_section(const plb_lexicon *lex, const char *name)
{
    for (uint32_t i = 0; i < lex->n_sections; i++) {
        const plb_lex_section *s = &lex->sections[i];
        if (strcmp(s->name, name) == 0) return (plb_str){ lex->bytes.p + s->offset, (size_t)s->n };
    }
    return (plb_str){ NULL, 0 };
}

plb_status plb_lex_array(const plb_lexicon *lex, const char *name, size_t size, const void **at,
                         uint32_t *n, plb_error *err)
{
    plb_str section = plb_lexicon_section(lex, name);
    if (section.n % size || section.n / size > UINT32_MAX)
        return plb_fail(err, PLB_EPARSE, 0,
                        "lexicon: section \"%s\" is no whole number of elements", name);
    *at = section.p;
    *n = (uint32_t)(section.n / size);
    return PLB_OK;
}
