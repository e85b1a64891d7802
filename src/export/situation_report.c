/* export: the situation report, for a terminal and as Markdown. */
#include "export/situation_report.h"

#include <stdio.h>

enum { ACTORS_SHOWN = 20, MEMBERS_SHOWN = 4, STEPS_SHOWN = 8, SENTENCE_COLUMNS = 4 };

typedef struct {
    const plb_situation *s;
    const plb_situation_style *style;
    plb_buf *out;
} writing;

static const char *const BOLD = "\033[1m", *const DIM = "\033[2m", *const MARK = "\033[33m",
                         *const PLAIN = "\033[0m";

static void colour(const writing *w, const char *code)
{
    if (w->style->colour && !w->style->markdown) plb_buf_add(w->out, plb_str_of(code));
}

/* Text on one line; in Markdown what would be markup is escaped. */
static void text(const writing *w, plb_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (w->style->markdown && strchr("\\`*_[]<>|#", c)) plb_buf_char(w->out, '\\');
        plb_buf_char(w->out, (unsigned char)c < ' ' ? ' ' : c);
    }
}

static void plain(const writing *w, const char *s)
{
    plb_buf_add(w->out, plb_str_of(s));
}

static void heading(const writing *w, int level, const char *words)
{
    plb_buf_char(w->out, '\n');
    if (w->style->markdown)
        plb_buf_printf(w->out, "%.*s %s\n\n", level, "####", words);
    else {
        colour(w, BOLD);
        plain(w, words);
        colour(w, PLAIN);
        plb_buf_char(w->out, '\n');
    }
}

static void item(const writing *w, int depth)
{
    plb_buf_printf(w->out, "%*s%s", depth * 2, "", w->style->markdown ? "- " : "  ");
}

static void day(const writing *w, plb_day d)
{
    char s[11];
    if (d == PLB_DAY_UNKNOWN) {
        plain(w, "undated");
        return;
    }
    plb_day_format(d, s);
    plain(w, s);
}

static void actor(const writing *w, plb_str name, plb_str code)
{
    text(w, name);
    if (code.n && !plb_str_eq(name, code)) plb_buf_printf(w->out, " (%.*s)", PLB_FMT(code));
}

static void side(const writing *w, plb_told_side s)
{
    if (!s.n) plain(w, "–");
    for (uint32_t i = 0; i < s.n; i++) {
        if (i) plain(w, ", ");
        actor(w, s.at[i].name, s.at[i].code);
    }
}

static void speaker(const writing *w, const plb_told_speaker *s)
{
    if (!s->present)
        plain(w, "the report");
    else if (s->who.n)
        side(w, s->who);
    else if (s->words.n)
        text(w, s->words);
    else
        plain(w, "an unnamed source");
}

/* "[publisher, title or id, sentence 4]" */
static void source_note(const writing *w, const plb_digest *report, uint32_t sentence)
{
    colour(w, DIM);
    plain(w, w->style->markdown ? "\\[" : "[");
    if (report->publisher.n) {
        text(w, report->publisher);
        plain(w, ", ");
    }
    text(w, report->name);
    plb_buf_printf(w->out, ", sentence %u", sentence + 1);
    plain(w, w->style->markdown ? "\\]" : "]");
    colour(w, PLAIN);
}

/* The next piece of `s` that fits `width` code points, cut at a space where there is one. */
static size_t line_end(plb_str s, size_t from, size_t width)
{
    size_t columns = 0, at = from, space = 0;
    while (at < s.n && columns < width) {
        if (s.p[at] == ' ' || s.p[at] == '\n') space = at;
        at++;
        while (at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80) at++;
        columns++;
    }
    if (at == s.n) return at;
    return space > from ? space : at;
}

static void marked(const writing *w, plb_str sentence, size_t from, size_t to, plb_span trigger)
{
    for (size_t i = from; i < to;) {
        bool inside = i >= trigger.begin && i < trigger.end;
        size_t end = inside ? trigger.end : i < trigger.begin ? trigger.begin : to;
        if (end > to) end = to;
        const char *mark = w->style->markdown ? "**" : NULL;
        if (inside) mark ? plain(w, mark) : colour(w, MARK);
        text(w, plb_str_slice(sentence, i, end));
        if (inside) mark ? plain(w, mark) : colour(w, PLAIN);
        i = end;
    }
}

/* The sentence under an entry, with its trigger marked, folded to the width. */
static void sentence(const writing *w, const plb_digest *report, plb_str s, uint32_t number,
                     plb_span trigger)
{
    if (w->style->markdown) {
        plain(w, "  - “");
        marked(w, s, 0, s.n, trigger);
        plain(w, "” ");
        source_note(w, report, number);
        plb_buf_char(w->out, '\n');
        return;
    }
    size_t width = w->style->width > 30 ? w->style->width - 2 * SENTENCE_COLUMNS : 30;
    for (size_t from = 0; from < s.n;) {
        size_t end = line_end(s, from, width);
        plb_buf_printf(w->out, "%*s", 2 * SENTENCE_COLUMNS, "");
        marked(w, s, from, end, trigger);
        plb_buf_char(w->out, '\n');
        for (from = end; from < s.n && (s.p[from] == ' ' || s.p[from] == '\n');) from++;
    }
    plb_buf_printf(w->out, "%*s", 2 * SENTENCE_COLUMNS, "");
    source_note(w, report, number);
    plb_buf_char(w->out, '\n');
}

