#include "base/ordered.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef enum { SLOT_EMPTY, SLOT_MADE, SLOT_DONE } slot_state;

/* Items are numbered from 0; item i lives in slot i % n_slots. taken <= begun <= made. */
typedef struct {
    const plb_ordered *o;
    unsigned char *slots;
    slot_state *states;
    size_t made, begun, taken;
    bool closed; /* no more items will be made */
    pthread_mutex_t lock;
    pthread_cond_t item_made, item_done;
} ring;

typedef struct {
    ring *r;
    unsigned number;
    pthread_t thread;
} ring_worker;

static void *slot_at(const ring *r, size_t item)
{
    return r->slots + item % r->o->n_slots * r->o->slot_size;
}

static void *work_loop(void *argument)
{
    ring_worker *w = argument;
    ring *r = w->r;
    pthread_mutex_lock(&r->lock);
    for (;;) {
        while (r->begun == r->made && !r->closed) pthread_cond_wait(&r->item_made, &r->lock);
        if (r->begun == r->made) break;
        size_t item = r->begun++;
        pthread_mutex_unlock(&r->lock);
        r->o->work(r->o->context, slot_at(r, item), w->number);
        pthread_mutex_lock(&r->lock);
        r->states[item % r->o->n_slots] = SLOT_DONE;
        pthread_cond_signal(&r->item_done);
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

/* Waits for the oldest item and takes it. False when it asked for the end. */
static bool take_oldest(ring *r, bool stopped)
{
    const plb_ordered *o = r->o;
    size_t at = r->taken % o->n_slots;
    pthread_mutex_lock(&r->lock);
    while (r->states[at] != SLOT_DONE) pthread_cond_wait(&r->item_done, &r->lock);
    r->states[at] = SLOT_EMPTY;
    pthread_mutex_unlock(&r->lock);
    void *slot = slot_at(r, r->taken++);
    if (!stopped) return o->take(o->context, slot);
    o->drop(o->context, slot);
    return true;
}

static void feed(ring *r)
{
    bool more = true, stopped = false;
    while (more || r->taken < r->made) {
        if (more && r->made - r->taken < r->o->n_slots) {
            more = r->o->make(r->o->context, slot_at(r, r->made));
            if (!more) continue;
            pthread_mutex_lock(&r->lock);
            r->states[r->made++ % r->o->n_slots] = SLOT_MADE;
            pthread_cond_signal(&r->item_made);
            pthread_mutex_unlock(&r->lock);
        } else if (!take_oldest(r, stopped)) {
            stopped = true;
            more = false;
        }
    }
}

static void run_alone(const plb_ordered *o, void *slot)
{
    while (o->make(o->context, slot)) {
        o->work(o->context, slot, 0);
        if (!o->take(o->context, slot)) break;
    }
}

static void clear_slots(const ring *r)
{
    for (size_t i = 0; r->slots && r->o->clear && i < r->o->n_slots; i++)
        r->o->clear(slot_at(r, i));
}

plb_status plb_ordered_run(const plb_ordered *o, unsigned n_threads, plb_error *err)
{
    ring r = { .o = o, .slots = calloc(o->n_slots, o->slot_size) };
    if (n_threads <= 1) {
        if (!r.slots) return plb_fail(err, PLB_ENOMEM, 0, "out of memory");
        run_alone(o, r.slots);
        clear_slots(&r);
        free(r.slots);
        return PLB_OK;
    }
    r.states = calloc(o->n_slots, sizeof *r.states);
    ring_worker *workers = calloc(n_threads, sizeof *workers);
    plb_status status = PLB_OK;
    unsigned started = 0;
    if (!r.slots || !r.states || !workers) {
        status = plb_fail(err, PLB_ENOMEM, 0, "out of memory");
        goto done;
    }
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.item_made, NULL);
    pthread_cond_init(&r.item_done, NULL);
    for (; started < n_threads; started++) {
        workers[started] = (ring_worker){ .r = &r, .number = started };
        if (pthread_create(&workers[started].thread, NULL, work_loop, &workers[started])) break;
    }
    if (started)
        feed(&r);
    else
        status = plb_fail(err, PLB_EIO, 0, "no thread can be started");
    pthread_mutex_lock(&r.lock);
    r.closed = true;
    pthread_cond_broadcast(&r.item_made);
    pthread_mutex_unlock(&r.lock);
    for (unsigned i = 0; i < started; i++) pthread_join(workers[i].thread, NULL);
    pthread_cond_destroy(&r.item_done);
    pthread_cond_destroy(&r.item_made);
    pthread_mutex_destroy(&r.lock);
done:
    clear_slots(&r);
    free(workers);
    free(r.states);
    free(r.slots);
    return status;
}
