/* model: from byte offsets to code points. The record counts code points, the stages count bytes. */
#ifndef PLB_MODEL_POINTS_H
#define PLB_MODEL_POINTS_H

#include "base/arena.h"

enum { PLB_POINTS_STRIDE = 128 };

typedef struct {
    plb_str text;
    uint32_t *before; /* [text.n / STRIDE + 1] code points before each stride; NULL: all ASCII */
} plb_points;

/* Measures a well-formed text once; the table lives in the arena. False past its limit. */
bool plb_points_begin(plb_points *points, plb_arena *arena, plb_str text);

/* The code points before a byte offset (a boundary of characters, at most text.n). */
uint32_t plb_points_at(const plb_points *points, uint32_t byte);

#endif
