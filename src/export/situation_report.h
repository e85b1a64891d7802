/* export: the situation report. In: a finished situation. Out: text for a terminal or Markdown, in
 * which every statement carries its report and sentence, and nothing is written that no report
 * says. */
#ifndef PLB_EXPORT_SITUATION_REPORT_H
#define PLB_EXPORT_SITUATION_REPORT_H

#include "base/buf.h"
#include "model/situation.h"

typedef struct {
    bool markdown, colour;
    unsigned width; /* columns, of the terminal form */
} plb_situation_style;

/* out->failed where memory ran out. */
void plb_situation_report(const plb_situation *s, const plb_situation_style *style, plb_buf *out);

#endif
