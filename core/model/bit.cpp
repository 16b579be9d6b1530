// core/model/bit.cpp: BiT's ResNetV2.
#include "core/model/hybrid.h"
#include "core/model/resnet.h"
#include <torch/nn/modules/container/moduledict.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

using Container = torch::nn::ModuleDictImpl; ///< only gives its children a prefix to their names
using Padding = StandardisedConvolutionImpl::Padding;

constexpr double kWeightEpsilon = 1e-8, kNormEpsilon = 1e-5;

StandardisedConvolution convolution(int in, int out, int kernel, int stride)
{
    return StandardisedConvolution(in, out, kernel, stride, kWeightEpsilon, Padding::Symmetric);
}

/// Norms and ReLU come before each convolution; the shortcut reads the first norm's output, and nothing follows the sum.
class BitBlock : public ResidualBlock
{
public:
    BitBlock(int in, int middle, int out, int stride, bool projected) : m_stride(stride)
    {
        if (projected) {
            m_shortcut = convolution(in, out, 1, stride);
            register_module("downsample", std::make_shared<Container>())->update({{"conv", m_shortcut.ptr()}});
        }
        m_norm1 = register_module("norm1", GroupNorm(in, kNormEpsilon));
        m_conv1 = register_module("conv1", convolution(in, middle, 1, 1));
        m_norm2 = register_module("norm2", GroupNorm(middle, kNormEpsilon));
        m_conv2 = register_module("conv2", convolution(middle, middle, 3, stride));
        m_norm3 = register_module("norm3", GroupNorm(middle, kNormEpsilon));
        m_conv3 = register_module("conv3", convolution(middle, out, 1, 1));
    }
    at::Tensor forward(const at::Tensor& x, bool withBranch) override
    {
        const auto normed = at::relu(m_norm1(x));
        const auto kept = m_shortcut.is_empty() ? x : m_shortcut(normed);
        if (!withBranch)
            return kept;
        const auto y = at::relu(m_norm2(m_conv1(normed)));
        return m_conv3(at::relu(m_norm3(m_conv2(y)))) + kept;
    }
    std::int64_t stride() const override { return m_stride; }

private:
    StandardisedConvolution m_conv1{nullptr}, m_conv2{nullptr}, m_conv3{nullptr}, m_shortcut{nullptr};
    GroupNorm m_norm1{nullptr}, m_norm2{nullptr}, m_norm3{nullptr};
    int m_stride;
};

class Bit : public ResidualNetwork
{
public:
    explicit Bit(const ModelConfig& given) : ResidualNetwork(given)
    {
        const auto& c = config().convolutions;
        m_stem = convolution(3, c.stem, 7, 2);
        register_module("stem", std::make_shared<Container>())->update({{"conv", m_stem.ptr()}});
        const auto stages = register_module("stages", std::make_shared<Container>());
        int width = c.stem;
        for (std::size_t stage = 0; stage < c.widths.size(); ++stage) {
            const auto list = std::make_shared<Container>();
            for (int i = 0; i < config().depths.value[stage]; ++i) {
                const int stride = i == 0 && stage > 0 ? 2 : 1;
                const auto block
                    = std::make_shared<BitBlock>(width, c.middles[stage], c.widths[stage], stride, i == 0);
                list->update({{std::to_string(i), block}});
                m_blocks.push_back(block);
                width = c.widths[stage];
            }
            const auto holder = std::make_shared<Container>();
            holder->update({{"blocks", list}});
            stages->update({{std::to_string(stage), holder}});
        }
        m_norm = register_module("norm", GroupNorm(width, kNormEpsilon));
        if (config().classes.value > 0) {
            m_head = Linear(width, config().classes.value);
            register_module("head", std::make_shared<Container>())->update({{"fc", m_head.ptr()}});
        }
    }

protected:
    at::Tensor stem(const at::Tensor& input) override
    {
        return at::max_pool2d(at::constant_pad_nd(m_stem(input), {1, 1, 1, 1}), 3, 2);
    }
    at::Tensor lastNorm(const at::Tensor& x) override { return at::relu(m_norm(x)); }
    at::Tensor head(const at::Tensor& pooled) override { return m_head.is_empty() ? at::Tensor() : m_head(pooled); }

private:
    StandardisedConvolution m_stem{nullptr};
    GroupNorm m_norm{nullptr};
    Linear m_head{nullptr};
};

}

std::shared_ptr<Network> makeBit(const ModelConfig& config)
{
    return std::make_shared<Bit>(config);
}

}
