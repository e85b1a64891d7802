/* The data as it is shipped: every name of every source row is found, whole, where a report names
 * it. */
#include "lexicon/test_sources.h"

#include "lexicon/name_split.h"
#include "lexicon/source.h"

typedef struct {
    plb_lexicon *lex;
    plb_name_splitter splitter;
    plb_arena *arena; /* of the files */
    plb_buf misses;
    unsigned n_names, n_misses;
} fixture;

static void setup(fixture *f)
{
    plb_error err;
    *f = (fixture){ .arena = plb_arena_new(1 << 28) };
    if (plb_lexicon_open(PLB_BINARY_DIR "/polybius-en.lex", &f->lex, &err) != PLB_OK)
        fail_msg("%s", err.msg);
    assert_true(plb_name_splitter_begin(&f->splitter, f->lex));
}

static void teardown(fixture *f)
{
    plb_buf_free(&f->misses);
    plb_name_splitter_end(&f->splitter);
    plb_arena_free(f->arena);
    plb_lexicon_close(f->lex);
}

/* Whether a lookup at the first token of `key`, with a word before and behind, finds all of it as
 * an entry of that kind and name. */
static bool found(const fixture *f, const plb_key *key, plb_entry_kind kind, plb_str name)
{
    plb_token tokens[PLB_KEY_MAX_TOKENS + 2] = { { .form = PLB_STR("of") } };
    for (uint32_t i = 0; i < key->n; i++) tokens[i + 1].form = key->token[i];
    tokens[key->n + 1].form = PLB_STR("today");
    plb_sentence sentence = { .n_tokens = (int32_t)key->n + 2 };
    plb_doc doc = { .sentences = { &sentence, 1, 1 },
                    .tokens = { tokens, key->n + 2, key->n + 2 } };
    plb_match m[64];
    size_t n = plb_lexicon_lookup(f->lex, &doc, 1, (int32_t)key->n + 2, m, 64);
    for (size_t i = 0; i < n; i++) {
        plb_entry e = plb_lexicon_entry(f->lex, m[i].entry);
        if (m[i].n_tokens == (int32_t)key->n && e.kind == kind && plb_str_eq(e.name, name))
            return true;
    }
    return false;
}

static void check_names(fixture *f, plb_str list, plb_entry_kind kind, plb_str name)
{
    for (plb_str one; list.n && plb_str_split(&list, '|', &one);) {
        one = plb_str_trim(one);
        if (one.n && one.p[one.n - 1] == '!') one.n--;
        if (!one.n) continue;
        plb_key key;
        f->n_names++;
        if (plb_name_split(&f->splitter, one, &key) && found(f, &key, kind, name)) continue;
        if (f->n_misses++ < 20) plb_buf_printf(&f->misses, "%.*s\n", PLB_FMT(one));
    }
}

enum { MOST_COLUMNS = 4 };

/* Columns of names by their number; the first one is that of the name. */
static void check_file(fixture *f, plb_str path, plb_entry_kind kind,
                       const int columns[MOST_COLUMNS])
{
    plb_str text;
    plb_error err;
    if (plb_source_read(f->arena, path.p, &text, &err) != PLB_OK) fail_msg("%s", err.msg);
    plb_tsv t = plb_tsv_begin(text);
    assert_true(plb_tsv_next(&t)); /* the header line */
    while (plb_tsv_next(&t))
        for (int i = 0; i < MOST_COLUMNS && columns[i] >= 0; i++)
            check_names(f, t.field[columns[i]], kind, t.field[columns[0]]);
    if (f->n_misses)
        fail_msg("%s: %u of %u names are not found:\n%.*s", path.p, f->n_misses, f->n_names,
                 (int)f->misses.n, f->misses.p);
}

#define DATA PLB_SOURCE_DIR "/data/lexicon/en/"

static void countries_are_found(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    check_file(&f, plb_str_of(DATA "countries.tsv"), PLB_ENTRY_COUNTRY, (int[]){ 7, 8, 11, -1 });
    assert_true(f.n_names > 1000);
    teardown(&f);
}

static void places_are_found(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    check_file(&f, plb_str_of(DATA "places.tsv"), PLB_ENTRY_PLACE, (int[]){ 0, 1, -1, -1 });
    assert_true(f.n_names > 30000);
    teardown(&f);
}

static void roles_are_found(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    check_file(&f, plb_str_of(DATA "roles.tsv"), PLB_ENTRY_ROLE, (int[]){ 0, 4, -1, -1 });
    assert_true(f.n_names > 500);
    teardown(&f);
}

static void actors_are_found(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    plb_paths paths;
    assert_int_equal(plb_source_list(f.arena, DATA "actors", ".tsv", &paths, NULL), PLB_OK);
    for (uint32_t i = 0; i < paths.n; i++)
        check_file(&f, paths.at[i], PLB_ENTRY_ACTOR, (int[]){ 0, 1, -1, -1 });
    assert_true(f.n_names > 1200);
    teardown(&f);
}

/* Parties are treated alike: each state with a capital has a name and a word for its people. */
static void states_have_the_same_kinds_of_forms(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    uint32_t n = plb_lexicon_n_countries(f.lex), n_states = 0;
    assert_true(n >= 249);
    uint32_t kinds[512] = { 0 };
    assert_true(n < 512);
    for (uint32_t e = 0; e < plb_lexicon_n_entries(f.lex); e++) {
        plb_entry entry = plb_lexicon_entry(f.lex, e);
        if (entry.kind > PLB_ENTRY_DEMONYM) continue;
        for (uint32_t i = 0; i < n; i++)
            if (strcmp(plb_lexicon_country_at(f.lex, i).iso3, entry.country) == 0)
                kinds[i] |= 1U << entry.kind;
    }
    for (uint32_t i = 0; i < n; i++) {
        plb_country c = plb_lexicon_country_at(f.lex, i);
        if (c.gw < 0 || !c.capital.n) continue;
        n_states++;
        bool has_name = kinds[i] & 1U << PLB_ENTRY_COUNTRY;
        bool has_people = kinds[i] & (1U << PLB_ENTRY_ADJECTIVE | 1U << PLB_ENTRY_DEMONYM);
        if (!has_name || !has_people) fail_msg("%s lacks a form: %u", c.iso3, kinds[i]);
    }
    assert_true(n_states > 190);
    teardown(&f);
}

/* No other entry comes before a country under one of its names: what holds for one holds for all.
 */
static void countries_come_first(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    plb_str text;
    assert_int_equal(plb_source_read(f.arena, DATA "countries.tsv", &text, NULL), PLB_OK);
    plb_tsv t = plb_tsv_begin(text);
    while (plb_tsv_next(&t))
        for (int column = 7; column <= 10; column++) {
            plb_str list = t.field[column];
            for (plb_str name; list.n && plb_str_split(&list, '|', &name);) {
                plb_match m;
                if (plb_lexicon_lookup_text(f.lex, name, &m, 1) == 0) continue; /* the header */
                if (plb_lexicon_entry(f.lex, m.entry).kind > PLB_ENTRY_DEMONYM)
                    fail_msg("%.*s is another entry first", PLB_FMT(name));
            }
        }
    teardown(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(countries_are_found),
        cmocka_unit_test(places_are_found),
        cmocka_unit_test(roles_are_found),
        cmocka_unit_test(actors_are_found),
        cmocka_unit_test(countries_come_first),
        cmocka_unit_test(states_have_the_same_kinds_of_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
