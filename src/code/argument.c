/* code, first pass: logical arguments (docs/frames.md). In: trees. Out: for every verb, noun and
 * adjective the list of its arguments by role, the same for active and passive, relative clauses,
 * participles, control, coordination and light verbs.
 *
 * Four steps over a sentence:
 *   direct   what hangs on the word in the tree
 *   shared   from the top of the tree down: subjects of control and coordination, antecedents, what
 * a light verb or a noun of quantity hands to its noun near     prepositional phrases that hang on
 * the object but could hang on the verb, and the other way round: attachment of those is what
 * parsers get wrong most flatten  lists become slices of one array, direct ones first */
#include <stdlib.h>

#include "code/code_internal.h"

enum { MAX_ARGUMENTS = 40, MAX_PHRASE = 96, MAX_AGENTS = 8 };

struct plb_argument_rules {
    const plb_lexicon *lex;
    plb_frames frames;
    plb_class agent; /* prepositions of the agent of a passive */
    plb_class light; /* verbs that carry a noun → whether their subject is its source or target */
    plb_class
        control; /* verbs whose infinitive is governed by a prepositional object → preposition */
    plb_class marker;  /* what marks a clause that the object governs: "barred them from voting" */
    plb_class subject; /* verbs whose subject governs the infinitive although they have an object */
    plb_class transitive; /* verbs that have an object: without one a bare past form is a passive */
    plb_class transparent; /* nouns that measure what they stand before: a wave of attacks */
    uint16_t agent_role[MAX_AGENTS]; /* numbers of those prepositions */
    uint8_t n_agent;
};

/* Lists under construction: chains through `next`, the first and last of a token's list by token.
 */
typedef struct {
    plb_argument argument;
    uint32_t next; /* index + 1 */
} node;

typedef struct {
    uint32_t first, last; /* index + 1 */
    uint16_t n;
} chain;

typedef struct {
    plb_code_work *w;
    const plb_doc *doc;
    const plb_argument_rules *rules;
    PLB_VEC(node) nodes;
    chain *chains; /* [n_tokens] */
    bool *dated;   /* [n_tokens] heads of expressions of time: circumstances, no arguments */
    bool finite;   /* the sentence has a finite verb */
} builder;

/* ---- the rules ---- */

plb_status plb_argument_rules_new(const plb_lexicon *lex, plb_argument_rules **out, plb_error *err)
{
    plb_argument_rules *r = calloc(1, sizeof *r);
    if (!r) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the rules of arguments");
    plb_status status = plb_frames_open(lex, &r->frames, err);
    if (status != PLB_OK) {
        free(r);
        return status;
    }
    r->lex = lex;
    r->agent = plb_lexicon_class(lex, "agent-preposition");
    r->light = plb_lexicon_class(lex, "light-verb");
    r->control = plb_lexicon_class(lex, "control-preposition");
    r->marker = plb_lexicon_class(lex, "object-control-marker");
    r->subject = plb_lexicon_class(lex, "subject-control");
    r->transitive = plb_lexicon_class(lex, "always-transitive");
    r->transparent = plb_lexicon_class(lex, "transparent-noun");
    for (uint32_t i = 0; i < r->frames.n_role && r->n_agent < MAX_AGENTS; i++)
        if (plb_lexicon_word(lex, r->agent, plb_frames_str(&r->frames, r->frames.role[i]), NULL))
            r->agent_role[r->n_agent++] = (uint16_t)(PLB_N_FIXED_ROLES + i);
    *out = r;
    return PLB_OK;
}

void plb_argument_rules_free(plb_argument_rules *rules)
{
    free(rules);
}

uint16_t plb_role_of(const plb_coder *c, plb_str name)
{
    return plb_frames_role(&c->argument->frames, name);
}

/* ---- facts about a token ---- */

static bool is_verb(const plb_token *t)
{
    return t->upos == PLB_UPOS_VERB || t->upos == PLB_UPOS_AUX;
}

static bool is_nominal(const plb_token *t)
{
    return t->upos == PLB_UPOS_NOUN || t->upos == PLB_UPOS_PROPN || t->upos == PLB_UPOS_PRON ||
           t->upos == PLB_UPOS_NUM || t->upos == PLB_UPOS_DET || t->upos == PLB_UPOS_SYM ||
           t->upos == PLB_UPOS_X;
}

static bool is_relative(const plb_token *t)
{
    return t->xpos == PLB_XPOS_WDT || t->xpos == PLB_XPOS_WP || t->xpos == PLB_XPOS_WP_POSS;
}

