// core/model/hybrid.h: a ResNetV2 stem whose last feature map becomes the patches of a ViT.
#pragma once
#include "core/model/patch_embedding.h"

namespace patchlight
{

/// A convolution whose filters are standardised (Qiao et al. 2019, "Micro-Batch Training with Weight
/// Standardization"). weight [out, in, k, k], no bias.
class StandardisedConvolutionImpl : public torch::nn::Module
{
public:
    enum class Padding {
        Same, ///< TensorFlow's: the odd pixel at the end
        Symmetric, ///< k / 2 on all sides
    };
    StandardisedConvolutionImpl(
        int in, int out, int kernel, int stride, double weightEpsilon, Padding padding = Padding::Same);
    /// [B, in, H, W] → [B, out, ⌈H/stride⌉, ⌈W/stride⌉]
    at::Tensor forward(const at::Tensor& x) const;
    at::Tensor weight;

private:
    int m_stride;
    double m_epsilon;
    Padding m_padding;
};
TORCH_MODULE(StandardisedConvolution);

/// Wu & He 2018, "Group Normalization", 32 groups. weight, bias [channels].
class GroupNormImpl : public torch::nn::Module
{
public:
    GroupNormImpl(int channels, double epsilon);
    at::Tensor forward(const at::Tensor& x) const;
    at::Tensor weight, bias;

private:
    double m_epsilon;
};
TORCH_MODULE(GroupNorm);

/// What a stem is made with.
struct StemNumerics {
    double weightEpsilon, normEpsilon;
};

/// relu(shortcut + norm(conv 1×1(…conv 3×3(…conv 1×1)))); He et al. 2016, figure 5, with the norms after.
class BottleneckImpl : public torch::nn::Module
{
public:
    BottleneckImpl(int in, int out, int stride, bool projected, const StemNumerics& numerics);
    at::Tensor forward(const at::Tensor& x);

private:
    StandardisedConvolution m_conv1{nullptr}, m_conv2{nullptr}, m_conv3{nullptr}, m_shortcutConv{nullptr};
    GroupNorm m_norm1{nullptr}, m_norm2{nullptr}, m_norm3{nullptr}, m_shortcutNorm{nullptr};
};
TORCH_MODULE(Bottleneck);

/// Dosovitskiy et al. 2021, section 3.1, "Hybrid architecture"; the stem of "Big Transfer" (Kolesnikov et al. 2020).
/// Without stages only the stem's first convolution is left (R+Ti/16).
class HybridPatchEmbedding : public PatchEmbedding
{
public:
    /// Pixels per cell of the stem's feature map.
    static int stemStride(const ModelConfig& config);
    explicit HybridPatchEmbedding(const ModelConfig& config);
    at::Tensor forward(const at::Tensor& input) override;

private:
    StandardisedConvolution m_conv{nullptr};
    GroupNorm m_norm{nullptr};
    std::vector<Bottleneck> m_bottlenecks;
    std::vector<bool> m_endsStage; ///< as long as m_bottlenecks
    PatchProjection m_proj{nullptr};
};

}
