/* export: the event record (DESIGN, section 4), JSON lines. */
#include "base/hash.h"
#include "export/record.h"
#include "export/record_parts.h"

#include <math.h>

static plb_str sentence_text(const plb_doc *doc, const plb_sentence *s)
{
    return plb_str_slice(doc->part[s->part], s->begin, s->end);
}

static void text_field(plb_json *j, const char *key, plb_str s)
{
    plb_json_key(j, key);
    plb_json_str(j, s.n ? s : (plb_str){ NULL, 0 });
}

static void score_field(plb_json *j, const char *key, float value)
{
    plb_json_key(j, key);
    plb_json_real(j, (double)value, 1);
}

static void hash_field(plb_json *j, const char *key, uint64_t hash)
{
    char hex[17];
    plb_hex16(hash, hex);
    plb_json_key(j, key);
    plb_json_str(j, plb_str_of(hex));
}

static void side(plb_json *j, const plb_record_view *view, const char *key, const int32_t *mentions,
                 size_t n)
{
    plb_json_key(j, key);
    plb_json_open(j, '[');
    for (size_t i = 0; i < n; i++) {
        const plb_mention *m = &view->doc->mentions.at[mentions[i]];
        for (uint32_t a = 0; a < m->n_actors; a++) {
            plb_json_open(j, '{');
            plb_record_actor(j, view, m, &m->actors[a]);
            plb_json_close(j, '}');
        }
    }
    plb_json_close(j, ']');
}

static void speaker(plb_json *j, const plb_record_view *view, const plb_attribution *a)
{
    plb_json_key(j, "speaker");
    bool named = a->source.end > a->source.begin;
    const plb_mention *m = a->speaker == PLB_NONE ? NULL : &view->doc->mentions.at[a->speaker];
    if (m && m->n_actors) {
        plb_json_open(j, '{');
        plb_record_actor(j, view, m, &m->actors[0]);
        plb_json_close(j, '}');
    } else if (named) {
        plb_json_open(j, '{');
        text_field(j, "name", plb_record_words(view, a->sentence, a->source));
        plb_record_span(j, view, a->sentence, a->source);
        plb_json_key(j, "via");
        plb_json_str(j, plb_via_name(PLB_VIA_UNRESOLVED));
        plb_json_close(j, '}');
    } else {
        plb_json_null(j);
    }
}

/* From the innermost speaker outwards. */
static void attribution(plb_json *j, const plb_record_view *view, int32_t at)
{
    plb_json_key(j, "attribution");
    plb_json_open(j, '[');
    for (; at != PLB_NONE; at = view->doc->attributions.at[at].parent) {
        const plb_attribution *a = &view->doc->attributions.at[at];
        plb_json_open(j, '{');
        speaker(j, view, a);
        text_field(j, "cue", plb_record_words(view, a->sentence, a->cue));
        plb_json_key(j, "level");
        plb_json_int(j, a->level);
        plb_json_key(j, "quoted");
        plb_json_bool(j, a->quoted);
        plb_record_span(j, view, a->sentence, a->cue);
        plb_json_close(j, '}');
    }
    plb_json_close(j, ']');
}

static void codes(plb_json *j, const plb_event *e)
{
    plb_json_key(j, "type");
    plb_json_str(j, plb_event_type_name(e->type));
    text_field(j, "mode", e->mode);
    plb_json_key(j, "context");
    plb_json_open(j, '[');
    for (int i = 0; i < e->n_context; i++) plb_json_str(j, e->context[i]);
    plb_json_close(j, ']');
    text_field(j, "cameo", e->cameo);
    plb_json_key(j, "quad");
    plb_json_int(j, e->quad);
    score_field(j, "goldstein", e->goldstein);
    score_field(j, "score", e->score);
}

static void trigger(plb_json *j, const plb_record_view *view, const plb_event *e)
{
    plb_json_key(j, "trigger");
    plb_json_open(j, '{');
    plb_record_span(j, view, e->sentence, e->trigger_span);
    text_field(j, "lemma", e->trigger_lemma);
    text_field(j, "frame", e->frame);
    plb_json_close(j, '}');
}

static void quantities(plb_json *j, const plb_record_view *view, const plb_event *e)
{
    plb_json_key(j, "quantities");
    plb_json_open(j, '[');
    for (int i = 0; i < e->n_quantity; i++) {
        plb_json_open(j, '{');
        plb_record_quantity_fields(j, view, &view->doc->mentions.at[e->quantity[i]]);
        plb_json_close(j, '}');
    }
    plb_json_close(j, ']');
}

static void event(plb_json *j, const plb_record_view *view, const plb_event *e,
                  const plb_provenance *coder)
{
    const plb_doc *doc = view->doc;
    const plb_report *report = doc->report;
    const plb_sentence *s = &doc->sentences.at[e->sentence];
    plb_json_open(j, '{');
    hash_field(j, "event_id", e->id);
    text_field(j, "report_id", report->id);
    text_field(j, "url", report->url);
    text_field(j, "publisher", report->publisher);
    plb_json_key(j, "published");
    plb_record_day(j, report->published);
    plb_json_key(j, "part");
    plb_json_str(j, s->part == PLB_PART_TITLE ? PLB_STR("title") : PLB_STR("text"));
    plb_json_key(j, "sentence");
    plb_json_int(j, e->sentence);
    text_field(j, "text", sentence_text(doc, s));
    codes(j, e);
    side(j, view, "source", e->source, e->n_source);
    side(j, view, "target", e->target, e->n_target);
    plb_json_key(j, "status");
    plb_json_str(j, plb_event_status_name(e->status));
    plb_json_key(j, "time");
    plb_json_str(j, plb_time_name(e->time));
    plb_json_key(j, "date");
    plb_record_date(j, view, &e->date, e->date_mention);
    plb_json_key(j, "place");
    plb_record_place(j, view, &e->place, e->place_mention);
    attribution(j, view, e->attribution);
    quantities(j, view, e);
    trigger(j, view, e);
    plb_json_key(j, "confidence");
    plb_json_real(j, (double)e->confidence, 2);
    hash_field(j, "incident_id", e->incident);
    plb_json_key(j, "coder");
    plb_json_open(j, '{');
    text_field(j, "version", coder->version);
    text_field(j, "model", coder->model);
    text_field(j, "lexicon", coder->lexicon);
    plb_json_close(j, '}');
    plb_json_close(j, '}');
}

plb_status plb_record_events(plb_doc *doc, const plb_provenance *coder, plb_buf *out)
{
    if (!doc->events.n) return PLB_OK;
    plb_record_view view;
    if (plb_record_view_begin(&view, doc) != PLB_OK) return PLB_ENOMEM;
    for (uint32_t i = 0; i < doc->events.n; i++) {
        plb_json j = plb_json_begin(out);
        event(&j, &view, &doc->events.at[i], coder);
        plb_buf_char(out, '\n');
    }
    return out->failed ? PLB_ENOMEM : PLB_OK;
}
