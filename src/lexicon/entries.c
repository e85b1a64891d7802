/* lexicon: countries, actors, roles and places at run time.
 *
 * A lookup walks the trie as long as tokens lead on, then hands out what ended on the way, from the
 * longest to the shortest. What is written with capitals must have one in the text too, where case
 * says anything: "turkey" is no country and "us" no state; but "UN security council" is the
 * council. */
#include <math.h>

#include "lexicon/image.h"
#include "lexicon/name_key.h"
#include "lexicon/trie.h"

plb_status plb_lex_check_entries(plb_lexicon *lex, plb_error *err)
{
    PLB_LEX_LOAD(lex, "entries", entries, n_entries, err);
    PLB_LEX_LOAD(lex, "countries", countries, n_countries, err);
    for (uint32_t i = 0; i < lex->n_entries; i++) {
        const plb_lex_entry *e = &lex->entries[i];
        bool ok = plb_lex_ref_ok(lex, e->id) && plb_lex_ref_ok(lex, e->name) &&
                  plb_lex_ref_ok(lex, e->code) && plb_lex_ref_ok(lex, e->role) &&
                  plb_lex_ref_ok(lex, e->admin1) && !e->country[3] && e->kind <= PLB_ENTRY_PLACE &&
                  e->actor_kind <= PLB_KIND_OFFICE && e->precision <= PLB_PRECISION_COUNTRY &&
                  e->n_sectors <= PLB_MAX_SECTORS;
        for (int k = 0; ok && k < e->n_sectors; k++) ok = e->sectors[k] < PLB_N_SECTORS;
        if (!ok) return plb_fail(err, PLB_EPARSE, i, "lexicon: entry %u out of bounds", i);
    }
    for (uint32_t i = 0; i < lex->n_countries; i++) {
        const plb_lex_country *c = &lex->countries[i];
        if (!plb_lex_ref_ok(lex, c->capital) || !plb_lex_ref_ok(lex, c->region) ||
            c->entry >= lex->n_entries || c->iso3[3] || c->iso2[3] || c->fips[3] || c->cameo[3])
            return plb_fail(err, PLB_EPARSE, i, "lexicon: country %u out of bounds", i);
    }
    return PLB_OK;
}

uint32_t plb_lexicon_n_entries(const plb_lexicon *lex)
{
    return lex->n_entries;
}

static double degrees(int32_t millionths)
{
    return millionths == PLB_LEX_NOWHERE ? NAN : (double)millionths / PLB_LEX_DEGREE;
}

plb_entry plb_lexicon_entry(const plb_lexicon *lex, uint32_t entry)
{
    const plb_lex_entry *e = &lex->entries[entry];
    plb_entry out = { .kind = e->kind,
                      .actor_kind = e->actor_kind,
                      .gender = e->gender,
                      .rank = e->rank,
                      .metonym = e->flags & PLB_LEX_ENTRY_METONYM,
                      .needs_case = e->flags & PLB_LEX_ENTRY_NEEDS_CASE,
                      .n_sectors = e->n_sectors,
                      .id = plb_lex_string(lex, e->id),
                      .name = plb_lex_string(lex, e->name),
                      .code = plb_lex_string(lex, e->code),
                      .role = plb_lex_string(lex, e->role),
                      .from = e->from,
                      .to = e->to,
                      .lat = degrees(e->lat),
                      .lon = degrees(e->lon),
                      .admin1 = plb_lex_string(lex, e->admin1),
                      .geonames = e->geonames,
                      .population = e->population,
                      .precision = e->precision };
    memcpy(out.country, e->country, sizeof out.country);
    memcpy(out.sectors, e->sectors, sizeof out.sectors);
    return out;
}

/* Where the code is, or n_countries. */
static uint32_t find_country(const plb_lexicon *lex, plb_str iso3)
{
    char key[4] = { 0 };
    if (iso3.n != 3) return lex->n_countries;
    memcpy(key, iso3.p, 3);
    uint32_t low = 0, high = lex->n_countries;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = memcmp(lex->countries[middle].iso3, key, 4);
        if (order == 0) return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return lex->n_countries;
}

bool plb_lexicon_country(const plb_lexicon *lex, plb_str iso3, plb_entry *out)
{
    uint32_t i = find_country(lex, iso3);
    if (i == lex->n_countries) return false;
    *out = plb_lexicon_entry(lex, lex->countries[i].entry);
    return true;
}

