/* pipeline: a user's coded text, read for evaluation (docs/formats/gold.md). */
#ifndef PLB_PIPELINE_GOLD_H
#define PLB_PIPELINE_GOLD_H

#include "base/arena.h"
#include "base/error.h"
#include "model/event.h"

enum { PLB_GOLD_MOST_CODES = 16 };

typedef struct {
    bool given; /* the field was there: an empty side asks for nobody */
    plb_str code[PLB_GOLD_MOST_CODES];
    uint32_t n;
} plb_gold_side;

typedef struct {
    plb_event_type type;
    plb_str mode; /* p == NULL: not asked for */
    int status;   /* plb_event_status, -1: not asked for */
    plb_gold_side source, target;
} plb_gold_event;

typedef struct {
    plb_str id, title, text, published; /* p == NULL: not given */
    plb_gold_event *events;             /* [n_events] */
    uint32_t n_events;
} plb_gold_text;

typedef struct {
    plb_gold_text *texts; /* [n_texts] */
    uint32_t n_texts;
} plb_gold;

/* Reads a file of JSON lines into the arena. A line that breaks the format fails with its number.
 */
plb_status plb_gold_read(const char *path, plb_arena *arena, plb_gold *out,
                         plb_error *err) PLB_MUST_USE;

#endif
