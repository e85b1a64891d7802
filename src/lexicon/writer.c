/* lexicon: puts sections together into a file (format.h). */
#include "lexicon/writer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/hash.h"
#include "lexicon/format.h"

struct plb_lex_writer {
    plb_lex_section section[PLB_LEX_MAX_SECTIONS]; /* offsets count from the start of `bytes` */
    uint32_t n;
    plb_buf bytes;
};

plb_lex_writer *plb_lex_writer_new(void)
{
    return calloc(1, sizeof(plb_lex_writer));
}

void plb_lex_writer_free(plb_lex_writer *w)
{
    if (!w) return;
    plb_buf_free(&w->bytes);
    free(w);
}

plb_status plb_lex_writer_add(plb_lex_writer *w, const char *name, plb_str bytes, plb_error *err)
{
    size_t n = strlen(name);
    if (n == 0 || n >= PLB_LEX_NAME)
        return plb_fail(err, PLB_EINVAL, 0, "section name \"%s\": want 1 to %d bytes", name,
                        PLB_LEX_NAME - 1);
    if (w->n == PLB_LEX_MAX_SECTIONS)
        return plb_fail(err, PLB_ELIMIT, w->n, "section \"%s\": the file is full", name);
    for (uint32_t i = 0; i < w->n; i++)
        if (strcmp(w->section[i].name, name) == 0)
            return plb_fail(err, PLB_EINVAL, i, "section \"%s\" is there already", name);
    plb_lex_section *s = &w->section[w->n];
    *s = (plb_lex_section){ .offset = w->bytes.n, .n = bytes.n };
    memcpy(s->name, name, n);
    plb_buf_add(&w->bytes, bytes);
    while (w->bytes.n % 8 && !w->bytes.failed) plb_buf_char(&w->bytes, '\0');
    if (w->bytes.failed) return plb_fail(err, PLB_ENOMEM, 0, "no memory for section \"%s\"", name);
    w->n++;
    return PLB_OK;
}

plb_status plb_lex_writer_finish(const plb_lex_writer *w, uint64_t source_hash, plb_buf *out,
                                 plb_error *err)
{
    size_t head = sizeof(plb_lex_header) + w->n * sizeof(plb_lex_section);
    plb_lex_header h = { .byte_order = PLB_LEX_BYTE_ORDER,
                         .version = PLB_LEX_VERSION,
                         .size = head + w->bytes.n,
                         .source_hash = source_hash,
                         .n_sections = w->n };
    memcpy(h.magic, PLB_LEX_MAGIC, sizeof h.magic);
    plb_buf_clear(out);
    plb_buf_add(out, (plb_str){ (const char *)&h, sizeof h });
    for (uint32_t i = 0; i < w->n; i++) {
        plb_lex_section s = w->section[i];
        s.offset += head;
        plb_buf_add(out, (plb_str){ (const char *)&s, sizeof s });
    }
    plb_buf_add(out, plb_buf_str(&w->bytes));
    if (out->failed) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the lexicon");
    h.body_hash = plb_hash((plb_str){ out->p + sizeof h, out->n - sizeof h }, 0);
    h.header_hash =
        plb_hash((plb_str){ (const char *)&h, offsetof(plb_lex_header, header_hash) }, 0);
    memcpy(out->p, &h, sizeof h);
    return PLB_OK;
}

static plb_status write_all(FILE *f, const char *path, plb_str bytes, plb_error *err)
{
    size_t written = fwrite(bytes.p, 1, bytes.n, f);
    if (written != bytes.n || fflush(f) != 0)
        return plb_fail(err, PLB_EIO, written, "%s: %s", path, strerror(errno));
    return PLB_OK;
}

plb_status plb_lex_save(const char *path, plb_str bytes, plb_error *err)
{
    plb_buf aside = { 0 };
    plb_buf_printf(&aside, "%s.%ld", path, (long)getpid());
    plb_buf_char(&aside, '\0');
    if (aside.failed) {
        plb_buf_free(&aside);
        return plb_fail(err, PLB_ENOMEM, 0, "no memory for a file name");
    }
    plb_status status;
    FILE *f = fopen(aside.p, "wb");
    if (!f) {
        status = plb_fail(err, PLB_EIO, 0, "%s: %s", aside.p, strerror(errno));
        goto done;
    }
    status = write_all(f, path, bytes, err);
    if (fclose(f) != 0 && status == PLB_OK)
        status = plb_fail(err, PLB_EIO, 0, "%s: %s", path, strerror(errno));
    if (status == PLB_OK && rename(aside.p, path) != 0)
        status = plb_fail(err, PLB_EIO, 0, "%s: %s", path, strerror(errno));
    if (status != PLB_OK) unlink(aside.p);
done:
    plb_buf_free(&aside);
    return status;
}
