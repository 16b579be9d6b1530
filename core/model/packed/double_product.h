// core/model/packed/double_product.h: y = x·bᵀ in double precision, for the few numbers that float32 would lose.
#pragma once
#include <cstddef>

namespace patchlight::packed
{

/// x [rows, depth] and y [rows, columns] are double; b [columns, depth] is one of the two types. Strides are values from
/// one row to the next.
struct DoubleProduct {
    const double* x = nullptr;
    std::ptrdiff_t xStride = 0;
    const float* narrow = nullptr; ///< b, where it is float32: made wide as it is read
    const double* wide = nullptr; ///< b, where it is double
    std::ptrdiff_t bStride = 0;
    double* y = nullptr;
    std::ptrdiff_t yStride = 0;
    int rows = 0, columns = 0, depth = 0;
};

/// Columns of y that are one piece of work.
int doubleProductPiece();
/// Columns `first` … first + doubleProductPiece() − 1 of y, as far as there are any, on this thread. Pure.
void doubleProduct(const DoubleProduct& product, int first);
/// All of it, on all threads; the same for any number of them.
void doubleProductTogether(const DoubleProduct& product);

}
