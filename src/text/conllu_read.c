/* text: CoNLL-U into a document; the interface is conllu.h. */
#include "text/conllu.h"
#include "text/flags.h"
#include "text/utf8.h"

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, N_COLUMNS };

/* A written form: a word, or a multiword token with its words. */
typedef struct {
    plb_str form;
    uint32_t n_words;
    bool no_space;
} surface;

typedef struct {
    plb_doc *doc;
    plb_error *err;
    plb_conllu_columns columns;
    uint64_t line; /* the line at hand */

    char *text; /* what is built; room for the whole input */
    size_t n;
    bool space; /* white space is due before the next sentence */

    /* the sentence at hand */
    uint64_t first_line;
    int32_t first_token;
    plb_str comments, id, said; /* said: `# text` */
    bool new_paragraph;
    uint32_t range_end; /* last word of the multiword token at hand */
    PLB_VEC(surface) surfaces;
} reader;

static plb_status broken(const reader *r, uint64_t line, const char *what)
{
    return plb_fail(r->err, PLB_EPARSE, line, "line %llu: %s", (unsigned long long)line, what);
}

static plb_status no_memory(const reader *r)
{
    return plb_fail(r->err, PLB_ENOMEM, r->line, "line %llu: the document passes its memory limit",
                    (unsigned long long)r->line);
}

/* ---- lines -------------------------------------------------------------------------------------
 */

/* The value of a comment "# key = value"; p == NULL for another one. */
static plb_str comment_value(plb_str line, const char *key)
{
    plb_str rest = plb_str_trim(plb_str_slice(line, 1, line.n));
    if (!plb_str_starts(rest, plb_str_of(key))) return (plb_str){ NULL, 0 };
    rest = plb_str_trim(plb_str_slice(rest, strlen(key), rest.n));
    if (!rest.n || rest.p[0] != '=') return (plb_str){ NULL, 0 };
    return plb_str_trim(plb_str_slice(rest, 1, rest.n));
}

/* Whether the comment begins with that word: "# newpar", "# newpar id = …". */
static bool comment_is(plb_str line, const char *word)
{
    plb_str rest = plb_str_trim(plb_str_slice(line, 1, line.n)), first;
    return plb_str_split(&rest, ' ', &first) && plb_str_is(first, word);
}

static void read_comment(reader *r, plb_str line)
{
    if (r->surfaces.n) return; /* comments stand before the words */
    if (!r->comments.p) r->comments = line;
    r->comments.n = (size_t)(line.p + line.n - r->comments.p);
    plb_str id = comment_value(line, "sent_id"), text = comment_value(line, "text");
    if (id.p) r->id = id;
    if (text.p) r->said = text;
    if (comment_is(line, "newpar") || comment_is(line, "newdoc")) r->new_paragraph = true;
}

static bool misc_no_space(plb_str misc)
{
    plb_str piece;
    while (plb_str_split(&misc, '|', &piece))
        if (plb_str_is(piece, "SpaceAfter=No")) return true;
    return false;
}

static plb_status read_gold(reader *r, const plb_str *column, plb_token *token)
{
    int upos = plb_upos_of(column[UPOS]), xpos = plb_xpos_of(column[XPOS]);
    int deprel = plb_deprel_of(column[DEPREL]);
    if (deprel < 0) { /* a subtype that English treebanks do not have */
        plb_str rest = column[DEPREL], universal;
        if (plb_str_split(&rest, ':', &universal)) deprel = plb_deprel_of(universal);
    }
    int64_t head;
    if (upos < 0) return broken(r, r->line, "unknown part of speech");
    if (xpos < 0) return broken(r, r->line, "unknown tag of the treebank");
    if (deprel < 0) return broken(r, r->line, "unknown relation");
    if (!plb_str_int(column[HEAD], &head) || head < 0 || head > INT32_MAX)
        return broken(r, r->line, "the head is no number");
    token->lemma = column[LEMMA];
    token->upos = (uint8_t)upos;
    token->xpos = (uint8_t)xpos;
    token->deprel = (uint8_t)deprel;
    token->confidence = UINT8_MAX;
    token->head = (int32_t)head; /* of the sentence; moved to the document's tokens at its end */
    return PLB_OK;
}

static plb_status read_range(reader *r, const plb_str *column, plb_str from, plb_str to)
{
    int64_t first, last, next = (int64_t)r->doc->tokens.n - r->first_token + 1;
    if (!plb_str_int(from, &first) || !plb_str_int(to, &last) || first != next || last <= first ||
        last > INT32_MAX || r->range_end >= first)
        return broken(r, r->line, "this range of words is out of order");
    surface *made = PLB_PUSH(r->doc->arena, &r->surfaces);
    if (!made) return no_memory(r);
    *made = (surface){ .form = column[FORM], .no_space = misc_no_space(column[MISC]) };
    r->range_end = (uint32_t)last;
    return PLB_OK;
}

