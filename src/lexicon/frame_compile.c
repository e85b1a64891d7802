/* lexicon: compiles frames. In: the text of .frames files. Out: the arrays of frame.h. A file is
 * read line by line; each line's first word names the function that reads the rest (table LINES).
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/compilation.h"
#include "lexicon/frame.h"

/* Lists that a frame begins with. */
typedef struct {
    plb_frame_run source[PLB_N_POS], target[PLB_N_POS], through;
    uint8_t need[PLB_N_POS];
    bool resort;
} defaults;

typedef enum { IN_NOTHING, IN_DEFAULT, IN_FRAME, IN_COMPOSE, IN_CONVERT } block;

typedef struct {
    plb_compilation *run;
    plb_arena *arena;
    bool full; /* memory was short */

    PLB_VEC(plb_frame_rule) rule;
    PLB_VEC(plb_frame_key) key;
    PLB_VEC(plb_frame_place) list;
    PLB_VEC(plb_frame_test) test;
    PLB_VEC(plb_frame_word) word;
    PLB_VEC(plb_frame_line) line;
    PLB_VEC(plb_frame_inner) inner;
    PLB_VEC(plb_frame_text) role;
    PLB_VEC(plb_frame_example) example;
    PLB_VEC(char) text;
    uint32_t *slot; /* [n_slot] index + 1 in `strings`: open addressing */
    uint32_t n_slot;
    PLB_VEC(plb_frame_text) strings;

    /* where the reading is */
    const char *path;
    uint64_t at;
    plb_str file; /* "assault" */
    plb_frame_text file_name;
    block in;
    bool has_code, has_example, has_key;
    defaults everywhere, here;
} compiler;

/* ---- findings and strings ---- */

