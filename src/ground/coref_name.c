/* ground: names shortened after (or, in a headline, before) their full form. */
#include "ground/coref_internal.h"

enum { MAX_INITIALS = 12 };

static bool is_full_name(const plb_coref *c, int32_t m)
{
    const plb_actor_note *note = plb_coref_note(c, m);
    bool named = note->form == PLB_FORM_NAME || note->form == PLB_FORM_KNOWN;
    return named && note->name_first != PLB_NONE && note->name_last > note->name_first;
}

/* "Sudan Liberation Army" → "sla". */
static plb_str initials_of(const plb_coref *c, const plb_actor_note *note, char out[MAX_INITIALS])
{
    size_t n = 0;
    for (int32_t t = note->name_first; t <= note->name_last && n < MAX_INITIALS; t++) {
        plb_str form = c->doc->tokens.at[t].form;
        if (form.n && form.p[0] >= 'A' && form.p[0] <= 'Z')
            out[n++] = (char)(form.p[0] - 'A' + 'a');
    }
    return (plb_str){ out, n };
}

void plb_coref_register(plb_coref *c, int32_t m)
{
    if (!is_full_name(c, m)) return;
    const plb_actor_note *note = plb_coref_note(c, m);
    uint8_t kind = plb_coref_mention(c, m)->actors[0].kind;
    plb_class noun = c->s->g->organisation_noun;
    bool organisation = kind == PLB_KIND_ORGANISATION || kind == PLB_KIND_GROUP;
    if (!organisation || plb_ground_form_in(c->s, noun, note->name_last, NULL))
        plb_coref_set(c, PLB_KEY_LAST, c->s->lower[note->name_last], m);
    if (kind == PLB_KIND_PERSON || plb_ground_form_in(c->s, noun, note->name_first, NULL))
        plb_coref_set(c, PLB_KEY_FIRST, c->s->lower[note->name_first], m);
    if (kind != PLB_KIND_PERSON) {
        char letters[MAX_INITIALS];
        plb_str initials = initials_of(c, note, letters);
        if (initials.n >= 2) plb_coref_set(c, PLB_KEY_INITIALS, initials, m);
    }
}

static bool is_same_gender(const plb_actor *a, const plb_actor *b)
{
    return !a->gender || !b->gender || a->gender == b->gender;
}

int32_t plb_coref_full_name(const plb_coref *c, int32_t m)
{
    static const plb_name_key KEYS[] = { PLB_KEY_LAST, PLB_KEY_FIRST, PLB_KEY_INITIALS };
    const plb_actor_note *note = plb_coref_note(c, m);
    if (note->name_first == PLB_NONE) return PLB_NONE;
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        int32_t full = plb_coref_get(c, KEYS[i], c->s->lower[note->name_last]);
        if (full == PLB_NONE) continue;
        const plb_mention *a = plb_coref_mention(c, full), *b = plb_coref_mention(c, m);
        if (is_same_gender(&a->actors[0], &b->actors[0])) return full;
    }
    return PLB_NONE;
}
