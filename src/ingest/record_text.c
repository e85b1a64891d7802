/* ingest: a plain text file as one report. */
#include "ingest/record.h"

enum { LONGEST_TITLE = 200, LOOKED_AT = 4096 };

static bool ends_a_sentence(plb_str s)
{
    char c = s.n ? s.p[s.n - 1] : 0;
    return c == '.' || c == '!' || c == '?' || c == '"' || c == ':' || c == ',' || c == ';';
}

/* The first line is the title if it is short, ends no sentence, and an empty line divides it from
 * more. */
static void tell_title(plb_str bytes, plb_record_fields *f)
{
    plb_str rest = bytes, line, blank;
    f->text = bytes;
    while (rest.n && (rest.p[0] == '\n' || rest.p[0] == '\r'))
        rest = plb_str_slice(rest, 1, rest.n);
    if (!plb_str_split(&rest, '\n', &line) || !rest.p) return;
    line = plb_str_trim(line);
    if (!line.n || line.n > LONGEST_TITLE || ends_a_sentence(line)) return;
    if (!plb_str_split(&rest, '\n', &blank) || !rest.p || plb_str_trim(blank).n) return;
    while (rest.n && (rest.p[0] == '\n' || rest.p[0] == '\r'))
        rest = plb_str_slice(rest, 1, rest.n);
    if (!plb_str_trim(rest).n) return;
    f->title = line;
    f->text = rest;
}

/* Bytes that no text has: more than a few control characters. */
static bool is_binary(plb_str s)
{
    size_t looked = s.n < LOOKED_AT ? s.n : LOOKED_AT, odd = 0;
    for (size_t i = 0; i < looked; i++) {
        unsigned char c = (unsigned char)s.p[i];
        odd += c < 32 && (c < '\t' || c > '\r') && c != 0x1B;
    }
    return odd > looked / 64;
}

plb_status plb_record_text(plb_str bytes, const char *file, plb_day published, plb_report **out,
                           plb_error *err)
{
    plb_record_fields f = { .file = file };
    if (is_binary(bytes))
        return plb_record_fail(&f, PLB_EPARSE, 0, err, "a binary file, not a text");
    tell_title(bytes, &f);
    return plb_record_make(&f, published, out, err);
}
