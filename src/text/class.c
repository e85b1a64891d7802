/* text: the names of its word classes. */
#include "text/split.h"

static const char *const NAMES[] = {
#define PLB_TEXT_CLASS(id, name) name,
#include "text/class.def"
#undef PLB_TEXT_CLASS
};

plb_str plb_text_class_name(plb_text_class cls)
{
    return plb_str_of(NAMES[cls]);
}
