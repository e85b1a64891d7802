/* code: what holds at each word of a sentence. In: trees. Out: plb_worlds.
 *
 * From the root down, every token gets a world: did what it names happen, as far as the sentence
 * says?
 *
 *   in(token)   the governor's world, passed through the signature that its predicate has for this
 * kind of complement (embedding.tsv), or through the default of the relation out(token)  in(token)
 * under the token's own operators: negation, modality, hedges, conditions, aspect, and the
 * modifiers of a noun ("possible", "cancelled")
 *
 * "Egypt did not manage to stop the attacks": not(actual) = negated; manage: keep under negation
 * negated; stop: object actual either way. Method: polarity propagation with implicative and
 * factive signatures (Nairn, Condoravdi & Karttunen 2006; Sauri & Pustejovsky 2012), over UD trees.
 * Linear in the tokens. */
#include "code/status_internal.h"

enum { MAX_CLIMB = 8 };

typedef enum { TRUE_WORLD, FALSE_WORLD, OPEN_WORLD } polarity;

static polarity polarity_of(uint8_t status)
{
    switch (status) {
    case PLB_STATUS_ACTUAL:
    case PLB_STATUS_ONGOING:
    case PLB_STATUS_PAST:
        return TRUE_WORLD;
    case PLB_STATUS_NEGATED:
    case PLB_STATUS_DENIED:
        return FALSE_WORLD;
    default:
        return OPEN_WORLD;
    }
}

static const plb_world actual = { PLB_STATUS_ACTUAL, PLB_NONE };

/* The world of a complement: its governor's, through a signature. */
static plb_world through(plb_world g, plb_signature s, int32_t governor)
{
    polarity p = polarity_of(g.status);
    uint8_t status = p == FALSE_WORLD ? s.if_false : s.if_true;
    if (status == PLB_SIGNATURE_KEEP) return g;
    if (p == OPEN_WORLD && polarity_of(status) == FALSE_WORLD) {
        /* "may fail to", "plans to prevent": neither true nor false */
        return (plb_world){ PLB_STATUS_HYPOTHETICAL, g.because };
    }
    if (status == PLB_STATUS_ACTUAL) return (plb_world){ status, PLB_NONE };
    return (plb_world){ status, governor };
}

/* ---- defaults of relations ------------------------------------------------------------------- */

static bool is_name(const plb_token *t)
{
    return t->upos == PLB_UPOS_PROPN || t->upos == PLB_UPOS_PRON;
}

/* "when", "until": dated by its governor, so that it has happened where that has. */
static plb_world waits(const plb_worlds *w, int32_t t, plb_world governor)
{
    const plb_clause *c = &w->clause[t];
    polarity p = polarity_of(governor.status);
    if (p == TRUE_WORLD || c->tense == PLB_TENSE_PAST) return actual;
    if (c->marker_follows && c->tense == PLB_TENSE_NONE) return actual;
    return (plb_world){ p == OPEN_WORLD ? governor.status : PLB_STATUS_HYPOTHETICAL, c->marker };
}

static bool by_marker(const plb_worlds *w, int32_t t, plb_world governor, plb_world *out)
{
    const plb_clause *c = &w->clause[t];
    if (c->marker_waits)
        *out = waits(w, t, governor);
    else if (c->marker_status == PLB_STATUS_ACTUAL)
        *out = actual;
    else if (c->marker_status != PLB_SIGNATURE_KEEP)
        *out = (plb_world){ c->marker_status, c->marker };
    else
        return false;
    return true;
}

/* A noun as an argument or modifier. Names and definite nouns are presupposed; a subject is, under
 * negation. */
static plb_world nominal(const plb_worlds *w, int32_t t, plb_world governor)
{
    const plb_token *token = plb_doc_token(w->doc, t);
    plb_world by;
    if (by_marker(w, t, governor, &by)) return by;
    polarity p = polarity_of(governor.status);
    if (p == TRUE_WORLD || is_name(token) || w->clause[t].definite) return actual;
    plb_deprel rel = plb_deprel_universal((plb_deprel)token->deprel);
    if (p == FALSE_WORLD && rel == PLB_DEP_NSUBJ) return actual;
    return governor;
}

