/* code: the signatures of a governor and the kind of complement that a dependent is of it. In: a
 * tree. Method: UD relations and the Penn tags of the dependent name the kind (finite, infinitive,
 * gerund, …, or its preposition); embedding.tsv has the rest. */
#include "code/status_internal.h"

enum { MAX_KEY = 96, MAX_STEPS = 4 };

/* The lemma in lower case, in `key`; 0 where it does not fit. Lemmas are ASCII where classes have
 * them. */
static size_t put_lemma(char *key, size_t at, const plb_token *token)
{
    plb_str word = token->lemma.n ? token->lemma : token->form;
    if (word.n == 0 || at + word.n > MAX_KEY) return 0;
    for (size_t i = 0; i < word.n; i++) {
        char c = word.p[i];
        key[at + i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return at + word.n;
}

bool plb_status_word(const plb_status_rules *rules, const plb_doc *doc, int32_t token,
                     plb_status_class cls, plb_str *value)
{
    plb_class c = rules->cls[cls];
    return plb_lexicon_phrase(rules->lex, c, PLB_MATCH_LEMMA, doc, token, token + 1, value) ||
           plb_lexicon_phrase(rules->lex, c, PLB_MATCH_FORM, doc, token, token + 1, value);
}

static bool governs(const plb_token *t, uint8_t *pos)
{
    switch (t->upos) {
    case PLB_UPOS_VERB:
    case PLB_UPOS_AUX:
        *pos = PLB_UPOS_VERB;
        return true;
    case PLB_UPOS_NOUN:
    case PLB_UPOS_PROPN:
        *pos = PLB_UPOS_NOUN;
        return true;
    case PLB_UPOS_ADJ:
        *pos = PLB_UPOS_ADJ;
        return true;
    default:
        return false;
    }
}

static plb_signatures with_second_word(const plb_status_rules *rules, const plb_doc *doc, char *key,
                                       size_t n, int32_t second, uint8_t pos)
{
    if (second == PLB_NONE || n == MAX_KEY) return (plb_signatures){ 0, 0 };
    key[n] = '_';
    size_t end = put_lemma(key, n + 1, plb_doc_token(doc, second));
    if (!end) return (plb_signatures){ 0, 0 };
    return plb_embedding_find(&rules->embedding, (plb_str){ key, end }, pos);
}

plb_signatures plb_status_signatures(const plb_status_rules *rules, const plb_doc *doc,
                                     int32_t token)
{
    const plb_token *t = plb_doc_token(doc, token);
    char key[MAX_KEY];
    uint8_t pos;
    size_t n = governs(t, &pos) ? put_lemma(key, 0, t) : 0;
    if (!n) return (plb_signatures){ 0, 0 };
    if (pos == PLB_UPOS_VERB) {
        int32_t particle = plb_doc_child(doc, token, PLB_DEP_COMPOUND_PRT);
        plb_signatures found = with_second_word(rules, doc, key, n, particle, pos);
        if (!found.n)
            found =
                with_second_word(rules, doc, key, n, plb_doc_child(doc, token, PLB_DEP_OBJ), pos);
        if (found.n) return found;
    }
    return plb_embedding_find(&rules->embedding, (plb_str){ key, n }, pos);
}

/* The preposition or subordinating word of a dependent that is no infinitive's "to". */
static plb_str preposition(const plb_doc *doc, int32_t dep)
{
    PLB_EACH_CHILD(doc, dep, c)
    {
        const plb_token *t = plb_doc_token(doc, c);
        bool marks = t->deprel == PLB_DEP_CASE || t->deprel == PLB_DEP_MARK;
        if (marks && t->xpos != PLB_XPOS_TO && t->lemma.n) return t->lemma;
    }
    return (plb_str){ 0 };
}

static bool has_infinitive_mark(const plb_doc *doc, int32_t dep)
{
    PLB_EACH_CHILD(doc, dep, c)
    {
        const plb_token *t = plb_doc_token(doc, c);
        if (t->deprel == PLB_DEP_MARK && t->xpos == PLB_XPOS_TO) return true;
    }
    return false;
}

/* A clause by the form of its head: infinitive, gerund, bare, finite; of copular clauses by the
 * copula. */
static plb_str clause_form(const plb_doc *doc, int32_t dep)
{
    if (has_infinitive_mark(doc, dep)) return PLB_STR("infinitive");
    const plb_token *t = plb_doc_token(doc, dep);
    int32_t aux = plb_doc_child_universal(doc, dep, PLB_DEP_AUX);
    if (aux == PLB_NONE) aux = plb_doc_child(doc, dep, PLB_DEP_COP);
    uint8_t xpos = aux == PLB_NONE ? t->xpos : plb_doc_token(doc, aux)->xpos;
    switch (xpos) {
    case PLB_XPOS_VBG:
        return PLB_STR("gerund");
    case PLB_XPOS_VB:
        return PLB_STR("bare");
    default:
        return PLB_STR("finite");
    }
}

static plb_str adjunct_clause(const plb_doc *doc, int32_t dep)
{
    plb_str form = clause_form(doc, dep);
    if (plb_str_is(form, "infinitive")) return form;
    if (plb_str_is(form, "gerund")) return preposition(doc, dep);
    return (plb_str){ 0 };
}

plb_str plb_status_complement(const plb_doc *doc, int32_t dep)
{
    const plb_token *t = plb_doc_token(doc, dep);
    switch (t->deprel) {
    case PLB_DEP_CCOMP:
        return clause_form(doc, dep);
    case PLB_DEP_XCOMP:
        if (t->upos != PLB_UPOS_VERB && !has_infinitive_mark(doc, dep)) return (plb_str){ 0 };
        return t->xpos == PLB_XPOS_VBN ? PLB_STR("object") : clause_form(doc, dep);
    case PLB_DEP_CSUBJ:
    case PLB_DEP_CSUBJ_PASS:
    case PLB_DEP_CSUBJ_OUTER:
        return clause_form(doc, dep);
    case PLB_DEP_ADVCL:
        return adjunct_clause(doc, dep);
    case PLB_DEP_ACL: {
        plb_str found = adjunct_clause(doc, dep);
        bool content = !found.n && plb_doc_child(doc, dep, PLB_DEP_MARK) != PLB_NONE;
        return content ? PLB_STR("finite") : found;
    }
    case PLB_DEP_ACL_RELCL: /* with a mark it is no relative clause, whatever the parser says */
        if (plb_doc_child(doc, dep, PLB_DEP_MARK) == PLB_NONE) return (plb_str){ 0 };
        return clause_form(doc, dep);
    case PLB_DEP_OBJ:
    case PLB_DEP_NSUBJ_PASS:
        return PLB_STR("object");
    case PLB_DEP_NSUBJ:
    case PLB_DEP_NSUBJ_OUTER:
    case PLB_DEP_OBL_AGENT:
        return PLB_STR("subject");
    case PLB_DEP_OBL:
    case PLB_DEP_NMOD:
        return preposition(doc, dep);
    case PLB_DEP_NMOD_POSS:
        return PLB_STR("possessor");
    case PLB_DEP_COMPOUND:
        return PLB_STR("compound");
    default:
        return (plb_str){ 0 };
    }
}

bool plb_status_signature(const plb_status_rules *rules, plb_signatures rows, plb_str complement,
                          plb_signature *out)
{
    if (!rows.n || !complement.n) return false;
    if (plb_embedding_signature(&rules->embedding, rows, complement, out)) return true;
    bool clause = plb_str_is(complement, "finite") || plb_str_is(complement, "infinitive") ||
                  plb_str_is(complement, "gerund") || plb_str_is(complement, "bare");
    return clause && plb_embedding_signature(&rules->embedding, rows, PLB_STR("clause"), out);
}

static bool hangs_on_noun(const plb_doc *doc, int32_t dep)
{
    switch (plb_doc_token(doc, dep)->deprel) {
    case PLB_DEP_ACL:
    case PLB_DEP_ACL_RELCL:
    case PLB_DEP_NMOD:
        return true;
    default:
        return false;
    }
}

/* What hangs on a noun without a signature for it may belong to the verb above: "told the families
 * of the dead that …", "accused the army of torture". A verb with a clause of its own takes no
 * other. */
int32_t plb_status_governor(const plb_status_rules *rules, const plb_doc *doc,
                            const plb_signatures *signatures, int32_t dep, plb_str kind,
                            plb_signature *out)
{
    int32_t g = plb_doc_token(doc, dep)->head;
    if (g == PLB_NONE || !kind.n) return PLB_NONE;
    if (plb_status_signature(rules, signatures[g], kind, out)) return g;
    if (!hangs_on_noun(doc, dep)) return PLB_NONE;
    for (int i = 0; i < MAX_STEPS; i++) {
        uint8_t upos = plb_doc_token(doc, g)->upos;
        if (upos == PLB_UPOS_VERB) break;
        g = plb_doc_token(doc, g)->head;
        if (g == PLB_NONE) return PLB_NONE;
    }
    bool taken = plb_str_is(kind, "finite") && plb_doc_child(doc, g, PLB_DEP_CCOMP) != PLB_NONE;
    if (taken || plb_doc_token(doc, g)->upos != PLB_UPOS_VERB || g > dep) return PLB_NONE;
    return plb_status_signature(rules, signatures[g], kind, out) ? g : PLB_NONE;
}