static void fault(compiler *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void fault(compiler *c, const char *format, ...)
{
    char message[200];
    va_list values;
    va_start(values, format);
    vsnprintf(message, sizeof message, format, values);
    va_end(values);
    plb_compilation_find(c->run, c->path, c->at, true, "%s", message);
}

static plb_str text_of(const compiler *c, plb_frame_text t)
{
    return (plb_str){ c->text.at + t.at, t.n };
}

static void grow_slots(compiler *c)
{
    uint32_t n = c->n_slot ? 2 * c->n_slot : 1024;
    uint32_t *slot = PLB_NEW(c->arena, uint32_t, n);
    if (!slot) {
        c->full = true;
        return;
    }
    for (uint32_t i = 0; i < c->strings.n; i++) {
        uint32_t at = (uint32_t)plb_hash(text_of(c, c->strings.at[i]), 0) & (n - 1);
        while (slot[at]) at = (at + 1) & (n - 1);
        slot[at] = i + 1;
    }
    c->slot = slot;
    c->n_slot = n;
}

/* The string, kept once. */
static plb_frame_text intern(compiler *c, plb_str s)
{
    if (2 * (c->strings.n + 1) > c->n_slot) grow_slots(c);
    if (c->full) return (plb_frame_text){ 0, 0 };
    uint32_t at = (uint32_t)plb_hash(s, 0) & (c->n_slot - 1);
    for (; c->slot[at]; at = (at + 1) & (c->n_slot - 1)) {
        plb_frame_text known = c->strings.at[c->slot[at] - 1];
        if (plb_str_eq(text_of(c, known), s)) return known;
    }
    plb_frame_text fresh = { c->text.n, (uint32_t)s.n };
    for (size_t i = 0; i < s.n; i++) {
        char *byte = PLB_PUSH(c->arena, &c->text);
        if (byte) *byte = s.p[i];
    }
    plb_frame_text *kept = PLB_PUSH(c->arena, &c->strings);
    if (!kept || plb_arena_full(c->arena)) {
        c->full = true;
        return (plb_frame_text){ 0, 0 };
    }
    *kept = fresh;
    c->slot[at] = c->strings.n;
    return fresh;
}

/* A new element of one of the arrays; where memory is short, a dummy and `full`. */
#define ADD(c, vec, type) (*(type *)add((c), PLB_PUSH((c)->arena, &(c)->vec), &(type){ 0 }))
static void *add(compiler *c, void *element, void *dummy)
{
    if (element) return element;
    c->full = true;
    return dummy;
}

/* ---- pieces of lines ---- */

/* The next piece before `sep`, trimmed; false at the end. */
static bool next_piece(plb_str *rest, char sep, plb_str *piece)
{
    if (!plb_str_split(rest, sep, piece)) return false;
    *piece = plb_str_trim(*piece);
    return true;
}

/* The next word; false where none is left. */
static bool next_word(plb_str *rest, plb_str *word)
{
    *rest = plb_str_trim(*rest);
    if (rest->n == 0) return false;
    size_t n = 0;
    while (n < rest->n && rest->p[n] != ' ' && rest->p[n] != '\t') n++;
    *word = plb_str_slice(*rest, 0, n);
    *rest = plb_str_slice(*rest, n, rest->n);
    return true;
}

/* What stands before and behind the first `sep`; false where there is none. */
static bool cut(plb_str s, const char *sep, plb_str *before, plb_str *behind)
{
    size_t n = strlen(sep);
    for (size_t i = 0; i + n <= s.n; i++) {
        if (memcmp(s.p + i, sep, n) != 0) continue;
        *before = plb_str_trim(plb_str_slice(s, 0, i));
        *behind = plb_str_trim(plb_str_slice(s, i + n, s.n));
        return true;
    }
    return false;
}

static bool all_digits(plb_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9') return false;
    return s.n > 0;
}

/* ---- roles and lists ---- */

static const struct {
    const char *name;
    uint16_t role;
} ROLES[] = {
    { "subj", PLB_ROLE_SUBJ },
    { "obj", PLB_ROLE_OBJ },
    { "iobj", PLB_ROLE_IOBJ },
    { "poss", PLB_ROLE_POSS },
    { "mod", PLB_ROLE_MOD },
    { "clause", PLB_ROLE_CLAUSE },
    { "self", PLB_ROLE_SELF },
    { "inner.source", PLB_ROLE_INNER_SOURCE },
    { "inner.target", PLB_ROLE_INNER_TARGET },
    { "inner.subj", PLB_ROLE_INNER_SUBJ },
};

static uint16_t role_of(compiler *c, plb_str name)
{
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
        if (plb_str_is(name, ROLES[i].name)) return ROLES[i].role;
    for (uint32_t i = 0; i < c->role.n; i++)
        if (plb_str_eq(text_of(c, c->role.at[i]), name)) return (uint16_t)(PLB_N_FIXED_ROLES + i);
    for (size_t i = 0; i < name.n; i++)
        if (!(name.p[i] >= 'a' && name.p[i] <= 'z') && name.p[i] != '_') {
            fault(c, "\"%.*s\" is no role", PLB_FMT(name));
            return PLB_ROLE_OTHER;
        }
    plb_frame_text text = intern(c, name);
    ADD(c, role, plb_frame_text) = text;
    return (uint16_t)(PLB_N_FIXED_ROLES + c->role.n - 1);
}

static void add_place(compiler *c, plb_str words, bool joined)
{
    plb_frame_place place = { .joined = joined };
    for (int i = 0; i < PLB_FRAME_PATH; i++) place.path[i] = PLB_ROLE_OTHER;
    bool of_inner = plb_str_starts(words, PLB_STR("inner."));
    plb_str step, rest = words;
    if (of_inner) {
        place.path[0] = role_of(c, words);
    } else {
        int i = 0;
        while (next_piece(&rest, '.', &step)) {
            if (i == PLB_FRAME_PATH || step.n == 0) {
                fault(c, "\"%.*s\": a path has one to %d roles", PLB_FMT(words), PLB_FRAME_PATH);
                return;
            }
            place.path[i++] = role_of(c, step);
        }
    }
    ADD(c, list, plb_frame_place) = place;
}

/* "obj, on+against, obj.of"; "none" is the empty list. */
static plb_frame_run read_list(compiler *c, plb_str rest)
{
    plb_frame_run run = { c->list.n, 0 };
    if (plb_str_is(rest, "none")) return run;
    plb_str piece, part;
    while (next_piece(&rest, ',', &piece)) {
        bool joined = false;
        while (next_piece(&piece, '+', &part)) {
            if (part.n == 0)
                fault(c, "an empty place in a list");
            else
                add_place(c, part, joined);
            joined = true;
        }
    }
    run.n = c->list.n - run.first;
    return run;
}

/* ---- codes ---- */

/* "ASSAULT", "ASSAULT/aerial" */
static bool read_type(compiler *c, plb_str word, uint8_t *type, plb_frame_text *mode)
{
    plb_str name = word, mode_name = { NULL, 0 };
    cut(word, "/", &name, &mode_name);
    int number = plb_event_type_of(name);
    if (number < 0) {
        fault(c, "\"%.*s\" is no event type", PLB_FMT(name));
        return false;
    }
    *type = (uint8_t)number;
    if (mode_name.n == 0) return true;
    if (!plb_ontology_has_mode(c->run->lexicon, (plb_event_type)number, mode_name))
        fault(c, "%.*s has no mode \"%.*s\"", PLB_FMT(name), PLB_FMT(mode_name));
    *mode = intern(c, mode_name);
    return true;
}

/* "ASSAULT/aerial 195 military" */
static plb_frame_line read_code(compiler *c, plb_str rest)
{
    plb_frame_line line = { .type = PLB_FRAME_ANY };
    plb_str word;
    if (!next_word(&rest, &word)) {
        fault(c, "an event type is missing");
        return line;
    }
    if (!read_type(c, word, &line.type, &line.mode)) return line;
    line.context.first = c->word.n;
    while (next_word(&rest, &word)) {
        if (all_digits(word)) {
            float goldstein;
            if (!plb_ontology_cameo(c->run->lexicon, word, &goldstein))
                fault(c, "\"%.*s\" is no CAMEO code", PLB_FMT(word));
            line.cameo = intern(c, word);
            continue;
        }
        if (!plb_ontology_has_context(c->run->lexicon, word))
            fault(c, "\"%.*s\" is no context", PLB_FMT(word));
        plb_frame_text text = intern(c, word);
        ADD(c, word, plb_frame_word).text = text;
        line.context.n++;
    }
    if (line.context.n > PLB_MAX_CONTEXTS) fault(c, "at most %d contexts", PLB_MAX_CONTEXTS);
    return line;
}

/* What a composition's line is for: "CONSULT, RETREAT/release, 084, *, -" */
static plb_frame_run read_inner(compiler *c, plb_str rest)
{
    plb_frame_run run = { c->inner.n, 0 };
    plb_str piece;
    while (next_piece(&rest, ',', &piece)) {
        plb_frame_inner inner = { .type = PLB_FRAME_ANY };
        if (plb_str_is(piece, "-")) {
            inner.type = PLB_N_TYPES;
        } else if (all_digits(piece)) {
            inner.cameo = intern(c, piece);
        } else if (!plb_str_is(piece, "*") && !read_type(c, piece, &inner.type, &inner.mode)) {
            continue;
        }
        ADD(c, inner, plb_frame_inner) = inner;
        run.n++;
    }
    return run;
}

static void line_result(compiler *c, plb_frame_rule *rule, plb_str inner, plb_str code)
{
    plb_frame_run run = read_inner(c, inner);
    plb_frame_line line = { .type = PLB_FRAME_ANY };
    if (!plb_str_is(code, "keep")) line = read_code(c, code);
    line.inner = run;
    if (!rule->lines.n) rule->lines.first = c->line.n;
    if (rule->lines.first + rule->lines.n != c->line.n) fault(c, "no result may follow like");
    ADD(c, line, plb_frame_line) = line;
    rule->lines.n++;
    c->has_code = true;
}

/* ---- lines ---- */

static plb_frame_rule *current(compiler *c)
{
    return &c->rule.at[c->rule.n - 1];
}

static void line_code(compiler *c, plb_str rest)
{
    plb_frame_line line = read_code(c, rest);
    plb_frame_rule *rule = current(c);
    if (rule->lines.n) fault(c, "a second code");
    rule->lines = (plb_frame_run){ c->line.n, 1 };
    ADD(c, line, plb_frame_line) = line;
    c->has_code = true;
}

static void add_word(compiler *c, plb_str word)
{
    plb_frame_text text = intern(c, word);
    ADD(c, word, plb_frame_word) = (plb_frame_word){ .text = text, .is = PLB_WORD_LEMMA };
}

/* A word behind the lemma. It may be a preposition, which then has a number; a hyphen is a token of
 * its own. */
static void add_further(compiler *c, plb_str word)
{
    plb_str kept = plb_arena_str(c->arena, word);
    bool simple = kept.p != NULL;
    for (size_t i = 0; kept.p && i < kept.n; i++) {
        char *byte = (char *)kept.p + i;
        simple &= *byte >= 'a' && *byte <= 'z';
        if (*byte == '-') *byte = ' ';
    }
    add_word(c, kept);
    if (simple) role_of(c, kept);
}

/* One key: "set_off", "air strike", "state_of_emergency". `before` takes words before the lemma,
 * parted by blanks and, if `hyphens`, by hyphens. */
static void add_key(compiler *c, plb_str words, plb_frame_pos pos, bool hyphens)
{
    plb_str head = words, further = { NULL, 0 }, piece;
    cut(words, "_", &head, &further);
    plb_frame_key key = { .pos = (uint8_t)pos, .rule = c->rule.n - 1 };
    key.words.first = c->word.n;
    plb_str last = head;
    for (size_t i = 0, from = 0; i <= head.n; i++) {
        if (i < head.n && head.p[i] != ' ' && !(hyphens && head.p[i] == '-')) continue;
        if (from && last.n) {
            add_word(c, last);
            key.before++;
        }
        last = plb_str_slice(head, from, i);
        from = i + 1;
    }
    key.lemma = intern(c, last);
    while (further.p && next_piece(&further, '_', &piece))
        if (piece.n) add_further(c, piece);
    key.words.n = c->word.n - key.words.first;
    if (last.n == 0)
        fault(c, "an empty lemma");
    else
        ADD(c, key, plb_frame_key) = key;
    c->has_key = true;
}

static void read_keys(compiler *c, plb_str rest, plb_frame_pos pos)
{
    plb_str piece;
    while (next_piece(&rest, ',', &piece)) {
        if (piece.n == 0) {
            fault(c, "an empty lemma");
            continue;
        }
        add_key(c, piece, pos, false);
        /* "cease-fire" is one token or three, as the treebank has it. */
        if (memchr(piece.p, '-', piece.n)) add_key(c, piece, pos, true);
    }
}

static void line_verb(compiler *c, plb_str rest)
{
    read_keys(c, rest, PLB_POS_VERB);
}

static void line_noun(compiler *c, plb_str rest)
{
    read_keys(c, rest, PLB_POS_NOUN);
}

static void line_adj(compiler *c, plb_str rest)
{
    read_keys(c, rest, PLB_POS_ADJ);
}

/* The lists of the block: a frame's own, or the defaults that are being set. */
static void set_list(compiler *c, plb_str rest, bool source, bool verb, bool noun)
{
    plb_frame_run run = read_list(c, rest);
    plb_frame_run *lists = c->in == IN_DEFAULT ? (source ? c->here.source : c->here.target)
                           : source            ? current(c)->source
                                               : current(c)->target;
    if (verb) lists[PLB_POS_VERB] = lists[PLB_POS_ADJ] = run;
    if (noun) lists[PLB_POS_NOUN] = run;
}

static void line_source(compiler *c, plb_str rest)
{
    set_list(c, rest, true, true, true);
}

static void line_target(compiler *c, plb_str rest)
{
    set_list(c, rest, false, true, true);
}

static void line_vsource(compiler *c, plb_str rest)
{
    set_list(c, rest, true, true, false);
}

static void line_vtarget(compiler *c, plb_str rest)
{
    set_list(c, rest, false, true, false);
}

static void line_nsource(compiler *c, plb_str rest)
{
    set_list(c, rest, true, false, true);
}

static void line_ntarget(compiler *c, plb_str rest)
{
    set_list(c, rest, false, false, true);
}

static void line_through(compiler *c, plb_str rest)
{
    plb_frame_run run = read_list(c, rest);
    if (c->in == IN_DEFAULT)
        c->here.through = run;
    else
        current(c)->through = run;
}

static void line_resort(compiler *c, plb_str rest)
{
    bool resort = plb_str_is(rest, "yes");
    if (!resort && !plb_str_is(rest, "no")) fault(c, "resort is yes or no");
    if (c->in == IN_DEFAULT)
        c->here.resort = resort;
    else
        current(c)->resort = resort;
}

static void line_over(compiler *c, plb_str rest)
{
    current(c)->over = read_list(c, rest);
}

/* "bomb", "@weapon", "@armed", "@MIL" */
static void condition_word(compiler *c, plb_str piece)
{
    if (piece.n == 0) {
        fault(c, "an empty word in a condition");
        return;
    }
    if (piece.p[0] != '@') {
        add_word(c, piece);
        return;
    }
    plb_str name = plb_str_slice(piece, 1, piece.n);
    plb_frame_word word = { .is = PLB_WORD_CLASS };
    for (int kind = 0; kind < PLB_N_FRAME_KINDS; kind++)
        if (plb_str_eq(name, plb_frame_kind_name((plb_frame_kind)kind))) {
            word.is = PLB_WORD_KIND;
            word.value = (uint8_t)kind;
        }
    int sector = plb_sector_of(name);
    if (sector >= 0) {
        word.is = PLB_WORD_SECTOR;
        word.value = (uint8_t)sector;
    }
    char class_name[64];
    snprintf(class_name, sizeof class_name, "%.*s", PLB_FMT(name));
    if (word.is == PLB_WORD_CLASS && plb_lexicon_class(c->run->lexicon, class_name) < 0)
        fault(c, "\"@%.*s\": no such class of words, kind of mention or sector", PLB_FMT(name));
    word.text = intern(c, name);
    ADD(c, word, plb_frame_word) = word;
}

/* "obj, on = bomb, @weapon" */
static void read_condition(compiler *c, plb_str rest, bool unless)
{
    plb_str places, words, piece;
    if (!cut(rest, "=", &places, &words)) {
        fault(c, "a condition is ROLE = WORD, WORD");
        return;
    }
    plb_frame_test test = { .places = read_list(c, places), .unless = unless };
    test.words.first = c->word.n;
    while (next_piece(&words, ',', &piece)) condition_word(c, piece);
    test.words.n = c->word.n - test.words.first;
    plb_frame_rule *rule = current(c);
    if (rule->tests.n == 0) rule->tests.first = c->test.n;
    rule->tests.n++;
    ADD(c, test, plb_frame_test) = test;
}

static void line_if(compiler *c, plb_str rest)
{
    read_condition(c, rest, false);
}

static void line_unless(compiler *c, plb_str rest)
{
    read_condition(c, rest, true);
}

static void line_symmetric(compiler *c, plb_str rest)
{
    if (rest.n) fault(c, "symmetric stands alone");
    current(c)->symmetric = true;
}

static uint8_t read_need(compiler *c, plb_str rest)
{
    static const char *const NEEDS[] = { "any", "source", "target", "both", "none", "carried" };
    for (uint8_t i = 0; i < sizeof NEEDS / sizeof *NEEDS; i++)
        if (plb_str_is(rest, NEEDS[i])) return i;
    fault(c, "need any, source, target, both, carried or none");
    return PLB_NEED_ANY;
}

static uint8_t *needs(compiler *c)
{
    return c->in == IN_DEFAULT ? c->here.need : current(c)->need;
}

static void line_need(compiler *c, plb_str rest)
{
    memset(needs(c), read_need(c, rest), PLB_N_POS);
}

static void line_nneed(compiler *c, plb_str rest)
{
    needs(c)[PLB_POS_NOUN] = read_need(c, rest);
}

static void line_status(compiler *c, plb_str rest)
{
    int status = plb_event_status_of(rest);
    if (status < 0)
        fault(c, "\"%.*s\" is no status", PLB_FMT(rest));
    else
        current(c)->status = (uint8_t)status;
}

static void line_inner(compiler *c, plb_str rest)
{
    int status = plb_event_status_of(rest);
    if (plb_str_is(rest, "absorbed"))
        current(c)->inner = PLB_INNER_ABSORBED;
    else if (plb_str_is(rest, "unchanged"))
        current(c)->inner = PLB_FRAME_ANY;
    else if (status < 0)
        fault(c, "inner is absorbed, unchanged or a status");
    else
        current(c)->inner = (uint8_t)status;
}

static void line_measure(compiler *c, plb_str rest)
{
    int measure = plb_measure_of(rest);
    if (measure < 0)
        fault(c, "\"%.*s\" is no measure", PLB_FMT(rest));
    else
        current(c)->measure = (uint8_t)measure;
}

/* "planned, negated future" */
static void line_when(compiler *c, plb_str rest)
{
    plb_str piece, word;
    while (next_piece(&rest, ',', &piece)) {
        while (next_word(&piece, &word)) {
            int status = plb_event_status_of(word);
            if (plb_str_is(word, "future"))
                current(c)->when_future = 1;
            else if (plb_str_is(word, "past"))
                current(c)->when_future = 2;
            else if (status < 0)
                fault(c, "\"%.*s\" is no status", PLB_FMT(word));
            else
                current(c)->when = (uint16_t)(current(c)->when | 1U << status);
        }
    }
}

/* The results of another composition or conversion of this file. */
static void line_like(compiler *c, plb_str rest)
{
    plb_str full = plb_arena_printf(c->arena, "%.*s.%.*s", PLB_FMT(c->file), PLB_FMT(rest));
    for (uint32_t i = 0; i + 1 < c->rule.n; i++)
        if (plb_str_eq(text_of(c, c->rule.at[i].name), full)) {
            if (current(c)->lines.n) fault(c, "like stands before or instead of other results");
            current(c)->lines = c->rule.at[i].lines;
            c->has_code = true;
            return;
        }
    fault(c, "there is no \"%.*s\" above in this file", PLB_FMT(rest));
}

static void line_example(compiler *c, plb_str rest)
{
    plb_frame_example e = { .rule = c->rule.n - 1,
                            .line = (uint32_t)c->at,
                            .file = c->file_name,
                            .status = PLB_FRAME_ANY };
    plb_str text, sides, source, target, status = { NULL, 0 };
    if (!cut(rest, "|", &text, &sides)) {
        fault(c, "an example is TEXT | SOURCE > TARGET");
        return;
    }
    if (cut(sides, "|", &sides, &status)) {
        int number = plb_event_status_of(status);
        if (number < 0)
            fault(c, "\"%.*s\" is no status", PLB_FMT(status));
        else
            e.status = (uint8_t)number;
    }
    if (!cut(sides, ">", &source, &target) || source.n == 0 || target.n == 0) {
        fault(c, "an example's sides are SOURCE > TARGET, - for none");
        return;
    }
    e.text = intern(c, text);
    e.source = intern(c, source);
    e.target = intern(c, target);
    ADD(c, example, plb_frame_example) = e;
    c->has_example = true;
}

static void line_not(compiler *c, plb_str rest)
{
    plb_frame_example e = { .rule = c->rule.n - 1,
                            .line = (uint32_t)c->at,
                            .negative = true,
                            .file = c->file_name,
                            .status = PLB_FRAME_ANY };
    e.text = intern(c, rest);
    ADD(c, example, plb_frame_example) = e;
}

/* ---- blocks ---- */

static void end_block(compiler *c)
{
    static const char *const NAMES[] = { "", "", "frame", "compose", "convert" };
    if (c->in < IN_FRAME) return;
    plb_str name = text_of(c, current(c)->name);
    if (!c->has_code) fault(c, "%s %.*s has no code", NAMES[c->in], PLB_FMT(name));
    if (!c->has_key && c->in != IN_CONVERT)
        fault(c, "%s %.*s has no verb, noun or adj", NAMES[c->in], PLB_FMT(name));
    if (!c->has_example) fault(c, "%s %.*s has no example", NAMES[c->in], PLB_FMT(name));
    if (c->in == IN_COMPOSE && !current(c)->over.n)
        fault(c, "compose %.*s has no over", PLB_FMT(name));
    if (c->in == IN_CONVERT && !current(c)->when)
        fault(c, "convert %.*s has no when", PLB_FMT(name));
}

static void begin_rule(compiler *c, plb_str name, plb_rule_is is, block in)
{
    end_block(c);
    c->in = in;
    c->has_code = c->has_example = c->has_key = false;
    if (name.n == 0) fault(c, "a name is missing");
    plb_str full = plb_arena_printf(c->arena, "%.*s.%.*s", PLB_FMT(c->file), PLB_FMT(name));
    plb_frame_text text = intern(c, full);
    for (uint32_t i = 0; i < c->rule.n; i++)
        if (c->rule.at[i].name.at == text.at && c->rule.at[i].name.n == text.n)
            fault(c, "a second \"%.*s\" in this file", PLB_FMT(name));
    plb_frame_rule rule = { .name = text,
                            .is = (uint8_t)is,
                            .status = PLB_FRAME_ANY,
                            .measure = PLB_FRAME_ANY,
                            .inner = is == PLB_RULE_COMPOSE ? PLB_INNER_ABSORBED : PLB_FRAME_ANY,
                            .through = c->here.through,
                            .resort = c->here.resort };
    memcpy(rule.source, c->here.source, sizeof rule.source);
    memcpy(rule.target, c->here.target, sizeof rule.target);
    memcpy(rule.need, c->here.need, sizeof rule.need);
    ADD(c, rule, plb_frame_rule) = rule;
}

static void line_frame(compiler *c, plb_str rest)
{
    begin_rule(c, rest, PLB_RULE_FRAME, IN_FRAME);
}

static void line_compose(compiler *c, plb_str rest)
{
    begin_rule(c, rest, PLB_RULE_COMPOSE, IN_COMPOSE);
}

static void line_convert(compiler *c, plb_str rest)
{
    begin_rule(c, rest, PLB_RULE_CONVERT, IN_CONVERT);
}

static void line_default(compiler *c, plb_str rest)
{
    end_block(c);
    if (rest.n) fault(c, "default stands alone");
    c->in = IN_DEFAULT;
}

enum { D = 1 << IN_DEFAULT, F = 1 << IN_FRAME, O = 1 << IN_COMPOSE, V = 1 << IN_CONVERT };
enum { ANYWHERE = 1 << IN_NOTHING | D | F | O | V };

/* The first word of a line, the blocks in which it may stand, and what reads the rest. */
static const struct {
    const char *name;
    int in;
    void (*read)(compiler *c, plb_str rest);
} LINES[] = {
    { "frame", ANYWHERE, line_frame },
    { "compose", ANYWHERE, line_compose },
    { "convert", ANYWHERE, line_convert },
    { "default", ANYWHERE, line_default },
    { "code", F, line_code },
    { "verb", F | O, line_verb },
    { "noun", F | O, line_noun },
    { "adj", F | O, line_adj },
    { "source", D | F | O, line_source },
    { "target", D | F | O, line_target },
    { "vsource", D | F | O, line_vsource },
    { "vtarget", D | F | O, line_vtarget },
    { "nsource", D | F | O, line_nsource },
    { "ntarget", D | F | O, line_ntarget },
    { "through", D | F | O, line_through },
    { "over", O, line_over },
    { "resort", D | F | O, line_resort },
    { "if", F | O, line_if },
    { "unless", F | O, line_unless },
    { "symmetric", F | O, line_symmetric },
    { "need", D | F | O, line_need },
    { "nneed", D | F | O, line_nneed },
    { "status", F | O | V, line_status },
    { "inner", O, line_inner },
    { "measure", F, line_measure },
    { "when", V, line_when },
    { "like", O | V, line_like },
    { "example", F | O | V, line_example },
    { "not", F | O | V, line_not },
};

static void read_line(compiler *c, plb_str text)
{
    plb_str word, rest = text, inner, code;
    if (!next_word(&rest, &word)) return;
    rest = plb_str_trim(rest);
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        if (!plb_str_is(word, LINES[i].name)) continue;
        if (LINES[i].in & 1 << c->in)
            LINES[i].read(c, rest);
        else
            fault(c, "\"%s\" does not belong here", LINES[i].name);
        return;
    }
    if ((c->in == IN_COMPOSE || c->in == IN_CONVERT) && cut(text, "->", &inner, &code))
        line_result(c, current(c), inner, code);
    else
        fault(c, "\"%.*s\" begins no line", PLB_FMT(word));
}

