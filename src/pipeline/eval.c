/* pipeline: evaluation. In: coded text of a user. Out: precision, recall and F1 by type, how often
 * mode and status were right, and what was said where a type was missed. Each event matches at most
 * one of the other side; the fullest matches are made first. */
#include "base/json_write.h"
#include "pipeline/gold.h"
#include "pipeline/pipeline.h"

enum { GOLD_BYTES = 1 << 30 };

typedef struct {
    uint32_t right, said, wanted;
} score;

typedef struct {
    uint32_t right, asked;
} rate;

/* confusion[t][PLB_N_TYPES]: texts in which a gold event of type t met no event at all. */
typedef struct {
    uint32_t texts, failed;
    score type[PLB_N_TYPES], full[PLB_N_TYPES];
    rate mode, status;
    uint32_t confusion[PLB_N_TYPES][PLB_N_TYPES + 1];
} evaluation;

static bool did_not_happen(uint8_t status)
{
    return status == PLB_STATUS_NEGATED || status == PLB_STATUS_DENIED;
}

static bool fits_code(const plb_actor *actor, plb_str wanted)
{
    if (plb_str_starts(actor->code, wanted)) return true;
    /* A code of sectors alone ("REB") fits whatever the country. */
    if (wanted.n % 3) return false;
    for (size_t i = 0; i < wanted.n; i += 3) {
        bool found = false;
        for (int s = 0; s < actor->n_sectors && !found; s++)
            found = plb_str_eq(plb_sector_name(actor->sectors[s]), plb_str_slice(wanted, i, i + 3));
        if (!found) return false;
    }
    return wanted.n > 0;
}

static bool side_has(const plb_doc *doc, const int32_t *side, size_t n, plb_str wanted)
{
    for (size_t i = 0; i < n; i++) {
        const plb_mention *m = &doc->mentions.at[side[i]];
        for (uint32_t a = 0; a < m->n_actors; a++)
            if (fits_code(&m->actors[a], wanted)) return true;
    }
    return false;
}

static bool side_fits(const plb_doc *doc, const int32_t *side, size_t n, const plb_gold_side *gold)
{
    if (!gold->given) return true;
    if (!gold->n) return n == 0;
    for (uint32_t i = 0; i < gold->n; i++)
        if (!side_has(doc, side, n, gold->code[i])) return false;
    return true;
}

typedef enum { FITS_FULL, FITS_TYPE, N_FITS } fit;

static bool fits(const plb_doc *doc, const plb_event *e, const plb_gold_event *g, fit how)
{
    if (e->type != g->type) return false;
    bool wanted = g->status >= 0 && did_not_happen((uint8_t)g->status);
    if (did_not_happen(e->status) != wanted) return false;
    return how == FITS_TYPE || (side_fits(doc, e->source, e->n_source, &g->source) &&
                                side_fits(doc, e->target, e->n_target, &g->target));
}

static void count_details(evaluation *v, const plb_event *e, const plb_gold_event *g)
{
    if (g->mode.p) {
        v->mode.asked++;
        v->mode.right += plb_str_eq(e->mode, g->mode);
    }
    if (g->status >= 0) {
        v->status.asked++;
        v->status.right += e->status == g->status;
    }
}

static void count_confusion(evaluation *v, const plb_doc *doc, const plb_gold_event *g)
{
    bool seen[PLB_N_TYPES] = { false };
    for (uint32_t i = 0; i < doc->events.n; i++) {
        uint8_t type = doc->events.at[i].type;
        if (!seen[type]) v->confusion[g->type][type]++;
        seen[type] = true;
    }
    if (!doc->events.n) v->confusion[g->type][PLB_N_TYPES]++;
}

