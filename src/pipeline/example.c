/* pipeline: the examples of the frames, run through the whole flow (docs/frames.md). */
#include "base/buf.h"
#include "lexicon/frame.h"
#include "pipeline/pipeline.h"

/* Whether the name is one of those that made an event ("composition.refuse/consult.meet"). */
static bool is_made_by(plb_str made, plb_str name)
{
    plb_str part;
    while (plb_str_split(&made, '/', &part))
        if (plb_str_eq(part, name)) return true;
    return false;
}

static bool has_code(const plb_doc *doc, const int32_t *side, uint8_t n, plb_str code)
{
    for (uint8_t i = 0; i < n; i++) {
        const plb_mention *m = &doc->mentions.at[side[i]];
        for (uint32_t j = 0; j < m->n_actors; j++)
            if (plb_str_starts(m->actors[j].code, code)) return true;
    }
    return false;
}

/* "-": nobody; "*": whoever; else all of these codes, or beginnings of codes. */
static bool side_fits(const plb_doc *doc, const int32_t *side, uint8_t n, plb_str want)
{
    if (plb_str_is(want, "*")) return true;
    if (plb_str_is(want, "-")) return n == 0;
    plb_str code;
    while (plb_str_split(&want, '&', &code))
        if (!has_code(doc, side, n, plb_str_trim(code))) return false;
    return true;
}

static bool holds(const plb_doc *doc, const plb_frames *f, const plb_frame_example *e)
{
    plb_str name = plb_frames_str(f, f->rule[e->rule].name);
    bool found = false;
    for (uint32_t i = 0; i < doc->events.n && !found; i++) {
        const plb_event *event = &doc->events.at[i];
        if (!is_made_by(event->frame, name)) continue;
        found = e->negative ||
                (side_fits(doc, event->source, event->n_source, plb_frames_str(f, e->source)) &&
                 side_fits(doc, event->target, event->n_target, plb_frames_str(f, e->target)) &&
                 (e->status == PLB_FRAME_ANY || e->status == event->status));
    }
    return found != (e->negative != 0);
}

static void tell_side(const plb_doc *doc, const int32_t *side, uint8_t n, plb_buf *out)
{
    if (n == 0) plb_buf_char(out, '-');
    for (uint8_t i = 0; i < n; i++) {
        const plb_mention *m = &doc->mentions.at[side[i]];
        plb_buf_printf(out, "%s%.*s", i ? " & " : "",
                       PLB_FMT(m->n_actors ? m->actors[0].code : PLB_STR("?")));
    }
}

/* "assault.frames:12: TEXT: assault.bomb ISR > LBN, actual; …" */
static void tell(const plb_doc *doc, const plb_frames *f, const plb_frame_example *e, plb_buf *out)
{
    plb_buf_printf(out, "%.*s:%u: \"%.*s\" gives", PLB_FMT(plb_frames_str(f, e->file)), e->line,
                   PLB_FMT(plb_frames_str(f, e->text)));
    for (uint32_t i = 0; i < doc->events.n; i++) {
        const plb_event *event = &doc->events.at[i];
        plb_buf_printf(out, "%s %.*s ", i ? ";" : "", PLB_FMT(event->frame));
        tell_side(doc, event->source, event->n_source, out);
        plb_buf_add(out, PLB_STR(" > "));
        tell_side(doc, event->target, event->n_target, out);
        plb_buf_printf(out, ", %.*s",
                       PLB_FMT(plb_event_status_name((plb_event_status)event->status)));
    }
    if (doc->events.n == 0) plb_buf_add(out, PLB_STR(" nothing"));
    plb_buf_char(out, '\0');
}

plb_status plb_run_examples(const plb_engine *engine, size_t *n_run, size_t *n_failed,
                            void *context, void (*finding)(void *context, const char *line),
                            plb_error *err)
{
    plb_frames f;
    plb_pipeline p;
    PLB_TRY(plb_frames_open(engine->lexicon, &f, err));
    PLB_TRY(plb_pipeline_begin(&p, engine, err));
    plb_buf line = { 0 };
    plb_status status = PLB_OK;
    *n_run = *n_failed = 0;
    for (uint32_t i = 0; i < f.n_example && status == PLB_OK; i++) {
        const plb_report report = { .id = PLB_STR("example"),
                                    .text = plb_frames_str(&f, f.example[i].text),
                                    .published = plb_day_of(2020, 6, 15) };
        status = plb_pipeline_read(&p, &report, err);
        if (status != PLB_OK) break;
        ++*n_run;
        if (holds(&p.doc, &f, &f.example[i])) continue;
        ++*n_failed;
        plb_buf_clear(&line);
        tell(&p.doc, &f, &f.example[i], &line);
        if (!line.failed) finding(context, line.p);
    }
    plb_buf_free(&line);
    plb_pipeline_end(&p);
    return status;
}
