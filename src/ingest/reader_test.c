#include "test.h"

#include "ingest/reader.h"
#include "ingest/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const struct {
    const char *text, *want; /* NULL: no date */
} DAYS[] = {
    { "2024-08-20", "2024-08-20" },
    { "2024-08-20T23:59:00+03:00", "2024-08-20" },
    { "20240820", "2024-08-20" },
    { "2024/8/20", "2024-08-20" },
    { "Tue, 20 Aug 2024 10:00:00 GMT", "2024-08-20" },
    { "20 August 2024", "2024-08-20" },
    { "August 20, 2024", "2024-08-20" },
    { "1724148000", "2024-08-20" },
    { "1724148000000", "2024-08-20" },
    { "31 February 2024", NULL },
    { "20/08/24", NULL },
    { "yesterday", NULL },
    { "", NULL },
};

static void days(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++) {
        plb_day day;
        char text[11] = "none";
        if (plb_published_day(plb_str_of(DAYS[i].text), &day)) plb_day_format(day, text);
        ASSERT_STR(DAYS[i].text, plb_str_of(text), DAYS[i].want ? DAYS[i].want : "none");
    }
}

static const struct {
    const char *name, *bytes, *title, *text;
} TEXTS[] = {
    { "headline", "Talks resume\n\nThey met.\n", "Talks resume", "They met.\n" },
    { "no blank line", "Talks resume\nThey met.\n", "", "Talks resume\nThey met.\n" },
    { "a sentence first", "They met.\n\nThey left.\n", "", "They met.\n\nThey left.\n" },
    { "one line", "Talks resume", "", "Talks resume" },
    { "windows lines", "Talks resume\r\n\r\nThey met.\r\n", "Talks resume", "They met.\r\n" },
};

static void titles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        plb_report *report = NULL;
        assert_int_equal(
            plb_record_text(plb_str_of(TEXTS[i].bytes), "x", PLB_DAY_UNKNOWN, &report, NULL),
            PLB_OK);
        ASSERT_STR(TEXTS[i].name, report->title, TEXTS[i].title);
        ASSERT_STR(TEXTS[i].name, report->text, TEXTS[i].text);
        assert_int_equal(report->id.n, 16);
        plb_report_free(report);
    }
}

static const struct {
    const char *line, *id, *text, *error; /* error: a piece of the message */
} LINES[] = {
    { "{\"id\":\"a\",\"text\":\"They met.\"}", "a", "They met.", NULL },
    { "{\"id\":7,\"body\":\"They met.\"}", "7", "They met.", NULL },
    { "{\"url\":\"http://x/1\",\"content\":\"They met.\"}", "http://x/1", "They met.", NULL },
    { "{\"id\":\"a\"}", NULL, NULL, "f.jsonl:3: no text" },
    { "{\"id\":\"a\",\"text\":\"  \"}", NULL, NULL, "f.jsonl:3: no text" },
    { "{\"id\":\"a\",", NULL, NULL, "f.jsonl:3: broken JSON" },
    { "[1]", NULL, NULL, "no JSON object" },
    { "{\"text\":\"x\",\"published\":\"soon\"}", NULL, NULL, "'soon' is no date" },
    { "{\"text\":\"a\xFF\"}", NULL, NULL, "f.jsonl:3: broken JSON" },
};

static void lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        plb_report *report = NULL;
        plb_error err = { 0 };
        plb_status status = plb_record_json(plb_str_of(LINES[i].line), "f.jsonl", 3,
                                            PLB_DAY_UNKNOWN, &report, &err);
        if (LINES[i].error) {
            assert_int_equal(status, PLB_EPARSE);
            if (!strstr(err.msg, LINES[i].error)) fail_msg("%s: %s", LINES[i].line, err.msg);
            continue;
        }
        if (status != PLB_OK) fail_msg("%s: %s", LINES[i].line, err.msg);
        ASSERT_STR(LINES[i].line, report->id, LINES[i].id);
        ASSERT_STR(LINES[i].line, report->text, LINES[i].text);
        plb_report_free(report);
    }
}

/* Writes a file in a fresh folder and reads it with a small limit. */
static void long_and_broken_lines_cost_themselves(void **state)
{
    (void)state;
    char folder[] = "/tmp/polybius-reader-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.jsonl", folder);
    FILE *f = fopen(path, "w");
    fprintf(f, "{\"id\":\"1\",\"text\":\"They met.\"}\n\n{\"id\":\"2\",\"text\":\"");
    for (int i = 0; i < 5000; i++) fputc('a', f);
    fprintf(f, "\"}\nnonsense\n{\"id\":\"4\",\"text\":\"They left.\"}");
    fclose(f);

    const char *paths[] = { "/nowhere/at/all", folder };
    plb_reader_options o = plb_reader_options_default();
    o.paths = paths;
    o.n_paths = 2;
    o.max_report_bytes = 4096;
    plb_reader *reader = NULL;
    assert_int_equal(plb_reader_open(&o, &reader, NULL), PLB_OK);
    static const struct {
        plb_status status;
        const char *says;
    } WANT[] = { { PLB_EIO, "/nowhere/at/all" }, { PLB_OK, "1" }, { PLB_ELIMIT, "a.jsonl:3" },
                 { PLB_EPARSE, "a.jsonl:4" },    { PLB_OK, "4" }, { PLB_ENONE, "" } };
    for (size_t i = 0; i < sizeof WANT / sizeof *WANT; i++) {
        plb_report *report = NULL;
        plb_error err = { 0 };
        plb_status status = plb_reader_next(reader, &report, &err);
        if (status != WANT[i].status) fail_msg("step %zu: %d %s", i, (int)status, err.msg);
        if (status == PLB_OK) {
            ASSERT_STR("id", report->id, WANT[i].says);
            plb_report_free(report);
        } else if (!strstr(err.msg, WANT[i].says)) {
            fail_msg("step %zu: %s", i, err.msg);
        }
    }
    plb_reader_close(reader);
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days),
        cmocka_unit_test(titles),
        cmocka_unit_test(lines),
        cmocka_unit_test(long_and_broken_lines_cost_themselves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
