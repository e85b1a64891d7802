/* model: what a report mentions: actors, places, dates, quantities. Set by `ground`. */
#ifndef PLB_MODEL_ACTOR_H
#define PLB_MODEL_ACTOR_H

#include "base/str.h"
#include "model/day.h"

/* PLOVER's sectors; PLB_SECTOR(code). */
typedef enum {
#define PLB_SECTOR(code) PLB_SECTOR_##code,
#include "model/sector.def"
#undef PLB_SECTOR
    PLB_N_SECTORS
} plb_sector;

plb_str plb_sector_name(plb_sector sector);
int plb_sector_of(plb_str name); /* or -1 */

/* How an actor was resolved; PLB_VIA(identifier, name as written). */
typedef enum {
#define PLB_VIA(id, name) PLB_VIA_##id,
#include "model/via.def"
#undef PLB_VIA
    PLB_N_VIA
} plb_via;

plb_str plb_via_name(plb_via via);

/* What sort of thing an actor is: decides which pronouns and descriptions can refer to it. */
typedef enum {
    PLB_KIND_UNKNOWN,
    PLB_KIND_COUNTRY, /* a state, or its government by its name or capital */
    PLB_KIND_PERSON,
    PLB_KIND_GROUP, /* armed groups, peoples, crowds: "they", "the group" */
    PLB_KIND_ORGANISATION,
    PLB_KIND_OFFICE /* a ministry, an army, a court of a state */
} plb_kind;

enum { PLB_MAX_SECTORS = 4 };

typedef struct {
    plb_str name;    /* canonical; of an unresolved actor its words */
    plb_str code;    /* CAMEO style: country or organisation, then sectors: "ISRGOV", "PSEREBHMS" */
    plb_str id;      /* stable id of the lexicon's entry, or p == NULL */
    plb_span words;  /* of one of several in a mention that has words of its own ("Greek and Turkish
                        officials"): those words; else empty, the mention's span holds */
    char country[4]; /* ISO 3166 alpha-3, NUL-terminated; "" where there is none */
    uint8_t sectors[PLB_MAX_SECTORS];
    uint8_t n_sectors;
    uint8_t kind;   /* plb_kind */
    uint8_t gender; /* 0 unknown, 'f', 'm' */
    bool plural;
} plb_actor;

typedef enum {
    PLB_PRECISION_NONE,
    PLB_PRECISION_POINT,
    PLB_PRECISION_CITY,
    PLB_PRECISION_ADMIN2,
    PLB_PRECISION_ADMIN1,
    PLB_PRECISION_REGION, /* an area that is no unit of administration: "southern Gaza", "the Sahel"
                           */
    PLB_PRECISION_COUNTRY
} plb_precision;

plb_str plb_precision_name(plb_precision precision);

typedef struct {
    plb_str name;
    double lat, lon; /* degrees, WGS 84; where !located 0, or the middle of a country */
    bool located;    /* a country never has a point */
    char country[4];
    plb_str admin1;
    int64_t geonames;  /* 0 unknown */
    uint8_t precision; /* plb_precision */
    plb_str how;       /* "expression", "dateline", … */
} plb_place;

/* Why a date is what it is; PLB_HOW(identifier, name as written). */
typedef enum {
#define PLB_HOW(id, name) PLB_HOW_##id,
#include "model/how.def"
#undef PLB_HOW
    PLB_N_HOW
} plb_date_how;

plb_str plb_date_how_name(plb_date_how how);

typedef enum {
    PLB_DATE_UNKNOWN,
    PLB_DATE_DAY,
    PLB_DATE_WEEK,
    PLB_DATE_MONTH,
    PLB_DATE_YEAR,
    PLB_DATE_RANGE,
    PLB_DATE_FUZZY, /* "recently": no edges */
    PLB_DATE_DURATION,
    PLB_DATE_SET /* "every Friday" */
} plb_date_precision;

plb_str plb_date_precision_name(plb_date_precision precision);

typedef struct {
    plb_day from, to;  /* inclusive; PLB_DAY_UNKNOWN */
    uint8_t precision; /* plb_date_precision */
    uint8_t how;       /* plb_date_how */
} plb_date;

/* What a number counts; PLB_MEASURE(identifier, name as written). */
typedef enum {
#define PLB_MEASURE(id, name) PLB_MEASURE_##id,
#include "model/measure.def"
#undef PLB_MEASURE
    PLB_N_MEASURES
} plb_measure;

plb_str plb_measure_name(plb_measure measure);
int plb_measure_of(plb_str name); /* or -1 */

typedef struct {
    uint8_t measure; /* plb_measure */
    bool has_low, has_high;
    bool part;          /* "including 12 children": a part of another figure, never added to it */
    bool cumulative;    /* "over 40,000 since October" */
    double low, high;   /* persons or the unit in `words` */
    plb_span of;        /* what is counted: "Palestinians"; may be empty */
    int32_t of_mention; /* the actor counted, or -1 */
    int32_t predicate_token; /* the word that says what happened to them ("killed"), or -1 */
} plb_quantity;

typedef enum {
    PLB_MENTION_ACTOR,
    PLB_MENTION_PLACE,
    PLB_MENTION_DATE,
    PLB_MENTION_QUANTITY
} plb_mention_kind;

plb_str plb_mention_kind_name(plb_mention_kind kind);

typedef struct {
    uint8_t kind;                    /* plb_mention_kind */
    uint8_t via;                     /* plb_via, of actors */
    uint8_t confidence;              /* 0…255 */
    int32_t sentence;                /* index in doc->sentences */
    int32_t first_token, last_token; /* inclusive */
    int32_t head;                    /* the token that carries it in the tree */
    plb_span span;                   /* bytes of the sentence's part */
    int32_t chain;                   /* index in doc->chains, or -1 */
    plb_actor *actors; /* [n_actors]: one, or the members of a collective ("both sides") */
    uint32_t n_actors;
    plb_place place;
    plb_date date;
    plb_quantity quantity;
} plb_mention;

/* Mentions of one actor in a report. */
typedef struct {
    int32_t first_mention; /* the one that names it best */
    int32_t n_mentions;
} plb_chain;

#endif