static void evaluate_text(evaluation *v, plb_doc *doc, const plb_gold_text *text)
{
    bool *used = PLB_NEW(doc->arena, bool, doc->events.n);
    bool *met = PLB_NEW(doc->arena, bool, text->n_events);
    if (!used || !met) return;
    for (int how = FITS_FULL; how < N_FITS; how++)
        for (uint32_t g = 0; g < text->n_events; g++)
            for (uint32_t i = 0; i < doc->events.n && !met[g]; i++) {
                const plb_event *e = &doc->events.at[i];
                if (used[i] || !fits(doc, e, &text->events[g], (fit)how)) continue;
                used[i] = met[g] = true;
                v->type[e->type].right++;
                v->full[e->type].right += how == FITS_FULL;
                count_details(v, e, &text->events[g]);
            }
    for (uint32_t i = 0; i < doc->events.n; i++)
        if (used[i] || !did_not_happen(doc->events.at[i].status)) {
            v->type[doc->events.at[i].type].said++;
            v->full[doc->events.at[i].type].said++;
        }
    for (uint32_t g = 0; g < text->n_events; g++) {
        v->type[text->events[g].type].wanted++;
        v->full[text->events[g].type].wanted++;
        if (!met[g]) count_confusion(v, doc, &text->events[g]);
    }
}

static plb_status evaluate(evaluation *v, const plb_engine *engine, const plb_gold *gold,
                           plb_error *err)
{
    plb_pipeline p;
    plb_status status = plb_pipeline_begin(&p, engine, err);
    for (uint32_t i = 0; i < gold->n_texts && status == PLB_OK; i++) {
        const plb_gold_text *text = &gold->texts[i];
        plb_report report = {
            .id = text->id, .title = text->title, .text = text->text, .published = PLB_DAY_UNKNOWN
        };
        if (text->published.p) (void)plb_day_parse(text->published, &report.published);
        v->texts++;
        if (plb_pipeline_read(&p, &report, NULL) == PLB_OK)
            evaluate_text(v, &p.doc, text);
        else
            v->failed++;
    }
    plb_pipeline_end(&p);
    return status;
}

typedef struct {
    double precision, recall, f1;
} figures;

static figures figures_of(score s)
{
    figures f = { s.said ? (double)s.right / s.said : 0, s.wanted ? (double)s.right / s.wanted : 0,
                  0 };
    if (f.precision + f.recall > 0) f.f1 = 2 * f.precision * f.recall / (f.precision + f.recall);
    return f;
}

static score sum(const score *scores)
{
    score all = { 0 };
    for (int t = 0; t < PLB_N_TYPES; t++) {
        all.right += scores[t].right;
        all.said += scores[t].said;
        all.wanted += scores[t].wanted;
    }
    return all;
}

static void table_row(plb_buf *out, plb_str name, score type, score full)
{
    figures t = figures_of(type), f = figures_of(full);
    plb_buf_printf(out, "%-10.*s %6u %6u  %5.3f %5.3f %5.3f   %5.3f %5.3f %5.3f\n", PLB_FMT(name),
                   type.wanted, type.said, t.precision, t.recall, t.f1, f.precision, f.recall,
                   f.f1);
}

static void table_rate(plb_buf *out, const char *name, rate r)
{
    if (r.asked) plb_buf_printf(out, "%s right: %u of %u\n", name, r.right, r.asked);
}

static void table_missed(plb_buf *out, const evaluation *v, int type)
{
    uint32_t missed = v->type[type].wanted - v->type[type].right;
    if (!missed) return;
    plb_buf_printf(out, "%-10.*s %4u missed; said instead:",
                   PLB_FMT(plb_event_type_name((plb_event_type)type)), missed);
    for (int t = 0; t < PLB_N_TYPES; t++)
        if (v->confusion[type][t])
            plb_buf_printf(out, " %.*s %u", PLB_FMT(plb_event_type_name((plb_event_type)t)),
                           v->confusion[type][t]);
    if (v->confusion[type][PLB_N_TYPES])
        plb_buf_printf(out, " nothing %u", v->confusion[type][PLB_N_TYPES]);
    plb_buf_char(out, '\n');
}

