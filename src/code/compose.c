/* code, fifth pass: composition. In: candidates of single words. Out: candidates of predicates over
 * events ("refused to meet": REJECT), from the bottom of the tree up, so that compositions stack
 * ("called for an end to the fighting"); then the conversions that a status asks for ("will meet":
 * AGREE). */
#include "code/candidate.h"

enum { MAX_INNER = 8, MAX_RULES = 8, MAX_TOKENS = 40, DEPTH = 2 };

/* The candidates that a predicate around finds at a token: those of the token and those that it
 * keeps. */
typedef struct link {
    plb_candidate *candidate;
    struct link *next;
} link;

typedef struct {
    plb_code_work *w;
    link **seen; /* [n_tokens] */
} composer;

typedef struct {
    plb_candidate *at[MAX_INNER];
    int n;
} inners;

static void see(composer *k, plb_candidate *c, int32_t token)
{
    link *fresh = PLB_NEW(k->w->doc->arena, link, 1);
    if (!fresh) return; /* the end of the pass sees it */
    *fresh = (link){ c, k->seen[token] };
    k->seen[token] = fresh;
}

/* ---- events inside ---- */

static void take(composer *k, int32_t token, inners *out)
{
    for (const link *l = k->seen[token]; l; l = l->next) {
        bool known = l->candidate->dropped;
        for (int i = 0; i < out->n; i++) known |= out->at[i] == l->candidate;
        if (!known && out->n < MAX_INNER) out->at[out->n++] = l->candidate;
    }
}

static bool leads_on(const plb_code_work *w, const plb_frame_rule *rule, const plb_argument *a,
                     bool verb)
{
    if (a->role == PLB_ROLE_CLAUSE || (verb && a->role == PLB_ROLE_OBJ)) return true;
    const plb_frames *f = &w->coder->frame->frames;
    for (uint32_t i = 0; !verb && i < rule->through.n; i++)
        if (f->list[rule->through.first + i].path[0] == a->role) return a->how != PLB_ARGUMENT_NEAR;
    return false;
}

/* The events of an argument: its own, those of a noun that it carries, of its coordination; where
 * there are none, those that it leads on to ("to begin talks", "a plan for talks"). */
static void collect(composer *k, const plb_frame_rule *rule, int32_t token, int depth, inners *out)
{
    const plb_code_work *w = k->w;
    int32_t n;
    const plb_argument *a = plb_arguments_of(w, token, &n);
    int before = out->n;
    take(k, token, out);
    for (int32_t i = 0; i < n; i++)
        if (w->arguments[a[i].token].carrier == token) take(k, a[i].token, out);
    PLB_EACH_CHILD(w->doc, token, c)
    if (plb_doc_token(w->doc, c)->deprel == PLB_DEP_CONJ) take(k, c, out);
    if (out->n > before || depth == 0) return;
    bool verb = w->arguments[token].voice != PLB_VOICE_NONE;
    for (int32_t i = 0; i < n; i++)
        if (leads_on(w, rule, &a[i], verb)) collect(k, rule, a[i].token, depth - 1, out);
}

/* Whether the argument that `over` asks for is there; its events. */
static bool find_inner(composer *k, const plb_match_of_frame *m, inners *out)
{
    const plb_frames *f = &k->w->coder->frame->frames;
    plb_argument found[MAX_TOKENS];
    bool any = false;
    for (uint32_t i = 0; i < m->rule->over.n; i++) {
        size_t n = plb_place_tokens(k->w, m, &f->list[m->rule->over.first + i], found, MAX_TOKENS);
        any |= n > 0;
        for (size_t j = 0; j < n; j++) collect(k, m->rule, found[j].token, DEPTH, out);
    }
    return any;
}

/* ---- lines ---- */

