#include "test.h"

#include <stdlib.h>

#include "annotate/key.h"
#include "annotate/table.h"

enum { BUCKETS = 61, KEYS = 128 };

static uint64_t draw(uint64_t *state)
{
    return *state = plb_mix(*state + 1, 17);
}

/* A table of random weights, some of them as large as they may be; half of its keys are known. */
static uint64_t *random_slots(uint64_t *state, uint64_t *keys)
{
    uint64_t *slots = aligned_alloc(64, BUCKETS * PLB_BUCKET * sizeof *slots);
    assert_non_null(slots);
    memset(slots, 0, BUCKETS * PLB_BUCKET * sizeof *slots);
    for (int i = 0; i < KEYS; i++) {
        keys[i] = draw(state);
        if (i % 2) continue;
        int16_t w[PLB_N_NARROW];
        for (int c = 0; c < PLB_N_NARROW; c++)
            w[c] = (int16_t)((int)(draw(state) % (2 * PLB_MAX_NARROW + 1)) - PLB_MAX_NARROW);
        if (i % 16 == 0) w[0] = w[1] = PLB_MAX_NARROW, w[2] = -PLB_MAX_NARROW;
        uint64_t *slot = slots + (size_t)plb_table_bucket(keys[i], BUCKETS) * PLB_BUCKET;
        for (int k = 0; k < PLB_BUCKET; k++) {
            if (slot[k]) continue;
            slot[k] = plb_narrow_slot(plb_table_check(keys[i]), w);
            break;
        }
    }
    return slots;
}

static void kernels_agree(void **state)
{
    (void)state;
    const plb_kernel *best = plb_kernel_best();
    uint64_t seed = 1;
    for (int round = 0; round < 200; round++) {
        uint64_t keys[KEYS], slots[2][KEYS];
        uint64_t *table_slots = random_slots(&seed, keys);
        plb_table t = { .slot = table_slots, .n_buckets = BUCKETS };
        int n = round % (KEYS + 1);
        int32_t score[2][PLB_N_NARROW];
        plb_kernel_plain.narrow(&t, keys, n, score[0]);
        best->narrow(&t, keys, n, score[1]);
        assert_memory_equal(score[0], score[1], sizeof score[0]);
        plb_kernel_plain.find(&t, keys, n, slots[0]);
        best->find(&t, keys, n, slots[1]);
        assert_memory_equal(slots[0], slots[1], (size_t)n * sizeof slots[0][0]);
        free(table_slots);
    }
}

/* The same key over and over: the 16-bit sums of the fast kernel must be flushed in time. */
static void largest_weights_add_up(void **state)
{
    (void)state;
    uint64_t keys[KEYS];
    uint64_t *slots = aligned_alloc(64, PLB_BUCKET * sizeof *slots);
    assert_non_null(slots);
    memset(slots, 0, PLB_BUCKET * sizeof *slots);
    for (int i = 0; i < KEYS; i++) keys[i] = 0x123456789abcdef;
    int16_t w[PLB_N_NARROW] = { PLB_MAX_NARROW, -PLB_MAX_NARROW, 1 };
    slots[3] = plb_narrow_slot(plb_table_check(keys[0]), w);
    plb_table t = { .slot = slots, .n_buckets = 1 };
    int32_t score[PLB_N_NARROW];
    plb_kernel_best()->narrow(&t, keys, KEYS, score);
    assert_int_equal(score[0], KEYS * PLB_MAX_NARROW);
    assert_int_equal(score[1], -KEYS * PLB_MAX_NARROW);
    assert_int_equal(score[2], KEYS);
    free(slots);
}

static void wide_rows_add_up(void **state)
{
    (void)state;
    plb_block blocks[] = { { { 5, 1, 0, 0 }, { 300, -7, 0, 0 } },
                           { { 1, 2, 3, 5 }, { 1, 2, 3, 4 } },
                           { { 86, 0, 0, 0 }, { -1, 0, 0, 0 } } };
    uint64_t *slots = aligned_alloc(64, PLB_BUCKET * sizeof *slots);
    assert_non_null(slots);
    memset(slots, 0, PLB_BUCKET * sizeof *slots);
    slots[0] = plb_wide_slot(1, 1, 0);
    slots[7] = plb_wide_slot(2, 2, 1);
    plb_table t = { .slot = slots, .n_buckets = 1, .block = blocks, .n_blocks = 3 };
    uint64_t keys[] = { 1, 2, 3, 2 };
    int32_t score[87];
    plb_table_wide(&plb_kernel_plain, &t, keys, 4, score, 87);
    assert_int_equal(score[0], 0);
    assert_int_equal(score[1], -7 + 2);
    assert_int_equal(score[2], 4);
    assert_int_equal(score[5], 300 + 8);
    assert_int_equal(score[86], -2);
    free(slots);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(kernels_agree),
                                        cmocka_unit_test(largest_weights_add_up),
                                        cmocka_unit_test(wide_rows_add_up) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
