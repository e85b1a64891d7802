/* text: what passes between the steps of the splitter (split.c): lines, pieces, sentences. Private
 * to the stage. */
#ifndef PLB_TEXT_PIECES_H
#define PLB_TEXT_PIECES_H

#include "text/chars.h"
#include "text/split.h"

/* What a piece is to the sentence breaker. */
typedef enum {
    PLB_PIECE_WORD,
    PLB_PIECE_NUMBER,
    PLB_PIECE_ABBREVIATION,  /* with its stop: "etc.", "U.S." */
    PLB_PIECE_BEFORE_NAME,   /* "Mr." */
    PLB_PIECE_BEFORE_NUMBER, /* "No." */
    PLB_PIECE_INITIAL,       /* "J." */
    PLB_PIECE_STOP,          /* ".", "!", "?!" */
    PLB_PIECE_ELLIPSIS,      /* "...", "…" */
    PLB_PIECE_OTHER
} plb_piece_kind;

typedef struct {
    uint32_t begin, end; /* bytes of the part */
    uint8_t kind;        /* plb_piece_kind */
    uint8_t flags;       /* PLB_TOKEN_CONTINUES */
} plb_piece;

typedef PLB_VEC(plb_piece) plb_pieces;

/* One part of the document on its way through the steps. */
typedef struct {
    plb_doc *doc;
    const plb_text_words *words;
    plb_part part;
    plb_str text;      /* of the part */
    plb_pieces pieces; /* of the paragraph at hand */
    int32_t paragraph; /* its number */
} plb_splitting;

/* lines.c: the next paragraph of the part: lines that were broken to a width are joined again,
 * empty lines divide. False at the end. `layout` is made once a part. */
typedef struct {
    size_t width; /* the lines are broken to this many columns; 0: a line is a paragraph */
    size_t next;  /* byte at which the next paragraph is looked for */
} plb_layout;

plb_layout plb_layout_of(plb_str text);
bool plb_layout_paragraph(plb_str text, plb_layout *layout, plb_span *paragraph);

/* pieces.c: cuts a paragraph into pieces, replacing s->pieces; false where memory is short. */
bool plb_pieces_cut(plb_splitting *s, plb_span paragraph);

/* words.c: a run of characters that belong together becomes one piece or more. */
bool plb_pieces_add_word(plb_splitting *s, plb_piece piece);
bool plb_pieces_add(plb_splitting *s, size_t begin, size_t end, plb_piece_kind kind);

/* sentences.c: the pieces from `first` to before `end` become sentences and tokens of the document;
 * false where memory is short. */
bool plb_pieces_to_sentences(plb_splitting *s, uint32_t first, uint32_t end, plb_line line);

/* The text in lower case with straight apostrophes, for look-ups in word classes; ASCII letters are
 * lowered, others case-folded. Empty where it does not fit. */
enum { PLB_WORD_BYTES = 64 };
plb_str plb_lower(plb_str s, char out[PLB_WORD_BYTES]);
bool plb_in_class(const plb_splitting *s, plb_text_class cls, plb_str word, plb_str *value);

#endif
