// core/record/vector_kernels.h: the inner loops of attention, sixteen floats at a time.
#pragma once
#include "core/base/half.h"

// The compiler makes one version per instruction set and the loader picks; sanitizers cannot run that early.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)                  \
    && !defined(__SANITIZE_THREAD__)
#define PATCHLIGHT_VECTOR_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define PATCHLIGHT_VECTOR_CLONES
#endif

namespace patchlight::kernels
{

constexpr int kLanes = 16;
constexpr int kTileRows = 6; ///< six sums stay in registers from AVX2 on

/// Scores of kTileRows queries with all keys: out[r·padded + t] = scale·Σ_c q[r][c]·k_t[c].
/// `panels` is [padded / 16, d, 16].
void scoreTile(const float* const* q, const float* panels, int d, int padded, float scale, float* out);
/// weights[t] = exp(scores[t] − max) / Σ over `count` values; both have room for `padded` values.
void softmaxRow(float* scores, int count, int padded, float* weights);
/// −Σ w ln w; 0 ln 0 is 0.
float entropy(const float* weights, int count);
float dot(const float* a, const float* b, int count);
void widen(const Half* from, int count, float* to);
void narrow(const float* from, int count, Half* to);

}