static bool is_infinitive(const plb_doc *doc, int32_t token)
{
    PLB_EACH_CHILD(doc, token, c)
    if (plb_doc_token(doc, c)->xpos == PLB_XPOS_TO) return true;
    return false;
}

static plb_deprel universal(const plb_token *t)
{
    return plb_deprel_universal((plb_deprel)t->deprel);
}

static bool in_class(const builder *b, plb_class cls, int32_t token)
{
    return plb_lexicon_word(b->rules->lex, cls, plb_doc_token(b->doc, token)->lemma, NULL);
}

static int32_t case_child(const plb_doc *doc, int32_t token)
{
    PLB_EACH_CHILD(doc, token, c)
    {
        const plb_token *t = plb_doc_token(doc, c);
        if (t->deprel == PLB_DEP_CASE && t->xpos != PLB_XPOS_POS) return c;
    }
    return PLB_NONE;
}

/* The preposition of a phrase: its first `case`, or one that the parser hung on what stands before
 * the noun ("to three million people"); PLB_NONE. */
static int32_t case_of(const plb_doc *doc, int32_t token)
{
    int32_t preposition = case_child(doc, token);
    if (preposition != PLB_NONE) return preposition;
    PLB_EACH_CHILD(doc, token, c)
    {
        if (c > token) break;
        plb_deprel rel = universal(plb_doc_token(doc, c));
        if (rel != PLB_DEP_NUMMOD && rel != PLB_DEP_COMPOUND && rel != PLB_DEP_AMOD &&
            rel != PLB_DEP_DET)
            continue;
        preposition = case_child(doc, c);
        if (preposition != PLB_NONE && preposition < c) return preposition;
    }
    return PLB_NONE;
}

static uint16_t role_of_case(const builder *b, int32_t case_token)
{
    if (case_token == PLB_NONE) return PLB_ROLE_OTHER;
    return plb_frames_role(&b->rules->frames, plb_doc_token(b->doc, case_token)->lemma);
}

/* ---- lists ---- */

static void add_one(builder *b, int32_t predicate, plb_argument a)
{
    chain *list = &b->chains[predicate];
    if (list->n == MAX_ARGUMENTS || a.token == predicate) return;
    for (uint32_t i = list->first; i; i = b->nodes.at[i - 1].next) {
        const plb_argument *known = &b->nodes.at[i - 1].argument;
        if (known->token == a.token && known->role == a.role) return;
    }
    node *fresh = PLB_PUSH(b->doc->arena, &b->nodes);
    if (!fresh) return;
    fresh->argument = a;
    if (list->last) b->nodes.at[list->last - 1].next = b->nodes.n;
    if (!list->first) list->first = b->nodes.n;
    list->last = b->nodes.n;
    list->n++;
}

/* The argument and the members of its coordination. A member with a preposition of its own is an
 * argument in that role. */
static void add(builder *b, int32_t predicate, plb_argument a, int depth)
{
    add_one(b, predicate, a);
    if (depth == 0 || a.role == PLB_ROLE_CLAUSE) return;
    PLB_EACH_CHILD(b->doc, a.token, c)
    {
        const plb_token *t = plb_doc_token(b->doc, c);
        if (t->deprel != PLB_DEP_CONJ || !(is_nominal(t) || t->upos == PLB_UPOS_ADJ)) continue;
        plb_argument other = a;
        other.token = c;
        int32_t preposition = case_of(b->doc, c);
        if (preposition != PLB_NONE && a.case_token != PLB_NONE) {
            other.case_token = preposition;
            other.role = role_of_case(b, preposition);
        }
        add(b, predicate, other, depth - 1);
    }
}

static void give(builder *b, int32_t predicate, int32_t token, uint16_t role, plb_argument_how how)
{
    add(b, predicate, (plb_argument){ token, PLB_NONE, role, (uint8_t)how }, 6);
}

static void give_phrase(builder *b, int32_t predicate, int32_t token)
{
    int32_t preposition = case_of(b->doc, token);
    if (preposition == PLB_NONE || b->dated[token]) return;
    add(b, predicate,
        (plb_argument){ token, preposition, role_of_case(b, preposition), PLB_ARGUMENT_DIRECT }, 6);
}

static bool has_role(const builder *b, int32_t predicate, uint16_t role)
{
    for (uint32_t i = b->chains[predicate].first; i; i = b->nodes.at[i - 1].next)
        if (b->nodes.at[i - 1].argument.role == role) return true;
    return false;
}

