#include "ground/test_grounding.h"

/* "EXPRESSION=from..to/precision" of each date mention; one day is written once. */
static void describe(const plb_doc *doc, plb_buf *out)
{
    plb_buf_clear(out);
    for (uint32_t i = 0; i < doc->mentions.n; i++) {
        const plb_mention *m = &doc->mentions.at[i];
        if (m->kind != PLB_MENTION_DATE) continue;
        char from[11] = "?", to[11] = "?";
        if (m->date.from != PLB_DAY_UNKNOWN) plb_day_format(m->date.from, from);
        if (m->date.to != PLB_DAY_UNKNOWN) plb_day_format(m->date.to, to);
        plb_str words = plb_str_slice(plb_doc_part(doc, m->sentence), m->span.begin, m->span.end);
        plb_buf_printf(out, "%s%.*s=%s", out->n ? "; " : "", PLB_FMT(words), from);
        if (strcmp(from, to) != 0) plb_buf_printf(out, "..%s", to);
        plb_str precision = plb_date_precision_name((plb_date_precision)m->date.precision);
        if (m->date.precision != PLB_DATE_DAY) plb_buf_printf(out, "/%.*s", PLB_FMT(precision));
    }
}

static void ground(test_doc *t, const test_lexicon *lex, const char *published)
{
    plb_error err = { 0 };
    plb_grounding s;
    if (published) assert_true(plb_day_parse(plb_str_of(published), &t->report->published));
    if (plb_ground_begin(lex->grounder, t->doc, &s, &err) != PLB_OK ||
        plb_ground_document_date(&s, &err) != PLB_OK || plb_ground_dates(&s, &err) != PLB_OK)
        fail_msg("%s", err.msg);
}

