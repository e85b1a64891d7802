/* lexicon: the layout of a compiled file, private to this folder.
 *
 *   [header 64][sections n × 32][section bytes, each padded to 8]...
 *        |           `-- name, offset from the file's start, length
 *        `-- hash of itself, hash of everything behind it, hash of the sources
 *
 * Written and read as the machine's own integers; the byte order mark refuses a foreign file. */
#ifndef PLB_LEXICON_FORMAT_H
#define PLB_LEXICON_FORMAT_H

#include "base/str.h"

enum {
    PLB_LEX_VERSION = 1, /* of the layout: raised whenever a struct below changes */
    PLB_LEX_MAX_SECTIONS = 64,
    PLB_LEX_NAME = 16
};

/* Like PNG's: a transfer that eats the eighth bit or changes line ends is noticed. */
#define PLB_LEX_MAGIC "\x89PLBLEX\n"
#define PLB_LEX_BYTE_ORDER 0x0a0b0c0dU

typedef struct {
    char magic[8];
    uint32_t byte_order, version;
    uint64_t size;      /* of the file */
    uint64_t body_hash; /* of the bytes behind the header */
    uint64_t source_hash;
    uint32_t n_sections, reserved; /* reserved: 0 */
    uint64_t padding;              /* 0 */
    uint64_t header_hash;          /* of the fields above */
} plb_lex_header;

typedef struct {
    char name[PLB_LEX_NAME]; /* NUL-padded */
    uint64_t offset, n;
} plb_lex_section;

typedef struct {
    uint32_t offset, n; /* bytes of the section "strings" */
} plb_lex_ref;

/* ---- the vocabulary: folded tokens, numbered
 * ------------------------------------------------------- "words": plb_lex_ref by number; 0 and 1
 * stand for "not looked up" and "unknown". "wordslots": open addressing, linear probing, a power of
 * two. */
enum { PLB_LEX_WORD_NONE = 0, PLB_LEX_WORD_UNKNOWN = 1, PLB_LEX_FIRST_WORD = 2 };

typedef struct {
    uint32_t hash, word; /* word 0: empty */
} plb_lex_slot;

/* ---- the tries: one forest over numbered words
 * ------------------------------------------------------ "nodes": by number; 0 is nobody, 1 the
 * root of the entries, then the roots of the classes and, behind their parents, all others.
 * "edges": (parent, word) → child, open addressing. "items": what ends at a node, one node's beside
 * each other. */
enum { PLB_LEX_ENTRY_ROOT = 1 };

typedef struct {
    uint32_t parent, word; /* 0, 0 for a root */
    uint32_t first_item, n_items;
} plb_lex_node;

typedef struct {
    uint32_t parent, word, child; /* child 0: empty */
} plb_lex_edge;

/* At a node below the entries' root: `value` is the number of an entry. Below a class's root: the
 * number of a string in "values". */
typedef struct {
    uint32_t value;
    uint32_t flags;   /* PLB_LEX_ITEM_* */
    uint32_t capital; /* bit i: token i of the key is written with a capital */
    uint32_t upper;   /* bit i: token i has two capitals or more */
} plb_lex_item;

enum {
    PLB_LEX_ITEM_EXACT = 1,  /* matches only with the capitals that it is written with */
    PLB_LEX_ITEM_LEMMA = 2,  /* may match by the lemma of its last token: roles */
    PLB_LEX_ITEM_PLURAL = 4, /* the plural form of a role */
    PLB_LEX_ITEM_NAME = 8 /* the name of its entry, no alias; a word as it is written, no variant */
};

/* ---- "entries": countries, actors, roles, places
 * ----------------------------------------------------- */
enum { PLB_LEX_ENTRY_METONYM = 1, PLB_LEX_ENTRY_NEEDS_CASE = 2 };

enum { PLB_LEX_DEGREE = 1000000, PLB_LEX_NOWHERE = INT32_MIN };

typedef struct {
    int32_t lat, lon; /* millionths of a degree, or PLB_LEX_NOWHERE */
    uint32_t geonames, population;
    int32_t from, to; /* plb_day */
    plb_lex_ref id, name, code, role, admin1;
    char country[4];
    uint8_t kind, actor_kind, gender, rank; /* plb_entry_kind, plb_kind */
    uint8_t sectors[4];
    uint8_t n_sectors, flags, precision, reserved;
} plb_lex_entry;

/* "countries": sorted by iso3, one a code. */
typedef struct {
    char iso3[4], iso2[4], fips[4], cameo[4]; /* NUL-padded, "" where there is none */
    int32_t iso_number, cow, gw;              /* -1 where there is none */
    uint32_t entry;
    plb_lex_ref capital, region;
    double capital_lat, capital_lon; /* NAN where there is none */
} plb_lex_country;

/* ---- the ontology
 * ------------------------------------------------------------------------------------
 * "plovertypes": by number of the type; "plovermodes", "plovercontexts": as in the sources;
 * "cameo": sorted by code. */
typedef struct {
    float score; /* NAN where there is none */
    uint32_t quad;
    plb_lex_ref definition;
} plb_lex_type;

typedef struct {
    plb_lex_ref name, definition;
    uint32_t type;
    float score; /* NAN where there is none */
} plb_lex_mode;

typedef struct {
    plb_lex_ref name, definition;
} plb_lex_context;

typedef struct {
    char code[8]; /* NUL-padded */
    float goldstein;
    uint32_t type;                    /* PLB_N_TYPES where PLOVER has none */
    plb_lex_ref name, mode, contexts; /* contexts: with | between */
} plb_lex_cameo;

/* "classes": sorted by name. */
typedef struct {
    plb_lex_ref name;
    uint32_t root, n_words;
} plb_lex_class;

#endif