static bool fits(const plb_frames *f, const plb_frame_inner *what, const plb_candidate *inner)
{
    if (what->type == PLB_N_TYPES) return inner == NULL;
    if (!inner) return false;
    if (what->type != PLB_FRAME_ANY && what->type != inner->type) return false;
    if (what->mode.n && !plb_str_eq(plb_frames_str(f, what->mode), inner->mode)) return false;
    return !what->cameo.n || plb_str_starts(inner->cameo, plb_frames_str(f, what->cameo));
}

/* The first line that is for the inner event (NULL: for none), or NULL. */
static const plb_frame_line *line_for(const plb_frames *f, const plb_frame_rule *rule,
                                      const plb_candidate *inner)
{
    for (uint32_t i = 0; i < rule->lines.n; i++) {
        const plb_frame_line *line = &f->line[rule->lines.first + i];
        for (uint32_t j = 0; j < line->inner.n; j++)
            if (fits(f, &f->inner[line->inner.first + j], inner)) return line;
    }
    return NULL;
}

static plb_str joined(plb_arena *arena, plb_str outer, plb_str inner)
{
    return plb_arena_printf(arena, "%.*s/%.*s", PLB_FMT(outer), PLB_FMT(inner));
}

/* ---- composition ---- */

/* The frame of the word itself says less than the composition. */
static void drop_own(composer *k, int32_t token, const plb_candidate *but)
{
    for (link *l = k->seen[token]; l; l = l->next)
        if (l->candidate->match.token == token && l->candidate != but) l->candidate->dropped = true;
}

/* "began talks": the events stay; their empty sides are filled from the word around them. */
static void keep(composer *k, const plb_match_of_frame *m, const inners *inner)
{
    drop_own(k, m->token, NULL);
    for (int i = 0; i < inner->n; i++) {
        plb_candidate *c = inner->at[i];
        if (c->source.n == 0) plb_fill_side(k->w, m, m->rule->source[m->key->pos], &c->source);
        if (c->target.n == 0) plb_fill_side(k->w, m, m->rule->target[m->key->pos], &c->target);
        if (m->rule->inner < PLB_N_STATUS) c->status = m->rule->inner;
        c->frame = joined(k->w->doc->arena,
                          plb_frames_str(&k->w->coder->frame->frames, m->rule->name), c->frame);
        see(k, c, m->token);
    }
}

static bool make(composer *k, plb_match_of_frame *m, const plb_frame_line *line,
                 const inners *inner)
{
    plb_candidate *c = plb_candidate_new(k->w, m, line);
    if (!c) return false;
    m->inner = c->match.inner = inner->n ? inner->at[0] : NULL;
    plb_fill_sides(k->w, m, c);
    if (m->inner) c->frame = joined(k->w->doc->arena, c->frame, m->inner->frame);
    for (int i = 0; i < inner->n; i++) {
        if (m->rule->inner == PLB_INNER_ABSORBED) inner->at[i]->dropped = true;
        if (m->rule->inner < PLB_N_STATUS) inner->at[i]->status = m->rule->inner;
    }
    drop_own(k, m->token, c);
    see(k, c, m->token);
    return true;
}

/* The score of the frame that the word has by itself. */
static uint16_t own_score(const composer *k, int32_t token)
{
    for (const link *l = k->seen[token]; l; l = l->next)
        if (l->candidate->match.token == token && !l->candidate->dropped)
            return l->candidate->match.score;
    return 0;
}

static bool compose(composer *k, int32_t token)
{
    plb_match_of_frame m[MAX_RULES];
    size_t n = plb_match_rules(k->w, token, PLB_RULE_COMPOSE, m, MAX_RULES);
    const plb_frames *f = &k->w->coder->frame->frames;
    for (size_t i = 0; i < n; i++) {
        inners inner = { .n = 0 };
        const plb_frame_line *line = NULL;
        bool there = find_inner(k, &m[i], &inner);
        if (!there || m[i].score < own_score(k, token)) continue;
        for (int j = 0; j < inner.n && !line; j++)
            if ((line = line_for(f, m[i].rule, inner.at[j])) && j) {
                plb_candidate *first = inner.at[j];
                inner.at[j] = inner.at[0];
                inner.at[0] = first;
            }
        if (inner.n == 0) line = line_for(f, m[i].rule, NULL);
        if (!line) continue;
        if (line->type != PLB_FRAME_ANY) return make(k, &m[i], line, &inner);
        keep(k, &m[i], &inner);
        return true;
    }
    return true;
}

