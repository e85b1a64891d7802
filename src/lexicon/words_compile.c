/* lexicon: compiles words/CLASS.tsv: a class a file, `word <tab> value <tab> note`, sorted. */
#include <inttypes.h>

#include "lexicon/compilation.h"

typedef struct {
    plb_compilation *c;
    const char *path;
    plb_str last; /* the word before */
    uint32_t root;
    uint32_t n;
} class_file;

static void warn(class_file *f, uint64_t line, const char *message)
{
    plb_compilation_find(f->c, f->path, line, false, "%s", message);
}

static void fail(class_file *f, uint64_t line, const char *message, plb_str what)
{
    plb_compilation_find(f->c, f->path, line, true, "%s: \"%.*s\"", message, PLB_FMT(what));
}

/* Puts the word in, and its variants where no other word is. */
static void add_word(class_file *f, uint64_t line, plb_str word, plb_str value)
{
    plb_trie *t = f->c->trie;
    plb_key key[PLB_KEY_MAX_VARIANTS];
    uint32_t n = plb_key_variants(NULL, word, key), number = plb_trie_value(t, value);
    if (!n) fail(f, line, "no word, or too many in one phrase", word);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t node = plb_key_node(t, f->root, &key[i]), at = 0;
        plb_lex_item *there = node ? plb_trie_next_item(t, node, &at) : NULL;
        plb_lex_item item = { .value = number, .flags = i == 0 ? PLB_LEX_ITEM_NAME : 0 };
        if (!node)
            fail(f, line, "a word is too long", word);
        else if (!there)
            plb_trie_item(t, node, item);
        else if (i == 0 && there->flags & PLB_LEX_ITEM_NAME)
            fail(f, line, "is there already, or differs from another only in case or marks", word);
        else if (i == 0)
            *there = item;
    }
    plb_word_row *row = PLB_PUSH(f->c->arena, &f->c->words);
    if (row) *row = (plb_word_row){ f->root, number, word };
    f->n++;
}

static plb_status compile_file(plb_compilation *c, plb_str path, plb_error *err)
{
    class_file f = { .c = c, .path = path.p };
    plb_str text;
    bool found;
    PLB_TRY(plb_compilation_read(c, path.p, &text, &found, err));
    if (!found) return PLB_OK;
    f.root = plb_trie_root(c->trie);
    for (plb_tsv t = plb_tsv_begin(text); plb_tsv_next(&t); f.last = t.field[0]) {
        plb_str word = t.field[0];
        if (t.n_fields > 3) warn(&f, t.line, "more than three fields: word, value, note");
        if (f.last.p && plb_str_cmp(f.last, word) > 0)
            warn(&f, t.line, "not in the order of bytes");
        add_word(&f, t.line, word, t.field[1]);
    }
    if (!f.n) warn(&f, 0, "no words");
    plb_trie_class(c->trie, plb_source_stem(path), f.root, f.n);
    return PLB_OK;
}

plb_status plb_words_compile(plb_compilation *c, plb_error *err)
{
    plb_str folder = plb_arena_printf(c->arena, "%s/words", c->lexicon_dir);
    if (!folder.p) return plb_fail(err, PLB_ENOMEM, 0, "no memory for the words");
    plb_paths paths;
    PLB_TRY(plb_source_list(c->arena, folder.p, ".tsv", &paths, err));
    for (uint32_t i = 0; i < paths.n; i++) PLB_TRY(compile_file(c, paths.at[i], err));
    return PLB_OK;
}

void plb_words_split(plb_compilation *c)
{
    for (uint32_t i = 0; i < c->words.n; i++) {
        const plb_word_row *row = &c->words.at[i];
        plb_key key;
        if (!plb_name_split(c->splitter, row->word, &key)) continue;
        uint32_t node = plb_key_node(c->trie, row->root, &key), at = 0;
        if (node && !plb_trie_next_item(c->trie, node, &at))
            plb_trie_item(c->trie, node, (plb_lex_item){ .value = row->value });
    }
}
