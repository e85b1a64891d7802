/* lexicon: opens compiled frames: finds the sections, checks every index once. */
#include "lexicon/frame.h"

static const char *const KIND_NAMES[] = {
#define PLB_FRAME_KIND(id, name) name,
#include "lexicon/frame_kind.def"
#undef PLB_FRAME_KIND
};

plb_str plb_frame_kind_name(plb_frame_kind kind)
{
    return kind < PLB_N_FRAME_KINDS ? plb_str_of(KIND_NAMES[kind]) : (plb_str){ NULL, 0 };
}

static plb_status array(const plb_lexicon *lex, const char *name, size_t size, const void **at,
                        uint32_t *n, plb_error *err)
{
    plb_str bytes = plb_lexicon_section(lex, name);
    if (bytes.n % size || bytes.n / size > UINT32_MAX)
        return plb_fail(err, PLB_EPARSE, 0, "lexicon: section %s has a wrong length", name);
    *at = bytes.p;
    *n = (uint32_t)(bytes.n / size);
    return PLB_OK;
}

static bool within(plb_frame_run run, uint32_t n)
{
    return run.first <= n && run.n <= n - run.first;
}

static bool string(const plb_frames *f, plb_frame_text t)
{
    return t.at <= f->n_text && t.n <= f->n_text - t.at;
}

static bool rule_ok(const plb_frames *f, const plb_frame_rule *r)
{
    for (int i = 0; i < PLB_N_POS; i++)
        if (!within(r->source[i], f->n_list) || !within(r->target[i], f->n_list) ||
            r->need[i] > PLB_NEED_CARRIED)
            return false;
    return string(f, r->name) && within(r->through, f->n_list) && within(r->over, f->n_list) &&
           within(r->tests, f->n_test) && within(r->lines, f->n_line) && r->lines.n > 0 &&
           r->is <= PLB_RULE_CONVERT && (r->status < PLB_N_STATUS || r->status == PLB_FRAME_ANY) &&
           (r->measure < PLB_N_MEASURES || r->measure == PLB_FRAME_ANY) &&
           (r->inner < PLB_N_STATUS || r->inner >= PLB_INNER_ABSORBED);
}

static bool key_ok(const plb_frames *f, const plb_frame_key *k)
{
    return string(f, k->lemma) && within(k->words, f->n_word) && k->rule < f->n_rule &&
           k->pos < PLB_N_POS && k->before <= k->words.n;
}

static bool word_ok(const plb_frames *f, const plb_frame_word *w)
{
    return string(f, w->text) && w->is <= PLB_WORD_KIND &&
           (w->is != PLB_WORD_SECTOR || w->value < PLB_N_SECTORS) &&
           (w->is != PLB_WORD_KIND || w->value < PLB_N_FRAME_KINDS);
}

static bool line_ok(const plb_frames *f, const plb_frame_line *l)
{
    return within(l->inner, f->n_inner) && within(l->context, f->n_word) &&
           l->context.n <= PLB_MAX_CONTEXTS && string(f, l->mode) && string(f, l->cameo) &&
           (l->type < PLB_N_TYPES || l->type == PLB_FRAME_ANY);
}

static bool place_ok(const plb_frames *f, const plb_frame_place *p)
{
    for (int i = 0; i < PLB_FRAME_PATH; i++)
        if (p->path[i] >= PLB_N_FIXED_ROLES + f->n_role && p->path[i] < PLB_ROLE_SELF) return false;
    return p->path[0] != PLB_ROLE_OTHER;
}

static bool all_ok(const plb_frames *f)
{
    for (uint32_t i = 0; i < f->n_rule; i++)
        if (!rule_ok(f, &f->rule[i])) return false;
    for (uint32_t i = 0; i < f->n_key; i++)
        if (!key_ok(f, &f->key[i])) return false;
    for (uint32_t i = 0; i < f->n_list; i++)
        if (!place_ok(f, &f->list[i])) return false;
    for (uint32_t i = 0; i < f->n_test; i++)
        if (!within(f->test[i].places, f->n_list) || !within(f->test[i].words, f->n_word))
            return false;
    for (uint32_t i = 0; i < f->n_word; i++)
        if (!word_ok(f, &f->word[i])) return false;
    for (uint32_t i = 0; i < f->n_line; i++)
        if (!line_ok(f, &f->line[i])) return false;
    for (uint32_t i = 0; i < f->n_inner; i++)
        if (!string(f, f->inner[i].mode) || !string(f, f->inner[i].cameo)) return false;
    for (uint32_t i = 0; i < f->n_role; i++)
        if (!string(f, f->role[i])) return false;
    for (uint32_t i = 0; i < f->n_example; i++) {
        const plb_frame_example *e = &f->example[i];
        if (!string(f, e->text) || !string(f, e->source) || !string(f, e->target) ||
            !string(f, e->file) || e->rule >= f->n_rule)
            return false;
    }
    return f->n_role < PLB_ROLE_SELF - PLB_N_FIXED_ROLES;
}

#define SECTION(name, type, field)                                                                 \
    PLB_TRY(array(lex, name, sizeof(type), &at, &f.n_##field, err));                               \
    f.field = at

plb_status plb_frames_open(const plb_lexicon *lex, plb_frames *out, plb_error *err)
{
    plb_frames f = { 0 };
    const void *at = NULL;
    SECTION("frame.rule", plb_frame_rule, rule);
    SECTION("frame.key", plb_frame_key, key);
    SECTION("frame.list", plb_frame_place, list);
    SECTION("frame.test", plb_frame_test, test);
    SECTION("frame.word", plb_frame_word, word);
    SECTION("frame.line", plb_frame_line, line);
    SECTION("frame.inner", plb_frame_inner, inner);
    SECTION("frame.role", plb_frame_text, role);
    SECTION("frame.example", plb_frame_example, example);
    SECTION("frame.text", char, text);
    if (!all_ok(&f))
        return plb_fail(err, PLB_EPARSE, 0,
                        "lexicon: the sections of the frames do not hold together");
    *out = f;
    return PLB_OK;
}

uint16_t plb_frames_role(const plb_frames *f, plb_str name)
{
    for (uint32_t i = 0; i < f->n_role; i++)
        if (plb_str_eq(plb_frames_str(f, f->role[i]), name))
            return (uint16_t)(PLB_N_FIXED_ROLES + i);
    return PLB_ROLE_OTHER;
}
