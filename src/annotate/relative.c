#include "annotate/relative.h"

typedef enum { NUMBER_UNKNOWN, NUMBER_SINGULAR, NUMBER_PLURAL } number;

static number number_of_noun(const plb_token *t)
{
    switch ((plb_xpos)t->xpos) {
    case PLB_XPOS_NN:
    case PLB_XPOS_NNP:
        return NUMBER_SINGULAR;
    case PLB_XPOS_NNS:
    case PLB_XPOS_NNPS:
        return NUMBER_PLURAL;
    default:
        return NUMBER_UNKNOWN;
    }
}

static number number_of_form(const plb_token *t)
{
    return t->xpos == PLB_XPOS_VBZ   ? NUMBER_SINGULAR
           : t->xpos == PLB_XPOS_VBP ? NUMBER_PLURAL
                                     : NUMBER_UNKNOWN;
}

/* Of a verb or its first auxiliary or copula. */
static number number_of_clause(const plb_doc *doc, int32_t verb)
{
    PLB_EACH_CHILD(doc, verb, c)
    {
        plb_deprel rel = plb_deprel_universal(plb_doc_token(doc, c)->deprel);
        if (rel == PLB_DEP_AUX || rel == PLB_DEP_COP) return number_of_form(plb_doc_token(doc, c));
    }
    return number_of_form(plb_doc_token(doc, verb));
}

/* The relative pronoun that is the clause's subject, or PLB_NONE. */
static int32_t pronoun_of(const plb_doc *doc, int32_t verb)
{
    PLB_EACH_CHILD(doc, verb, c)
    {
        const plb_token *t = plb_doc_token(doc, c);
        if (plb_deprel_universal(t->deprel) == PLB_DEP_NSUBJ &&
            (t->xpos == PLB_XPOS_WDT || t->xpos == PLB_XPOS_WP))
            return c;
    }
    return PLB_NONE;
}

/* The noun right before the pronoun, a comma between them or not, below `head`; or PLB_NONE. */
static int32_t noun_before(const plb_doc *doc, int32_t pronoun, int32_t head)
{
    int32_t t = pronoun - 1;
    if (t > head && plb_doc_token(doc, t)->xpos == PLB_XPOS_COMMA) t--;
    if (t <= head || number_of_noun(plb_doc_token(doc, t)) == NUMBER_UNKNOWN) return PLB_NONE;
    return plb_doc_below(doc, t, head) ? t : PLB_NONE;
}

static bool moves(plb_doc *doc, int32_t verb)
{
    plb_token *clause = plb_doc_token(doc, verb);
    if (clause->deprel != PLB_DEP_ACL_RELCL || clause->head == PLB_NONE) return false;
    int32_t pronoun = pronoun_of(doc, verb);
    if (pronoun == PLB_NONE) return false;
    number wanted = number_of_clause(doc, verb);
    int32_t noun = noun_before(doc, pronoun, clause->head);
    if (wanted == NUMBER_UNKNOWN || noun == PLB_NONE) return false;
    number chosen = number_of_noun(plb_doc_token(doc, clause->head));
    if (chosen == NUMBER_UNKNOWN || chosen == wanted ||
        number_of_noun(plb_doc_token(doc, noun)) != wanted)
        return false;
    clause->head = noun;
    return true;
}

/* A noun that stands right before ", which" and that the parser hung on the clause itself takes the
 * clause's place: as the subject of the verb behind it, if that has none. */
static void take_place(plb_doc *doc, int32_t noun, int32_t verb)
{
    plb_token *n = plb_doc_token(doc, noun), *clause = plb_doc_token(doc, verb);
    bool subject = clause->head != PLB_NONE && clause->head > verb &&
                   plb_doc_child_universal(doc, clause->head, PLB_DEP_NSUBJ) == PLB_NONE;
    n->deprel = clause->head == PLB_NONE ? PLB_DEP_ROOT : subject ? PLB_DEP_NSUBJ : clause->deprel;
    n->head = clause->head;
}

/* A clause whose subject is a relative pronoun behind a noun and a comma is that noun's, whatever
 * else the parser took it for. */
static bool becomes_relative(plb_doc *doc, int32_t verb, int32_t begin)
{
    plb_token *clause = plb_doc_token(doc, verb);
    if (clause->upos != PLB_UPOS_VERB || clause->deprel == PLB_DEP_ACL_RELCL) return false;
    int32_t pronoun = pronoun_of(doc, verb), noun = pronoun - 2;
    if (pronoun == PLB_NONE || noun < begin ||
        plb_doc_token(doc, pronoun - 1)->xpos != PLB_XPOS_COMMA ||
        number_of_noun(plb_doc_token(doc, noun)) == NUMBER_UNKNOWN)
        return false;
    if (plb_doc_token(doc, noun)->head == verb)
        take_place(doc, noun, verb);
    else if (plb_doc_below(doc, noun, verb))
        return false;
    clause->head = noun;
    clause->deprel = PLB_DEP_ACL_RELCL;
    return true;
}

void plb_relative_clauses(plb_doc *doc)
{
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const plb_sentence *s = &doc->sentences.at[i];
        bool moved = false;
        for (int32_t t = s->first_token; t < s->first_token + s->n_tokens; t++)
            moved = moves(doc, t) || becomes_relative(doc, t, s->first_token) || moved;
        if (moved) plb_doc_link(doc, (int32_t)i);
    }
}