/* 2016-03-09 is a Wednesday. */
static const struct {
    const char *text, *want;
} CASES[] = {
    /* the calendar */
    { "met/VBD on 4 May 2015", "4 May 2015=2015-05-04" },
    { "met/VBD on May 4 , 2015", "May 4 , 2015=2015-05-04" },
    { "met/VBD on the 4th of May 2015", "the 4th of May 2015=2015-05-04" },
    { "met/VBD in May 2015", "May 2015=2015-05-01..2015-05-31/month" },
    { "met/VBD in 2015", "2015=2015-01-01..2015-12-31/year" },
    { "met/VBD 2015 soldiers/NNS", "" },
    { "met/VBD on 2015-05-04", "2015-05-04=2015-05-04" },
    { "met/VBD on Feb. 30", "Feb. 30=?" },
    { "in the 1990s they met/VBD", "the 1990s=1990-01-01..1999-12-31/range" },
    { "met/VBD on Oct. 23", "Oct. 23=2015-10-23" },
    { "will/MD meet/VB on Oct. 23", "Oct. 23=2016-10-23" },
    { "met/VBD on March 9", "March 9=2016-03-09" },
    { "met/VBD on Tuesday , March 8th", "Tuesday , March 8th=2016-03-08" },
    { "met/VBD in August", "August=2015-08-01..2015-08-31/month" },
    { "met/VBD in early August", "early August=2015-08-01..2015-08-31/month" },
    { "they may/MD meet/VB", "" },
    { "troops march/VBP", "" },
    { "met/VBD last August", "last August=2015-08-01..2015-08-31/month" },
    { "met/VBD last February", "last February=2015-02-01..2015-02-28/month" },
    { "met/VBD this January", "this January=2016-01-01..2016-01-31/month" },
    { "met/VBD in July last year", "July last year=2015-07-01..2015-07-31/month" },
    { "met/VBD on 3 - 5 May 2015", "3 - 5 May 2015=2015-05-03..2015-05-05/range" },
    { "met/VBD on May 3 to 5", "May 3 to 5=2015-05-03..2015-05-05/range" },
    { "met/VBD in nineteen/CD ninety/CD - seven/CD",
      "nineteen ninety - seven=1997-01-01..1997-12-31/year" },
    /* weekdays */
    { "met/VBD on Tuesday", "Tuesday=2016-03-08" },
    { "met/VBD on Wednesday", "Wednesday=2016-03-09" },
    { "met/VBD on Thursday", "Thursday=2016-03-03" },
    { "will/MD meet/VB on Thursday", "Thursday=2016-03-10" },
    { "will/MD meet/VB next Wednesday", "next Wednesday=2016-03-16" },
    { "met/VBD last Wednesday", "last Wednesday=2016-03-02" },
    { "met/VBD on Monday night/NN", "Monday night=2016-03-07" },
    { "met/VBD on Friday last week/NN", "Friday last week=2016-03-04" },
    { "met/VBD early Tuesday", "early Tuesday=2016-03-08" },
    /* days and units */
    { "met/VBD today", "today=2016-03-09" },
    { "met/VBD yesterday", "yesterday=2016-03-08" },
    { "met/VBD last night/NN", "last night=2016-03-08" },
    { "met/VBD this morning/NN", "this morning=2016-03-09" },
    { "shelled/VBD overnight/RB", "overnight=2016-03-08..2016-03-09/range" },
    { "met/VBD last week/NN", "last week=2016-02-29..2016-03-06/week" },
    { "met/VBD this week/NN", "this week=2016-03-07..2016-03-13/week" },
    { "met/VBD this month/NN", "this month=2016-03-01..2016-03-31/month" },
    { "met/VBD last month/NN", "last month=2016-02-01..2016-02-29/month" },
    { "met/VBD last year/NN", "last year=2015-01-01..2015-12-31/year" },
    { "met/VBD late/JJ last year/NN", "late last year=2015-01-01..2015-12-31/year" },
    { "met/VBD at the weekend/NN", "the weekend=2016-03-05..2016-03-06/range" },
    { "will/MD meet/VB at the weekend/NN", "the weekend=2016-03-12..2016-03-13/range" },
    { "by the end of the month/NN", "the end of the month=2016-03-01..2016-03-31/month" },
    { "met/VBD last summer/NN", "last summer=2015-06-01..2015-08-31/range" },
    /* counted */
    { "met/VBD three/CD days/NNS ago/RB", "three days ago=2016-03-06" },
    { "met/VBD a/DT week/NN ago/RB", "a week ago=2016-02-29..2016-03-06/week" },
    { "met/VBD two/CD months/NNS ago/RB", "two months ago=2016-01-01..2016-01-31/month" },
    { "met/VBD a/DT few/JJ days/NNS ago/RB", "a few days ago=?/fuzzy" },
    { "in the past/JJ two/CD weeks/NNS", "the past two weeks=2016-02-24..2016-03-09/range" },
    { "in the next 48 hours/NNS", "the next 48 hours=2016-03-09..2016-03-11/range" },
    { "in recent/JJ weeks/NNS", "recent weeks=?/fuzzy" },
    { "lasted/VBD three/CD weeks/NNS", "three weeks=?/duration" },
    { "a/DT 48 - hour/NN truce", "48 - hour=?/duration" },
    { "every/DT Friday", "every Friday=?/set" },
    { "met/VBD on Fridays/NNPS", "Fridays=?/set" },
    { "20 soldiers/NNS died/VBD", "" },
    /* from the day spoken of */
    { "met/VBD on 4 May 2015 | left/VBD the previous/JJ day/NN",
      "4 May 2015=2015-05-04; the previous day=2015-05-03" },
    { "met/VBD on 4 May 2015 | left/VBD three/CD days/NNS earlier/RB",
      "4 May 2015=2015-05-04; three days earlier=2015-05-01" },
    { "left/VBD the same/JJ day/NN", "the same day=2016-03-09" },
    { "two/CD days/NNS after/IN the blast", "two days=?/duration" },
    /* ranges */
    { "from Monday to Tuesday they met/VBD", "from Monday to Tuesday=2016-03-07..2016-03-08/range; "
                                             "Monday=2016-03-07; Tuesday=2016-03-08" },
    { "between 4 May and 6 June 2015 they met/VBD",
      "between 4 May and 6 June 2015=2015-05-04..2015-06-06/range; 4 May=2015-05-04; 6 June "
      "2015=2015-06-06" },
    { "since/IN 4 May 2015 they met/VBD",
      "since 4 May 2015=2015-05-04..2016-03-09/range; 4 May 2015=2015-05-04" },
};

