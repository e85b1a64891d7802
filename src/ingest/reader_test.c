#include "ingest/reader.h"
#include "ingest/encoding.h"
#include "ingest/published.h"
#include "test.h"

#include "base/buf.h"
#include "base/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- days of publication
 * ------------------------------------------------------------------------- */

static const struct {
    const char *in, *want; /* "": none */
} DAYS[] = {
    { "2024-08-20", "2024-08-20" },
    { " 2024-08-20T23:59:59+02:00 ", "2024-08-20" },
    { "20240820", "2024-08-20" },
    { "2024/08/20", "2024-08-20" },
    { "240820", "2024-08-20" },
    { "991332", "" },
    { "Tue, 20 Aug 2024 10:00:00 GMT", "2024-08-20" },
    { "20 August 2024", "2024-08-20" },
    { "20th August 2024", "2024-08-20" },
    { "August 20, 2024", "2024-08-20" },
    { "Tuesday, August 20th, 2024", "2024-08-20" },
    { "20-Aug-2024", "2024-08-20" },
    { "1724148000", "2024-08-20" },
    { "1724148000123", "2024-08-20" },
    { "20/08/2024", "" },
    { "2024-13-20", "" },
    { "31 February 2024", "" },
    { "yesterday", "" },
    { "August", "" },
    { "", "" },
    { "99999999999999999999", "" },
};

static void reads_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++) {
        char got[11] = "";
        plb_day day;
        if (plb_published_parse(plb_str_of(DAYS[i].in), &day)) plb_day_format(day, got);
        ASSERT_STR(DAYS[i].in, plb_str_of(got), DAYS[i].want);
    }
}

/* ---- encodings
 * ----------------------------------------------------------------------------------- */

#define LITERAL(text)                                                                              \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static const struct {
    const char *name;
    plb_str in;
    const char *want; /* NULL: refused */
    unsigned at;
} BYTES[] = {
    { "ASCII", LITERAL("abc"), "abc", 0 },
    { "UTF-8", LITERAL("caf\xc3\xa9"), "caf\xc3\xa9", 0 },
    { "byte order mark",
      { "\xef\xbb\xbf"
        "a",
        4 },
      "a",
      0 },
    { "UTF-16",
      { "\xff\xfe"
        "a\0\x3d\xd8\x00\xde",
        8 },
      "a\xf0\x9f\x98\x80",
      0 },
    { "UTF-16, big", LITERAL("\xfe\xff\0a"), "a", 0 },
    { "half a surrogate",
      { "\xff\xfe"
        "a\0\x3d\xd8",
        6 },
      NULL,
      4 },
    { "Windows-1252", LITERAL("The caf\xe9\x92s owner said he \x93left\x94 on Monday"),
      "The caf\xc3\xa9\xe2\x80\x99s owner said he \xe2\x80\x9cleft\xe2\x80\x9d on Monday", 0 },
    { "UTF-8 with a slip", LITERAL("caf\xc3\xa9 and caf\xe9"), NULL, 13 },
    { "bytes", LITERAL("The army said\xff\xfe so"), NULL, 13 },
    { "NUL", LITERAL("ab\0c"), NULL, 2 },
    { "nothing", LITERAL(""), "", 0 },
};

static void decodes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof BYTES / sizeof *BYTES; i++) {
        plb_buf room = { 0 };
        plb_error err = { 0 };
        plb_str got = { NULL, 0 };
        plb_status status = plb_decode(BYTES[i].in, &room, &got, &err);
        if (BYTES[i].want) {
            if (status != PLB_OK) fail_msg("%s: %s", BYTES[i].name, err.msg);
            ASSERT_STR(BYTES[i].name, got, BYTES[i].want);
        } else if (status != PLB_EPARSE || err.at != BYTES[i].at) {
            fail_msg("%s: status %d at %d", BYTES[i].name, status, (int)err.at);
        }
        plb_buf_free(&room);
    }
}

/* ---- files
 * --------------------------------------------------------------------------------------- */

typedef struct {
    char folder[256];
    plb_reader_options options;
} bench;

static int begin(void **state)
{
    bench *b = calloc(1, sizeof *b);
    snprintf(b->folder, sizeof b->folder, "%s/reader_test.XXXXXX", PLB_BINARY_DIR);
    b->options = plb_reader_options_default();
    *state = b;
    return mkdtemp(b->folder) ? 0 : -1;
}

static int end(void **state)
{
    bench *b = *state;
    char command[300];
    snprintf(command, sizeof command, "rm -r '%s'", b->folder);
    int status = system(command);
    free(b);
    return status;
}

