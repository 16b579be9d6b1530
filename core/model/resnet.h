// core/model/resnet.h: the convolutional networks that articles set beside a ViT: ResNet, and BiT's ResNetV2.
#pragma once
#include "core/model/network.h"
#include <torch/nn/pimpl.h>

namespace patchlight
{

/// Blocks of convolutions: [B, C, H, W] → [B, C', H', W']. What an intervention leaves out is the branch; the shortcut
/// stays, since it may change the shape.
class ResidualBlock : public torch::nn::Module
{
public:
    virtual at::Tensor forward(const at::Tensor& x, bool withBranch) = 0;
    virtual std::int64_t stride() const = 0;
};

/// A residual network whose layers are its residual blocks; its tokens are the cells of the feature map. No attention:
/// attentionLayout knows each block's grid and nothing else. Any sides are fine.
class ResidualNetwork : public Network
{
public:
    using Network::Network;

    at::Tensor embed(const at::Tensor& input) override;
    at::Tensor block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks) override;
    using Network::finish;
    ForwardOutput finish(const std::vector<at::Tensor>& last) override;
    std::vector<LayerAttention> attentionLayout(GridSize input) const override;
    void setNoise(const TrainingNoise&) override { } ///< `train` does not make these
    /// The block's own output: Grad-CAM's place (Selvaraju et al. 2017, section 3).
    NormedBlock fromNorm(LayerIndex layer, const at::Tensor& given, AttentionHooks* hooks) override;

protected:
    virtual at::Tensor stem(const at::Tensor& input) = 0; ///< [B, 3, H, W] → [B, C, ⌈H/4⌉, ⌈W/4⌉]
    virtual at::Tensor lastNorm(const at::Tensor& x) = 0; ///< after the last block
    virtual at::Tensor head(const at::Tensor& pooled) = 0; ///< undefined without classes
    std::vector<std::shared_ptr<ResidualBlock>> m_blocks;
};

/// He et al. 2016, "Deep Residual Learning for Image Recognition", as torchvision has it (the stride on the 3×3); with
/// the deep stem and averaged shortcuts of He et al. 2019, "Bag of Tricks", figure 2, where the net has them.
std::shared_ptr<Network> makeResNet(const ModelConfig& config);

/// He et al. 2016, "Identity Mappings in Deep Residual Networks", with group norms and standardised weights: Kolesnikov
/// et al. 2020, "Big Transfer".
std::shared_ptr<Network> makeBit(const ModelConfig& config);

}
