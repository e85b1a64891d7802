/* export: the pieces that the event record and the annotation share. */
#ifndef PLB_EXPORT_RECORD_PARTS_H
#define PLB_EXPORT_RECORD_PARTS_H

#include "base/json_write.h"
#include "model/doc.h"
#include "text/utf8.h"

/* A document with the maps from bytes to code points. */
typedef struct {
    const plb_doc *doc;
    plb_offsets offsets[PLB_N_PARTS];
} plb_record_view;

plb_status plb_record_view_begin(plb_record_view *view, plb_doc *doc) PLB_MUST_USE;

/* "begin":…,"end":… of a span in the part of a sentence. */
void plb_record_span(plb_json *j, const plb_record_view *view, int32_t sentence, plb_span span);

/* The words of a span. */
plb_str plb_record_words(const plb_record_view *view, int32_t sentence, plb_span span);

/* The fields of an actor, without brackets; with its mention's span and via. */
void plb_record_actor(plb_json *j, const plb_record_view *view, const plb_mention *m,
                      const plb_actor *actor);

/* Objects or null. */
void plb_record_date(plb_json *j, const plb_record_view *view, const plb_date *date,
                     int32_t mention);
void plb_record_place(plb_json *j, const plb_record_view *view, const plb_place *place,
                      int32_t mention);

/* The fields of a place and of a quantity, without brackets. */
/* `middle`: the middle of what has no point, such as a country, is told as well; an event never is
 * there. */
void plb_record_place_fields(plb_json *j, const plb_place *place, bool middle);
void plb_record_quantity_fields(plb_json *j, const plb_record_view *view, const plb_mention *m);

/* A day or null. */
void plb_record_day(plb_json *j, plb_day day);

#endif
