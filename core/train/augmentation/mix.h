// core/train/augmentation/mix.h: two pictures in one, with their labels.
#pragma once
#include "core/train/augmentation/augment.h"

namespace patchlight
{

/// How a batch was mixed with its own reverse (sample i with sample B − 1 − i, as in timm).
struct Mixing {
    enum class Kind { None, Mixup, Cutmix };
    Kind kind = Kind::None;
    double share = 1.0; ///< of the own picture
    int top = 0, left = 0, height = 0, width = 0; ///< cutmix: in patches
};

/// Draws once per batch. Cutmix boxes lie on patch borders, so that features of patches can be mixed alike.
Mixing drawMixing(const Augmentation& options, int gridSide, Random& random);

/// [B, 3, S, S] with patches of S / gridSide pixels. Sources: Zhang et al. 2018 (mixup), Yun et al. 2019 (cutmix).
at::Tensor mixPictures(const at::Tensor& input, const Mixing& mixing, int gridSide);
/// Anything that mixes by share: [B, …] (probabilities, class-token features).
at::Tensor mixTargets(const at::Tensor& targets, const Mixing& mixing);
/// Features of patches [B, D, g, g]: cutmix by place, mixup by share.
at::Tensor mixPlaces(const at::Tensor& features, const Mixing& mixing);

}
