/* export: events as a table for eyes. */
#include "export/record.h"

enum { DATE = 10, SIDE = 24, CODE = 26, STATUS = 12, WORDS = 60 };

plb_str plb_record_table_header(void)
{
    return PLB_STR("date        source                    target                    "
                   "event                       status        words\n");
}

/* Code points of a well-formed string, and where the first `n` of them end. */
static size_t points(plb_str s, size_t n, size_t *bytes)
{
    size_t count = 0, i = 0;
    while (i < s.n && count < n) {
        i++;
        while (i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80) i++;
        count++;
    }
    *bytes = i;
    return count;
}

/* `s` in `width` columns, cut with an ellipsis, white space folded. */
static void cell(plb_buf *out, plb_str s, size_t width)
{
    size_t bytes, n = points(s, width, &bytes);
    bool cut = bytes < s.n;
    if (cut) n = points(s, width - 1, &bytes);
    for (size_t i = 0; i < bytes; i++)
        plb_buf_char(out, (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
    if (cut) {
        plb_buf_add(out, PLB_STR("…"));
        n++;
    }
    for (; n < width + 2; n++) plb_buf_char(out, ' ');
}

static plb_str side(const plb_doc *doc, const int32_t *mentions, size_t n)
{
    plb_str s = PLB_STR("-");
    for (size_t i = 0; i < n; i++) {
        const plb_mention *m = &doc->mentions.at[mentions[i]];
        for (uint32_t a = 0; a < m->n_actors; a++) {
            plb_str name = m->actors[a].code.n ? m->actors[a].code : m->actors[a].name;
            s = i || a ? plb_arena_printf(doc->arena, "%.*s, %.*s", PLB_FMT(s), PLB_FMT(name))
                       : name;
        }
    }
    return s;
}

static void row(const plb_doc *doc, const plb_event *e, plb_buf *out)
{
    char day[11] = "";
    if (e->date.from != PLB_DAY_UNKNOWN) plb_day_format(e->date.from, day);
    plb_str type = plb_event_type_name(e->type);
    plb_str code = plb_arena_printf(doc->arena, "%.*s%s%.*s %.*s", PLB_FMT(type),
                                    e->mode.n ? "/" : "", PLB_FMT(e->mode), PLB_FMT(e->cameo));
    const plb_sentence *s = &doc->sentences.at[e->sentence];
    cell(out, plb_str_of(day), DATE);
    cell(out, side(doc, e->source, e->n_source), SIDE);
    cell(out, side(doc, e->target, e->n_target), SIDE);
    cell(out, code, CODE);
    cell(out, plb_event_status_name(e->status), STATUS);
    cell(out, plb_str_slice(doc->part[s->part], s->begin, s->end), WORDS);
    while (out->n && out->p[out->n - 1] == ' ') out->n--;
    plb_buf_char(out, '\n');
}

plb_status plb_record_table(plb_doc *doc, plb_buf *out)
{
    for (uint32_t i = 0; i < doc->events.n; i++) row(doc, &doc->events.at[i], out);
    return out->failed ? PLB_ENOMEM : PLB_OK;
}
