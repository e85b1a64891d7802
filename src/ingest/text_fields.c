/* ingest: title and text of a plain-text file; the interface is fields.h. */
#include "ingest/fields.h"
#include "text/utf8.h"

enum { TITLE_CHARACTERS = 160 };

/* Whether the character before the end is one that ends sentences, closing marks left aside. */
static bool ends_sentence(plb_str line)
{
    static const char *const CLOSERS[] = { "\"", "'", ")", "]", "\xe2\x80\x9d", "\xe2\x80\x99" };
    static const char *const STOPS[] = { ".", "!", "?", ":", ",", ";", "\xe2\x80\xa6" };
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof CLOSERS / sizeof *CLOSERS; i++)
            if (line.n && plb_str_ends(line, plb_str_of(CLOSERS[i]))) {
                line.n -= strlen(CLOSERS[i]);
                again = true;
            }
    }
    for (size_t i = 0; i < sizeof STOPS / sizeof *STOPS; i++)
        if (plb_str_ends(line, plb_str_of(STOPS[i]))) return true;
    return false;
}

/* Behind the empty lines that text begins with. */
static plb_str behind_empty_lines(plb_str text)
{
    plb_str rest = text, line;
    while (plb_str_split(&rest, '\n', &line) && rest.p && !plb_str_trim(line).n) text = rest;
    return text;
}

void plb_fields_of_text(plb_str file, plb_report *fields)
{
    plb_str rest = behind_empty_lines(file), line, below;
    fields->text = file;
    if (!plb_str_split(&rest, '\n', &line) || !rest.p) return;
    line = plb_str_trim(line);
    plb_str text = behind_empty_lines(rest);
    if (!plb_str_split(&rest, '\n', &below) || plb_str_trim(below).n) return;
    if (!line.n || !plb_str_trim(text).n || ends_sentence(line) ||
        plb_utf8_count(line) > TITLE_CHARACTERS)
        return;
    fields->title = line;
    fields->text = text;
}