/* ---- conversion ---- */

/* The verb that carries an event, or its own word. */
static int32_t verb_of(const plb_code_work *w, const plb_candidate *c)
{
    int32_t carrier = w->arguments[c->match.token].carrier;
    return carrier == PLB_NONE ? c->match.token : carrier;
}

/* Whether "not" stands at the verb. Under a condition ("will not leave unless …") the status alone
 * does not tell. */
static bool is_negated(const plb_code_work *w, int32_t verb)
{
    PLB_EACH_CHILD(w->doc, verb, c)
    if (plb_lexicon_word(w->coder->lex, w->coder->frame->negator, plb_doc_token(w->doc, c)->lemma,
                         NULL))
        return true;
    return false;
}

/* Whether the event is what another is done for: "met to discuss", "sent troops to fight". */
static bool is_purpose(const plb_code_work *w, const plb_candidate *c)
{
    int32_t verb = verb_of(w, c);
    if (plb_doc_token(w->doc, verb)->deprel != PLB_DEP_ADVCL) return false;
    PLB_EACH_CHILD(w->doc, verb, d)
    if (plb_doc_token(w->doc, d)->xpos == PLB_XPOS_TO) return true;
    return false;
}

static void convert(plb_code_work *w, plb_candidate *c)
{
    const plb_frames *f = &w->coder->frame->frames;
    const plb_predicate *p = plb_candidate_predicate(w, c);
    uint8_t status = c->status != PLB_FRAME_ANY ? c->status : p ? p->status : PLB_STATUS_ACTUAL;
    if (is_purpose(w, c)) {
        c->dropped = c->match.inner == NULL;
        return;
    }
    if (status == PLB_STATUS_CONDITIONAL && is_negated(w, verb_of(w, c)))
        status = PLB_STATUS_NEGATED;
    /* What a word around it says of it ("decided to lift") is said of its time too. */
    bool future = c->status == PLB_FRAME_ANY && p && p->time == PLB_TIME_FUTURE;
    for (uint32_t i = 0; i < f->n_rule; i++) {
        const plb_frame_rule *rule = &f->rule[i];
        if (rule->is != PLB_RULE_CONVERT || !(rule->when & 1U << status)) continue;
        if (rule->when_future && (rule->when_future == 1) != future) continue;
        const plb_frame_line *line = line_for(f, rule, c);
        if (!line) continue;
        if (line->type != PLB_FRAME_ANY) {
            plb_candidate_code(w, c, line);
            c->frame = joined(w->doc->arena, plb_frames_str(f, rule->name), c->frame);
        }
        if (rule->status != PLB_FRAME_ANY) c->status = rule->status;
        return;
    }
}

plb_status plb_code_compose(plb_code_work *w, plb_error *err)
{
    plb_doc *doc = w->doc;
    composer k = { w, PLB_NEW(doc->arena, link *, doc->tokens.n) };
    bool enough = k.seen != NULL;
    for (uint32_t i = 0; enough && i < w->candidates.n; i++)
        see(&k, w->candidates.at[i], w->candidates.at[i]->match.token);
    for (uint32_t i = 0; enough && i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        if (s->line != PLB_LINE_TEXT && s->line != PLB_LINE_HEADLINE) continue;
        const int32_t *order = plb_top_down(doc, s);
        for (int32_t t = s->n_tokens - 1; order && enough && t >= 0; t--)
            enough = compose(&k, order[t]);
    }
    if (!enough || plb_arena_full(doc->arena))
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its limit of memory");
    for (uint32_t i = 0; i < w->candidates.n; i++)
        if (!w->candidates.at[i]->dropped) convert(w, w->candidates.at[i]);
    return PLB_OK;
}