static plb_status read_word(reader *r, const plb_str *column)
{
    int64_t id;
    if (!plb_str_int(column[ID], &id)) return broken(r, r->line, "the id is no number");
    if (id != (int64_t)r->doc->tokens.n - r->first_token + 1)
        return broken(r, r->line, "the id is out of order");
    plb_token *token = PLB_PUSH(r->doc->arena, &r->doc->tokens);
    if (!token) return no_memory(r);
    token->form = column[FORM];
    token->sentence = (int32_t)r->doc->sentences.n;
    token->head = token->first_child = token->next_sibling = token->mention = PLB_NONE;
    if (r->columns == PLB_CONLLU_ALL) PLB_TRY(read_gold(r, column, token));
    if (id > r->range_end) {
        surface *made = PLB_PUSH(r->doc->arena, &r->surfaces);
        if (!made) return no_memory(r);
        *made = (surface){ .form = column[FORM], .no_space = misc_no_space(column[MISC]) };
    }
    surface *of = &r->surfaces.at[r->surfaces.n - 1];
    if (of->n_words++) token->flags |= PLB_TOKEN_CONTINUES;
    return PLB_OK;
}

static plb_status read_row(reader *r, plb_str line)
{
    plb_str column[N_COLUMNS], rest = line, piece;
    int n = 0;
    for (; plb_str_split(&rest, '\t', &piece); n++)
        if (n < N_COLUMNS) column[n] = piece;
    if (n != N_COLUMNS)
        return plb_fail(r->err, PLB_EPARSE, r->line, "line %llu: %d columns between tabs, want %d",
                        (unsigned long long)r->line, n, N_COLUMNS);
    plb_str id = column[ID], from;
    if (memchr(id.p, '.', id.n)) return PLB_OK; /* an empty node */
    column[FORM] = plb_str_trim(column[FORM]);
    if (!column[FORM].n) return broken(r, r->line, "the form is empty");
    plb_str_split(&id, '-', &from);
    return id.p ? read_range(r, column, from, id) : read_word(r, column);
}

/* ---- the end of a sentence
 * ----------------------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether `said` is the written forms with white space between. */
static bool agrees(const reader *r, plb_str said)
{
    size_t at = 0;
    for (uint32_t i = 0; i < r->surfaces.n; i++) {
        plb_str form = r->surfaces.at[i].form;
        while (at < said.n && is_blank(said.p[at])) at++;
        if (said.n - at < form.n || memcmp(said.p + at, form.p, form.n) != 0) return false;
        at += form.n;
    }
    return at == said.n;
}

static void append(reader *r, plb_str s)
{
    memcpy(r->text + r->n, s.p, s.n);
    r->n += s.n;
}

/* The words of one written form that begins at byte `begin`: slices of it where they make it up. */
static void place_words(reader *r, const surface *s, plb_token *word, size_t begin)
{
    plb_str whole = { r->text + begin, s->form.n };
    size_t at = 0;
    bool made_up = true;
    for (uint32_t i = 0; i < s->n_words; i++) {
        plb_str form = word[i].form;
        made_up = made_up && whole.n - at >= form.n && memcmp(whole.p + at, form.p, form.n) == 0;
        if (made_up) at += form.n;
    }
    made_up = made_up && at == whole.n;
    at = 0;
    for (uint32_t i = 0; i < s->n_words; i++) {
        size_t n = made_up ? word[i].form.n : whole.n;
        word[i].begin = (uint32_t)(begin + at);
        word[i].end = (uint32_t)(begin + at + n);
        if (!made_up) continue; /* the form stays as the input gave it */
        word[i].form = plb_str_slice(whole, at, at + n);
        at += n;
        if (i + 1 < s->n_words) word[i].flags |= PLB_TOKEN_NO_SPACE;
    }
}

/* Appends the sentence's text and gives its tokens their spans. */
static void place_sentence(reader *r, plb_sentence *sentence)
{
    if (r->n && r->new_paragraph)
        append(r, PLB_STR("\n\n"));
    else if (r->n && r->space)
        append(r, PLB_STR(" "));
    sentence->begin = (uint32_t)r->n;
    bool said = r->said.p && agrees(r, r->said);
    if (said) append(r, r->said);
    size_t at = sentence->begin;
    plb_token *word = &r->doc->tokens.at[r->first_token];
    for (uint32_t i = 0; i < r->surfaces.n; i++) {
        const surface *s = &r->surfaces.at[i];
        bool last = i + 1 == r->surfaces.n;
        if (said)
            while (is_blank(r->text[at])) at++;
        else
            append(r, s->form);
        place_words(r, s, word, at);
        at += s->form.n;
        bool tight = said && !last ? !is_blank(r->text[at]) : s->no_space;
        if (tight)
            word[s->n_words - 1].flags |= PLB_TOKEN_NO_SPACE;
        else if (!said && !last)
            append(r, PLB_STR(" "));
        at = said ? at : r->n;
        word += s->n_words;
    }
    sentence->end = (uint32_t)r->n;
    r->space = !r->surfaces.at[r->surfaces.n - 1].no_space;
}

