/* model: what is said to have happened: predicates with their status, attributions, events. Set by
 * `code`. */
#ifndef PLB_MODEL_EVENT_H
#define PLB_MODEL_EVENT_H

#include "base/str.h"
#include "model/actor.h"

/* PLOVER's event types; PLB_TYPE(name). */
typedef enum {
#define PLB_TYPE(name) PLB_TYPE_##name,
#include "model/type.def"
#undef PLB_TYPE
    PLB_N_TYPES
} plb_event_type;

plb_str plb_event_type_name(plb_event_type type);
int plb_event_type_of(plb_str name); /* or -1 */

/* Whether it happened; PLB_STATUS(identifier, name). */
typedef enum {
#define PLB_STATUS(id, name) PLB_STATUS_##id,
#include "model/status.def"
#undef PLB_STATUS
    PLB_N_STATUS
} plb_event_status;

plb_str plb_event_status_name(plb_event_status status);
int plb_event_status_of(plb_str name); /* or -1 */

typedef enum { PLB_TIME_PAST, PLB_TIME_PRESENT, PLB_TIME_FUTURE } plb_time;

plb_str plb_time_name(plb_time time);

/* A word that can say that something happened (verbs, nominalisations), whether or not it is an
 * event of the ontology. */
typedef struct {
    int32_t token;
    uint8_t status;      /* plb_event_status */
    uint8_t time;        /* plb_time */
    int32_t attribution; /* the innermost attribution whose content holds it, or -1 */
    int32_t because;     /* the token that decided the status ("not", "plans"), or -1 */
} plb_predicate;

enum { PLB_MAX_CONTENT_SPANS = 4 };

/* Who says what. */
typedef struct {
    int32_t sentence;  /* of the cue */
    int32_t speaker;   /* mention, or -1 */
    plb_span source;   /* the speaker's words; empty where nobody is named ("reportedly") */
    plb_span cue;      /* "said", "according to"; empty for a quotation that nobody introduces */
    int32_t cue_token; /* its main token, or -1 */
    plb_span
        content[PLB_MAX_CONTENT_SPANS]; /* bytes of the same part; may lie in other sentences */
    uint8_t n_content;
    bool quoted;    /* the content is in quotation marks */
    uint8_t level;  /* 1 outermost */
    int32_t parent; /* the attribution around it, or -1 */
} plb_attribution;

enum { PLB_MAX_SIDE = 24, PLB_MAX_EVENT_QUANTITIES = 8, PLB_MAX_CONTEXTS = 4 };

typedef struct {
    int32_t sentence;
    int32_t trigger; /* the token that carries it */
    plb_span trigger_span;
    plb_str trigger_lemma;
    plb_str frame; /* the frame (and composition) that made it: "assault.bomb" */
    uint8_t type;  /* plb_event_type */
    plb_str mode;  /* PLOVER mode, or p == NULL */
    plb_str context[PLB_MAX_CONTEXTS];
    uint8_t n_context;
    plb_str cameo;          /* 2 to 4 digits, or p == NULL */
    uint8_t quad;           /* 1…4 */
    float goldstein, score; /* CAMEO's and PLOVER's; NAN where there is none */
    int32_t source[PLB_MAX_SIDE], target[PLB_MAX_SIDE]; /* mentions */
    uint8_t n_source, n_target;
    uint8_t status, time;
    int32_t because; /* token that decided the status, or -1 */
    plb_date date;
    int32_t date_mention;                       /* or -1 */
    plb_place place;                            /* precision NONE where there is none */
    int32_t place_mention;                      /* or -1 */
    int32_t attribution;                        /* innermost, or -1 */
    int32_t quantity[PLB_MAX_EVENT_QUANTITIES]; /* mentions */
    uint8_t n_quantity;
    float confidence;      /* 0…1 */
    uint64_t id, incident; /* hashes; incident is set by situate */
} plb_event;

#endif
