#include "doc.h"

#include "code/code_internal.h"

/* "Toll rises to 22 in attack": the figure stands at token 3, the attack at 5. */
static const char ROWS[] = "1 Toll toll NOUN NN 2 nsubj\n"
                           "2 rises rise VERB VBZ 0 root\n"
                           "3 to to ADP IN 4 case\n"
                           "4 22 22 NUM CD 2 obl\n"
                           "5 in in ADP IN 6 case\n"
                           "6 attack attack NOUN NN 2 obl\n"
                           "7 and and CCONJ CC 8 cc\n"
                           "8 raid raid NOUN NN 6 conj\n";

static void event(test_doc *t, int32_t trigger, uint8_t type, uint8_t status)
{
    plb_event *e = PLB_PUSH(t->arena, &t->doc->events);
    e->trigger = trigger;
    e->type = type;
    e->status = status;
}

static void figure(test_doc *t, plb_measure measure, bool cumulative)
{
    plb_mention *m = PLB_PUSH(t->arena, &t->doc->mentions);
    m->kind = PLB_MENTION_QUANTITY;
    m->head = 3;
    m->quantity.measure = (uint8_t)measure;
    m->quantity.cumulative = cumulative;
}

enum { ASSAULT = PLB_TYPE_ASSAULT, ACTUAL = PLB_STATUS_ACTUAL };

static const struct {
    const char *name;
    plb_measure measure;
    bool cumulative;
    uint8_t type[2], status[2];
    int want[2]; /* figures of each event */
} CASES[] = {
    { "the only one",
      PLB_MEASURE_KILLED,
      true,
      { ASSAULT, PLB_TYPE_CONSULT },
      { ACTUAL, ACTUAL },
      { 1, 0 } },
    { "not what cannot cost lives",
      PLB_MEASURE_KILLED,
      false,
      { PLB_TYPE_AID, PLB_TYPE_CONSULT },
      { ACTUAL, ACTUAL },
      { 0, 0 } },
    { "not what did not happen",
      PLB_MEASURE_KILLED,
      false,
      { PLB_TYPE_AID, ASSAULT },
      { ACTUAL, PLB_STATUS_NEGATED },
      { 0, 0 } },
    { "the nearer of two",
      PLB_MEASURE_INJURED,
      false,
      { ASSAULT, ASSAULT },
      { ACTUAL, ACTUAL },
      { 1, 0 } },
    { "a long toll to none of two",
      PLB_MEASURE_KILLED,
      true,
      { ASSAULT, ASSAULT },
      { ACTUAL, ACTUAL },
      { 0, 0 } },
    { "money is no victim",
      PLB_MEASURE_MONEY,
      false,
      { ASSAULT, PLB_TYPE_CONSULT },
      { ACTUAL, ACTUAL },
      { 0, 0 } },
};

static void figures_find_their_event(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = test_doc_new(ROWS);
        plb_error err = { 0 };
        plb_code_work w = { .doc = t.doc };
        for (int k = 0; k < 2; k++) event(&t, k ? 7 : 5, CASES[i].type[k], CASES[i].status[k]);
        figure(&t, CASES[i].measure, CASES[i].cumulative);
        assert_int_equal(plb_code_figures(&w, &err), PLB_OK);
        for (int k = 0; k < 2; k++)
            if (t.doc->events.at[k].n_quantity != CASES[i].want[k])
                fail_msg("%s: event %d has %d figures", CASES[i].name, k,
                         t.doc->events.at[k].n_quantity);
        test_doc_free(&t);
    }
}

static void counted_figures_stay_where_they_are(void **state)
{
    (void)state;
    test_doc t = test_doc_new(ROWS);
    plb_error err = { 0 };
    plb_code_work w = { .doc = t.doc };
    event(&t, 5, PLB_TYPE_ASSAULT, PLB_STATUS_ACTUAL);
    event(&t, 7, PLB_TYPE_COERCE, PLB_STATUS_ACTUAL);
    figure(&t, PLB_MEASURE_KILLED, false);
    t.doc->events.at[1].quantity[0] = 0;
    t.doc->events.at[1].n_quantity = 1;
    assert_int_equal(plb_code_figures(&w, &err), PLB_OK);
    assert_int_equal(t.doc->events.at[0].n_quantity, 0);
    test_doc_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_find_their_event),
        cmocka_unit_test(counted_figures_stay_where_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
