#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#endif

enum { FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 4 * 1024 * 1024, ALIGN = 16 };

typedef struct block {
    struct block *next;
    size_t size, used; /* bytes of data */
    _Alignas(ALIGN) unsigned char data[];
} block;

struct plb_arena {
    block *first, *now; /* blocks after `now` are empty, kept for reuse */
    size_t limit, used;
    bool full;
};

plb_arena *plb_arena_new(size_t limit)
{
    plb_arena *arena = calloc(1, sizeof *arena);
    if (arena) arena->limit = limit;
    return arena;
}

void plb_arena_free(plb_arena *arena)
{
    if (!arena) return;
    for (block *b = arena->first, *next; b; b = next) {
        next = b->next;
        ASAN_UNPOISON_MEMORY_REGION(b->data, b->size);
        free(b);
    }
    free(arena);
}

void plb_arena_reset(plb_arena *arena)
{
    for (block *b = arena->first; b; b = b->next) {
        b->used = 0;
        ASAN_POISON_MEMORY_REGION(b->data, b->size);
    }
    arena->now = arena->first;
    arena->used = 0;
    arena->full = false;
}

static block *block_with_room(plb_arena *arena, size_t n)
{
    block *last = arena->now;
    for (block *b = arena->now; b; last = b, b = b->next)
        if (b->size - b->used >= n) return arena->now = b;
    size_t size = last ? last->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_BLOCK) size = LARGEST_BLOCK;
    if (size < n) size = n;
    block *b = malloc(sizeof *b + size);
    if (!b) return NULL;
    *b = (block){ .next = NULL, .size = size, .used = 0 };
    ASAN_POISON_MEMORY_REGION(b->data, b->size);
    if (last) {
        while (last->next) last = last->next;
        last->next = b;
    } else {
        arena->first = b;
    }
    return arena->now = b;
}

void *plb_arena_alloc(plb_arena *arena, size_t n)
{
    size_t rounded = (n + (n == 0) + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (rounded < n || rounded > arena->limit - arena->used) {
        arena->full = true;
        return NULL;
    }
    block *b = block_with_room(arena, rounded);
    if (!b) {
        arena->full = true;
        return NULL;
    }
    void *p = b->data + b->used;
    b->used += rounded;
    arena->used += rounded;
    ASAN_UNPOISON_MEMORY_REGION(p, n);
    return memset(p, 0, n);
}

void *plb_arena_array(plb_arena *arena, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size) {
        arena->full = true;
        return NULL;
    }
    return plb_arena_alloc(arena, n * size);
}

bool plb_arena_full(const plb_arena *arena)
{
    return arena->full;
}

size_t plb_arena_used(const plb_arena *arena)
{
    return arena->used;
}

plb_str plb_arena_str(plb_arena *arena, plb_str s)
{
    char *p = plb_arena_alloc(arena, s.n + 1);
    if (!p) return (plb_str){ NULL, 0 };
    if (s.n) memcpy(p, s.p, s.n);
    return (plb_str){ p, s.n };
}

plb_str plb_arena_printf(plb_arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *p = n < 0 ? NULL : plb_arena_alloc(arena, (size_t)n + 1);
    if (p) vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    return p ? (plb_str){ p, (size_t)n } : (plb_str){ NULL, 0 };
}

bool plb_vec_grow(plb_arena *arena, void **at, uint32_t *n, uint32_t *cap, size_t size)
{
    if (*n == *cap) {
        uint32_t more = *cap ? *cap * 2 : 8;
        void *p = more > *cap ? plb_arena_array(arena, more, size) : NULL;
        if (!p) return false;
        if (*n) memcpy(p, *at, *n * size);
        *at = p;
        *cap = more;
    }
    (*n)++;
    return true;
}