uint32_t plb_lexicon_n_countries(const plb_lexicon *lex)
{
    return lex->n_countries;
}

plb_country plb_lexicon_country_at(const plb_lexicon *lex, uint32_t i)
{
    const plb_lex_country *c = &lex->countries[i];
    plb_country out = { .iso_number = c->iso_number,
                        .cow = c->cow,
                        .gw = c->gw,
                        .capital = plb_lex_string(lex, c->capital),
                        .region = plb_lex_string(lex, c->region),
                        .capital_lat = c->capital_lat,
                        .capital_lon = c->capital_lon,
                        .entry = c->entry };
    memcpy(out.iso3, c->iso3, 4);
    memcpy(out.iso2, c->iso2, 4);
    memcpy(out.fips, c->fips, 4);
    memcpy(out.cameo, c->cameo, 4);
    return out;
}

bool plb_lexicon_country_codes(const plb_lexicon *lex, plb_str iso3, plb_country *out)
{
    uint32_t i = find_country(lex, iso3);
    if (i < lex->n_countries) *out = plb_lexicon_country_at(lex, i);
    return i < lex->n_countries;
}

/* ---- matching
 * -------------------------------------------------------------------------------------- */

/* How the tokens of a stretch are written, worked out once something ends in it. */
typedef struct {
    uint32_t capital, upper;
    uint32_t silent; /* bit i: nothing can be read from the case of token i */
    uint32_t first;  /* bit i: token i begins its sentence */
    bool acronym;    /* the first token is a few capitals */
} stretch_case;

/* Whether nothing but signs stands before the token in its sentence. */
static bool begins_sentence(const plb_doc *doc, int32_t token)
{
    int32_t first = doc->sentences.at[doc->tokens.at[token].sentence].first_token;
    for (int32_t i = token - 1; i >= first; i--) {
        plb_str form = doc->tokens.at[i].form;
        unsigned char c = form.n ? (unsigned char)form.p[0] : 0;
        if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) return false;
    }
    return true;
}

/* In a text of capitals an acronym looks like any word: there the tagger decides, once it has. */
static bool may_be_name(const plb_token *t)
{
    return t->upos == PLB_UPOS_PROPN || !t->lemma.p;
}

static stretch_case read_case(const plb_doc *doc, int32_t token, int32_t n)
{
    stretch_case out = { 0 };
    for (int32_t i = 0; i < n; i++) {
        const plb_token *t = &doc->tokens.at[token + i];
        uint32_t bit = 1U << i;
        if (plb_token_capital(t->form)) out.capital |= bit;
        uint32_t letters;
        if (plb_token_upper(t->form, &letters)) out.upper |= bit;
        if (i == 0) out.acronym = (out.upper & 1) && letters <= PLB_KEY_SHORT_ACRONYM;
        if (t->flags & PLB_TOKEN_CAPS) out.silent |= bit;
    }
    if (begins_sentence(doc, token)) out.first = 1;
    return out;
}

static bool case_fits(const plb_lex_item *item, const stretch_case *text, const plb_token *first,
                      int32_t n)
{
    uint32_t all = n == 32 ? UINT32_MAX : (1U << n) - 1;
    if (item->flags & PLB_LEX_ITEM_EXACT) {
        if ((text->silent & all) && !may_be_name(first)) return false;
        uint32_t heard = all & ~text->silent; /* where a text is in capitals, more are allowed */
        return (item->upper & ~text->upper & all) == 0 &&
               (item->capital & ~text->capital & all) == 0 &&
               (text->upper & ~item->upper & heard) == 0;
    }
    if (!item->capital || (text->silent & item->capital)) return true;
    if (n == 1 && text->acronym && !(item->upper & 1)) return false; /* the UN is not Un */
    uint32_t evidence = text->capital & item->capital;
    bool several = (item->capital & (item->capital - 1)) != 0;
    return (several ? evidence & ~text->first : evidence) != 0;
}

/* A node on the way. */
typedef struct {
    uint32_t form, lemma; /* nodes by the form and by the lemma of its last token; 0: none */
} step;

typedef struct {
    const plb_lexicon *lex;
    const plb_doc *doc;
    int32_t token;
    plb_match *out;
    size_t n, max;
    stretch_case text;
} lookup;

