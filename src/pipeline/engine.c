/* pipeline: opening the engine, and where its files lie. */
#include "pipeline/pipeline.h"

#include <stdlib.h>
#include <unistd.h>

enum { PATH_BYTES = 4096, MAX_REPORT_BYTES = 32 << 20 };

plb_engine_options plb_engine_options_default(void)
{
    return (plb_engine_options){ .max_report_bytes = MAX_REPORT_BYTES };
}

const char *plb_version(void)
{
    return PLB_VERSION;
}

/* The folder of the running program, without a slash at its end; empty where the system won't tell.
 */
static plb_str program_folder(plb_arena *arena)
{
    char path[PATH_BYTES];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    if (n <= 0) return PLB_STR("");
    while (n > 0 && path[n - 1] != '/') n--;
    return plb_arena_str(arena, (plb_str){ path, n ? (size_t)n - 1 : 0 });
}

/* The path said by the caller or the environment; else beside the program, as a build leaves it;
 * else where a package puts it. */
static plb_str find_file(plb_arena *arena, const char *said, const char *variable, const char *name)
{
    if (!said) said = getenv(variable);
    if (said) return plb_arena_str(arena, plb_str_of(said));
    plb_str folder = program_folder(arena);
    plb_str path = plb_arena_printf(arena, "%.*s/%s", PLB_FMT(folder), name);
    if (path.p && access(path.p, R_OK) == 0) return path;
    return plb_arena_printf(arena, "%.*s/../share/polybius/%s", PLB_FMT(folder), name);
}

static plb_status open_parts(plb_engine *e, const plb_engine_options *options, plb_error *err)
{
    e->lexicon_path =
        find_file(e->arena, options->lexicon_path, "POLYBIUS_LEXICON", "polybius-en.lex");
    e->model_path = find_file(e->arena, options->model_path, "POLYBIUS_MODEL", "en.plb");
    if (!e->lexicon_path.p || !e->model_path.p)
        return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    PLB_TRY(plb_lexicon_open(e->lexicon_path.p, &e->lexicon, err));
    for (size_t i = 0; i < options->n_overlays; i++)
        PLB_TRY(plb_lexicon_overlay(e->lexicon, options->overlays[i], err));
    for (int i = 0; i < PLB_N_TEXT_CLASSES; i++)
        e->text_class[i] = plb_lexicon_class(e->lexicon, plb_text_class_name((plb_text_class)i).p);
    PLB_TRY(plb_model_open(e->model_path.p, &e->model, err));
    PLB_TRY(plb_reported_begin(e->lexicon, &e->reported, err));
    PLB_TRY(plb_grounder_new(e->lexicon, &e->grounder, err));
    PLB_TRY(plb_coder_new(e->lexicon, &e->coder, err));
    e->provenance = (plb_provenance){ PLB_STR(PLB_VERSION), plb_model_version(e->model),
                                      plb_lexicon_version(e->lexicon) };
    return PLB_OK;
}

plb_status plb_engine_open(const plb_engine_options *options, plb_engine **out, plb_error *err)
{
    plb_engine *e = calloc(1, sizeof *e);
    if (!e || !(e->arena = plb_arena_new(1 << 20))) {
        free(e);
        return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
    }
    e->max_report_bytes = options->max_report_bytes;
    plb_status status = open_parts(e, options, err);
    if (status == PLB_OK)
        *out = e;
    else
        plb_engine_close(e);
    return status;
}

void plb_engine_close(plb_engine *e)
{
    if (!e) return;
    plb_coder_free(e->coder);
    plb_grounder_free(e->grounder);
    plb_model_close(e->model);
    plb_lexicon_close(e->lexicon);
    plb_arena_free(e->arena);
    free(e);
}

plb_engine_facts plb_engine_describe(const plb_engine *e)
{
    return (plb_engine_facts){ e->provenance.version, e->provenance.model, e->model_path,
                               e->provenance.lexicon, e->lexicon_path };
}
