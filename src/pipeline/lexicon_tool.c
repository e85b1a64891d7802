/* pipeline: the lexicon as the command line shows it: searched, checked, compiled. */
#include "base/buf.h"
#include "lexicon/compile.h"
#include "pipeline/pipeline.h"

#include <stdio.h>

enum { MOST_MATCHES = 64, LINE_BYTES = 1024 };

static const char *const ENTRY_KINDS[] = {
    [PLB_ENTRY_COUNTRY] = "country", [PLB_ENTRY_ADJECTIVE] = "adjective",
    [PLB_ENTRY_DEMONYM] = "demonym", [PLB_ENTRY_ACTOR] = "actor",
    [PLB_ENTRY_ROLE] = "role",       [PLB_ENTRY_PLACE] = "place",
};

static void add_field(plb_buf *out, const char *name, plb_str value)
{
    if (value.n) plb_buf_printf(out, "  %s %.*s", name, PLB_FMT(value));
}

static void add_days(plb_buf *out, const plb_entry *e)
{
    char day[11];
    if (e->from != PLB_DAY_UNKNOWN) {
        plb_day_format(e->from, day);
        plb_buf_printf(out, "  from %s", day);
    }
    if (e->to != PLB_DAY_UNKNOWN) {
        plb_day_format(e->to, day);
        plb_buf_printf(out, "  to %s", day);
    }
}

static void add_entry(plb_buf *out, const plb_entry *e)
{
    plb_buf_printf(out, "%-9s %.*s", ENTRY_KINDS[e->kind], PLB_FMT(e->name));
    add_field(out, "code", e->code);
    add_field(out, "country", plb_str_of(e->country));
    if (e->n_sectors) plb_buf_add(out, PLB_STR("  sectors"));
    for (int i = 0; i < e->n_sectors; i++)
        plb_buf_printf(out, " %.*s", PLB_FMT(plb_sector_name(e->sectors[i])));
    add_field(out, "role", e->role);
    add_days(out, e);
    if (e->kind == PLB_ENTRY_PLACE)
        plb_buf_printf(out, "  at %.4f %.4f  population %lld", e->lat, e->lon,
                       (long long)e->population);
    if (e->metonym) plb_buf_add(out, PLB_STR("  stands for its government"));
    add_field(out, "id", e->id);
    plb_buf_char(out, '\n');
}

/* The entries under `words`, whole; returns how many. */
static size_t add_entries(plb_buf *out, const plb_lexicon *lex, plb_str words)
{
    plb_match matches[MOST_MATCHES];
    size_t n = plb_lexicon_lookup_text(lex, words, matches, MOST_MATCHES);
    for (size_t i = 0; i < n; i++) {
        plb_entry e = plb_lexicon_entry(lex, matches[i].entry);
        add_entry(out, &e);
    }
    return n;
}

/* The end of the word that begins at `at`. */
static size_t word_end(plb_str phrase, size_t at)
{
    const char *blank = memchr(phrase.p + at, ' ', phrase.n - at);
    return blank ? (size_t)(blank - phrase.p) : phrase.n;
}

/* The longest entries that make up a phrase: "Israeli army" is a nationality and a role. */
static size_t add_parts(plb_buf *out, const plb_lexicon *lex, plb_str phrase)
{
    enum { MOST_WORDS = 16 };
    size_t n = 0;
    for (size_t at = 0, words = 0; at < phrase.n && words < MOST_WORDS; words++) {
        size_t found = 0, end = phrase.n;
        while (!found && end > at) {
            found = add_entries(out, lex, plb_str_slice(phrase, at, end));
            if (found) break;
            do end--;
            while (end > at && phrase.p[end] != ' ');
        }
        at = (found ? end : word_end(phrase, at)) + 1;
        n += found;
    }
    return n;
}

plb_status plb_lexicon_print(const plb_engine *engine, plb_str phrase, void *context,
                             plb_status (*write)(void *context, plb_str bytes), plb_error *err)
{
    plb_buf out = { 0 };
    if (!add_entries(&out, engine->lexicon, phrase) && !add_parts(&out, engine->lexicon, phrase)) {
        plb_buf_free(&out);
        return plb_fail(err, PLB_ENONE, 0, "the lexicon has no entry '%.*s'", PLB_FMT(phrase));
    }
    plb_status status = out.failed ? plb_fail(err, PLB_ENOMEM, 0, "out of memory")
                                   : write(context, plb_buf_str(&out));
    plb_buf_free(&out);
    return status;
}

typedef struct {
    void *context;
    void (*finding)(void *context, const char *line);
} finding_view;

static void pass_finding(void *context, const plb_finding *f)
{
    const finding_view *view = context;
    char line[LINE_BYTES];
    snprintf(line, sizeof line, "%s:%llu: %s: %s", f->file, (unsigned long long)f->line,
             f->error ? "error" : "warning", f->message);
    view->finding(view->context, line);
}

plb_status plb_lexicon_build(const char *lexicon_dir, const char *ontology_dir,
                             const char *out_path, void *context,
                             void (*finding)(void *context, const char *line), plb_error *err)
{
    finding_view view = { context, finding };
    return plb_lexicon_compile(lexicon_dir, ontology_dir, out_path, finding ? pass_finding : NULL,
                               &view, err);
}
