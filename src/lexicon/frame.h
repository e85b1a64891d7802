/* lexicon: compiled frames (docs/frames.md). The records as they lie in the file, one section an
 * array; frame_compile.c writes them, frame.c checks every index once and hands out views.
 *
 *   frame.rule    plb_frame_rule[]       frames, compositions, conversions, in the order of the
 * files frame.key     plb_frame_key[]        lemma → rule, sorted by lemma, part of speech, rule
 *   frame.list    plb_frame_place[]      lists of places that roles can be filled from
 *   frame.test    plb_frame_test[]       conditions
 *   frame.word    plb_frame_word[]       further words of keys, words and classes of conditions
 *   frame.line    plb_frame_line[]       results of compositions and conversions
 *   frame.inner   plb_frame_inner[]      what those results are for
 *   frame.role    plb_frame_text[]       names of prepositions; number PLB_N_FIXED_ROLES + index
 *   frame.example plb_frame_example[]
 *   frame.text    bytes of all strings
 */
#ifndef PLB_LEXICON_FRAME_H
#define PLB_LEXICON_FRAME_H

#include "lexicon/lexicon.h"

/* Roles of arguments. The prepositions that frames name follow, numbered by the lexicon. */
typedef enum {
    PLB_ROLE_SUBJ,
    PLB_ROLE_OBJ,
    PLB_ROLE_IOBJ,
    PLB_ROLE_POSS,
    PLB_ROLE_MOD,
    PLB_ROLE_CLAUSE,
    PLB_N_FIXED_ROLES,
    /* Not of arguments; only in the lists of frames: */
    PLB_ROLE_SELF = 0xff00, /* the trigger */
    PLB_ROLE_INNER_SOURCE,  /* sides of the inner event */
    PLB_ROLE_INNER_TARGET,
    PLB_ROLE_INNER_SUBJ,    /* the subject of the inner predicate */
    PLB_ROLE_OTHER = 0xffff /* a preposition that no frame names */
} plb_role;

typedef struct {
    uint32_t at, n; /* bytes of frame.text */
} plb_frame_text;

/* A run of records in another section. */
typedef struct {
    uint32_t first, n;
} plb_frame_run;

enum { PLB_FRAME_PATH = 3, PLB_FRAME_ANY = 0xff };

/* One place of a list: `obj`, `obj.of`; `a+b` joins b to the place before it. */
typedef struct {
    uint16_t path[PLB_FRAME_PATH]; /* roles; PLB_ROLE_OTHER ends it */
    uint8_t joined;
    uint8_t pad;
} plb_frame_place;

typedef enum {
    PLB_WORD_LEMMA,
    PLB_WORD_CLASS,  /* of words/ */
    PLB_WORD_SECTOR, /* plb_sector in `value` */
    PLB_WORD_KIND    /* plb_frame_kind in `value` */
} plb_frame_word_is;

/* What an argument can be, beside a word: "@actor". PLB_FRAME_KIND(identifier, name) */
typedef enum {
#define PLB_FRAME_KIND(id, name) PLB_FRAME_KIND_##id,
#include "lexicon/frame_kind.def"
#undef PLB_FRAME_KIND
    PLB_N_FRAME_KINDS
} plb_frame_kind;

typedef struct {
    plb_frame_text text;
    uint8_t is; /* plb_frame_word_is */
    uint8_t value;
    uint8_t pad[2];
} plb_frame_word;

/* A condition: an argument at one of the places is one of the words. */
typedef struct {
    plb_frame_run places; /* in frame.list */
    plb_frame_run words;
    uint32_t unless;
} plb_frame_test;

typedef enum { PLB_POS_VERB, PLB_POS_NOUN, PLB_POS_ADJ, PLB_N_POS } plb_frame_pos;

/* A word that triggers a rule. */
typedef struct {
    plb_frame_text lemma;
    plb_frame_run words; /* further words: particle, object, preposition; before a noun */
    uint32_t rule;
    uint8_t pos; /* plb_frame_pos */
    uint8_t
        before; /* the first `before` of the words stand right before the lemma, in that order */
    uint8_t pad[2];
} plb_frame_key;

