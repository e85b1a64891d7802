/* model: the written names of the enumerations. */
#include "model/actor.h"
#include "model/event.h"

#define COUNT(a) (int)(sizeof(a) / sizeof *(a))

static int find(const char *const *names, int n, plb_str name)
{
    for (int i = 0; i < n; i++)
        if (plb_str_is(name, names[i])) return i;
    return -1;
}

static const char *const SECTORS[] = {
#define PLB_SECTOR(code) #code,
#include "model/sector.def"
#undef PLB_SECTOR
};

static const char *const VIAS[] = {
#define PLB_VIA(id, name) name,
#include "model/via.def"
#undef PLB_VIA
};

static const char *const HOWS[] = {
#define PLB_HOW(id, name) name,
#include "model/how.def"
#undef PLB_HOW
};

static const char *const MEASURES[] = {
#define PLB_MEASURE(id, name) name,
#include "model/measure.def"
#undef PLB_MEASURE
};

static const char *const TYPES[] = {
#define PLB_TYPE(name) #name,
#include "model/type.def"
#undef PLB_TYPE
};

static const char *const STATUSES[] = {
#define PLB_STATUS(id, name) name,
#include "model/status.def"
#undef PLB_STATUS
};

static const char *const PRECISIONS[] = { "none",   "point",  "city",   "admin2",
                                          "admin1", "region", "country" };
static const char *const DATE_PRECISIONS[] = { "unknown", "day",   "week",     "month", "year",
                                               "range",   "fuzzy", "duration", "set" };
static const char *const MENTION_KINDS[] = { "actor", "place", "date", "quantity" };
static const char *const TIMES[] = { "past", "present", "future" };

plb_str plb_sector_name(plb_sector sector)
{
    return plb_str_of(SECTORS[sector]);
}

int plb_sector_of(plb_str name)
{
    return find(SECTORS, COUNT(SECTORS), name);
}

plb_str plb_via_name(plb_via via)
{
    return plb_str_of(VIAS[via]);
}

plb_str plb_precision_name(plb_precision precision)
{
    return plb_str_of(PRECISIONS[precision]);
}

plb_str plb_date_how_name(plb_date_how how)
{
    return plb_str_of(HOWS[how]);
}

plb_str plb_date_precision_name(plb_date_precision precision)
{
    return plb_str_of(DATE_PRECISIONS[precision]);
}

plb_str plb_measure_name(plb_measure measure)
{
    return plb_str_of(MEASURES[measure]);
}

int plb_measure_of(plb_str name)
{
    return find(MEASURES, COUNT(MEASURES), name);
}

plb_str plb_mention_kind_name(plb_mention_kind kind)
{
    return plb_str_of(MENTION_KINDS[kind]);
}

plb_str plb_event_type_name(plb_event_type type)
{
    return plb_str_of(TYPES[type]);
}

int plb_event_type_of(plb_str name)
{
    return find(TYPES, COUNT(TYPES), name);
}

plb_str plb_event_status_name(plb_event_status status)
{
    return plb_str_of(STATUSES[status]);
}

int plb_event_status_of(plb_str name)
{
    return find(STATUSES, COUNT(STATUSES), name);
}

plb_str plb_time_name(plb_time time)
{
    return plb_str_of(TIMES[time]);
}
