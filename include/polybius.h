/* polybius.h: the public interface of Polybius, the only header that is installed.
 *
 * Threads: a plb_engine (lexicon, model) is read-only once opened and may be shared by all threads;
 * a plb_worker serves one thread at a time. Errors are values; the library prints nothing and never
 * exits. Text is UTF-8. Offsets in the program's output are Unicode code points, end exclusive. */
#ifndef POLYBIUS_H
#define POLYBIUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define PLB_API __attribute__((visibility("default")))
#define PLB_MUST_USE __attribute__((warn_unused_result))
#else
#define PLB_API
#define PLB_MUST_USE
#endif

typedef enum {
    PLB_OK = 0,
    PLB_EINVAL, /* a call or an option is wrong */
    PLB_ENOMEM, /* memory is short, or a report passes its limit */
    PLB_ELIMIT, /* the input passes a documented limit */
    PLB_EPARSE, /* the input is broken: `at` tells where */
    PLB_EIO,    /* the system refused to read or write */
    PLB_ENONE   /* nothing there: the end of a stream, no such entry */
} plb_status;

/* What went wrong and where. `at` counts bytes or lines of the input, as the message says. */
typedef struct {
    plb_status code;
    uint64_t at;
    char msg[240];
} plb_error;

/* Borrowed text, not NUL-terminated; print with %.*s. */
typedef struct {
    const char *p;
    size_t n;
} plb_str;

#ifdef __cplusplus
}
#endif
#endif