/* A participle behind a comma belongs to the finite clause, however deep the parser hangs it:
 * "moved to dismiss the suit, arguing that …". */
static plb_world around(const plb_worlds *w, int32_t t, plb_world governor)
{
    int32_t head = plb_doc_token(w->doc, t)->head;
    int32_t first = plb_doc_token(w->doc, t)->first_child;
    bool comma = t > head && first != PLB_NONE && first < t &&
                 plb_doc_token(w->doc, first)->xpos == PLB_XPOS_COMMA;
    if (!comma || !w->clause[head].infinitive) return governor;
    for (int i = 0; i < MAX_CLIMB && w->clause[head].infinitive; i++) {
        head = plb_doc_token(w->doc, head)->head;
        if (head == PLB_NONE) return governor;
    }
    return w->out[head];
}

static plb_world adverbial_clause(const plb_worlds *w, int32_t t, plb_world governor)
{
    const plb_clause *c = &w->clause[t];
    plb_world by;
    if (by_marker(w, t, governor, &by)) return by;
    polarity p = polarity_of(governor.status);
    if (c->infinitive && p == TRUE_WORLD &&
        plb_status_word(w->rules, w->doc, t, PLB_STATUS_CLASS_RESULT_VERB, NULL))
        return actual;
    if (c->infinitive) { /* purpose */
        if (p == OPEN_WORLD) return governor;
        return (plb_world){ p == TRUE_WORLD ? PLB_STATUS_PLANNED : PLB_STATUS_HYPOTHETICAL, t };
    }
    if (c->inverted && c->marker == PLB_NONE && c->tense != PLB_TENSE_PRESENT)
        return (plb_world){ PLB_STATUS_CONDITIONAL, t };
    if (c->tense == PLB_TENSE_NONE) governor = around(w, t, governor);
    p = polarity_of(governor.status);
    if (p == TRUE_WORLD || c->tense == PLB_TENSE_PAST) return actual;
    if (p == FALSE_WORLD) return w->in[plb_doc_token(w->doc, t)->head];
    return governor;
}

static bool names_event(const plb_worlds *w, int32_t noun)
{
    return plb_status_word(w->rules, w->doc, noun, PLB_STATUS_CLASS_EVENT_NOUN, NULL);
}

/* A relative clause or participle at a noun: as the noun, but what is told in the past has
 * happened. */
static plb_world attributive(const plb_worlds *w, int32_t t, int32_t noun, bool relative)
{
    const plb_clause *c = &w->clause[t];
    plb_world in = w->in[noun];
    if (!relative && c->infinitive)
        return w->clause[noun].singled ? in : (plb_world){ PLB_STATUS_HYPOTHETICAL, t };
    if (polarity_of(in.status) == TRUE_WORLD || w->clause[noun].definite) return actual;
    if (relative && c->tense == PLB_TENSE_PAST) return actual;
    if (!relative && !names_event(w, noun)) return actual; /* "figures released", "damaged goods" */
    if (polarity_of(in.status) == FALSE_WORLD)
        return relative ? (plb_world){ PLB_STATUS_HYPOTHETICAL, in.because } : actual;
    return in;
}

static plb_world complement_clause(const plb_worlds *w, int32_t t, plb_world governor, bool open)
{
    const plb_clause *c = &w->clause[t];
    if (c->infinitive || (!open && c->marker_status == PLB_STATUS_CONDITIONAL))
        return (plb_world){ PLB_STATUS_HYPOTHETICAL, plb_doc_token(w->doc, t)->head };
    plb_world by;
    if (by_marker(w, t, governor, &by)) return by;
    return governor;
}

/* The governor's world as this dependent meets it: "no" of an argument negates the verb for all but
 * that argument, which "no" empties itself. */
static plb_world governor_world(const plb_worlds *w, int32_t t)
{
    int32_t head = plb_doc_token(w->doc, t)->head;
    return w->clause[head].negative_argument == t ? w->plain[head] : w->out[head];
}