static void bounds(const writing *w, const plb_quantity *q)
{
    if (q->has_low && q->has_high && q->low != q->high)
        plb_buf_printf(w->out, "%.0f to %.0f", q->low, q->high);
    else if (q->has_low && q->has_high)
        plb_buf_printf(w->out, "%.0f", q->low);
    else if (q->has_low)
        plb_buf_printf(w->out, "at least %.0f", q->low);
    else if (q->has_high)
        plb_buf_printf(w->out, "at most %.0f", q->high);
    else
        plain(w, "some");
}

static void event_line(const writing *w, const plb_told_event *e)
{
    side(w, e->source);
    plain(w, " → ");
    side(w, e->target);
    plain(w, ": ");
    colour(w, BOLD);
    if (w->style->markdown) plain(w, "**");
    plb_buf_printf(w->out, "%.*s", PLB_FMT(plb_event_type_name(e->type)));
    if (e->mode.n) plb_buf_printf(w->out, "/%.*s", PLB_FMT(e->mode));
    if (w->style->markdown) plain(w, "**");
    colour(w, PLAIN);
    if (e->cameo.n) plb_buf_printf(w->out, " %.*s", PLB_FMT(e->cameo));
    plb_buf_printf(w->out, ", %.*s", PLB_FMT(plb_event_status_name(e->status)));
    if (e->place.precision != PLB_PRECISION_NONE && e->place.name.n) {
        plain(w, ", ");
        text(w, e->place.name);
    }
    for (uint32_t i = 0; i < e->n_quantities; i++) {
        plb_buf_printf(w->out, ", %.*s ",
                       PLB_FMT(plb_measure_name(e->quantities[i].quantity.measure)));
        bounds(w, &e->quantities[i].quantity);
    }
    if (e->speaker.present) {
        plain(w, "; says ");
        speaker(w, &e->speaker);
    }
}

static void reports_section(const writing *w)
{
    const plb_situation *s = w->s;
    heading(w, 2, "Reports");
    for (uint32_t i = 0; i < s->reports.n; i++) {
        const plb_digest *r = s->reports.at[i];
        item(w, 0);
        day(w, r->date);
        plb_buf_printf(w->out, " (%.*s)  ", PLB_FMT(plb_date_how_name(r->date_how)));
        if (r->publisher.n) {
            text(w, r->publisher);
            plain(w, ": ");
        }
        text(w, r->title.n ? r->title : r->name);
        plb_buf_printf(w->out, ", %u events\n", r->events.n);
    }
}

static void actors_section(const writing *w)
{
    const plb_situation *s = w->s;
    heading(w, 2, "Actors");
    uint32_t shown = s->actors.n < ACTORS_SHOWN ? s->actors.n : ACTORS_SHOWN;
    for (uint32_t i = 0; i < shown; i++) {
        const plb_weighed_actor *a = &s->actors.at[i];
        item(w, 0);
        actor(w, a->name, a->code);
        plb_buf_printf(
            w->out, ": acts in %u, acted upon in %u, mentioned %u times in %u report%s\n",
            a->n_source, a->n_target, a->n_mentions, a->n_reports, a->n_reports == 1 ? "" : "s");
    }
    if (shown < s->actors.n) plb_buf_printf(w->out, "  … and %u more\n", s->actors.n - shown);
}

/* Whether two happenings are told by one and the same sentence, which is then shown once, under
 * both. */
static bool same_sentence(const plb_happening *a, const plb_happening *b)
{
    return a->n_members == 1 && b->n_members == 1 && a->members[0].report == b->members[0].report &&
           a->members[0].event->part == b->members[0].event->part &&
           a->members[0].event->sentence_number == b->members[0].event->sentence_number;
}

static void happening(const writing *w, const plb_happening *h, bool with_sentences)
{
    item(w, 0);
    event_line(w, h->members[0].event);
    if (h->n_reports > 1) plb_buf_printf(w->out, " (%u reports)", h->n_reports);
    plb_buf_char(w->out, '\n');
    if (!with_sentences) return;
    for (uint32_t i = 0; i < h->n_members && i < MEMBERS_SHOWN; i++) {
        const plb_told_event *e = h->members[i].event;
        sentence(w, h->members[i].report, e->sentence, e->sentence_number, e->trigger);
    }
    if (h->n_members > MEMBERS_SHOWN)
        plb_buf_printf(w->out, "%*s… and %u more\n", 2 * SENTENCE_COLUMNS, "",
                       h->n_members - MEMBERS_SHOWN);
}

static bool counts(const plb_happening *h)
{
    uint8_t status = h->members[0].event->status;
    return status == PLB_STATUS_ACTUAL || status == PLB_STATUS_ONGOING;
}

