/* ground: what an entry of the lexicon is on the report's day, and codes in the manner of CAMEO:
 * country or organisation, then sectors ("ISRGOV"). Who held an office before is an elite (ELI). */
#include "ground/actor_internal.h"

bool plb_actor_has(const plb_actor *a, plb_sector sector)
{
    for (int i = 0; i < a->n_sectors; i++)
        if (a->sectors[i] == (uint8_t)sector) return true;
    return false;
}

void plb_actor_sector(plb_actor *a, plb_sector sector)
{
    if (a->n_sectors < PLB_MAX_SECTORS && !plb_actor_has(a, sector))
        a->sectors[a->n_sectors++] = (uint8_t)sector;
}

void plb_actor_code(plb_doc *doc, plb_actor *a)
{
    char code[3 * (PLB_MAX_SECTORS + 1) + 1];
    size_t n = strlen(a->country);
    memcpy(code, a->country, n);
    for (int i = 0; i < a->n_sectors; i++) {
        plb_str sector = plb_sector_name((plb_sector)a->sectors[i]);
        memcpy(code + n, sector.p, sector.n);
        n += sector.n;
    }
    a->code = plb_arena_str(doc->arena, (plb_str){ code, n });
}

/* Offices that the state gives and takes. */
static bool is_state_sector(uint8_t sector)
{
    switch (sector) {
    case PLB_SECTOR_GOV:
    case PLB_SECTOR_LEG:
    case PLB_SECTOR_MIL:
    case PLB_SECTOR_JUD:
    case PLB_SECTOR_COP:
    case PLB_SECTOR_SPY:
        return true;
    default:
        return false;
    }
}

void plb_actor_former(plb_doc *doc, plb_actor *a)
{
    bool held = false;
    for (int i = 0; i < a->n_sectors; i++) held |= is_state_sector(a->sectors[i]);
    if (!held) return;
    a->n_sectors = 0;
    plb_actor_sector(a, PLB_SECTOR_ELI);
    plb_actor_code(doc, a);
}

static plb_hold holds_on(const plb_entry *e, plb_day day)
{
    bool limited = e->from != PLB_DAY_UNKNOWN || e->to != PLB_DAY_UNKNOWN;
    if (day == PLB_DAY_UNKNOWN || !limited) return limited ? PLB_HOLDS_WITHIN : PLB_HOLDS;
    if (e->from != PLB_DAY_UNKNOWN && day < e->from) return PLB_NOT_YET;
    if (e->to != PLB_DAY_UNKNOWN && day > e->to) return PLB_ENDED;
    return PLB_HOLDS_WITHIN;
}

plb_actor plb_actor_of_entry(const plb_grounding *s, const plb_entry *e, bool *former)
{
    plb_actor a = { .name = e->name, .id = e->id, .kind = e->actor_kind, .gender = e->gender };
    memcpy(a.country, e->country, sizeof a.country);
    bool country = e->kind == PLB_ENTRY_COUNTRY || e->kind == PLB_ENTRY_ADJECTIVE ||
                   e->kind == PLB_ENTRY_DEMONYM;
    if (country) a.kind = PLB_KIND_COUNTRY;
    for (int i = 0; i < e->n_sectors; i++) plb_actor_sector(&a, (plb_sector)e->sectors[i]);
    plb_hold when = holds_on(e, s->doc->date);
    *former = when == PLB_ENDED && e->actor_kind == PLB_KIND_PERSON;
    if (when == PLB_NOT_YET && e->actor_kind == PLB_KIND_PERSON) {
        a.n_sectors = 0; /* a citizen still */
        plb_actor_code(s->doc, &a);
        return a;
    }
    if (*former) plb_actor_former(s->doc, &a);
    if (!a.code.n) a.code = e->code;
    if (!a.code.n) plb_actor_code(s->doc, &a);
    return a;
}

/* Whether reading a (which holds as `ha`) is to be preferred to b. */
static bool better(const plb_entry *a, plb_hold ha, const plb_entry *b, plb_hold hb)
{
    if (ha != hb) return ha > hb;
    if (ha == PLB_ENDED) return a->to > b->to;
    if (ha == PLB_NOT_YET) return a->from < b->from;
    return false;
}

uint32_t plb_actor_reading(const plb_grounding *s, const plb_unit *u, const char *country,
                           plb_hold *when)
{
    uint32_t best = u->entry;
    plb_entry best_entry = plb_lexicon_entry(s->lex, best);
    plb_hold best_hold = holds_on(&best_entry, s->doc->date);
    bool unknown_day = s->doc->date == PLB_DAY_UNKNOWN;
    for (uint32_t i = u->match; i < u->match + u->n_match; i++) {
        plb_entry e = plb_lexicon_entry(s->lex, s->match[i].entry);
        if (e.kind != best_entry.kind) continue;
        plb_hold h = holds_on(&e, s->doc->date);
        bool fits = country[0] && strcmp(e.country, country) == 0;
        bool best_fits = country[0] && strcmp(best_entry.country, country) == 0;
        bool later = unknown_day && e.actor_kind == PLB_KIND_PERSON && h == best_hold &&
                     e.from > best_entry.from;
        if (fits < best_fits) continue;
        if (fits > best_fits || later || better(&e, h, &best_entry, best_hold))
            best = s->match[i].entry, best_entry = e, best_hold = h;
    }
    *when = best_hold;
    return best;
}

static bool is_international(const plb_actor *a)
{
    return plb_actor_has(a, PLB_SECTOR_IGO) || plb_actor_has(a, PLB_SECTOR_NGO) ||
           plb_actor_has(a, PLB_SECTOR_IMG) || plb_actor_has(a, PLB_SECTOR_ISM) ||
           plb_actor_has(a, PLB_SECTOR_MNC);
}

void plb_actor_belong(plb_doc *doc, plb_actor *a, const plb_actor *owner, bool generic)
{
    if (!a->country[0]) memcpy(a->country, owner->country, sizeof a->country);
    bool international = !owner->country[0] && is_international(owner);
    if (international) generic = plb_actor_has(a, PLB_SECTOR_GOV);
    bool own_sectors = a->n_sectors > 0 && !(generic && owner->n_sectors > 0);
    if (!own_sectors) {
        memcpy(a->sectors, owner->sectors, sizeof a->sectors);
        a->n_sectors = owner->n_sectors;
        a->code = owner->code;
        if (!a->code.n) plb_actor_code(doc, a);
        return;
    }
    if (!international) {
        plb_actor_code(doc, a);
        return;
    }
    /* Of an organisation without a country ("UN peacekeepers"): its code, then the role's sectors.
     */
    plb_actor own = { .n_sectors = 0 };
    for (int i = 0; i < a->n_sectors; i++)
        if (!plb_actor_has(owner, (plb_sector)a->sectors[i]))
            plb_actor_sector(&own, (plb_sector)a->sectors[i]);
    memcpy(a->sectors, owner->sectors, sizeof a->sectors);
    a->n_sectors = owner->n_sectors;
    plb_actor_code(doc, &own);
    for (int i = 0; i < own.n_sectors; i++) plb_actor_sector(a, (plb_sector)own.sectors[i]);
    a->code = plb_arena_printf(doc->arena, "%.*s%.*s", PLB_FMT(owner->code), PLB_FMT(own.code));
}