static bool is_default(plb_str path)
{
    return plb_str_is(plb_source_stem(path), "default");
}

/* ---- files ---- */

static void read_text(compiler *c, plb_str path, plb_str text)
{
    c->path = path.p;
    c->at = 0;
    c->in = IN_NOTHING;
    c->file = plb_source_stem(path);
    c->here = c->everywhere;
    c->file_name = intern(c, plb_arena_printf(c->arena, "%.*s.frames", PLB_FMT(c->file)));
    plb_str line, rest = text;
    while (plb_str_split(&rest, '\n', &line)) {
        c->at++;
        line = plb_str_trim(line);
        if (line.n && line.p[0] != '#') read_line(c, line);
    }
    end_block(c);
    if (is_default(path)) c->everywhere = c->here;
}

/* The files of the folder, those named default first: they set the lists that the others begin
 * with. */
static plb_status read_folder(compiler *c, plb_error *err)
{
    plb_paths paths;
    plb_str text, folder = plb_arena_printf(c->arena, "%s/frames", c->run->lexicon_dir);
    if (!folder.p) return plb_fail(err, PLB_ENOMEM, 0, "no memory to compile frames");
    PLB_TRY(plb_source_list(c->arena, folder.p, ".frames", &paths, err));
    for (int others = 0; others < 2; others++)
        for (uint32_t i = 0; i < paths.n; i++) {
            if (is_default(paths.at[i]) == others) continue;
            bool found = false;
            plb_status status = plb_compilation_read(c->run, paths.at[i].p, &text, &found, err);

            PLB_TRY(status);
            if (found) read_text(c, paths.at[i], text);
        }
    if (c->full || plb_arena_full(c->arena))
        return plb_fail(err, PLB_ENOMEM, 0, "no memory to compile frames");
    return PLB_OK;
}