static void write_table(plb_buf *out, const evaluation *v)
{
    plb_buf_printf(out, "%u texts, %u failed\n\n", v->texts, v->failed);
    plb_buf_printf(out, "%-10s %6s %6s  %17s   %17s\n", "", "gold", "said", "type: P, R, F1   ",
                   "full: P, R, F1   ");
    for (int t = 0; t < PLB_N_TYPES; t++)
        if (v->type[t].wanted || v->type[t].said)
            table_row(out, plb_event_type_name((plb_event_type)t), v->type[t], v->full[t]);
    table_row(out, PLB_STR("all"), sum(v->type), sum(v->full));
    plb_buf_char(out, '\n');
    table_rate(out, "mode", v->mode);
    table_rate(out, "status", v->status);
    for (int t = 0; t < PLB_N_TYPES; t++) table_missed(out, v, t);
}

static void json_score(plb_json *j, const char *key, score s)
{
    figures f = figures_of(s);
    plb_json_key(j, key);
    plb_json_open(j, '{');
    plb_json_key(j, "right");
    plb_json_int(j, s.right);
    plb_json_key(j, "said");
    plb_json_int(j, s.said);
    plb_json_key(j, "wanted");
    plb_json_int(j, s.wanted);
    plb_json_key(j, "precision");
    plb_json_real(j, f.precision, 4);
    plb_json_key(j, "recall");
    plb_json_real(j, f.recall, 4);
    plb_json_key(j, "f1");
    plb_json_real(j, f.f1, 4);
    plb_json_close(j, '}');
}

static void json_rate(plb_json *j, const char *key, rate r)
{
    plb_json_key(j, key);
    plb_json_open(j, '{');
    plb_json_key(j, "right");
    plb_json_int(j, r.right);
    plb_json_key(j, "asked");
    plb_json_int(j, r.asked);
    plb_json_close(j, '}');
}

static void write_json(plb_buf *out, const evaluation *v)
{
    plb_json json = plb_json_begin(out), *j = &json;
    plb_json_open(j, '{');
    plb_json_key(j, "texts");
    plb_json_int(j, v->texts);
    plb_json_key(j, "failed");
    plb_json_int(j, v->failed);
    json_score(j, "type", sum(v->type));
    json_score(j, "full", sum(v->full));
    json_rate(j, "mode", v->mode);
    json_rate(j, "status", v->status);
    plb_json_key(j, "by_type");
    plb_json_open(j, '{');
    for (int t = 0; t < PLB_N_TYPES; t++) {
        plb_json_key(j, plb_event_type_name((plb_event_type)t).p);
        plb_json_open(j, '{');
        json_score(j, "type", v->type[t]);
        json_score(j, "full", v->full[t]);
        plb_json_close(j, '}');
    }
    plb_json_close(j, '}');
    plb_json_close(j, '}');
    plb_buf_char(out, '\n');
}

plb_status plb_eval(const plb_engine *engine, const char *gold_path, plb_eval_format format,
                    void *context, plb_status (*write)(void *context, plb_str bytes),
                    plb_error *err)
{
    plb_arena *arena = plb_arena_new(GOLD_BYTES);
    if (!arena) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    plb_gold gold;
    evaluation *v = PLB_NEW(arena, evaluation, 1);
    plb_status status = v ? plb_gold_read(gold_path, arena, &gold, err)
                          : plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    if (status == PLB_OK) status = evaluate(v, engine, &gold, err);
    if (status == PLB_OK) {
        plb_buf out = { 0 };
        (format == PLB_EVAL_JSON ? write_json : write_table)(&out, v);
        status = out.failed ? plb_fail(err, PLB_ENOMEM, 0, "out of memory")
                            : write(context, plb_buf_str(&out));
        plb_buf_free(&out);
    }
    plb_arena_free(arena);
    return status;
}
