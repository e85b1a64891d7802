/* ground: mentions of actors as they are read: their words, heads, owners, several actors in one.
 */
#include "ground/actor_reading.h"

plb_mention *plb_actor_add(const plb_grounding *s, int32_t first, int32_t last, int32_t head,
                           plb_via via, const plb_actor *actor, plb_actor_note **note)
{
    plb_mention *m = plb_ground_add(s, PLB_MENTION_ACTOR, first, last, head);
    if (!m) return NULL;
    m->via = (uint8_t)via;
    m->actors = PLB_NEW(s->doc->arena, plb_actor, 1);
    if (!m->actors) return NULL;
    m->actors[0] = *actor;
    m->n_actors = 1;
    while (s->notes->note.n < s->doc->mentions.n) {
        plb_actor_note *n = PLB_PUSH(s->doc->arena, &s->notes->note);
        if (!n) return NULL;
        *n = (plb_actor_note){ .owner = PLB_NONE,
                               .same = PLB_NONE,
                               .role = PLB_NONE,
                               .name_first = PLB_NONE,
                               .name_last = PLB_NONE,
                               .role_entry = PLB_NO_ENTRY,
                               .entry = PLB_NO_ENTRY,
                               .entity = PLB_NONE };
    }
    *note = plb_actor_note_of(s, (int32_t)s->doc->mentions.n - 1);
    return m;
}

int32_t plb_read_possessor(const plb_reading *r)
{
    if (!r->first_group || r->p->possessor == PLB_NONE) return PLB_NONE;
    return r->w->phrase[r->p->possessor].mention;
}

/* Adds the mention of the group that ends with `u`; NULL when memory is short. */
plb_mention *plb_read_add(plb_reading *r, const plb_unit *u, plb_via via, const plb_actor *a,
                          plb_actor_note **note)
{
    plb_actor_work *w = r->w;
    int32_t first = r->start;
    if (r->first_group && r->p->possessor != PLB_NONE) first = w->phrase[r->p->possessor].first;
    int32_t head = plb_ground_head(w->doc, r->start <= u->last ? r->start : u->first, u->last);
    if (plb_work_token(w, head)->deprel == PLB_DEP_DET) head = u->last;
    plb_mention *m = plb_actor_add(w->s, first, u->last, head, via, a, note);
    if (!m) {
        r->failed = true;
        return NULL;
    }
    (*note)->definite = r->first_group && (r->definite || r->p->possessor != PLB_NONE);
    (*note)->indefinite = r->first_group && r->indefinite;
    (*note)->foreign = r->foreign;
    /* Tokens of the unit that the tree hangs elsewhere lead to the same mention. */
    for (int32_t t = u->first; t <= u->last; t++) {
        plb_token *token = plb_work_token(w, t);
        bool outside = token->head < u->first || token->head > u->last;
        if (outside && token->mention == PLB_NONE && token->upos != PLB_UPOS_DET)
            token->mention = (int32_t)w->doc->mentions.n - 1;
    }
    if (&w->unit[r->p->last_unit] == u) r->p->mention = (int32_t)w->doc->mentions.n - 1;
    return m;
}

void plb_read_begin(plb_reading *r, int32_t token)
{
    r->n_src = 0;
    r->next = r->former = r->titled = r->foreign = r->first_group = false;
    r->gender = 0;
    r->rank = -1;
    r->start = token;
}

void plb_read_close(plb_reading *r, const plb_unit *u)
{
    plb_read_begin(r, u->last + 1);
}

/* Several sources, several actors: each with the words of its own. */
void plb_read_members(plb_reading *r, plb_mention *m, const plb_actor *base, bool generic)
{
    const plb_actor_work *w = r->w;
    plb_actor *members = PLB_NEW(w->doc->arena, plb_actor, (size_t)r->n_src);
    if (!members) {
        r->failed = true;
        return;
    }
    for (int i = 0; i < r->n_src; i++) {
        members[i] = *base;
        plb_read_take_source(r, &members[i], &r->src[i], generic);
        if (r->former) plb_actor_former(w->doc, &members[i]);
        int32_t last = i + 1 < r->n_src ? r->src[i].last : m->last_token;
        members[i].words =
            (plb_span){ w->doc->tokens.at[r->src[i].first].begin, w->doc->tokens.at[last].end };
        members[i].name = plb_read_words(w, r->src[i].first, last);
    }
    m->actors = members;
    m->n_actors = (uint32_t)r->n_src;
}

static bool has_organisation(const plb_reading *r)
{
    for (int i = 0; i < r->n_src; i++)
        if (r->src[i].org != PLB_NONE) return true;
    return false;
}

/* Whether the possessor is known already. */
bool plb_read_belongs(const plb_reading *r, const plb_actor_note *note)
{
    return !note->outsider && r->w->doc->mentions.at[note->owner].actors[0].code.n;
}

/* What a possessor gives: now where it is known, else its mention is remembered for coreference. */
void plb_read_take_possessor(plb_reading *r, plb_actor *a, plb_actor_note *note, bool generic)
{
    int32_t m = plb_read_possessor(r);
    if (m == PLB_NONE) return;
    note->owner = m;
    if (note->outsider) return;
    const plb_actor *owner = &r->w->doc->mentions.at[m].actors[0];
    if (owner->code.n && !a->country[0] && !has_organisation(r))
        plb_actor_belong(r->w->doc, a, owner, generic);
}
