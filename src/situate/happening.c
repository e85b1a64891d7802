/* situate: events of one incident, from whatever reports, become one happening. */
#include "situate/situation_parts.h"

#include <stdlib.h>

static int by_incident(const void *a, const void *b)
{
    const plb_source_event *x = a, *y = b;
    if (x->event->incident != y->event->incident)
        return x->event->incident < y->event->incident ? -1 : 1;
    /* The surest first; then in the order of reports. */
    if (x->event->confidence > y->event->confidence) return -1;
    if (x->event->confidence < y->event->confidence) return 1;
    int order = plb_situation_by_report(x->report, y->report);
    return order ? order : (int)x->event->sentence_number - (int)y->event->sentence_number;
}

static int by_day(const void *a, const void *b)
{
    const plb_happening *x = a, *y = b;
    int order = plb_situation_by_day(x->day, y->day);
    if (!order) order = plb_situation_by_report(x->members[0].report, y->members[0].report);
    if (!order)
        order =
            (int)x->members[0].event->sentence_number - (int)y->members[0].event->sentence_number;
    return order ? order : (x->incident > y->incident) - (x->incident < y->incident);
}

static uint32_t count_reports(const plb_source_event *members, uint32_t n)
{
    uint32_t reports = 0;
    for (uint32_t i = 0; i < n; i++) {
        bool seen = false;
        for (uint32_t k = 0; k < i && !seen; k++) seen = members[k].report == members[i].report;
        reports += !seen;
    }
    return reports;
}

enum { LONGEST_DAY_RANGE = 62 };

/* Where a happening stands in time: its first day; of a long stretch ("since the 1970s") the last.
 */
static plb_day day_of(const plb_date *date)
{
    if (date->from == PLB_DAY_UNKNOWN || date->to == PLB_DAY_UNKNOWN) return date->from;
    return date->to - date->from > LONGEST_DAY_RANGE ? date->to : date->from;
}

static uint32_t count_events(const plb_situation *s)
{
    uint32_t n = 0;
    for (uint32_t r = 0; r < s->reports.n; r++) n += s->reports.at[r]->events.n;
    return n;
}

void plb_situation_join_happenings(plb_situation *s)
{
    uint32_t n = count_events(s), k = 0;
    plb_source_event *all = PLB_NEW(s->arena, plb_source_event, n);
    if (!all || !n) return;
    for (uint32_t r = 0; r < s->reports.n; r++)
        for (uint32_t i = 0; i < s->reports.at[r]->events.n; i++)
            all[k++] = (plb_source_event){ s->reports.at[r], &s->reports.at[r]->events.at[i] };
    qsort(all, n, sizeof *all, by_incident);
    for (uint32_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && all[end].event->incident == all[i].event->incident;) end++;
        plb_happening *h = PLB_PUSH(s->arena, &s->happenings);
        if (!h) return;
        *h = (plb_happening){ all[i].event->incident, &all[i], end - i,
                              count_reports(&all[i], end - i), day_of(&all[i].event->date) };
    }
    qsort(s->happenings.at, s->happenings.n, sizeof *s->happenings.at, by_day);
}
