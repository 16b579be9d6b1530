// core/checkpoint/layouts/tables.h: the tables, one file per code base.
#pragma once
#include "core/checkpoint/layouts/layout.h"

namespace patchlight
{

std::span<const Layout> timmLayouts(); ///< timm, official DeiT, DINO, DINOv2, MAE, Swin
std::span<const Layout> clipLayouts(); ///< OpenAI and OpenCLIP
std::span<const Layout> caitLayouts();
std::span<const Layout> convolutionalLayouts(); ///< ResNet and BiT, everybody's names
std::span<const Layout> huggingFaceLayouts();
std::span<const Layout> huggingFaceTowerLayouts(); ///< CLIP, SigLIP
/// Whether a config.json's "model_type" is that of a network computed here; every other is refused by its name.
bool isHuggingFaceType(std::string_view modelType);
std::span<const Layout> torchvisionLayouts();
std::span<const Layout> googleLayouts(); ///< google-research/vision_transformer and big_vision, .npz
std::span<const Layout> communityLayouts(); ///< jeonsworld, lucidrains, mmpretrain
std::span<const Layout> refusedLayouts(); ///< known by name, not opened

}
