/* pipeline: the examples of the frames, run through the whole flow. In: an engine. Out: which
 * examples do not give what they say. They are the lexicon's own test, and the program's. */
#include "lexicon/frame.h"
#include "pipeline/pipeline.h"

#include <stdio.h>

enum { LINE_BYTES = 1024 };

static bool has_code(const plb_doc *doc, const int32_t *side, size_t n, plb_str code)
{
    for (size_t i = 0; i < n; i++) {
        const plb_mention *m = &doc->mentions.at[side[i]];
        for (uint32_t a = 0; a < m->n_actors; a++)
            if (plb_str_starts(m->actors[a].code, code)) return true;
    }
    return false;
}

/* "ISR & PSE": each code begins that of an actor of the side; "-": nobody stands there; "*":
 * whoever. */
static bool side_fits(const plb_doc *doc, const int32_t *side, size_t n, plb_str wanted)
{
    if (plb_str_is(wanted, "*")) return true;
    if (plb_str_is(wanted, "-")) return n == 0;
    plb_str code;
    while (plb_str_split(&wanted, '&', &code))
        if (!has_code(doc, side, n, plb_str_trim(code))) return false;
    return true;
}

/* Whether the rule is one of those that made the event ("composition.refuse/consult.meet"). */
static bool of_rule(const plb_event *e, plb_str rule)
{
    plb_str made = e->frame, part;
    while (plb_str_split(&made, '/', &part))
        if (plb_str_eq(part, rule)) return true;
    return false;
}

static bool event_fits(const plb_doc *doc, const plb_event *e, const plb_frames *f,
                       const plb_frame_example *example)
{
    return of_rule(e, plb_frames_str(f, f->rule[example->rule].name)) &&
           side_fits(doc, e->source, e->n_source, plb_frames_str(f, example->source)) &&
           side_fits(doc, e->target, e->n_target, plb_frames_str(f, example->target)) &&
           (example->status == PLB_FRAME_ANY || e->status == example->status);
}

static bool holds(const plb_doc *doc, const plb_frames *f, const plb_frame_example *example)
{
    plb_str rule = plb_frames_str(f, f->rule[example->rule].name);
    for (uint32_t i = 0; i < doc->events.n; i++) {
        const plb_event *e = &doc->events.at[i];
        if (example->negative ? of_rule(e, rule) : event_fits(doc, e, f, example))
            return !example->negative;
    }
    return example->negative;
}

static void tell(const plb_frames *f, const plb_frame_example *example, void *context,
                 void (*finding)(void *context, const char *line))
{
    char line[LINE_BYTES];
    snprintf(line, sizeof line, "%.*s:%u: %.*s: %s %.*s", PLB_FMT(plb_frames_str(f, example->file)),
             example->line, PLB_FMT(plb_frames_str(f, f->rule[example->rule].name)),
             example->negative ? "not" : "example", PLB_FMT(plb_frames_str(f, example->text)));
    finding(context, line);
}

plb_status plb_lexicon_examples(const plb_engine *engine, void *context,
                                void (*finding)(void *context, const char *line),
                                plb_examples_summary *summary, plb_error *err)
{
    plb_frames f;
    PLB_TRY(plb_frames_open(engine->lexicon, &f, err));
    plb_pipeline p;
    plb_status status = plb_pipeline_begin(&p, engine, err);
    *summary = (plb_examples_summary){ 0 };
    for (uint32_t i = 0; status == PLB_OK && i < f.n_example; i++) {
        plb_report report = { .id = PLB_STR("example"),
                              .text = plb_frames_str(&f, f.example[i].text),
                              .published = PLB_DAY_UNKNOWN };
        status = plb_pipeline_read(&p, &report, err);
        if (status != PLB_OK) break;
        bool good = holds(&p.doc, &f, &f.example[i]);
        summary->examples++;
        summary->good += good;
        if (!good && finding) tell(&f, &f.example[i], context, finding);
    }
    plb_pipeline_end(&p);
    return status;
}
