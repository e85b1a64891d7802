#include "model/points.h"

static bool starts_point(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

static bool is_ascii(plb_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80) return false;
    return true;
}

bool plb_points_begin(plb_points *points, plb_arena *arena, plb_str text)
{
    *points = (plb_points){ .text = text };
    if (is_ascii(text)) return true;
    points->before = PLB_NEW(arena, uint32_t, text.n / PLB_POINTS_STRIDE + 1);
    if (!points->before) return false;
    uint32_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (i % PLB_POINTS_STRIDE == 0) points->before[i / PLB_POINTS_STRIDE] = n;
        n += starts_point(text.p[i]);
    }
    if (text.n % PLB_POINTS_STRIDE == 0) points->before[text.n / PLB_POINTS_STRIDE] = n;
    return true;
}

uint32_t plb_points_at(const plb_points *points, uint32_t byte)
{
    if (!points->before) return byte;
    uint32_t stride = byte / PLB_POINTS_STRIDE;
    uint32_t n = points->before[stride];
    for (uint32_t i = stride * PLB_POINTS_STRIDE; i < byte; i++) n += starts_point(points->text.p[i]);
    return n;
}
