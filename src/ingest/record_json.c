/* ingest: reports as JSON objects; the one file that knows the JSON library (jansson). */
#include "ingest/record.h"

#include <jansson.h>
#include <stdio.h>

enum {
    FIELD_ID,
    FIELD_URL,
    FIELD_TITLE,
    FIELD_TEXT,
    FIELD_DATE,
    FIELD_PUBLISHER,
    FIELD_LANG,
    N_FIELDS
};

/* The names that archives use; earlier ones win. */
static const char *const NAMES[N_FIELDS][8] = {
    [FIELD_ID] = { "id", "report_id", "guid" },
    [FIELD_URL] = { "url", "link" },
    [FIELD_TITLE] = { "title", "headline" },
    [FIELD_TEXT] = { "text", "body", "content", "event_text" },
    [FIELD_DATE] = { "published", "date", "pub_date", "published_at", "date_publish" },
    [FIELD_PUBLISHER] = { "publisher", "source", "source_name" },
    [FIELD_LANG] = { "lang", "language" },
};

/* A string, or a number written out into `digits`; {NULL, 0} for the rest. */
static plb_str field(const json_t *object, int which, char digits[24])
{
    for (const char *const *name = NAMES[which]; *name; name++) {
        const json_t *value = json_object_get(object, *name);
        if (json_is_string(value))
            return (plb_str){ json_string_value(value), json_string_length(value) };
        if (json_is_integer(value)) {
            int n = snprintf(digits, 24, "%lld", (long long)json_integer_value(value));
            return (plb_str){ digits, (size_t)n };
        }
    }
    return (plb_str){ NULL, 0 };
}

static plb_status of_object(const json_t *object, plb_record_fields *f, plb_day published,
                            plb_report **out, plb_error *err)
{
    char digits[N_FIELDS][24];
    if (!json_is_object(object))
        return plb_record_fail(f, PLB_EPARSE, f->at, err, "a line that is no JSON object");
    f->id = field(object, FIELD_ID, digits[FIELD_ID]);
    f->url = field(object, FIELD_URL, digits[FIELD_URL]);
    f->title = field(object, FIELD_TITLE, digits[FIELD_TITLE]);
    f->text = field(object, FIELD_TEXT, digits[FIELD_TEXT]);
    f->published = field(object, FIELD_DATE, digits[FIELD_DATE]);
    f->publisher = field(object, FIELD_PUBLISHER, digits[FIELD_PUBLISHER]);
    f->lang = field(object, FIELD_LANG, digits[FIELD_LANG]);
    if (!f->id.n) f->id = f->url;
    if (!f->text.p)
        return plb_record_fail(f, PLB_EPARSE, f->at, err,
                               "no text: wanted is a field text, body or content");
    return plb_record_make(f, published, out, err);
}

plb_status plb_record_json(plb_str line, const char *file, uint64_t at, plb_day published,
                           plb_report **out, plb_error *err)
{
    plb_record_fields f = { .file = file, .at = at };
    json_error_t error;
    json_t *object = json_loadb(line.p, line.n, 0, &error);
    if (!object)
        return plb_record_fail(&f, PLB_EPARSE, at, err, "broken JSON at byte %d: %.100s",
                               error.position, error.text);
    plb_status status = of_object(object, &f, published, out, err);
    json_decref(object);
    return status;
}
