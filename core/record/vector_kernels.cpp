// core/record/vector_kernels.cpp
#include "core/record/vector_kernels.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace patchlight::kernels
{
namespace
{

using Vec = float __attribute__((vector_size(kLanes * sizeof(float)), aligned(4), may_alias));
using IntVec = int __attribute__((vector_size(kLanes * sizeof(int)), aligned(4), may_alias));

[[gnu::always_inline]] inline const Vec& load(const float* p)
{
    return *reinterpret_cast<const Vec*>(p);
}

[[gnu::always_inline]] inline Vec& store(float* p)
{
    return *reinterpret_cast<Vec*>(p);
}

/// exp of values ≤ 0, relative error below 2e-7 (Cody–Waite reduction, the polynomial of Cephes' expf).
[[gnu::always_inline]] inline void exponential(Vec& x)
{
    const Vec lowest = Vec{} - 87.0F;
    x = x < lowest ? lowest : x;
    const Vec scaled = x * 1.44269504F - 0.5F; // truncation towards zero of a value ≤ −0.5 rounds to nearest
    const IntVec n = __builtin_convertvector(scaled, IntVec);
    const Vec whole = __builtin_convertvector(n, Vec);
    const Vec r = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;
    Vec p = r * 1.9875691500e-4F + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    const IntVec power = (n + 127) << 23;
    x = p * reinterpret_cast<const Vec&>(power);
}

/// ln of values in [0, 1]; anything below the smallest normal number counts as that. Relative error below 1e-6
/// (Cephes' logf).
[[gnu::always_inline]] inline void logarithm(Vec& x)
{
    const Vec least = Vec{} + 1.17549435e-38F;
    x = x > least ? x : least;
    const IntVec bits = reinterpret_cast<const IntVec&>(x);
    const IntVec mantissaBits = (bits & 0x007FFFFF) | 0x3F000000; // in [0.5, 1)
    Vec m = reinterpret_cast<const Vec&>(mantissaBits);
    Vec e = __builtin_convertvector((bits >> 23) - 126, Vec);
    const auto small = m < 0.707106781F;
    e = small ? e - 1.0F : e;
    m = small ? m + m - 1.0F : m - 1.0F;
    const Vec z = m * m;
    Vec p = m * 7.0376836292e-2F - 1.1514610310e-1F;
    p = p * m + 1.1676998740e-1F;
    p = p * m - 1.2420140846e-1F;
    p = p * m + 1.4249322787e-1F;
    p = p * m - 1.6668057665e-1F;
    p = p * m + 2.0000714765e-1F;
    p = p * m - 2.4999993993e-1F;
    p = p * m + 3.3333331174e-1F;
    x = m + (p * m * z - z * 0.5F - e * 2.12194440e-4F) + e * 0.693359375F;
}

}

PATCHLIGHT_VECTOR_CLONES
void scoreTile(const float* const* q, const float* panels, int d, int padded, float scale, float* out)
{
    for (int t = 0; t < padded; t += kLanes, panels += static_cast<long>(d) * kLanes) {
        Vec sum[kTileRows] = {};
        for (int c = 0; c < d; ++c) {
            const Vec k = load(panels + static_cast<long>(c) * kLanes);
            for (int r = 0; r < kTileRows; ++r)
                sum[r] += k * q[r][c];
        }
        for (int r = 0; r < kTileRows; ++r)
            store(out + static_cast<long>(r) * padded + t) = sum[r] * scale;
    }
}

PATCHLIGHT_VECTOR_CLONES
void softmaxRow(float* scores, int count, int padded, float* weights)
{
    std::fill(scores + count, scores + padded, -std::numeric_limits<float>::infinity());
    Vec highest = load(scores);
    for (int t = kLanes; t < padded; t += kLanes)
        highest = load(scores + t) > highest ? load(scores + t) : highest;
    float top = highest[0];
    for (int i = 1; i < kLanes; ++i)
        top = std::max(top, highest[i]);

    Vec total{};
    for (int t = 0; t < padded; t += kLanes) {
        Vec x = load(scores + t) - top;
        const auto absent = load(scores + t) < -std::numeric_limits<float>::max();
        exponential(x);
        x = absent ? Vec{} : x;
        store(weights + t) = x;
        total += x;
    }
    float sum = 0;
    for (int i = 0; i < kLanes; ++i)
        sum += total[i];
    const float inverse = 1.0F / sum;
    for (int t = 0; t < padded; t += kLanes)
        store(weights + t) *= inverse;
}

PATCHLIGHT_VECTOR_CLONES
float entropy(const float* weights, int count)
{
    Vec sum{};
    int i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        Vec x = load(weights + i);
        logarithm(x);
        sum -= load(weights + i) * x;
    }
    float total = 0;
    for (; i < count; ++i)
        total -= weights[i] > 0 ? weights[i] * std::log(weights[i]) : 0.0F;
    for (int lane = 0; lane < kLanes; ++lane)
        total += sum[lane];
    return total;
}

PATCHLIGHT_VECTOR_CLONES
float dot(const float* a, const float* b, int count)
{
    Vec sum{};
    int i = 0;
    for (; i + kLanes <= count; i += kLanes)
        sum += load(a + i) * load(b + i);
    float total = 0;
    for (; i < count; ++i)
        total += a[i] * b[i];
    for (int lane = 0; lane < kLanes; ++lane)
        total += sum[lane];
    return total;
}

PATCHLIGHT_VECTOR_CLONES
void widen(const Half* from, int count, float* to)
{
    for (int i = 0; i < count; ++i)
        to[i] = widened(from[i]);
}

PATCHLIGHT_VECTOR_CLONES
void narrow(const float* from, int count, Half* to)
{
    for (int i = 0; i < count; ++i)
        to[i] = narrowed(from[i]);
}

}