/* Hands the arguments of `from` in role `role` to `to` as `as`; says whether there were any. */
static bool share(builder *b, int32_t from, uint16_t role, int32_t to, uint16_t as)
{
    bool any = false;
    for (uint32_t i = b->chains[from].first; i; i = b->nodes.at[i - 1].next) {
        plb_argument a = b->nodes.at[i - 1].argument;
        if (a.role != role || a.how == PLB_ARGUMENT_NEAR) continue;
        a.role = as;
        a.how = PLB_ARGUMENT_SHARED;
        add_one(b, to, a);
        any = true;
    }
    return any;
}

/* Hands over prepositional arguments: those in the tree, or with `shared` those come by in any way.
 */
static void share_phrases(builder *b, int32_t from, int32_t to, plb_argument_how how, bool shared)
{
    for (uint32_t i = b->chains[from].first; i; i = b->nodes.at[i - 1].next) {
        plb_argument a = b->nodes.at[i - 1].argument;
        if (a.case_token == PLB_NONE || (a.how != PLB_ARGUMENT_DIRECT && !shared)) continue;
        if (a.role == PLB_ROLE_SUBJ || plb_doc_below(b->doc, to, a.token)) continue;
        if (a.how < how) a.how = (uint8_t)how;
        add_one(b, to, a);
    }
}

/* ---- direct ---- */

static bool has_child(const plb_doc *doc, int32_t token, plb_deprel rel)
{
    return plb_doc_child(doc, token, rel) != PLB_NONE;
}

/* Whether the object stands behind the verb beside it: "bombed and destroyed the town". */
static bool shares_object(const plb_doc *doc, int32_t verb)
{
    PLB_EACH_CHILD(doc, verb, c)
    if (plb_doc_token(doc, c)->deprel == PLB_DEP_CONJ && is_verb(plb_doc_token(doc, c)) &&
        has_child(doc, c, PLB_DEP_OBJ))
        return true;
    return false;
}

/* A participle on the root of a sentence that has no finite verb is the finite verb, mistaken: "The
 * forces clashed with rebels." A headline's passive has an agent or a verb that is never without
 * object. */
static bool is_only_verb(const builder *b, int32_t token)
{
    const plb_doc *doc = b->doc;
    const plb_token *t = plb_doc_token(doc, token);
    const plb_sentence *s = &doc->sentences.at[t->sentence];
    if (t->deprel != PLB_DEP_ACL || t->head != s->root) return false;
    PLB_EACH_CHILD(doc, token, c)
    {
        int32_t preposition = case_of(doc, c);
        if (preposition != PLB_NONE && in_class(b, b->rules->agent, preposition)) return false;
    }
    return !b->finite;
}

static bool has_finite_verb(const plb_doc *doc, const plb_sentence *s)
{
    for (int32_t i = s->first_token; i < s->first_token + s->n_tokens; i++) {
        uint8_t tag = plb_doc_token(doc, i)->xpos;
        if (tag == PLB_XPOS_VBD || tag == PLB_XPOS_VBZ || tag == PLB_XPOS_VBP || tag == PLB_XPOS_MD)
            return true;
    }
    return false;
}

/* Whether a verb is passive, with or without its auxiliary ("12 killed in blast", "the men
 * arrested"). */
static bool is_passive(const builder *b, int32_t token)
{
    const plb_doc *doc = b->doc;
    const plb_token *t = plb_doc_token(doc, token);
    if (has_child(doc, token, PLB_DEP_AUX_PASS)) return true;
    if (t->xpos != PLB_XPOS_VBN && t->xpos != PLB_XPOS_VBD) return false;
    bool object = has_child(doc, token, PLB_DEP_OBJ);
    if (has_child(doc, token, PLB_DEP_NSUBJ_PASS)) return !object || t->xpos == PLB_XPOS_VBN;
    if (object || has_child(doc, token, PLB_DEP_AUX)) return false;
    if (t->deprel == PLB_DEP_CONJ && !has_child(doc, token, PLB_DEP_NSUBJ)) {
        /* "was arrested and charged", "has killed and wounded": as the verb before it. */
        int32_t first = t->head;
        if (b->w->arguments[first].voice == PLB_VOICE_PASSIVE) return true;
        if (is_verb(plb_doc_token(doc, first)) && t->xpos == plb_doc_token(doc, first)->xpos)
            return false;
    }
    if (t->xpos == PLB_XPOS_VBN && !has_child(doc, token, PLB_DEP_NSUBJ))
        return in_class(b, b->rules->transitive, token) || !is_only_verb(b, token);
    return in_class(b, b->rules->transitive, token) && t->deprel != PLB_DEP_ACL_RELCL &&
           !shares_object(doc, token);
}

