// core/model/packed/linear.h: y = f(x·Wᵀ + b) with the weights laid out once as oneDNN's kernels want them.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

namespace patchlight::packed
{

/// What a product's inputs are stored in; sums are float32 always.
enum class Number { Float32, BFloat16 };

/// What happens to x·Wᵀ + b on its way to memory.
enum class After { Nothing, Gelu, GeluTanh, QuickGelu, AddToOutput };

/// Weights as a network has them, float32; read once.
struct LinearWeights {
    const float* weight = nullptr; ///< [out, in]
    const float* bias = nullptr; ///< [out], or null
    const float* gamma = nullptr; ///< [out], multiplies weight and bias (LayerScale), or null
    int in = 0, out = 0;
};

/// Not for two threads at once. Without oneDNN `available` is false and nothing else may be called.
class Linear
{
public:
    static bool available();
    /// Whether this processor multiplies bfloat16 itself.
    static bool hasBFloat16();
    /// Whether oneDNN takes bfloat16 at all, be it in float32 instructions.
    static bool takesBFloat16();

    /// `rows`: how many x usually has; other counts work after a new layout has been made once.
    /// Cost: one copy of the weights.
    Linear(const LinearWeights& weights, After after, Number in, Number out, int rows);
    ~Linear();
    Linear(Linear&&) noexcept;
    Linear& operator=(Linear&&) noexcept;

    /// x [rows, in] and y [rows, out] are dense, of the numbers given. AddToOutput: y += x·Wᵀ + b.
    void run(const void* x, void* y, int rows);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Bytes of one value.
constexpr std::size_t sizeOf(Number number)
{
    return number == Number::Float32 ? 4 : 2;
}

}
