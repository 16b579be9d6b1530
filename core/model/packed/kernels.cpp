// core/model/packed/kernels.cpp: the kernels compiled for each instruction set, and the choice between them at run
// time.
#include "core/model/packed/kernels.h"
#include "core/record/other_region.h"

// Vectors wider than the processor's own are split by the compiler; they never cross a function that is not inlined.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wpsabi"
#endif

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define PATCHLIGHT_X86_KERNELS
#endif

namespace patchlight::packed
{

#ifdef PATCHLIGHT_X86_KERNELS
#pragma GCC push_options
#pragma GCC target("arch=x86-64-v4", "prefer-vector-width=512")
namespace v4
{
constexpr int kWidth = 16;
#include "core/model/packed/kernels_body.inc"
}
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("arch=x86-64-v3")
namespace v3
{
constexpr int kWidth = 8;
#include "core/model/packed/kernels_body.inc"
}
#pragma GCC pop_options
#endif

namespace any
{
constexpr int kWidth = 4;
#include "core/model/packed/kernels_body.inc"
}

namespace
{

constexpr int kWidest = 16;

struct Kernels {
    void (*attend)(const HeadTask&, float*);
    void (*norm)(const NormTask&, int, int);
    void (*gate)(const float*, void*, Number, int, int);
    void (*turn)(float*, int, int, const float*, const float*, bool);
    void (*unit)(float*, int, int, const float*);
    void (*copy)(const float*, void*, Number, int, int);
};

Kernels choose()
{
#ifdef PATCHLIGHT_X86_KERNELS
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512cd"))
        return {v4::attend, v4::norm, v4::gate, v4::turn, v4::unit, v4::copy};
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2"))
        return {v3::attend, v3::norm, v3::gate, v3::turn, v3::unit, v3::copy};
#endif
    return {any::attend, any::norm, any::gate, any::turn, any::unit, any::copy};
}

const Kernels& kernels()
{
    static const Kernels chosen = choose();
    return chosen;
}

constexpr std::size_t roundUp(int count)
{
    return static_cast<std::size_t>((count + kWidest - 1) / kWidest * kWidest);
}

}

std::size_t attentionRoom(int tokens, int headWidth)
{
    constexpr std::size_t rows = any::kRows;
    return roundUp(tokens) * static_cast<std::size_t>(headWidth) + static_cast<std::size_t>(tokens) * roundUp(headWidth)
        + rows * (roundUp(tokens) + roundUp(headWidth));
}

void attendHead(const HeadTask& task, float* room)
{
    kernels().attend(task, room);
}

void normalise(const NormTask& task, int first, int count)
{
    kernels().norm(task, first, count);
}

void copyRow(const float* x, void* out, Number number, int row, int width)
{
    kernels().copy(x, out, number, row, width);
}

void turnHeads(float* x, int heads, int width, const float* cosines, const float* sines, bool halves)
{
    kernels().turn(x, heads, width, cosines, sines, halves);
}

void unitHeads(float* x, int heads, int width, const float* lengths)
{
    kernels().unit(x, heads, width, lengths);
}

void gate(const float* x, void* out, Number number, int row, int half)
{
    kernels().gate(x, out, number, row, half);
}

}
