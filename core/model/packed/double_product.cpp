// core/model/packed/double_product.cpp: the kernel compiled for each instruction set, and the choice at run time.
#include "core/model/packed/double_product.h"
#include "core/model/packed/parallel.h"

// Vectors wider than the processor's own are split by the compiler; they never cross a function that is not inlined.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wpsabi"
#endif

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define PATCHLIGHT_X86_KERNELS
#endif

namespace patchlight::packed
{
namespace
{

constexpr int kPieceColumns = 32;

}

#ifdef PATCHLIGHT_X86_KERNELS
#pragma GCC push_options
#pragma GCC target("arch=x86-64-v4", "prefer-vector-width=512")
namespace double_v4
{
constexpr int kWidth = 8;
#include "core/model/packed/double_product_body.inc"
}
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("arch=x86-64-v3")
namespace double_v3
{
constexpr int kWidth = 4;
#include "core/model/packed/double_product_body.inc"
}
#pragma GCC pop_options
#endif

namespace double_any
{
constexpr int kWidth = 2;
#include "core/model/packed/double_product_body.inc"
}

namespace
{

using Kernel = void (*)(const DoubleProduct&, int);

Kernel fittingKernel()
{
#ifdef PATCHLIGHT_X86_KERNELS
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512cd"))
        return double_v4::product;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2"))
        return double_v3::product;
#endif
    return double_any::product;
}

}

int doubleProductPiece()
{
    return kPieceColumns;
}

void doubleProduct(const DoubleProduct& product, int first)
{
    static const Kernel kernel = fittingKernel();
    kernel(product, first);
}

void doubleProductTogether(const DoubleProduct& product)
{
    inParallel((product.columns + kPieceColumns - 1) / kPieceColumns,
        [&](int piece, int) { doubleProduct(product, piece * kPieceColumns); });
}

}