static int32_t antecedent(const plb_doc *doc, int32_t pronoun)
{
    for (int32_t t = plb_doc_token(doc, pronoun)->head; t != PLB_NONE;
         t = plb_doc_token(doc, t)->head)
        if (plb_doc_token(doc, t)->deprel == PLB_DEP_ACL_RELCL) return plb_doc_token(doc, t)->head;
    return PLB_NONE;
}

/* A relative pronoun stands for the noun that its clause hangs on. */
static int32_t resolved(const builder *b, int32_t token)
{
    if (!is_relative(plb_doc_token(b->doc, token))) return token;
    int32_t noun = antecedent(b->doc, token);
    return noun == PLB_NONE ? token : noun;
}

/* "accused Chad of bombing": the clause is governed by the object. */
static bool is_governed_by_object(const builder *b, int32_t clause)
{
    PLB_EACH_CHILD(b->doc, clause, c)
    {
        const plb_token *t = plb_doc_token(b->doc, c);
        if (c < clause && (t->deprel == PLB_DEP_MARK || t->deprel == PLB_DEP_CASE) &&
            in_class(b, b->rules->marker, c))
            return true;
    }
    return false;
}

static void verb_subject(builder *b, int32_t verb, int32_t token, bool passive)
{
    int32_t noun = resolved(b, token);
    plb_argument_how how = noun == token ? PLB_ARGUMENT_DIRECT : PLB_ARGUMENT_SHARED;
    uint16_t role = PLB_ROLE_SUBJ;
    if (passive) role = has_child(b->doc, verb, PLB_DEP_OBJ) ? PLB_ROLE_IOBJ : PLB_ROLE_OBJ;
    give(b, verb, noun, role, how);
}

static void verb_direct(builder *b, int32_t verb)
{
    const plb_doc *doc = b->doc;
    bool passive = is_passive(b, verb);
    b->w->arguments[verb].voice = passive ? PLB_VOICE_PASSIVE : PLB_VOICE_ACTIVE;
    PLB_EACH_CHILD(doc, verb, c)
    {
        const plb_token *t = plb_doc_token(doc, c);
        switch (universal(t)) {
        case PLB_DEP_NSUBJ:
            verb_subject(b, verb, c, passive);
            break;
        case PLB_DEP_OBJ:
            give(b, verb, resolved(b, c), PLB_ROLE_OBJ, PLB_ARGUMENT_DIRECT);
            break;
        case PLB_DEP_IOBJ:
            give(b, verb, resolved(b, c), PLB_ROLE_IOBJ, PLB_ARGUMENT_DIRECT);
            break;
        case PLB_DEP_OBL:
        case PLB_DEP_NMOD: {
            int32_t preposition = case_of(doc, c);
            bool agent =
                t->deprel == PLB_DEP_OBL_AGENT ||
                (passive && preposition != PLB_NONE && in_class(b, b->rules->agent, preposition));
            if (agent)
                add(b, verb, (plb_argument){ c, preposition, PLB_ROLE_SUBJ, PLB_ARGUMENT_DIRECT },
                    6);
            else
                give_phrase(b, verb, c);
            break;
        }
        case PLB_DEP_XCOMP:
        case PLB_DEP_CCOMP:
            give(b, verb, c, PLB_ROLE_CLAUSE, PLB_ARGUMENT_DIRECT);
            break;
        case PLB_DEP_ADVCL:
            if (is_infinitive(doc, c) || is_governed_by_object(b, c))
                give(b, verb, c, PLB_ROLE_CLAUSE, PLB_ARGUMENT_NEAR);
            break;
        default:
            break;
        }
    }
}

/* Names and nationalities before a noun, also those inside a compound ("Israel-Hamas war"). */
static void give_modifiers(builder *b, int32_t noun, int32_t token, int depth)
{
    PLB_EACH_CHILD(b->doc, token, c)
    {
        const plb_token *t = plb_doc_token(b->doc, c);
        plb_deprel rel = universal(t);
        bool before = c < noun && (rel == PLB_DEP_COMPOUND || rel == PLB_DEP_NMOD ||
                                   rel == PLB_DEP_CONJ || rel == PLB_DEP_FLAT);
        if (!before && rel != PLB_DEP_AMOD) continue;
        if (t->deprel == PLB_DEP_NMOD_POSS || case_of(b->doc, c) != PLB_NONE) continue;
        add_one(b, noun, (plb_argument){ c, PLB_NONE, PLB_ROLE_MOD, PLB_ARGUMENT_DIRECT });
        if (depth) give_modifiers(b, noun, c, depth - 1);
    }
}

