// resources/pictures/render/shapes.h: signed distances, negative inside (Quilez, "distance functions").
#pragma once
#include "vec.h"

/// A distance and what is there.
struct Hit {
    float distance = 1e9F;
    int what = 0;
    void add(float d, int kind)
    {
        if (d < distance)
            *this = {d, kind};
    }
};

inline float sphere(Vec p, float r)
{
    return length(p) - r;
}
inline float ellipsoid(Vec p, Vec r)
{
    const float k = length(p / r), g = length(p / (r * r));
    return g < 1e-6F ? -std::min({r.x, r.y, r.z}) : k * (k - 1) / g;
}
inline float box(Vec p, Vec half, float round)
{
    const Vec q{std::abs(p.x) - half.x + round, std::abs(p.y) - half.y + round, std::abs(p.z) - half.z + round};
    const Vec outside{std::max(q.x, 0.0F), std::max(q.y, 0.0F), std::max(q.z, 0.0F)};
    return length(outside) + std::min(std::max({q.x, q.y, q.z}), 0.0F) - round;
}
inline float capsule(Vec p, Vec a, Vec b, float ra, float rb)
{
    const Vec pa = p - a, ba = b - a;
    const float h = clamp01(dot(pa, ba) / dot(ba, ba));
    return length(pa - ba * h) - mix(ra, rb, h);
}
/// Upright, centred.
inline float cylinder(Vec p, float r, float half, float round)
{
    const float dx = length(p.x, p.z) - r + round, dy = std::abs(p.y) - half + round;
    return std::min(std::max(dx, dy), 0.0F) + length(std::max(dx, 0.0F), std::max(dy, 0.0F)) - round;
}
/// Lies in the x-y plane.
inline float torus(Vec p, float big, float small)
{
    return length(length(p.x, p.y) - big, p.z) - small;
}
inline float join(float a, float b, float k)
{
    const float h = std::max(k - std::abs(a - b), 0.0F) / k;
    return std::min(a, b) - h * h * k * 0.25F;
}
inline float cut(float a, float b, float k)
{
    return -join(-a, b, k);
}