/* Heads become indices of the document; a root and no ring makes it a tree. */
static plb_status tie(reader *r, int32_t n)
{
    plb_token *token = &r->doc->tokens.at[r->first_token];
    int32_t n_roots = 0;
    for (int32_t i = 0; i < n; i++) {
        if (token[i].head > n) return broken(r, r->first_line, "a head lies outside this sentence");
        n_roots += token[i].head == 0;
        token[i].head = token[i].head ? r->first_token + token[i].head - 1 : PLB_NONE;
    }
    if (n_roots != 1) return broken(r, r->first_line, "this sentence has not one root");

    /* Every token must be reached from the root: walks up, marking with the number of the walk. */
    int32_t *walk = PLB_NEW(r->doc->arena, int32_t, (size_t)n);
    if (!walk) return no_memory(r);
    for (int32_t i = 0; i < n; i++) {
        int32_t t = i;
        while (!walk[t]) {
            walk[t] = i + 1;
            if (token[t].head == PLB_NONE) break;
            t = token[t].head - r->first_token;
            if (walk[t] == i + 1) return broken(r, r->first_line, "the heads run in a ring");
        }
    }
    return PLB_OK;
}

static plb_status end_sentence(reader *r)
{
    plb_doc *doc = r->doc;
    int32_t n = (int32_t)doc->tokens.n - r->first_token;
    if (n && r->range_end > (uint32_t)n)
        return broken(r, r->line, "the sentence ends within a multiword token");
    if (n) {
        plb_sentence *sentence = PLB_PUSH(doc->arena, &doc->sentences);
        if (!sentence) return no_memory(r);
        int32_t before = doc->sentences.n > 1 ? sentence[-1].paragraph : 0;
        *sentence = (plb_sentence){
            .first_token = r->first_token,
            .n_tokens = n,
            .root = PLB_NONE,
            .paragraph = before + (r->new_paragraph && doc->sentences.n > 1),
            .part = PLB_PART_TEXT,
            .line = PLB_LINE_TEXT,
            .id = r->id,
            .comments = r->comments,
        };
        place_sentence(r, sentence);
        if (r->columns == PLB_CONLLU_ALL) {
            PLB_TRY(tie(r, n));
            plb_doc_link(doc, (int32_t)doc->sentences.n - 1);
        }
    }
    r->first_token = (int32_t)doc->tokens.n;
    r->surfaces.n = 0;
    r->range_end = 0;
    r->comments = r->id = r->said = (plb_str){ NULL, 0 };
    r->new_paragraph =
        r->new_paragraph && !n; /* comments that stand alone count for what follows */
    return PLB_OK;
}

plb_status plb_conllu_read(plb_doc *doc, plb_str in, plb_conllu_columns columns, plb_error *err)
{
    size_t bad = plb_utf8_check(in);
    if (bad < in.n)
        return plb_fail(err, PLB_EPARSE, bad, "byte %zu: the CoNLL-U is not UTF-8", bad);
    if (in.n >= UINT32_MAX) return plb_fail(err, PLB_ELIMIT, 0, "the CoNLL-U passes 4 GiB");
    reader r = { .doc = doc, .err = err, .columns = columns };
    if (doc->report && doc->report->at) r.line = doc->report->at - 1;
    /* A row has nine tabs, a comment its mark: what they put into the text never takes more room.
     */
    r.text = plb_arena_alloc(doc->arena, in.n + 1);
    if (!r.text) return no_memory(&r);
    plb_str line;
    for (plb_str rest = in; plb_str_split(&rest, '\n', &line);) {
        r.line++;
        if (line.n && line.p[line.n - 1] == '\r') line.n--;
        if (!r.surfaces.n && !r.comments.p) r.first_line = r.line;
        if (!line.n)
            PLB_TRY(end_sentence(&r));
        else if (line.p[0] == '#')
            read_comment(&r, line);
        else
            PLB_TRY(read_row(&r, line));
    }
    PLB_TRY(end_sentence(&r));
    doc->part[PLB_PART_TEXT] = (plb_str){ r.text, r.n };
    plb_text_flag(doc);
    return PLB_OK;
}