/* What an inner event must be for a line to hold. */
typedef struct {
    plb_frame_text mode;  /* n == 0: any */
    plb_frame_text cameo; /* a prefix; n == 0: any */
    uint8_t type;         /* plb_event_type; PLB_FRAME_ANY; PLB_N_TYPES: there is no inner event */
    uint8_t pad[3];
} plb_frame_inner;

/* A result. */
typedef struct {
    plb_frame_run inner; /* in frame.inner; unused by frames */
    plb_frame_text mode, cameo;
    plb_frame_run context; /* in frame.word */
    uint8_t type;          /* plb_event_type; PLB_FRAME_ANY: no event of its own (`keep`) */
    uint8_t pad[3];
} plb_frame_line;

typedef enum { PLB_RULE_FRAME, PLB_RULE_COMPOSE, PLB_RULE_CONVERT } plb_rule_is;
typedef enum {
    PLB_NEED_ANY,
    PLB_NEED_SOURCE,
    PLB_NEED_TARGET,
    PLB_NEED_BOTH,
    PLB_NEED_NONE,
    PLB_NEED_CARRIED /* of nouns: both sides, or a verb that carries it and any side */
} plb_frame_need;

enum { PLB_INNER_ABSORBED = 0xfe };

typedef struct {
    plb_frame_text
        name; /* "assault.bomb": the file's name without its ending, a dot, the frame's */
    plb_frame_run source[PLB_N_POS], target[PLB_N_POS]; /* in frame.list */
    uint32_t resort;       /* whether the target may be the next actor that the phrase speaks of */
    plb_frame_run through; /* in frame.list: where to look in an argument that is no actor itself */
    plb_frame_run over;    /* in frame.list: where a composition finds the inner event */
    plb_frame_run tests;
    plb_frame_run lines; /* a frame has one */
    uint8_t is;          /* plb_rule_is */
    uint8_t symmetric;
    uint8_t need[PLB_N_POS]; /* plb_frame_need */
    uint8_t status;          /* plb_event_status of its own, or PLB_FRAME_ANY */
    uint8_t measure;         /* plb_measure, or PLB_FRAME_ANY */
    uint8_t inner; /* plb_event_status for the inner event, PLB_INNER_ABSORBED, or ANY: as it is */
    uint16_t when; /* conversions: bit set of plb_event_status */
    uint8_t when_future; /* conversions: 1 only future, 2 only not future, 0 either */
    uint8_t pad;
} plb_frame_rule;

typedef struct {
    plb_frame_text text;
    plb_frame_text source, target; /* codes with & between; "-" for none */
    uint32_t rule, line;
    plb_frame_text file;
    uint8_t status;   /* plb_event_status, or PLB_FRAME_ANY */
    uint8_t negative; /* a `not` line */
    uint8_t pad[2];
} plb_frame_example;

/* Views of the sections. */
typedef struct {
    const plb_frame_rule *rule;
    const plb_frame_key *key;
    const plb_frame_place *list;
    const plb_frame_test *test;
    const plb_frame_word *word;
    const plb_frame_line *line;
    const plb_frame_inner *inner;
    const plb_frame_text *role;
    const plb_frame_example *example;
    const char *text;
    uint32_t n_rule, n_key, n_list, n_test, n_word, n_line, n_inner, n_role, n_example, n_text;
} plb_frames;

/* Empty where the lexicon has no frames; a section that does not hold together is PLB_EPARSE. */
plb_status plb_frames_open(const plb_lexicon *lex, plb_frames *out, plb_error *err) PLB_MUST_USE;

static inline plb_str plb_frames_str(const plb_frames *f, plb_frame_text t)
{
    return (plb_str){ f->text + t.at, t.n };
}

/* The number of a role by its name, or PLB_ROLE_OTHER. */
uint16_t plb_frames_role(const plb_frames *f, plb_str name);

plb_str plb_frame_kind_name(plb_frame_kind kind);

#endif
