/* lexicon: reads the signatures of embedding predicates (embedding.h). The section:
 *
 *   u32 n_slots (a power of two), n_rows, names_len, 0
 *   slots  n_slots × { u64 hash of "lemma <tab> pos"; u32 first row; u32 number of rows (0: free) }
 *   rows   n_rows × { u32 name offset; u8 name length, if_true, if_false, voice }
 *   names  complements, one after another
 *
 * Two predicates with one hash are refused by the compiler, so that the reader need not compare
 * words. */
#include "lexicon/embedding.h"

#include "base/hash.h"
#include "model/ud.h"

enum { HEADER = 16, SLOT = 16, ROW = 8 };

static uint32_t read32(const unsigned char *p)
{
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

static uint64_t read64(const unsigned char *p)
{
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

uint64_t plb_embedding_hash(plb_str lemma, plb_str pos)
{
    return plb_hash(lemma, plb_hash(pos, 0));
}

static plb_status check_rows(const plb_embedding *e, plb_error *err)
{
    for (uint32_t i = 0; i < e->n_slots; i++) {
        uint64_t first = read32(e->slots + (size_t)i * SLOT + 8);
        uint64_t n = read32(e->slots + (size_t)i * SLOT + 12);
        if (first + n > e->n_rows)
            return plb_fail(err, PLB_EPARSE, i, "embedding section: slot %u is out of bounds", i);
    }
    for (uint32_t i = 0; i < e->n_rows; i++) {
        const unsigned char *row = e->rows + (size_t)i * ROW;
        if ((uint64_t)read32(row) + row[4] > e->names_len || row[5] > PLB_SIGNATURE_KEEP ||
            row[6] > PLB_SIGNATURE_KEEP || row[7] > PLB_VOICE_JUDGES)
            return plb_fail(err, PLB_EPARSE, i, "embedding section: row %u is out of bounds", i);
    }
    return PLB_OK;
}

plb_status plb_embedding_open(plb_str section, plb_embedding *out, plb_error *err)
{
    plb_embedding e = { 0 };
    if (!section.p) {
        *out = e;
        return PLB_OK;
    }
    const unsigned char *p = (const unsigned char *)section.p;
    if (section.n < HEADER)
        return plb_fail(err, PLB_EPARSE, 0, "embedding section: %zu bytes are too few", section.n);
    e.n_slots = read32(p);
    e.n_rows = read32(p + 4);
    e.names_len = read32(p + 8);
    uint64_t want =
        HEADER + (uint64_t)e.n_slots * SLOT + (uint64_t)e.n_rows * ROW + (uint64_t)e.names_len;
    if (want > section.n || e.n_slots == 0 || (e.n_slots & (e.n_slots - 1)) != 0 ||
        e.n_rows >= e.n_slots)
        return plb_fail(err, PLB_EPARSE, 0, "embedding section: its sizes do not fit");
    e.slots = p + HEADER;
    e.rows = e.slots + (size_t)e.n_slots * SLOT;
    e.names = e.rows + (size_t)e.n_rows * ROW;
    PLB_TRY(check_rows(&e, err));
    *out = e;
    return PLB_OK;
}

plb_signatures plb_embedding_find(const plb_embedding *e, plb_str lemma, uint8_t pos)
{
    if (e->n_slots == 0) return (plb_signatures){ 0, 0 };
    uint64_t hash = plb_embedding_hash(lemma, plb_upos_name((plb_upos)pos));
    uint32_t mask = e->n_slots - 1;
    /* fewer rows than slots: a free one ends the search */
    for (uint32_t i = (uint32_t)hash & mask, tries = 0; tries < e->n_slots; tries++) {
        const unsigned char *slot = e->slots + (size_t)i * SLOT;
        uint32_t n = read32(slot + 12);
        if (n == 0) break;
        if (read64(slot) == hash) return (plb_signatures){ read32(slot + 8), n };
        i = (i + 1) & mask;
    }
    return (plb_signatures){ 0, 0 };
}

bool plb_embedding_signature(const plb_embedding *e, plb_signatures rows, plb_str complement,
                             plb_signature *out)
{
    for (uint32_t i = rows.first; i < rows.first + rows.n; i++) {
        const unsigned char *row = e->rows + (size_t)i * ROW;
        plb_str name = { (const char *)e->names + read32(row), row[4] };
        if (!plb_str_eq(name, complement)) continue;
        *out = (plb_signature){ row[5], row[6], row[7] };
        return true;
    }
    return false;
}
