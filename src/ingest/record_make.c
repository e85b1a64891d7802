#include "base/hash.h"
#include "ingest/reader.h"
#include "ingest/record.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { HEX_ID = 17 };

plb_status plb_record_fail(const plb_record_fields *fields, plb_status code, uint64_t at,
                           plb_error *err, const char *format, ...)
{
    char what[160];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    if (!fields->at) return plb_fail(err, code, at, "%s: %s", fields->file, what);
    return plb_fail(err, code, at, "%s:%llu: %s", fields->file, (unsigned long long)fields->at,
                    what);
}

static plb_status check(const plb_record_fields *f, const char *name, plb_str s, plb_error *err)
{
    size_t bad = plb_utf8_check(s);
    if (bad < s.n)
        return plb_record_fail(f, PLB_EPARSE, bad, err, "%s: byte %zu is not UTF-8 (0x%02x)", name,
                               bad, (unsigned)(unsigned char)s.p[bad]);
    const char *nul = s.n ? memchr(s.p, 0, s.n) : NULL;
    if (nul)
        return plb_record_fail(f, PLB_EPARSE, (uint64_t)(nul - s.p), err,
                               "%s: a NUL byte at %zu: is this a text?", name, (size_t)(nul - s.p));
    return PLB_OK;
}

/* Copies `s` to *to and moves it on. */
static plb_str put(char **to, plb_str s)
{
    if (!s.p) return s;
    char *at = *to;
    if (s.n) memcpy(at, s.p, s.n);
    *to = at + s.n;
    return (plb_str){ at, s.n };
}

plb_status plb_record_make(const plb_record_fields *f, plb_day published, plb_report **out,
                           plb_error *err)
{
    if (!plb_str_trim(f->text).n) return plb_record_fail(f, PLB_EPARSE, f->at, err, "no text");
    PLB_TRY(check(f, "title", f->title, err));
    PLB_TRY(check(f, "text", f->text, err));
    plb_day day = published;
    if (plb_str_trim(f->published).n && !plb_published_day(f->published, &day))
        return plb_record_fail(f, PLB_EPARSE, f->at, err, "published: '%.*s' is no date",
                               (int)(f->published.n < 60 ? f->published.n : 60), f->published.p);
    plb_str file = plb_str_of(f->file);
    plb_report *report = malloc(sizeof *report + HEX_ID + f->id.n + f->url.n + f->publisher.n +
                                f->lang.n + f->title.n + f->text.n + file.n);
    if (!report) return plb_record_fail(f, PLB_ENOMEM, f->at, err, "out of memory");
    char *to = (char *)(report + 1);
    *report = (plb_report){ .published = day, .conllu = f->conllu, .at = f->at };
    if (f->id.n) {
        report->id = put(&to, f->id);
    } else {
        plb_hex16(plb_hash(f->text, plb_hash(f->title, 0)), to);
        report->id = (plb_str){ to, HEX_ID - 1 };
        to += HEX_ID;
    }
    report->url = put(&to, f->url);
    report->publisher = put(&to, f->publisher);
    report->lang = put(&to, f->lang);
    report->title = put(&to, f->title);
    report->text = put(&to, f->text);
    report->file = put(&to, file);
    *out = report;
    return PLB_OK;
}

void plb_report_free(plb_report *report)
{
    free(report);
}
