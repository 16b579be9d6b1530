// core/checkpoint/layouts/leftovers.cpp
#include "core/checkpoint/layouts/leftovers.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

/// First components; one that ends in '_' or '*' stands for all that begin so.
constexpr std::string_view kFirst[]{"criterion*", "loss*", "train_", "val_", "valid_", "test_", "metric*", "accuracy*",
    "acc", "top1*", "top5*", "f1*", "auroc*", "confmat*", "confusion*", "queue*", "prototypes", "projector",
    "projection_head", "predictor", "decoder*", "dino_head", "ibot_head", "dino_loss", "ibot_patch_loss", "masked_embed",
    "mask_token", "mask_embed", "center", "temperature", "optimizer", "n_averaged", "contrastive*", "proj_head",
    "class_weights", "class_weight", "ce_loss", "_metrics", "ssl_head", "aux_head", "pretext*"};
constexpr std::string_view kLast[]{"num_batches_tracked", "total_ops", "total_params", "n_averaged",
    "relative_position_index", "attn_mask", "position_ids", "masked_bias"};

bool fits(std::string_view pattern, std::string_view part)
{
    if (pattern.back() == '*')
        return part.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern.back() == '_' ? part.starts_with(pattern) : part == pattern;
}

}

bool isLeftover(std::string_view name)
{
    const auto first = name.substr(0, name.find('.'));
    const auto dot = name.rfind('.');
    const auto last = dot == std::string_view::npos ? name : name.substr(dot + 1);
    return std::any_of(std::begin(kFirst), std::end(kFirst), [&](std::string_view each) { return fits(each, first); })
        || std::find(std::begin(kLast), std::end(kLast), last) != std::end(kLast);
}

}