static void put(const bench *b, const char *name, plb_str bytes)
{
    char path[400];
    snprintf(path, sizeof path, "%s/%s", b->folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    fclose(f);
}

/* Everything that comes of the path, a line each: "id|published|title|text", or "! MESSAGE"; the
 * test's folder is written as @. */
static void read_all(const bench *b, const char *name, plb_buf *out)
{
    char path[400];
    snprintf(path, sizeof path, "%s/%s", b->folder, name);
    const char *paths[] = { path };
    plb_reader_options o = b->options;
    o.paths = paths;
    o.n_paths = 1;
    plb_reader *reader;
    plb_error err = { 0 };
    assert_int_equal(plb_reader_open(&o, &reader, &err), PLB_OK);
    for (;;) {
        plb_report *r;
        plb_status status = plb_reader_next(reader, &r, &err);
        if (status == PLB_ENONE) break;
        if (status == PLB_OK) {
            char day[11] = "-";
            if (r->published != PLB_DAY_UNKNOWN) plb_day_format(r->published, day);
            char hash[17]; /* an id made of the content is written as # */
            plb_hex16(plb_hash(r->text, plb_hash(r->title, 0)), hash);
            if (plb_str_is(r->id, hash)) r->id = PLB_STR("#");
            plb_buf_printf(out, "%.*s|%s|%.*s|%.*s\n", PLB_FMT(r->id), day, PLB_FMT(r->title),
                           PLB_FMT(r->text));
            plb_report_free(r);
        } else {
            assert_int_equal(status, err.code);
            const char *message = err.msg;
            if (strncmp(message, b->folder, strlen(b->folder)) == 0)
                plb_buf_printf(out, "! @%s\n", message + strlen(b->folder));
            else
                plb_buf_printf(out, "! %s\n", message);
        }
    }
    plb_reader_close(reader);
}

static void check(const bench *b, const char *name, const char *want)
{
    plb_buf got = { 0 };
    read_all(b, name, &got);
    ASSERT_STR(name, plb_buf_str(&got), want);
    plb_buf_free(&got);
}

static const struct {
    const char *name;
    plb_str bytes;
    const char *want;
} FILES[] = {
    { "headline.txt", LITERAL("Talks resume\n\nThey met.\nThey left.\n"),
      "#|-|Talks resume|They met.\nThey left.\n\n" },
    { "no_headline", LITERAL("They met.\n\nThey left."), "#|-||They met.\n\nThey left.\n" },
    { "empty", LITERAL(""), "! @/empty: the file is empty\n" },
    { "blank", LITERAL(" \n \n"), "! @/blank: the file is empty but for white space\n" },
    { "binary", LITERAL("ab\0c"), "! @/binary: byte 2 is NUL: a binary file\n" },
    { "bytes.txt", LITERAL("ab\xff\xfe"), "! @/bytes.txt: byte 2 (0xff) is not UTF-8\n" },
    { "aliases.jsonl",
      LITERAL("{\"id\":7,\"headline\":\"H\",\"body\":\"B.\",\"date\":\"2024-08-20\"}\n"
              "{\"url\":\"u\",\"title\":null,\"content\":\"C.\",\"pub_date\":1724148000}\r\n"
              "\n"
              "{\"id\":\"x\",\"event_text\":\"E\\u0000F.\",\"text\":null,\"extra\":[1,{\"a\":2}]}"),
      "7|2024-08-20|H|B.\nu|2024-08-20||C.\nx|-||E F.\n" },
    { "mixed",
      LITERAL(
          "{\"id\":\"a\",\"text\":\"A.\"}\n{\"id\":\n{\"id\":\"b\"}\nplain\n[1]\n{\"text\":\" \"}\n"
          "{\"text\":\"\xff\"}\n{\"id\":\"c\",\"text\":\"C.\",\"n\":123456789012345678901234}\n"),
      "a|-||A.\n"
      "! @/mixed:2: broken JSON at byte 6: unexpected token near end of file\n"
      "! @/mixed:3: the record has no text\n"
      "! @/mixed:4: broken JSON at byte 5: '[' or '{' expected near 'plain'\n"
      "! @/mixed:5: no JSON object, which a report is\n"
      "! @/mixed:6: the text of the record is empty\n"
      "! @/mixed:7: byte 9 (0xff) is not UTF-8\n"
      "c|-||C.\n" },
    { "crlf.txt", LITERAL("\r\nTalks resume\r\n\r\nThey met.\r\n"),
      "#|-|Talks resume|They met.\r\n\n" },
    { "question", LITERAL("Why talk?\n\nThey met."), "#|-||Why talk?\n\nThey met.\n" },
    { "date.jsonl", LITERAL("{\"text\":\"A.\",\"date\":\"soon\"}"),
      "! @/date.jsonl:1: published: 'soon' is no date\n" },
    { "mark.jsonl", LITERAL("\xef\xbb\xbf{\"id\":\"a\",\"text\":\"A.\"}\n"), "a|-||A.\n" },
    { "nothing.jsonl", LITERAL("\n\n"), "! @/nothing.jsonl: no report in it\n" },
    { "a.conllu",
      LITERAL("# newdoc id = d\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n# sent_id = 1\n# newdoc id = e\n"
              "1\tb\t_\t_\t_\t_\t_\t_\t_\t_\n"),
      "d|-||# newdoc id = d\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n\n"
      "e|-||# sent_id = 1\n# newdoc id = e\n1\tb\t_\t_\t_\t_\t_\t_\t_\t_\n\n" },
    { "rows", LITERAL("# newdoc\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"),
      "#|-||# newdoc\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n" },
};

static void reads_files(void **state)
{
    bench *b = *state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        put(b, FILES[i].name, FILES[i].bytes);
        check(b, FILES[i].name, FILES[i].want);
    }
    check(b, "absent", "! @/absent: No such file or directory\n");
}

