/* ingest: a report in memory of its own; the interface is fields.h. */
#include "base/hash.h"
#include "ingest/fields.h"
#include "ingest/reader.h"

#include <stdlib.h>

/* Strings of a report, in the order in which they lie behind it. */
static plb_str *const *strings(plb_report *r, plb_str *out[7])
{
    out[0] = &r->id;
    out[1] = &r->url;
    out[2] = &r->publisher;
    out[3] = &r->lang;
    out[4] = &r->title;
    out[5] = &r->text;
    out[6] = &r->file;
    return out;
}

plb_report *plb_report_copy(const plb_report *fields)
{
    plb_report made = *fields;
    char hash[17];
    if (!made.id.n) {
        plb_hex16(plb_hash(made.text, plb_hash(made.title, 0)), hash);
        made.id = plb_str_of(hash);
    }
    plb_str *room[7];
    plb_str *const *string = strings(&made, room);
    size_t bytes = sizeof made;
    for (int i = 0; i < 7; i++) bytes += string[i]->n + 1;
    plb_report *out = malloc(bytes);
    if (!out) return NULL;
    char *at = (char *)(out + 1);
    for (int i = 0; i < 7; i++) {
        if (!string[i]->p) continue;
        size_t n = string[i]->n;
        for (size_t k = 0; k < n; k++) at[k] = string[i]->p[k] ? string[i]->p[k] : ' ';
        at[n] = '\0';
        string[i]->p = at;
        at += n + 1;
    }
    *out = made;
    return out;
}

void plb_report_free(plb_report *report)
{
    free(report);
}
