/* export: the layers below the events, one JSON object a report. */
#include "export/record.h"
#include "export/record_parts.h"

static void token(plb_json *j, const plb_record_view *view, const plb_token *t, int32_t first)
{
    plb_json_open(j, '{');
    plb_record_span(j, view, t->sentence, (plb_span){ t->begin, t->end });
    plb_json_key(j, "form");
    plb_json_str(j, t->form);
    plb_json_key(j, "lemma");
    plb_json_str(j, t->lemma);
    plb_json_key(j, "upos");
    plb_json_str(j, plb_upos_name(t->upos));
    plb_json_key(j, "xpos");
    plb_json_str(j, plb_xpos_name(t->xpos));
    plb_json_key(j, "head");
    plb_json_int(j, t->head == PLB_NONE ? 0 : t->head - first + 1);
    plb_json_key(j, "deprel");
    plb_json_str(j, plb_deprel_name(t->deprel));
    plb_json_close(j, '}');
}

static void part_field(plb_json *j, const plb_doc *doc, int32_t sentence)
{
    if (doc->sentences.at[sentence].part == PLB_PART_TEXT) return;
    plb_json_key(j, "part");
    plb_json_str(j, PLB_STR("title"));
}

static void sentence(plb_json *j, const plb_record_view *view, int32_t at)
{
    const plb_doc *doc = view->doc;
    const plb_sentence *s = &doc->sentences.at[at];
    plb_json_open(j, '{');
    plb_record_span(j, view, at, (plb_span){ s->begin, s->end });
    part_field(j, doc, at);
    plb_json_key(j, "tokens");
    plb_json_open(j, '[');
    for (int32_t t = 0; t < s->n_tokens; t++)
        token(j, view, &doc->tokens.at[s->first_token + t], s->first_token);
    plb_json_close(j, ']');
    plb_json_close(j, '}');
}

static void actor_fields(plb_json *j, const plb_record_view *view, const plb_mention *m)
{
    plb_record_actor(j, view, m, &m->actors[0]);
    if (m->n_actors < 2) return;
    plb_json_key(j, "members");
    plb_json_open(j, '[');
    for (uint32_t a = 0; a < m->n_actors; a++) {
        plb_json_open(j, '{');
        plb_record_actor(j, view, m, &m->actors[a]);
        plb_json_close(j, '}');
    }
    plb_json_close(j, ']');
}

static void date_fields(plb_json *j, const plb_record_view *view, const plb_mention *m)
{
    plb_json_key(j, "from");
    plb_record_day(j, m->date.from);
    plb_json_key(j, "to");
    plb_record_day(j, m->date.to);
    plb_json_key(j, "precision");
    plb_json_str(j, plb_date_precision_name(m->date.precision));
    plb_json_key(j, "how");
    plb_json_str(j, plb_date_how_name(m->date.how));
    plb_json_key(j, "expression");
    plb_json_str(j, plb_record_words(view, m->sentence, m->span));
    plb_record_span(j, view, m->sentence, m->span);
}

static void mention(plb_json *j, const plb_record_view *view, const plb_mention *m)
{
    plb_json_open(j, '{');
    plb_json_key(j, "kind");
    plb_json_str(j, plb_mention_kind_name(m->kind));
    part_field(j, view->doc, m->sentence);
    switch ((plb_mention_kind)m->kind) {
    case PLB_MENTION_ACTOR:
        plb_json_key(j, "chain");
        if (m->chain == PLB_NONE)
            plb_json_null(j);
        else
            plb_json_int(j, m->chain);
        if (m->n_actors) actor_fields(j, view, m);
        break;
    case PLB_MENTION_PLACE:
        plb_record_place_fields(j, &m->place, true);
        plb_record_span(j, view, m->sentence, m->span);
        break;
    case PLB_MENTION_DATE:
        date_fields(j, view, m);
        break;
    case PLB_MENTION_QUANTITY:
        plb_record_quantity_fields(j, view, m);
        break;
    }
    plb_json_close(j, '}');
}