static plb_world by_default(const plb_worlds *w, int32_t t)
{
    const plb_token *token = plb_doc_token(w->doc, t);
    int32_t head = token->head;
    plb_world g = governor_world(w, t);
    switch (token->deprel) {
    case PLB_DEP_ACL_RELCL:
    case PLB_DEP_ADVCL_RELCL:
        return attributive(w, t, head, true);
    default:
        break;
    }
    switch (plb_deprel_universal((plb_deprel)token->deprel)) {
    case PLB_DEP_APPOS:
        return w->in[head];
    case PLB_DEP_ACL:
        if (token->deprel == PLB_DEP_ACL && w->clause[t].tense != PLB_TENSE_NONE) return g;
        return attributive(w, t, head, false);
    case PLB_DEP_AMOD:
        return attributive(w, t, head, false);
    case PLB_DEP_ADVCL:
        return adverbial_clause(w, t, g);
    case PLB_DEP_XCOMP:
        return complement_clause(w, t, g, true);
    case PLB_DEP_CCOMP:
        return complement_clause(w, t, g, false);
    case PLB_DEP_CSUBJ:
        return complement_clause(w, t, g, false);
    case PLB_DEP_PARATAXIS:
        return actual;
    default:
        /* a clause of its own, which the parser took for a noun: "…, nor are they at risk" */
        if (w->clause[t].copula && w->clause[t].subject) return actual;
        return nominal(w, t, g);
    }
}

/* The predicate adjective of a verb's subject: "talks remain unlikely". */
static bool by_predicate_adjective(const plb_worlds *w, int32_t t, plb_world *out)
{
    int32_t head = plb_doc_token(w->doc, t)->head;
    int32_t adj = plb_doc_child(w->doc, head, PLB_DEP_XCOMP);
    plb_signature s;
    if (adj == PLB_NONE || plb_doc_token(w->doc, adj)->upos != PLB_UPOS_ADJ ||
        !plb_status_signature(w->rules, w->signatures[adj], PLB_STR("subject"), &s))
        return false;
    *out = through(governor_world(w, t), s, adj);
    return true;
}

/* Who wonders why something happened takes it that it did. */
static plb_signature asked(const plb_worlds *w, int32_t t, plb_signature s)
{
    if (plb_doc_token(w->doc, t)->deprel == PLB_DEP_CCOMP && w->clause[t].asks &&
        s.if_true == PLB_STATUS_HYPOTHETICAL)
        s.if_true = s.if_false = PLB_STATUS_ACTUAL;
    return s;
}

/* "did not see the attack" takes it for granted; "saw no sign of", "did not see an attack" does
 * not. */
static plb_signature unseen(const plb_worlds *w, int32_t t, plb_signature s)
{
    const plb_token *token = plb_doc_token(w->doc, t);
    bool factive = s.if_true == PLB_STATUS_ACTUAL && s.if_false == PLB_STATUS_ACTUAL;
    if (factive && token->deprel == PLB_DEP_OBJ && !is_name(token) && !w->clause[t].definite)
        s.if_false = PLB_STATUS_NEGATED;
    return s;
}

static plb_world incoming(const plb_worlds *w, int32_t t)
{
    const plb_token *token = plb_doc_token(w->doc, t);
    int32_t head = token->head;
    if (head == PLB_NONE) return actual;
    if (token->deprel == PLB_DEP_CONJ) return w->in[head];
    plb_signature s;
    plb_world world;
    int32_t g = plb_status_governor(w->rules, w->doc, w->signatures, t,
                                    plb_status_complement(w->doc, t), &s);
    if (g != PLB_NONE)
        return through(g == head ? governor_world(w, t) : w->out[g], unseen(w, t, asked(w, t, s)),
                       g);
    if (token->deprel == PLB_DEP_NSUBJ && by_predicate_adjective(w, t, &world)) return world;
    return by_default(w, t);
}

/* ---- operators ------------------------------------------------------------------------------- */