/* ---- the end ---- */

typedef struct {
    plb_str lemma;
    plb_frame_key key;
} sorted_key;

static int key_order(const void *one, const void *other)
{
    const sorted_key *a = one, *b = other;
    int order = plb_str_cmp(a->lemma, b->lemma);
    if (order) return order;
    if (a->key.pos != b->key.pos) return a->key.pos < b->key.pos ? -1 : 1;
    if (a->key.rule != b->key.rule) return a->key.rule < b->key.rule ? -1 : 1;
    return (a->key.words.first > b->key.words.first) - (a->key.words.first < b->key.words.first);
}

/* A word that two frames have without any condition: the second can never win. */
static void warn_of_shadows(compiler *c)
{
    for (uint32_t i = 1; i < c->key.n; i++) {
        const plb_frame_key *a = &c->key.at[i - 1], *b = &c->key.at[i];
        const plb_frame_rule *x = &c->rule.at[a->rule], *y = &c->rule.at[b->rule];
        if (a->pos != b->pos || a->lemma.at != b->lemma.at || a->lemma.n != b->lemma.n) continue;
        if (a->words.n || b->words.n || x->tests.n || y->tests.n || x->is != PLB_RULE_FRAME ||
            y->is != PLB_RULE_FRAME)
            continue;
        plb_compilation_find(c->run, "frames", 0, false,
                             "\"%.*s\" is in %.*s and, never reached, in %.*s",
                             PLB_FMT(text_of(c, a->lemma)), PLB_FMT(text_of(c, x->name)),
                             PLB_FMT(text_of(c, y->name)));
    }
}

