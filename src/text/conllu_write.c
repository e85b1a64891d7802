/* text: a document as CoNLL-U; the interface is conllu.h. */
#include "text/conllu.h"

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* On one line: runs of white space become one space. */
static void add_flat(plb_buf *out, plb_str s)
{
    bool blank = false;
    for (size_t i = 0; i < s.n; i++) {
        bool now = is_blank(s.p[i]);
        if (!now)
            plb_buf_char(out, s.p[i]);
        else if (!blank)
            plb_buf_char(out, ' ');
        blank = now;
    }
}

static void add_column(plb_buf *out, plb_str s)
{
    plb_buf_char(out, '\t');
    if (s.n)
        add_flat(out, s);
    else
        plb_buf_char(out, '_');
}

/* Whether the comment line is one that the writer makes itself. */
static bool is_own(plb_str line)
{
    plb_str rest = plb_str_trim(plb_str_slice(line, 1, line.n)), key;
    if (!plb_str_split(&rest, '=', &key) || !rest.p) return false;
    key = plb_str_trim(key);
    return plb_str_is(key, "sent_id") || plb_str_is(key, "text");
}

static void write_given_comments(plb_str comments, plb_buf *out)
{
    plb_str line;
    while (plb_str_split(&comments, '\n', &line)) {
        if (line.n && line.p[line.n - 1] == '\r') line.n--;
        if (!line.n || is_own(line)) continue;
        plb_buf_add(out, line);
        plb_buf_char(out, '\n');
    }
}

static void write_comments(const plb_doc *doc, int32_t index, plb_buf *out)
{
    const plb_sentence *s = &doc->sentences.at[index];
    plb_str id = doc->report ? doc->report->id : (plb_str){ NULL, 0 };
    if (s->comments.p) {
        write_given_comments(s->comments, out);
    } else {
        if (index == 0 && id.n) {
            plb_buf_add(out, PLB_STR("# newdoc id = "));
            add_flat(out, id);
            plb_buf_char(out, '\n');
        }
        if (index == 0 || s[-1].part != s->part || s[-1].paragraph != s->paragraph)
            plb_buf_add(out, PLB_STR("# newpar\n"));
    }
    plb_buf_add(out, PLB_STR("# sent_id = "));
    if (s->id.p) {
        add_flat(out, s->id);
    } else {
        add_flat(out, id);
        plb_buf_printf(out, "%s%d", id.n ? "-" : "", index + 1);
    }
    plb_buf_add(out, PLB_STR("\n# text = "));
    add_flat(out, plb_str_slice(doc->part[s->part], s->begin, s->end));
    plb_buf_char(out, '\n');
}

static void write_space_after(bool no_space, plb_buf *out)
{
    plb_buf_add(out, no_space ? PLB_STR("\tSpaceAfter=No\n") : PLB_STR("\t_\n"));
}

static void write_word(const plb_doc *doc, const plb_sentence *s, int32_t t, plb_buf *out)
{
    const plb_token *token = &doc->tokens.at[t];
    plb_buf_printf(out, "%d", t - s->first_token + 1);
    add_column(out, token->form);
    if (!token->lemma.p) { /* not annotated */
        plb_buf_add(out, PLB_STR("\t_\t_\t_\t_\t_\t_\t_"));
        return;
    }
    add_column(out, token->lemma);
    add_column(out, plb_upos_name(token->upos));
    add_column(out, plb_xpos_name(token->xpos));
    plb_buf_add(out, PLB_STR("\t_\t"));
    if (s->root == PLB_NONE) {
        plb_buf_add(out, PLB_STR("_\t_"));
    } else {
        plb_buf_printf(out, "%d", token->head == PLB_NONE ? 0 : token->head - s->first_token + 1);
        add_column(out, plb_deprel_name(token->deprel));
    }
    plb_buf_add(out, PLB_STR("\t_"));
}

/* The last word of the written form that begins at token t. */
static int32_t last_of_form(const plb_doc *doc, int32_t t, int32_t end)
{
    while (t + 1 < end && doc->tokens.at[t + 1].flags & PLB_TOKEN_CONTINUES) t++;
    return t;
}

static void write_sentence(const plb_doc *doc, int32_t index, plb_buf *out)
{
    const plb_sentence *s = &doc->sentences.at[index];
    int32_t end = s->first_token + s->n_tokens, last;
    write_comments(doc, index, out);
    for (int32_t t = s->first_token; t < end; t = last + 1) {
        last = last_of_form(doc, t, end);
        bool no_space = doc->tokens.at[last].flags & PLB_TOKEN_NO_SPACE;
        if (last > t) {
            plb_buf_printf(out, "%d-%d", t - s->first_token + 1, last - s->first_token + 1);
            add_column(out, plb_str_slice(doc->part[s->part], doc->tokens.at[t].begin,
                                          doc->tokens.at[last].end));
            plb_buf_add(out, PLB_STR("\t_\t_\t_\t_\t_\t_\t_"));
            write_space_after(no_space, out);
        }
        for (int32_t w = t; w <= last; w++) {
            write_word(doc, s, w, out);
            write_space_after(no_space && last == t, out);
        }
    }
    plb_buf_char(out, '\n');
}

void plb_conllu_write(const plb_doc *doc, plb_buf *out)
{
    for (uint32_t i = 0; i < doc->sentences.n; i++) write_sentence(doc, (int32_t)i, out);
}