static bool is_clause(const plb_worlds *w, int32_t t)
{
    uint8_t upos = plb_doc_token(w->doc, t)->upos;
    return upos == PLB_UPOS_VERB || upos == PLB_UPOS_AUX || w->clause[t].copula;
}

/* "did not attack or shell", "no talks or visits": a later conjunct stands under the operators of
 * the first where it has the same form and brings none of its own. */
static void share(plb_worlds *w, int32_t t)
{
    const plb_token *token = plb_doc_token(w->doc, t), *first = plb_doc_token(w->doc, token->head);
    plb_clause *c = &w->clause[t];
    const plb_clause *f = &w->clause[token->head];
    if (c->subject || c->auxiliary || c->infinitive != f->infinitive) return;
    int32_t cc = plb_doc_child(w->doc, t, PLB_DEP_CC);
    bool turns =
        cc != PLB_NONE && plb_status_word(w->rules, w->doc, cc, PLB_STATUS_CLASS_ADVERSATIVE, NULL);
    bool same_form = token->xpos == first->xpos && token->xpos != PLB_XPOS_VBD &&
                     token->xpos != PLB_XPOS_VBZ && token->xpos != PLB_XPOS_VBP;
    bool nouns = !is_clause(w, t) && !is_clause(w, token->head);
    if (c->negator == PLB_NONE && !turns && !c->definite &&
        (f->negative_argument != PLB_NONE || same_form || nouns))
        c->negator = f->negator;
    if (!same_form || nouns) return;
    if (c->modal == PLB_NONE) {
        c->modal = f->modal;
        c->modal_true = f->modal_true;
        c->modal_false = f->modal_false;
        c->modal_said = f->modal_said;
    }
    if (c->condition == PLB_NONE) c->condition = f->condition;
    if (c->tense == PLB_TENSE_NONE) c->tense = f->tense;
    c->progressive |= f->progressive;
    c->perfect |= f->perfect;
}

static bool is_relative_pronoun(const plb_token *t)
{
    return t->xpos == PLB_XPOS_WDT || t->xpos == PLB_XPOS_WP;
}

/* The role of its noun in a relative clause: that of the pronoun, else the object that is not
 * there. */
static bool relative_role(const plb_worlds *w, int32_t clause, plb_str *kind)
{
    bool object = false;
    PLB_EACH_CHILD(w->doc, clause, c)
    {
        const plb_token *t = plb_doc_token(w->doc, c);
        if (is_relative_pronoun(t)) {
            *kind = plb_status_complement(w->doc, c);
            return plb_str_is(*kind, "object") || plb_str_is(*kind, "subject");
        }
        object |= t->deprel == PLB_DEP_OBJ;
    }
    *kind = PLB_STR("object");
    return !object;
}

/* What a modifier says about its noun: "possible attack", "cancelled talks", "a raid planned for
 * May". */
static bool by_modifier(const plb_worlds *w, int32_t m, plb_world *out)
{
    const plb_token *t = plb_doc_token(w->doc, m);
    const plb_clause *c = &w->clause[m];
    plb_str kind = PLB_STR("subject");
    bool relative = t->deprel == PLB_DEP_ACL_RELCL;
    if (t->deprel != PLB_DEP_AMOD && t->deprel != PLB_DEP_ACL && !relative) return false;
    if (!w->signatures[m].n || c->infinitive) return false;
    if (t->xpos == PLB_XPOS_VBN || t->xpos == PLB_XPOS_VBD) kind = PLB_STR("object");
    if (relative && !relative_role(w, m, &kind)) return false;
    plb_signature s;
    if (!plb_status_signature(w->rules, w->signatures[m], kind, &s)) return false;
    if (relative && s.voice == PLB_VOICE_THINKS)
        return false; /* "the war that they feared" may come */
    plb_world verb = actual;
    if (c->negator != PLB_NONE) verb = (plb_world){ PLB_STATUS_NEGATED, c->negator };
    if (c->modal != PLB_NONE) verb = (plb_world){ PLB_STATUS_HYPOTHETICAL, c->modal };
    *out = through(verb, s, m);
    return out->status != PLB_STATUS_ACTUAL;
}

