// core/model/products.h: the matrix products that networks are made of, forwards and backwards.
#pragma once
#include <ATen/core/Tensor.h>
#include <string>

namespace patchlight
{

// On a processor and in float32 they are oneDNN's, made for the instructions that the processor has: LibTorch's own go
// to the system's BLAS, which may not know it (Debian 12's OpenBLAS takes processors that came after it for ones of
// 2004). Anywhere else, and where oneDNN is missing or multiplies wrongly, they are LibTorch's. Differentiable;
// the same for any number of threads. A gradient of a weight is made only where the weight asks for one.

/// x·Wᵀ + b: x [.., in], weight [out, in], bias [out] or undefined → [.., out]. On a processor x and b may be double
/// where the weight is float32: then y is double, and there is no gradient.
at::Tensor linearProduct(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias);

/// scale·q·kᵀ: [B, H, T, d] each → [B, H, T, T].
at::Tensor scoreProduct(const at::Tensor& q, const at::Tensor& k, double scale);

/// weights·v: [B, H, T, T], [B, H, T, d] → [B, T, H·d].
at::Tensor mixProduct(const at::Tensor& weights, const at::Tensor& v);

// Without gradients, of float32 or double; a factor may be a transposed view.
at::Tensor matrixProduct(const at::Tensor& a, const at::Tensor& b); ///< [m, k]·[k, n]
at::Tensor stackProduct(const at::Tensor& a, const at::Tensor& b); ///< [B, H, m, k]·[B, H, k, n]

/// Which kernels these are: "oneDNN, avx512" or "LibTorch".
std::string productKernels();

/// While one lives, this thread's products are LibTorch's own: the reference.
class LibTorchProducts
{
public:
    LibTorchProducts();
    ~LibTorchProducts();
    LibTorchProducts(const LibTorchProducts&) = delete;
    LibTorchProducts& operator=(const LibTorchProducts&) = delete;

private:
    bool m_before;
};

}