static void predicate(plb_json *j, const plb_record_view *view, const plb_predicate *p)
{
    const plb_token *t = plb_doc_token(view->doc, p->token);
    plb_json_open(j, '{');
    part_field(j, view->doc, t->sentence);
    plb_json_key(j, "lemma");
    plb_json_str(j, t->lemma);
    plb_json_key(j, "status");
    plb_json_str(j, plb_event_status_name(p->status));
    plb_json_key(j, "time");
    plb_json_str(j, plb_time_name(p->time));
    plb_record_span(j, view, t->sentence, (plb_span){ t->begin, t->end });
    plb_json_close(j, '}');
}

static void span_object(plb_json *j, const plb_record_view *view, int32_t at, plb_span span)
{
    plb_json_open(j, '{');
    plb_record_span(j, view, at, span);
    plb_json_close(j, '}');
}

static void optional_span(plb_json *j, const plb_record_view *view, const char *key, int32_t at,
                          plb_span span)
{
    plb_json_key(j, key);
    if (span.end > span.begin)
        span_object(j, view, at, span);
    else
        plb_json_null(j);
}

static void attribution(plb_json *j, const plb_record_view *view, const plb_attribution *a)
{
    plb_json_open(j, '{');
    part_field(j, view->doc, a->sentence);
    optional_span(j, view, "source", a->sentence, a->source);
    optional_span(j, view, "cue", a->sentence, a->cue);
    plb_json_key(j, "content");
    if (a->n_content == 1) {
        span_object(j, view, a->sentence, a->content[0]);
    } else {
        plb_json_open(j, '[');
        for (int i = 0; i < a->n_content; i++) span_object(j, view, a->sentence, a->content[i]);
        plb_json_close(j, ']');
    }
    plb_json_key(j, "quoted");
    plb_json_bool(j, a->quoted);
    plb_json_key(j, "level");
    plb_json_int(j, a->level);
    plb_json_close(j, '}');
}

plb_status plb_record_annotation(plb_doc *doc, plb_buf *out)
{
    plb_record_view view;
    if (plb_record_view_begin(&view, doc) != PLB_OK) return PLB_ENOMEM;
    plb_json json = plb_json_begin(out), *j = &json;
    plb_json_open(j, '{');
    plb_json_key(j, "report_id");
    plb_json_str(j, doc->report->id);
    plb_json_key(j, "published");
    plb_record_day(j, doc->report->published);
    plb_json_key(j, "date");
    plb_record_date(j, &view,
                    &(plb_date){ doc->date, doc->date,
                                 doc->date == PLB_DAY_UNKNOWN ? PLB_DATE_UNKNOWN : PLB_DATE_DAY,
                                 doc->date_how },
                    PLB_NONE);
    plb_json_key(j, "title");
    plb_json_str(j, doc->part[PLB_PART_TITLE]);
    plb_json_key(j, "text");
    plb_json_str(j, doc->part[PLB_PART_TEXT]);
    plb_json_key(j, "sentences");
    plb_json_open(j, '[');
    for (uint32_t i = 0; i < doc->sentences.n; i++) sentence(j, &view, (int32_t)i);
    plb_json_close(j, ']');
    plb_json_key(j, "mentions");
    plb_json_open(j, '[');
    for (uint32_t i = 0; i < doc->mentions.n; i++) mention(j, &view, &doc->mentions.at[i]);
    plb_json_close(j, ']');
    plb_json_key(j, "predicates");
    plb_json_open(j, '[');
    for (uint32_t i = 0; i < doc->predicates.n; i++) predicate(j, &view, &doc->predicates.at[i]);
    plb_json_close(j, ']');
    plb_json_key(j, "attributions");
    plb_json_open(j, '[');
    for (uint32_t i = 0; i < doc->attributions.n; i++)
        attribution(j, &view, &doc->attributions.at[i]);
    plb_json_close(j, ']');
    plb_json_close(j, '}');
    plb_buf_char(out, '\n');
    return out->failed ? PLB_ENOMEM : PLB_OK;
}
