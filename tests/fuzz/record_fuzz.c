/* Fuzz: a record of JSON, and a plain-text file, of any bytes: a reason or a report of well-formed
 * text. */
#include <stdint.h>
#include <stdlib.h>

#include "ingest/encoding.h"
#include "ingest/fields.h"
#include "ingest/published.h"
#include "ingest/reader.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check(const plb_report *fields)
{
    plb_report *report = plb_report_copy(fields);
    if (!report) return;
    plb_str s[] = { report->title, report->text };
    for (int i = 0; i < 2; i++)
        if (plb_utf8_check(s[i]) < s[i].n || (s[i].n && memchr(s[i].p, 0, s[i].n))) abort();
    if (!report->id.n) abort();
    plb_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    plb_buf room = { 0 };
    plb_str text;
    if (plb_decode((plb_str){ (const char *)data, n }, &room, &text, NULL) == PLB_OK) {
        plb_report of_text = { .published = PLB_DAY_UNKNOWN }, of_json = of_text;
        plb_json_value *parsed;
        plb_day day;
        plb_fields_of_text(text, &of_text);
        check(&of_text);
        (void)plb_published_parse(text, &day);
        if (plb_fields_of_json(text, &of_json, &parsed, NULL) == PLB_OK) {
            check(&of_json);
            plb_json_value_free(parsed);
        }
    }
    plb_buf_free(&room);
    return 0;
}
