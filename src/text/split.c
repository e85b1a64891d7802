/* text: the splitter's steps in their order; the interface is split.h.
 *
 *   part ──► paragraphs (lines.c) ──► pieces (pieces.c, words.c) ──► datelines and the like set
 * apart (lead.c) ──► sentences, tokens (sentences.c) ──► quotation marks, capitals (flags.c) */
#include "text/flags.h"
#include "text/lead.h"

enum {
    HEADLINE_PIECES = 25, /* at most */
    LEAD_PARAGRAPHS = 4   /* a dateline stands in one of them */
};

static bool is_blank_from(plb_str text, size_t at)
{
    for (size_t length; at < text.n; at += length)
        if (plb_char_at(text, at, &length) != PLB_CHAR_BLANK) return false;
    return true;
}

/* Whether the paragraph ends as sentences do, closing marks left aside. */
static bool ends_with_stop(const plb_splitting *s)
{
    uint32_t i = s->pieces.n - 1;
    while (i > 0 && s->pieces.at[i].kind == PLB_PIECE_OTHER) {
        plb_char kind = plb_char_from(s->text, s->pieces.at[i].begin);
        if (kind != PLB_CHAR_QUOTE && kind != PLB_CHAR_APOSTROPHE && kind != PLB_CHAR_CLOSE) break;
        i--;
    }
    plb_str last = plb_str_slice(s->text, s->pieces.at[i].begin, s->pieces.at[i].end);
    return s->pieces.at[i].kind == PLB_PIECE_STOP || s->pieces.at[i].kind == PLB_PIECE_ELLIPSIS ||
           memchr(".:,;", last.p[last.n - 1], 4);
}

/* A first paragraph that is short and without a stop; alone only if it begins like one and the
 * report has no title. */
static bool is_headline(const plb_splitting *s, size_t next)
{
    if (s->paragraph > 0 || s->pieces.n > HEADLINE_PIECES || ends_with_stop(s)) return false;
    if (!is_blank_from(s->text, next)) return true;
    for (uint32_t i = 0; i < s->pieces.n; i++)
        if (s->pieces.at[i].kind == PLB_PIECE_STOP) return false;
    return !s->doc->part[PLB_PART_TITLE].n &&
           plb_char_from(s->text, s->pieces.at[0].begin) != PLB_CHAR_LOWER;
}

/* Sets apart what stands before the running text of the paragraph; *at moves behind it. */
static bool split_lead(plb_splitting *s, uint32_t *at)
{
    plb_dateline *line = &s->doc->dateline, found;
    uint32_t first, end;
    plb_span date = { 0, 0 };
    if (s->paragraph == 0 && plb_lead_title(s, &first, &end)) {
        bool stamp = plb_lead_stamp(s, 0, &date) > 0;
        if (!plb_pieces_to_sentences(s, 0, first, stamp ? PLB_LINE_BYLINE : PLB_LINE_TEXT) ||
            !plb_pieces_to_sentences(s, first, end, PLB_LINE_HEADLINE))
            return false;
        *at = end;
    }
    end = plb_lead_stamp(s, *at, &date);
    if (date.end && !line->date.end) line->date = date;
    if (!plb_pieces_to_sentences(s, *at, end, PLB_LINE_BYLINE)) return false;
    *at = end;
    end = plb_lead_dateline(s, *at, &found);
    if (end > *at) {
        if (!found.date.end) found.date = line->date;
        *line = found;
        if (!plb_pieces_to_sentences(s, *at, end, PLB_LINE_BYLINE)) return false;
        *at = end;
    }
    return true;
}

/* `next`: where the text goes on behind the paragraph. */
static bool split_paragraph(plb_splitting *s, size_t next)
{
    uint32_t at = 0, end = s->pieces.n;
    plb_line line = s->part == PLB_PART_TITLE ? PLB_LINE_HEADLINE : plb_lead_line(s);
    if (line == PLB_LINE_BYLINE && !s->doc->byline.end)
        s->doc->byline = (plb_span){ s->pieces.at[0].begin, s->pieces.at[end - 1].end };
    if (line != PLB_LINE_TEXT) return plb_pieces_to_sentences(s, 0, end, line);
    if (is_headline(s, next)) return plb_pieces_to_sentences(s, 0, end, PLB_LINE_HEADLINE);
    if (s->paragraph < LEAD_PARAGRAPHS && !s->doc->dateline.place.end && !split_lead(s, &at))
        return false;
    uint32_t tail = plb_lead_tail(s, at, &line);
    return plb_pieces_to_sentences(s, at, tail, PLB_LINE_TEXT) &&
           plb_pieces_to_sentences(s, tail, end, line);
}

static bool split_part(plb_splitting *s)
{
    plb_layout layout = plb_layout_of(s->text);
    plb_span paragraph;
    for (s->paragraph = 0; plb_layout_paragraph(s->text, &layout, &paragraph); s->paragraph++)
        if (!plb_pieces_cut(s, paragraph) || !split_paragraph(s, layout.next)) return false;
    return true;
}

plb_status plb_text_split(plb_doc *doc, const plb_text_words *words, plb_error *err)
{
    plb_splitting s = { .doc = doc, .words = words };
    for (int part = 0; part < PLB_N_PARTS; part++) {
        s.part = (plb_part)part;
        s.text = doc->part[part];
        if (s.text.n >= UINT32_MAX)
            return plb_fail(err, PLB_ELIMIT, 0, "the report is longer than 4 GiB");
        if (s.text.n && !split_part(&s))
            return plb_fail(err, PLB_ENOMEM, 0, "splitting passes the memory limit of a report");
    }
    plb_text_flag(doc);
    return PLB_OK;
}