static plb_world modified(const plb_worlds *w, int32_t t, plb_world world)
{
    plb_world by;
    if (polarity_of(world.status) != TRUE_WORLD) return world;
    PLB_EACH_CHILD(w->doc, t, c)
    if (by_modifier(w, c, &by)) return by;
    return world;
}

static plb_world negated(plb_world world, const plb_clause *c)
{
    switch (polarity_of(world.status)) {
    case TRUE_WORLD:
        if (c->modal != PLB_NONE && c->modal_false != PLB_SIGNATURE_KEEP)
            return (plb_world){ c->modal_false,
                                c->modal_false == PLB_STATUS_NEGATED ? c->negator : c->modal };
        return (plb_world){ PLB_STATUS_NEGATED, c->negator };
    case FALSE_WORLD:
        return (plb_world){ PLB_STATUS_ACTUAL, c->negator };
    default:
        if (world.status == PLB_STATUS_PLANNED)
            return (plb_world){ PLB_STATUS_NEGATED, c->negator };
        return world;
    }
}

/* A main clause with an if-clause, unless it is told in the past. */
static plb_world conditioned(const plb_worlds *w, int32_t t, plb_world world)
{
    const plb_clause *c = &w->clause[t];
    if (c->condition == PLB_NONE || world.status == PLB_STATUS_DEMANDED) return world;
    if (c->modal == PLB_NONE && c->tense != PLB_TENSE_PRESENT) return world;
    return (plb_world){ PLB_STATUS_CONDITIONAL, c->condition };
}

/* Imperatives: a bare verb that heads a clause of its own and has no subject. */
static bool commands(const plb_worlds *w, int32_t t)
{
    const plb_token *token = plb_doc_token(w->doc, t);
    const plb_clause *c = &w->clause[t];
    const plb_sentence *s = &w->doc->sentences.at[token->sentence];
    if (token->xpos != PLB_XPOS_VB || c->subject || c->infinitive || c->modal != PLB_NONE)
        return false;
    if (s->part == PLB_PART_TITLE || s->line == PLB_LINE_HEADLINE) return false;
    return token->deprel == PLB_DEP_ROOT || token->deprel == PLB_DEP_PARATAXIS ||
           (token->deprel == PLB_DEP_CCOMP && (token->flags & PLB_TOKEN_QUOTED));
}

/* Headlines announce in the infinitive: "Israel to send delegation". */
static bool announces(const plb_worlds *w, int32_t t)
{
    const plb_clause *c = &w->clause[t];
    return plb_doc_token(w->doc, t)->deprel == PLB_DEP_ROOT && c->infinitive && c->subject &&
           c->negator == PLB_NONE;
}

/* "Will they attack?" asks whether; "why did they attack?" takes it for granted. */
static bool asks_whether(const plb_worlds *w, int32_t t)
{
    const plb_token *token = plb_doc_token(w->doc, t);
    const plb_sentence *s = &w->doc->sentences.at[token->sentence];
    if (token->deprel != PLB_DEP_ROOT || w->clause[t].asks) return false;
    for (int32_t i = s->first_token + s->n_tokens - 1, n = 0; i >= s->first_token && n < 2;
         i--, n++) {
        plb_str form = plb_doc_token(w->doc, i)->form;
        if (form.n && form.p[form.n - 1] == '?') return true;
    }
    return false;
}

/* "said that they would": what was future then. */
static bool said_in_past(const plb_worlds *w, int32_t t)
{
    for (int i = 0; i < MAX_CLIMB; i++) {
        const plb_token *token = plb_doc_token(w->doc, t);
        if (token->head == PLB_NONE) return false;
        if (token->deprel == PLB_DEP_CCOMP) return w->clause[token->head].tense == PLB_TENSE_PAST;
        if (token->deprel != PLB_DEP_CONJ) return false;
        t = token->head;
    }
    return false;
}

