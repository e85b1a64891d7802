#include "export/record_parts.h"

#include "base/error.h"

plb_status plb_record_view_begin(plb_record_view *view, plb_doc *doc)
{
    view->doc = doc;
    for (int p = 0; p < PLB_N_PARTS; p++)
        PLB_TRY(plb_offsets_make(doc->arena, doc->part[p], &view->offsets[p], NULL));
    return PLB_OK;
}

static const plb_offsets *offsets_of(const plb_record_view *view, int32_t sentence)
{
    return &view->offsets[view->doc->sentences.at[sentence].part];
}

void plb_record_span(plb_json *j, const plb_record_view *view, int32_t sentence, plb_span span)
{
    const plb_offsets *offsets = offsets_of(view, sentence);
    plb_json_key(j, "begin");
    plb_json_int(j, plb_offsets_of(offsets, span.begin));
    plb_json_key(j, "end");
    plb_json_int(j, plb_offsets_of(offsets, span.end));
}

plb_str plb_record_words(const plb_record_view *view, int32_t sentence, plb_span span)
{
    return plb_str_slice(offsets_of(view, sentence)->text, span.begin, span.end);
}

void plb_record_day(plb_json *j, plb_day day)
{
    if (day == PLB_DAY_UNKNOWN) {
        plb_json_null(j);
        return;
    }
    char text[11];
    plb_day_format(day, text);
    plb_json_str(j, plb_str_of(text));
}

/* Text or null for the empty one. */
static void text_or_null(plb_json *j, const char *key, plb_str s)
{
    plb_json_key(j, key);
    plb_json_str(j, s.n ? s : (plb_str){ NULL, 0 });
}

void plb_record_actor(plb_json *j, const plb_record_view *view, const plb_mention *m,
                      const plb_actor *actor)
{
    text_or_null(j, "name", actor->name);
    text_or_null(j, "code", actor->code);
    text_or_null(j, "country", plb_str_of(actor->country));
    plb_json_key(j, "sectors");
    plb_json_open(j, '[');
    for (int i = 0; i < actor->n_sectors; i++) plb_json_str(j, plb_sector_name(actor->sectors[i]));
    plb_json_close(j, ']');
    text_or_null(j, "id", actor->id);
    plb_record_span(j, view, m->sentence, actor->words.end ? actor->words : m->span);
    plb_json_key(j, "via");
    plb_json_str(j, plb_via_name(m->via));
}

static void date_fields(plb_json *j, const plb_date *date)
{
    plb_json_key(j, "from");
    plb_record_day(j, date->from);
    plb_json_key(j, "to");
    plb_record_day(j, date->to);
    plb_json_key(j, "precision");
    plb_json_str(j, plb_date_precision_name(date->precision));
}

/* The mention's part where it is not the event's own (a dateline under a headline) is told by
 * `part`. */
static void mention_span(plb_json *j, const plb_record_view *view, int32_t mention,
                         const char *words_key)
{
    const plb_mention *m = mention == PLB_NONE ? NULL : &view->doc->mentions.at[mention];
    if (words_key) {
        plb_json_key(j, words_key);
        plb_json_str(j, m ? plb_record_words(view, m->sentence, m->span) : (plb_str){ NULL, 0 });
    }
    if (m) {
        plb_record_span(j, view, m->sentence, m->span);
        return;
    }
    plb_json_key(j, "begin");
    plb_json_null(j);
    plb_json_key(j, "end");
    plb_json_null(j);
}

void plb_record_date(plb_json *j, const plb_record_view *view, const plb_date *date,
                     int32_t mention)
{
    if (date->precision == PLB_DATE_UNKNOWN && mention == PLB_NONE) {
        plb_json_null(j);
        return;
    }
    plb_json_open(j, '{');
    date_fields(j, date);
    mention_span(j, view, mention, "expression");
    plb_json_key(j, "how");
    plb_json_str(j, plb_date_how_name(date->how));
    plb_json_close(j, '}');
}

void plb_record_place_fields(plb_json *j, const plb_place *place, bool middle)
{
    bool told = place->located || (middle && (place->lat != 0 || place->lon != 0));
    text_or_null(j, "name", place->name);
    plb_json_key(j, "lat");
    if (told)
        plb_json_real(j, place->lat, 5);
    else
        plb_json_null(j);
    plb_json_key(j, "lon");
    if (told)
        plb_json_real(j, place->lon, 5);
    else
        plb_json_null(j);
    text_or_null(j, "country", plb_str_of(place->country));
    text_or_null(j, "admin1", place->admin1);
    plb_json_key(j, "geonames");
    if (place->geonames)
        plb_json_int(j, place->geonames);
    else
        plb_json_null(j);
    plb_json_key(j, "precision");
    plb_json_str(j, plb_precision_name(place->precision));
    text_or_null(j, "how", place->how);
}

void plb_record_place(plb_json *j, const plb_record_view *view, const plb_place *place,
                      int32_t mention)
{
    if (place->precision == PLB_PRECISION_NONE) {
        plb_json_null(j);
        return;
    }
    plb_json_open(j, '{');
    plb_record_place_fields(j, place, false);
    mention_span(j, view, mention, NULL);
    plb_json_close(j, '}');
}

static void bound(plb_json *j, const char *key, bool has, double value)
{
    plb_json_key(j, key);
    if (!has)
        plb_json_null(j);
    else if (value >= -9e15 && value <= 9e15 && value == (double)(int64_t)value)
        plb_json_int(j, (int64_t)value);
    else
        plb_json_real(j, value, 2);
}

void plb_record_quantity_fields(plb_json *j, const plb_record_view *view, const plb_mention *m)
{
    const plb_quantity *q = &m->quantity;
    plb_json_key(j, "measure");
    plb_json_str(j, plb_measure_name(q->measure));
    bound(j, "low", q->has_low, q->low);
    bound(j, "high", q->has_high, q->high);
    plb_json_key(j, "words");
    plb_json_str(j, plb_record_words(view, m->sentence, m->span));
    plb_json_key(j, "of");
    plb_json_str(j, q->of.end > q->of.begin ? plb_record_words(view, m->sentence, q->of)
                                            : (plb_str){ NULL, 0 });
    plb_json_key(j, "included");
    plb_json_bool(j, q->part);
    plb_json_key(j, "cumulative");
    plb_json_bool(j, q->cumulative);
    plb_record_span(j, view, m->sentence, m->span);
}