static void walks_folders(void **state)
{
    bench *b = *state;
    char path[400];
    const char *const folders[] = { "f", "f/b", "f/b/deep", "f/none" };
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s/%s", b->folder, folders[i]);
        assert_int_equal(mkdir(path, 0700), 0);
    }
    put(b, "f/c.jsonl", PLB_STR("{\"id\":\"c\",\"text\":\"C.\"}\n"));
    put(b, "f/b/deep/x.jsonl", PLB_STR("{\"id\":\"b\",\"text\":\"B.\"}\n"));
    put(b, "f/a.jsonl", PLB_STR("{\"id\":\"a\",\"text\":\"A.\"}\n"));
    put(b, "f/.hidden", PLB_STR("x"));
    snprintf(path, sizeof path, "%s/f/b/ring", b->folder);
    assert_int_equal(symlink("..", path), 0);
    check(b, "f", "a|-||A.\nb|-||B.\nc|-||C.\n! @/f/none: no file in this folder\n");
}

/* Input that costs more than it is worth costs only itself. */
static void limits(void **state)
{
    bench *b = *state;
    enum { N = 3 << 20 };
    char *bytes = malloc(N + 100);
    assert_non_null(bytes);
    b->options.max_report_bytes = 1 << 20;
    memset(bytes, 'a', N);
    int n = snprintf(bytes + N, 100, "\n{\"id\":\"b\",\"text\":\"B.\"}\n");
    put(b, "long.jsonl", (plb_str){ bytes, N + (size_t)n });
    check(b, "long.jsonl", "! @/long.jsonl:1: the line is longer than 1048576 bytes\nb|-||B.\n");
    put(b, "long.txt", (plb_str){ bytes, N });
    check(b, "long.txt", "! @/long.txt: longer than 1048576 bytes\n");
    memset(bytes, '[', 100000);
    n = snprintf(bytes + 100000, 100, "\n{\"id\":\"b\",\"text\":\"B.\"}\n");
    put(b, "nested.jsonl", (plb_str){ bytes, 100000 + (size_t)n });
    check(
        b, "nested.jsonl",
        "! @/nested.jsonl:1: byte 1000: brackets within brackets, more than 1000 deep\nb|-||B.\n");
    free(bytes);
    b->options.max_report_bytes = plb_reader_options_default().max_report_bytes;
}

static void published_by_option(void **state)
{
    bench *b = *state;
    put(b, "p.jsonl",
        PLB_STR("{\"id\":\"a\",\"text\":\"A.\"}\n{\"id\":\"b\",\"text\":\"B.\",\"date\":\"2020-01-"
                "01\"}"));
    b->options.published = plb_day_of(2024, 8, 20);
    check(b, "p.jsonl", "a|2024-08-20||A.\nb|2020-01-01||B.\n");
    b->options.published = PLB_DAY_UNKNOWN;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_days),
        cmocka_unit_test(decodes),
        cmocka_unit_test_setup_teardown(reads_files, begin, end),
        cmocka_unit_test_setup_teardown(walks_folders, begin, end),
        cmocka_unit_test_setup_teardown(limits, begin, end),
        cmocka_unit_test_setup_teardown(published_by_option, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
