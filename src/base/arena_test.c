#include "test.h"

#include "base/arena.h"

static void hands_out_zeroed_aligned_memory(void **state)
{
    (void)state;
    plb_arena *arena = plb_arena_new(1 << 22);
    for (int round = 0; round < 3; round++) {
        for (size_t n = 0; n < 3000; n += 7) {
            unsigned char *p = plb_arena_alloc(arena, n);
            assert_non_null(p);
            assert_int_equal((uintptr_t)p % 16, 0);
            for (size_t i = 0; i < n; i++) assert_int_equal(p[i], 0);
            memset(p, 0xAA, n);
        }
        assert_false(plb_arena_full(arena));
        plb_arena_reset(arena);
        assert_int_equal(plb_arena_used(arena), 0);
    }
    plb_arena_free(arena);
}

/* With every limit from 0 up, a little work either fails cleanly or is complete. */
static void every_limit_is_kept(void **state)
{
    (void)state;
    for (size_t limit = 0; limit < 4096; limit += 16) {
        plb_arena *arena = plb_arena_new(limit);
        PLB_VEC(int) numbers = { 0 };
        int pushed = 0;
        for (int i = 0; i < 100; i++) {
            int *p = PLB_PUSH(arena, &numbers);
            if (!p) break;
            *p = i;
            pushed++;
        }
        for (int i = 0; i < pushed; i++) assert_int_equal(numbers.at[i], i);
        assert_true(plb_arena_used(arena) <= limit);
        assert_true(plb_arena_full(arena) == (pushed < 100));
        plb_arena_free(arena);
    }
}

static void a_product_that_overflows_is_refused(void **state)
{
    (void)state;
    plb_arena *arena = plb_arena_new(SIZE_MAX);
    assert_null(plb_arena_array(arena, SIZE_MAX / 2, 3));
    assert_null(plb_arena_alloc(arena, SIZE_MAX - 3));
    plb_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_out_zeroed_aligned_memory),
        cmocka_unit_test(every_limit_is_kept),
        cmocka_unit_test(a_product_that_overflows_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
