/* ingest: a JSON object becomes the fields of a report; the interface is fields.h. The only file
 * that knows jansson. */
#include "ingest/fields.h"
#include "ingest/published.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    MOST_VALUES = 1 << 20, /* in one record; each costs memory many times its bytes */
    DEEPEST = 1000,
    NUMBER_BYTES = 32
};

struct plb_json_value {
    json_t *root;
    char id[NUMBER_BYTES]; /* of a number */
    char published[NUMBER_BYTES];
};

void plb_json_value_free(plb_json_value *parsed)
{
    if (!parsed) return;
    json_decref(parsed->root);
    free(parsed);
}

/* Brackets and values, counted before anything is built of them. */
static plb_status check_size(plb_str line, plb_error *err)
{
    size_t n_values = 0, depth = 0;
    bool string = false;
    for (size_t at = 0; at < line.n; at++) {
        char c = line.p[at];
        if (string && c == '\\')
            at++;
        else if (c == '"')
            string = !string;
        if (string) continue;
        n_values += c == ',' || c == '[' || c == '{';
        depth += c == '[' || c == '{';
        depth -= (c == ']' || c == '}') && depth;
        if (depth > DEEPEST)
            return plb_fail(err, PLB_ELIMIT, at,
                            "byte %zu: brackets within brackets, more than %d deep", at, DEEPEST);
        if (n_values > MOST_VALUES)
            return plb_fail(err, PLB_ELIMIT, at, "byte %zu: more than %d values in one record", at,
                            MOST_VALUES);
    }
    return PLB_OK;
}

/* What *out holds is the caller's, on failure too. */
static plb_status parse(plb_str line, json_t **out, plb_error *err)
{
    json_error_t why;
    size_t flags = JSON_ALLOW_NUL;
    *out = json_loadb(line.p, line.n, flags, &why);
    if (!*out && json_error_code(&why) == json_error_numeric_overflow)
        *out = json_loadb(line.p, line.n, flags | JSON_DECODE_INT_AS_REAL, &why);
    if (!*out)
        return plb_fail(err, PLB_EPARSE, why.position < 0 ? 0 : (uint64_t)why.position,
                        "broken JSON at byte %d: %.120s", why.position, why.text);
    if (json_is_object(*out)) return PLB_OK;
    return plb_fail(err, PLB_EPARSE, 0, "no JSON object, which a report is");
}

/* The first of the fields that is a string, or a number written into `room`; p == NULL for none. */
static plb_str field(const json_t *object, const char *const *names, char room[NUMBER_BYTES])
{
    for (; *names; names++) {
        const json_t *value = json_object_get(object, *names);
        if (json_is_string(value))
            return (plb_str){ json_string_value(value), json_string_length(value) };
        if (!room || !json_is_number(value)) continue;
        int n = json_is_integer(value)
                    ? snprintf(room, NUMBER_BYTES, "%lld", (long long)json_integer_value(value))
                    : snprintf(room, NUMBER_BYTES, "%.17g", json_real_value(value));
        return (plb_str){ room, (size_t)n };
    }
    return (plb_str){ NULL, 0 };
}

static bool is_empty(plb_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ' && s.p[i] != '\0' && !(s.p[i] >= '\t' && s.p[i] <= '\r')) return false;
    return true;
}

/* The names that archives use; earlier ones win. */
static const char *const ID[] = { "id", "report_id", "guid", NULL };
static const char *const URL[] = { "url", "link", NULL };
static const char *const TITLE[] = { "title", "headline", NULL };
static const char *const TEXT[] = { "text", "body", "content", "event_text", NULL };
static const char *const PUBLISHED[] = { "published",    "date",         "pub_date",
                                         "published_at", "date_publish", NULL };
static const char *const PUBLISHER[] = { "publisher", "source", "source_name", NULL };
static const char *const LANG[] = { "lang", "language", NULL };

static plb_status take(plb_json_value *parsed, plb_report *fields, plb_error *err)
{
    const json_t *object = parsed->root;
    plb_str text = field(object, TEXT, NULL);
    if (!text.p) return plb_fail(err, PLB_EPARSE, 0, "the record has no text");
    if (is_empty(text)) return plb_fail(err, PLB_EPARSE, 0, "the text of the record is empty");
    fields->text = text;
    fields->title = field(object, TITLE, NULL);
    fields->url = field(object, URL, NULL);
    fields->publisher = field(object, PUBLISHER, NULL);
    fields->lang = field(object, LANG, NULL);
    fields->id = field(object, ID, parsed->id);
    if (!fields->id.n) fields->id = fields->url;
    plb_str published = field(object, PUBLISHED, parsed->published);
    if (plb_str_trim(published).n && !plb_published_parse(published, &fields->published))
        return plb_fail(err, PLB_EPARSE, 0, "published: '%.*s' is no date",
                        (int)(published.n < 60 ? published.n : 60), published.p);
    return PLB_OK;
}

plb_status plb_fields_of_json(plb_str line, plb_report *fields, plb_json_value **out,
                              plb_error *err)
{
    PLB_TRY(check_size(line, err));
    plb_json_value *parsed = calloc(1, sizeof *parsed);
    if (!parsed) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    plb_status status = parse(line, &parsed->root, err);
    if (status == PLB_OK) status = take(parsed, fields, err);
    if (status == PLB_OK) {
        *out = parsed;
    } else {
        plb_json_value_free(parsed);
    }
    return status;
}
