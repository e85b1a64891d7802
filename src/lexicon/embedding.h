/* lexicon: what a predicate says about the events that depend on it.
 *
 * In: data/lexicon/en/embedding.tsv. Out: the section "embedding". "He managed to leave" says that
 * he left, "he did not manage to" that he did not; "he failed to" the other way round; "he hopes
 * to" neither. A signature says so for each kind of complement of a predicate, under an affirmed
 * and under a negated predicate (Karttunen 1971; Nairn, Condoravdi & Karttunen 2006), in the
 * statuses of Polybius, and whether the predicate gives its complement a voice (X says that …). */
#ifndef PLB_LEXICON_EMBEDDING_H
#define PLB_LEXICON_EMBEDDING_H

#include "base/error.h"
#include "model/event.h"

/* In the place of a status: as the predicate itself. */
enum { PLB_SIGNATURE_KEEP = PLB_N_STATUS };

typedef enum {
    PLB_VOICE_OF_NOBODY,
    PLB_VOICE_SAYS,
    PLB_VOICE_THINKS,
    PLB_VOICE_JUDGES
} plb_voice_kind;

typedef struct {
    uint8_t if_true, if_false; /* plb_event_status or PLB_SIGNATURE_KEEP */
    uint8_t voice;             /* plb_voice_kind */
} plb_signature;

/* The section, checked; a view of it. An absent section (p == NULL) opens as an empty one. */
typedef struct {
    const unsigned char *slots, *rows, *names;
    uint32_t n_slots, n_rows, names_len;
} plb_embedding;

/* The rows of one predicate. */
typedef struct {
    uint32_t first, n;
} plb_signatures;

/* Of a predicate; compiler and reader agree on it. */
uint64_t plb_embedding_hash(plb_str lemma, plb_str pos);

plb_status plb_embedding_open(plb_str section, plb_embedding *out, plb_error *err) PLB_MUST_USE;

/* `lemma` in lower case, a particle or object after "_" ("call_off", "take_place"); `pos` is VERB,
 * NOUN or ADJ. n == 0 where there are none. */
plb_signatures plb_embedding_find(const plb_embedding *e, plb_str lemma, uint8_t pos);

/* The signature for that complement: "finite", "infinitive", "gerund", "bare", "object", "subject",
 * "compound", "possessor", "question" or a preposition. False where there is none. */
bool plb_embedding_signature(const plb_embedding *e, plb_signatures rows, plb_str complement,
                             plb_signature *out);

#endif
