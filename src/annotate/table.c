#include "annotate/table.h"

#include <string.h>

static void prefetch(const plb_table *t, const uint64_t *keys, int n)
{
#if defined(__GNUC__)
    for (int i = 0; i < n; i++)
        __builtin_prefetch(t->slot + (size_t)plb_table_bucket(keys[i], t->n_buckets) * PLB_BUCKET);
#else
    (void)t, (void)keys, (void)n;
#endif
}

static uint64_t find_plain(const plb_table *t, uint64_t key)
{
    const uint64_t *slot = t->slot + (size_t)plb_table_bucket(key, t->n_buckets) * PLB_BUCKET;
    uint64_t check = plb_table_check(key), found = 0;
    for (int k = 0; k < PLB_BUCKET; k++) found |= (slot[k] & 0xffff) == check ? slot[k] : 0;
    return found;
}

static void narrow_plain(const plb_table *t, const uint64_t *keys, int n,
                         int32_t score[PLB_N_NARROW])
{
    prefetch(t, keys, n);
    for (int c = 0; c < PLB_N_NARROW; c++) score[c] = 0;
    for (int i = 0; i < n; i++) {
        uint64_t slot = find_plain(t, keys[i]);
        for (int c = 0; c < PLB_N_NARROW; c++) score[c] += (int16_t)(slot >> (16 * c + 16));
    }
}

static void slots_plain(const plb_table *t, const uint64_t *keys, int n, uint64_t *slots)
{
    prefetch(t, keys, n);
    for (int i = 0; i < n; i++) slots[i] = find_plain(t, keys[i]);
}

const plb_kernel plb_kernel_plain = { narrow_plain, slots_plain };

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

/* The slot that matches, its seven neighbours blanked out: four in *lo, four in *hi. */
AVX2 static inline void match(const plb_table *t, uint64_t key, __m256i *lo, __m256i *hi)
{
    const uint64_t *slot = t->slot + (size_t)plb_table_bucket(key, t->n_buckets) * PLB_BUCKET;
    __m256i mask = _mm256_set1_epi64x(0xffff);
    __m256i want = _mm256_set1_epi64x((long long)plb_table_check(key));
    __m256i a = _mm256_load_si256((const __m256i *)(const void *)slot);
    __m256i b = _mm256_load_si256((const __m256i *)(const void *)(slot + 4));
    *lo = _mm256_and_si256(a, _mm256_cmpeq_epi64(_mm256_and_si256(a, mask), want));
    *hi = _mm256_and_si256(b, _mm256_cmpeq_epi64(_mm256_and_si256(b, mask), want));
}

/* Sums run in 16 bits (the lane of the check runs over and is not read) and are flushed in time. */
AVX2 static void narrow_avx2(const plb_table *t, const uint64_t *keys, int n,
                             int32_t score[PLB_N_NARROW])
{
    prefetch(t, keys, n);
    for (int c = 0; c < PLB_N_NARROW; c++) score[c] = 0;
    for (int i = 0; i < n;) {
        int end = n - i > PLB_FLUSH ? i + PLB_FLUSH : n;
        __m256i sum = _mm256_setzero_si256();
        for (; i < end; i++) {
            __m256i lo, hi;
            match(t, keys[i], &lo, &hi);
            sum = _mm256_add_epi16(sum, _mm256_or_si256(lo, hi));
        }
        int16_t lane[16];
        _mm256_storeu_si256((__m256i *)(void *)lane, sum);
        for (int k = 0; k < 16; k += 4)
            for (int c = 0; c < PLB_N_NARROW; c++) score[c] += lane[k + 1 + c];
    }
}

AVX2 static void slots_avx2(const plb_table *t, const uint64_t *keys, int n, uint64_t *slots)
{
    prefetch(t, keys, n);
    for (int i = 0; i < n; i++) {
        __m256i lo, hi;
        match(t, keys[i], &lo, &hi);
        __m256i both = _mm256_or_si256(lo, hi);
        __m128i half =
            _mm_or_si128(_mm256_castsi256_si128(both), _mm256_extracti128_si256(both, 1));
        slots[i] = (uint64_t)_mm_cvtsi128_si64(_mm_or_si128(half, _mm_unpackhi_epi64(half, half)));
    }
}

static const plb_kernel KERNEL_AVX2 = { narrow_avx2, slots_avx2 };

const plb_kernel *plb_kernel_best(void)
{
    return __builtin_cpu_supports("avx2") ? &KERNEL_AVX2 : &plb_kernel_plain;
}

#else

const plb_kernel *plb_kernel_best(void)
{
    return &plb_kernel_plain;
}

#endif

void plb_table_wide(const plb_kernel *kernel, const plb_table *t, const uint64_t *keys, int n,
                    int32_t *score, int n_classes)
{
    uint64_t slots[PLB_MAX_KEYS];
    kernel->find(t, keys, n, slots);
#if defined(__GNUC__)
    for (int i = 0; i < n; i++) __builtin_prefetch(t->block + plb_wide_slot_first(slots[i]));
#endif
    memset(score, 0, (size_t)n_classes * sizeof *score);
    for (int i = 0; i < n; i++) {
        const plb_block *b = t->block + plb_wide_slot_first(slots[i]);
        for (uint32_t k = plb_wide_slot_blocks(slots[i]); k; k--, b++)
            for (int j = 0; j < PLB_BLOCK; j++) score[b->class[j]] += b->weight[j];
    }
}
