/* lexicon: the compiled knowledge of a language, one checked, versioned, mmap-ed file.
 *
 * In: data/lexicon/<lang>/ *.tsv and frames, data/ontology/ *.tsv, compiled by `polybius lexicon
 * compile`. Everything that a stage knows about words comes from here: code names a class, never a
 * word. An open lexicon is read-only and shared by all threads; every plb_str it hands out lives
 * until it is closed. */
#ifndef PLB_LEXICON_LEXICON_H
#define PLB_LEXICON_LEXICON_H

#include "base/error.h"
#include "model/doc.h"

typedef struct plb_lexicon plb_lexicon;

/* Opens and checks a compiled file. A damaged, truncated, foreign or newer file is PLB_EPARSE. */
plb_status plb_lexicon_open(const char *path, plb_lexicon **out, plb_error *err) PLB_MUST_USE;
void plb_lexicon_close(plb_lexicon *lex);

/* Adds a user's file, with the columns of actors/ *.tsv (docs/formats/lexicon.md): its entries come
 * before those that are there, and replace entries of the same name and role. Before the lexicon is
 * shared. An error names file and line. */
plb_status plb_lexicon_overlay(plb_lexicon *lex, const char *path, plb_error *err) PLB_MUST_USE;

/* Adds a user's own entries: a file with the header of data/lexicon/en/actors/ *.tsv. Its rows take
 * the place of all entries that have the name of one of them. Strings and entries that the lexicon
 * handed out before are gone, so it is done before anything else is. On failure the lexicon stays
 * as it was; an error in the file is PLB_EPARSE and names its line. */
plb_status plb_lexicon_overlay(plb_lexicon *lex, const char *path, plb_error *err) PLB_MUST_USE;

/* The version that the file carries: the hash of its sources (and overlays), as text. */
plb_str plb_lexicon_version(const plb_lexicon *lex);

/* The bytes of a section, 8-byte aligned; p == NULL where there is none. */
plb_str plb_lexicon_section(const plb_lexicon *lex, const char *name);

/* Looks up form and lemma of every token once, so that what follows costs less. Call it when the
 * lemmas are set; without it, or for tokens made later, the functions below look them up each time.
 */
void plb_lexicon_mark(const plb_lexicon *lex, plb_doc *doc);

/* ---- words: closed classes and cue lists, data/lexicon/en/words/ CLASS.tsv
 * ----------------------- */

typedef int plb_class; /* a word class of this lexicon, or -1 */

/* "month", "negator", "speech-verb", …; -1 where the lexicon has none of that name. */
plb_class plb_lexicon_class(const plb_lexicon *lex, const char *name);

/* Whether `word` (lower case; words of a phrase with one space between) is in the class, and its
 * value (the second column; empty where there is none). `value` may be NULL. */
bool plb_lexicon_word(const plb_lexicon *lex, plb_class cls, plb_str word, plb_str *value);

typedef enum { PLB_MATCH_FORM, PLB_MATCH_LEMMA } plb_match_by;

/* The longest phrase of the class that begins at `token` and ends before `end` (indices in
 * doc->tokens), by lower-cased form or by lemma. Returns its number of tokens, 0 for none. */
int32_t plb_lexicon_phrase(const plb_lexicon *lex, plb_class cls, plb_match_by by,
                           const plb_doc *doc, int32_t token, int32_t end, plb_str *value);

/* ---- entries: countries, actors, roles, places
 * ---------------------------------------------------- */

typedef enum {
    PLB_ENTRY_COUNTRY,   /* name of a state or territory: "Israel" */
    PLB_ENTRY_ADJECTIVE, /* "Israeli" */
    PLB_ENTRY_DEMONYM,   /* "Israelis" */
    PLB_ENTRY_ACTOR, /* a person, group, organisation, office by name: data/lexicon/en/actors/ */
    PLB_ENTRY_ROLE,  /* "foreign minister", "gunmen": data/lexicon/en/roles.tsv */
    PLB_ENTRY_PLACE  /* a city, district, region: data/lexicon/en/places.tsv */
} plb_entry_kind;