static void noun_direct(builder *b, int32_t noun)
{
    const plb_doc *doc = b->doc;
    give_modifiers(b, noun, noun, 2);
    PLB_EACH_CHILD(doc, noun, c)
    {
        const plb_token *t = plb_doc_token(doc, c);
        switch (universal(t)) {
        case PLB_DEP_NMOD:
        case PLB_DEP_OBL:
            if (t->deprel == PLB_DEP_NMOD_POSS)
                give(b, noun, resolved(b, c), PLB_ROLE_POSS, PLB_ARGUMENT_DIRECT);
            else
                give_phrase(b, noun, c);
            break;
        case PLB_DEP_NSUBJ:
            give(b, noun, resolved(b, c), PLB_ROLE_SUBJ, PLB_ARGUMENT_DIRECT);
            break;
        case PLB_DEP_CCOMP:
        case PLB_DEP_XCOMP:
            give(b, noun, c, PLB_ROLE_CLAUSE, PLB_ARGUMENT_DIRECT);
            break;
        case PLB_DEP_ACL:
            if (t->deprel == PLB_DEP_ACL && (is_infinitive(doc, c) || case_of(doc, c) != PLB_NONE ||
                                             has_child(doc, c, PLB_DEP_MARK)))
                give(b, noun, c, PLB_ROLE_CLAUSE, PLB_ARGUMENT_DIRECT);
            break;
        default:
            break;
        }
    }
}

static void adjective_direct(builder *b, int32_t adjective)
{
    const plb_doc *doc = b->doc;
    const plb_token *a = plb_doc_token(doc, adjective);
    if (a->deprel == PLB_DEP_AMOD && a->head != PLB_NONE)
        give(b, adjective, a->head, PLB_ROLE_SUBJ, PLB_ARGUMENT_SHARED);
    PLB_EACH_CHILD(doc, adjective, c)
    {
        switch (universal(plb_doc_token(doc, c))) {
        case PLB_DEP_NSUBJ:
            give(b, adjective, resolved(b, c), PLB_ROLE_SUBJ, PLB_ARGUMENT_DIRECT);
            break;
        case PLB_DEP_OBL:
        case PLB_DEP_NMOD:
            give_phrase(b, adjective, c);
            break;
        case PLB_DEP_XCOMP:
        case PLB_DEP_CCOMP:
        case PLB_DEP_ADVCL:
            give(b, adjective, c, PLB_ROLE_CLAUSE, PLB_ARGUMENT_DIRECT);
            break;
        default:
            break;
        }
    }
}

/* ---- shared ---- */

static bool passive(const builder *b, int32_t token)
{
    return b->w->arguments[token].voice == PLB_VOICE_PASSIVE;
}

/* The role in which a verb's grammatical subject is among its logical arguments. */
static uint16_t subject_role(const builder *b, int32_t verb)
{
    if (!passive(b, verb)) return PLB_ROLE_SUBJ;
    return has_role(b, verb, PLB_ROLE_IOBJ) ? PLB_ROLE_IOBJ : PLB_ROLE_OBJ;
}

/* What governs the missing subject of an infinitive or participle that hangs on `verb`. */
static uint16_t controller(const builder *b, int32_t verb, bool complement)
{
    plb_str prepositions, preposition;
    const plb_token *t = plb_doc_token(b->doc, verb);
    if (complement && plb_lexicon_word(b->rules->lex, b->rules->control, t->lemma, &prepositions))
        while (plb_str_split(&prepositions, ',', &preposition)) {
            uint16_t role = plb_frames_role(&b->rules->frames, preposition);
            if (has_role(b, verb, role)) return role;
        }
    if (complement && !in_class(b, b->rules->subject, verb)) {
        if (has_role(b, verb, PLB_ROLE_IOBJ)) return PLB_ROLE_IOBJ;
        if (has_role(b, verb, PLB_ROLE_OBJ)) return PLB_ROLE_OBJ;
    }
    return subject_role(b, verb);
}

/* The subject of "plan to attack": whose plan it is, else who has it. */
static void share_of_noun(builder *b, int32_t noun, int32_t verb, uint16_t as)
{
    if (share(b, noun, PLB_ROLE_POSS, verb, as)) return;
    if (share(b, noun, PLB_ROLE_SUBJ, verb, as)) return;
    for (int i = 0; i < b->rules->n_agent; i++)
        if (share(b, noun, b->rules->agent_role[i], verb, as)) return;
    int32_t governor = plb_doc_token(b->doc, noun)->head;
    if (governor != PLB_NONE && is_verb(plb_doc_token(b->doc, governor)))
        share(b, governor, controller(b, governor, false), verb, as);
}

