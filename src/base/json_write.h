/* base: streaming JSON into a buffer. The caller opens and closes; commas are put by the writer.
 *
 *     plb_json j = plb_json_begin(&buf);
 *     plb_json_open(&j, '{');
 *     plb_json_key(&j, "name"); plb_json_str(&j, name);
 *     plb_json_close(&j, '}');
 */
#ifndef PLB_BASE_JSON_WRITE_H
#define PLB_BASE_JSON_WRITE_H

#include "base/buf.h"

typedef struct {
    plb_buf *out;
    bool comma; /* a value stands before, at this level */
} plb_json;

static inline plb_json plb_json_begin(plb_buf *out)
{
    return (plb_json){ out, false };
}
void plb_json_open(plb_json *j, char bracket);
void plb_json_close(plb_json *j, char bracket);
void plb_json_key(plb_json *j, const char *key);
/* A string; what is not UTF-8 becomes U+FFFD; p == NULL gives null. */
void plb_json_str(plb_json *j, plb_str s);
void plb_json_int(plb_json *j, int64_t value);
/* With at most `digits` decimals, trailing zeros cut ("2.5", "-3.0" keeps one). */
void plb_json_real(plb_json *j, double value, int digits);
void plb_json_bool(plb_json *j, bool value);
void plb_json_null(plb_json *j);

#endif
