/* base: a bounded work queue with ordered output. One thread (the caller's) makes items and takes
 * results, `n_threads` others work on them; results are taken in the order in which items were
 * made, so the output is the same with any number of threads.
 *
 *      make ──► [ slot | slot | slot | … ] ──► take        caller's thread, in order
 *                   │ work │                                n_threads threads, in any order
 *
 * At most `n_slots` items are under way, which bounds memory. */
#ifndef PLB_BASE_ORDERED_H
#define PLB_BASE_ORDERED_H

#include "base/error.h"

typedef struct {
    void *context;
    /* Puts the next item into `slot`; false when there are no more. */
    bool (*make)(void *context, void *slot);
    /* Works on an item; `thread` counts from 0. Called by n_threads threads at once. */
    void (*work)(void *context, void *slot, unsigned thread);
    /* Takes a finished item; false stops the run: no further item is made, those under way are
     * worked on and then handed to `drop`. */
    bool (*take)(void *context, void *slot);
    /* Gets rid of a finished item after a stop. */
    void (*drop)(void *context, void *slot);
    /* Frees what a slot keeps from item to item; called for every slot at the end. May be NULL. */
    void (*clear)(void *slot);
    size_t slot_size; /* bytes; slots are zeroed once */
    size_t n_slots;
} plb_ordered;

/* Runs to the end of the items. With n_threads == 0 or 1 everything happens in the caller's thread:
 * the plain loop. Fails with PLB_ENOMEM (or PLB_EIO where no thread can be started). */
plb_status plb_ordered_run(const plb_ordered *o, unsigned n_threads, plb_error *err) PLB_MUST_USE;

#endif
