// core/train/data/epoch_order.cpp
#include "core/train/data/epoch_order.h"
#include "core/train/augmentation/random.h"
#include <algorithm>
#include <numeric>

namespace patchlight
{

std::vector<std::int64_t> epochOrder(std::int64_t count, int epoch, const TrainOptions& options)
{
    std::vector<std::int64_t> pictures(static_cast<std::size_t>(count));
    std::iota(pictures.begin(), pictures.end(), std::int64_t{0});
    Random random(options.seed, static_cast<std::uint64_t>(epoch), 0, 2);
    shuffle(pictures, random);
    std::vector<std::int64_t> order;
    const auto total = static_cast<std::size_t>(std::max<std::int64_t>(count, options.schedule.batch));
    const auto repeats = static_cast<std::size_t>(options.augmentation.repeats);
    for (std::size_t i = 0; order.size() < total; ++i)
        order.push_back(pictures[i / repeats % pictures.size()]);
    return order;
}

}
