// resources/pictures/render/vec.h: three floats, and smooth noise over space.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

struct Vec {
    float x = 0, y = 0, z = 0;
    constexpr Vec() = default;
    constexpr Vec(float all) : x(all), y(all), z(all) { }
    constexpr Vec(float x_, float y_, float z_) : x(x_), y(y_), z(z_) { }
};
constexpr Vec operator+(Vec a, Vec b)
{
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
constexpr Vec operator-(Vec a, Vec b)
{
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
constexpr Vec operator*(Vec a, Vec b)
{
    return {a.x * b.x, a.y * b.y, a.z * b.z};
}
constexpr Vec operator/(Vec a, Vec b)
{
    return {a.x / b.x, a.y / b.y, a.z / b.z};
}
constexpr Vec operator-(Vec a)
{
    return {-a.x, -a.y, -a.z};
}
constexpr float dot(Vec a, Vec b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline float length(Vec a)
{
    return std::sqrt(dot(a, a));
}
inline float length(float x, float y)
{
    return std::sqrt(x * x + y * y);
}
inline Vec normal(Vec a)
{
    return a * (1 / length(a));
}
constexpr Vec cross(Vec a, Vec b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline Vec reflect(Vec d, Vec n)
{
    return d - n * (2 * dot(d, n));
}
inline float clamp01(float v)
{
    return std::clamp(v, 0.0F, 1.0F);
}
inline float mix(float a, float b, float t)
{
    return a + (b - a) * t;
}
inline Vec mix(Vec a, Vec b, float t)
{
    return a + (b - a) * t;
}
inline float smooth(float from, float to, float v)
{
    const float t = clamp01((v - from) / (to - from));
    return t * t * (3 - 2 * t);
}
inline void turn(float& a, float& b, float angle)
{
    const float c = std::cos(angle), s = std::sin(angle), old = a;
    a = c * old - s * b;
    b = s * old + c * b;
}

inline float hash(int x, int y, int z)
{
    std::uint32_t h = static_cast<std::uint32_t>(x) * 374761393U + static_cast<std::uint32_t>(y) * 668265263U
        + static_cast<std::uint32_t>(z) * 2147483647U;
    h = (h ^ (h >> 13)) * 1274126177U;
    return static_cast<float>((h ^ (h >> 16)) & 0xFFFFFF) / 16777216.0F;
}

/// Smooth values in [0, 1], one lattice point per unit.
inline float noise(Vec p)
{
    const float fx = std::floor(p.x), fy = std::floor(p.y), fz = std::floor(p.z);
    const int x = static_cast<int>(fx), y = static_cast<int>(fy), z = static_cast<int>(fz);
    const auto fade = [](float t) { return t * t * (3 - 2 * t); };
    const float u = fade(p.x - fx), v = fade(p.y - fy), w = fade(p.z - fz);
    const auto plane = [&](int k) {
        return mix(mix(hash(x, y, k), hash(x + 1, y, k), u), mix(hash(x, y + 1, k), hash(x + 1, y + 1, k), u), v);
    };
    return mix(plane(z), plane(z + 1), w);
}

/// Noise of several sizes together, in [0, 1].
inline float fractal(Vec p, int octaves)
{
    float sum = 0, weight = 0.5F, total = 0;
    for (int i = 0; i < octaves; ++i, weight *= 0.5F) {
        sum += weight * noise(p);
        total += weight;
        p = Vec{1.6F * p.x + 1.2F * p.z + 3.1F, 2.03F * p.y + 7.7F, -1.2F * p.x + 1.6F * p.z + 1.3F};
    }
    return sum / total;
}
