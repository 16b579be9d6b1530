// core/model/packed/gemm.cpp
#include "core/model/packed/gemm.h"
#include "core/model/packed/parallel.h"
#include <algorithm>
#include <cmath>
#include <vector>

#ifdef PATCHLIGHT_ONEDNN
#include <oneapi/dnnl/dnnl.hpp>
#include <stdexcept>
#endif

namespace patchlight::packed
{
namespace
{

/// Tiles of 100 × 64 to 4,000 × 4,000 ran equally fast; small ones keep every processor busy.
constexpr int kTileRows = 256, kTileColumns = 128, kFewPieces = 4;

int ceilDivide(int count, int by)
{
    return (count + by - 1) / by;
}

const float* at(const Factor& factor, int row, int column)
{
    return factor.values + (factor.transposed ? column * factor.stride + row : row * factor.stride + column);
}

/// Rows `row`… and columns `column`… of the product.
Gemm tileOf(const Gemm& whole, int row, int rows, int column, int columns)
{
    Gemm tile = whole;
    tile.a.values = at(whole.a, row, 0);
    tile.b.values = at(whole.b, 0, column);
    tile.c = whole.c + row * whole.stride + column;
    tile.rows = rows;
    tile.columns = columns;
    return tile;
}

#ifdef PATCHLIGHT_ONEDNN
/// The library must not share a product among threads: how it does so depends on how many there are.
class OneThread
{
public:
#ifdef _OPENMP
    OneThread() : m_before(omp_get_max_threads()) { omp_set_num_threads(1); }
    ~OneThread() { omp_set_num_threads(m_before); }

private:
    int m_before;
#endif
};

/// A product of odd sizes, its second factor transposed, against a plain loop.
bool multipliesRight()
{
    constexpr int kRows = 7, kColumns = 19, kDepth = 37;
    std::vector<float> a(kRows * kDepth), b(kColumns * kDepth), c(kRows * kColumns, 1.0F);
    for (int i = 0; i < kRows * kDepth; ++i)
        a[static_cast<std::size_t>(i)] = static_cast<float>(i * 7 % 11) - 5;
    for (int i = 0; i < kColumns * kDepth; ++i)
        b[static_cast<std::size_t>(i)] = static_cast<float>(i * 5 % 13) - 6;
    gemm({{a.data(), kDepth}, {b.data(), kDepth, true}, c.data(), kColumns, kRows, kColumns, kDepth, 0.5F, true});
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column) {
            float sum = 0;
            for (int k = 0; k < kDepth; ++k)
                sum += a[static_cast<std::size_t>(row * kDepth + k)] * b[static_cast<std::size_t>(column * kDepth + k)];
            if (std::abs(c[static_cast<std::size_t>(row * kColumns + column)] - (1.0F + 0.5F * sum)) > 1e-3F)
                return false;
        }
    return true;
}
#endif

}

#ifdef PATCHLIGHT_ONEDNN

bool gemmWorks()
{
    static const bool right = multipliesRight();
    return right;
}

std::string gemmKernels()
{
    const auto isa = dnnl::get_effective_cpu_isa();
    struct Named {
        dnnl::cpu_isa isa;
        const char* name;
    };
    for (const auto& [each, name] : {Named{dnnl::cpu_isa::sse41, "sse4.1"}, {dnnl::cpu_isa::avx, "avx"},
             {dnnl::cpu_isa::avx2, "avx2"}, {dnnl::cpu_isa::avx2_vnni, "avx2 vnni"},
             {dnnl::cpu_isa::avx512_core, "avx512"}, {dnnl::cpu_isa::avx512_core_vnni, "avx512 vnni"},
             {dnnl::cpu_isa::avx512_core_bf16, "avx512 bf16"}})
        if (each == isa)
            return name;
    return static_cast<unsigned>(isa) > static_cast<unsigned>(dnnl::cpu_isa::avx512_core_bf16) ? "avx512 and more"
                                                                                              : "of this processor";
}

void gemm(const Gemm& p)
{
    if (p.rows == 0 || p.columns == 0)
        return;
    const OneThread alone;
    const auto status = dnnl_sgemm(p.a.transposed ? 'T' : 'N', p.b.transposed ? 'T' : 'N', p.rows, p.columns, p.depth,
        p.scale, p.a.values, p.a.stride, p.b.values, p.b.stride, p.addTo ? 1.0F : 0.0F, p.c, p.stride);
    if (status != dnnl_success)
        throw std::runtime_error("a matrix product failed");
}

#else

bool gemmWorks()
{
    return false;
}
std::string gemmKernels()
{
    return {};
}
void gemm(const Gemm&) { }

#endif

void gemmTogether(const Gemm& product)
{
    const int columnPieces = ceilDivide(product.columns, kTileColumns);
    int rowPieces = ceilDivide(product.rows, kTileRows);
    if (rowPieces * columnPieces < kFewPieces)
        rowPieces = std::min(product.rows, ceilDivide(kFewPieces, columnPieces));
    if (rowPieces * columnPieces == 0)
        return;
    const int rows = ceilDivide(product.rows, rowPieces);
    inParallel(rowPieces * columnPieces, [&](int piece, int) {
        const int row = std::min(product.rows, piece / columnPieces * rows);
        const int column = piece % columnPieces * kTileColumns;
        gemm(tileOf(product, row, std::min(rows, product.rows - row), column,
            std::min(kTileColumns, product.columns - column)));
    });
}

}