static bool is_plural(const plb_token *t)
{
    return t->xpos == PLB_XPOS_NNS || t->xpos == PLB_XPOS_NNPS;
}

static bool has_entry(const lookup *l, int32_t n_tokens, uint32_t entry)
{
    for (size_t i = l->n; i > 0 && l->out[i - 1].n_tokens == n_tokens; i--)
        if (l->out[i - 1].entry == entry) return true;
    return false;
}

static void hand_out(lookup *l, uint32_t node, int32_t n_tokens, bool by_lemma)
{
    const plb_lex_node *at = &l->lex->nodes[node];
    const plb_token *first = &l->doc->tokens.at[l->token];
    for (uint32_t i = 0; i < at->n_items && l->n < l->max; i++) {
        const plb_lex_item *item = &l->lex->items[at->first_item + i];
        if (by_lemma && !(item->flags & PLB_LEX_ITEM_LEMMA)) continue;
        if (item->value >= l->lex->n_entries) continue;
        if (!case_fits(item, &l->text, first, n_tokens)) continue;
        if (has_entry(l, n_tokens, item->value)) continue;
        bool plural =
            item->flags & PLB_LEX_ITEM_PLURAL || (by_lemma && is_plural(&first[n_tokens - 1]));
        l->out[l->n++] = (plb_match){ n_tokens, item->value, plural };
    }
}

size_t plb_lexicon_lookup(const plb_lexicon *lex, const plb_doc *doc, int32_t token, int32_t end,
                          plb_match *out, size_t max)
{
    if (lex->n_nodes <= PLB_LEX_ENTRY_ROOT) return 0;
    step steps[PLB_LEX_MAX_KEY];
    int32_t n = 0, longest = 0;
    for (uint32_t node = PLB_LEX_ENTRY_ROOT; node && token + n < end && n < PLB_LEX_MAX_KEY; n++) {
        const plb_token *t = &doc->tokens.at[token + n];
        uint32_t before = node;
        uint32_t form_word = plb_lex_form(lex, t);
        bool same = !t->lemma.p || plb_str_eq(t->lemma, t->form);
        uint32_t lemma_word = same ? form_word : plb_lex_lemma(lex, t);
        node = plb_lex_step(lex, before, form_word);
        uint32_t lemma = lemma_word == form_word ? 0 : plb_lex_step(lex, before, lemma_word);
        steps[n] = (step){ node, lemma };
        if ((node && lex->nodes[node].n_items) || (lemma && lex->nodes[lemma].n_items))
            longest = n + 1;
    }
    if (!longest) return 0;
    lookup l = { lex, doc, token, out, 0, max, read_case(doc, token, longest) };
    for (int32_t i = longest; i > 0; i--) {
        if (steps[i - 1].form) hand_out(&l, steps[i - 1].form, i, false);
        if (steps[i - 1].lemma) hand_out(&l, steps[i - 1].lemma, i, true);
    }
    return l.n;
}

size_t plb_lexicon_lookup_text(const plb_lexicon *lex, plb_str words, plb_match *out, size_t max)
{
    if (lex->n_nodes <= PLB_LEX_ENTRY_ROOT) return 0;
    plb_key key[PLB_KEY_MAX_VARIANTS];
    uint32_t n_keys = plb_key_variants(NULL, words, key);
    for (uint32_t k = 0; k < n_keys; k++) {
        uint32_t node = PLB_LEX_ENTRY_ROOT;
        if (key[k].drop) break; /* what the lexicon knows with a sign it knows without */
        for (uint32_t i = 0; node && i < key[k].n; i++)
            node = plb_lex_step(lex, node, plb_lex_word(lex, key[k].token[i]));
        if (!node || !lex->nodes[node].n_items) continue;
        const plb_lex_node *at = &lex->nodes[node];
        size_t n = 0;
        for (uint32_t i = 0; i < at->n_items && n < max; i++) {
            const plb_lex_item *item = &lex->items[at->first_item + i];
            if (item->value >= lex->n_entries) continue;
            out[n++] = (plb_match){ (int32_t)key[k].n, item->value,
                                    (item->flags & PLB_LEX_ITEM_PLURAL) != 0 };
        }
        return n;
    }
    return 0;
}