static void verb_shared(builder *b, int32_t verb)
{
    const plb_doc *doc = b->doc;
    const plb_token *t = plb_doc_token(doc, verb);
    int32_t governor = t->head;
    if (governor == PLB_NONE) return;
    const plb_token *g = plb_doc_token(doc, governor);
    bool subject = plb_doc_child_universal(doc, verb, PLB_DEP_NSUBJ) != PLB_NONE;
    uint16_t as = passive(b, verb) ? PLB_ROLE_OBJ : PLB_ROLE_SUBJ;
    if (t->deprel == PLB_DEP_ACL_RELCL) {
        if (!subject)
            give(b, verb, governor, as, PLB_ARGUMENT_SHARED);
        else if (!passive(b, verb) && !has_role(b, verb, PLB_ROLE_OBJ))
            give(b, verb, governor, PLB_ROLE_OBJ, PLB_ARGUMENT_SHARED);
        return;
    }
    if (subject) return;
    switch (universal(t)) {
    case PLB_DEP_ACL:
        /* "Egypt, a player in mediating": who the noun stands beside does it. */
        if (g->deprel == PLB_DEP_APPOS && !is_infinitive(doc, verb))
            give(b, verb, g->head, as, PLB_ARGUMENT_SHARED);
        else if (is_infinitive(doc, verb) || has_child(doc, verb, PLB_DEP_MARK))
            share_of_noun(b, governor, verb, as);
        else
            give(b, verb, governor, as, PLB_ARGUMENT_SHARED);
        break;
    case PLB_DEP_XCOMP:
    case PLB_DEP_CCOMP:
    case PLB_DEP_ADVCL:
        if (is_verb(g))
            share(b, governor,
                  controller(b, governor,
                             universal(t) != PLB_DEP_ADVCL || is_governed_by_object(b, verb)),
                  verb, as);
        else
            share_of_noun(b, governor, verb, as);
        break;
    case PLB_DEP_CONJ:
        if (is_verb(g))
            share(b, governor, subject_role(b, governor), verb, as);
        else
            share(b, governor, PLB_ROLE_SUBJ, verb, as);
        /* "bombed and destroyed the town": the object is of both. */
        if (is_verb(g) && verb - governor <= 3 && !passive(b, governor) && !passive(b, verb) &&
            !has_role(b, governor, PLB_ROLE_OBJ))
            share(b, verb, PLB_ROLE_OBJ, governor, PLB_ROLE_OBJ);
        break;
    default:
        break;
    }
}

/* "carry out", "come under": the verb with its particle or with the preposition of the noun. */
static bool light(const builder *b, int32_t verb, int32_t preposition, plb_str *value)
{
    char phrase[MAX_PHRASE];
    plb_str lemma = plb_doc_token(b->doc, verb)->lemma;
    int32_t second = preposition;
    if (second == PLB_NONE) second = plb_doc_child(b->doc, verb, PLB_DEP_COMPOUND_PRT);
    if (second != PLB_NONE) {
        plb_str word = plb_doc_token(b->doc, second)->lemma;
        if (lemma.n + word.n + 1 > sizeof phrase) return false;
        memcpy(phrase, lemma.p, lemma.n);
        phrase[lemma.n] = ' ';
        memcpy(phrase + lemma.n + 1, word.p, word.n);
        plb_str both = { phrase, lemma.n + word.n + 1 };
        if (plb_lexicon_word(b->rules->lex, b->rules->light, both, value)) return true;
    }
    return preposition == PLB_NONE &&
           plb_lexicon_word(b->rules->lex, b->rules->light, lemma, value);
}

/* What the verb that a noun hangs on gives to it. */
static void noun_of_verb(builder *b, int32_t noun, int32_t verb)
{
    const plb_token *t = plb_doc_token(b->doc, noun);
    bool oblique = universal(t) == PLB_DEP_OBL;
    bool object =
        universal(t) == PLB_DEP_OBJ || (universal(t) == PLB_DEP_NSUBJ && passive(b, verb));
    int32_t preposition = oblique ? case_of(b->doc, noun) : PLB_NONE;
    plb_str side;
    if ((object || preposition != PLB_NONE) && light(b, verb, preposition, &side)) {
        b->w->arguments[noun].carrier = verb;
        uint16_t from = oblique && passive(b, verb) ? PLB_ROLE_OBJ : PLB_ROLE_SUBJ;
        share(b, verb, from, noun, plb_str_is(side, "target") ? PLB_ROLE_OBJ : PLB_ROLE_SUBJ);
        share(b, verb, PLB_ROLE_IOBJ, noun, PLB_ROLE_IOBJ);
    }
    if (object || universal(t) == PLB_DEP_NSUBJ || b->w->arguments[noun].carrier == verb)
        share_phrases(b, verb, noun, PLB_ARGUMENT_NEAR, true);
}

