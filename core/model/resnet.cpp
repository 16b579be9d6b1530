// core/model/resnet.cpp
#include "core/model/resnet.h"
#include "core/model/layers.h"
#include <torch/nn/modules/container/moduledict.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

using Container = torch::nn::ModuleDictImpl; ///< only gives its children a prefix to their names

constexpr double kVarianceEpsilon = 1e-5;

/// weight [out, in, k, k], no bias; padded so that a stride of 1 keeps the size.
class ConvolutionImpl : public torch::nn::Module
{
public:
    ConvolutionImpl(int in, int out, int kernel, int stride)
        : weight(addParameter(*this, "weight", {out, in, kernel, kernel})), m_stride(stride)
    {
    }
    at::Tensor forward(const at::Tensor& x) const
    {
        return at::conv2d(x, weight, {}, m_stride, weight.size(2) / 2);
    }
    at::Tensor weight;

private:
    int m_stride;
};
TORCH_MODULE(Convolution);

/// Ioffe & Szegedy 2015 with the statistics that training left behind.
class BatchNormImpl : public torch::nn::Module
{
public:
    explicit BatchNormImpl(int channels)
        : m_weight(addParameter(*this, "weight", {channels})), m_bias(addParameter(*this, "bias", {channels})),
          m_mean(addParameter(*this, "running_mean", {channels})),
          m_variance(addParameter(*this, "running_var", {channels}))
    {
    }
    at::Tensor forward(const at::Tensor& x) const
    {
        return at::batch_norm(x, m_weight, m_bias, m_mean, m_variance, /*training=*/false, 0, kVarianceEpsilon, false);
    }

private:
    at::Tensor m_weight, m_bias, m_mean, m_variance;
};
TORCH_MODULE(BatchNorm);

/// How one block differs from its neighbours.
struct Shape {
    int in, middle, out, stride;
    bool shortcut;
};

class ResNetBlock : public ResidualBlock
{
public:
    ResNetBlock(const ModelConfig::Convolutions& c, const Shape& shape) : m_stride(shape.stride)
    {
        const int first = c.bottleneck && !c.strideFirst ? 1 : shape.stride;
        const int second = c.bottleneck && !c.strideFirst ? shape.stride : 1;
        add(1, Convolution(shape.in, shape.middle, c.bottleneck ? 1 : 3, first), shape.middle);
        add(2, Convolution(shape.middle, c.bottleneck ? shape.middle : shape.out, 3, second),
            c.bottleneck ? shape.middle : shape.out);
        if (c.bottleneck)
            add(3, Convolution(shape.middle, shape.out, 1, 1), shape.out);
        if (shape.shortcut)
            addShortcut(c.averagedShortcut, shape);
    }
    at::Tensor forward(const at::Tensor& x, bool withBranch) override
    {
        const auto kept = shortcut(x);
        if (!withBranch)
            return at::relu(kept);
        auto y = x;
        for (std::size_t i = 0; i < m_convolutions.size(); ++i) {
            y = m_norms[i](m_convolutions[i](y));
            if (i + 1 < m_convolutions.size())
                y = at::relu(y);
        }
        return at::relu(y + kept);
    }
    std::int64_t stride() const override { return m_stride; }

private:
    void add(int number, const Convolution& convolution, int channels)
    {
        m_convolutions.push_back(register_module("conv" + std::to_string(number), convolution));
        m_norms.push_back(register_module("bn" + std::to_string(number), BatchNorm(channels)));
    }
    void addShortcut(bool averaged, const Shape& shape)
    {
        m_averaged = averaged && shape.stride > 1;
        m_shortcut = Convolution(shape.in, shape.out, 1, averaged ? 1 : shape.stride);
        m_shortcutNorm = BatchNorm(shape.out);
        register_module("downsample", std::make_shared<Container>())
            ->update({{averaged ? "1" : "0", m_shortcut.ptr()}, {averaged ? "2" : "1", m_shortcutNorm.ptr()}});
    }
    at::Tensor shortcut(const at::Tensor& x)
    {
        if (m_shortcut.is_empty())
            return x;
        const auto y
            = m_averaged ? at::avg_pool2d(x, 2, 2, 0, /*ceil_mode=*/true, /*count_include_pad=*/false) : x;
        return m_shortcutNorm(m_shortcut(y));
    }

    std::vector<Convolution> m_convolutions;
    std::vector<BatchNorm> m_norms;
    Convolution m_shortcut{nullptr};
    BatchNorm m_shortcutNorm{nullptr};
    bool m_averaged = false;
    int m_stride;
};

class ResNet : public ResidualNetwork
{
public:
    explicit ResNet(const ModelConfig& given) : ResidualNetwork(given)
    {
        const auto& c = config().convolutions;
        addStem(c);
        int width = c.stem;
        for (std::size_t stage = 0; stage < c.widths.size(); ++stage) {
            const auto list = register_module("layer" + std::to_string(stage + 1), std::make_shared<Container>());
            for (int i = 0; i < config().depths.value[stage]; ++i) {
                const int stride = i == 0 && stage > 0 ? 2 : 1;
                const bool projected = i == 0 && (stride > 1 || width != c.widths[stage] || c.firstShortcut);
                const auto block = std::make_shared<ResNetBlock>(
                    c, Shape{width, c.middles[stage], c.widths[stage], stride, projected});
                list->update({{std::to_string(i), block}});
                m_blocks.push_back(block);
                width = c.widths[stage];
            }
        }
        if (config().classes.value > 0)
            m_head = register_module("fc", Linear(width, config().classes.value));
    }

protected:
    at::Tensor stem(const at::Tensor& input) override
    {
        auto x = input;
        for (std::size_t i = 0; i < m_stem.size(); ++i)
            x = at::relu(m_stemNorms[i](m_stem[i](x)));
        return at::max_pool2d(x, 3, 2, 1);
    }
    at::Tensor lastNorm(const at::Tensor& x) override { return x; }
    at::Tensor head(const at::Tensor& pooled) override { return m_head.is_empty() ? at::Tensor() : m_head(pooled); }

private:
    void addStem(const ModelConfig::Convolutions& c)
    {
        if (c.stemFirst == 0) {
            m_stem.push_back(register_module("conv1", Convolution(3, c.stem, 7, 2)));
        } else {
            m_stem = {Convolution(3, c.stemFirst, 3, 2), Convolution(c.stemFirst, c.stemSecond, 3, 1),
                Convolution(c.stemSecond, c.stem, 3, 1)};
            m_stemNorms = {BatchNorm(c.stemFirst), BatchNorm(c.stemSecond)};
            register_module("conv1", std::make_shared<Container>())
                ->update({{"0", m_stem[0].ptr()}, {"1", m_stemNorms[0].ptr()}, {"3", m_stem[1].ptr()},
                    {"4", m_stemNorms[1].ptr()}, {"6", m_stem[2].ptr()}});
        }
        m_stemNorms.push_back(register_module("bn1", BatchNorm(c.stem)));
    }

    std::vector<Convolution> m_stem;
    std::vector<BatchNorm> m_stemNorms;
    Linear m_head{nullptr};
};

}

std::shared_ptr<Network> makeResNet(const ModelConfig& config)
{
    return std::make_shared<ResNet>(config);
}

}
