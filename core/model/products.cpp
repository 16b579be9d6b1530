// core/model/products.cpp
#include "core/model/products.h"
#include "core/model/backward_rule.h"
#include "core/model/packed/double_product.h"
#include "core/model/packed/gemm.h"
#include "core/model/packed/parallel.h"
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <algorithm>
#include <optional>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/types.h>
#include <torch/version.h>

namespace patchlight
{
namespace
{

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

thread_local bool libTorch = false;

#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
using MaybeTensor = std::optional<at::Tensor>;
#else
using MaybeTensor = c10::optional<at::Tensor>;
#endif

bool autocasting()
{
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
    return at::autocast::is_autocast_enabled(at::kCPU);
#else
    return at::autocast::is_cpu_enabled();
#endif
}

bool isOurs(const at::Tensor& a, const at::Tensor& b)
{
    const auto fits = [](const at::Tensor& t) { return t.is_cpu() && t.scalar_type() == at::kFloat; };
    return fits(a) && fits(b) && !libTorch && packed::gemmWorks() && !autocasting();
}

/// Double activations, weights of either kind.
bool isWide(const at::Tensor& x, const at::Tensor& weight)
{
    const auto type = weight.scalar_type();
    return x.is_cpu() && weight.is_cpu() && x.scalar_type() == at::kDouble && !libTorch
        && (type == at::kDouble || type == at::kFloat);
}

/// The calling thread takes over torch's count for the loops of packed/parallel.h.
void useTorchsThreads()
{
    at::get_num_threads();
}

/// Of a product of two activations.
double shareOfEach()
{
    return backwardRule() == BackwardRule::AttnLrp ? 0.5 : 1.0;
}

/// [.., n] → [rows, n], dense.
at::Tensor asRows(const at::Tensor& x)
{
    return x.reshape({-1, x.size(-1)}).contiguous();
}

packed::Factor factor(const at::Tensor& matrix, bool transposed)
{
    return {matrix.data_ptr<float>(), std::max(matrix.stride(0), matrix.size(1)), transposed};
}

/// a·b of dense matrices, either of them transposed first; added to `c` where `add`.
void multiply(const at::Tensor& a, bool ta, const at::Tensor& b, bool tb, at::Tensor& c, bool add = false)
{
    useTorchsThreads();
    const auto depth = a.size(ta ? 0 : 1);
    packed::gemmTogether({factor(a, ta), factor(b, tb), c.data_ptr<float>(), c.size(1), static_cast<int>(c.size(0)),
        static_cast<int>(c.size(1)), static_cast<int>(depth), 1.0F, add});
}

at::Tensor multiplied(const at::Tensor& a, bool ta, const at::Tensor& b, bool tb)
{
    auto c = at::empty({a.size(ta ? 1 : 0), b.size(tb ? 0 : 1)}, a.options());
    multiply(a, ta, b, tb, c);
    return c;
}

std::vector<std::int64_t> withLast(const at::Tensor& x, std::int64_t last)
{
    auto shape = x.sizes().vec();
    shape.back() = last;
    return shape;
}

at::Tensor linearForward(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias)
{
    const auto rows = asRows(x);
    auto y = at::empty({rows.size(0), weight.size(0)}, x.options());
    if (bias.defined())
        y.copy_(bias.detach());
    multiply(rows, false, weight.contiguous(), true, y, bias.defined());
    return y.view(withLast(x, weight.size(0)));
}

/// x [rows, in] double, b [out, in] → x·bᵀ.
packed::DoubleProduct doubleProductOf(const at::Tensor& x, const at::Tensor& b, at::Tensor& y)
{
    packed::DoubleProduct product;
    product.x = x.data_ptr<double>();
    product.narrow = b.scalar_type() == at::kFloat ? b.data_ptr<float>() : nullptr;
    product.wide = product.narrow ? nullptr : b.data_ptr<double>();
    product.y = y.data_ptr<double>();
    product.xStride = product.bStride = x.size(-1);
    product.yStride = product.columns = static_cast<int>(b.size(-2));
    product.rows = static_cast<int>(x.size(-2));
    product.depth = static_cast<int>(x.size(-1));
    return product;
}

at::Tensor wideLinear(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias)
{
    useTorchsThreads();
    const auto rows = asRows(x.detach()), dense = weight.detach().contiguous();
    auto y = at::empty({rows.size(0), dense.size(0)}, rows.options());
    packed::doubleProductTogether(doubleProductOf(rows, dense, y));
    if (bias.defined())
        y.add_(bias.detach());
    return y.view(withLast(x, weight.size(0)));
}

/// The rows from the first to the last that hold a value other than 0: a class reads one token, so in the block before
/// the head all other rows of a gradient are zeros.
at::Tensor rowsWithValues(const at::Tensor& rows, std::int64_t& first)
{
    const auto width = rows.size(1);
    const auto* values = rows.data_ptr<float>();
    const auto isZero = [&](std::int64_t row) {
        return std::all_of(values + row * width, values + (row + 1) * width, [](float v) { return v == 0; });
    };
    auto end = rows.size(0);
    for (first = 0; first < end && isZero(first);)
        ++first;
    while (end > first && isZero(end - 1))
        --end;
    return rows.slice(0, first, end);
}

/// rows·weight, [rows, in].
at::Tensor gradientAtInput(const at::Tensor& rows, const at::Tensor& weight)
{
    std::int64_t first = 0;
    const auto filled = rowsWithValues(rows, first);
    const bool all = filled.size(0) == rows.size(0);
    auto out = all ? at::empty({rows.size(0), weight.size(1)}, rows.options())
                   : at::zeros({rows.size(0), weight.size(1)}, rows.options());
    auto part = out.slice(0, first, first + filled.size(0));
    multiply(filled, false, weight, false, part);
    return out;
}

struct LinearFunction : torch::autograd::Function<LinearFunction> {
    /// A bias that is not there must not be given as a tensor.
    static at::Tensor forward(
        AutogradContext* context, const at::Tensor& x, const at::Tensor& weight, const MaybeTensor& bias)
    {
        context->save_for_backward({weight.requires_grad() ? x : at::Tensor(), weight});
        context->saved_data["bias"] = bias.has_value();
        return linearForward(x, weight, bias.value_or(at::Tensor()));
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const auto saved = context->get_saved_variables();
        const auto& gradient = gradients[0];
        const auto rows = asRows(gradient), weight = saved[1].detach().contiguous();
        at::Tensor toX, toWeight, toBias;
        if (context->needs_input_grad(0))
            toX = gradientAtInput(rows, weight).view(withLast(gradient, weight.size(1)));
        if (saved[0].defined() && context->needs_input_grad(1))
            toWeight = multiplied(rows, true, asRows(saved[0].detach()), false);
        if (context->saved_data["bias"].toBool() && context->needs_input_grad(2))
            toBias = rows.sum(0);
        return {toX, toWeight, toBias};
    }
};

/// [B, H, R, C] whose rows are dense, as they must be to be read where they are.
at::Tensor readable(const at::Tensor& stack)
{
    const bool dense = stack.stride(3) == 1 || stack.size(3) == 1;
    return dense && (stack.stride(2) >= stack.size(3) || stack.size(2) == 1) ? stack : stack.contiguous();
}

/// scale·a·b for every one of a stack, into c [B, H, rows, columns]; readable all.
void multiplyStacks(const at::Tensor& a, bool ta, const at::Tensor& b, bool tb, const at::Tensor& c, double scale)
{
    constexpr int kRows = 128;
    useTorchsThreads();
    const int heads = static_cast<int>(c.size(1)), stacks = static_cast<int>(c.size(0)) * heads;
    const int rows = static_cast<int>(c.size(2)), columns = static_cast<int>(c.size(3));
    const int parts = (rows + kRows - 1) / kRows;
    const auto start = [heads](const at::Tensor& t, int i) {
        return t.data_ptr<float>() + i / heads * t.stride(0) + i % heads * t.stride(1);
    };
    const auto rowStride = [](const at::Tensor& t) { return std::max(t.stride(2), t.size(3)); };
    packed::inParallel(stacks * parts, [&](int piece, int) {
        const int stack = piece / parts, first = piece % parts * kRows;
        packed::Factor left{start(a, stack), rowStride(a), ta};
        left.values += ta ? first : first * left.stride;
        packed::gemm({left, {start(b, stack), rowStride(b), tb}, start(c, stack) + first * rowStride(c), rowStride(c),
            std::min(kRows, rows - first), columns, static_cast<int>(a.size(ta ? 2 : 3)), static_cast<float>(scale)});
    });
}

/// Room for [B, H, T, d] that lies as [B, T, H, d]: what comes next wants a token's heads together.
at::Tensor headsOfTokens(const at::Tensor& like)
{
    return at::empty({like.size(0), like.size(2), like.size(1), like.size(3)}, like.options()).transpose(1, 2);
}

at::Tensor scoreForward(const at::Tensor& q, const at::Tensor& k, double scale)
{
    const auto scores = at::empty({q.size(0), q.size(1), q.size(2), k.size(2)}, q.options());
    multiplyStacks(readable(q), false, readable(k), true, scores, scale);
    return scores;
}

struct ScoreFunction : torch::autograd::Function<ScoreFunction> {
    static at::Tensor forward(AutogradContext* context, const at::Tensor& q, const at::Tensor& k, double scale)
    {
        context->save_for_backward({q, k});
        context->saved_data["scale"] = scale * shareOfEach();
        return scoreForward(q, k, scale);
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const auto saved = context->get_saved_variables();
        const auto q = readable(saved[0].detach()), k = readable(saved[1].detach()), g = readable(gradients[0]);
        const double scale = context->saved_data["scale"].toDouble();
        at::Tensor toQ, toK;
        if (context->needs_input_grad(0))
            multiplyStacks(g, false, k, false, toQ = headsOfTokens(q), scale);
        if (context->needs_input_grad(1))
            multiplyStacks(g, true, q, false, toK = headsOfTokens(k), scale);
        return {toQ, toK, at::Tensor()};
    }
};

at::Tensor mixForward(const at::Tensor& weights, const at::Tensor& v)
{
    const auto mixed = headsOfTokens(
        weights.size(2) == v.size(2) ? v : at::empty({v.size(0), v.size(1), weights.size(2), v.size(3)}, v.options()));
    multiplyStacks(readable(weights), false, readable(v), false, mixed, 1.0);
    return mixed.transpose(1, 2).flatten(2); // [B, T, H·d]
}

/// a·b of double stacks, b made ready to be read along its columns.
at::Tensor wideStacks(const at::Tensor& given, const at::Tensor& b)
{
    useTorchsThreads();
    const auto a = given.contiguous(), columns = b.transpose(2, 3).contiguous(); // [B, H, n, k]
    auto c = at::empty({a.size(0), a.size(1), a.size(2), b.size(3)}, a.options());
    const auto one = doubleProductOf(a, columns, c);
    const int pieces = (one.columns + packed::doubleProductPiece() - 1) / packed::doubleProductPiece();
    packed::inParallel(static_cast<int>(a.size(0) * a.size(1)) * pieces, [&](int piece, int) {
        const std::ptrdiff_t stack = piece / pieces;
        auto product = one;
        product.x += stack * one.rows * one.depth;
        product.wide += stack * one.columns * one.depth;
        product.y += stack * one.rows * one.columns;
        packed::doubleProduct(product, piece % pieces * packed::doubleProductPiece());
    });
    return c;
}

struct MixFunction : torch::autograd::Function<MixFunction> {
    static at::Tensor forward(AutogradContext* context, const at::Tensor& weights, const at::Tensor& v)
    {
        context->save_for_backward({weights, v});
        context->saved_data["share"] = shareOfEach();
        return mixForward(weights, v);
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const auto saved = context->get_saved_variables();
        const auto weights = readable(saved[0].detach()), v = readable(saved[1].detach());
        const auto& given = gradients[0]; // [B, T, H·d]
        const auto g = readable(given.view({given.size(0), given.size(1), v.size(1), v.size(3)}).transpose(1, 2));
        const double share = context->saved_data["share"].toDouble();
        at::Tensor toWeights, toV;
        if (context->needs_input_grad(0))
            multiplyStacks(g, false, v, true, toWeights = at::empty(weights.sizes(), weights.options()), share);
        if (context->needs_input_grad(1))
            multiplyStacks(weights, true, g, false, toV = headsOfTokens(v), share);
        return {toWeights, toV};
    }
};

bool needsGraph(const at::Tensor& a, const at::Tensor& b)
{
    return torch::GradMode::is_enabled() && (a.requires_grad() || b.requires_grad());
}

}

at::Tensor linearProduct(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias)
{
    if (isWide(x, weight) && weight.scalar_type() == at::kFloat)
        return wideLinear(x, weight, bias);
    if (!isOurs(x, weight))
        return at::linear(x, weight, bias);
    if (!needsGraph(x, weight) && !(bias.defined() && needsGraph(bias, bias)))
        return linearForward(x, weight, bias);
    return LinearFunction::apply(x, weight, bias.defined() ? MaybeTensor(bias) : MaybeTensor());
}

at::Tensor scoreProduct(const at::Tensor& q, const at::Tensor& k, double scale)
{
    if (isWide(q, k) && !needsGraph(q, k))
        return wideStacks(q * scale, k.transpose(2, 3));
    if (!isOurs(q, k))
        return factorOf(at::matmul(q * scale, k.transpose(-2, -1)));
    return needsGraph(q, k) ? ScoreFunction::apply(q, k, scale) : scoreForward(q, k, scale);
}

at::Tensor mixProduct(const at::Tensor& weights, const at::Tensor& v)
{
    if (isWide(weights, v) && !needsGraph(weights, v))
        return wideStacks(weights, v).transpose(1, 2).flatten(2);
    if (!isOurs(weights, v))
        return factorOf(at::matmul(weights, v)).transpose(1, 2).flatten(2);
    return needsGraph(weights, v) ? MixFunction::apply(weights, v) : mixForward(weights, v);
}

at::Tensor matrixProduct(const at::Tensor& a, const at::Tensor& b)
{
    return stackProduct(a.unsqueeze(0).unsqueeze(0), b.unsqueeze(0).unsqueeze(0))[0][0];
}

at::Tensor stackProduct(const at::Tensor& a, const at::Tensor& b)
{
    const at::NoGradGuard noGraph;
    if (isWide(a, b) && b.scalar_type() == at::kDouble)
        return wideStacks(a, b);
    if (!isOurs(a, b))
        return at::matmul(a, b);
    const auto isTurned = [](const at::Tensor& t) { return t.stride(3) != 1 && t.stride(2) == 1; };
    const bool ta = isTurned(a), tb = isTurned(b);
    const auto left = readable(ta ? a.transpose(2, 3) : a), right = readable(tb ? b.transpose(2, 3) : b);
    auto c = at::empty({a.size(0), a.size(1), a.size(2), b.size(3)}, a.options());
    if (a.size(0) * a.size(1) == 1) {
        auto single = c[0][0];
        multiply(left[0][0], ta, right[0][0], tb, single);
    } else {
        multiplyStacks(left, ta, right, tb, c, 1.0);
    }
    return c;
}

std::string productKernels()
{
    return packed::gemmWorks() ? "oneDNN, " + packed::gemmKernels() : "LibTorch";
}

LibTorchProducts::LibTorchProducts() : m_before(libTorch)
{
    libTorch = true;
}

LibTorchProducts::~LibTorchProducts()
{
    libTorch = m_before;
}

}