static void noun_shared(builder *b, int32_t noun)
{
    const plb_token *t = plb_doc_token(b->doc, noun);
    int32_t governor = t->head;
    if (governor == PLB_NONE) return;
    const plb_token *g = plb_doc_token(b->doc, governor);
    if (is_verb(g)) {
        noun_of_verb(b, noun, governor);
        return;
    }
    if (!is_nominal(g)) return;
    if (t->deprel == PLB_DEP_CONJ) {
        share(b, governor, PLB_ROLE_POSS, noun, PLB_ROLE_POSS);
        share(b, governor, PLB_ROLE_SUBJ, noun, PLB_ROLE_SUBJ);
        share(b, governor, PLB_ROLE_OBJ, noun, PLB_ROLE_OBJ);
        share_phrases(b, noun, governor, PLB_ARGUMENT_NEAR, false);
        if (b->w->arguments[governor].carrier != PLB_NONE)
            b->w->arguments[noun].carrier = b->w->arguments[governor].carrier;
    } else if (universal(t) == PLB_DEP_NMOD && in_class(b, b->rules->transparent, governor)) {
        b->w->arguments[noun].carrier = b->w->arguments[governor].carrier;
        share(b, governor, PLB_ROLE_POSS, noun, PLB_ROLE_POSS);
        share(b, governor, PLB_ROLE_SUBJ, noun, PLB_ROLE_SUBJ);
        share(b, governor, PLB_ROLE_OBJ, noun, PLB_ROLE_OBJ);
        share(b, governor, PLB_ROLE_MOD, noun, PLB_ROLE_MOD);
        share_phrases(b, governor, noun, PLB_ARGUMENT_SHARED, true);
    }
}

/* ---- near ---- */

/* "were given food by Chad", "killed in a raid by rebels": the agent may hang on a noun of the
 * phrase. */
static void agent_near(builder *b, int32_t verb)
{
    PLB_EACH_CHILD(b->doc, verb, c)
    for (uint32_t i = b->chains[c].first; i; i = b->nodes.at[i - 1].next) {
        plb_argument a = b->nodes.at[i - 1].argument;
        if (a.how != PLB_ARGUMENT_DIRECT || a.case_token == PLB_NONE ||
            !in_class(b, b->rules->agent, a.case_token))
            continue;
        a.role = PLB_ROLE_SUBJ;
        a.how = PLB_ARGUMENT_NEAR;
        add_one(b, verb, a);
    }
}

/* "the release of prisoners by Chad" */
static void noun_near(builder *b, int32_t noun)
{
    PLB_EACH_CHILD(b->doc, noun, c)
    {
        if (plb_doc_token(b->doc, c)->deprel != PLB_DEP_NMOD) continue;
        for (uint32_t i = b->chains[c].first; i; i = b->nodes.at[i - 1].next) {
            plb_argument a = b->nodes.at[i - 1].argument;
            if (a.how != PLB_ARGUMENT_DIRECT || a.case_token == PLB_NONE ||
                !in_class(b, b->rules->agent, a.case_token))
                continue;
            a.how = PLB_ARGUMENT_NEAR;
            add_one(b, noun, a);
        }
    }
}

/* A finite verb without a subject: a name before it that the parser took for something else. */
static void subject_near(builder *b, int32_t verb)
{
    const plb_token *t = plb_doc_token(b->doc, verb);
    if (t->xpos != PLB_XPOS_VBD && t->xpos != PLB_XPOS_VBZ && t->xpos != PLB_XPOS_VBP) return;
    PLB_EACH_CHILD(b->doc, verb, c)
    {
        if (c > verb) break;
        if (plb_doc_token(b->doc, c)->mention != PLB_NONE && case_of(b->doc, c) == PLB_NONE)
            give(b, verb, c, PLB_ROLE_SUBJ, PLB_ARGUMENT_NEAR);
    }
}

/* What hangs on the object of a verb may belong to the verb: "signed a deal with Iran". So may an
 * infinitive: "called on Iran to withdraw". */
