#include "pipeline/gold.h"

#include "base/mapped.h"

#include <jansson.h>

typedef struct {
    const char *path;
    uint64_t line;
    plb_arena *arena;
    plb_error *err;
} gold_reading;

static plb_status wrong(const gold_reading *r, const char *what)
{
    return plb_fail(r->err, PLB_EPARSE, r->line, "%s:%llu: %s", r->path,
                    (unsigned long long)r->line, what);
}

/* A string field, {NULL, 0} where it is absent or null. */
static plb_str text_field(const gold_reading *r, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_string(value)) return (plb_str){ NULL, 0 };
    return plb_arena_str(r->arena,
                         (plb_str){ json_string_value(value), json_string_length(value) });
}

static plb_status read_side(const gold_reading *r, const json_t *event, const char *key,
                            plb_gold_side *side)
{
    const json_t *list = json_object_get(event, key);
    if (!list || json_is_null(list)) return PLB_OK;
    if (!json_is_array(list)) return wrong(r, "source and target are lists of codes");
    if (json_array_size(list) > PLB_GOLD_MOST_CODES) return wrong(r, "too many codes on one side");
    side->given = true;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *code = json_array_get(list, i);
        if (!json_is_string(code)) return wrong(r, "a code is no string");
        side->code[side->n++] =
            plb_arena_str(r->arena, (plb_str){ json_string_value(code), json_string_length(code) });
    }
    return PLB_OK;
}

static plb_status read_event(const gold_reading *r, const json_t *object, plb_gold_event *event)
{
    int type = plb_event_type_of(text_field(r, object, "type"));
    if (type < 0) return wrong(r, "an event without a PLOVER type");
    plb_str status = text_field(r, object, "status");
    *event = (plb_gold_event){ .type = (plb_event_type)type,
                               .mode = text_field(r, object, "mode"),
                               .status = status.p ? plb_event_status_of(status) : -1 };
    if (status.p && event->status < 0) return wrong(r, "an event with an unknown status");
    PLB_TRY(read_side(r, object, "source", &event->source));
    return read_side(r, object, "target", &event->target);
}

static plb_status read_text(const gold_reading *r, const json_t *object, plb_gold_text *text)
{
    const json_t *events = json_object_get(object, "events");
    *text = (plb_gold_text){ .id = text_field(r, object, "id"),
                             .title = text_field(r, object, "title"),
                             .text = text_field(r, object, "text"),
                             .published = text_field(r, object, "published") };
    if (!text->text.p) return wrong(r, "no text");
    if (!json_is_array(events)) return wrong(r, "no list of events");
    size_t n = json_array_size(events);
    text->events = PLB_NEW(r->arena, plb_gold_event, n);
    if (!text->events) return plb_fail(r->err, PLB_ENOMEM, r->line, "out of memory");
    for (size_t i = 0; i < n; i++)
        PLB_TRY(read_event(r, json_array_get(events, i), &text->events[text->n_events++]));
    return PLB_OK;
}

static plb_status read_line(const gold_reading *r, plb_str line, plb_gold_text *text)
{
    json_error_t error;
    json_t *object = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES, &error);
    if (!object) return wrong(r, error.text);
    plb_status status =
        json_is_object(object) ? read_text(r, object, text) : wrong(r, "a line is no JSON object");
    json_decref(object);
    return status;
}

static plb_status read_lines(gold_reading *r, plb_str rest, plb_gold *out)
{
    PLB_VEC(plb_gold_text) texts = { 0 };
    plb_str line;
    while (plb_str_split(&rest, '\n', &line)) {
        r->line++;
        if (!plb_str_trim(line).n) continue;
        plb_gold_text *text = PLB_PUSH(r->arena, &texts);
        if (!text) return plb_fail(r->err, PLB_ENOMEM, r->line, "out of memory");
        PLB_TRY(read_line(r, line, text));
    }
    if (!texts.n) return wrong(r, "no coded text");
    *out = (plb_gold){ texts.at, texts.n };
    return PLB_OK;
}

plb_status plb_gold_read(const char *path, plb_arena *arena, plb_gold *out, plb_error *err)
{
    plb_mapped file;
    PLB_TRY(plb_mapped_open(path, &file, err));
    gold_reading r = { path, 0, arena, err };
    plb_status status = read_lines(&r, (plb_str){ (const char *)file.p, file.n }, out);
    plb_mapped_close(&file);
    return status;
}
