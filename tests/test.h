/* What every unit test includes: cmocka behind the headers it wants before it. */
#ifndef PLB_TEST_H
#define PLB_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

/* Compares a view with the text wanted; `name` is the row of the table, shown on failure. */
#define ASSERT_STR(name, got, want)                                                                \
    do {                                                                                           \
        plb_str assert_got_ = (got);                                                               \
        const char *assert_want_ = (want);                                                         \
        if (!plb_str_is(assert_got_, assert_want_))                                                \
            fail_msg("%s: got \"%.*s\", want \"%s\"", (name), PLB_FMT(assert_got_), assert_want_); \
    } while (0)

#endif
