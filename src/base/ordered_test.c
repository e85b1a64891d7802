#include "test.h"

#include "base/ordered.h"

#include <sched.h>

typedef struct {
    size_t next, n_items, stop_at;
    size_t taken, dropped;
    bool in_order;
} run;

typedef struct {
    size_t number, square;
} item;

static bool make(void *context, void *slot)
{
    run *r = context;
    if (r->next == r->n_items) return false;
    *(item *)slot = (item){ .number = r->next++ };
    return true;
}

static void work(void *context, void *slot, unsigned thread)
{
    (void)context;
    (void)thread;
    item *i = slot;
    if (i->number % 3 == 0) sched_yield();
    i->square = i->number * i->number;
}

static bool take(void *context, void *slot)
{
    run *r = context;
    const item *i = slot;
    if (i->number != r->taken || i->square != i->number * i->number) r->in_order = false;
    r->taken++;
    return r->taken != r->stop_at;
}

static void drop(void *context, void *slot)
{
    (void)slot;
    ((run *)context)->dropped++;
}

static run run_with(unsigned threads, size_t slots, size_t items, size_t stop_at)
{
    run r = { .n_items = items, .stop_at = stop_at, .in_order = true };
    plb_ordered o = { &r, make, work, take, drop, NULL, sizeof(item), slots };
    assert_int_equal(plb_ordered_run(&o, threads, NULL), PLB_OK);
    return r;
}

static void every_item_in_order(void **state)
{
    (void)state;
    for (unsigned threads = 0; threads < 6; threads++)
        for (size_t slots = 1; slots < 9; slots += 3)
            for (size_t items = 0; items < 200; items += 66) {
                run r = run_with(threads, slots, items, 0);
                assert_true(r.in_order);
                assert_int_equal(r.taken, items);
                assert_int_equal(r.dropped, 0);
            }
}

static void a_stop_ends_the_run(void **state)
{
    (void)state;
    for (unsigned threads = 1; threads < 4; threads++) {
        run r = run_with(threads, 4, 100, 10);
        assert_int_equal(r.taken, 10);
        assert_true(r.next < 20);
        assert_int_equal(r.taken + r.dropped, r.next);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_item_in_order),
        cmocka_unit_test(a_stop_ends_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