static void day_heading(const writing *w, plb_day d)
{
    plb_buf_char(w->out, '\n');
    colour(w, BOLD);
    if (w->style->markdown) plain(w, "### ");
    day(w, d);
    colour(w, PLAIN);
    plain(w, w->style->markdown ? "\n\n" : "\n");
}

/* The next happening of the section from `i` on, or NULL. */
static const plb_happening *next_of(const plb_situation *s, uint32_t i, bool happened)
{
    for (; i < s->happenings.n; i++)
        if (counts(&s->happenings.at[i]) == happened) return &s->happenings.at[i];
    return NULL;
}

/* What happened, or what did not (planned, demanded, denied …). */
static void happenings_section(const writing *w, bool happened)
{
    const plb_situation *s = w->s;
    const plb_happening *h = next_of(s, 0, happened), *before = NULL;
    if (h)
        heading(w, 2,
                happened ? "What happened"
                         : "What is planned, demanded, denied, feared or long past");
    while (h) {
        const plb_happening *next = next_of(s, (uint32_t)(h - s->happenings.at) + 1, happened);
        if (!before || h->day != before->day) day_heading(w, h->day);
        happening(w, h, !next || next->day != h->day || !same_sentence(h, next));
        before = h;
        h = next;
    }
}

static void claims_section(const writing *w)
{
    const plb_situation *s = w->s;
    int measure = -1;
    if (s->claims.n) heading(w, 2, "Claims");
    for (uint32_t i = 0; i < s->claims.n; i++) {
        const plb_told_claim *c = s->claims.at[i].claim;
        if (c->quantity.measure != measure) {
            measure = c->quantity.measure;
            plb_buf_char(w->out, '\n');
            if (w->style->markdown) plain(w, "### ");
            plb_buf_printf(w->out, "%.*s\n", PLB_FMT(plb_measure_name((plb_measure)measure)));
            if (w->style->markdown) plb_buf_char(w->out, '\n');
        }
        item(w, 0);
        bounds(w, &c->quantity);
        plain(w, " — “");
        text(w, c->words);
        plain(w, "”");
        if (c->of.n) {
            plain(w, " of ");
            text(w, c->of);
        }
        if (c->quantity.cumulative) plain(w, ", in all so far");
        if (c->quantity.part) plain(w, ", a part of another figure");
        if (c->status != PLB_STATUS_ACTUAL && c->status != PLB_STATUS_ONGOING)
            plb_buf_printf(w->out, ", %.*s", PLB_FMT(plb_event_status_name(c->status)));
        plain(w, "; says ");
        speaker(w, &c->speaker);
        plb_buf_char(w->out, ' ');
        source_note(w, s->claims.at[i].report, c->sentence_number);
        plb_buf_char(w->out, '\n');
    }
}

static void role_holders(const writing *w, const char *what, const plb_role_holder *at, uint32_t n)
{
    if (!n) return;
    item(w, 0);
    plain(w, what);
    for (uint32_t i = 0; i < n; i++) {
        if (i) plain(w, ", ");
        actor(w, at[i].name, at[i].code);
    }
    plb_buf_char(w->out, '\n');
}

static void talks_section(const writing *w)
{
    static const char *const STEPS[PLB_N_STEPS] = {
        "Meetings and mediation",  "Proposals and demands", "Acceptances and concessions",
        "Refusals and conditions", "Accusations",           "Ceasefires",
        "Incidents in between"
    };
    const plb_situation *s = w->s;
    if (s->talks.n) heading(w, 2, "Talks");
    for (uint32_t i = 0; i < s->talks.n; i++) {
        const plb_talks *t = &s->talks.at[i];
        plb_buf_char(w->out, '\n');
        role_holders(w, "Parties: ", t->parties, t->n_parties);
        role_holders(w, "Mediators: ", t->mediators, t->n_mediators);
        for (int step = 0; step < PLB_N_STEPS; step++) {
            if (!t->n_steps[step]) continue;
            item(w, 0);
            plb_buf_printf(w->out, "%s:\n", STEPS[step]);
            for (uint32_t k = 0; k < t->n_steps[step] && k < STEPS_SHOWN; k++) {
                item(w, 1);
                day(w, t->steps[step][k].event->date.from);
                plain(w, "  ");
                event_line(w, t->steps[step][k].event);
                plb_buf_char(w->out, ' ');
                source_note(w, t->steps[step][k].report, t->steps[step][k].event->sentence_number);
                plb_buf_char(w->out, '\n');
            }
            if (t->n_steps[step] > STEPS_SHOWN)
                plb_buf_printf(w->out, "    … and %u more\n", t->n_steps[step] - STEPS_SHOWN);
        }
    }
}

void plb_situation_report(const plb_situation *s, const plb_situation_style *style, plb_buf *out)
{
    writing w = { s, style, out };
    if (style->markdown)
        plain(&w, "# Situation report\n");
    else {
        colour(&w, BOLD);
        plain(&w, "SITUATION REPORT\n");
        colour(&w, PLAIN);
    }
    reports_section(&w);
    actors_section(&w);
    happenings_section(&w, true);
    claims_section(&w);
    talks_section(&w);
    happenings_section(&w, false);
}