static void verb_near(builder *b, int32_t verb)
{
    const plb_doc *doc = b->doc;
    PLB_EACH_CHILD(doc, verb, c)
    {
        const plb_token *t = plb_doc_token(doc, c);
        plb_deprel rel = universal(t);
        if (rel != PLB_DEP_OBJ && rel != PLB_DEP_OBL && t->deprel != PLB_DEP_NSUBJ_PASS) continue;
        if (rel != PLB_DEP_OBL) share_phrases(b, c, verb, PLB_ARGUMENT_NEAR, false);
        PLB_EACH_CHILD(doc, c, d)
        if (plb_doc_token(doc, d)->deprel == PLB_DEP_ACL && is_infinitive(doc, d))
            give(b, verb, d, PLB_ROLE_CLAUSE, PLB_ARGUMENT_NEAR);
    }
    if (has_role(b, verb, PLB_ROLE_SUBJ)) return;
    if (passive(b, verb))
        agent_near(b, verb);
    else
        subject_near(b, verb);
}

/* ---- the pass ---- */

int32_t *plb_top_down(const plb_doc *doc, const plb_sentence *s)
{
    int32_t *order = PLB_NEW(doc->arena, int32_t, (size_t)s->n_tokens);
    if (!order || s->root == PLB_NONE) return NULL;
    int32_t n = 0;
    order[n++] = s->root;
    for (int32_t i = 0; i < n; i++)
        PLB_EACH_CHILD(doc, order[i], c) if (n < s->n_tokens) order[n++] = c;
    return n == s->n_tokens ? order : NULL;
}

static void each(builder *b, const int32_t *order, int32_t n, void (*verb)(builder *, int32_t),
                 void (*noun)(builder *, int32_t), void (*adjective)(builder *, int32_t))
{
    for (int32_t i = 0; i < n; i++) {
        const plb_token *t = plb_doc_token(b->doc, order[i]);
        if (is_verb(t)) {
            if (verb) verb(b, order[i]);
        } else if (is_nominal(t)) {
            if (noun) noun(b, order[i]);
        } else if (t->upos == PLB_UPOS_ADJ) {
            if (adjective) adjective(b, order[i]);
        }
    }
}

static void flatten(builder *b, int32_t token)
{
    plb_code_work *w = b->w;
    w->arguments[token].first = w->argument.n;
    for (uint8_t how = PLB_ARGUMENT_DIRECT; how <= PLB_ARGUMENT_NEAR; how++)
        for (uint32_t i = b->chains[token].first; i; i = b->nodes.at[i - 1].next) {
            if (b->nodes.at[i - 1].argument.how != how) continue;
            plb_argument *a = PLB_PUSH(b->doc->arena, &w->argument);
            if (!a) return;
            *a = b->nodes.at[i - 1].argument;
            w->arguments[token].n++;
        }
}

plb_status plb_code_arguments(plb_code_work *w, plb_error *err)
{
    plb_doc *doc = w->doc;
    builder b = { .w = w, .doc = doc, .rules = w->coder->argument };
    w->arguments = PLB_NEW(doc->arena, plb_arguments, doc->tokens.n);
    b.chains = PLB_NEW(doc->arena, chain, doc->tokens.n);
    b.dated = PLB_NEW(doc->arena, bool, doc->tokens.n);
    if (!w->arguments || !b.chains || !b.dated)
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its limit of memory");
    for (uint32_t i = 0; i < doc->mentions.n; i++)
        if (doc->mentions.at[i].kind == PLB_MENTION_DATE) b.dated[doc->mentions.at[i].head] = true;
    for (uint32_t i = 0; i < doc->tokens.n; i++) w->arguments[i].carrier = PLB_NONE;
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        const int32_t *order = plb_top_down(doc, s);
        if (!order) continue;
        b.finite = has_finite_verb(doc, s);
        each(&b, order, s->n_tokens, verb_direct, noun_direct, adjective_direct);
        each(&b, order, s->n_tokens, verb_shared, noun_shared, verb_shared);
        each(&b, order, s->n_tokens, verb_near, noun_near, NULL);
        for (int32_t t = 0; t < s->n_tokens; t++) flatten(&b, s->first_token + t);
    }
    if (plb_arena_full(doc->arena))
        return plb_fail(err, PLB_ENOMEM, 0, "the report passes its limit of memory");
    return PLB_OK;
}

int32_t plb_argument_first(const plb_code_work *w, int32_t token, uint16_t role)
{
    int32_t n;
    const plb_argument *a = plb_arguments_of(w, token, &n);
    for (int32_t i = 0; i < n; i++)
        if (a[i].role == role) return a[i].token;
    return PLB_NONE;
}