static plb_world modal(const plb_worlds *w, int32_t t, plb_world world)
{
    const plb_clause *c = &w->clause[t];
    uint8_t status = c->modal_true;
    if (c->modal == PLB_NONE || polarity_of(world.status) != TRUE_WORLD) return world;
    if (c->modal_said != PLB_SIGNATURE_KEEP && said_in_past(w, t)) status = c->modal_said;
    if (c->perfect && status == PLB_STATUS_DEMANDED)
        status = PLB_STATUS_HYPOTHETICAL; /* must have */
    return status == PLB_SIGNATURE_KEEP ? world : (plb_world){ status, c->modal };
}

static plb_world clause_world(const plb_worlds *w, int32_t t, plb_world world, bool negate)
{
    const plb_clause *c = &w->clause[t];
    world = negate && c->negator != PLB_NONE ? negated(world, c) : modal(w, t, world);
    if (c->hedge != PLB_NONE && polarity_of(world.status) == TRUE_WORLD)
        world = (plb_world){ c->hedge_status, c->hedge };
    if (commands(w, t)) world = (plb_world){ PLB_STATUS_DEMANDED, t };
    if (announces(w, t)) world = (plb_world){ PLB_STATUS_PLANNED, t };
    if (asks_whether(w, t)) world = (plb_world){ PLB_STATUS_HYPOTHETICAL, t };
    world = conditioned(w, t, world);
    if (world.status == PLB_STATUS_ACTUAL && c->progressive && c->tense == PLB_TENSE_PRESENT)
        world = (plb_world){ PLB_STATUS_ONGOING, t };
    return world;
}

static void apply_operators(plb_worlds *w, int32_t t)
{
    plb_world world = w->in[t];
    if (plb_doc_token(w->doc, t)->deprel == PLB_DEP_CONJ) share(w, t);
    if (is_clause(w, t)) {
        w->plain[t] = clause_world(w, t, world, false);
        w->out[t] = clause_world(w, t, world, true);
        return;
    }
    w->plain[t] = modified(w, t, world);
    if (w->clause[t].negator != PLB_NONE) world = negated(world, &w->clause[t]);
    w->out[t] = modified(w, t, world);
}

/* Depth first, governors before dependents, without recursion. */
static void walk(plb_worlds *w, int32_t root)
{
    const plb_doc *doc = w->doc;
    for (int32_t t = root; t != PLB_NONE;) {
        w->in[t] = incoming(w, t);
        apply_operators(w, t);
        if (plb_doc_token(doc, t)->first_child != PLB_NONE) {
            t = plb_doc_token(doc, t)->first_child;
            continue;
        }
        while (t != root && plb_doc_token(doc, t)->next_sibling == PLB_NONE)
            t = plb_doc_token(doc, t)->head;
        t = t == root ? PLB_NONE : plb_doc_token(doc, t)->next_sibling;
    }
}

plb_status plb_worlds_fill(const plb_status_rules *rules, plb_doc *doc, plb_worlds *out,
                           plb_error *err)
{
    uint32_t n = doc->tokens.n;
    plb_worlds w = { .rules = rules,
                     .doc = doc,
                     .in = PLB_NEW(doc->arena, plb_world, n),
                     .plain = PLB_NEW(doc->arena, plb_world, n),
                     .out = PLB_NEW(doc->arena, plb_world, n),
                     .clause = PLB_NEW(doc->arena, plb_clause, n),
                     .signatures = PLB_NEW(doc->arena, plb_signatures, n) };
    if (!w.in || !w.plain || !w.out || !w.clause || !w.signatures)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its memory limit");
    for (int32_t t = 0; t < (int32_t)n; t++) {
        w.in[t] = w.plain[t] = w.out[t] = actual;
        w.clause[t] = plb_status_clause(rules, doc, t);
        w.signatures[t] = plb_status_signatures(rules, doc, t);
    }
    for (uint32_t s = 0; s < doc->sentences.n; s++)
        if (doc->sentences.at[s].root != PLB_NONE) walk(&w, doc->sentences.at[s].root);
    *out = w;
    return PLB_OK;
}