static void expressions_have_days(void **state)
{
    plb_buf got = { 0 };
    int failed = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_flat(CASES[i].text);
        ground(&t, *state, "2016-03-09");
        describe(t.doc, &got);
        failed += test_differs(CASES[i].text, plb_buf_str(&got), CASES[i].want);
        test_doc_free(&t);
    }
    plb_buf_free(&got);
    assert_int_equal(failed, 0);
}

/* Every weekday named by a report of every day of some weeks lies within a week of it, on the side
 * that the tense says, and is that weekday. */
static void weekdays_lie_near(void **state)
{
    static const char *const NAMES[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                         "Friday", "Saturday", "Sunday" };
    for (int ahead = 0; ahead < 2; ahead++) {
        for (int k = 0; k < 7 * 20; k++) {
            char text[64], published[11];
            plb_day today = plb_day_of(2011, 12, 20) + k / 7;
            plb_day_format(today, published);
            snprintf(text, sizeof text, ahead ? "will/MD meet/VB on %s" : "met/VBD on %s",
                     NAMES[k % 7]);
            test_doc t = test_flat(text);
            ground(&t, *state, published);
            assert_int_equal(t.doc->mentions.n, 1);
            plb_day day = t.doc->mentions.at[0].date.from;
            assert_int_equal(plb_day_weekday(day), k % 7);
            assert_true(ahead ? day >= today && day < today + 7 : day <= today && day > today - 7);
            test_doc_free(&t);
        }
    }
}

static const struct {
    const char *name, *published, *text, *want, *how;
} DOCUMENTS[] = {
    { "publication", "2016-03-09", "Rebels met/VBD on Tuesday", "2016-03-09", "published" },
    { "nothing", NULL, "Rebels met/VBD on Tuesday", "?", "none" },
    { "whole date", NULL, "Rebels met/VBD on 4 May 2015 .", "2015-05-04", "expression" },
    { "whole date ahead", NULL, "Rebels will/MD meet/VB on 4 May 2015 .", "?", "none" },
    { "no year", NULL, "Rebels met/VBD on 4 May .", "?", "none" },
    { "weekday without an office: the latest", NULL, "On Tuesday , August 20th , rebels met/VBD .",
      "2024-08-20", "year-inferred" },
    { "weekday and office", NULL,
      "On Friday , June 3rd , the president/NN Nicolas Sarkozy met/VBD rebels/NNS .", "2011-06-03",
      "weekday+office" },
    { "weekday after a year named", NULL,
      "On Tuesday , August 20th , rebels met/VBD . | They had fought since 2023 .", "2024-08-20",
      "year-inferred" },
};

static void the_day_of_a_report_is_found(void **state)
{
    for (size_t i = 0; i < sizeof DOCUMENTS / sizeof *DOCUMENTS; i++) {
        test_doc t = test_flat(DOCUMENTS[i].text);
        ground(&t, *state, DOCUMENTS[i].published);
        char day[11] = "?";
        if (t.doc->date != PLB_DAY_UNKNOWN) plb_day_format(t.doc->date, day);
        ASSERT_STR(DOCUMENTS[i].name, plb_str_of(day), DOCUMENTS[i].want);
        ASSERT_STR(DOCUMENTS[i].name, plb_date_how_name(t.doc->date_how), DOCUMENTS[i].how);
        test_doc_free(&t);
    }
}

int main(void)
{
    test_lexicon lex = test_lexicon_open("date_test");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(expressions_have_days, &lex),
        cmocka_unit_test_prestate(weekdays_lie_near, &lex),
        cmocka_unit_test_prestate(the_day_of_a_report_is_found, &lex),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_lexicon_close(&lex);
    return failed;
}
