// Products by our kernels against LibTorch's, forwards and backwards.
#include "core/model/backward_rule.h"
#include "core/model/products.h"
#include "random_network.h"
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

double apart(const at::Tensor& a, const at::Tensor& b)
{
    return ((a - b).norm() / b.norm().clamp_min(1e-30)).item<double>();
}

/// The value and the gradients at `at` of Σ (value ⊙ some numbers).
template <class Value> std::vector<at::Tensor> valueAndGradients(const Value& value, std::vector<at::Tensor> at)
{
    const auto y = value();
    torch::manual_seed(9);
    auto out = torch::autograd::grad({(y * torch::randn_like(y)).sum()}, at);
    out.push_back(y.detach());
    return out;
}

template <class Value> void expectAsLibTorch(const Value& value, const std::vector<at::Tensor>& at)
{
    const auto ours = valueAndGradients(value, at);
    const LibTorchProducts reference;
    const auto theirs = valueAndGradients(value, at);
    for (std::size_t i = 0; i < ours.size(); ++i)
        EXPECT_LE(apart(ours[i], theirs[i]), 1e-5) << i;
}

at::Tensor drawn(at::IntArrayRef shape)
{
    return torch::randn(shape).requires_grad_(true);
}

}

TEST(Products, LeaveTheBiasOfASingleRowAsItWas)
{
    const auto x = torch::randn({1, 5}), weight = torch::randn({3, 5}), bias = torch::randn({3});
    const auto before = bias.clone();
    const auto y = linearProduct(x, weight, bias);
    EXPECT_TRUE(bias.equal(before));
    EXPECT_LE(apart(y, at::linear(x, weight, bias)), 1e-6);
}

TEST(Products, AreLibTorchsWhateverTheShape)
{
    torch::manual_seed(1);
    for (const auto& [rows, in, out] : {std::array{1, 5, 3}, {37, 72, 200}, {197, 192, 576}, {300, 64, 1000}}) {
        const auto x = drawn({2, rows, in}), weight = drawn({out, in}), bias = drawn({out});
        expectAsLibTorch([&] { return linearProduct(x, weight, bias); }, {x, weight, bias});
        expectAsLibTorch([&] { return linearProduct(x, weight, {}); }, {x, weight});
        expectAsLibTorch([&] { return linearProduct(x.select(1, 0), weight, bias); }, {x, weight});
    }
    for (const auto& [heads, tokens, width] : {std::array{1, 1, 8}, {3, 37, 24}, {2, 197, 64}}) {
        const auto qkv = drawn({2, tokens, 3, heads, width});
        const auto parts = [&] { return qkv.transpose(1, 3).unbind(2); };
        expectAsLibTorch([&] { return scoreProduct(parts()[0], parts()[1], 0.3); }, {qkv});
        const auto weights = drawn({2, heads, tokens, tokens});
        expectAsLibTorch([&] { return mixProduct(weights, parts()[2]); }, {qkv, weights});
        expectAsLibTorch([&] { return mixProduct(weights.transpose(2, 3), parts()[2]); }, {qkv, weights});
    }
}

TEST(Products, AreTheSameForAnyNumberOfThreads)
{
    const int before = at::get_num_threads();
    torch::manual_seed(2);
    const auto x = drawn({197, 192}), weight = drawn({576, 192});
    const auto qkv = drawn({1, 197, 3, 3, 64});
    const auto all = [&] {
        auto values = valueAndGradients([&] { return linearProduct(x, weight, {}); }, {x, weight});
        const auto parts = qkv.transpose(1, 3).unbind(2);
        for (const auto& each :
            valueAndGradients([&] { return mixProduct(scoreProduct(parts[0], parts[1], 1), parts[2]); }, {qkv}))
            values.push_back(each);
        return values;
    };
    at::set_num_threads(1);
    const auto alone = all();
    for (const int threads : {2, 3, 5}) {
        at::set_num_threads(threads);
        const auto together = all();
        for (std::size_t i = 0; i < alone.size(); ++i)
            EXPECT_TRUE(alone[i].equal(together[i])) << threads << " threads, " << i;
    }
    at::set_num_threads(before);
}

TEST(Products, OfActivationsPassHalfOfTheirGradientToEachUnderAttnLrp)
{
    torch::manual_seed(3);
    const auto q = drawn({1, 2, 9, 8}), k = drawn({1, 2, 9, 8}), weights = drawn({1, 2, 9, 9}), x = drawn({4, 6});
    const auto gradients = [&] {
        auto list = valueAndGradients([&] { return scoreProduct(q, k, 0.4); }, {q, k});
        for (const auto& each : valueAndGradients([&] { return mixProduct(weights, k); }, {weights, k}))
            list.push_back(each);
        return list;
    };
    const auto whole = gradients();
    for (const bool libTorch : {false, true}) {
        std::optional<LibTorchProducts> reference;
        if (libTorch)
            reference.emplace();
        const WithBackwardRule rule(BackwardRule::AttnLrp);
        const auto halved = gradients();
        for (const std::size_t i : {0U, 1U, 3U, 4U})
            EXPECT_LE(apart(2 * halved[i], whole[i]), 1e-5) << i;
        EXPECT_LE(apart(halved[2], whole[2]), 1e-5) << "values stay";
    }
}

TEST(BackwardRule, MakesNormsAndActivationsLinearMapsOfTheirInput)
{
    torch::manual_seed(4);
    const auto x = drawn({5, 16});
    const WithBackwardRule rule(BackwardRule::AttnLrp);
    // A linear map without a bias gives back its own value as input ⊙ gradient, summed.
    for (const auto& y : {standardised(x, 1e-6), activationOf(x, at::gelu(x), 0.5), activationOf(x, at::tanh(x), 1)}) {
        const auto gradient = torch::autograd::grad({y.sum()}, {x})[0];
        EXPECT_NEAR((x * gradient).sum().item<double>(), y.sum().item<double>(), 1e-3);
    }
    const auto zero = torch::zeros({3}).requires_grad_(true);
    EXPECT_TRUE(torch::autograd::grad({activationOf(zero, at::gelu(zero), 0.5).sum()}, {zero})[0].equal(
        torch::full({3}, 0.5)));
}
