// core/train/data/epoch_order.h: in which order an epoch takes the pictures.
#pragma once
#include "core/train/options.h"

namespace patchlight
{

/// Each picture `repeats` times in a row, of an epoch that stays as long; a set smaller than a batch is gone through
/// again. Depends on seed and epoch alone, so that a resumed epoch goes on in its own order.
/// @param count  pictures, at least 1
/// Source: Hoffer et al. 2020, "Augment your batch", for the repeats.
std::vector<std::int64_t> epochOrder(std::int64_t count, int epoch, const TrainOptions& options);

}
