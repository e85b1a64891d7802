/* model: the situation: what many reports say, in the order in which a person wants to read it.
 * Made by `situate`, read by `export`. Strings live as long as the situation. */
#ifndef PLB_MODEL_SITUATION_H
#define PLB_MODEL_SITUATION_H

#include "base/arena.h"
#include "model/actor.h"
#include "model/event.h"

/* An actor as one report speaks of it. */
typedef struct {
    plb_str name, code; /* code: p == NULL where unresolved */
    char country[4];
    uint8_t kind, via;
} plb_told_actor;

typedef struct {
    plb_told_actor *at;
    uint32_t n;
} plb_told_side;

/* Who says so; n_actors == 0 and no words: the report in its own voice. */
typedef struct {
    plb_told_side who;
    plb_str words; /* of the speaker; n == 0: nobody is named */
    bool present;  /* there is an attribution at all ("reportedly" names nobody) */
} plb_told_speaker;

typedef struct {
    plb_quantity quantity; /* spans and mention numbers in it mean nothing here */
    plb_str words, of;
    plb_told_side of_actor;
    uint8_t status; /* plb_event_status of what is counted */
    plb_told_speaker speaker;
    plb_str sentence;
    uint32_t sentence_number;
    plb_date date;
} plb_told_claim;

typedef struct {
    uint64_t id, incident;
    uint8_t type, status, time, part;
    plb_str mode, cameo, lemma;
    plb_told_side source, target;
    plb_told_speaker speaker;
    plb_date date;
    plb_place place;
    plb_told_claim *quantities; /* [n_quantities] */
    uint32_t n_quantities;
    plb_str sentence;
    uint32_t sentence_number;
    plb_span trigger; /* bytes of `sentence` */
    float confidence;
} plb_told_event;

/* What the situation keeps of one report. */
typedef struct plb_digest {
    plb_arena *arena;
    plb_str id, title, publisher, url;
    plb_str name; /* for readers: its id if the input gave one, else the name of its file */
    plb_day published, date;
    uint8_t date_how;
    PLB_VEC(plb_told_event) events;
    PLB_VEC(plb_told_claim) claims;
    PLB_VEC(plb_told_actor) actors; /* one a mention */
} plb_digest;

/* A statement and the report it stands in. */
typedef struct {
    const plb_digest *report;
    const plb_told_event *event;
} plb_source_event;

typedef struct {
    const plb_digest *report;
    const plb_told_claim *claim;
} plb_source_claim;

/* One happening with all that tell of it, the best told first. */
typedef struct {
    uint64_t incident;
    plb_source_event *members; /* [n_members] */
    uint32_t n_members, n_reports;
    plb_day day; /* PLB_DAY_UNKNOWN: undated */
} plb_happening;

typedef struct {
    plb_str name, code;
    uint32_t n_mentions, n_reports, n_source, n_target; /* events as source, as target */
} plb_weighed_actor;

/* The part that an actor has in talks. */
typedef struct {
    plb_str name, code;
    uint32_t n; /* events that put it there */
} plb_role_holder;

/* What an event does to a negotiation. */
typedef enum {
    PLB_STEP_ROUND,    /* they meet, talk, somebody mediates */
    PLB_STEP_PROPOSAL, /* somebody asks for or offers something */
    PLB_STEP_ACCEPT,
    PLB_STEP_REFUSE, /* a refusal, a condition, a red line */
    PLB_STEP_ACCUSE, /* of reneging, of bad faith */
    PLB_STEP_CEASEFIRE,
    PLB_STEP_INCIDENT, /* force between the parties, in between */
    PLB_N_STEPS
} plb_step;

/* Talks between parties: events folded by what they do to the negotiation, each list by day. */
typedef struct {
    plb_role_holder *parties, *mediators; /* the weightiest first */
    uint32_t n_parties, n_mediators;
    plb_source_event *steps[PLB_N_STEPS]; /* [n_steps[step]] */
    uint32_t n_steps[PLB_N_STEPS];
} plb_talks;

typedef struct plb_situation {
    plb_arena *arena;
    PLB_VEC(plb_digest *) reports;     /* by day, publisher, id */
    PLB_VEC(plb_weighed_actor) actors; /* the weightiest first */
    PLB_VEC(plb_happening) happenings; /* by day, undated last */
    PLB_VEC(plb_source_claim) claims;  /* by measure, then day */
    PLB_VEC(plb_talks) talks;
} plb_situation;

#endif
