/* base: errors as values. */
#ifndef PLB_BASE_ERROR_H
#define PLB_BASE_ERROR_H

#include <polybius.h>

/* Fills *err (which may be NULL) and hands `code` back, so that a failure is one return statement.
 */
plb_status plb_fail(plb_error *err, plb_status code, uint64_t at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Passes a failure on, nothing else. */
#define PLB_TRY(call)                                                                              \
    do {                                                                                           \
        plb_status plb_try_status_ = (call);                                                       \
        if (plb_try_status_ != PLB_OK) return plb_try_status_;                                     \
    } while (0)

#endif
