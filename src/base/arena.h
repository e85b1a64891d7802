/* base: an arena, memory with one lifetime.
 *
 *   block 0          block 1               block 2
 *  [####|####|##..] [#########|#####.....] [##............]
 *                                            ^ next allocation
 *
 * Allocations are zeroed, aligned for any type, and live until the arena is reset or closed. An
 * arena has a limit in bytes; past it allocation fails (NULL) and the arena remembers that it did,
 * so that a stage may check once at its end (plb_arena_full). Not for use by two threads at once.
 */
#ifndef PLB_BASE_ARENA_H
#define PLB_BASE_ARENA_H

#include "base/str.h"

typedef struct plb_arena plb_arena;

/* An arena that hands out at most `limit` bytes; NULL when memory is short. */
plb_arena *plb_arena_new(size_t limit);
void plb_arena_free(plb_arena *arena);

/* Forgets every allocation; keeps blocks for reuse. */
void plb_arena_reset(plb_arena *arena);

/* n zeroed bytes, or NULL past the limit. n == 0 gives a valid pointer. */
void *plb_arena_alloc(plb_arena *arena, size_t n);

/* n * size with the multiplication checked. */
void *plb_arena_array(plb_arena *arena, size_t n, size_t size);

/* Whether an allocation failed since the last reset. */
bool plb_arena_full(const plb_arena *arena);

/* Bytes handed out since the last reset. */
size_t plb_arena_used(const plb_arena *arena);

/* A copy, NUL-terminated behind its end; {NULL, 0} past the limit. */
plb_str plb_arena_str(plb_arena *arena, plb_str s);

/* Formatted text; {NULL, 0} past the limit. */
plb_str plb_arena_printf(plb_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#define PLB_NEW(arena, type, n) ((type *)plb_arena_array((arena), (n), sizeof(type)))

/* A growing array in an arena: `struct { T *at; uint32_t n, cap; }`. Evaluates to a pointer to a
 * new zeroed element, or NULL past the limit. Growing leaves the old copy in the arena until its
 * reset. */
#define PLB_VEC(type)                                                                              \
    struct {                                                                                       \
        type *at;                                                                                  \
        uint32_t n, cap;                                                                           \
    }
#define PLB_PUSH(arena, vec)                                                                       \
    (plb_vec_grow((arena), (void **)&(vec)->at, &(vec)->n, &(vec)->cap, sizeof *(vec)->at)         \
         ? &(vec)->at[(vec)->n - 1]                                                                \
         : NULL)

/* What PLB_PUSH calls: makes room for one more element and counts it. */
bool plb_vec_grow(plb_arena *arena, void **at, uint32_t *n, uint32_t *cap, size_t size);

#endif