static plb_status sort_keys(compiler *c, plb_error *err)
{
    sorted_key *keys = PLB_NEW(c->arena, sorted_key, c->key.n);
    if (!keys) return plb_fail(err, PLB_ENOMEM, 0, "no memory to sort frames");
    for (uint32_t i = 0; i < c->key.n; i++)
        keys[i] = (sorted_key){ text_of(c, c->key.at[i].lemma), c->key.at[i] };
    if (c->key.n) qsort(keys, c->key.n, sizeof *keys, key_order);
    for (uint32_t i = 0; i < c->key.n; i++) c->key.at[i] = keys[i].key;
    warn_of_shadows(c);
    return PLB_OK;
}

#define SECTION(name, vec)                                                                         \
    PLB_TRY(plb_lex_writer_add(                                                                    \
        run->writer, name, (plb_str){ (const char *)(vec).at, (vec).n * sizeof *(vec).at }, err))

plb_status plb_frames_compile(plb_compilation *run, plb_error *err)
{
    compiler *c = PLB_NEW(run->arena, compiler, 1);
    if (!c) return plb_fail(err, PLB_ENOMEM, 0, "no memory to compile frames");
    c->run = run;
    c->arena = run->arena;
    PLB_TRY(read_folder(c, err));
    PLB_TRY(sort_keys(c, err));
    SECTION("frame.rule", c->rule);
    SECTION("frame.key", c->key);
    SECTION("frame.list", c->list);
    SECTION("frame.test", c->test);
    SECTION("frame.word", c->word);
    SECTION("frame.line", c->line);
    SECTION("frame.inner", c->inner);
    SECTION("frame.role", c->role);
    SECTION("frame.example", c->example);
    SECTION("frame.text", c->text);
    return PLB_OK;
}