typedef struct {
    uint8_t kind;       /* plb_entry_kind */
    uint8_t actor_kind; /* plb_kind */
    uint8_t gender;     /* 0, 'f', 'm' */
    uint8_t rank;       /* of roles: 1 head of state or government … 9; 0 unknown */
    bool metonym;    /* a capital or a seat that stands for a government: "Moscow", "the Kremlin" */
    bool needs_case; /* its name matches only in its capitals, where the text has case ("US") */
    char country[4]; /* ISO 3166 alpha-3 or "" */
    uint8_t sectors[PLB_MAX_SECTORS];
    uint8_t n_sectors;
    plb_str id, name, code;
    plb_str role;     /* the office that a person holds: an entry of roles.tsv; may be empty */
    plb_day from, to; /* when this reading holds, inclusive; PLB_DAY_UNKNOWN: no limit */
    double lat, lon;  /* NAN where it has no point */
    plb_str admin1;
    int64_t geonames, population;
    uint8_t precision; /* plb_precision */
} plb_entry;

typedef struct {
    int32_t n_tokens;
    uint32_t entry;
    bool plural; /* of roles: matched in the plural */
} plb_match;

/* All entries whose name or alias begins at `token` and ends before `end`, longest first, at most
 * `max`; one pass, whatever the size of the lexicon. Forms are compared NFC-normalised and
 * case-folded, with apostrophes, dashes and diacritics made alike; roles by lemma too. Returns how
 * many. */
size_t plb_lexicon_lookup(const plb_lexicon *lex, const plb_doc *doc, int32_t token, int32_t end,
                          plb_match *out, size_t max);

/* The same for plain words with spaces between, whole; for the command line and overlays. */
size_t plb_lexicon_lookup_text(const plb_lexicon *lex, plb_str words, plb_match *out, size_t max);

/* entry < plb_lexicon_n_entries */
plb_entry plb_lexicon_entry(const plb_lexicon *lex, uint32_t entry);
uint32_t plb_lexicon_n_entries(const plb_lexicon *lex);

/* The COUNTRY entry of an ISO alpha-3 code; false where unknown. */
bool plb_lexicon_country(const plb_lexicon *lex, plb_str iso3, plb_entry *out);

/* The codes of a country in the systems of the field. */
typedef struct {
    char iso3[4], iso2[4], fips[4], cameo[4]; /* "" where there is none */
    int32_t iso_number, cow, gw;              /* -1 where there is none */
    plb_str capital, region;
    double capital_lat, capital_lon; /* NAN where there is none */
    uint32_t entry;                  /* its COUNTRY entry */
} plb_country;

/* False where the code is unknown. */
bool plb_lexicon_country_codes(const plb_lexicon *lex, plb_str iso3, plb_country *out);
uint32_t plb_lexicon_n_countries(const plb_lexicon *lex);
/* i < plb_lexicon_n_countries, in the order of their codes */
plb_country plb_lexicon_country_at(const plb_lexicon *lex, uint32_t i);

/* ---- ontology: data/ontology/
 * ---------------------------------------------------------------------- */

/* PLOVER's quad class and intensity score of a type, or of its mode where that has one (NAN: none).
 */
uint8_t plb_ontology_quad(const plb_lexicon *lex, plb_event_type type);
float plb_ontology_score(const plb_lexicon *lex, plb_event_type type, plb_str mode);
/* Whether the type has that mode. */
bool plb_ontology_has_mode(const plb_lexicon *lex, plb_event_type type, plb_str mode);
bool plb_ontology_has_context(const plb_lexicon *lex, plb_str context);
/* Goldstein's score of a CAMEO code; false where there is no such code. */
bool plb_ontology_cameo(const plb_lexicon *lex, plb_str code, float *goldstein);

/* What the ontology says of a type, or of its mode (mode.n == 0: the type); empty where there is no
 * such mode. */
plb_str plb_ontology_definition(const plb_lexicon *lex, plb_event_type type, plb_str mode);

/* A CAMEO code with its name and the PLOVER type and mode that it comes nearest to. */
typedef struct {
    plb_str code, name;
    float goldstein;
    int type;               /* plb_event_type, or -1 */
    plb_str mode, contexts; /* contexts: with | between; both may be empty */
} plb_cameo;

bool plb_ontology_cameo_entry(const plb_lexicon *lex, plb_str code, plb_cameo *out);

#endif
