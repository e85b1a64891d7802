#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

plb_status plb_fail(plb_error *err, plb_status code, uint64_t at, const char *format, ...)
{
    if (!err) return code;
    err->code = code;
    err->at = at;
    va_list args;
    va_start(args, format);
    vsnprintf(err->msg, sizeof err->msg, format, args);
    va_end(args);
    return code;
}
